// A stream as typed → as set: composed characters, the language's quotes, dashes, ellipses and percent signs, in words only.
import { isAddress } from './token-breaks.ts';
import type { Stream } from './stream.ts';
import { conventionsOf } from '../language/conventions.ts';

/** Typed marks that may have to change; a paragraph without any is left as it is. */
const TYPED = /["']|--|\d[%‰]|\.\.\.|[\u0300-\u036F\u00AD\u200B\u2060\uFEFF]/;
const INVISIBLE: Readonly<Record<string, 'hyphen' | 'break' | 'join'>> = { '\u00AD': 'hyphen', '\u200B': 'break', '\u2060': 'join', '\uFEFF': 'join' };

export function typeset(stream: Stream, language: string, typography: boolean): void {
  const { text } = stream;
  const french = typography && language.toLowerCase().startsWith('fr');
  if (!TYPED.test(text) && !french) return;
  const { quotes, spacedPercent } = conventionsOf(language);
  const out: string[] = [];
  const style: number[] = [];
  const origin: number[] = [];
  const put = (value: string, at: number): void => {
    for (let n = 0; n < value.length; n += 1) { out.push(value.charAt(n)); style.push(stream.style[at] ?? 0); origin.push(at); }
  };
  const words = wordsMask(stream);
  /** Quotation marks that stand open, the outermost first. */
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const invisible = INVISIBLE[character];
    if (invisible) { stream.invisible.set(out.length, invisible); at += 1; continue; }
    const length = lengthOfCluster(text, at);
    if (length > 1) { put(text.slice(at, at + length).normalize('NFC'), at); at += length; continue; }
    if (!typography || !words[at]) { put(character, at); at += 1; continue; }
    const [before, after] = [out.at(-1) ?? '', text.charAt(at + 1)];
    if (character === '"') {
      const level = open.lastIndexOf('"');
      const opening = opens(before) && (level < 0 || !closesHere(after));
      if (opening) { put(open.length % 2 === 0 ? quotes[0] : quotes[2], at); open.push('"'); }
      else { put(level < 0 || level % 2 === 0 ? quotes[1] : quotes[3], at); if (level >= 0) open.length = level; }
      at += 1;
    } else if (character === "'") {
      const level = open.lastIndexOf("'");
      if (level >= 0 && !/[\p{L}\d]/u.test(after)) { put(level % 2 === 0 ? quotes[1] : quotes[3], at); open.length = level; }
      else if (opens(before) && /[\p{L}\d]/u.test(after) && hasPartner(text, at)) { put(open.length % 2 === 0 ? quotes[0] : quotes[2], at); open.push("'"); }
      else put('’', at);
      at += 1;
    } else if (text.startsWith('...', at) && text.charAt(at + 3) !== '.' && before !== '.') { put('…', at); at += 3; }
    else if (text.startsWith('---', at) && text.charAt(at + 3) !== '-' && before !== '-') { put('—', at); at += 3; }
    // "--force" is an option, not a dash.
    else if (text.startsWith('--', at) && text.charAt(at + 2) !== '-' && before !== '-' && !(opens(before) && /\p{L}/u.test(text.charAt(at + 2)))) { put('–', at); at += 2; }
    else if (spacedPercent && (character === '%' || character === '‰') && /\d/.test(before) && !/\d/.test(after)) { put(`\u00A0${character}`, at); at += 1; }
    else if (french && character === ' ' && /[;:!?»]/.test(after)) { put(after === ':' || after === '»' ? '\u00A0' : '\u202F', at); at += 1; }
    else if (french && character === ' ' && before === '«') { put('\u00A0', at); at += 1; }
    else { put(character, at); at += 1; }
  }
  stream.text = out.join('');
  stream.style = style;
  stream.origin = origin;
}

const opens = (before: string): boolean => before === '' || /[\s([{\u2013\u2014/«»„“‘‚›‹"'-]/.test(before);
const closesHere = (after: string): boolean => after === '' || /[\s.,;:!?)\]}]/.test(after);

/** A single quote closes later in the paragraph, after a letter and not before one. */
const hasPartner = (text: string, at: number): boolean => /^.[^'\n]*?[\p{L}\d.,!?%)]'(?![\p{L}\d])/u.test(text.slice(at));

/** Which characters are words: no code, no address. */
function wordsMask({ text, style, styles }: Stream): boolean[] {
  const mask = style.map((index) => styles[index]?.kind === 'words');
  for (const { 0: token, index } of text.matchAll(/\S+/g)) {
    if (isAddress(token)) for (let n = 0; n < token.replace(/["'.,;:!?)\]]+$/, '').length; n += 1) mask[index + n] = (/["']/.test(token.charAt(n)) && n === 0);
  }
  return mask;
}

/** A character and the combining marks behind it, which Unicode mostly has a single character for (NFC). */
function lengthOfCluster(text: string, at: number): number {
  let length = 1;
  while (/[\u0300-\u036F]/.test(text.charAt(at + length))) length += 1;
  return length;
}
