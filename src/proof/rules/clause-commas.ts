// Commas that every practice asks for inside a sentence: where a clause ends before the main verb, and before a main clause with "og" or "for".
import { danishPassages, isFinite, isNoun, isPresent, maskOf, onlyA } from '../danish/look.ts';
import { ADVERBS, FINITES, MODALS, NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Passage } from '../passage.ts';
import type { Token } from '../tokens.ts';

/** Finite and nothing else: "så", "holdt" and "kommer" are too many things. */
const isSurelyFinite = (token: Token | undefined): boolean => token?.kind === 'word' && (FINITES.has(token.low) && !/^(?:så|holdt|gjorde)$/.test(token.low) || MODALS.has(token.low) && !/^(?:kunne|skulle|ville|måtte|burde|turde)$/.test(token.low));
const OPENERS = /^(?:som|der|hvis|når|fordi|mens|at|hvor|hvordan|hvad|da|selvom|medmindre|eftersom)$/;
/** "som vi ved er vigtigt": the clause of one who knows or says stands inside another. */
const THINKING = /^(?:ved|tror|mener|siger|håber|synes|vidste|troede|mente|sagde|håbede|ser|føler|finder|oplever|vurderer|forventer|venter|anser)$/;

const closing: Rule = {
  id: 'clause-end-comma', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      if (passage.kind === 'heading' || passage.kind === 'title' || passage.kind === 'cell') continue;
      const { tokens } = passage;
      for (let index = 0; index < tokens.length; index++) {
        const word = tokens[index];
        if (!word || !word.first && !OPENERS.test(word.low) || word.kind !== 'word') continue;
        // Only a clause inside the first part of its sentence stands before the main verb.
        const first = word.first && /^(?:hvis|når|fordi|mens|da|selvom|medmindre|eftersom|at)$/.test(word.low);
        if (word.first && !OPENERS.test(word.low) && (onlyA(maskOf(word, lexicon), is.PRESENT) || /^(?:er|har|skal|vil|kan|får|bliver|kommer|går)$/.test(word.low))) {
          const found = verbFirst(passage, index);
          if (found) yield found;
          continue;
        }
        if (!OPENERS.test(word.low)) continue;
        if (!first && !(tokens[index - 1]?.text === ',' && /^(?:som|der|hvor)$/.test(word.low) && mainVerbMissing(tokens, index, lexicon))) continue;
        const found = end(passage, index, lexicon) ?? (first ? noComma(passage, index, lexicon) : undefined);
        if (found) yield found;
      }
    }
  },
};

/** "Når borgeren får hjælp tidligt bliver behovet mindre": no comma at all, and two verbs. */
function noComma(passage: Passage, index: number, lexicon: Lexicon): Finding | undefined {
  const first = passage.tokens[index];
  const sentence = passage.tokens.slice(index).filter((token) => token.sentence === first?.sentence);
  if (!first || first.low === 'at' || sentence.some(({ text }) => /^[,;:–()]$/.test(text)) || sentence.at(-1)?.text === '?') return undefined;
  const verbs = sentence.filter((token, position) => position > 0 && isFinite(token, lexicon) && token.low !== 'så' && (!(maskOf(token, lexicon) & (is.INFINITIVE | is.ADJ_E)) || MODALS.has(token.low) && /^(?:der|vi|det|de|man|han|hun|jeg)$/.test(sentence[position + 1]?.low ?? '')));
  const second = verbs[1];
  return second ? finding(passage, second.from, second.to, `The clause that begins with "${first.text}" ends with a comma before the main verb.`, { hint: `Set a comma before "${second.text}", or before its adverb.` }) : undefined;
}

/** "Kommer man i bil er der plads": a condition without "hvis", and the main verb with its subject behind it. */
function verbFirst(passage: Passage, index: number): Finding | undefined {
  const { tokens } = passage;
  const first = tokens[index];
  if (!first || !/^(?:man|vi|du|han|hun|der|det)$/.test(tokens[index + 1]?.low ?? '')) return undefined;
  const sentence = tokens.slice(index).filter((token) => token.sentence === first.sentence);
  if (sentence.at(-1)?.text !== '.' || sentence.some(({ text, low }) => /^[,;:–()»«"]$/.test(text) || /^(?:som|og|eller|at|hvis|når)$/.test(low))) return undefined;
  const verb = sentence.find((token, position) => position > 2 && isSurelyFinite(token) && /^(?:der|det|man|vi|du|han|hun)$/.test(sentence[position + 1]?.low ?? ''));
  return verb && finding(passage, verb.from, verb.to, 'The condition ends with a comma before the main verb.', { hint: `Set a comma before "${verb.text}".` });
}

/** No finite verb stands between the sentence's beginning and the clause that opens at `index`. */
function mainVerbMissing(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  for (let at = index - 2; at >= 0 && tokens[at]?.sentence === tokens[index]?.sentence; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || token.kind === 'word' && (isFinite(token, lexicon) || OPENERS.test(token.low) || (maskOf(token, lexicon) & (is.FINITE | is.INFINITIVE)) !== 0 && !NEVER_NOUN.has(token.low) && !isNoun(token, lexicon))) return false;
    if (token.first) return true;
  }
  return false;
}

function end(passage: Passage, index: number, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  const opener = tokens[index];
  let first: Token | undefined;
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before || token.sentence !== opener?.sentence || token.kind === 'mark' || CONJUNCTION.test(token.low)) return undefined;
    if (!first) {
      const mask = maskOf(token, lexicon);
      const clear = isSurelyFinite(token) || (mask & is.FINITE) !== 0 && !NEVER_NOUN.has(token.low) && !(mask & (is.NOUN | is.ADJECTIVE));
      // "løser", "lever" may be nouns: not right after a subject.
      const verb = clear || (mask & is.PRESENT) !== 0 && (/^(?:som|der|vi|de|man|han|hun|det)$/.test(before.low) || onlyA(maskOf(before, lexicon), is.DEFINITE));
      // "når kommunen …": the subject stands before its verb.
      if (verb && (at > index + 1 || /^(?:som|der)$/.test(opener.low))) first = token;
      continue;
    }
    if (!isSurelyFinite(token) || THINKING.test(first.low) || ADVERBS.has(token.low)) continue;
    // "kan" and "er" of one group belong to two-verbs where nothing opens.
    const next = tokens[at + 1];
    if (!next || next.kind === 'mark' && next.text !== '(') return undefined;
    return finding(passage, before.from, token.to, `The clause that begins with "${opener.text}" ends with a comma before the main verb.`, { hint: `Write "${before.text}, ${token.text}".`, fix: `${passage.text.slice(before.from, before.to)}, ${token.text}` });
  }
  return undefined;
}
const CONJUNCTION = /^(?:og|eller|men|samt|for|så|som|der|hvis|når|fordi|mens|at|hvor|hvordan|hvad|hvorfor|hvem|hvilke[nt]?|da|selvom|end|om|inden|før|indtil|siden|jo|desto)$/;

interface Place { readonly passage: Passage; readonly before: Token; readonly word: Token; readonly comma: boolean }

/** "… lokalt og de skal": "og" before a subject that is nothing else, and its verb. */
const beforeOg: Rule = {
  id: 'comma-before-og', severity: 'warning',
  *check(context) {
    const places = [...danishPassages(context)].flatMap(([passage, lexicon]) => [...mainClauses(passage, lexicon)]);
    const bare = places.filter(({ comma }) => !comma);
    // Where most lack it, it is the publication's way, however the rule book has it.
    if (bare.length > 4 && bare.length > places.length / 2) return;
    for (const { passage, before, word } of bare) yield finding(passage, before.from, word.to, `A comma is missing before "${word.text}": a new main clause begins.`, { hint: `Write "${before.text}, ${word.text}".`, fix: `${passage.text.slice(before.from, before.to)}, ${word.text}` });
  },
};

function* mainClauses(passage: Passage, lexicon: Lexicon): Generator<Place> {
  const { tokens } = passage;
  for (let index = 2; index + 2 < tokens.length; index++) {
    const word = tokens[index];
    const subject = tokens[index + 1];
    const verb = tokens[index + 2];
    const before = tokens[index - 1];
    if (!word || !subject || !verb || !before || word.low !== 'og' || word.first || before.sentence !== word.sentence) continue;
    const clear = /^(?:vi|man|han|hun|jeg)$/.test(subject.low) && (maskOf(verb, lexicon) & is.PRESENT) !== 0;
    if (!(isSurelyFinite(verb) || isPresent(verb, lexicon) || clear) || verb.sentence !== word.sentence) continue;
    const pronoun = /^(?:vi|man|han|hun|jeg|det|der|de)$/.test(subject.low);
    const noun = !pronoun && onlyA(maskOf(subject, lexicon), is.DEFINITE);
    if (!pronoun && !noun) continue;
    if (before.text === ',') { yield { passage, before, word, comma: true }; continue; }
    if (before.kind === 'mark') continue;
    const sentence = tokens.slice(0, index).filter((token) => token.sentence === word.sentence);
    if (sentence.some(({ text }) => /^[()»«"“”:;–]$/.test(text)) || sentence.at(-1)?.low === 'både') continue;
    const opened = sentence.some(({ low }) => OPENERS.test(low) || /^(?:om|inden|før|indtil|hvem|hvilke[nt]?|hvorfor|både|jo|desto|så|uanset)$/.test(low));
    const finite = sentence.some((token) => isFinite(token, lexicon) || (maskOf(token, lexicon) & is.FINITE) !== 0 && !NEVER_NOUN.has(token.low));
    const adverb = /^(?:derfor|ikke|også|stadig|dog|altså|dermed|aldrig|altid)$/.test(tokens[index + 3]?.low ?? '');
    // Inside a clause "og" may join two of its own kind; an adverb after the verb is a main clause's order.
    if (!finite || opened && !(adverb && pronoun && /^(?:vi|de|han|hun|man)$/.test(subject.low))) continue;
    // "Det, vi støtter og kommunerne løser": only where subject and verb stand first.
    const [start, second] = sentence;
    if (noun && !(start?.first && (/^(?:vi|de|det|der|man|han|hun)$/.test(start.low) || onlyA(maskOf(start, lexicon), is.DEFINITE)) && second && (isSurelyFinite(second) || isPresent(second, lexicon)))) continue;
    yield { passage, before, word, comma: false };
  }
}

/** "mulighed for, at tænke": no comma before an infinitive. */
const beforeInfinitive: Rule = {
  id: 'comma-before-infinitive', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 1; index + 2 < tokens.length; index++) {
        const comma = tokens[index];
        const before = tokens[index - 1];
        const verb = tokens[index + 2];
        // "mulighed for, at tænke"; "nødvendigt, at tage", where nothing was put in between commas.
        if (comma?.text !== ',' || !before || !verb || tokens[index + 1]?.low !== 'at') continue;
        const alone = !tokens.some((token) => token.text === ',' && token.sentence === comma.sentence && token.from < comma.from);
        if (!/^(?:for|om|på|til|af|ved|med|uden|i|fra)$/.test(before.low) && !(alone && onlyA(maskOf(before, lexicon), is.ADJ_T) && tokens.slice(Math.max(0, index - 5), index).some(({ low }) => low === 'det'))) continue;
        const mask = maskOf(verb, lexicon);
        if (!(mask & is.INFINITIVE) || NEVER_NOUN.has(verb.low) || !onlyA(mask, is.INFINITIVE | is.IMPERATIVE | (onlyA(maskOf(before, lexicon), is.ADJ_T) ? is.PLURAL : 0)) || !/^\p{Ll}/u.test(verb.text)) continue;
        yield finding(passage, comma.from, comma.to, 'A comma stands before an infinitive.', { fix: '' });
      }
    }
  },
};

export const clauseCommaRules: readonly Rule[] = [closing, beforeOg, beforeInfinitive];
