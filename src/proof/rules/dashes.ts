// Hyphens where a dash belongs and the reverse, and the hyphen that an old line break left in a word.
import type { Passage } from '../passage.ts';
import * as is from '../lexicon/classes.ts';
import { finding, type Rule } from '../rule.ts';

/** Two hyphens are no slip: typed for a dash, they are set as one. */
const hyphenForDash: Rule = {
  id: 'hyphen-for-dash', severity: 'warning',
  *check({ passages }) {
    const style = dominantDash(passages);
    const ranges = passages.reduce((sum, { text }) => sum + [...text.matchAll(/\d–\d/g)].length, 0);
    for (const passage of passages) {
      const { text } = passage;
      for (const match of text.matchAll(/(?<=[\p{L}\d.,)»”%\uFFFC]) (-) (?=[\p{L}\d(»“\uFFFC])/gu)) {
        const at = match.index + 1;
        yield finding(passage, at, at + (match[1]?.length ?? 1), 'A dash is meant, not a hyphen.', { fix: style });
      }
      // Years and amounts; telephone and case numbers have more parts or leading zeros.
      for (const match of text.matchAll(/(?<![\d\p{L}./-])((?:19|20)\d\d)(-)((?:19|20)\d\d)(?![\d/-])|(?<![\d\p{L}./-])(\d{1,3})(-)(\d{1,3})(?= (?:pct|mio|mia|kr|procent|kommuner|år|dage|uger|måneder|timer|percent|years)\b)/gu)) {
        if (ranges === 0 && match[1] === undefined) continue;
        const at = match.index + (match[1] ?? match[4] ?? '').length;
        yield finding(passage, at, at + 1, 'Between figures "from–to" is a dash.', { fix: '–' });
      }
    }
  },
};

const dashForHyphen: Rule = {
  id: 'dash-for-hyphen', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<=\p{Ll})–(?= (?:og|eller|and|or) )|(?<= )–(?=\p{Ll}{3,})|(?<=(?<!\p{L})(?:EU|AI|IT|it|KL|CPR|CVR|QR))–(?=\p{Ll})/gu)) {
        const at = match.index;
        const text = passage.text;
        // "ord –ord": a dash that lacks a space is no hyphen.
        if (text.charAt(at - 1) === ' ' && !/(?:og|eller|and|or) $/.test(text.slice(0, at))) continue;
        yield finding(passage, at, at + 1, 'A hyphen is meant, not a dash.', { fix: '-' });
      }
    }
  },
};

function dominantDash(passages: readonly Passage[]): string {
  let en = 0;
  let em = 0;
  for (const { text } of passages) {
    en += [...text.matchAll(/ – /g)].length;
    em += [...text.matchAll(/ — /g)].length;
  }
  return em > en ? '—' : '–';
}

const strayHyphen: Rule = {
  id: 'stray-hyphen', severity: 'warning',
  *check({ passages, lexicon, words }) {
    const joined = new Set(passages.flatMap(({ tokens }) => tokens.flatMap(({ kind, low, text }) => (kind === 'word' && !text.includes('-') ? [low] : []))));
    for (const passage of passages) {
      for (const token of passage.tokens) {
        const match = /^(\p{L}\p{Ll}+)-(\p{Ll}{2,})$/u.exec(token.text);
        if (!match || words.has(token.text)) continue;
        const [, left = '', right = ''] = match;
        const whole = `${left}${right}`.toLowerCase();
        const danish = passage.language === 'da' ? lexicon : undefined;
        const mask = danish?.direct(whole) ?? 0;
        const reading = danish?.read(whole);
        const parts = danish ? danish.read(left).mask !== 0 && danish.read(right).mask !== 0 : true;
        if (/^(?:ikke|it|tv|co|ex|eks|anti|pro|e|a|p|u|s|t|x|vice|non)$/i.test(left)) continue;
        const wrong = joined.has(whole) && !(danish && danish.direct(token.low)) || mask !== 0 && !(danish?.direct(token.low)) || !parts && reading !== undefined && reading.mask !== 0 && left.length > 1;
        // "corona-pandemi": between two whole words it may be meant, unless the publication itself writes them in one.
        const meant = danish !== undefined && left.length > 4 && right.length > 4 && !joined.has(whole) && (danish.direct(left.toLowerCase()) & is.NOUN) !== 0 && (danish.direct(right) & is.NOUN) !== 0;
        if (wrong) yield finding(passage, token.from, token.to, `"${token.text}" has a hyphen in mid-word.`, { ...(meant ? { certain: false as const } : {}), fix: left + right, hint: `Write "${left}${right}".` });
      }
      for (const match of passage.text.matchAll(/(?<=(?<![\p{L}-])(\p{L}\p{Ll}+))- (?=(\p{Ll}{2,})(?!\p{L}))/gu)) {
        const [, left = '', right = ''] = match;
        if (/^(?:og|eller|samt|til|and|or|som|men|end|såvel|hhv|respektive)$/.test(right)) continue;
        const whole = left + right;
        const known = lexicon && passage.language === 'da' ? lexicon.read(whole.toLowerCase()).mask !== 0 : joined.has(whole.toLowerCase());
        if (known) yield finding(passage, match.index - left.length, match.index + 2 + right.length, `"${left}- ${right}" is one word.`, { fix: whole, hint: `Write "${whole}".` });
      }
    }
  },
};

export const dashRules: readonly Rule[] = [hyphenForDash, dashForHyphen, strayHyphen];
