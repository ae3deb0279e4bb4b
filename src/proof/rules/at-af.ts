// "at", "af", "ad" and "og", told apart by the verbs of the clause: "præget at usikkerhed", "på af få", "støttet ad staten".
import { danishPassages, isNoun, maskOf, onlyA } from '../danish/look.ts';
import { ADVERBS, CONJUNCTIONS, FINITES, MODALS, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

export const atAf: Rule = {
  id: 'at-af', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      if (passage.kind === 'cell') continue;
      for (let index = 1; index + 1 < passage.tokens.length; index++) {
        const token = passage.tokens[index];
        if (token?.low !== 'at' && token?.low !== 'af' && token?.low !== 'ad') continue;
        const found = (token.low === 'at' ? atWithoutVerb : token.low === 'af' ? afBeforeVerb : adForAf)(passage, index, token, lexicon);
        if (found) yield found;
      }
    }
  },
};

const VERB = is.FINITE | is.INFINITIVE | is.PASSIVE | is.IMPERATIVE;
const SMALL = new Set([...PREPOSITIONS, ...ADVERBS, ...CONJUNCTIONS, 'den', 'det', 'de', 'en', 'et', 'vores', 'deres', 'disse', 'denne', 'dette', 'andre', 'alle', 'som', 'der', 'at', 'hvor', 'ad', 'end']);

/** May it be a verb, and so the clause's? A word that the dictionary lacks may be one. */
function mayBeVerb(token: Token, lexicon: Lexicon): boolean {
  if (token.kind !== 'word') return token.kind === 'mark' && /\p{L}|\uFFFC/u.test(token.text);
  if (FINITES.has(token.low) || MODALS.has(token.low)) return true;
  if (SMALL.has(token.low) || /^\p{Lu}/u.test(token.text) || token.text.endsWith('.')) return false;
  const mask = maskOf(token, lexicon);
  // A definite noun, a plural and an adjective are no verbs, though a participle may look like one.
  return mask === 0 || (mask & VERB) !== 0 || mask === is.OTHER;
}

/** A clause that "at" opens has a verb; where no word up to the stop can be one, "af" is meant. */
function atWithoutVerb(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (!before || before.kind !== 'word' || !next || next.kind === 'mark' || token.first || !token.spaced || /^(?:og|eller|end|som|for|så|ikke|kun)$/.test(before.low)) return undefined;
  const rest = tokens.slice(index + 1).filter(({ sentence }) => sentence === token.sentence);
  if (!/^[.!?]$/.test(rest.at(-1)?.text ?? '') || rest.some(({ text }) => /^[:;–"»«”“()?]$/.test(text))) return undefined;
  const comma = rest.findIndex(({ text }) => text === ',');
  const clause = comma < 0 ? rest : rest.slice(0, comma);
  if (clause.some((word) => mayBeVerb(word, lexicon))) return undefined;
  if (comma >= 0) {
    // Each verb after the comma has its own conjunction, so none is left for "at".
    const later = rest.slice(comma);
    const opened = later.filter(({ low }, position) => later[position - 1]?.text === ',' && /^(?:som|der|hvor|hvis|når|fordi|men|og|mens|at)$/.test(low)).length;
    if (!/^(?:som|der|men|og)$/.test(later[1]?.low ?? '') || later.filter((word) => mayBeVerb(word, lexicon)).length > opened) return undefined;
  }
  // "KL at regeringen har": a conjunction between two subjects is another slip.
  const certain = (maskOf(before, lexicon) & is.PARTICIPLE) !== 0 || isNoun(before, lexicon) !== 0;
  return finding(passage, token.from, token.to, '"at" has no verb after it.', certain ? { fix: 'af', hint: 'Write "af".' } : { hint: 'Is "af" meant?' });
}

/** "på af få": no "af" stands between a preposition and an infinitive. */
function afBeforeVerb(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  const before = tokens[index - 1];
  const verb = tokens[index + 1];
  if (!before || !verb || !/^(?:på|til|for|om|ved|uden|fra)$/.test(before.low) || !/^\p{Ll}{2,}$/u.test(verb.text) || PREPOSITIONS.has(verb.low) || !(maskOf(verb, lexicon) & is.INFINITIVE)) return undefined;
  // "slå til af glæde": a particle, and a noun that is the reason.
  if (!onlyA(maskOf(verb, lexicon), is.INFINITIVE | is.IMPERATIVE | is.ADJ_E) && !/^(?:den|det|de|en|et|flere|vores)$/.test(tokens[index + 2]?.low ?? '')) return undefined;
  return finding(passage, token.from, token.to, `Before the infinitive "${verb.text}" stands "at".`, { fix: 'at', hint: 'Write "at".' });
}

const MOTION = /^(?:gået|kørt|kommet|løbet|rejst|cyklet|vandret|leet|grinet|spurgt|kaldt|fulgt|ført|trukket|skubbet|sendt|båret|kravlet|sejlet|fløjet|drevet|set|bedt|delt|skilt|fulgtes|hjulpet)$/;

/** "støttet ad staten": a participle has "af" before its agent. */
function adForAf(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const before = passage.tokens[index - 1];
  const next = passage.tokens[index + 1];
  if (!before || next?.kind !== 'word' || MOTION.test(before.low) || /(?:vejen|gangen|åre|hoc|vej|veje|omveje|kanaler|libitum)$/.test(next.low) || /^(?:denne|disse|den|nye|andre|samme|flere)$/.test(next.low)) return undefined;
  if (!onlyA(maskOf(before, lexicon), is.PARTICIPLE | is.ADJ | is.ADJ_T | is.ADJ_E | is.DEF_N) || !(maskOf(before, lexicon) & is.PARTICIPLE)) return undefined;
  return finding(passage, token.from, token.to, `After "${before.text}" stands "af".`, { fix: 'af', hint: 'Write "af".' });
}
