// Columns: balanced where they fit, filled where they go on, with the rules of a page inside them.
import { expect, test } from 'vitest';
import type { FlowItem } from '../../src/flow/index.ts';
import { at, force, galley, gap, heading, linesOf, make, MASTER, note, paragraph, slab, type Made } from './bare.ts';

const columns = (galleyItems: readonly FlowItem[]): FlowItem => ({ kind: 'columns', galley: galleyItems, xs: [0, 50], span: at(1) });
const counts = ({ pages }: Made): number[][] => pages.map((page) => [0, 50].map((x) => linesOf(page).filter((line) => line.x === x).length));

test('balanced to within a line', () => {
  for (let lines = 4; lines <= 20; lines++) {
    const [left = 0, right = 0] = counts(make([galley([columns(Array.from({ length: lines }, (_, line) => [slab(`${line}`), gap()]).flat())])]))[0] ?? [];
    expect(left + right).toBe(lines);
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  }
});

test('a heading is not left at a column\'s foot', () => {
  const made = make([galley([columns([paragraph('a', 4), gap(), ...heading('H'), paragraph('b', 4)])])]);
  const left = linesOf(made.pages[0] as never).filter(({ x }) => x === 0);
  expect(left.at(-1)?.text).not.toBe('H');
});

test('over a page\'s end: both columns filled, the rest balanced', () => {
  const made = make([galley([paragraph('a', 4), gap(), columns(Array.from({ length: 22 }, (_, line) => [slab(`${line}`), gap()]).flat())])]);
  expect(counts(made)).toEqual([[10, 6], [5, 5]]);
});

test('notes in columns stand at the page\'s foot', () => {
  const { words } = make([galley([columns([paragraph('a', 8, { notes: { 2: ['n'] } })])], [note('n', 2)])]);
  expect(words[0]?.slice(-2)).toEqual(['n.1', 'n.2']);
});

test('notes take their room from full columns', () => {
  const made = make([galley([columns(Array.from({ length: 20 }, (_, line) => [slab(`${line}`, { notes: line === 3 ? ['n'] : [] }), gap()]).flat())], [note('n', 2)])]);
  expect(made.words.flat().length).toBe(22);
  expect(made.words[0]).toContain('n.2');
});

test('what is higher than a column is placed and reported', () => {
  const made = make([galley([paragraph('a', 2), gap(), columns([slab('tall', { high: 12 }), gap(), slab('b')])])]);
  expect(made.words.flat()).toEqual(['a.1', 'a.2', 'tall', 'b']);
  expect(made.rules).toContain('layout-overflow');
});

test('a master with columns: filled one by one, the last page balanced, a forced page is a page', () => {
  const master = { ...MASTER, columns: 2 };
  const lines = (count: number): FlowItem[] => Array.from({ length: count }, (_, line) => [slab(`${line}`), gap()]).flat();
  expect(counts(make([galley(lines(26))], master))).toEqual([[10, 10], [3, 3]]);
  expect(make([galley([...lines(3), force(), ...lines(8)])], master).pages.length).toBe(2);
});
