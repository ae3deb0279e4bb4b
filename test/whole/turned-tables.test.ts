// A table that lies on its side, with links and notes in its cells → read whole, its links where its words stand.
import { expect, test } from 'vitest';
import { describeLayout } from '../../src/snapshot/index.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { bodyWords, editionOf, publicationOf, wordsOf } from './made.ts';

const COLUMNS = 10;
const row = (cell: (column: number) => string): string => `| ${Array.from({ length: COLUMNS }, (_, column) => cell(column)).join(' | ')} |`;
const SOURCE = `# Brede tal

Først et afsnit.

:::table[Bred tabel]
${row((column) => `Hoved${column}`)}
${row(() => '---')}
${Array.from({ length: 12 }, (_, n) => row((column) => (column === 4 && n === 3 ? '[Henvisning](https://example.org/a)' : column === 5 && n === 7 ? 'Med[^a]' : `R${n}k${column}abcde`))).join('\n')}
:::

Sidst et afsnit.

[^a]: Noten står ved sidens fod.
`;

test('every word is read once, in order; the link stands on the page that its words stand on', async () => {
  const edition = await editionOf(publicationOf({ '01.md': SOURCE }));
  expect(edition.found.filter(({ rule }) => rule !== 'layout-half-empty')).toEqual([]);
  const cells = Array.from({ length: 12 }, (_, n) => Array.from({ length: COLUMNS }, (_cell, column) => (column === 4 && n === 3 ? 'Henvisning' : column === 5 && n === 7 ? 'Med1' : `R${n}k${column}abcde`))).flat();
  const set = bodyWords(edition);
  const from = set.indexOf('R0k0abcde');
  const noted = set.filter((word, index) => index >= from && (/^R\d/.test(word) || word === 'Henvisning' || word === 'Med1'));
  expect(noted).toEqual(cells);
  expect(set.filter((word) => word === 'Noten')).toHaveLength(1);
  for (const word of wordsOf('Først et afsnit Sidst et afsnit Bred tabel')) expect(set).toContain(word);

  const layout = describeLayout(edition.laidOut.pages, (face) => face);
  const page = layout.pages.find(({ lines }) => lines.some(({ text }) => text === 'Henvisning'));
  const line = page?.lines.find(({ text }) => text === 'Henvisning');
  expect(line?.turned).toBe(true);
  const rectangles = [...readPdf(edition.pdf).objects.values()].flatMap((source) => [...source.matchAll(/\/Rect ?\[([^\]]*)\]/g)]).map(([, box]) => (box ?? '').trim().split(/\s+/).map(Number));
  const x = line?.x ?? 0, y = (page?.height ?? 0) - (line?.y ?? 0);
  const over = rectangles.find(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => x0 < x && x < x1 && Math.abs(y0 - y) < 1 && Math.abs(y1 - y - (line?.width ?? 0)) < 1);
  expect(over, JSON.stringify([x, y, rectangles])).toBeDefined();
});
