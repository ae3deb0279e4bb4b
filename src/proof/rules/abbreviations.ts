// Abbreviations without their stops, and those that a reader meets before they are explained.
import { danishPassages } from '../danish/look.ts';
import { finding, type Rule } from '../rule.ts';

const FORMS: readonly { readonly pattern: RegExp; readonly right: string }[] = [
  [/(?<![\p{L}.])bl\.? ?a(?![\p{L}.])|(?<![\p{L}.])bl\. a\.|(?<![\p{L}.])bla\.?(?= \p{Ll})/gu, 'bl.a.'], [/(?<![\p{L}.])f\.? ?eks(?![\p{L}.])|(?<![\p{L}.])f\. eks\.|(?<![\p{L}.])feks\.?(?!\p{L})/gu, 'f.eks.'],
  [/(?<![\p{L}.])(?:m\.m|mm|m\. m\.)(?![\p{L}.])/gu, 'm.m.'], [/(?<![\p{L}.])(?:m\.fl|m\. fl\.)(?![\p{L}.])/gu, 'm.fl.'], [/(?<![\p{L}.])osv(?![\p{L}.])/gu, 'osv.'], [/(?<![\p{L}.])dvs(?![\p{L}.])/gu, 'dvs.'],
  [/(?<![\p{L}.])pct(?![\p{L}.])/gu, 'pct.'], [/(?<![\p{L}.])mio(?![\p{L}.])/gu, 'mio.'], [/(?<![\p{L}.])mia(?![\p{L}.])/gu, 'mia.'], [/(?<=(?:\d|mio\.|mia\.|mio|mia) )kr(?![\p{L}.])/gu, 'kr.'], [/(?<![\p{L}.])ca(?= \d)/gu, 'ca.'],
  [/(?<![\p{L}.-])nr(?= \d)/gu, 'nr.'], [/(?<![\p{L}.])ift(?![\p{L}.])/gu, 'ift.'], [/(?<![\p{L}.])mht(?![\p{L}.])/gu, 'mht.'], [/(?<![\p{L}.])pga(?![\p{L}.])/gu, 'pga.'], [/(?<![\p{L}.])hhv(?![\p{L}.])/gu, 'hhv.'], [/(?<![\p{L}.])evt(?![\p{L}.])/gu, 'evt.'], [/(?<![\p{L}.])inkl(?![\p{L}.])/gu, 'inkl.'], [/(?<![\p{L}.])jf(?![\p{L}.])/gu, 'jf.'], [/(?<![\p{L}.])pr(?= \d| \p{Ll})/gu, 'pr.'],
].map(([pattern, right]) => ({ pattern: pattern as RegExp, right: right as string }));

const stops: Rule = {
  id: 'abbreviation-stop', severity: 'warning',
  *check(context) {
    for (const [passage] of danishPassages(context)) {
      for (const { pattern, right } of FORMS) {
        for (const match of passage.text.matchAll(pattern)) {
          const to = match.index + match[0].length;
          const fix = passage.text.slice(match.index).startsWith('F') ? right.charAt(0).toUpperCase() + right.slice(1) : right;
          yield finding(passage, match.index, to, `"${match[0]}" is written "${right}".`, { fix, hint: `Write "${right}".` });
        }
      }
    }
  },
};

/** Known to every reader of Danish, units, and party letters. */
const COMMON = new Set('EU USA FN NATO CPR CVR PDF TV IT AI QR DVD SMS ISO BNP GPS HR DK UK ID CO OK A S SU VVM PC CD CEO OECD HIV AIDS'.split(' '));

const unexplained: Rule = {
  id: 'unexplained-abbreviation', severity: 'info',
  *check({ passages, words }) {
    const seen = new Set<string>();
    const explained = new Set<string>();
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<=((?:\p{Lu}[\p{L}-]+)(?: [\p{L}-]+){0,5}) )\(([A-ZÆØÅ][A-ZÆØÅ\d-]{1,7})\)/gu)) {
        // In a list or a table of abbreviations it may stand again.
        if (explained.has(match[2] ?? '') && passage.kind === 'paragraph') yield finding(passage, match.index + 1, match.index + match[0].length - 1, `"${match[2] ?? ''}" is explained already.`, { hint: 'The abbreviation alone is enough.' });
        explained.add(match[2] ?? '');
      }
    }
    for (const { text } of passages) for (const match of text.matchAll(/\(([A-ZÆØÅ][A-ZÆØÅ\d-]{1,7})[),;]/g)) explained.add(match[1] ?? '');
    for (const passage of passages) {
      if (passage.kind === 'name') continue;
      for (const token of passage.tokens) {
        if (token.kind !== 'word' || !/^[A-ZÆØÅ]{2,6}$/.test(token.text) || seen.has(token.text)) continue;
        seen.add(token.text);
        if (COMMON.has(token.text) || words.has(token.text)) continue;
        const here = passage.text.slice(token.to, token.to + 2);
        if (explained.has(token.text) && passage.text.charAt(token.from - 1) === '(' || here === ' (') continue;
        yield finding(passage, token.from, token.to, `"${token.text}" is used before it is explained.`, { hint: 'Write it out the first time, with the abbreviation in brackets.' });
      }
    }
  },
};

export const abbreviationRules: readonly Rule[] = [stops, unexplained];
