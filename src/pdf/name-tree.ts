// Names and values → a name tree, sorted as bytes, the same on every machine.
import { text, type Dict, type PdfValue } from './objects.ts';

export interface Named { readonly name: string; readonly value: PdfValue }

/**
 * As pdfkit writes text: ASCII as it is, anything else as UTF-16 with a byte order mark (0xFE), so behind all ASCII.
 * Within either, code units and bytes sort alike.
 */
const isAscii = (name: string): boolean => /^[\x00-\x7f]*$/u.test(name);

export function compareNames(a: string, b: string): number {
  const [plainA, plainB] = [isAscii(a), isAscii(b)];
  if (plainA !== plainB) return plainA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function nameTree(names: readonly Named[]): Dict {
  const sorted = [...names].sort((a, b) => compareNames(a.name, b.name));
  return { Names: sorted.flatMap(({ name, value }) => [text(name), value]) };
}
