// Columns: balanced where they fit, filled where they go on, with the rules of a page inside them.
import fc from 'fast-check';
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

test('a note longer than a page, marked in columns, begins below its mark and goes on overleaf', () => {
  const { words } = make([galley([paragraph('a', 2), gap(), columns([paragraph('b', 8, { notes: { 2: ['n'] } })]), gap(), paragraph('c', 3)], [note('n', 15)])]);
  expect(words.flat().filter((word) => word.startsWith('n.'))).toHaveLength(15);
  expect(words[0]).toContain('b.2');
  expect(words[0]).toContain('n.1');
  expect(words.at(-1)).toContain('n.15');
});

test('many notes marked in one line of columns never stand on its text', () => {
  const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
  const { words } = make([galley([columns([paragraph('b', 8, { notes: { 2: names } })])], names.map((name) => note(name, 2)))]);
  expect(words.flat().filter((word) => word.startsWith('n'))).toHaveLength(24);
});

test('random columns with notes: no piece stands on another, and every note begins on the page of its mark', () => {
  const block = fc.record({ lines: fc.integer({ min: 1, max: 9 }), mark: fc.integer({ min: 1, max: 9 }), note: fc.integer({ min: 0, max: 12 }) });
  fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.array(block, { minLength: 1, maxLength: 6 }), (above, blocks) => {
    const notes = blocks.flatMap(({ lines, mark, note: high }, index) => (mark <= lines && high > 0 ? [note(`n${index}`, high)] : []));
    const inside = blocks.flatMap(({ lines, mark, note: high }, index) => [gap(), paragraph(`p${index}`, lines, mark <= lines && high > 0 ? { notes: { [mark]: [`n${index}`] } } : {})]).slice(1);
    // `make` looks for what is lost, set twice or on each other.
    const { pages, rules } = make([galley([...(above > 0 ? [paragraph('a', above), gap()] : []), columns(inside)], notes)]);
    for (const page of pages) {
      const lines = linesOf(page);
      const text = lines.filter(({ text: word }) => !word.startsWith('n')), foot = lines.filter(({ text: word }) => word.startsWith('n'));
      expect(Math.max(0, ...text.map(({ y }) => y))).toBeLessThan(Math.min(Infinity, ...foot.map(({ y }) => y)));
      if (rules.length > 0) continue;
      blocks.forEach(({ mark }, index) => {
        if (notes.some(({ id }) => id === `n${index}`)) expect(lines.some(({ text: word }) => word === `n${index}.1`)).toBe(lines.some(({ text: word }) => word === `p${index}.${mark}`));
      });
    }
  }), { seed: 20261125, numRuns: 300 });
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
