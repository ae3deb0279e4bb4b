// Random short galleys with notes, pictures that may move and facing pages, against every possible set of pages: pages and prices
// worked out a second time, in whole lines.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowItem, NoteItem } from '../../src/flow/index.ts';
import type { PageMaster } from '../../src/theme/index.ts';
import { COSTS, galley, gap, heading, LINE, linesOf, make, MASTER, note, paragraph, slab } from './bare.ts';

const SEED = 20261125;
const PAGE = 10;
/** The rule above notes and the space about it take one line; notes take seven tenths of a page at most. */
const RULE = 1, MOST_NOTES = 7;

interface Unit { readonly text: string; readonly high: number; readonly lines: number; readonly cut: number | undefined; readonly heading: boolean; readonly note: number; readonly float: boolean }
interface Block { readonly kind: 'p' | 'h' | 'f'; readonly lines: number; readonly mark: number; readonly note: number }

function unitsOf(blocks: readonly Block[]): Unit[] {
  return blocks.flatMap(({ kind, lines, mark, note: high }, at): Unit[] => {
    const first = blocks[at - 1]?.kind === 'h' ? COSTS.heading : 0;
    const plain = { high: 1, lines: 0, cut: first, heading: false, note: 0, float: false };
    if (kind === 'h') return [{ ...plain, text: `${at}`, heading: true }];
    if (kind === 'f') return [{ ...plain, text: `${at}`, high: lines, float: true }];
    return Array.from({ length: lines }, (_, line): Unit => ({
      ...plain, text: `${at}.${line + 1}`, lines: 1, note: line + 1 === mark ? high : 0,
      cut: line === 0 ? first : (line === 1 ? COSTS.orphan : 0) + (line === lines - 1 ? COSTS.widow : 0),
    }));
  });
}

function galleyOf(blocks: readonly Block[]): { items: FlowItem[]; notes: NoteItem[] } {
  const notes: NoteItem[] = [];
  const items = blocks.flatMap(({ kind, lines, mark, note: high }, at): FlowItem[] => {
    const after: FlowItem[] = at === 0 || blocks[at - 1]?.kind === 'h' ? [] : [gap()];
    if (kind === 'h') return [...after, ...heading(`${at}`)];
    if (kind === 'f') return [...after, { kind: 'float', span: slab('').span, slab: slab(`${at}`, { high: lines, lines: 0 }) }];
    const marked = mark >= 1 && mark <= lines;
    if (marked) notes.push(note(`n${at}`, high));
    return [...after, paragraph(`${at}`, lines, marked ? { notes: { [mark]: [`n${at}`] } } : {})];
  });
  return { items, notes };
}

/** Where a page begins: the unit, how many lines of notes the page before left, pictures that wait. */
interface From { readonly at: number; readonly carried: number; readonly waiting: readonly number[] }
interface Page { readonly to: From | undefined; readonly cost: number; readonly end: number; readonly words: string }

/** Every page that can begin here. */
function pagesFrom(units: readonly Unit[], from: From, first: boolean): Page[] {
  const pages: Page[] = [];
  let notes = Math.min(from.carried, MOST_NOTES - RULE), rest = from.carried - notes;
  let y = 0, lines = 0, since = Infinity, cost = 0, waiting: number[] = [], empty = true;
  const area = (): number => (notes > 0 ? notes + RULE : 0);
  const short = (): number => COSTS.shortPage * Math.max(0, 1 - (y + area()) / PAGE) ** 2;
  const add = (at: number, extra: number): void => {
    const parted = since < 2 && at < units.length ? COSTS.headingLines : 0;
    pages.push({ to: { at, carried: rest, waiting }, cost: cost + extra + parted + short() + COSTS.page, end: y, words: `${at}` });
  };
  if (rest > 0 && from.waiting.length === 0) pages.push({ to: { ...from, carried: rest }, cost: COSTS.footnoteSplit + short() + COSTS.page, end: 0, words: 'notes' });
  for (const float of from.waiting) {
    const unit = units[float];
    if (unit) { y += unit.high; empty = false; since += 2; }
  }
  let at = from.at;
  for (; at < units.length; at++) {
    const unit = units[at];
    if (!unit) break;
    if (!empty && at > from.at && unit.cut !== undefined) add(at, unit.cut);
    else if (!empty && at === from.at && from.waiting.length > 0 && unit.cut !== undefined) add(at, unit.cut);
    if (unit.float && (waiting.length > 0 || y + unit.high > PAGE - area())) {
      const already = waiting.reduce((sum, one) => sum + (units[one]?.high ?? 0) + 2, 0);
      if (empty || already + unit.high >= PAGE * 0.8) break;
      waiting = [...waiting, at];
      cost += COSTS.movedPicture;
      continue;
    }
    let nextNotes = notes, nextRest = rest;
    if (unit.note > 0) {
      if (rest > 0) break;
      // A note's first line stands in any case; the rest where notes do not take too much.
      const room = Math.max(1, Math.min(unit.note, MOST_NOTES - RULE - notes));
      nextNotes = notes + room;
      nextRest = unit.note - room;
      if (y + unit.high + RULE + nextNotes > PAGE) {
        // It goes on overleaf: with two lines, unless that leaves but one here.
        let keep = nextNotes;
        const least = notes + 1;
        while (keep >= least && (y + unit.high + RULE + keep > PAGE || (nextNotes - keep === 1 && keep > least + 1))) keep--;
        if (keep < least) break;
        nextRest += nextNotes - keep;
        nextNotes = keep;
      }
    } else if (y + unit.high > PAGE - area()) break;
    if (nextRest > 0 && rest === 0) cost += COSTS.footnoteSplit;
    [notes, rest] = [nextNotes, nextRest];
    y += unit.high;
    lines += unit.lines;
    since = unit.heading ? 0 : since + (unit.lines > 0 ? unit.lines : 2);
    empty = false;
  }
  if (at < units.length) return pages;
  if (rest > 0 || waiting.length > 0) add(units.length, 0);
  else {
    const held = Math.max(lines, y);
    const nearly = !first && held < COSTS.lastPageLines ? (COSTS.nearlyEmptyLastPage * (COSTS.lastPageLines - held)) / COSTS.lastPageLines : 0;
    pages.push({ to: undefined, cost: cost + nearly + COSTS.page, end: y, words: 'end' });
  }
  return pages;
}

function cheapest(units: readonly Unit[], aligned: boolean): number {
  const known = new Map<string, number>();
  const go = (from: From, count: number, left: number): number => {
    const key = `${from.at} ${from.carried} ${from.waiting.join()} ${count === 0 ? 'first' : aligned ? `${count % 2} ${left}` : ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let best = Infinity;
    for (const page of pagesFrom(units, from, count === 0)) {
      // The first page is a right one; each right page is measured by the left one before it.
      const uneven = aligned && page.to && count > 0 && count % 2 === 0 ? Math.abs(page.end - left) * COSTS.unevenSpread : 0;
      best = Math.min(best, page.cost + uneven + (page.to ? go(page.to, count + 1, page.end) : 0));
    }
    known.set(key, best);
    return best;
  };
  return go({ at: 0, carried: 0, waiting: [] }, 0, 0);
}

const text: fc.Arbitrary<Block> = fc.record({ kind: fc.constant('p' as const), lines: fc.integer({ min: 1, max: 9 }), mark: fc.integer({ min: 0, max: 12 }), note: fc.integer({ min: 1, max: 9 }) });
const title: fc.Arbitrary<Block> = fc.constant({ kind: 'h' as const, lines: 1, mark: 0, note: 0 });
const picture: fc.Arbitrary<Block> = fc.record({ kind: fc.constant('f' as const), lines: fc.integer({ min: 2, max: 7 }), mark: fc.constant(0), note: fc.constant(0) });
const blocksOf = (...parts: fc.WeightedArbitrary<Block>[]): fc.Arbitrary<Block[]> => fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 10 });

function check(blocks: readonly Block[], master: PageMaster): void {
  const units = unitsOf(blocks);
  const best = cheapest(units, master.alignSpreads);
  // Where nothing legal is left the program takes what it can get, and prices it as it likes.
  if (best >= 1e5) return;
  const { items, notes } = galleyOf(blocks);
  const { madeUp, pages } = make([galley(items, notes)], master);
  const said = madeUp.pages.flatMap(({ cuts }) => cuts).reduce((sum, { cost }) => sum + cost, 0);
  expect(said, JSON.stringify(pages.map((page) => linesOf(page).map(({ text: word }) => word)))).toBeCloseTo(best, 3);
}

test('with notes: no set of pages is cheaper', () => {
  fc.assert(fc.property(blocksOf({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: title }), (blocks) => { check(blocks, MASTER); }), { seed: SEED, numRuns: 300 });
});

test('with pictures that may move: no set of pages is cheaper', () => {
  const unmarked = text.map((block) => ({ ...block, mark: 0 }));
  fc.assert(fc.property(blocksOf({ weight: 5, arbitrary: unmarked }, { weight: 1, arbitrary: title }, { weight: 2, arbitrary: picture }), (blocks) => { check(blocks, MASTER); }), { seed: SEED, numRuns: 300 });
});

test('with facing pages that should end alike: no set of pages is cheaper', () => {
  const unmarked = text.map((block) => ({ ...block, mark: 0 }));
  fc.assert(fc.property(blocksOf({ weight: 5, arbitrary: unmarked }, { weight: 1, arbitrary: title }), (blocks) => { check(blocks, { ...MASTER, alignSpreads: true }); }), { seed: SEED, numRuns: 300 });
});

test('with notes, pictures and facing pages together: no set of pages is cheaper', () => {
  fc.assert(fc.property(blocksOf({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: title }, { weight: 1, arbitrary: picture }), (blocks) => { check(blocks, { ...MASTER, alignSpreads: true }); }), { seed: SEED, numRuns: 300 });
});

test('the line is the unit of all of this', () => { expect(MASTER.area.height / LINE).toBe(PAGE); });
