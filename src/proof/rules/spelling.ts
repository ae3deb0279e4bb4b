// Words that neither the dictionary, its compounds, the publication's list nor its own habit knows.
import { openSpeller, type Lexicon } from '../lexicon/index.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type ProofContext, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';
import { NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import { withOneSlip } from '../lexicon/slips.ts';

/** Used so often, and never otherwise, a word is the publication's own. */
const HABIT = 3;
/** Hunspell takes 100 ms for a hopeless word; a text with more of them has one cause. */
const MOST_ASKED = 2;
/** So many different unknown words are judged, or one in a hundred of the publication's words: each takes milliseconds. */
const MOST_JUDGED = 400;
/** A passage with more unknown words than this share is in another language. */
const FOREIGN = 0.34;

interface Case { readonly passage: Passage; readonly token: Token }

export const spelling: Rule = {
  id: 'spelling', severity: 'warning',
  async check(context) {
    const { lexicon } = context;
    if (!lexicon) return [];
    const habits = new Habits(context);
    const unknown: Case[] = [];
    const names = new Map<string, boolean>();
    const foreign: Passage[] = [];
    let all = 0;
    for (const passage of context.passages) {
      if (passage.language !== 'da' || passage.kind === 'name') continue;
      const here = passage.tokens.filter((token) => token.kind === 'word' && !known(token, passage, lexicon, names));
      const words = passage.tokens.filter(({ kind }) => kind === 'word').length;
      all += words;
      if (words >= 8 && here.length > words * FOREIGN) foreign.push(passage);
      else unknown.push(...here.map((token) => ({ passage, token })));
    }
    const found: Finding[] = foreign.map((passage) => finding(passage, passage.tokens[0]?.from ?? 0, passage.tokens[0]?.to ?? 1, 'Most words of this paragraph are not Danish.', { hint: 'Put it in :::lang{code=en}, or whichever language it is in.' }));
    if (unknown.length === 0) return found;
    habits.learn(unknown.map(({ token }) => token.low));
    let asked = 0;
    const judged = new Map<string, Finding | undefined>();
    for (const { passage, token } of unknown) {
      const known = judged.get(token.text);
      if (judged.has(token.text)) {
        if (known) found.push({ ...known, span: passage.span(token.from, token.from + known.text.length) });
        continue;
      }
      if (judged.size >= Math.max(MOST_JUDGED, all / 100)) {
        found.push(finding(passage, token.from, token.to, `${judged.size} different words are unknown: those from here on are not looked at.`, { certain: false, hint: 'Put other languages in :::lang{code=en}, and right words in the file that "words" names.' }));
        break;
      }
      const verdict = await judge(passage, token, lexicon, habits, () => asked++ < MOST_ASKED);
      judged.set(token.text, verdict);
      if (verdict) found.push(verdict);
    }
    return found;
  },
};

const stripped = (word: string): string => word.replace(/['’](?:s|en|et|er|erne|ens|ets)?$/u, '').replace(/[-‑]$/, '').replace(/\u00AD/g, '');

function known(token: Token, passage: Passage, lexicon: Lexicon, names: Map<string, boolean>): boolean {
  const { text } = token;
  if (text.endsWith('.') || /\d/.test(text) || /^(?:kr|mio|mia|pct|kl|nr)$/.test(text)) return true;
  if (text.length === 1) return !/^[a-zæ]$/.test(text) || text === 'i' || !lonely(token, passage);
  const word = stripped(text);
  if (/^[\p{Lu}\d-]+$/u.test(word)) return true;
  // "aktivér", "idéen": an accent where it helps.
  if (word.includes('é') && lexicon.read(word.replace(/é/g, 'e')).mask !== 0) return true;
  const reading = lexicon.read(word);
  if (reading.mask !== 0 && !(reading.mask === is.IMPERATIVE && !lexicon.lists(word.toLowerCase())) && !reading.compound || isImperative(token, passage, lexicon)) return true;
  if (reading.compound && halved(word.toLowerCase(), lexicon)) return false;
  if (reading.mask !== 0 && !(reading.mask === is.IMPERATIVE && !lexicon.lists(word.toLowerCase())) && (reading.shortest > 3 && !word.endsWith('ene'))) return true;
  if (lexicon.isOwn(text) || lexicon.isOwn(token.low) || lexicon.isOwn(word)) return true;
  if (passage.text.charAt(token.from - 1) === '-' || passage.text.charAt(token.to) === '.' && /-(?:nr|kr|pct|tlf)$/.test(word)) return true;
  if (text.endsWith('-') || text.endsWith('‑')) {
    const low = word.toLowerCase();
    if (reading.mask !== 0 || lexicon.opens(low, 2) || /[se]$/.test(low) && lexicon.read(low.slice(0, -1)).mask !== 0) return true;
  }
  // A capital inside a sentence says "name"; names.ts looks at those. One letter from a long word of the dictionary, it is a slip in that.
  if (/^\p{Lu}/u.test(word) && (!token.first || nextIsName(passage, token))) return likeName(word, lexicon, names);
  if (word.includes('-')) return word.split('-').every((part) => part.length <= 4 || /^\p{Lu}/u.test(part) || lexicon.read(part).mask !== 0 || lexicon.isOwn(part) || looseCompound(part.toLowerCase(), lexicon, 1));
  return false;
}

/** "tilfredstillende": a compound of known parts, but the dictionary has the word with two s. */
function halved(word: string, lexicon: Lexicon): boolean {
  for (let at = word.indexOf('s', 2); at > 0 && at < word.length - 3; at = word.indexOf('s', at + 1)) {
    if (word.charAt(at + 1) !== 's' && word.charAt(at - 1) !== 's' && lexicon.direct(`${word.slice(0, at)}s${word.slice(at)}`) !== 0) return true;
  }
  return false;
}

/** "Vend bladet", "og godkend": the dictionary lacks many imperatives. */
function isImperative(token: Token, passage: Passage, lexicon: Lexicon): boolean {
  const before = passage.tokens[passage.tokens.indexOf(token) - 1];
  return (token.first || before?.kind === 'mark' || /^(?:og|eller|så|men|venligst)$/.test(before?.low ?? '')) && [`${token.low}e`, `${token.low}${token.low.at(-1) ?? ''}e`].some((verb) => (lexicon.attempt(verb) & is.INFINITIVE) !== 0);
}

function likeName(word: string, lexicon: Lexicon, names: Map<string, boolean>): boolean {
  if (word.length < 8 || word.includes('-')) return true;
  const low = word.toLowerCase();
  const said = names.get(word) ?? (withOneSlip(low, (candidate) => lexicon.attempt(candidate) !== 0).length === 0 && !(isInstitution(low, lexicon) && slipInPart(low, lexicon).length > 0));
  names.set(word, said);
  return said;
}

/** "Erhversstyrelsen": a name whose last part is a word. */
const isInstitution = (word: string, lexicon: Lexicon): boolean => lexicon.read(word).mask === 0 && /(?:styrelsen|ministeriet|direktoratet|forvaltningen|udvalget|instituttet|foreningen|forbundet|kommissionen|nævnet|rådet|puljen|fonden|kommune|loven)s?$/.test(word);

/** A letter alone among words: what is left of "af" or "at". */
function lonely(token: Token, passage: Passage): boolean {
  return /\p{Ll}{2} $/u.test(passage.text.slice(0, token.from)) && /^ \p{Ll}{2}/u.test(passage.text.slice(token.to)) && !/^ (?:la|conto|jour|posteriori|priori|cappella|kr|og|eller)(?!\p{L})/u.test(passage.text.slice(token.to));
}

const nextIsName = (passage: Passage, token: Token): boolean => {
  const next = passage.tokens[passage.tokens.indexOf(token) + 1];
  return next?.kind === 'word' && /^\p{Lu}/u.test(next.text);
};

async function judge(passage: Passage, token: Token, lexicon: Lexicon, habits: Habits, mayAsk: () => boolean): Promise<Finding | undefined> {
  const word = stripped(token.text);
  const low = word.toLowerCase();
  const { compound, mask, shortest } = lexicon.read(word);
  const slips = withOneSlip(low, (candidate) => (lexicon.attempt(candidate) & ~is.NAME) !== 0 || habits.count(candidate) > 1 && lexicon.isOwn(candidate));
  const used = slips.filter((slip) => habits.count(slip) > 0);
  // An odd compound that the dictionary's rules allow ("tids-le-dig") is believed unless it is one slip from a word.
  // A swapped or a doubled letter explains the word better than an odd compound does.
  const plain = slips.some((slip) => isSwap(slip, low) || unDoubled(low, slip) || unDoubled(slip, low) && (mask === 0 || halved(low, lexicon)));
  // A compound with a part of two or three letters is believed for those that open or close many.
  const odd = compound && !SHORT_PARTS.test(low) && slips.some((slip) => slip.length !== low.length && !slip.startsWith(low.slice(0, -3)));
  // "udviking", "indholder", "deltagene": a letter lost or added inside, where a short part made a compound of it.
  const inside = compound && slips.some((slip) => slip.length !== low.length && slip.charAt(0) === low.charAt(0) && (shortest <= 3 && slip.slice(-3) === low.slice(-3) || low.endsWith('ene') && slip === low.replace(/ne$/, 'rne')) && !slip.includes(' '));
  const glued = gluedWord(low, lexicon);
  if (glued !== undefined && (mask === 0 || compound)) return finding(passage, token.from, token.from + word.length, `"${word}" is two words.`, { hint: `Write "${glued}".`, fix: /^\p{Lu}/u.test(word) ? glued.charAt(0).toUpperCase() + glued.slice(1) : glued });
  if (compound && mask !== 0 && (habits.isHabit(low) || used.length === 0 && !plain && !odd && !inside)) return undefined;
  if (habits.isHabit(low) && used.every((slip) => habits.count(slip) < 3 * habits.count(low))) return undefined;
  const joint = slips.length === 0 ? missingJoint(low, lexicon) : undefined;
  if (joint === undefined && !plain && !odd && !inside && !used.some((slip) => slip.length !== low.length || isSwap(slip, low)) && (bent(low, lexicon, slips.length) || looseCompound(low, lexicon, 1))) return undefined;
  let suggestions = used.length > 0 ? used : slips;
  if (joint !== undefined) suggestions = [joint];
  if (suggestions.length === 0) suggestions = slipInPart(low, lexicon);
  if (suggestions.length === 0) {
    // Only now the engine: 160 ms to load, 100 ms for a hopeless word.
    const speller = await openSpeller();
    if (speller.knows(word)) return undefined;
    if (mayAsk()) suggestions = speller.suggest(word).filter((candidate) => !candidate.includes(' '));
  }
  const cased = suggestions.slice(0, 3).map((suggestion) => (/^\p{Lu}/u.test(word) ? suggestion.charAt(0).toUpperCase() + suggestion.slice(1) : suggestion));
  const to = token.from + word.length;
  const sure = slips.length === 1 && joint === undefined;
  return finding(passage, token.from, to, `"${word}" is not a known word.`, {
    hint: cased.length > 0 ? `Did you mean ${cased.map((suggestion) => `"${suggestion}"`).join(' or ')}?` : 'If it is right, put it in the file that "words" names.',
    ...(sure && cased[0] !== undefined ? { fix: cased[0] } : {}),
  });
}

/** "tilkommunerne", "etstort": a small word that opens no compound, and a whole word that it governs. */
function gluedWord(word: string, lexicon: Lexicon): string | undefined {
  const match = /^(til|og|at|som|det|den|der|et|på|fra|har|er|kan|skal|vores|deres|denne|dette|disse|nogle|flere)(\p{L}{4,})$/u.exec(word);
  const [, small = '', rest = ''] = match ?? [];
  const mask = rest === '' ? 0 : lexicon.direct(rest);
  const governed = /^(?:et|vores|deres|denne|dette|disse|nogle|flere)$/.test(small) ? mask & (is.NOUN | is.ADJECTIVE) : mask & (is.DEFINITE | is.ADJ_E | is.INFINITIVE | is.PRESENT);
  return governed !== 0 && !(small === 'til' && mask & (is.INFINITIVE | is.PRESENT)) ? `${small} ${rest}` : undefined;
}

const isSwap = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

const SHORT_PARTS = /(?:år|by|lov|tid|råd|mål|liv|pas|bog|vej|net|job|tal|dag|syn|bil|hus|sag|kur|fag|hav|sky|sø|å|ø|øl|rum|kor|ret|lån|løn|nat|bus|tog|bad|led|køn|magt|vis|fri|løs|fuld|rig|arm|tom|klar|let|tæt|vel|tro|kræn)(?:e?[nt]|e?t?s|e|er|ene|erne|ens|ets)?$|^(?:små|nær|fri|høj|lav|stor|ny|ung|tve|to|tre|fem|syv|ti|ud|ind|op|ned|for|sam|vel|mis|gen|af|an|bi|om|på|til|ved|med|mod|hen|fra|land|by|år|sø|hav|bil|bus|tog|is|ild|luft|jord|vand|sol|vind|el|gas|olie|skov|vej|hus|bo|tv|web|net|it|ko|kød|fod|øje|øre)/;

/** "hørring" beside "høring". */
const unDoubled = (word: string, slip: string): boolean => slip.length === word.length - 1 && [...word].some((letter, at) => letter === word.charAt(at + 1) && word.slice(0, at) + word.slice(at + 1) === slip);

/** Forms that the dictionary lacks though it has the stem: the imperative, the plural in -r of a noun in -e. */
function bent(word: string, lexicon: Lexicon, slips: number): boolean {
  if ([`${word}e`, `${word}${word.at(-1) ?? ''}e`].some((verb) => (lexicon.direct(verb) & is.INFINITIVE) !== 0)) return true;
  const prefix = /^(?:u|gen|mis|sam|over|under|efter|for|mod|anti|pro|ikke|super|mini|mikro|makro|ultra|inter|trans|post|præ|ex|eks|multi|tvær|kryds|fler)(?=\p{L}{5})/u.exec(word)?.[0];
  if (prefix !== undefined && !(prefix.length > 1 && slips > 0) && lexicon.direct(word.slice(prefix.length)) !== 0) return true;
  const noun = word.replace(/r(?:nes?|s)?$/, '');
  return noun !== word && noun.endsWith('e') && (lexicon.read(noun).mask & is.SINGULAR) !== 0 && (lexicon.read(`${noun}r`).mask & is.PLURAL) === 0;
}

/** "sundhedreform": the joint of the first part is left out. */
function missingJoint(word: string, lexicon: Lexicon): string | undefined {
  for (let at = 4; at <= word.length - 4; at++) {
    const head = word.slice(0, at);
    if (!/(?:hed|ing|ion|else|tet|dom|skab|eri)$/.test(head)) continue;
    const tail = lexicon.direct(word.slice(at)) & is.NOUN;
    if (tail && (lexicon.direct(head) || lexicon.read(head).mask) & is.NOUN_C && lexicon.opens(`${head}s`, 1) && !lexicon.opens(head, 0)) return `${head}s${word.slice(at)}`;
  }
  return undefined;
}

/** Known words joined without the joint that the dictionary prescribes: new compounds are free in this. */
function looseCompound(word: string, lexicon: Lexicon, depth: number): boolean {
  for (let at = 3; at <= word.length - 2; at++) {
    const tail = word.slice(at);
    const mask = lexicon.direct(tail);
    if (!(mask & (is.NOUN | is.ADJECTIVE | is.GENITIVE)) || tail.length < 4 && !/^(?:år|året|by|lov|tid|råd|mål|liv|kur|fag|pas|bog|vej|net|job|tal|dag|syn)$/.test(tail)) continue;
    if (!(mask & is.NOUN) && tail.length < (mask & is.ADJECTIVE ? 5 : 6)) continue;
    const head = word.slice(0, at);
    const bare = head.endsWith('s') ? head.slice(0, -1) : head;
    const opener = (part: string): boolean => part.length >= 3 && (lexicon.direct(part) & (is.NOUN | is.ADJ | is.INFINITIVE | is.NAME | is.OTHER)) !== 0 && !NEVER_NOUN.has(part);
    if (opener(bare) || opener(head) || lexicon.opens(head, 2) || depth > 0 && looseCompound(bare, lexicon, depth - 1)) return true;
  }
  return false;
}

/** "beskæftigelsesrefrom": one part of a compound has the slip. */
function slipInPart(word: string, lexicon: Lexicon): string[] {
  for (let at = 4; at <= word.length - 4; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (lexicon.opens(head, 2)) {
      const slips = withOneSlip(tail, (candidate) => (lexicon.attempt(candidate) & is.NOUN) !== 0);
      if (slips.length > 0) return slips.map((slip) => head + slip);
    }
    if (lexicon.direct(tail) & is.NOUN && tail.length > 4) {
      const slips = withOneSlip(head, (candidate) => candidate.length > 4 && lexicon.opens(candidate, 1));
      if (slips.length > 0) return slips.map((slip) => slip + tail);
    }
  }
  return [];
}

/** How often the publication writes a word: three times and in one way, it is a habit. */
class Habits {
  private readonly counts = new Map<string, number>();
  private readonly stems = new Map<string, number>();

  constructor({ passages }: ProofContext) {
    for (const { tokens, language } of passages) {
      if (language !== 'da') continue;
      for (const { kind, low } of tokens) {
        if (kind !== 'word') continue;
        this.counts.set(low, (this.counts.get(low) ?? 0) + 1);
      }
    }
  }

  /** Unknown words that begin alike: forms of one word. */
  learn(unknown: readonly string[]): void {
    for (const word of unknown) if (word.length > 8) this.stems.set(word.slice(0, -3), (this.stems.get(word.slice(0, -3)) ?? 0) + 1);
  }

  count(word: string): number {
    return this.counts.get(word) ?? 0;
  }

  isHabit(word: string): boolean {
    return this.count(word) >= HABIT || word.length > 8 && [0, 1, 2, 3].reduce((sum, cut) => sum + (this.stems.get(word.slice(0, word.length - cut)) ?? 0), 0) > HABIT;
  }
}
