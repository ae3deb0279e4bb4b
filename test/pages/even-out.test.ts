// Columns and facing pages end on the same line: space between blocks grows, by whole lines where text stands on a grid.
import { expect, test } from 'vitest';
import type { FlowItem } from '../../src/flow/index.ts';
import { stretch, type StretchRules } from '../../src/pages/stretch.ts';
import type { Step } from '../../src/pages/cursor.ts';
import { at, force, galley, gap, linesOf, make, MASTER, paragraph, slab, type Made } from './bare.ts';

const piece = (y: number, height: number, dx = 0): Step => ({ kind: 'slab', slab: slab('', { height }), y, dx, artifact: false, before: undefined });
const PLAIN: StretchRules = { leading: 10, step: undefined };
const GRID: StretchRules = { leading: 10, step: 10 };

test('gaps share what is missing, lines of a block keep their distance', () => {
  const steps = [piece(0, 10), piece(10, 10), piece(25, 10), piece(35, 10), piece(55, 10)];
  expect(stretch(steps, 6, PLAIN)).toEqual([0, 0, 2, 2, 6]);
  // No gap more than doubles, nor grows by more than a line.
  expect(stretch(steps, 100, PLAIN)).toEqual([0, 0, 5, 5, 15]);
});

test('on a grid whole lines, above the widest gap first', () => {
  const steps = [piece(0, 10), piece(20, 10), piece(50, 10), piece(60, 10)];
  expect(stretch(steps, 19, GRID)).toEqual([0, 0, 10, 10]);
  expect(stretch(steps, 20, GRID)).toEqual([0, 10, 20, 20]);
  expect(stretch(steps, 9, GRID)).toEqual([0, 0, 0, 0]);
});

test('what stands side by side moves together', () => {
  const steps = [piece(0, 10), piece(15, 10, 5), piece(30, 10, 5), piece(15, 10, 50), piece(50, 10)];
  expect(stretch(steps, 15, PLAIN)).toEqual([0, 5, 5, 5, 15]);
});

const feet = ({ pages }: Made, x?: number): number[] => pages.map((page) => Math.max(0, ...linesOf(page).filter((line) => x === undefined || line.x === x).map(({ y }) => y)));

test('columns of a block end alike', () => {
  const inner: FlowItem[] = [paragraph('a', 5, { keep: true }), gap(0.5), paragraph('b', 2), gap(0.5), paragraph('c', 2)];
  const made = make([galley([{ kind: 'columns', galley: inner, xs: [1, 50], span: at(1) }])]);
  expect(feet(made, 1)).toEqual(feet(made, 50));
});

test('columns of running text end alike, also before a page that is asked for', () => {
  const text = (name: string): FlowItem[] => [paragraph(`${name}a`, 3), gap(0.5), paragraph(`${name}b`, 3), gap(0.5), paragraph(`${name}c`, 3), gap(0.5), paragraph(`${name}d`, 4)];
  const made = make([galley([...text('1'), force(), ...text('2')])], { ...MASTER, columns: 2 });
  const [left, right] = [feet(made, 0), feet(made, 50)];
  expect(made.pages.length).toBe(2);
  left.forEach((foot, page) => { expect(Math.abs(foot - (right[page] ?? 0))).toBeLessThanOrEqual(10); });
});

test('facing pages end on the same line where the template asks', () => {
  const block = (name: string, high: number): FlowItem => slab(name, { high, lines: high, content: slab(name).content.map((placed) => (placed.kind === 'line' ? { ...placed, y: high * 10 - 2 } : placed)) });
  const items: FlowItem[] = [block('1', 10), gap(), block('2', 4), gap(0.5), block('2+', 5), gap(0.5), block('3', 6), gap(0.3), block('3+', 3), gap(), block('4', 9)];
  const spread = (alignSpreads: boolean): number[] => feet(make([galley(items)], { ...MASTER, alignSpreads })).slice(1, 3);
  const [left = 0, right = 0] = spread(true);
  expect(new Set(spread(false)).size).toBe(2);
  expect(Math.abs(left - right)).toBeLessThan(0.01);
});
