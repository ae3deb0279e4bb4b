// A token → what it can be in a Danish sentence: the lexicon's classes, read narrowly.
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import type { Finding, ProofContext } from '../rule.ts';
import type { Token } from '../tokens.ts';
import { FINITES, MODALS, NEVER_NOUN } from './words.ts';

/** Passages of sentences: those in Danish. */
export function* danishPassages({ passages, lexicon }: ProofContext): Generator<[Passage, Lexicon]> {
  if (lexicon) for (const passage of passages) if (passage.language === 'da' && passage.kind !== 'name') yield [passage, lexicon];
}

/** What one look at a word of a sentence finds there. */
export type Look = (passage: Passage, index: number, token: Token, lexicon: Lexicon) => Finding | undefined;

/** Every word in its passage; of several looks the first that finds something speaks. */
export function* lookAtWords(passage: Passage, lexicon: Lexicon, looks: readonly Look[]): Generator<Finding> {
  for (let index = 0; index + 1 < passage.tokens.length; index++) {
    const token = passage.tokens[index];
    if (token?.kind !== 'word') continue;
    for (const look of looks) {
      const found = look(passage, index, token, lexicon);
      if (found) { yield found; break; }
    }
  }
}

const CLASSES = is.NOUN | is.ADJECTIVE | is.FINITE | is.INFINITIVE | is.PARTICIPLE | is.PRESENT_PARTICIPLE | is.IMPERATIVE | is.NAME | is.GENITIVE | is.PASSIVE;

export function maskOf(token: Token | undefined, lexicon: Lexicon): number {
  if (!token || token.kind !== 'word') return 0;
  return lexicon.read(token.text).mask & (CLASSES | is.OTHER);
}

/** It can be this, and none of the rest but names and unbent words. */
export function onlyA(mask: number, wanted: number): boolean {
  return (mask & wanted) !== 0 && (mask & CLASSES & ~wanted & ~is.NAME) === 0;
}

/** A noun and nothing else. */
export function isNoun(token: Token | undefined, lexicon: Lexicon): number {
  if (!token || token.kind !== 'word' || NEVER_NOUN.has(token.low)) return 0;
  const mask = maskOf(token, lexicon);
  return onlyA(mask, is.NOUN) ? mask & is.NOUN : 0;
}

export function isInfinitive(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && /^\p{Ll}/u.test(token.text) && onlyA(maskOf(token, lexicon), is.INFINITIVE | is.IMPERATIVE);
}

/** A present tense in -r, and no plural noun. */
export function isPresent(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && /^\p{Ll}+r$/u.test(token.text) && onlyA(maskOf(token, lexicon), is.PRESENT);
}

/** After an article or a numeral: a noun, whatever verb it may be elsewhere. */
export function nounAfterArticle(token: Token | undefined, lexicon: Lexicon): number {
  if (!token || token.kind !== 'word' || NEVER_NOUN.has(token.low)) return 0;
  const mask = maskOf(token, lexicon);
  // "plan" is an adjective in geometry.
  return mask & is.ADJECTIVE && token.low !== 'plan' ? isNoun(token, lexicon) : mask & is.NOUN;
}

/** The rest of the clause from `index`: up to a comma, another mark or the sentence's end. */
export function restOfClause(tokens: readonly Token[], index: number): Token[] {
  const rest: Token[] = [];
  for (let at = index; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== tokens[index]?.sentence || token.kind === 'mark' && !/^[»«“”"()]$/.test(token.text)) break;
    rest.push(token);
  }
  return rest;
}

export function isFinite(token: Token | undefined, lexicon: Lexicon): boolean {
  if (!token || token.kind !== 'word') return false;
  if (FINITES.has(token.low) || MODALS.has(token.low)) return true;
  if (NEVER_NOUN.has(token.low)) return false;
  const mask = maskOf(token, lexicon);
  return (mask & is.FINITE) !== 0 && onlyA(mask, is.FINITE | is.INFINITIVE | is.ADJ_E | is.PARTICIPLE);
}
