// Verbs that cannot be right where they stand, told by the whole clause: none at all, a participle after a modal, an infinitive alone.
import { danishPassages, lookAtWords, isFinite, isInfinitive, isPresent, maskOf, onlyA } from '../danish/look.ts';
import { ADVERBS, FINITES, MODALS, NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';
import { afterCould, auxiliaryAgain, imperativeInside, modalAfterHave, nounAfterHave, ogAfterAdjective, presentBeyondPhrase, smallYou, thatInfinitive, infinitiveBeforeSubject } from './far-verbs.ts';
import { clausesWithoutFinite } from './no-finite.ts';

const isPlain = (token: Token | undefined): token is Token => token?.kind === 'word' && /^\p{Ll}+$/u.test(token.text);
const isAdverb = (token: Token | undefined): boolean => token !== undefined && ADVERBS.has(token.low);
const participleOf = (verb: string, lexicon: Lexicon): string | undefined => {
  const stem = verb.replace(/r$/, '');
  return PARTICIPLES[stem] ?? [`${stem}t`, `${stem}et`, `${stem.slice(0, -1)}t`, `${stem.slice(0, -1)}et`].find((candidate) => (lexicon.direct(candidate) & is.PARTICIPLE) !== 0);
};
const PARTICIPLES: Readonly<Record<string, string>> = { være: 'været', blive: 'blevet', få: 'fået', gå: 'gået', stå: 'stået', se: 'set', give: 'givet', tage: 'taget', overtage: 'overtaget', have: 'haft', gøre: 'gjort', komme: 'kommet', ske: 'sket' };

/** "har være", "har overtager ansvaret": what a participle alone can be. */
function afterHave(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!/^(?:har|havde|have)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  if (/^(?:vi|de|man|han|hun|jeg)$/.test(tokens[at]?.low ?? '')) at++;
  while (isAdverb(tokens[at]) && at < index + 4) at++;
  const form = tokens[at];
  const next = tokens[at + 1];
  if (!isPlain(form)) return undefined;
  const mask = maskOf(form, lexicon);
  // "har kun få gange måttet": few of them.
  const infinitive = /^(?:være|blive|få|give|tage|gøre|komme)$/.test(form.low) && !(form.low === 'få' && next !== undefined && (maskOf(next, lexicon) & is.PLURAL) !== 0);
  const definite = next?.kind === 'word' && (/^(?:den|det|de|en|et|vores|deres|sig|flere)$/.test(next.low) || onlyA(maskOf(next, lexicon), is.DEFINITE));
  const agent = /r$/.test(form.low) && (mask & is.PRESENT) !== 0 && onlyA(mask, is.PRESENT | is.NOUN_C) && definite;
  // "har aftalte en plan": the past where the participle belongs, an article or "at" after it.
  const past = (mask & is.PAST) !== 0 && onlyA(mask, is.PAST | is.ADJ_E) && (next?.kind === 'number' || /^(?:en|et|den|det|at|vores|deres|sig|to|tre|fire|fem|seks|mange)$/.test(next?.low ?? ''));
  if (!infinitive && !agent && !past) return undefined;
  const right = past ? [form.text.slice(0, -1), form.text.replace(/ede$/, 'et')].find((candidate) => (lexicon.direct(candidate) & is.PARTICIPLE) !== 0) : participleOf(form.text, lexicon);
  return right === undefined ? undefined : finding(passage, form.from, form.to, `After "${token.text}" stands the past participle.`, { hint: `Write "${right}".`, fix: right });
}

/** "blev genoptager", "er indgå": "blive" has a participle, or an adjective, after it. */
function afterBecome(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!/^(?:blev|bliver|blevet|blive|er|var|været)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  while (isAdverb(tokens[at]) && at < index + 3) at++;
  const form = tokens[at];
  const short = /^(?:blev|bliver|blevet)$/.test(token.low) && isInfinitive(form, lexicon) && isPlain(form) && !NEVER_NOUN.has(form.low) && form.low.length === 4;
  if (!isPlain(form) || !short && (!isPresent(form, lexicon) || FINITES.has(form.low) || form.low.length < 5)) return undefined;
  const right = participleOf(form.text, lexicon);
  // "Det, vi er, kræver", "Sådan er, ser": not without a mark between.
  return right === undefined ? undefined : finding(passage, form.from, form.to, `After "${token.text}" stands the past participle.`, { hint: `Write "${right}".`, fix: right });
}

/** "skal sikret", "at været": the infinitive. */
function participleForInfinitive(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const modal = MODALS.has(token.low);
  if (!modal && token.low !== 'at') return undefined;
  const { tokens } = passage;
  let at = index + 1;
  while (isAdverb(tokens[at]) && at < index + 3) at++;
  const form = tokens[at];
  if (!isPlain(form) || NEVER_NOUN.has(form.low)) return undefined;
  const mask = maskOf(form, lexicon);
  const present = modal && onlyA(mask, is.PRESENT_PARTICIPLE);
  if (!present && (!(mask & is.PARTICIPLE) || !onlyA(mask, is.PARTICIPLE | is.ADJ | is.ADJ_T | is.DEF_N))) return undefined;
  // An adverb in -t, or one whose infinitive comes later: "kan målrettet arbejde", "at øget fokus giver".
  const rest = tokens.slice(at + 1).filter(({ sentence }) => sentence === token.sentence);
  const stop = rest.findIndex(({ kind, text }) => kind === 'mark' && /^[,.;:!?]$/.test(text));
  const clause = stop < 0 ? rest : rest.slice(0, stop);
  if (clause.some((other) => (maskOf(other, lexicon) & (is.INFINITIVE | is.FINITE | is.PASSIVE)) !== 0 && !NEVER_NOUN.has(other.low) || isFinite(other, lexicon))) return undefined;
  const infinitive = [form.text.replace(/nde$/, ''), form.text.replace(/t$/, ''), form.text.replace(/t$/, 'e'), form.text.replace(/et$/, 'e')].find((candidate) => (lexicon.direct(candidate) & is.INFINITIVE) !== 0) ?? (form.low === 'været' ? 'være' : form.low === 'haft' ? 'have' : form.low === 'fået' ? 'få' : undefined);
  if (infinitive === undefined || modal && !present && form.low !== 'været' && !clause.some(({ low }) => /^(?:en|et|den|det|de|at|vores|deres|alle)$/.test(low)) && clause.length > 0) return undefined;
  return finding(passage, form.from, form.to, `After "${token.text}" stands the infinitive.`, { hint: `Write "${infinitive}".`, fix: infinitive });
}

/** "Derfor arbejde vi", "Det svare til": an infinitive that has a subject and no modal. */
function infinitiveForPresent(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  const say = (verb: Token): Finding | undefined => {
    const present = `${verb.text}r`;
    return lexicon.direct(present) & is.PRESENT ? finding(passage, verb.from, verb.to, 'The present tense lacks its -r.', { fix: present, hint: `Write "${present}".` }) : undefined;
  };
  const next = tokens[index + 1];
  // Inverted: something first, the verb, then a pronoun that is a subject and nothing else.
  if (isPlain(token) && /[eåo]$/.test(token.low) && next && /^(?:vi|jeg|han|hun|man)$/.test(next.low) && next.spaced && (maskOf(token, lexicon) & is.INFINITIVE) !== 0 && !NEVER_NOUN.has(token.low) && tokens[index - 1]?.first !== undefined && opens(tokens, index, lexicon)) return say(token);
  if (!token.first || !/^(?:det|den|de|dette|disse)$/.test(token.low) || !next?.spaced || !isPlain(next)) return undefined;
  const mask = maskOf(next, lexicon);
  const third = tokens[index + 2];
  // "Det svare til": an adjective too ("svær"), but no noun follows it.
  const verb = isInfinitive(next, lexicon) || (mask & is.INFINITIVE) !== 0 && onlyA(mask, is.INFINITIVE | is.IMPERATIVE | is.ADJ_E) && /^(?:til|for|om|på|af|med|sig|at|i|en|et|den|det|de|ikke|også)$/.test(third?.low ?? '');
  return verb && /[eåo]$/.test(next.low) && !/^(?:være|ene|samme|hele|halve|lille)$/.test(next.low) && !clauseHasFinite(tokens, index + 1, lexicon) ? say(next) : undefined;
}

/** One constituent before the verb, and no verb in it. */
function opens(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const sentence = tokens[index]?.sentence;
  let at = index - 1;
  let names = 0;
  for (; at >= 0 && tokens[at]?.sentence === sentence; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' && token.text !== ',' || token.low === 'og' && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') && index - at < 8 && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')) { if (token?.low === 'og') { names = 3; continue; } return false; }
    if (isFinite(token, lexicon) || /^(?:at|og|som|der|hvis|når|fordi|eller|hvad|hvor|lad|lade|lader)$/.test(token.low) || (maskOf(token, lexicon) & is.FINITE) !== 0 && !NEVER_NOUN.has(token.low)) return false;
  }
  return index - at <= 5 + names;
}

function clauseHasFinite(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  for (let at = index; at < tokens.length && tokens[at]?.sentence === tokens[index]?.sentence && tokens[at]?.text !== ','; at++) {
    const token = tokens[at];
    if (token && (isFinite(token, lexicon) || (maskOf(token, lexicon) & is.FINITE) !== 0 && !NEVER_NOUN.has(token.low))) return true;
  }
  return false;
}

const SOUNDS: Readonly<Record<string, string>> = { for: 'får', ar: 'har', her: 'er', et: 'er', en: 'er', kam: 'kan', skat: 'skal', vi: 'vil' };

/** "Kommunerne for flere opgaver.": the whole sentence has no verb, and its second word sounds like one. */
function noVerb(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!token.first || passage.kind !== 'paragraph') return undefined;
  const { tokens } = passage;
  const subject = /^(?:vi|det|han|hun|jeg|man|de)$/.test(token.low) || onlyA(maskOf(token, lexicon), is.DEFINITE);
  const second = tokens[index + 1];
  if (!subject || !isPlain(second)) return undefined;
  const rest = tokens.slice(index + 1).filter(({ sentence }) => sentence === token.sentence);
  const comma = rest.findIndex(({ text }) => text === ',');
  const main = comma < 0 ? rest : rest.slice(0, comma);
  if (main.length < 3 || !/^[.!]$/.test(rest.at(-1)?.text ?? '') || rest.some(({ text }) => /^[:;–"»«”“?]$/.test(text))) return undefined;
  if (comma >= 0 && !/^(?:at|som|der|men|hvis|når|fordi|så)$/.test(rest[comma + 1]?.low ?? '')) return undefined;
  if (main.some((word) => (isFinite(word, lexicon) || (maskOf(word, lexicon) & (is.FINITE | is.PASSIVE)) !== 0 || maskOf(word, lexicon) === 0) && word.kind === 'word' && !NEVER_NOUN.has(word.low) || FINITES.has(word.low) || MODALS.has(word.low))) return undefined;
  const mask = maskOf(second, lexicon);
  // "Pengene fordels efter": a genitive for the passive.
  const passive = onlyA(mask, is.GENITIVE) ? [second.text.replace(/s$/, 'es'), second.text.replace(/rs$/, 's')].find((candidate) => candidate !== second.text && (lexicon.direct(candidate) & is.PASSIVE) !== 0) : undefined;
  if (passive !== undefined) return finding(passage, second.from, second.to, `The sentence has no verb: "${second.text}" for "${passive}"?`, { hint: `Write "${passive}".` });
  const right = SOUNDS[second.low];
  if (right !== undefined && !(second.low === 'for' && /^(?:mig|dig|ham|hende|os|jer|dem|at)$/.test(tokens[index + 2]?.low ?? ''))) return finding(passage, second.from, second.to, `The sentence has no verb: "${second.text}" for "${right}"?`, { hint: `Write "${right}".` });
  // "Kommunerne løst opgaven", "Vi arbejdet for": a participle without its auxiliary.
  if ((mask & is.PARTICIPLE) !== 0 && onlyA(mask, is.PARTICIPLE | is.ADJ | is.ADJ_T) && /^(?:en|et|den|det|de|vores|deres|flere|mange|nye|at|en|med|på|til|om)$/.test(tokens[index + 2]?.low ?? '')) return finding(passage, second.from, second.to, `The sentence has no finite verb: "har", "er" or "blev" is missing before "${second.text}", or it has the wrong ending.`);
  return undefined;
}

/** "I foråret afholdte foreningen": the past of "holde" is "holdt". */
function weakPast(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!/^\p{Ll}{2,8}holdte$/u.test(token.text)) return undefined;
  const next = passage.tokens[index + 1];
  const subject = passage.tokens[index - 1];
  if (!next || !(/^(?:vi|de|man|han|hun|en|et|den|det)$/.test(next.low) || onlyA(maskOf(next, lexicon), is.DEFINITE) || /^\p{Lu}/u.test(next.text)) || /^(?:de|den|det|disse|vores|deres)$/.test(subject?.low ?? '')) return undefined;
  const right = token.text.slice(0, -1);
  return finding(passage, token.from, token.to, `The past tense is "${right}".`, { fix: right, hint: `Write "${right}".` });
}

/** "tonen bliv", "vi arbejd": a bare stem after its subject. */
function stemForPresent(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const next = passage.tokens[index + 1];
  if (!isPlain(next) || next.low.length < 4 || maskOf(next, lexicon) !== is.IMPERATIVE || NEVER_NOUN.has(next.low)) return undefined;
  if (!/^(?:vi|man|han|hun|som|der|det)$/.test(token.low) && !onlyA(maskOf(token, lexicon), is.DEFINITE)) return undefined;
  const right = [`${next.text}er`, `${next.text}${next.text.at(-1) ?? ''}er`].find((candidate) => (lexicon.direct(candidate) & is.PRESENT) !== 0);
  return right === undefined ? undefined : finding(passage, next.from, next.to, `The verb lacks its ending.`, { hint: `Write "${right}".`, fix: right });
}

/** "om at afsatte 120 mio. kr.": after "at" stands no past tense. */
function pastAfterAt(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (token.low !== 'at') return undefined;
  const { tokens } = passage;
  const verb = tokens[index + 1];
  const next = tokens[index + 2];
  if (!isPlain(verb) || NEVER_NOUN.has(verb.low) || !(maskOf(verb, lexicon) & is.PAST) || !onlyA(maskOf(verb, lexicon), is.PAST | is.ADJ_E)) return undefined;
  if (!(next?.kind === 'number' || /^(?:en|et|den|det|de|at|på|til|i|med|om|for|sig|vores|deres|flere|nye)$/.test(next?.low ?? '')) || clauseHasFinite(tokens, index + 2, lexicon)) return undefined;
  return finding(passage, verb.from, verb.to, 'After "at" stands the infinitive.', {});
}

/** "Et flertal i Folketinget stemt for forslaget.": a subject, a participle, and no finite verb in the sentence. */
function participleAlone(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!token.first || passage.kind !== 'paragraph' || !(/^(?:en|et|den|det|de|vi|vores|flere|mange)$/.test(token.low) || onlyA(maskOf(token, lexicon), is.DEFINITE))) return undefined;
  const sentence = passage.tokens.slice(index).filter((other) => other.sentence === token.sentence);
  if (sentence.length < 6 || sentence.at(-1)?.text !== '.' || sentence.some(({ kind, text }) => kind === 'mark' && text !== '.' || kind === 'number')) return undefined;
  let participle: Token | undefined;
  for (const [position, word] of sentence.slice(0, -1).entries()) {
    const mask = maskOf(word, lexicon);
    if (mask === 0 && /^\p{Ll}/u.test(word.text) || FINITES.has(word.low) || MODALS.has(word.low) || isFinite(word, lexicon)) return undefined;
    if (NEVER_NOUN.has(word.low) || position === 0) continue;
    if (mask & (is.FINITE | is.INFINITIVE | is.PASSIVE) || mask === is.OTHER && /s$/.test(word.low)) return undefined;
    const next = sentence[position + 1];
    if (!participle && position > 0 && (mask & is.PARTICIPLE) !== 0 && onlyA(mask, is.PARTICIPLE | is.ADJ | is.ADJ_T) && /^(?:for|at|en|et|den|det|de|på|til|om|med|vores)$/.test(next?.low ?? '')) participle = word;
  }
  return participle && finding(passage, participle.from, participle.to, `The sentence has no finite verb: "har", "er" or "blev" is missing, or "${participle.text}" has the wrong ending.`, {});
}

/** "skal ikke at vente": a modal takes the bare infinitive. */
function atAfterModal(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!/^(?:skal|kan|vil|må|bør|skulle|kunne|ville|måtte)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  while (/^(?:ikke|også|derfor|altid|aldrig|fortsat|stadig|gerne|dog)$/.test(tokens[at]?.low ?? '')) at++;
  const small = tokens[at];
  const verb = tokens[at + 1];
  if (small?.low !== 'at' || !verb || !(maskOf(verb, lexicon) & is.INFINITIVE) || !isPlain(verb)) return undefined;
  return finding(passage, small.from, verb.to, `After "${token.text}" the infinitive has no "at".`, { fix: verb.text, hint: `Write "${verb.text}".` });
}

/** "Kontoret … er blevet renoverede": the subject is singular. */
function pluralPredicate(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!token.first || !onlyA(maskOf(token, lexicon), is.DEF_C | is.DEF_N)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  // A preposition and a name may stand between.
  while (at < index + 5 && (/^(?:i|på|for|til|af|ved|fra|om)$/.test(tokens[at]?.low ?? '') || /^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at]?.kind === 'word')) at++;
  if (!/^(?:er|blev|bliver|var)$/.test(tokens[at]?.low ?? '')) return undefined;
  at++;
  while (/^(?:blevet|nu|også|allerede|derfor|ikke|desuden|samtidig)$/.test(tokens[at]?.low ?? '')) at++;
  const form = tokens[at];
  if (!isPlain(form) || !/(?:ede|[^s]te)$/.test(form.low) || !onlyA(maskOf(form, lexicon), is.ADJ_E | is.PAST) || !/^[.,]$|^(?:i|på|af|til|med|for|og)$/.test(tokens[at + 1]?.text ?? '')) return undefined;
  const right = [form.text.replace(/ede$/, 'et'), form.text.slice(0, -1)].find((candidate) => (lexicon.read(candidate).mask & is.PARTICIPLE) !== 0 && candidate !== form.text);
  return right === undefined ? undefined : finding(passage, form.from, form.to, `The subject "${token.text}" is singular.`, { hint: `Write "${right}".`, fix: right });
}

const LOOKS = [afterHave, afterBecome, participleForInfinitive, infinitiveForPresent, noVerb, weakPast, stemForPresent, pastAfterAt, participleAlone, atAfterModal, pluralPredicate, imperativeInside, presentBeyondPhrase, thatInfinitive, afterCould, nounAfterHave, ogAfterAdjective, modalAfterHave, auxiliaryAgain, smallYou, infinitiveBeforeSubject];

export const verbSlips: Rule = {
  id: 'verb-form', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      yield* clausesWithoutFinite(passage, lexicon);
      yield* lookAtWords(passage, lexicon, LOOKS);
    }
  },
};
