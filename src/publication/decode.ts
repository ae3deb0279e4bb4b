// Bytes of a text file → its text with LF, or the encoding that it seems to be in and the line where it stops being UTF-8.
import type { Diagnostics } from '../diagnostics/index.ts';
import { spanAt } from '../document/index.ts';
import type { SourceFile } from './publication.ts';

/** Signs that show nothing and break readers: C0 and C1 but tab and line ends, DEL, and the first code point of no character. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;
/** Line ends of word processors, terminals and mainframes: what stands before and after them is no one word. */
const BREAKS = '\u000b\u000c\u0085\u2028\u2029';
/** More of them than this in a file are said once. */
const MOST_SAID = 20;

export function decodeText(bytes: Uint8Array, file: string, name: string, diagnostics: Diagnostics): SourceFile | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    diagnostics.error('encoding', spanAt(file), `The file is in ${wide}, not in UTF-8.`, 'Save it as UTF-8.');
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    const { line, column, byte } = firstFault(bytes);
    diagnostics.error('encoding', spanAt(file, line, column), `The file is not in UTF-8: byte ${byte} stands here; it may be Windows-1252 or Latin-1.`, 'Save it as UTF-8.');
    return undefined;
  }
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  return { file, name, text: dropControls(text, file, diagnostics) };
}

/** UTF-16 and UTF-32 by their marks, or by the zero bytes that Latin letters have in them. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? 'UTF-32 (little-endian)' : 'UTF-16 (little-endian)';
  if (a === 0xfe && b === 0xff) return 'UTF-16 (big-endian)';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32 (big-endian)';
  const length = Math.min(bytes.length, 4000);
  let even = 0, odd = 0;
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if ((i & 1) === 0) even++;
    else odd++;
  }
  if (length < 4 || even + odd < length / 4) return undefined;
  return odd > even ? 'UTF-16 (little-endian)' : 'UTF-16 (big-endian)';
}

function dropControls(text: string, file: string, diagnostics: Diagnostics): string {
  let said = 0, line = 1, lineStart = 0, counted = 0;
  return text.replace(CONTROLS, (sign, at: number) => {
    const parts = BREAKS.includes(sign);
    if (said++ < MOST_SAID) {
      for (let next = text.indexOf('\n', counted); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
        line++;
        lineStart = next + 1;
      }
      counted = at;
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      diagnostics.warning('control-character', spanAt(file, line, at - lineStart + 1), parts ? `A line break that is not shown (U+${code}) stands in the text; it is read as a space.` : `A control character (U+${code}) stands in the text; it is left out.`, said === MOST_SAID ? 'There may be more of them below.' : undefined);
    }
    return parts ? ' ' : '';
  });
}

/** Where the bytes stop being UTF-8: the longest good prefix, found by halving. */
function firstFault(bytes: Uint8Array): { line: number; column: number; byte: string } {
  let good = 0, bad = bytes.length;
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(bad)) good = bad - 1;
  else {
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (decodes(middle)) good = middle;
      else bad = middle;
    }
  }
  // The fault shows at the byte that does not continue a character; the character begins before.
  let start = good;
  while (start > 0 && good - start < 3 && ((bytes[start - 1] ?? 0) & 0xc0) === 0x80) start--;
  if (start > 0 && (bytes[start - 1] ?? 0) >= 0xc0 && start - 1 + sequenceLength(bytes[start - 1] ?? 0) > good) good = start - 1;
  let line = 1, lineStart = 0;
  for (let i = 0; i < good; i++) {
    const isCr = bytes[i] === 13 && bytes[i + 1] !== 10;
    if (bytes[i] === 10 || isCr) {
      line++;
      lineStart = i + 1;
    }
  }
  const byte = `0x${(bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return { line, column: new TextDecoder().decode(bytes.subarray(lineStart, good)).length + 1, byte };
}

const sequenceLength = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);
