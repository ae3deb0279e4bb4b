// "fra 40 til 50, altså 20 procent": a change that does not follow from the two figures beside it.
import { readNumber, writeNumber } from '../grid.ts';
import { numeralOf } from '../numerals.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

const NUMBER = '\\d[\\d.,]*(?<=\\d)';
const UNIT = '(?:mia\\. kr\\.|mio\\. kr\\.|mia\\. kroner|mio\\. kroner|kr\\.|kroner|procentpoint|procent|pct\\.|%|percentage points?|per cent|percent|billion|million)';
const BETWEEN = '[^.!?;()\\d]{0,60}?';
const YEAR = '(?: (?:i|in) (?:\\p{L}+ )?(?:19|20)\\d\\d)?';

/** From A to B, and after few words the change, said to be one. */
const CLAIM = new RegExp(`(?<!\\p{L})(?:fra|from) (${NUMBER}) ?(${UNIT})?(?: \\p{Ll}+)?${YEAR},? (?:til|to) (${NUMBER}) ?(${UNIT})?${BETWEEN}${YEAR}${BETWEEN}(?:[.,] )?${BETWEEN}(altså|dvs\\.|det vil sige|svarer til|svarende til|stigning på|vækst på|fremgang på|fald på|nedgang på|tilbagegang på|reduktion på|forøgelse på|i\\.e\\.|that is|an increase of|a rise of|a fall of|a decrease of|a drop of|a growth of|or by)((?: \\p{Ll}+){0,6}?) (${NUMBER}) ?(${UNIT})`, 'giu');

/** "31,4 mio. kr. Det er en stigning på 1,2 mio. kr. i forhold til 2024, hvor de var 29,8 mio. kr.": the change between its two figures. */
const AMID = new RegExp(`(?<![\\d.,])(${NUMBER}) ?(${UNIT})[^;()\\d]{0,40}?(?:stigning|vækst|fremgang|fald|nedgang|tilbagegang|reduktion|forøgelse|increase|rise|fall|decrease|drop)(?: på| of) (${NUMBER}) ?(${UNIT})[^;()\\d]{0,40}(?:i forhold til|mod|sammenlignet med|fra|compared (?:to|with)|from)(?: (?:i )?(?:19|20)\\d\\d)?,?[^;().\\d]{0,60}? (${NUMBER}) ?(${UNIT})`, 'giu');
/** "Før svarede 49 % ja. Nu er tallet steget til 55 %, altså fem procentpoint": the figure before it stands in the sentence before. */
const LATER = new RegExp(`(?<![\\d.,])(${NUMBER}) ?(${UNIT})[^;()\\d]{0,160}?(?:steget|vokset|gået op|faldet|sunket|gået ned|risen|fallen|grown) (?:til|to) (${NUMBER}) ?(${UNIT}),? (?:altså |dvs\\. |det vil sige |og det er |that is )?(?:en |et |a |an )?(?:stigning|vækst|fremgang|fald|nedgang|tilbagegang|increase|rise|fall|drop)(?: på| of) (${NUMBER}|\\p{Ll}+) ?(${UNIT})`, 'giu');

interface Change { readonly first: string; readonly second: string; readonly claimed: string; readonly units: readonly (string | undefined)[]; readonly at: number }
function* changesAcross({ text }: Passage): Generator<Change> {
  for (const match of text.matchAll(AMID)) {
    const [whole, second = '', one, claimed = '', two, first = '', three] = match;
    yield { first, second, claimed, units: [one, two, three], at: match.index + whole.indexOf(claimed, second.length) };
  }
  for (const match of text.matchAll(LATER)) {
    const [whole, first = '', one, second = '', three, claimed = '', two] = match;
    yield { first, second, claimed, units: [one, two?.replace('procentpoint', '%').replace(/percentage points?/, '%'), three], at: match.index + whole.lastIndexOf(claimed) };
  }
}

function* across(passage: Passage): Generator<Finding> {
  for (const { first, second, claimed, units, at } of changesAcross(passage)) {
    const [a, b] = [first, second].map((digits) => readNumber(digits, passage.language));
    const token = passage.tokens.find(({ from }) => from === at);
    const said = /\d/.test(claimed) ? readNumber(claimed, passage.language) : { value: numeralOf(token, passage.language) ?? NaN, decimals: 0 };
    const plain = units.map((unit) => unit?.replace('kroner', 'kr.').replace(/pct\.|procent$|per ?cent/, '%'));
    if (!a || !b || !said || Number.isNaN(said.value) || /^(?:19|20)\d\d$/.test(first) || plain.some((unit) => unit !== plain[0])) continue;
    const difference = Math.abs(b.value - a.value);
    const decimals = Math.max(a.decimals, b.decimals);
    const relative = plain[0] === '%' && a.value > 0 ? Math.abs(100 * difference / a.value - said.value) <= 1 : false;
    if (relative || Math.abs(difference - Math.abs(said.value)) <= (decimals > 0 ? 10 ** -decimals : 0) + 10 ** -said.decimals / 2 * (said.decimals < decimals ? 1 : 0) + 1e-9) continue;
    yield finding(passage, at, at + claimed.length, `From ${first} to ${second} is ${writeNumber(difference, decimals, passage.language)}, not ${claimed}.`);
  }
}

const changes: Rule = {
  id: 'change-claim', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      yield* across(passage);
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
