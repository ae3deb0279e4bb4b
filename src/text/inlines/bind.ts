// A stream → the spaces at which no line breaks while any other set of breaks is possible: what belongs together stays together.
import { conventionsOf, type Conventions } from '../language/conventions.ts';
import type { KnownWord, WordPiece } from './pieces.ts';
import type { Stream } from './stream.ts';

/** Whether the space at an index of the stream's text is one; `piece`: the word that ends there. */
export function findBound(stream: Stream, language: string): (at: number, piece: WordPiece | undefined) => boolean {
  const { text } = stream;
  const conventions = conventionsOf(language);
  return (at, piece) => {
    if (!isBlank(text.charCodeAt(at)) || (at > 0 && isBlank(text.charCodeAt(at - 1))) || stream.styles[stream.style[at] ?? 0]?.kind === 'code') return false;
    let next = at + 1;
    while (next < text.length && isBlank(text.charCodeAt(next))) next += 1;
    if (next === text.length || isSpace(text.charCodeAt(next))) return false;
    // Most words are free, and known to be so; only a dash and the number of a name are held by them.
    const whole = piece?.known && (piece.from === 0 || isSpace(text.charCodeAt(piece.from - 1))) ? piece.known : undefined;
    if (whole && isFree(whole, conventions) && !HELD.has(text.charCodeAt(next))) return false;
    const before = whole?.text ?? wordBefore(text, at);
    return before !== '' && belongs(before, wordAfter(text, next), text, at, conventions);
  };
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
const HELD: ReadonlySet<number> = new Set([...'–—…-0123456789IVX'].map((character) => character.charCodeAt(0)));

const wordBefore = (text: string, at: number): string => {
  let from = at;
  while (from > 0 && !isSpace(text.charCodeAt(from - 1))) from -= 1;
  return text.slice(from, at);
};
const wordAfter = (text: string, at: number): string => {
  let to = at;
  while (to < text.length && !isSpace(text.charCodeAt(to))) to += 1;
  return text.slice(at, to);
};
const isSpace = (code: number): boolean => code <= 32 || code >= 160 ? /\s/.test(String.fromCharCode(code)) : false;

const OPENING = /^[([{»„“‘‚›"']+/;
const CLOSING = /[)\]}«”’‹"',;:!?]+$/;
/** The word itself: brackets, quotes and what ends a clause taken off; full stops stay. */
const core = (word: string): string => word.replace(OPENING, '').replace(CLOSING, '');
const bare = (word: string): string => core(word).replace(/\.$/, '').toLowerCase();

const NUMBER = /^[-+±–]?\d[\d.,:/\u2009\u202F]*(?:[-–]\d[\d.,]*)?$/;

/** A word of letters that no convention names holds nothing behind it: most words, each looked at once. */
function isFree(word: KnownWord, conventions: Conventions): boolean {
  if (word.freeIn !== conventions) {
    word.freeIn = conventions;
    word.free = looksFree(word.text, conventions);
  }
  return word.free === true;
}

function looksFree(word: string, conventions: Conventions): boolean {
  if (!/^\p{L}{2,}[,;:!?]?$/u.test(word)) return false;
  const name = bare(word);
  return name !== 'de' && !/^[IVX]+(?:e|er)$/.test(word) && ![conventions.units, conventions.months, conventions.labels, conventions.titles].some((names) => names.has(name));
}

function belongs(before: string, after: string, text: string, at: number, conventions: Conventions): boolean {
  // A dash never begins a line: it stays with the word before it.
  if (/^(?:[–—…]|--)[,.;:]?$/.test(after)) return true;
  const left = core(before), right = core(after);
  const isNumber = NUMBER.test(left.replace(/\.$/, ''));
  const endsClause = /[,;:!?)\]»«”]$/.test(before);
  if (isNumber && !endsClause) {
    const unit = bare(after);
    if (conventions.units.has(unit) || conventions.months.has(/^\p{L}*/u.exec(unit)?.[0] ?? '')) return true;
    // "26 de mayo".
    if (unit === 'de' && conventions.months.has(bare(wordAfter(text, afterSpaces(text, afterSpaces(text, at) + after.length))))) return true;
    // Groups of thousands: "1 000 000", "33 77 12 31".
    if (/^\d{1,3}$/.test(left) && /^\d{2,3}(?!\d)/.test(right) && !/\.$/.test(before)) return true;
  }
  const unitBefore = bare(before);
  // "18,8 mio. kr.": the unit's second word.
  if (!endsClause && conventions.units.has(unitBefore) && conventions.units.has(bare(after)) && NUMBER.test(core(wordBefore(text, spaceBefore(text, at))))) return true;
  // "26. februar 2026": the year stays with its month.
  if (!endsClause && conventions.months.has(unitBefore) && /^(1[5-9]|20)\d\d$/.test(bare(after)) && /^\d/.test(core(wordBefore(text, spaceBefore(text, at))))) return true;
  if (unitBefore === 'de' && conventions.months.has(bare(after)) && /^\d/.test(core(wordBefore(text, spaceBefore(text, at))))) return true;
  if (/^[§\d]/.test(right) && !/[,;:!?)]$/.test(before) && conventions.labels.has(unitBefore)) return true;
  if (/^[\p{Lu}]/u.test(right)) {
    // Initials and titles: "J. P. Jensen", "dr. Holm".
    if (/^\p{Lu}\.(?:-?\p{Lu}\.)*$/u.test(left)) return true;
    if (conventions.titles.has(unitBefore) && (before.endsWith('.') || FORMS_OF_ADDRESS.has(unitBefore))) return true;
    // "Henrik VIII", "Anden Verdenskrig II"; a lone I is a word in some languages.
    if (/^\p{Lu}\p{L}/u.test(before) && !endsClause && /^(?:[VX]|[IVX]{2,})\.?$/.test(right)) return true;
  }
  // "Frederik 10. blev": the number is the name's, where no date follows.
  if (/^\p{Lu}\p{Ll}{2,}$/u.test(before) && /^\d{1,2}\.$/.test(after)) {
    const then = wordAfter(text, afterSpaces(text, afterSpaces(text, at) + after.length));
    if (/^\p{Ll}/u.test(then) && !conventions.months.has(bare(then))) return true;
  }
  // "May 5".
  if (!endsClause && /^\p{Lu}/u.test(before) && conventions.months.has(unitBefore) && /^\d{1,2}(?:st|nd|rd|th)?$/.test(bare(after))) return true;
  // "XXe siècle".
  if (/^[IVX]+(?:e|er)$/.test(left) && conventions.units.has(bare(after))) return true;
  if (before.endsWith('.') && abbreviates(bare(before), bare(after), after, conventions)) return true;
  return isSingle(before) && !(conventions.units.has(unitBefore) && NUMBER.test(core(wordBefore(text, spaceBefore(text, at)))));
}

/** Titles that are words of their own, without a full stop. */
const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(['fru', 'frk', 'hr', 'herr', 'frau', 'sir', 'mr', 'mrs', 'ms', 'm', 'mme', 'mmes', 'mlle', 'pan', 'pani']);

const afterSpaces = (text: string, at: number): number => {
  let to = at;
  while (to < text.length && /\s/.test(text.charAt(to))) to += 1;
  return to;
};

const spaceBefore = (text: string, at: number): number => {
  let to = at;
  while (to > 0 && !/\s/.test(text.charAt(to - 1))) to -= 1;
  while (to > 0 && /\s/.test(text.charAt(to - 1))) to -= 1;
  return to;
};

/** "f. eks.", "m. fl.": each pair of neighbours. */
function abbreviates(left: string, right: string, after: string, { abbreviations }: Conventions): boolean {
  const dotted = /\.[)\]»«”,;:]*$/.test(after);
  return abbreviations.some((parts) => parts.some((part, index) => part === left && parts[index + 1] === right && (dotted || parts.length === 2)));
}

/** A lone letter goes with the word after it, whatever the language; a unit does not ("7 l og"). */
const isSingle = (before: string): boolean => /^\p{L}$/u.test(before.replace(OPENING, ''));
