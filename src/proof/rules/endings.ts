// Endings and small words that are missing or too many: the genitive's -s, "at" before an infinitive, the hyphen that a second part waits for.
import { danishPassages, isInfinitive, isNoun, maskOf, onlyA } from '../danish/look.ts';
import { MODALS, NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import { looseHyphens } from './left-overs.ts';
import { finding, type Finding, type ProofContext, type Rule } from '../rule.ts';

const DEFINITE_GENITIVE = /(?:ens|ets|ernes|enes|nes)$/;

/** "Kommunernes skal måles": a genitive where the subject stands. */
const extra: Rule = {
  id: 'extra-genitive', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const token = tokens[index];
        const verb = tokens[index + 1];
        if (!token || !verb || token.kind !== 'word' || !token.low.endsWith('s') || token.text.length < 5 || !verb.spaced || !/^(?:skal|kan|har|vil|må|bør|bliver|blev|får|havde|er|var|skulle|kunne|ville|måtte)$/.test(verb.low)) continue;
        const before = tokens[index - 1];
        const base = token.text.slice(0, -1);
        const definite = DEFINITE_GENITIVE.test(token.low) && (token.first || /^(?:at|når|hvis|fordi|men|som|hvor|da|mens|hvordan|hvorfor|før|inden)$/.test(before?.low ?? ''));
        // "Kontorets medarbejderes har": two genitives, and nothing that they own.
        const owned = onlyA(maskOf(before, lexicon), is.GENITIVE) && before?.kind === 'word' && (lexicon.read(base).mask & (is.SINGULAR | is.PLURAL)) !== 0 && /^(?:skal|kan|har|vil|må|bør|får|havde)$/.test(verb.low);
        if (!definite && !owned) continue;
        if (onlyA(maskOf(token, lexicon), is.GENITIVE) && (lexicon.read(base).mask & is.NOUN) !== 0) yield finding(passage, token.from, token.to, 'A genitive stands where the subject does.', { fix: base, hint: `Write "${base}".` });
      }
    }
  },
};

/** "af typen dato": what they name stands after them as it is. */
const APPOSED = /(?:typen|formen|arten|ordet|navnet|titlen|begrebet|emnet|temaet|kategorien|gruppen|funktionen|størrelsen|værdien|argumentet|fordelingen|mærket|genren|måneden)$/;

/** "af kommunerne økonomi": a definite noun before another, after a preposition. */
function* afterPreposition(context: ProofContext): Generator<Finding> {
  for (const [passage, lexicon] of danishPassages(context)) {
    const { tokens } = passage;
    for (let index = 1; index + 1 < tokens.length; index++) {
      const before = tokens[index - 1];
      const token = tokens[index];
      if (!before || !token || !/^(?:af|for|om|på|i|til)$/.test(before.low) || !(isNoun(token, lexicon) & is.DEFINITE) || isNoun(token, lexicon) & ~is.DEFINITE) continue;
      if (APPOSED.test(token.low)) continue;
      let at = index + 1;
      while (onlyA(maskOf(tokens[at], lexicon), is.ADJ_E) && tokens[at]?.spaced) at++;
      const noun = tokens[at];
      if (!noun?.spaced || !/^\p{Ll}/u.test(noun.text) || noun.text.endsWith('-')) continue;
      const mask = noun.low === 'plan' ? is.NOUN_C : isNoun(noun, lexicon);
      if (!(mask & (is.SINGULAR | is.PLURAL)) || mask & is.DEFINITE || noun.low.length < (before.low === 'af' ? 4 : 5)) continue;
      // Only after "af", and for long abstract nouns, can nothing else be meant.
      if (!/^(?:af|om)$/.test(before.low) && !/(?:økonomi|ansvar|opgaver?|vilkår|arbejde|indsats|budgetter|rammer|muligheder)$/.test(noun.low)) continue;
      // "giver … til kommunerne muligheder": a verb of giving has two objects.
      yield finding(passage, token.from, token.to, `The genitive lacks its -s.`, { fix: `${token.text}s`, hint: `Write "${token.text}s".` });
    }
  }
}

/** "Kommunerne opgave er": two nouns where the subject is, and the first is definite. */
function* asSubject(context: ProofContext): Generator<Finding> {
  for (const [passage, lexicon] of danishPassages(context)) {
    const { tokens } = passage;
    for (let index = 0; index + 2 < tokens.length; index++) {
      const token = tokens[index];
      if (token?.kind !== 'word' || !(token.first || /^(?:at|hvis|når|fordi|men|og)$/.test(tokens[index - 1]?.low ?? '')) || !onlyA(maskOf(token, lexicon), is.DEFINITE) || NEVER_NOUN.has(token.low) || APPOSED.test(token.low)) continue;
      let at = index + 1;
      while (at < index + 3 && onlyA(maskOf(tokens[at], lexicon), is.ADJ_E) && tokens[at]?.spaced) at++;
      const noun = tokens[at];
      const verb = tokens[at + 1];
      if (!noun?.spaced || NEVER_NOUN.has(noun.low) || !/^\p{Ll}{3,}$/u.test(noun.text) || !onlyA(maskOf(noun, lexicon), is.SINGULAR | is.PLURAL) || !verb || !/^(?:er|var|har|skal|kan|vil|må|bliver|blev|bør|får)$/.test(verb.low)) continue;
      yield finding(passage, token.from, token.to, `The genitive lacks its -s.`, { fix: `${token.text}s`, hint: `Write "${token.text}s".` });
    }
  }
}

const bothGenitives: Rule = {
  id: 'missing-genitive', severity: 'warning',
  *check(context) {
    yield* afterPreposition(context);
    yield* asSubject(context);
  },
};

/** "for skabe", "uden gøre": the infinitive lacks its "at". */
const missingAt: Rule = {
  id: 'missing-at', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 1; index < tokens.length; index++) {
        const before = tokens[index - 1];
        const verb = tokens[index];
        if (!before || !verb?.spaced || !/^(?:for|til|om|uden|ved|på|af|med)$/.test(before.low) || /^(?:på|af|med)$/.test(before.low) && tokens.slice(Math.max(0, index - 5), index - 1).some((token) => token.sentence === verb.sentence && (MODALS.has(token.low) || token.low === 'at')) || !isInfinitive(verb, lexicon) || !/e$|^(?:få|gå|stå|nå)$/.test(verb.low) || verb.low.length < 3 || NEVER_NOUN.has(verb.low) && verb.low !== 'få') continue;
        if (/^(?:stede|hobe|skade|mode|grunde|vejre|orde|vælde|live|live|gavne|fulde|hænde|hånde)$/.test(verb.low)) continue;
        yield finding(passage, before.from, verb.to, `"at" is missing before "${verb.text}".`, { fix: `${passage.text.slice(before.from, before.to)} at ${verb.text}`, hint: `Write "${before.text} at ${verb.text}".` });
      }
    }
  },
};

/** "sundheds og ældreområdet": what waits for the second part has a hyphen. */
const hanging: Rule = {
  id: 'hanging-hyphen', severity: 'warning',
  *check(context) {
    const bare = (first: string, second: string): number => context.passages.reduce((sum, { text }) => sum + text.toLowerCase().split(`${first} og ${second}`).length - 1, 0);
    const pairs = new Set(context.passages.flatMap(({ text }) => [...text.toLowerCase().matchAll(/(\p{L}+)- (?:og|eller) (\p{L}+)/gu)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`)));
    for (const [passage, lexicon] of danishPassages(context)) {
      yield* looseHyphens(passage, lexicon);
      const { tokens } = passage;
      for (let index = 0; index + 2 < tokens.length; index++) {
        const first = tokens[index];
        const and = tokens[index + 1];
        const second = tokens[index + 2];
        if (!first || !and || !second || first.kind !== 'word' || !/^(?:og|eller)$/.test(and.low) || second.kind !== 'word' || first.text.endsWith('-') || first.text.endsWith('.')) continue;
        const joint = /(?:heds|ings|ions|skabs|færds|elses|markeds|tets|børne|ungdoms|arbejds|erhvervs|kvindes)$/.test(first.low) && (onlyA(maskOf(first, lexicon), is.GENITIVE) || maskOf(first, lexicon) === 0) && !/^(?:en|et|den|det|hver|min|vores|deres)$/.test(tokens[index - 1]?.low ?? '') && lexicon.opens(first.low, 1);
        const seen = pairs.has(`${first.low} ${second.low}`) && second.low.length > 8 && !/^(?:løn|kommune|stat|by|land)$/.test(first.low) && bare(first.low, second.low) === 1;
        if (joint || seen) yield finding(passage, first.from, first.to, `"${first.text}" waits for the end of "${second.text}": it has a hyphen.`, { fix: `${first.text}-`, hint: `Write "${first.text}-".` });
      }
    }
  },
};

export const endingRules: readonly Rule[] = [extra, bothGenitives, missingAt, hanging];
