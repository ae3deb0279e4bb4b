// A clause without a finite verb, and an infinitive in it: the infinitive is a present tense that lost its -r.
import { isFinite, maskOf, onlyA } from '../danish/look.ts';
import { ADVERBS, FINITES, MODALS, NEVER_NOUN, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding } from '../rule.ts';
import type { Token } from '../tokens.ts';

const OPENS = /^(?:når|hvis|fordi|mens|som|der|men|selvom|da|hvor|hvordan|hvorfor|at)$/;

export function* clausesWithoutFinite(passage: Passage, lexicon: Lexicon): Generator<Finding> {
  if (passage.kind !== 'paragraph') return;
  for (const clause of clauses(passage.tokens)) {
    const verb = lonelyInfinitive(clause, lexicon);
    if (!verb) continue;
    const present = `${verb.text}r`;
    if (!(lexicon.direct(present) & is.PRESENT)) continue;
    yield finding(passage, verb.from, verb.to, 'The present tense lacks its -r.', { fix: present, hint: `Write "${present}".` });
  }
}

/** From a conjunction after a mark, or a sentence's beginning, to the next mark; only sentences that end with a stop. */
function* clauses(tokens: readonly Token[]): Generator<readonly Token[]> {
  for (let start = 0; start < tokens.length;) {
    let end = start;
    while (end < tokens.length && tokens[end]?.sentence === tokens[start]?.sentence) end++;
    const sentence = tokens.slice(start, end);
    start = end;
    if (!/[.!]$/.test(sentence.at(-1)?.text ?? '') || sentence.some(({ text }) => /^[:;–"»«”“?()…]$/.test(text))) continue;
    let from = 0;
    for (let at = 0; at < sentence.length; at++) {
      if (sentence[at]?.kind !== 'mark' && at < sentence.length - 1) continue;
      const clause = sentence.slice(from, at);
      // After a comma only a conjunction tells what the words are: a list, an apposition or the rest of the main clause may follow.
      if (clause.length > 2 && (from === 0 && /^(?:[.!]|,|\p{L}+\.)$/u.test(sentence[at]?.text ?? '') && (at === sentence.length - 1 || OPENS.test(sentence[at + 1]?.low ?? '')) || OPENS.test(clause[0]?.low ?? ''))) yield clause;
      from = at + 1;
    }
  }
}

function lonelyInfinitive(clause: readonly Token[], lexicon: Lexicon): Token | undefined {
  let found: Token | undefined;
  for (const [position, token] of clause.entries()) {
    if (token.kind !== 'word') { if (token.kind === 'mark') return undefined; continue; }
    const mask = maskOf(token, lexicon);
    if (FINITES.has(token.low) || MODALS.has(token.low) || isFinite(token, lexicon) || mask === 0 && /^\p{Ll}/u.test(token.text)) return undefined;
    if (/^(?:lad|lade|lader|lod|gid|mon|tak|bare|og|eller|samt)$/.test(token.low) || /s$/.test(token.low) && (mask === is.OTHER || mask & is.PASSIVE)) return undefined;
    if (NEVER_NOUN.has(token.low) && token.low !== 'få') continue;
    if (mask & is.FINITE) return undefined;
    if (!(mask & is.INFINITIVE) || found) continue;
    const before = clause[position - 1];
    if (!before || before.low === 'at' || position === 1 && before.low === 'at') { if (before?.low === 'at') return undefined; continue; }
    // The subject stands before it, or after it where something else stands first.
    const inverted = position > 1 && !PREPOSITIONS.has(before.low) && !/^(?:og|eller|end|som|den|det|de|en|et)$/.test(before.low) && (onlyA(maskOf(before, lexicon), is.DEFINITE) && /^(?:en|et|den|det|de|vi|man|der)$/.test(clause[position + 1]?.low ?? '') || /^(?:næste|sidste|forrige|hvert|hver)$/.test(clause[0]?.low ?? '') && position === 2 && onlyA(maskOf(clause[position + 1], lexicon), is.DEFINITE));
    if (!/(?:e|å)$/.test(token.low) || !inverted && !isSubjectEnd(clause, position - 1, lexicon)) continue;
    // A noun or an adjective too: only where no noun is meant, so an object or a preposition follows.
    const next = clause[position + 1];
    if (!onlyA(mask, is.INFINITIVE | is.IMPERATIVE) && !(next === undefined || /^(?:en|et|den|det|de|sig|at|til|for|på|om|i|med|af|over|ikke|også|mere|meget|vores|deres|flere)$/.test(next.low) || onlyA(maskOf(next, lexicon), is.DEFINITE))) continue;
    found = token;
  }
  return found;
}

/** What stands before the verb ends a subject: a definite noun, a plural, a pronoun, or a singular with its article. */
function isSubjectEnd(clause: readonly Token[], at: number, lexicon: Lexicon): boolean {
  let index = at;
  while (index > 0 && ADVERBS.has(clause[index]?.low ?? '')) index--;
  const token = clause[index];
  if (!token) return false;
  if (/^(?:vi|man|han|hun|jeg|de|det|der|som)$/.test(token.low)) return true;
  if (NEVER_NOUN.has(token.low)) return false;
  const mask = maskOf(token, lexicon);
  if (onlyA(mask, is.DEFINITE) || onlyA(mask, is.PLURAL)) return !/^(?:af|for|på|med|til|fra|om|i|ved|mod|hos)$/.test(clause[index - 1]?.low ?? '') || index > 2;
  return onlyA(mask, is.SINGULAR) && clause.slice(Math.max(0, index - 3), index).some(({ low }) => /^(?:en|et|den|det|denne|dette|hver|vores)$/.test(low));
}
