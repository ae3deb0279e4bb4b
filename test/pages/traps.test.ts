// Small galleys in which first-fit filling does what nobody wants: here it does not happen.
import { expect, test } from 'vitest';
import type { FlowItem } from '../../src/flow/index.ts';
import { lettersOf } from '../../src/pages/index.ts';
import { COSTS, firstFit, force, galley, gap, heading, linesOf, make, MASTER, note, paragraph, penalty, slab } from './bare.ts';

test('a heading at the foot of a page goes with its text', () => {
  const items = [paragraph('a', 9), gap(), ...heading('H'), paragraph('b', 6)];
  expect(firstFit(items)[0]?.at(-1)).toBe('H');
  const { words, rules } = make([galley(items)]);
  expect(words[1]?.slice(0, 2)).toEqual(['H', 'b.1']);
  expect(rules).toEqual([]);
});

test('two headings, one below the other, go together', () => {
  const { words } = make([galley([paragraph('a', 7), gap(), ...heading('H'), ...heading('h'), paragraph('b', 6)])]);
  expect(words[1]?.slice(0, 2)).toEqual(['H', 'h']);
});

test('a heading has two lines of its text on the page', () => {
  const { words } = make([galley([paragraph('a', 8), gap(), ...heading('H'), paragraph('b', 2), gap(), paragraph('c', 6)])]);
  expect(words[1]?.[0]).toBe('H');
});

test('no widow: three lines of the paragraph, not one, go overleaf with company', () => {
  const items = [paragraph('a', 11), gap(), paragraph('b', 5)];
  expect(firstFit(items)[1]?.[0]).toBe('a.11');
  expect(make([galley(items)]).words[1]?.slice(0, 2)).toEqual(['a.10', 'a.11']);
});

test('no orphan', () => {
  expect(make([galley([paragraph('a', 9), gap(), paragraph('b', 6)])]).words[0]).not.toContain('b.1');
});

test('a paragraph of three lines is not cut at all', () => {
  for (const first of [8, 9]) expect(make([galley([paragraph('a', first), gap(), paragraph('b', 3), gap(), paragraph('c', 5)])]).words[1]?.[0]).toBe('b.1');
});

test('a last page holds five lines: pages before it give theirs', () => {
  for (const total of [21, 22, 23, 24]) {
    const { words } = make([galley(Array.from({ length: total }, (_, line) => [slab(`${line}`), gap()]).flat())]);
    expect(words.at(-1)?.length).toBeGreaterThanOrEqual(5);
  }
});

test('a last page that only a very short page before it could fill', () => {
  const items = [paragraph('a', 10, { keep: true }), gap(), paragraph('b', 5, { keep: true }), gap(), paragraph('c', 5, { keep: true }), gap(), slab('end')];
  expect(make([galley(items)]).words.map((page) => page.length)).toEqual([10, 5, 6]);
});

test('a paragraph a line shorter saves a last page', () => {
  const { words } = make([galley([paragraph('a', [6, 5]), gap(), paragraph('b', 5)])]);
  expect(words.length).toBe(1);
  expect(words[0]?.length).toBe(10);
});

test('a paragraph a line longer fills a page that a widow would leave short', () => {
  const costs = { ...COSTS, shortPage: 20000 };
  const { words } = make([galley([paragraph('a', [6, 7]), gap(), paragraph('b', 3), gap(), paragraph('c', 8)])], MASTER, costs);
  expect(words[0]?.length).toBe(10);
});

test('the line that announces a list stays with it', () => {
  const { words } = make([galley([paragraph('a', 7), gap(), paragraph('b', 2), penalty('listIntro'), slab('1'), penalty('tornList'), slab('2'), gap(), paragraph('c', 5)])]);
  expect(words[0]).toContain('1');
  const late = make([galley([paragraph('a', 8), gap(), paragraph('b', 2), penalty('listIntro'), slab('1'), penalty('tornList'), slab('2'), gap(), paragraph('c', 5)])]);
  expect(late.words[1]?.slice(0, 3)).toEqual(['b.1', 'b.2', '1']);
});

test('a rule that had to yield is reported where it yielded', () => {
  const { rules, words } = make([galley([...heading('H'), slab('tall', { high: 10, lines: 0 })])]);
  expect(words).toEqual([['H'], ['tall']]);
  expect(rules).toContain('layout-heading');
});

test('what is taller than a page is placed and reported, and nothing is lost', () => {
  const { rules, words } = make([galley([paragraph('a', 3), gap(), slab('tall', { high: 12, lines: 0 }), gap(), paragraph('b', 3)])]);
  expect(words).toEqual([['a.1', 'a.2', 'a.3'], ['tall'], ['b.1', 'b.2', 'b.3']]);
  expect(rules).toContain('layout-overflow');
});

test('slabs that nothing parts, higher than a page together, are cut where they must be', () => {
  const { words } = make([galley(Array.from({ length: 14 }, (_, line) => slab(`${line}`)))]);
  expect(words.flat().length).toBe(14);
  expect(words.length).toBe(2);
});

test('a forced break is made, and a forced right-hand start leaves a page blank', () => {
  expect(make([galley([slab('a'), force(), slab('b')])]).words).toEqual([['a'], ['b']]);
  const { pages } = make([galley([slab('a'), force(), slab('b'), force('right'), slab('c')])]);
  expect(pages.map(({ blank }) => blank)).toEqual([false, false, false]);
  const odd = make([galley([slab('a'), force('right'), slab('b')]), galley([slab('c')], [], { startOn: 'right' })]);
  expect(odd.pages.map(({ blank }) => blank)).toEqual([false, true, false, true, false]);
});

test('mirrored margins change sides on even pages', () => {
  const master = { ...MASTER, mirrored: true, area: { x: 10, y: 0, width: 70, height: 100 } };
  const { pages } = make([galley([slab('a'), force(), slab('b')])], master);
  expect(pages.map((page) => linesOf(page)[0]?.x)).toEqual([0, 10]);
});

test('text comes back to the grid after what is not on it', () => {
  const master = { ...MASTER, grid: { step: 10 } };
  const snap: FlowItem = { kind: 'space', height: 3, snap: 10 };
  const { pages } = make([galley([slab('a', { anchor: 10 }), gap(), slab('rule', { height: 4 }), snap, slab('b', { anchor: 10 })])], master);
  expect(linesOf(pages[0] as never).at(-1)?.y).toBe(28);
});

test('what stands in the side column waits for what stands there already', () => {
  const { pages } = make([galley([slab('a', { side: { height: 40 } }), gap(), slab('b'), gap(), slab('c', { side: { height: 10 } })])]);
  expect(linesOf(pages[0] as never).map(({ y }) => y)).toEqual([8, 18, 48]);
});

test('facing pages end on the same line where asked', () => {
  const master = { ...MASTER, alignSpreads: true };
  const items = [
    slab('t', { high: 10, lines: 0 }), gap(), slab('left', { high: 8, lines: 8 }), gap(), slab('right', { high: 4, lines: 4 }), gap(),
    ...Array.from({ length: 14 }, (_, line) => [slab(`${line}`), gap()]).flat(),
  ];
  expect(make([galley(items)]).words[2]?.length).toBe(7);
  expect(make([galley(items)], master).words[2]?.length).toBe(5);
});

test('a break of the last edition is kept while its price is less than the gain, also where its words were edited', () => {
  const numbers = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'];
  const said = Array.from({ length: 26 }, (_, line) => `linje ${numbers[Math.floor(line / 10)] ?? ''} gange ti og ${numbers[line % 10] ?? ''} af tretten i alt på siden`);
  const letters = said.map((line) => lettersOf(line));
  const before = (count: number): number => letters.slice(0, count).join('').length;
  const preferred = { letters: letters.join(''), starts: [0, before(9), before(19)] };
  const made = (lines: readonly string[]): (string | undefined)[] => make([galley(lines.flatMap((line) => [slab(line), gap()]))], MASTER, COSTS, preferred).words.map((page) => page[0]);
  expect(make([galley(said.flatMap((line) => [slab(line), gap()]))]).words[1]?.[0]).toBe(said[10]);
  expect(made(said)).toEqual([said[0], said[9], said[19]]);
  const edited = said.map((line, index) => (index === 9 ? line.replace('linje', 'side') : line));
  expect(made(edited)).toEqual([edited[0], edited[9], edited[19]]);
});

test('a picture without room goes to the head of the next page, and text goes on', () => {
  const picture: FlowItem = { kind: 'float', span: slab('p').span, slab: slab('picture', { high: 5, lines: 0 }) };
  const { words } = make([galley([paragraph('a', 7), gap(), picture, gap(1), paragraph('b', 3), gap(), paragraph('c', 4)])]);
  expect([words[0]?.at(-1), words[1]?.[0], words.length]).toEqual(['b.3', 'picture', 2]);
  const longer = make([galley([paragraph('a', 5), gap(), { ...picture, slab: slab('picture', { high: 6, lines: 0 }) }, gap(), paragraph('b', 5), gap(), paragraph('c', 4)])]);
  expect(longer.words[0]?.at(-1)).toBe('b.5');
  expect(longer.words[1]?.[0]).toBe('picture');
});

test('notes stand at the foot of the page of their mark', () => {
  const { pages, words } = make([galley([paragraph('a', 9, { notes: { 8: ['n'] } }), gap(), paragraph('b', 4)], [note('n', 2)])]);
  expect(words[1]?.slice(0, 2).concat(words[1]?.slice(-2) ?? [])).toEqual(['a.8', 'a.9', 'n.1', 'n.2']);
  expect(linesOf(pages[1] as never).at(-1)?.y).toBe(98);
});

test('a note longer than its page goes on overleaf, beginning with its mark', () => {
  const { words } = make([galley([paragraph('a', 4, { notes: { 2: ['n'] } }), gap(), paragraph('b', 4)], [note('n', 12)])]);
  expect(words[0]).toContain('n.1');
  expect(words.flat().filter((word) => word.startsWith('n.')).length).toBe(12);
});

test('a page left half empty by something tall is reported', () => {
  expect(make([galley([paragraph('a', 3), gap(), slab('tall', { high: 9, lines: 0 })])]).rules).toEqual(['layout-half-empty']);
});
