// Pure geometry of components: column widths, round scales, tidy trees, hatching, numbers and addresses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenAddress } from '../../../src/flow/address.ts';
import { parseNumber } from '../../../src/flow/chart-data.ts';
import { inSequence } from '../../../src/flow/chart-names.ts';
import { hatchLines } from '../../../src/flow/chart-paint.ts';
import { lineRange, roundScale } from '../../../src/flow/chart-scale.ts';
import { foldColumns } from '../../../src/flow/orgchart-fold.ts';
import { layOutTree, type TreeNode } from '../../../src/flow/orgchart-tree.ts';
import { chooseWidths, tailLength, type ColumnNeeds } from '../../../src/flow/table-columns.ts';

const SEED = { seed: 20260226, numRuns: 200 };
const words = (min: number, max: number): ColumnNeeds => ({ min, max, numeric: false, unit: false });

describe('column widths', () => {
  it('give what is left over to words, not to numbers and units', () => {
    expect(chooseWidths([words(20, 50), { min: 10, max: 10, numeric: true, unit: false }, { min: 10, max: 10, numeric: false, unit: true }], 100)).toEqual([80, 10, 10]);
  });
  it('never go under the widest word or number, and fill the room', () => {
    const column = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 300 }), fc.boolean()).map(([min, more, numeric]): ColumnNeeds => ({ min, max: min + more, numeric, unit: false }));
    fc.assert(fc.property(fc.array(column, { minLength: 1, maxLength: 60 }), fc.integer({ min: 50, max: 900 }), (columns, room) => {
      const widths = chooseWidths(columns, room);
      const least = columns.reduce((sum, { min }) => sum + min, 0);
      if (least > room + 0.01) return widths === undefined;
      const total = widths?.reduce((sum, width) => sum + width, 0) ?? 0;
      return Math.abs(total - room) < 0.05 && (widths ?? []).every((width, index) => width >= (columns[index]?.min ?? 0) - 0.01);
    }), SEED);
  });
  it('know where a number has its mark', () => {
    expect(['3,5', '247.620', '4.593,39', '−7', '12 %', '1 000,5 kr.'].map((text) => tailLength(text, ','))).toEqual([2, 0, 3, 0, 2, 6]);
    expect(['mia. kr.', 'Post', '2 af 3', '2025-26', ''].map((text) => tailLength(text, ','))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('names of categories', () => {
  it('are a sequence where only figures or months differ', () => {
    const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
    expect([['2020', '2021'], ['1. kvartal', '2. kvartal'], ['Uge 1', 'Uge 12'], ['jan. 2020', 'feb. 2020'], ['Jan', 'Feb', 'Marts']].map((names) => inSequence(names, months))).toEqual([true, true, true, true, true]);
    expect([['Skole 1', 'Museum 2'], ['Nord', 'Syd'], ['Mary', 'Jan'], ['2020', 'I alt']].map((names) => inSequence(names, months))).toEqual([false, false, false, false]);
  });
});

describe('scales', () => {
  it('are round and hold every number', () => {
    expect(roundScale(0, 80, 5).ticks).toEqual([0, 20, 40, 60, 80]);
    expect(roundScale(-10, 42, 5).ticks).toEqual([-20, 0, 20, 40, 60]);
    expect(roundScale(0, 0.7, 5)).toMatchObject({ ticks: [0, 0.2, 0.4, 0.6, 0.8], decimals: 1 });
    expect(roundScale(0, 0, 5).ticks[0]).toBe(0);
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (low, range) => {
      const scale = roundScale(low, low + range, 5);
      const slack = (Math.abs(low) + range) * 1e-6;
      return scale.from <= low + slack && scale.to >= low + range - slack && scale.ticks.length >= 2 && scale.ticks.length <= 6;
    }), SEED);
  });
  it('have steps that can be told apart, however small, large or near the numbers', () => {
    for (const [low, high] of [[0, 1e-300], [3e-301, 5e-300], [5, 5 + 1e-13], [-1e100, 1e100], [1e17, 1e17 + 64], [-1e-12, 1e-11], [0, 1e-8], [1e100, 1e100]] as const) {
      const { ticks, from, to } = roundScale(low, high, 6);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(9);
      expect(ticks.every((tick, index) => index === 0 || tick > (ticks[index - 1] ?? tick))).toBe(true);
      expect(from <= low + 1e-9 * Math.max(1, Math.abs(low)) && to >= high - 1e-9 * Math.max(1, Math.abs(high))).toBe(true);
    }
  });
  it('leave zero out only where lines are far from it', () => {
    expect(lineRange([98, 102])).toEqual([98, 102]);
    expect(lineRange([20, 102])).toEqual([0, 102]);
  });
});

describe('numbers', () => {
  it('are read as the language writes them', () => {
    expect(['22,3', '1.234,5', '−5', '-5', '+7', '12 %', '1 234', '007'].map((text) => parseNumber(text, ',', '.'))).toEqual([22.3, 1234.5, -5, -5, 7, 12, 1234, 7]);
    expect(['22.3', '1.23', 'x', '', '1,2,3', '12 mio.'].map((text) => parseNumber(text, ',', '.'))).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect(parseNumber('1,234.5', '.', ',')).toBe(1234.5);
    expect(parseNumber('9'.repeat(400), ',', '.')).toBeUndefined();
  });
});

describe('columns of an organisation chart', () => {
  it('are as low as can be, and then as equal', () => {
    expect(foldColumns([1, 1, 1, 1, 1, 1, 1], 3)).toEqual([[0, 2], [2, 4], [4, 7]]);
    expect(foldColumns([5, 1, 1, 1], 2)).toEqual([[0, 1], [1, 4]]);
    expect(foldColumns([2, 3], 4)).toEqual([[0, 1], [1, 2]]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (heights, columns) => {
      const sum = ([from, to]: readonly [number, number]): number => heights.slice(from, to).reduce((all, height) => all + height, 0);
      // Every way to part them, by brute force.
      const ways = (from: number, left: number): (readonly [number, number])[][] => (left === 1 ? [[[from, heights.length]]]
        : Array.from({ length: heights.length - from - left + 1 }, (_, n) => from + n + 1).flatMap((to) => ways(to, left - 1).map((rest) => [[from, to] as const, ...rest])));
      const measure = (way: readonly (readonly [number, number])[]): number => Math.max(...way.map(sum)) * 1e6 + way.reduce((all, column) => all + sum(column) ** 2, 0);
      return measure(foldColumns(heights, columns)) === Math.min(...ways(0, Math.min(columns, heights.length)).map(measure));
    }), SEED);
  });
});

describe('trees', () => {
  const tree: fc.Arbitrary<TreeNode> = fc.letrec<{ node: TreeNode }>((tie) => ({
    node: fc.record({ children: fc.oneof({ depthSize: 'medium' }, fc.constant([]), fc.array(tie('node'), { maxLength: 4 })) }),
  })).node;
  it('keep neighbours apart, parents over the middle, and order', () => {
    fc.assert(fc.property(tree, (root) => {
      const centres = layOutTree(root, 10);
      const levels: number[][] = [];
      let centred = true;
      const visit = (node: TreeNode, depth: number): void => {
        const x = centres.get(node) ?? NaN;
        (levels[depth] ??= []).push(x);
        const [first, last] = [node.children[0], node.children[node.children.length - 1]];
        if (first && last) centred &&= Math.abs(((centres.get(first) ?? NaN) + (centres.get(last) ?? NaN)) / 2 - x) < 1e-6;
        for (const child of node.children) visit(child, depth + 1);
      };
      visit(root, 0);
      return centred && levels.every((level) => level.every((x, index) => index === 0 || x - (level[index - 1] ?? 0) >= 10 - 1e-6));
    }), SEED);
  });
  it('are as narrow as can be', () => {
    const leaf = (): TreeNode => ({ children: [] });
    const root: TreeNode = { children: [{ children: [leaf(), leaf(), leaf()] }, leaf(), { children: [leaf(), leaf(), leaf()] }] };
    expect(Math.max(...layOutTree(root, 10).values())).toBe(50);
  });
});

it('hatches inside the rectangle only', () => {
  for (const angle of [0, 45, 90, 135]) {
    const lines = hatchLines({ x: 10, y: 20, width: 40, height: 8 }, angle, 3);
    expect(lines.length).toBeGreaterThan(2);
    for (const segment of lines) {
      if (segment[0] !== 'M' && segment[0] !== 'L') continue;
      expect(segment[1] >= 10 - 1e-6 && segment[1] <= 50 + 1e-6 && segment[2] >= 20 - 1e-6 && segment[2] <= 28 + 1e-6).toBe(true);
    }
  }
});

it('shortens addresses as people do', () => {
  expect(shortenAddress('https://www.kl.dk/')).toBe('www.kl.dk');
  expect(shortenAddress('https://kl.dk/a/b/?utm_source=x&id=7&fbclid=3')).toBe('kl.dk/a/b/?id=7');
  expect(shortenAddress('http://da.wikipedia.org/wiki/K%C3%B8benhavn#:~:text=by')).toBe('da.wikipedia.org/wiki/København');
  expect(shortenAddress('https://x.dk/a%20b%2Fc')).toBe('x.dk/a%20b%2Fc');
  expect(shortenAddress('mailto:kl@kl.dk?subject=x')).toBe('kl@kl.dk');
});
