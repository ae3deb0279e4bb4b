// Bytes of a text file → its text with LF, or the encoding that it seems to be in and the line where it stops being UTF-8.
import type { Diagnostics } from '../diagnostics/index.ts';
import { spanAt } from '../document/index.ts';
import type { SourceFile } from './publication.ts';

export function decodeText(bytes: Uint8Array, file: string, name: string, diagnostics: Diagnostics): SourceFile | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16 (little-endian)' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16 (big-endian)' : undefined;
  if (wide) {
    diagnostics.error('encoding', spanAt(file), `The file is in ${wide}, not in UTF-8.`, 'Save it as UTF-8.');
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    const { line, column } = firstFault(bytes);
    diagnostics.error('encoding', spanAt(file, line, column), 'The file is not in UTF-8; it looks like Windows-1252 or Latin-1.', 'Save it as UTF-8.');
    return undefined;
  }
  text = text.replace(/\r\n?/g, '\n');
  let controls = 0;
  // Form feeds, NUL and their like show nothing and break readers; tabs and line ends are text.
  text = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]/g, (sign, at: number) => {
    if (controls++ < 20) {
      const before = text.slice(0, at);
      const line = before.split('\n').length;
      diagnostics.warning('control-character', spanAt(file, line, at - before.lastIndexOf('\n')), `A control character (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) stands in the text; it is left out.`);
    }
    return '\ufffe';
  }).replaceAll('\ufffe', '');
  return { file, name, text };
}

/** Where the bytes stop being UTF-8: the longest good prefix, found by halving. */
function firstFault(bytes: Uint8Array): { line: number; column: number } {
  let good = 0, bad = bytes.length;
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  let line = 1, start = 0;
  for (let i = 0; i < good; i++) if (bytes[i] === 10) { line++; start = i + 1; }
  return { line, column: new TextDecoder().decode(bytes.subarray(start, good)).length + 1 };
}
