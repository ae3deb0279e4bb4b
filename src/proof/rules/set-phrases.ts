// Fixed expressions that lack their second half, or have another's: "på grund manglen", "i forhold kommunerne".
import { danishPassages, maskOf } from '../danish/look.ts';
import * as is from '../lexicon/classes.ts';
import { ADVERBS } from '../danish/words.ts';
import { finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

/** First words → what may follow. `.`: also the end of a clause. */
const PHRASES: readonly (readonly [string, readonly string[]])[] = [
  ['på grund', ['af']], ['i forhold', ['til', 'som', 'hvor', 'der']], ['i løbet', ['af']], ['ved hjælp', ['af']], ['med henblik', ['på']], ['på baggrund', ['af']], ['som følge', ['af', 'heraf', 'deraf']],
  ['i overensstemmelse', ['med']], ['med hensyn', ['til']], ['på vegne', ['af']], ['med udgangspunkt', ['i']], ['i takt', ['med']], ['på bekostning', ['af']], ['i forlængelse', ['af', 'heraf']], ['i modsætning', ['til', 'hertil']], ['under hensyntagen', ['til']],
  ['på trods', ['af', 'heraf']], ['til fordel', ['for']], ['med undtagelse', ['af']], ['ved siden', ['af']], ['i henhold', ['til', 'hertil']], ['på linje', ['med', 'som']], ['i samarbejde', ['med', 'mellem', 'om', 'på', 'i', 'hvor', 'for']], ['har brug', ['for', 'og']], ['have brug', ['for', 'og']], ['er brug', ['for', 'og']], ['får brug', ['for', 'og']], ['har behov', ['for', 'og']], ['er behov', ['for', 'og']], ['er tale', ['om', 'i', 'her', 'jo', 'ikke', 'nu']], ['var tale', ['om', 'i', 'her', 'ikke']], ['i stand', ['til']], ['i dialog', ['med', 'om', 'på', 'i']], ['på tværs', ['af', 'i', 'på', 'for', 'mellem', 'med', 'om']],
];
const BY_FIRST = new Map<string, (readonly [string, readonly string[]])[]>();
for (const phrase of PHRASES) {
  const first = phrase[0].split(' ')[1] ?? '';
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), phrase]);
}
/** Verbs that reach their object through a preposition: "består af", "ser frem til". */
const VERBS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(?:består|bestod|bestå)$/, /^(?:af|i|som|både|ikke|også|primært|hovedsageligt|altså|fortsat|stadig|desuden|blandt|især|alene|prøven|eksamen|dog|nu|blot|kun|mest|derfor|og|og|til|ved|for|fra|indtil)$/, 'af'],
  [/^(?:afhænger|afhang)$/, /^(?:af|ikke|også|især|blandt|dog|helt|derfor|alene|fuldstændig|i|meget|naturligvis|stærkt|primært|heraf|hvordan|hvor)$/, 'af'],
];
const FORWARD = /^(?:ser|så|se|set)$/;
const PREPOSITION = /^(?:af|til|for|med|i|på|om|fra|ved|mod|ad|at)$/;

/** "Her består en stor opgave", "Opgaven består, de": the subject comes after its verb where something else stands first. */
const inverted = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  return before === undefined || before.sentence !== tokens[index]?.sentence || before.kind !== 'word' || ADVERBS.has(before.low) || /^(?:her|der|heri|deri|hvor|som)$/.test(before.low);
};

export const setPhrases: Rule = {
  id: 'set-phrase', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const first = tokens[index];
        const second = tokens[index + 1];
        const next = tokens[index + 2];
        if (!first || !second || !next || next.kind !== 'word' || second.sentence !== next.sentence) continue;
        const verb = VERBS.find(([form]) => form.test(first.low));
        if (verb && second.kind === 'word' && first.sentence === second.sentence && !verb[1].test(second.low) && (/^(?:den|det|de|en|et|vores|deres|flere|mange|to|tre)$/.test(second.low) || (maskOf(second, lexicon) & is.PLURAL) !== 0 && !(maskOf(second, lexicon) & is.DEFINITE)) && !inverted(tokens, index)) {
          yield finding(passage, first.from, first.to, `After "${first.text}" the word "${verb[2]}" is missing.`, { fix: `${first.text} ${verb[2]}`, hint: `Write "${first.text} ${verb[2]}".` });
          continue;
        }
        if (FORWARD.test(first.low) && second.low === 'frem' && (next.low === 'at' || /^(?:den|det|de|et|en)$/.test(next.low))) {
          yield finding(passage, second.from, second.to, 'After "ser frem" the word "til" is missing.', { fix: 'frem til', hint: 'Write "frem til".' });
          continue;
        }
        const phrase = BY_FIRST.get(second.low)?.find(([words]) => words === `${first.low} ${second.low}`);
        if (!phrase || phrase[1].includes(next.low) || /^(?:og|eller|er|var|har|kan|skal|vil|må|bliver|blev)$/.test(next.low)) continue;
        // "sætte huset i stand med respekt": put in order.
        if (phrase[0] === 'i stand' && tokens.some(({ low, sentence }) => sentence === first.sentence && /^(?:sæt|sætter?|satte|sat|holde[rt]?|bringe)$/.test(low))) continue;
        const right = phrase[1][0] ?? '';
        if (next.low === 'at') yield finding(passage, next.from, next.to, `"${phrase[0]}" goes with "${right}".`, { fix: `${right} at`, hint: `Write "${phrase[0]} ${right} at".` });
        else if (PREPOSITION.test(next.low)) yield finding(passage, next.from, next.to, `"${phrase[0]}" goes with "${right}".`, { fix: right, hint: `Write "${phrase[0]} ${right}".` });
        else if (/^(?:de|den|det|en|et|vores|deres|andre|flere|nye|disse|denne|alle)$/.test(next.low) || (maskOf(next, lexicon) & is.NOUN) !== 0 && !(maskOf(next, lexicon) & is.FINITE)) yield finding(passage, first.from, second.to, `After "${phrase[0]}" the word "${right}" is missing.`, { fix: `${passage.text.slice(first.from, second.to)} ${right}` });
      }
    }
  },
};
