// Every rule of the proofreader, the more exact before the more general: where two point at the same words, the first is heard.
import type { Rule } from '../rule.ts';
import { abbreviationRules } from './abbreviations.ts';
import { agreement } from './agreement.ts';
import { atAf } from './at-af.ts';
import { bracketRules } from './brackets.ts';
import { changeRules } from './changes.ts';
import { clauseCommaRules } from './clause-commas.ts';
import { commaRules } from './commas.ts';
import { confusions } from './confusions.ts';
import { countRules } from './counts.ts';
import { dashRules } from './dashes.ts';
import { dateRules } from './dates.ts';
import { endingRules } from './endings.ts';
import { keyFigureRules } from './key-figures.ts';
import { leftOverRules } from './left-overs.ts';
import { nameRules } from './names.ts';
import { nounPhrases } from './noun-phrases.ts';
import { numberRules } from './numbers.ts';
import { predicates } from './predicate.ts';
import { quoteRules } from './quotes.ts';
import { referenceRules } from './references.ts';
import { setPhrases } from './set-phrases.ts';
import { spacingRules } from './spacing.ts';
import { spelling } from './spelling.ts';
import { splitCompounds } from './split-compounds.ts';
import { staleYearRules } from './stale-year.ts';
import { stopRules } from './stops.ts';
import { structureRules } from './structure.ts';
import { tableSumRules } from './table-sums.ts';
import { variantRules } from './variants.ts';
import { verbSlips } from './verb-slips.ts';
import { verbRules } from './verbs.ts';
import { wordForm } from './word-form.ts';

export const rules: readonly Rule[] = [
  ...dateRules, ...staleYearRules, ...tableSumRules, ...keyFigureRules, ...countRules, ...changeRules,
  ...leftOverRules, ...spacingRules, ...dashRules, ...quoteRules, ...bracketRules, ...abbreviationRules, ...numberRules, ...referenceRules,
  ...verbRules, verbSlips, confusions, atAf, ...endingRules, setPhrases, agreement, predicates, nounPhrases, splitCompounds, wordForm, ...nameRules, ...variantRules, spelling, ...stopRules, ...commaRules, ...clauseCommaRules, ...structureRules,
];

export const ruleNames: readonly string[] = rules.map(({ id }) => id);
