// A seed → paragraphs of made-up words in two columns, broken wherever the line is full.
import type { Placed } from '../../src/flow/index.ts';
import type { PdfInput } from '../../src/pdf/index.ts';
import { emptyInput, makeLine, makePage, tag } from './sample.ts';

const SYLLABLES = ['kom', 'mu', 'ner', 'nes', 'fi', 'nan', 'si', 'el', 'le', 'stil', 'ling', 'be', 'skæf', 'ti', 'gel', 'ses', 'om', 'rå', 'det'];

export function manyWords(seed: number, count = 60): { readonly paragraphs: readonly string[]; readonly input: PdfInput } {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const word = (): string => Array.from({ length: 1 + below(6) }, () => SYLLABLES[below(SYLLABLES.length)] ?? '').join('');
  const paragraphs = Array.from({ length: count }, () => `${Array.from({ length: 10 + below(60) }, word).join(' ')}.`);
  const pages: Placed[][] = [[]];
  let [column, y] = [0, 100];
  const put = (id: string, text: string): void => {
    if (y > 760) {
      y = 100;
      column = 1 - column;
      if (column === 0) pages.push([]);
    }
    if (text !== '') pages.at(-1)?.push(makeLine(id, 70 + column * 240, y, text));
    y += 14;
  };
  paragraphs.forEach((paragraph, n) => {
    for (let rest = paragraph; rest !== '';) {
      const full = rest.length > 34;
      let end = full ? 34 : rest.length;
      const inWord = full && rest[end] !== ' ' && rest[end - 1] !== ' ';
      if (inWord && below(3) === 0) end = Math.max(rest.lastIndexOf(' ', end), 1);
      const breaks = full && rest[end] !== ' ' && rest[end - 1] !== ' ';
      put(`p${n}`, rest.slice(0, end).trimEnd() + (breaks ? '¬' : ''));
      rest = rest.slice(end).trimStart();
    }
    put('', '');
  });
  return {
    paragraphs,
    input: { ...emptyInput('ua1+a2a'), pages: pages.map((items, n) => makePage(n + 1, items)), tags: tag('document', 'Document', paragraphs.map((_, n) => tag(`p${n}`, 'P'))) },
  };
}
