// Slips of the space bar and of the eye: doubled words, doubled, missing and misplaced spaces, doubled marks, soft hyphens, ellipses.
import { OBJECT, type Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

/** Words that may rightly stand twice ("meget, meget" needs its comma, but is written without). */
const TWICE = new Set(['meget', 'langt', 'så', 'ja', 'nej', 'very', 'had', 'that', 'long', 'mange', 'helt']);

function overText(id: string, look: (passage: Passage) => Iterable<Finding>): Rule {
  return { id, severity: 'warning', *check({ passages }) { for (const passage of passages) yield* look(passage); } };
}

const doubleWord = overText('double-word', function* (passage) {
  const { tokens, text } = passage;
  for (let index = 1; index < tokens.length; index++) {
    const before = tokens[index - 1];
    const token = tokens[index];
    if (!before || !token || token.kind !== 'word' || before.low !== token.low || TWICE.has(token.low)) continue;
    if (text.slice(before.to, token.from).trim() !== '' || token.text.length === 1 && token.low !== 'i') continue;
    // "Baden Baden": a name's own repetition.
    if (/^\p{Lu}/u.test(token.text) && !before.first) continue;
    yield finding(passage, before.to, token.to, `"${token.text}" stands twice.`, { fix: '', hint: 'Take one out.' });
  }
});

const doubleSpace = overText('double-space', function* (passage) {
  for (const match of passage.text.matchAll(/(?<=\S)[ \u00A0]{2,}(?=\S)/g)) {
    yield finding(passage, match.index, match.index + match[0].length, 'There are two spaces.', { fix: ' ', hint: 'Use one.' });
  }
});

const spaceBefore = overText('space-before-punctuation', function* (passage) {
  for (const match of passage.text.matchAll(/(?<=[\p{L}\d)»”’\uFFFC%]) +(?=[,;:!?](?:\s|$)|\.(?!\.|\d)(?:\s|$)|[)\]])|(?<=[([]) +(?=\S)|(?<=\p{Lu}{2}) +(?=['’]s(?:\s|$))/gu)) {
    const after = passage.text.charAt(match.index + match[0].length);
    const at = match.index;
    const opening = /[([]/.test(passage.text.charAt(at - 1));
    yield finding(passage, at, at + match[0].length, opening ? 'There is a space after the opening bracket.' : `There is a space before "${after}".`, { fix: '' });
  }
});

const missingSpace = overText('missing-space', function* (passage) {
  const { text, tokens } = passage;
  for (let index = 1; index + 1 < tokens.length; index++) {
    const mark = tokens[index];
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (!mark || !before || !after || mark.text.length > 1 || after.spaced || mark.spaced) continue;
    const left = text.charAt(mark.from - 1);
    const right = text.charAt(mark.to);
    const stop = /[.!?]/.test(mark.text) && /[\p{Ll}\d)»”]/u.test(left) && /\p{Lu}/u.test(right) && before.text.length > 1;
    const comma = /[,;]/.test(mark.text) && /[\p{L})»”\d\uFFFC]/u.test(left) && /[\p{L}»“(]/u.test(right) && !(right === '“' && text.slice(0, mark.from).includes('„')) && (right !== '»' || left !== '»');
    const colon = mark.text === ':' && /\p{Ll}/u.test(left) && /[\p{L}]/u.test(right) && before.text.length > 1 && after.text.length > 1 && !/^(?:s|en|et|erne|er|ene|ens)$/.test(after.low);
    const low = mark.text === '.' && /\p{Ll}{3,}$/u.test(before.text) && /^\p{Ll}{2,}$/u.test(after.text) && before.text.length + after.text.length > 7 && text.charAt(after.to) !== '.';
    if (stop || comma || colon || low) yield finding(passage, mark.from, mark.to, `A space is missing after "${mark.text}".`, { fix: `${mark.text} ` });
  }
  for (const match of text.matchAll(/(?<=(?<!\p{L})(?:kl|d|nr))\.(?=\d)/gu)) yield finding(passage, match.index, match.index + 1, 'A space is missing after ".".', { fix: '. ' });
  for (const match of text.matchAll(/(?<=(?<!\d)\d{1,2})\.(?=(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\p{L}))/giu)) yield finding(passage, match.index, match.index + 1, 'A space is missing after ".".', { fix: '. ' });
  for (const match of text.matchAll(/(?<=(?:\d|mio\.|mia\.) (?:kr|pct|mio|mia))\.(?=\p{L})/gu)) yield finding(passage, match.index, match.index + 1, 'A space is missing after ".".', { fix: '. ' });
  for (const match of text.matchAll(/(?<=\p{L})[)»](?=\p{L}{2})|(?<=\p{Ll}{2})[(«](?=\p{L}{3})/gu)) {
    const at = match.index;
    if (match[0] === '»' && !text.slice(0, at).includes('«') && text.slice(0, at).includes('»')) continue;
    if (/[»«]/.test(match[0])) continue;
    // "kommune(r)": a bracketed ending.
    if (match[0] === ')' && /\([\p{L}-]{1,4}$/u.test(text.slice(0, at))) continue;
    const opening = match[0] === '(';
    if (opening && /^\([\p{L}-]{1,4}\)/u.test(text.slice(at))) continue;
    yield finding(passage, at, at + 1, `A space is missing ${opening ? 'before' : 'after'} "${match[0]}".`, { fix: opening ? ` ${match[0]}` : `${match[0]} ` });
  }
});

const doublePunctuation = overText('double-punctuation', function* (passage) {
  for (const match of passage.text.matchAll(/,\s*,|(?<!\.)\.\s?\.(?!\.)|;;|::|[,;:]\.(?!\d)|(?<!\b(?:kr|pct|mio|mia|mv|osv|ca|nr|stk|fl|a|m|l|indb|etc))\.,(?!\d)|[?!]\./g)) {
    if (passage.text.charAt(match.index - 1) === OBJECT && match[0].startsWith('.')) continue;
    if (match[0] === '.,' && isAbbreviation(passage, match.index)) continue;
    yield finding(passage, match.index, match.index + match[0].length, `"${match[0]}" is one mark too many.`, /^[,;:.]\s*[,;:.]$/.test(match[0]) && match[0].replace(/\s/g, '').charAt(0) === match[0].at(-1) ? { fix: match[0].charAt(0) } : {});
  }
});

const isAbbreviation = (passage: Passage, at: number): boolean => passage.tokens.some(({ to, from, text }) => to > at && from < at && text.endsWith('.'));

const softHyphen = overText('soft-hyphen', function* (passage) {
  for (const match of passage.text.matchAll(/\u00AD/g)) yield finding(passage, match.index, match.index + 1, 'There is an invisible soft hyphen in the word.', { fix: '', hint: 'The program hyphenates by itself.' });
});

/** Three stops or one sign: whichever the publication uses less is pointed at; two or four stops always. */
const ellipsis: Rule = {
  id: 'ellipsis', severity: 'warning',
  *check({ passages }) {
    const dots: [Passage, RegExpExecArray][] = [];
    const signs: [Passage, RegExpExecArray][] = [];
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/\.{3,}|…/g)) {
        if (match[0].length > 3) yield finding(passage, match.index, match.index + match[0].length, 'An ellipsis has three stops.', { fix: '…' });
        else (match[0] === '…' ? signs : dots).push([passage, match]);
      }
    }
    if (dots.length === 0 || signs.length === 0) return;
    const [fewer, right] = dots.length <= signs.length ? [dots, '…'] : [signs, '...'];
    for (const [passage, match] of fewer) yield finding(passage, match.index, match.index + match[0].length, `The ellipsis is written "${right}" elsewhere.`, { fix: right });
  },
};

export const spacingRules: readonly Rule[] = [doubleWord, doubleSpace, spaceBefore, missingSpace, doublePunctuation, softHyphen, ellipsis];
