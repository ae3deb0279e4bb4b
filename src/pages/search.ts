// A galley → the cheapest sequence of pages: dynamic programming over every place where a page can begin.
// After M. F. Plass, Optimal Pagination Techniques for Automatic Typesetting Systems (1981), and F. Mittelbach,
// A General Framework for Globally Optimized Pagination (2016): what a page costs depends only on where it begins and ends.
import type { PageMaster } from '../theme/index.ts';
import { endOf, EPSILON, type Cursor, type Region } from './cursor.ts';
import { deferNotes, NO_NOTES, type NoteArea } from './note-area.ts';
import type { Moved } from './kept-breaks.ts';
import { leastPages } from './least-pages.ts';
import { START, type Position } from './position.ts';
import { Queue, type State } from './queue.ts';
import { forward } from './stretch.ts';
import { walk, type Candidate, type Walkable } from './walk.ts';

/** One region (a page, or a column of a page) as chosen. */
export interface Cut {
  readonly from: Position;
  readonly candidate: Candidate;
  /** Something reaches below the region: nothing smaller could be placed. */
  readonly overflow: boolean;
  readonly cost: number;
}

export interface SearchOptions {
  readonly region: Region;
  /** The template's columns of running text. */
  readonly columns: number;
  /** Facing regions end alike: the first page is a left one. */
  readonly alignSpreads: boolean;
  readonly startsLeft: boolean;
  /** A line of running text, as the template's body is leaded. */
  readonly leading: number;
  /** How far from where a page began in the last snapshot. */
  readonly moved?: Moved;
}

/** A page less full than this is not looked at where fuller ones cost nothing forbidden. */
const FULL_ENOUGH = 0.7;
const FORBIDDEN = 1e5;
/** What cannot be placed costs more than any rule. */
const OVERFLOW = 1e8;

/**
 * First without short pages and other dear things. Only where these could still be part of something cheaper than what was
 * found, once more with everything; what is dearer before its end, with the fewest pages that the rest can take, is left.
 */
export function search(galley: Walkable, options: SearchOptions): Cut[] {
  const { costs } = galley;
  const least = leastPages(galley.items, options.region.bottom - options.region.top);
  const page = costs.page / options.columns;
  const below = (position: Position): number => least(position) * page;
  const bound: Bound = { limit: ahead(galley, options, below), below };
  const quick = findCheapest(galley, options, true, bound);
  const leftOut = Math.min((1 - FULL_ENOUGH) ** 2 * costs.shortPage, galley.items.some(({ kind }) => kind === 'columns') ? costs.tornBox : Infinity);
  if (quick.total < bound.below(START) + leftOut) return quick.cuts;
  const all = findCheapest({ ...galley, thorough: true }, options, false, { ...bound, limit: quick.total });
  return all.cuts.length > 0 ? all.cuts : quick.cuts;
}

/** What pages cost of which each is chosen for itself: no more is worth a look. */
function ahead(galley: Walkable, options: SearchOptions, below: Bound['below']): number {
  let state: State = { position: START, total: 0, cut: undefined, before: undefined, count: 0 };
  for (;;) {
    let next: State | undefined;
    let least = Infinity;
    for (const { candidate, cost, overflow } of waysToEnd(galley, state, options, true)) {
      const expected = cost + (candidate.next ? below(candidate.next) : 0);
      if (expected >= least) continue;
      least = expected;
      next = { position: candidate.next ?? state.position, total: state.total + cost, cut: { from: state.position, candidate, overflow, cost }, before: undefined, count: state.count + 1 };
    }
    if (!next) return Infinity;
    if (!next.cut?.candidate.next) return next.total;
    state = next;
  }
}

interface Bound {
  /** What has been found already: dearer is of no use. */
  readonly limit: number;
  /** The least that what follows can cost. */
  below(position: Position): number;
}

function findCheapest(galley: Walkable, options: SearchOptions, pruned: boolean, { limit, below }: Bound): { readonly cuts: Cut[]; readonly total: number } {
  const waiting = new Queue(options.alignSpreads);
  waiting.offer({ position: START, total: 0, cut: undefined, before: undefined, count: 0 });
  let best: State | undefined;
  for (let state = waiting.take(); state; state = waiting.take()) {
    const dearer = Math.min(limit, best?.total ?? Infinity) - state.total - below(state.position);
    if (dearer < -EPSILON) continue;
    for (const { candidate, cost, overflow } of waysToEnd(galley, state, options, pruned, dearer)) {
      const total = state.total + cost;
      const cut: Cut = { from: state.position, candidate, overflow, cost };
      const next: State = { position: candidate.next ?? state.position, total, cut, before: state, count: state.count + 1 };
      if (candidate.next) {
        if (total + below(candidate.next) <= limit + EPSILON) waiting.offer(next);
      } else if (!best || total < best.total) best = next;
    }
  }
  const cuts: Cut[] = [];
  for (let state = best; state?.cut; state = state.before) cuts.push(state.cut);
  return { cuts: cuts.reverse(), total: best?.total ?? Infinity };
}

interface Way { readonly candidate: Candidate; readonly cost: number; readonly overflow: boolean }

/** `dearer`: what a page may cost above the least, so that it is of use. */
function waysToEnd(galley: Walkable, state: State, options: SearchOptions, pruned: boolean, dearer = Infinity): Way[] {
  const { region } = options;
  const wayOf = (candidate: Candidate): Way => ({ candidate, overflow: false, cost: costOf(candidate, state, galley, options) });
  if (pruned) {
    const full = Math.max(FULL_ENOUGH, 1 - Math.sqrt((Math.max(0, dearer) + 1) / galley.costs.shortPage));
    const good = walk(galley, state.position, region, false, region.top + full * (region.bottom - region.top), Math.min(FORBIDDEN, dearer + 1)).map(wayOf).filter(({ cost }) => cost < FORBIDDEN);
    if (good.length > 0) return good;
  }
  const candidates = walk(galley, state.position, region);
  if (candidates.length > 0) return candidates.map(wayOf);
  // Nothing may stand here, or nothing be cut where it fits: then as much as fits, else one piece that does not.
  const all = walk(galley, state.position, { ...region, endless: true }, true);
  const fitting = all.filter(({ cursor }) => endOf(cursor) <= region.bottom - cursor.notes.height + EPSILON);
  const least = Math.min(...fitting.map(({ cost }) => cost));
  const chosen = fitting.findLast(({ cost }) => cost === least) ?? all[0];
  if (!chosen) return [];
  if (fitting.length > 0) return [{ candidate: chosen, overflow: false, cost: costOf(chosen, state, galley, options) + FORBIDDEN * 10 }];
  // What was left over of notes waits a page more before it stands on the text.
  const { cursor, next } = chosen;
  const notes = next === undefined ? cursor.notes : deferNotes(cursor.notes, NO_NOTES, region.bottom - endOf(cursor), region.noteArea);
  const overflow = endOf(cursor) > region.bottom - notes.height + EPSILON;
  const candidate = next === undefined || notes === cursor.notes ? chosen : { ...chosen, cursor: { ...cursor, notes }, next: { ...next, carried: notes.rest } };
  return [{ candidate, overflow, cost: costOf(chosen, state, galley, options) + OVERFLOW }];
}

function fullness({ cursor }: Candidate, region: Region): number {
  return (endOf(cursor) - region.top + cursor.notes.height) / (region.bottom - region.top);
}

function costOf(candidate: Candidate, state: State, galley: Walkable, options: SearchOptions): number {
  const { costs } = galley;
  const { region } = options;
  const { next, forced } = candidate;
  // Each region is a page more, or a column's part of one.
  let cost = candidate.cost + costs.page / options.columns;
  const empty = Math.max(0, 1 - fullness(candidate, region));
  if (next === undefined || forced !== undefined) cost += nearlyEmptyCost(candidate, state.cut?.candidate.forced === undefined ? state.count : 0, galley, options);
  else cost += empty * empty * costs.shortPage + (options.columns > 1 ? Math.max(0, empty * (region.bottom - region.top) / options.leading - 1) * costs.unevenSpread : 0);
  if (options.alignSpreads && next !== undefined && forced === undefined) cost += unevenness(candidate, state, options) * costs.unevenSpread;
  if (options.moved && next && forced === undefined) cost += options.moved(next) * costs.movedBreak;
  return cost;
}

/** What a chapter's last page costs that goes on from another and holds but a few lines; also before a forced break. */
function nearlyEmptyCost({ cursor }: Candidate, pagesBefore: number, { costs }: Walkable, { region, leading }: SearchOptions): number {
  if (pagesBefore === 0) return 0;
  const lines = linesHeld(cursor, region.top, leading);
  return lines < costs.lastPageLines ? costs.nearlyEmptyLastPage * (costs.lastPageLines - lines) / costs.lastPageLines : 0;
}

/** Lines of a page: a row of cards is none of text, but it fills as many; those side by side are one, and white is none. */
function linesHeld({ trail, lines }: Cursor, top: number, leading: number): number {
  const held = new Set<number>();
  for (const step of forward(trail)) {
    if (step.kind !== 'slab' || step.artifact) continue;
    const first = Math.round((step.y - top) / leading);
    for (let line = Math.max(step.slab.lines > 0 ? 1 : 0, Math.round(step.slab.height / leading)) - 1; line >= 0; line--) held.add(first + line);
  }
  return Math.max(lines, held.size);
}

/** Lines by which a right-hand page ends elsewhere than its left-hand neighbour. */
function unevenness(candidate: Candidate, state: State, { startsLeft, leading }: SearchOptions): number {
  const right = (state.count % 2 === 1) === startsLeft;
  const left = state.cut?.candidate;
  if (!right || !left || left.forced !== undefined) return 0;
  return Math.abs(endOf(candidate.cursor) - endOf(left.cursor)) / leading;
}

/** The area of a page as a region to fill. */
export function pageRegion(master: PageMaster, noteArea: NoteArea, height = master.area.height): Region {
  return { top: master.area.y, bottom: master.area.y + height, noteArea, dx: 0, endless: false };
}
