// Names of two words or more, spelled two ways: "Jørgen Thyssen" and "Jørgen Thysen", "Poul-Erik Sand" and "Poul Erik Sand".
import { distance } from 'fastest-levenshtein';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { swapped } from '../nearest.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type ProofContext } from '../rule.ts';
import type { Token } from '../tokens.ts';

interface Part { readonly text: string; readonly from: number; readonly to: number }
/** `beyond`: the capitalised words before and after the two. */
interface Pair { readonly passage: Passage; readonly first: Part; readonly second: Part; readonly beyond: { readonly first: string; readonly second: string } }

/** Without the genitive's ending. */
const bare = (text: string): string => text.replace(/['’]s?$/u, '').replace(/(?<=[^sy])s$/u, '');
const fold = (text: string): string => text.toLowerCase().replace(/aa/g, 'å').replace(/[öÖ]/g, 'ø').replace(/[äÄ]/g, 'æ');

const isName = (token: Token | undefined): token is Token => token?.kind === 'word' && /^\p{Lu}[\p{L}’'-]*\p{Ll}/u.test(token.text) && !/[-.]$/.test(token.text);

/** Two capitalised words side by side; a heading in capitals says nothing of names. */
function pairsOf(passages: readonly Passage[]): Pair[] {
  const pairs: Pair[] = [];
  for (const passage of passages) {
    const { tokens } = passage;
    if (passage.kind === 'heading' && passage.language === 'en') continue;
    for (const [index, token] of tokens.entries()) {
      const next = tokens[index + 1];
      if (!isName(token) || !isName(next) || !next.spaced || next.sentence !== token.sentence || passage.text.slice(token.to, next.from) !== ' ') continue;
      const [before, after] = [tokens[index - 1], tokens[index + 2]];
      pairs.push({ passage, first: token, second: next, beyond: { first: isName(before) ? bare(before.text) : '', second: isName(after) ? bare(after.text) : '' } });
    }
  }
  return pairs;
}

export function* fullNames({ passages, lexicon, words }: ProofContext): Generator<Finding> {
  const pairs = pairsOf(passages);
  const times = new Map<string, number>();
  for (const { tokens } of passages) for (const token of tokens) if (isName(token)) times.set(bare(token.text), (times.get(bare(token.text)) ?? 0) + 1);
  const told = new Set<string>();
  for (const side of ['second', 'first'] as const) {
    const other = side === 'second' ? 'first' : 'second';
    const byAnchor = new Map<string, Pair[]>();
    for (const pair of pairs) {
      const anchor = bare(pair[other].text);
      if (anchor.length >= 2) byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), pair]);
    }
    for (const list of byAnchor.values()) {
      const forms = new Map<string, Pair[]>();
      for (const pair of list) forms.set(bare(pair[side].text), [...(forms.get(bare(pair[side].text)) ?? []), pair]);
      const sorted = [...forms].sort(([a, one], [b, two]) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || two.length - one.length);
      for (const [index, [name, uses]] of sorted.entries()) {
        if (words.has(name)) continue;
        const right = sorted.slice(0, index).find(([candidate, there]) => variant(name, candidate, lexicon, passages[0]?.language ?? '', uses.some(({ beyond }) => there.some((pair) => (['first', 'second'] as const).some((end) => beyond[end] !== '' && pair.beyond[end] === beyond[end])))));
        if (!right) continue;
        // Two that are both at home, and often, are two.
        if (uses.length >= 2 && (uses.length > 2 || uses.length >= right[1].length)) continue;
        for (const { passage, [side]: part } of uses) {
          const key = `${passage.id}:${part.from}`;
          if (told.has(key)) continue;
          told.add(key);
          yield finding(passage, part.from, part.from + name.length, `"${name}" is spelled "${right[0]}" elsewhere.`, { hint: `Did you mean "${right[0]}"?` });
        }
      }
    }
  }
  yield* joined(passages);
  yield* smallPart(passages, pairs, lexicon);
}

/** Whether two names are one, misspelled: a letter apart, and not two words or names that there are. */
function variant(one: string, other: string, lexicon: Lexicon | undefined, language: string, sure: boolean): boolean {
  if (Math.min(one.length, other.length) < 3) return false;
  const [a, b] = [fold(one), fold(other)];
  if (a === b || a.replace(/-/g, '') === b.replace(/-/g, '')) return one !== other;
  const apart = swapped(a, b) ? 1 : distance(a, b);
  const length = Math.max(a.length, b.length);
  const letters = (text: string): string => [...new Set(text)].sort().join('');
  if (apart > (length >= 10 || length >= 7 && letters(a) === letters(b) ? 2 : 1) || length < 4 || a.charAt(0) !== b.charAt(0) && length < 7) return false;
  // Endings of nouns: "Region" and "Regioner".
  const known = (word: string): boolean => (lexicon?.read(word).mask ?? 0) !== 0;
  if (/^\d|\d$/.test(one) || /^\d|\d$/.test(other)) return false;
  if (language === 'en' && (one === `${other}s` || other === `${one}s` || /(?:ed|ing|al|ly)$/.test(one) && apart > 1)) return false;
  // Between the same two words; or a word of another meaning in the place of a name.
  if (sure) return true;
  const direct = (word: string): boolean => lexicon !== undefined && (lexicon.direct(word) | lexicon.direct(word.toLowerCase())) !== 0;
  if (direct(one) && direct(other) || known(one) && known(other) && ends(a, b)) return lexicon !== undefined && lexicon.direct(one) === 0 && (lexicon.direct(other) & is.NAME) !== 0 && !ends(a, b);
  return !(ends(a, b) && (known(one.toLowerCase()) || known(other.toLowerCase())));
}
const ends = (one: string, other: string): boolean => { const [short, long] = one.length < other.length ? [one, other] : [other, one]; return long.startsWith(short) && /^(?:[esnrt]|en|et|er|ne)$/.test(long.slice(short.length)); };

/** "Lars-Henrik Madsen" and "Lars Henrik Madsen". */
function* joined(passages: readonly Passage[]): Generator<Finding> {
  interface Use { readonly passage: Passage; readonly from: number; readonly to: number; readonly text: string; readonly after: string }
  const forms = new Map<string, { hyphen: Use[]; space: Use[] }>();
  for (const passage of passages) {
    for (const match of passage.text.matchAll(/(?<![\p{L}-])(\p{Lu}\p{L}+)([- ])(\p{Lu}\p{Ll}+)(?![\p{L}-])(?: (\p{Lu}\p{Ll}+))?/gu)) {
      // A match may begin a word too early: "Formand Lars Henrik".
      const again = /(?<![\p{L}-])(\p{Lu}\p{L}+)([- ])(\p{Lu}\p{Ll}+)(?![\p{L}-])(?: (\p{Lu}\p{Ll}+))?/gu;
      again.lastIndex = match.index;
      for (let at: number | undefined = match.index; at !== undefined;) {
        again.lastIndex = at;
        const found = again.exec(passage.text);
        if (!found || found.index > match.index + match[0].length) break;
        const [, first = '', joint = '', second = '', after = ''] = found;
        const entry = forms.get(`${first} ${bare(second)}`) ?? { hyphen: [], space: [] };
        forms.set(`${first} ${bare(second)}`, entry);
        const use = { passage, from: found.index, to: found.index + first.length + 1 + second.length, text: `${first}${joint}${second}`, after: bare(after) };
        const list = joint === '-' ? entry.hyphen : entry.space;
        if (!list.some(({ passage: there, from }) => there === passage && from === use.from)) list.push(use);
        at = found.index + first.length + 1;
      }
    }
  }
  for (const { hyphen, space } of forms.values()) {
    const same = (one: Use, list: readonly Use[]): boolean => list.some((other) => one.after === other.after);
    const [hyphened, spaced] = [hyphen.filter((use) => same(use, space)), space.filter((use) => same(use, hyphen))];
    if (hyphened.length === 0 || spaced.length === 0) continue;
    const [fewer, more] = hyphen.length < space.length ? [hyphened, space] : [spaced, hyphen];
    for (const { passage, from, to, text } of fewer) yield finding(passage, from, to, `"${text}" is written "${more[0]?.text ?? ''}" elsewhere.`, { hint: 'Use one form.' });
  }
}

/** At a sentence's start a capital tells nothing: only a word that no dictionary has is a name there. */
const isNameHere = ({ text }: Token, lexicon: Lexicon | undefined): boolean => lexicon !== undefined && (lexicon.direct(text.toLowerCase()) === 0 || (lexicon.direct(text) & is.NAME) !== 0);

/** "Sønderby renseanlæg" beside "Sønderby Renseanlæg"; "maritime kulturdag" beside "Maritime Kulturdag". */
function* smallPart(passages: readonly Passage[], pairs: readonly Pair[], lexicon: Lexicon | undefined): Generator<Finding> {
  const big = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.passage.kind === 'heading' || pair.passage.kind === 'title' || pair.passage.kind === 'cell' || /[-]/.test(pair.second.text)) continue;
    const key = `${pair.first.text.toLowerCase()} ${bare(pair.second.text.toLowerCase())}`;
    big.set(key, [...(big.get(key) ?? []), pair]);
  }
  const small = new Map<string, { passage: Passage; first: Token; second: Token }[]>();
  for (const passage of passages) {
    if (passage.kind === 'heading' || passage.kind === 'title' || passage.kind === 'cell' || passage.kind === 'name') continue;
    for (const [index, first] of passage.tokens.entries()) {
      const second = passage.tokens[index + 1];
      if (first.kind !== 'word' || second?.kind !== 'word' || !second.spaced || first.first && /^\p{Lu}/u.test(first.text) && !isNameHere(first, lexicon) || !/^\p{Ll}/u.test(second.text) || second.sentence !== first.sentence) continue;
      const key = `${first.low} ${bare(second.low)}`;
      if (big.has(key)) small.set(key, [...(small.get(key) ?? []), { passage, first, second }]);
    }
  }
  for (const [key, lower] of small) {
    const upper = big.get(key) ?? [];
    const [one] = upper;
    if (!one || one.second.text.length < 5 || one.first.text.length < 4 && /^(?:den|det|de|the|a|an|en|et|i|in|og|and|of|af|for|til|to|på|ved|fra|new|our|min|din)$/i.test(one.first.text)) continue;
    // A genitive before a common noun: "Aarhus Havn" may be one thing and "Aarhus havn" another; "Danmarks kommuner" surely is.
    if (/s$/.test(one.first.text) && (lexicon?.read(one.first.text).mask ?? 0) & is.GENITIVE && !/^\p{Ll}/u.test(lower[0]?.first.text ?? '')) continue;
    // "Direktør Holm" at a sentence's start and "direktør" elsewhere.
    const middle = upper.filter(({ passage, first }) => passage.tokens.find(({ from }) => from === first.from)?.first === false || /^\p{Lu}/u.test(lower[0]?.first.text ?? ''));
    if (middle.length === 0 || Math.max(middle.length, lower.length) < 2) continue;
    // In English, capitals are given to any term that somebody thinks much of.
    const certain = lower[0]?.passage.language === 'en' ? { certain: false as const } : {};
    if (lower.length <= middle.length) for (const { passage, first, second } of lower) yield finding(passage, /^\p{Lu}/u.test(first.text) ? second.from : first.from, second.to, `"${first.text} ${second.text}" is written "${one.first.text} ${one.second.text}" elsewhere.`, { hint: 'Use one form.', ...certain });
    else for (const { passage, first, second } of middle) yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is written "${lower[0]?.first.text ?? ''} ${lower[0]?.second.text ?? ''}" elsewhere.`, { hint: 'Use one form.', ...certain });
  }
}
