// "fra 40 til 50, altså 20 procent": a change that does not follow from the two figures beside it.
import { readNumber, writeNumber } from '../grid.ts';
import { finding, type Rule } from '../rule.ts';

const NUMBER = '\\d[\\d.,]*(?<=\\d)';
const UNIT = '(?:mia\\. kr\\.|mio\\. kr\\.|mia\\. kroner|mio\\. kroner|kr\\.|kroner|procentpoint|procent|pct\\.|%|percentage points?|per cent|percent|billion|million)';
const BETWEEN = '[^.!?;()\\d]{0,60}?';
const YEAR = '(?: (?:i|in) (?:\\p{L}+ )?(?:19|20)\\d\\d)?';

/** From A to B, and after few words the change, said to be one. */
const CLAIM = new RegExp(`(?<!\\p{L})(?:fra|from) (${NUMBER}) ?(${UNIT})?(?: \\p{Ll}+)?${YEAR},? (?:til|to) (${NUMBER}) ?(${UNIT})?${BETWEEN}${YEAR}${BETWEEN}(?:[.,] )?${BETWEEN}(altså|dvs\\.|det vil sige|svarer til|svarende til|stigning på|vækst på|fremgang på|fald på|nedgang på|tilbagegang på|reduktion på|forøgelse på|i\\.e\\.|that is|an increase of|a rise of|a fall of|a decrease of|a drop of|a growth of|or by)((?: \\p{Ll}+){0,6}?) (${NUMBER}) ?(${UNIT})`, 'giu');

const changes: Rule = {
  id: 'change-claim', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const match of passage.text.matchAll(CLAIM)) {
        const [whole = '', first = '', firstUnit, second = '', secondUnit, , , claimed = '', unit = ''] = match;
        const a = readNumber(first, passage.language), b = readNumber(second, passage.language), said = readNumber(claimed, passage.language);
        if (!a || !b || !said || a.value === 0 || /^(?:19|20)\d\d$/.test(first) || /(?<!\p{L})(?:årlig\w*|om året|per year|a year|hvert år|gennemsnit\w*|heraf|hvoraf)(?!\p{L})/iu.test(whole)) continue;
        const half = (figure: { readonly decimals: number }): number => 10 ** -figure.decimals / 2;
        const percent = /^(?:%|pct|procent$|per)/.test(unit) && !/points?$/.test(unit);
        const points = /procentpoint|percentage point/.test(unit);
        const inPercent = /^(?:%|pct|procent$|per)/.test(secondUnit ?? firstUnit ?? '');
        const difference = Math.abs(b.value - a.value);
        const relative = 100 * difference / a.value;
        const fits = (right: number, slack: number): boolean => Math.abs(Math.abs(said.value) - right) <= slack + 1e-9;
        const relativeSlack = half(said) + 100 * (half(a) + half(b)) / a.value * (b.value / a.value);
        const absoluteSlack = half(said) + (a.decimals + b.decimals > 0 || points ? half(a) + half(b) : 0);
        // "procent" of a figure in per cent is said of points too.
        const right = points ? (inPercent ? fits(difference, absoluteSlack) : true)
          : percent ? fits(relative, Math.max(relativeSlack, 0.5)) || inPercent && fits(difference, absoluteSlack)
            : sameUnit(unit, secondUnit ?? firstUnit) ? fits(difference, absoluteSlack) : true;
        if (right) continue;
        const value = points || !percent ? difference : relative;
        const at = match.index + whole.lastIndexOf(claimed);
        const decimals = points || !percent ? Math.max(a.decimals, b.decimals) : said.decimals;
        yield finding(passage, at, at + claimed.length, `From ${first} to ${second} is ${writeNumber(value, decimals, passage.language)} ${unit}, not ${claimed}.`);
      }
    }
  },
};

const sameUnit = (one: string, other: string | undefined): boolean => other === undefined ? false : one.replace('kroner', 'kr.') === other.replace('kroner', 'kr.');

export const changeRules: readonly Rule[] = [changes];
