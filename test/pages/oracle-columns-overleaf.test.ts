// Columns over page ends against brute force: over random short chapters no way to part them over pages and columns is cheaper, priced
// a second time, in whole lines.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowItem } from '../../src/flow/index.ts';
import { at, COSTS, galley, gap, heading, LINE, linesOf, make, paragraph, slab } from './bare.ts';

const PAGE = 10;

interface Block { readonly heading: boolean; readonly lines: number }
interface Chapter { readonly above: number; readonly blocks: readonly Block[]; readonly below: number }

/** Whether columns may be cut behind each line. */
function cutsOf(blocks: readonly Block[]): boolean[] {
  const cuts: boolean[] = [];
  let since = Infinity;
  for (const { heading: titled, lines } of blocks) {
    if (titled) { cuts.push(false); since = 0; }
    for (let line = 1; line <= lines; line++) {
      since++;
      cuts.push(since >= 2 && !(line < lines && (line === 1 || line === lines - 1)));
    }
  }
  return cuts;
}

const unevenness = (empty: number): number => Math.max(0, empty - 1) * COSTS.unevenSpread + empty;
const lone = (high: number): number => (high < COSTS.scrapLines ? COSTS.loneItem : 0);

/** The least that a chapter's pages can cost: every page that can begin at each place, every division into two columns. */
function cheapest({ above, blocks, below }: Chapter): number {
  const cuts = cutsOf(blocks);
  const rows = cuts.length;
  const known = new Map<string, number>();
  const goOn = (y: number, extra: number, next: readonly [number, number, number]): number => extra + COSTS.page + COSTS.shortPage * (1 - y / PAGE) ** 2 + go(next, false);
  const finish = (y: number, extra: number, first: boolean): number => extra + COSTS.page + (first || y >= COSTS.lastPageLines ? 0 : (COSTS.nearlyEmptyLastPage * (COSTS.lastPageLines - y)) / COSTS.lastPageLines);
  /** Lines below the columns, from a height on. */
  const tail = (y: number, from: number, extra: number, first: boolean): number => {
    let best = y + below - from <= PAGE ? finish(y + below - from, extra, first) : Infinity;
    for (let line = from; line < below && y + line - from <= PAGE; line++) if (y + line - from > 0) best = Math.min(best, goOn(y + line - from, extra, [above, rows, line]));
    return best;
  };
  const columns = (top: number, from: number, first: boolean): number => {
    let best = Infinity;
    // What is whole is as even as it can be, whatever the page would rather have.
    let even = { paid: Infinity, high: Infinity };
    for (let left = from + 1; left <= rows && top + left - from <= PAGE; left++) {
      if (left < rows && !cuts[left - 1]) continue;
      for (let right = left; right <= rows && top + right - left <= PAGE; right++) {
        if (right < rows && (!cuts[right - 1] || right === left)) continue;
        const high = Math.max(left - from, right - left);
        const paid = unevenness(high - (left - from)) + unevenness(high - (right - left));
        if (right < rows) best = Math.min(best, goOn(top + high, paid + COSTS.tornBox + lone(high), [above, right, 0]));
        else if (paid < even.paid || (paid === even.paid && high < even.high)) even = { paid, high };
      }
    }
    return Math.min(best, even.paid === Infinity ? Infinity : tail(top + even.high, 0, even.paid + (from > 0 ? lone(even.high) : 0), first));
  };
  const go = ([text, row, line]: readonly [number, number, number], first: boolean): number => {
    const key = `${text} ${row} ${line} ${first}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, Infinity);
    let best = Infinity;
    if (row === rows) best = tail(0, line, 0, first);
    else {
      for (let y = 1; y <= Math.min(PAGE, above - text); y++) best = Math.min(best, goOn(y, 0, [text + y, 0, 0]));
      if (above - text < PAGE) best = Math.min(best, columns(above - text, row, first));
    }
    known.set(key, best);
    return best;
  };
  return go([0, 0, 0], true);
}

function itemsOf({ above, blocks, below }: Chapter): FlowItem[] {
  const lines = (name: string, count: number): FlowItem[] => Array.from({ length: count }, (_, line) => [slab(`${name}${line}`), gap()]).flat();
  const inside = blocks.flatMap(({ heading: titled, lines: count }, index): FlowItem[] => [...(index > 0 ? [gap()] : []), ...(titled ? heading(`h${index}`) : []), paragraph(`p${index}`, count)]);
  return [...lines('a', above), { kind: 'columns', galley: inside, xs: [0, 50], span: at(1) }, gap(), ...lines('b', below)];
}

const block: fc.Arbitrary<Block> = fc.record({ heading: fc.boolean(), lines: fc.integer({ min: 1, max: 8 }) });
const chapters: fc.Arbitrary<Chapter> = fc.record({ above: fc.integer({ min: 0, max: 12 }), blocks: fc.array(block, { minLength: 1, maxLength: 9 }), below: fc.integer({ min: 0, max: 12 }) });

test('no way to part columns over pages is cheaper', () => {
  let torn = 0;
  fc.assert(fc.property(chapters, (chapter) => {
    const best = cheapest(chapter);
    // Where nothing legal is left the program takes what it can get.
    if (best >= 1e5) return;
    const { madeUp, pages } = make([galley(itemsOf(chapter))]);
    if (pages.filter((page) => linesOf(page).some(({ x }) => x === 50)).length > 1) torn++;
    const said = madeUp.pages.flatMap(({ cuts }) => cuts).reduce((sum, { cost }) => sum + cost, 0);
    expect(said, JSON.stringify(pages.map((page) => linesOf(page).map(({ text, x }) => (x > 0 ? `|${text}` : text))))).toBeCloseTo(best, 3);
  }), { seed: 20261125, numRuns: 400 });
  expect(torn).toBeGreaterThan(100);
});

test('the line is the unit of all of this', () => { expect(PAGE * LINE).toBe(100); });
