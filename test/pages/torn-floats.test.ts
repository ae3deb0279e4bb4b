// A picture that waited while a box or a table went on overleaf → it stands over the box's head, not between it and its rows.
import { expect, test } from 'vitest';
import type { FlowItem } from '../../src/flow/index.ts';
import { at, galley, gap, make, paragraph, slab } from './bare.ts';

const picture = (high: number): FlowItem => ({ kind: 'float', span: at(1), slab: slab('picture', { high, lines: 0 }) });
const table = (rows: number): FlowItem[] => [
  { kind: 'open', frame: 'table', span: at(1), onContinue: slab('head again', { lines: 0 }) },
  slab('head'), ...Array.from({ length: rows }, (_, row) => [gap(), slab(`row ${row}`)]).flat(), { kind: 'close', frame: 'table' },
];

test('a picture that waited stands above the head that is repeated', () => {
  const { words } = make([galley([paragraph('a', 4), gap(), picture(7), gap(), ...table(9)])]);
  const pages = words.map((page) => page.filter((word) => !word.startsWith('a.')));
  expect(pages[1]?.[0]).toBe('picture');
  expect(pages[1]?.[1]).toBe('head again');
  expect(pages[1]?.[2]).toMatch(/^row \d/);
});

test('a picture below which no row has room leaves no empty head there', () => {
  const [open, ...rest] = table(12);
  if (open?.kind !== 'open') throw new Error('A table begins by opening its frame.');
  const tall = { ...open, onContinue: slab('head again', { high: 3, lines: 0 }) };
  const { words } = make([galley([paragraph('a', 4), gap(), picture(7), gap(), tall, ...rest])]);
  expect(words[0]).toContain('row 0');
  expect(words[1]).toEqual(['picture']);
  expect(words.flat().filter((word) => word.startsWith('row')).length).toBe(12);
});
