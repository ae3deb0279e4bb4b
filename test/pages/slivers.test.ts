// What is cut leaves no scraps: a line or two of a box or a list, one row; pictures and charts that moved leave text on the grid.
import { expect, test } from 'vitest';
import type { FlowItem, FrameOpen, Galley } from '../../src/flow/index.ts';
import { block, chapter, document, flow, paragraph as text, words } from '../support/manuscript.ts';
import { at, galley, gap, linesOf, make, MASTER, paragraph, slab } from './bare.ts';

const frame = (torn: FrameOpen['torn']): FlowItem => ({ kind: 'open', frame: 'box', span: at(1), ...(torn ? { torn } : {}) });
const close: FlowItem = { kind: 'close', frame: 'box' };
const boxed = (before: number, inside: number): FlowItem[] => [
  ...Array.from({ length: before }, (_, line) => [slab(`t${line}`), gap()]).flat(), frame('tornBox'), paragraph('b', inside), close, gap(), paragraph('end', 3),
];

test('a box leaves no fewer than three lines on a page', () => {
  for (const [before, inside] of [[8, 6], [6, 5], [5, 7]] as const) {
    const { words: pages } = make([galley(boxed(before, inside))]);
    for (const page of pages) {
      const lines = page.filter((line) => line.startsWith('b.')).length;
      expect(lines === 0 || lines >= 3).toBe(true);
    }
  }
});

test('a list leaves no fewer than three lines on a page, whatever its items', () => {
  const text = (lines: number): FlowItem[] => Array.from({ length: lines }, (_, line) => [slab(`t${line}`), gap()]).flat();
  const list = (...items: readonly number[]): FlowItem[] => [frame('tornList'), ...items.flatMap((lines, item) => [gap(), paragraph(`b${item}`, lines)]).slice(1), close];
  const ends = [gap(), paragraph('end', 6)];
  for (const [before, items] of [[8, [4, 4]], [8, [1, 1, 1, 1]], [9, [1, 3, 3]], [4, [2, 2, 4]], [7, [1, 1, 1, 1]]] as const) {
    const { words: pages } = make([galley([...text(before), ...list(...items), ...ends])]);
    for (const page of pages) {
      const lines = page.filter((line) => line.startsWith('b')).length;
      expect(lines === 0 || lines >= 3 || items.reduce<number>((sum, one) => sum + one, 0) < 6).toBe(true);
    }
  }
});

const itemsOf = (galleys: readonly Galley[]): readonly FlowItem[] => galleys.flatMap(({ items }) => items);
const cell = (value: string): { id: string; span: ReturnType<typeof at>; children: ReturnType<typeof words>[] } => ({ id: value, span: at(1), children: [words(value)] });

test('one row of a table alone on a page is priced, at either end', () => {
  const table = (rows: number): readonly string[] => {
    const made = flow(document([chapter([block('table', {
      align: ['left'], rows: Array.from({ length: rows + 1 }, (_, row) => ({ id: `r${row}`, span: at(1), cells: [cell(`${rows}.${row}`)] })),
    })])]), 'plain');
    return itemsOf(made.galleys).flatMap((item) => (item.kind === 'penalty' ? [item.rules.join('+')] : []));
  };
  expect(table(2)).toEqual(['tornTable+loneItem+loneItem']);
  expect(table(4)).toEqual(['tornTable+loneItem', 'tornTable', 'tornTable+loneItem']);
});

test('a chart may go to the head of the next page where pictures may', () => {
  const made = flow(document([chapter([text('Tekst'), block('chart', {
    type: 'bar', title: 'Tal', table: { kind: 'table', id: 't', span: at(1), align: ['left', 'right'], rows: [['År', 'A'], ['2024', '3'], ['2025', '4']].map((cells, row) => ({ id: `r${row}`, span: at(1), cells: cells.map(cell) })) },
  })])]), 'plain');
  expect(itemsOf(made.galleys).some(({ kind }) => kind === 'float')).toBe(true);
});

test('text that goes on below a picture at a page\'s head comes back to the grid', () => {
  const master = { ...MASTER, grid: { step: 10 } };
  const snap: FlowItem = { kind: 'space', height: 0, snap: 10 };
  const { pages } = make([galley([
    paragraph('a', 6), snap, { kind: 'float', span: at(1), slab: slab('picture', { height: 47, lines: 0 }) }, gap(1), slab('code', { lines: 1 }), gap(), slab('code'), gap(), slab('code'),
    snap, slab('text', { anchor: 10 }), snap, slab('more', { anchor: 10 }),
  ])], master);
  const [, second] = pages;
  expect(second && linesOf(second)[0]?.text).toBe('picture');
  const below = (second ? linesOf(second) : []).find(({ text: said }) => said === 'text' || said === 'more');
  expect(below && (below.y + 2) % 10).toBe(0);
});
