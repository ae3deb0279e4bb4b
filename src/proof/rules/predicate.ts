// What is said of a subject by "er", "bliver", "har været", against the subject's gender and number: "tilbagemeldingerne har været positiv", "systemet er udviklede".
import { danishPassages, lookAtWords, maskOf, onlyA, type Look } from '../danish/look.ts';
import { ADVERBS, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

export const predicates: Rule = {
  id: 'predicate', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) if (passage.kind !== 'cell') yield* lookAtWords(passage, lexicon, [predicate, ofPerson, made, madeThem, something]);
  },
};

/** "særdeles tilfreds". */
const DEGREE = /^(?:særdeles|ganske|yderst|temmelig|overordentlig|ualmindelig|utrolig|ret|rigtig|virkelig|vældig|ekstremt|usædvanlig|for)$/;

type Number = 'common' | 'neuter' | 'plural';

const predicate: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  if (!/^(?:er|var|bliver|blev|har|havde)$/.test(token.low)) return undefined;
  let at = index + 1;
  const skip = (): void => { while (tokens[at]?.kind === 'word' && (ADVERBS.has(tokens[at]?.low ?? '') || DEGREE.test(tokens[at]?.low ?? '')) && at < index + 4) at++; };
  skip();
  if (/^(?:har|havde)$/.test(token.low)) {
    if (!/^(?:været|blevet)$/.test(tokens[at]?.low ?? '')) return undefined;
    at++;
    skip();
  } else if (/^(?:blevet|været)$/.test(tokens[at]?.low ?? '')) { at++; skip(); }
  const word = tokens[at];
  const next = tokens[at + 1];
  if (!word?.spaced || !/^\p{Ll}{4,}$/u.test(word.text)) return undefined;
  const subject = subjectBefore(tokens, index, lexicon);
  if (!subject) return undefined;
  const mask = maskOf(word, lexicon);
  // The predicate ends with it, or leads to its own preposition or clause.
  const ends = next === undefined || /^(?:[.,;:!?]|at|for|om|og|i|på|med|til|når|hvis|som|af|over|ved|hos|mod|blandt|end|efter|siden|fra|under)$/.test(next.low);
  if (!ends) return undefined;
  // "Kommunen er forpligtede": the participle of one is -et; of many both are written.
  if (subject !== 'plural' && /ede$/.test(word.low) && onlyA(mask, is.ADJ_E | is.PAST)) {
    const right = word.text.replace(/ede$/, 'et');
    return lexicon.direct(right) & is.PARTICIPLE ? finding(passage, word.from, word.to, 'The subject is one: the participle has -et.', { hint: `Write "${right}".`, fix: right }) : undefined;
  }
  if (subject === 'plural' && (onlyA(mask, is.ADJ) || word.low === 'tilfreds' || (mask & is.ADJ) !== 0 && !(mask & is.ADJ_E) && /(?:iv|ig|som|bar)$/.test(word.low)) && !FIXED.test(word.low)) {
    const right = [`${word.text}e`, `${word.text}${word.text.at(-1) ?? ''}e`].find((form) => (lexicon.direct(form) & is.ADJ_E) !== 0);
    return right === undefined ? undefined : finding(passage, word.from, word.to, 'The subject is plural: the adjective has -e.', { hint: `Write "${right}".`, fix: right });
  }
  if (subject !== 'plural' && onlyA(mask, is.ADJ_E) && !/(?:ede|te|ende|ste)$/.test(word.low)) {
    const bare = word.text.replace(/e$/, '');
    const right = [bare, bare.replace(/(.)\1$/, '$1')].map((form) => (subject === 'neuter' && lexicon.direct(`${form}t`) & is.ADJ_T ? `${form}t` : form)).find((form) => (lexicon.direct(form) & (subject === 'neuter' ? is.ADJ_T : is.ADJ)) !== 0);
    return right === undefined ? undefined : finding(passage, word.from, word.to, 'The subject is one: the adjective has no -e.', { hint: `Write "${right}".`, fix: right });
  }
  return undefined;
};

/** Adjectives that stand as nouns or adverbs, or bend in no way. */
const FIXED = /^(?:klar|værd|nok|slut|forbi|enig|parat|fælles|frivillig|aktuel)$/;

/** The subject right before the verb, where it is surely that: a noun phrase that opens its sentence or its clause. */
function subjectBefore(tokens: readonly Token[], verb: number, lexicon: Lexicon): Number | undefined {
  let at = verb - 1;
  const noun = tokens[at];
  if (noun?.kind !== 'word' || noun.sentence !== tokens[verb]?.sentence) return undefined;
  let number: Number | undefined;
  const mask = maskOf(noun, lexicon);
  if (/^(?:vi|de)$/.test(noun.low)) number = 'plural';
  else if (/^\p{Ll}|^\p{Lu}\p{Ll}/u.test(noun.text) && (noun.first || /^\p{Ll}/u.test(noun.text))) {
    if (onlyA(mask, is.DEF_C)) number = 'common';
    else if (onlyA(mask, is.DEF_N)) number = 'neuter';
    else if (onlyA(mask, is.PLURAL | is.PLURAL_DEF)) number = 'plural';
  }
  if (number === undefined) return undefined;
  // Back over what belongs to the noun.
  while (at > 0 && !tokens[at]?.first && (onlyA(maskOf(tokens[at - 1], lexicon), is.ADJECTIVE | is.PARTICIPLE | is.GENITIVE) || tokens[at - 1]?.kind === 'number' || /^(?:de|den|det|vores|deres|dens|dets|disse|mange|flere|alle|nogle|begge|to|tre|fire|fem)$/.test(tokens[at - 1]?.low ?? ''))) at--;
  const start = tokens[at];
  const before = tokens[at - 1];
  if (!start || before?.kind === 'number') return undefined;
  if (start.first || before === undefined) return number;
  if (PREPOSITIONS.has(before.low)) {
    // "Udgifterne til drift har været": the head stands before the preposition.
    const head = tokens[at - 2];
    if (!head?.first) return undefined;
    const own = maskOf(head, lexicon);
    return onlyA(own, is.PLURAL_DEF) ? 'plural' : onlyA(own, is.DEF_C) ? 'common' : onlyA(own, is.DEF_N) ? 'neuter' : undefined;
  }
  // After a conjunction: "at reglerne er". After "og" two may be one subject: "regeringen og KL".
  if (/^(?:at|hvis|når|fordi|mens|da|men|selvom)$/.test(before.low)) return number;
  return before.low === 'og' && tokens[at - 2]?.text === ',' ? number : undefined;
}

const ENDS = /^(?:[.,;:!?]|at|for|om|og|i|på|med|til|når|hvis|som|af|over|ved|hos|mod|blandt|efter|fra|under)$/;

/** "hun var nervøst": one person has no -t. */
const ofPerson: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  if (!/^(?:jeg|du|han|hun)$/.test(token.low) || !/^(?:er|var|bliver|blev)$/.test(tokens[index + 1]?.low ?? '') || token.sentence !== tokens[index + 1]?.sentence) return undefined;
  let at = index + 2;
  while (ADVERBS.has(tokens[at]?.low ?? '') && at < index + 4) at++;
  const word = tokens[at];
  if (!word || !/^\p{Ll}{5,}t$/u.test(word.text) || !onlyA(maskOf(word, lexicon), is.ADJ_T) || !ENDS.test(tokens[at + 1]?.low ?? '')) return undefined;
  const right = word.text.slice(0, -1);
  return lexicon.direct(right) & is.ADJ ? finding(passage, word.from, word.to, `"${token.text}" is one person: the adjective has no -t.`, { hint: `Write "${right}".`, fix: right }) : undefined;
};

/** "gøre det let og sjov at læse", "finder det rimelig, at": what "det" is made or found to be has -t. */
const made: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  if (token.low !== 'det' || !/^(?:gør|gøre|gjorde|gjort|finder|fandt|finde|fundet|anser|anse|anset|holder|synes)$/.test(tokens[index - 1]?.low ?? '')) return undefined;
  let at = index + 1;
  while (at < index + 6 && (ADVERBS.has(tokens[at]?.low ?? '') || /^(?:for|meget|mere|så|og|lettere|nemmere)$/.test(tokens[at]?.low ?? '') || onlyA(maskOf(tokens[at], lexicon), is.ADJ_T))) at++;
  const word = tokens[at];
  const next = tokens[at + 1];
  if (!word || !/^\p{Ll}{4,}$/u.test(word.text) || !(maskOf(word, lexicon) & is.ADJ) || maskOf(word, lexicon) & (is.ADJ_T | is.NOUN) || !(next?.low === 'at' || next?.low === 'for' || next?.text === ',' && tokens[at + 2]?.low === 'at')) return undefined;
  const right = `${word.text}t`;
  return lexicon.direct(right) & is.ADJ_T ? finding(passage, word.from, word.to, 'What is said of "det" has -t.', { hint: `Write "${right}".`, fix: right }) : undefined;
};

/** "sige noget sikker om": after "noget" and "intet" the adjective has -t. */
const something: Look = (passage, index, token, lexicon) => {
  if (!/^(?:noget|intet)$/.test(token.low)) return undefined;
  const [word, next] = passage.tokens.slice(index + 1, index + 3);
  if (!word || !/^\p{Ll}{4,}$/u.test(word.text) || !onlyA(maskOf(word, lexicon), is.ADJ | is.FINITE) || !(maskOf(word, lexicon) & is.ADJ) || !/^(?:[.,]|om|ved|i|på|at|og|for|til)$/.test(next?.low ?? '')) return undefined;
  const right = `${word.text}t`;
  return lexicon.direct(right) & is.ADJ_T ? finding(passage, word.from, word.to, `After "${token.text}" the adjective has -t.`, { hint: `Write "${right}".`, fix: right }) : undefined;
};

/** "gøre samlingerne mere forskellig", "holde dørene åben": what several things are made has -e. */
const madeThem: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  if (!/^(?:gør|gøre|gjorde|gjort|holder|holde|holdt)$/.test(token.low)) return undefined;
  let at = index + 1;
  if (/^(?:alle|de|vores|deres|disse)$/.test(tokens[at]?.low ?? '')) at++;
  const object = tokens[at];
  if (object?.low !== 'dem' && !onlyA(maskOf(object, lexicon), is.PLURAL | is.PLURAL_DEF)) return undefined;
  at++;
  while (at < index + 6 && (DEGREE.test(tokens[at]?.low ?? '') || /^(?:mere|meget|så|helt|lidt|endnu|også|ikke|mindre)$/.test(tokens[at]?.low ?? ''))) at++;
  const word = tokens[at];
  if (!word?.spaced || !/^\p{Ll}{4,}$/u.test(word.text) || !(maskOf(word, lexicon) & is.ADJ) || !onlyA(maskOf(word, lexicon), is.ADJ) || ADVERBS.has(word.low) || FIXED.test(word.low) || !/^(?:[.,;]|for|og|i|på|til)$/.test(tokens[at + 1]?.low ?? '')) return undefined;
  const right = [`${word.text}e`, `${word.text}${word.text.at(-1) ?? ''}e`, word.text.replace(/e([lnr])$/, '$1e')].find((form) => form !== word.text && (lexicon.direct(form) & is.ADJ_E) !== 0);
  return right === undefined ? undefined : finding(passage, word.from, word.to, 'What is said of several has -e.', { hint: `Write "${right}".`, fix: right });
};
