// Verb forms told by what stands further away: an imperative inside a sentence, a present tense beyond the phrase that parts it from its modal.
import { isFinite, isNoun, maskOf, onlyA, type Look } from '../danish/look.ts';
import { ADVERBS, FINITES, MODALS, NEVER_NOUN, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { finding } from '../rule.ts';
import type { Token } from '../tokens.ts';

const isPlain = (token: Token | undefined): token is Token => token?.kind === 'word' && /^\p{Ll}+$/u.test(token.text);

/** "for at nedbring", "Ellers bliv det": no command stands inside a sentence. */
export const imperativeInside: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (!isPlain(token) || token.first || token.low.length < 4 || NEVER_NOUN.has(token.low) || before?.kind !== 'word' || before.sentence !== token.sentence) return undefined;
  const mask = maskOf(token, lexicon);
  if (mask !== is.IMPERATIVE && mask !== 0) return undefined;
  const stem = [`${token.text}e`, `${token.text}${token.text.at(-1) ?? ''}e`].find((verb) => (lexicon.attempt(verb) & is.INFINITIVE) !== 0);
  if (stem === undefined) return undefined;
  if (before.low === 'at' || MODALS.has(before.low)) return finding(passage, token.from, token.to, `After "${before.text}" stands the infinitive.`, { hint: `Write "${stem}".`, fix: stem });
  // Inverted: an adverb or a phrase first, the verb, then a subject that is nothing else.
  const subject = /^(?:vi|jeg|han|hun|man|det|der|de)$/.test(next?.low ?? '') && before.first && ADVERBS.has(before.low);
  return subject ? finding(passage, token.from, token.to, 'The verb lacks its ending.', { hint: `Write "${stem}r".`, fix: `${stem}r` }) : undefined;
};

/** "kan efter ansøgning giver dispensation", "vil i fællesskab udbyder kurser". */
export const presentBeyondPhrase: Look = (passage, index, token, lexicon) => {
  if (!/^(?:kan|skal|vil|må|bør)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  const isSubject = (word: Token | undefined): boolean => /^(?:vi|de|man|han|hun)$/.test(word?.low ?? '') || onlyA(maskOf(word, lexicon), is.DEFINITE);
  if (isSubject(tokens[at])) at++;
  if (!PREPOSITIONS.has(tokens[at]?.low ?? '')) return undefined;
  at++;
  // The phrase: up to three words, none of them a verb, the last a noun.
  const from = at;
  while (at < from + 3 && isPlain(tokens[at]) && !isNoun(tokens[at], lexicon) && (maskOf(tokens[at], lexicon) & is.ADJECTIVE || /^(?:en|et|den|det|de|vores|deres|alle|flere|hver|hvert)$/.test(tokens[at]?.low ?? ''))) at++;
  if (!isPlain(tokens[at]) || !isNoun(tokens[at], lexicon)) return undefined;
  const verb = tokens[at + 1];
  const next = tokens[at + 2];
  if (!isPlain(verb) || !verb.low.endsWith('r') || verb.sentence !== token.sentence || FINITES.has(verb.low) && !/^(?:giver|tager|får|gør|ser|går|kommer|står|holder|viser)$/.test(verb.low) || MODALS.has(verb.low)) return undefined;
  const infinitive = verb.text.slice(0, -1);
  if (!(maskOf(verb, lexicon) & is.PRESENT) || !(lexicon.direct(infinitive) & is.INFINITIVE)) return undefined;
  // The clause has no infinitive of its own, and an object or a preposition follows.
  if (!next || !(/^(?:en|et|den|det|de|sig|at|til|for|på|om|i|med|vores|deres|flere|alle)$/.test(next.low) || isNoun(next, lexicon) || onlyA(maskOf(next, lexicon), is.ADJECTIVE))) return undefined;
  for (let rest = at + 2; rest < tokens.length && tokens[rest]?.sentence === token.sentence && tokens[rest]?.kind !== 'mark'; rest++) {
    const word = tokens[rest];
    if (/^(?:at|og|eller|som|der|hvis|når)$/.test(word?.low ?? '')) break;
    if (isFinite(word, lexicon) || (maskOf(word, lexicon) & is.INFINITIVE) !== 0 && !NEVER_NOUN.has(word?.low ?? '')) return undefined;
  }
  return finding(passage, verb.from, verb.to, `After "${token.text}" stands the infinitive.`, { hint: `Write "${infinitive}".`, fix: infinitive });
};

/** "Det betyde, at": a noun too, but "det" and "at" leave it only the verb. */
export const thatInfinitive: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  const verb = tokens[index + 1];
  if (!token.first || !/^(?:det|dette)$/.test(token.low) || !isPlain(verb) || !/e$/.test(verb.low) || NEVER_NOUN.has(verb.low)) return undefined;
  const comma = tokens[index + 2]?.text === ',';
  if (tokens[index + (comma ? 3 : 2)]?.low !== 'at' || !(maskOf(verb, lexicon) & is.INFINITIVE)) return undefined;
  const present = `${verb.text}r`;
  return presentKnown(present, lexicon) ? finding(passage, verb.from, verb.to, 'The present tense lacks its -r.', { hint: `Write "${present}".`, fix: present }) : undefined;
};

const presentKnown = (form: string, lexicon: Lexicon): boolean => (lexicon.direct(form) & is.PRESENT) !== 0;

/** "har måttet lukkede", "har kunnet ser": after a modal's participle the infinitive too. */
export const afterCould: Look = (passage, index, token, lexicon) => {
  if (!/^(?:kunnet|skullet|villet|måttet|burdet|turdet)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  while (ADVERBS.has(tokens[at]?.low ?? '') && at < index + 3) at++;
  const form = tokens[at];
  if (!isPlain(form) || form.low.length < 4 || !onlyA(maskOf(form, lexicon), is.FINITE | is.ADJ_E) || !(maskOf(form, lexicon) & is.FINITE)) return undefined;
  const right = [form.text.replace(/r$/, ''), form.text.replace(/de$/, ''), form.text.replace(/te$/, 'e')].find((candidate) => candidate !== form.text && (lexicon.direct(candidate) & is.INFINITIVE) !== 0);
  return right === undefined ? undefined : finding(passage, form.from, form.to, `After "${token.text}" stands the infinitive.`, { hint: `Write "${right}".`, fix: right });
};

/** "Vi har besøg tolv skoler": a noun that is the participle without its -t, and an object after it. */
export const nounAfterHave: Look = (passage, index, token, lexicon) => {
  if (!/^(?:har|havde)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  const form = tokens[index + 1];
  const next = tokens[index + 2];
  if (!isPlain(form) || !onlyA(maskOf(form, lexicon), is.SINGULAR | is.PLURAL | is.IMPERATIVE) || !(lexicon.direct(`${form.low}t`) & is.PARTICIPLE)) return undefined;
  const object = next?.kind === 'number' || /^(?:en|et|den|det|de|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|flere|mange|alle)$/.test(next?.low ?? '') || onlyA(maskOf(next, lexicon), is.PLURAL | is.PLURAL_DEF);
  return object ? finding(passage, form.from, form.to, `After "${token.text}" stands the past participle.`, { hint: `Write "${form.text}t".`, fix: `${form.text}t` }) : undefined;
};

/** "det bliver muligt og handle": what "det" points forward to begins with "at". */
export const ogAfterAdjective: Look = (passage, index, token, lexicon) => {
  if (token.low !== 'og') return undefined;
  const { tokens } = passage;
  const adjective = tokens[index - 1];
  const verb = tokens[index + 1];
  if (!isPlain(adjective) || !onlyA(maskOf(adjective, lexicon), is.ADJ_T | is.ADJ | is.COMPARED) || !(maskOf(adjective, lexicon) & (is.ADJ_T | is.COMPARED)) || !isPlain(verb) || verb.low.length < 3 || NEVER_NOUN.has(verb.low)) return undefined;
  if (!onlyA(maskOf(verb, lexicon), is.INFINITIVE | is.IMPERATIVE) || !tokens.slice(Math.max(0, index - 5), index - 1).some(({ low, sentence }) => low === 'det' && sentence === token.sentence)) return undefined;
  return finding(passage, token.from, token.to, `Before the infinitive "${verb.text}" stands "at".`, { fix: 'at', hint: 'Write "at".' });
};

/** "har vi måtte udskyde": after "har" the modal's participle. */
export const modalAfterHave: Look = (passage, index, token, lexicon) => {
  if (!/^(?:har|havde|have)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  if (/^(?:vi|de|man|han|hun|jeg)$/.test(tokens[at]?.low ?? '') || onlyA(maskOf(tokens[at], lexicon), is.DEFINITE)) at++;
  while (ADVERBS.has(tokens[at]?.low ?? '') && at < index + 5) at++;
  const modal = tokens[at];
  if (!modal || !/^(?:kunne|skulle|ville|måtte|burde|turde)$/.test(modal.low) || modal.sentence !== token.sentence) return undefined;
  return finding(passage, modal.from, modal.to, `After "${token.text}" stands "${modal.text}t".`, { hint: `Write "${modal.text}t".`, fix: `${modal.text}t` });
};

/** "har bl.a. har fået": one auxiliary, said again after an adverb. */
export const auxiliaryAgain: Look = (passage, index, token) => {
  if (!/^(?:er|var|har|havde|kan|skal|vil|bliver|blev)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  let at = index + 1;
  while (at < index + 3 && (ADVERBS.has(tokens[at]?.low ?? '') && tokens[at]?.low !== 'så' || /^(?:bl\.a\.|f\.eks\.|fx)$/.test(tokens[at]?.low ?? ''))) at++;
  const again = tokens[at];
  return at > index + 1 && again?.low === token.low && again.sentence === token.sentence ? finding(passage, again.from, again.to, `"${token.text}" stands twice in one clause.`, { hint: 'Take one out.' }) : undefined;
};

/** "håber i vil komme": the pronoun has a capital; the preposition has no verb after it. */
export const smallYou: Look = (passage, index, token) => {
  const before = passage.tokens[index - 1];
  const next = passage.tokens[index + 1];
  if (token.text !== 'i' || !next || !/^(?:er|var|har|havde|kan|skal|vil|må|bør|bliver|får)$/.test(next.low) || !/^(?:at|hvis|når|som|da|fordi|hvad|hvordan|håber|tror|ved|synes|mener|om)$/.test(before?.low ?? '')) return undefined;
  return finding(passage, token.from, token.to, 'The pronoun "I" has a capital.', { hint: 'Write "I".', fix: 'I' });
};

/** "derfor samarbejde de", "I april invitere ministeren os": no infinitive stands before its subject. */
export const infinitiveBeforeSubject: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  const verb = tokens[index + 1];
  const subject = tokens[index + 2];
  if (!isPlain(verb) || !/[eåø]$/.test(verb.low) || verb.low.length < 5 || NEVER_NOUN.has(verb.low) || !(maskOf(verb, lexicon) & is.INFINITIVE) || maskOf(verb, lexicon) & (is.ADJECTIVE | is.FINITE | is.PARTICIPLE) || verb.sentence !== token.sentence || !subject || subject.sentence !== verb.sentence) return undefined;
  const present = `${verb.text}r`;
  if (!(lexicon.direct(present) & is.PRESENT) || /^(?:at|og|eller|som|der|end)$/.test(token.low) || token.kind === 'mark') return undefined;
  const pronoun = /^(?:vi|jeg|han|hun|man)$/.test(subject.low) || /^(?:de|det)$/.test(subject.low) && (/^(?:i|på|om|med|sammen|ikke|også|[.,])$/.test(tokens[index + 3]?.low ?? ''));
  const noun = onlyA(maskOf(subject, lexicon), is.DEFINITE) && /^(?:os|dem|sig|en|et|ikke|også|på|om|at|til)$/.test(tokens[index + 3]?.low ?? '');
  if (!pronoun && !noun) return undefined;
  // What stands first is one adverb or one phrase, and holds no verb.
  let at = index;
  for (; at >= 0 && tokens[at]?.sentence === verb.sentence; at--) {
    const word = tokens[at];
    if (word?.text === ',' && /^og|men$/.test(tokens[at + 1]?.low ?? '')) break;
    if (!word || word.kind === 'mark' || /^(?:at|som|der|hvis|når|fordi|mens|lade|lader|lad|lod|hvad|hvem|hvor)$/.test(word.low) || MODALS.has(word.low) || FINITES.has(word.low) || isFinite(word, lexicon) || (maskOf(word, lexicon) & (is.INFINITIVE | is.FINITE)) !== 0 && !NEVER_NOUN.has(word.low) && !isNoun(word, lexicon)) return undefined;
  }
  const opening = tokens[at + 1];
  const start = opening && /^(?:og|men)$/.test(opening.low) ? tokens[at + 2] : opening;
  const adverbial = start !== undefined && (PREPOSITIONS.has(start.low) || ADVERBS.has(start.low) && index - at <= 2 || /^(?:herefter|derefter|siden|her|nu|så|desuden|endelig|næste|sidste|hvert)$/.test(start.low));
  return adverbial ? finding(passage, verb.from, verb.to, 'The present tense lacks its -r.', { hint: `Write "${present}".`, fix: present }) : undefined;
};
