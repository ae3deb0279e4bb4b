// Random short galleys against every possible set of pages, priced by a cost written a second time; and what holds for all.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowItem, NoteItem } from '../../src/flow/index.ts';
import { COSTS, galley, gap, heading, LINE, linesOf, make, note, paragraph, penalty, slab } from './bare.ts';

const SEED = 20261125;
/** Lines of a page. */
const PAGE = 10;

/** A galley as the oracle sees it: units of whole lines, and before each what a cut there costs; undefined: none allowed. */
interface Unit { readonly text: string; readonly high: number; readonly lines: number; readonly cut: number | undefined; readonly heading: boolean }
type Block = { readonly kind: 'p'; readonly lines: number } | { readonly kind: 'h' } | { readonly kind: 'box'; readonly high: number } | { readonly kind: 'list'; readonly entries: number };

function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  blocks.forEach((block, at) => {
    const first = blocks[at - 1]?.kind === 'h' ? COSTS.heading : 0;
    if (block.kind === 'h') units.push({ text: `${at}`, high: 1, lines: 0, cut: first, heading: true });
    else if (block.kind === 'box') units.push({ text: `${at}`, high: block.high, lines: 0, cut: first, heading: false });
    else if (block.kind === 'list') for (let line = 0; line < block.entries; line++) units.push({ text: `${at}.${line + 1}`, high: 1, lines: 1, cut: line === 0 ? first : COSTS.tornList, heading: false });
    else {
      for (let line = 0; line < block.lines; line++) {
        const cut = line === 0 ? first : (line === 1 ? COSTS.orphan : 0) + (line === block.lines - 1 ? COSTS.widow : 0);
        units.push({ text: `${at}.${line + 1}`, high: 1, lines: 1, cut, heading: false });
      }
    }
  });
  return units;
}

function itemsOf(blocks: readonly Block[]): FlowItem[] {
  return blocks.flatMap((block, at): FlowItem[] => {
    const after = blocks[at - 1]?.kind === 'h' || at === 0 ? [] : [gap()];
    if (block.kind === 'h') return [...after, ...heading(`${at}`)];
    if (block.kind === 'box') return [...after, slab(`${at}`, { high: block.high, lines: 0 })];
    if (block.kind === 'list') return [...after, ...Array.from({ length: block.entries }, (_, line) => [...(line > 0 ? [penalty('tornList')] : []), slab(`${at}.${line + 1}`)]).flat()];
    return [...after, paragraph(`${at}`, block.lines)];
  });
}

/** What a page with these units costs. */
function priceOf(units: readonly Unit[], from: number, to: number): number {
  const page = units.slice(from, to);
  const high = page.reduce((sum, unit) => sum + unit.high, 0);
  if (high > PAGE) return Infinity;
  const lines = page.reduce((sum, unit) => sum + unit.lines, 0);
  let cost = COSTS.page;
  const next = units[to];
  if (!next) {
    const held = Math.max(lines, high);
    return cost + (from > 0 && held < COSTS.lastPageLines ? (COSTS.nearlyEmptyLastPage * (COSTS.lastPageLines - held)) / COSTS.lastPageLines : 0);
  }
  if (next.cut === undefined) return Infinity;
  cost += next.cut + COSTS.shortPage * ((PAGE - high) / PAGE) ** 2;
  const last = page.findLastIndex((unit) => unit.heading);
  if (last >= 0 && page.slice(last + 1).reduce((sum, unit) => sum + (unit.lines > 0 ? unit.lines : 2), 0) < 2) cost += COSTS.headingLines;
  return cost;
}

function cheapest(units: readonly Unit[], from = 0, known = new Map<number, number>()): number {
  if (from >= units.length) return 0;
  const before = known.get(from);
  if (before !== undefined) return before;
  let best = Infinity;
  for (let to = from + 1; to <= units.length; to++) {
    const price = priceOf(units, from, to);
    if (price < Infinity) best = Math.min(best, price + cheapest(units, to, known));
  }
  known.set(from, best);
  return best;
}

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('p' as const), lines: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'h' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('box' as const), high: fc.integer({ min: 2, max: 7 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('list' as const), entries: fc.integer({ min: 2, max: 6 }) }) },
);

test('no set of pages is cheaper than the one chosen', () => {
  fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 14 }), (blocks) => {
    const units = unitsOf(blocks);
    const { words } = make([galley(itemsOf(blocks))]);
    expect(words.flat()).toEqual(units.map(({ text }) => text));
    let cost = 0, from = 0;
    for (const page of words) {
      cost += priceOf(units, from, from + page.length);
      from += page.length;
    }
    expect(cost).toBeLessThanOrEqual(cheapest(units) + 1e-6);
  }), { seed: SEED, numRuns: 400 });
});

const noted = fc.array(fc.record({ lines: fc.integer({ min: 1, max: 8 }), mark: fc.integer({ min: 0, max: 8 }), note: fc.integer({ min: 1, max: 14 }), heading: fc.boolean() }), { minLength: 1, maxLength: 10 });

test('everything once and in order, nothing below the area, notes begin on the page of their mark', () => {
  fc.assert(fc.property(noted, (entries) => {
    const notes: NoteItem[] = [];
    const items = entries.flatMap(({ lines, mark, note: high, heading: headed }, at): FlowItem[] => {
      const marked = mark >= 1 && mark <= lines;
      if (marked) notes.push(note(`n${at}`, high));
      return [...(at > 0 ? [gap(at % 3 === 0 ? 1 : 0)] : []), ...(headed ? heading(`h${at}`) : []), paragraph(`p${at}`, lines, marked ? { notes: { [mark]: [`n${at}`] } } : {})];
    });
    const { pages, rules } = make([galley(items, notes)]);
    const words = pages.map((page) => linesOf(page).map(({ text }) => text));
    const text = words.flat().filter((word) => !word.startsWith('n'));
    expect(text).toEqual(entries.flatMap(({ lines, heading: headed }, at) => [...(headed ? [`h${at}`] : []), ...Array.from({ length: lines }, (_, line) => `p${at}.${line + 1}`)]));
    expect(words.flat().filter((word) => word.startsWith('n'))).toEqual(notes.flatMap(({ id, slabs }) => slabs.map((_, line) => `${id}.${line + 1}`)));
    for (const page of pages) {
      const ys = linesOf(page).map(({ y }) => y);
      for (const y of ys) expect(y).toBeLessThanOrEqual(98.001);
      for (let at = 1; at < ys.length; at++) expect((ys[at] ?? 0) - (ys[at - 1] ?? 0)).toBeGreaterThanOrEqual(LINE - 0.001);
    }
    expect(rules).not.toContain('layout-overflow');
    entries.forEach(({ lines, mark }, at) => {
      if (mark < 1 || mark > lines) return;
      const page = words.find((one) => one.includes(`p${at}.${mark}`));
      if (!rules.includes('layout-note')) expect(page).toContain(`n${at}.1`);
    });
  }), { seed: SEED, numRuns: 400 });
});
