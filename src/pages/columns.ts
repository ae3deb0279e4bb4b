// A columns item and the room that is left → its columns side by side: balanced where they fit, filled where they go on overleaf.
import type { BreakRule, ColumnsItem, FlowItem, Slab } from '../flow/index.ts';
import { endOf, EPSILON, placeSlab, type Cursor, type Region, type Step, type Trail } from './cursor.ts';
import { deferNotes, roomFor, splitNotes, useNotes, type NoteStyle, type NoteUse } from './note-area.ts';
import { marksIn } from './place-notes.ts';
import { comparePositions, keyOf, skipToInk, START, type Position } from './position.ts';
import { forward, stretch } from './stretch.ts';
import { makeWalkable, walk, type Candidate, type Walkable } from './walk.ts';

export interface ColumnsSet {
  /** All of it, balanced. */
  readonly whole?: Cursor;
  /** Ways to fill the region and go on in the next. */
  readonly parts: readonly { readonly cursor: Cursor; readonly next: Position; readonly cost: number; readonly broken: readonly BreakRule[] }[];
}

/** Columns set from a position on. Their candidates stand as in a column that begins at `Stand.top`. */
interface Fill { readonly position: Position | undefined; readonly cost: number; readonly columns: readonly Candidate[]; readonly broken: readonly BreakRule[] }
/** Where columns stand, as far as it matters to what is in them: their top within a step of the grid, their first line. */
interface Stand { readonly top: number; readonly firstAnchor: number; readonly key: string }
/** A columns item as it is walked, and what was found: pages ask for the same again and again. */
interface Known {
  readonly galley: Walkable;
  readonly snap: number | undefined;
  readonly most: number;
  /** Something in it marks a note. */
  readonly noted: boolean;
  readonly ways: Map<string, Ways>;
  readonly balanced: Map<string, Fill | undefined>;
  readonly filled: Map<string, readonly Fill[]>;
}

/** What nobody may break but in need costs at least this. */
const FORBIDDEN = 1e5;
/** Columns that cost less than this need no other look. */
const GOOD = 60;
const MOST_FILLS = 8;
/** Places at which columns that fill a page may end: each is another beginning for the next page. */
const MOST_PARTS = 12;
const MOST_ATTEMPTS = 6;
/** Lines that columns which go on may leave empty, so that enough is left for overleaf. */
const MOST_SHORTER = 5;
const known = new WeakMap<ColumnsItem, Known>();

function knownOf(item: ColumnsItem, { costs, leading }: Walkable, region: Region): Known {
  const most = region.bottom - region.top;
  const found = known.get(item);
  if (found?.galley.costs === costs && found.most === most) return found;
  const made: Known = {
    galley: makeWalkable(item.galley, costs, true, leading), snap: snapOf(item.galley),
    most, noted: marksIn(item.galley).length > 0, ways: new Map(), balanced: new Map(), filled: new Map(),
  };
  known.set(item, made);
  return made;
}

const snapOf = (items: readonly FlowItem[]): number | undefined => {
  for (const item of items) if (item.kind === 'space' && item.snap !== undefined) return item.snap;
  return undefined;
};

export function setColumns(item: ColumnsItem, from: Position | undefined, cursor: Cursor, region: Region, outer: Walkable): ColumnsSet {
  const own = knownOf(item, outer, region);
  const { galley } = own;
  const { costs, leading } = galley;
  const count = item.xs.length;
  const start = from ?? START;
  const first = firstSlab(galley.items, start);
  if (!first) return { whole: cursor, parts: [] };
  // The first slab shows where the columns begin: across the page, so below whatever stands in the side column.
  const probe = placeSlab(cursor, { ...first, notes: [], side: { height: 0 } }, { ...region, endless: true });
  const top = probe?.trail?.kind === 'slab' ? probe.trail.y : cursor.y;
  const phase = own.snap === undefined ? 0 : top - Math.floor((top + EPSILON) / own.snap) * own.snap;
  const stand: Stand = { top: phase, firstAnchor: phase + first.anchor, key: `${phase.toFixed(2)} ${first.anchor.toFixed(2)}` };
  const place: Place = { xs: item.xs, down: top - phase, region, top, leading, snap: own.snap, noted: own.noted };
  const lone = (y: number): number => (y - top < costs.scrapLines * leading - EPSILON ? costs.loneItem : 0);
  // Notes of what stands in the columns take room from them: less and less until both fit.
  const look = (split: boolean): ColumnsSet => {
    let bottom = region.bottom - cursor.notes.height;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const room = bottom - top;
      if (room <= EPSILON) break;
      const key = `${keyOf(start)} ${stand.key} ${room.toFixed(2)}`;
      if (!own.balanced.has(key)) own.balanced.set(key, balanceItem(own, start, count, stand, room));
      const found = own.balanced.get(key);
      const joined = found && join(cursor, found, place, split);
      const whole = joined && { ...joined, cost: joined.cost + found.cost + (from ? lone(endOf(joined)) : 0), broken: [...joined.broken, ...found.broken] };
      if (whole && found.cost < FORBIDDEN && outer.thorough !== true) return { whole, parts: [] };
      let fills = own.filled.get(key);
      if (!fills) own.filled.set(key, fills = partial(own, start, count, stand, room));
      const parts = fills.flatMap((part) => {
        const filled = join(cursor, part, place, split);
        return filled && part.position ? [{ cursor: filled, next: part.position, cost: part.cost + costs.tornBox + lone(endOf(filled)), broken: part.broken }] : [];
      });
      if (whole || parts.length > 0) return { ...(whole ? { whole } : {}), parts };
      if (!found && fills.length === 0) break;
      const notes = fills[0] ?? found;
      bottom -= Math.max(first.height, attempt === 0 && notes ? roomFor(notesOf(cursor, notes, region), cursor.notes, region.noteArea, split) : 0);
    }
    return { parts: [] };
  };
  let set = look(false);
  if (!set.whole && own.noted) {
    // A long note may go on overleaf, so that more of the columns finds room above it.
    const split = look(true);
    set = { ...split, parts: [...set.parts, ...split.parts] };
  }
  if (set.whole || set.parts.length > 0) return set;
  if (!region.endless) return { parts: [] };
  // Nothing in it is as low as a page: what there is stands in the first column.
  const room = region.bottom - cursor.notes.height - top;
  const ways = walk(galley, start, { ...regionOf(stand, room), endless: true }, true);
  const only = ways.findLast(({ cursor: way }) => endOf(way) - stand.top <= room + EPSILON) ?? ways[0];
  const tall = only && join(cursor, { position: only.next, cost: only.cost, columns: [only], broken: only.broken }, place, true);
  if (!only || !tall) return { parts: [] };
  return only.next ? { parts: [{ cursor: tall, next: only.next, cost: only.cost, broken: only.broken }] } : { whole: tall, parts: [] };
}

/** A column by itself; its notes stand at the page's foot and are counted there. */
const regionOf = ({ top, firstAnchor }: Stand, height: number): Region =>
  ({ top, bottom: top + height, firstAnchor, dx: 0, endless: false, noteArea: { style: NO_STYLE, notes: new Map(), most: 0, split: 0 } });
const NO_STYLE: NoteStyle = { before: 0, ruleToTop: 0, between: 0, most: 0, rule: () => [] };

/** Ways to end a column of at most this height; `final`: only those that set all the rest. */
export type WaysFrom = (position: Position, height: number, final: boolean) => readonly Candidate[];
interface Ways { readonly all: readonly Candidate[]; readonly final: readonly Candidate[] }

/** A column this many lines shorter than the others is not looked at where there are fuller ones. */
const MOST_EMPTY = 8;

/** Every way to end a column of at most this height: walked once for the highest column, lower ones take what fits. */
function waysIn(own: Known, stand: Stand): WaysFrom {
  return (position, height, final) => {
    const key = `${keyOf(position)} ${stand.key}`;
    let ways = own.ways.get(key);
    if (!ways) {
      const all = walk(own.galley, position, regionOf(stand, own.most));
      own.ways.set(key, ways = { all, final: all.filter(({ next }) => next === undefined) });
    }
    const fitting = (final ? ways.final : ways.all).filter(({ cursor }) => endOf(cursor) - stand.top <= height + EPSILON);
    const fuller = final ? fitting : fitting.filter(({ cursor, next }) => next === undefined || height - endOf(cursor) + stand.top <= MOST_EMPTY * own.galley.leading);
    return fuller.length > 0 ? fuller : fitting;
  };
}

function balanceItem(own: Known, start: Position, count: number, stand: Stand, room: number): Fill | undefined {
  return balance({ galley: own.galley, start, count, top: stand.top, ways: waysIn(own, stand) }, room);
}

export interface ToFill { readonly galley: Walkable; readonly start: Position; readonly count: number; readonly top: number; readonly ways: WaysFrom }

/** The least height at which all columns hold all of it, first without breaking what is forbidden, then with. */
export function balance(to: ToFill, room: number): Fill | undefined {
  const { galley, start, count, top } = to;
  const step = galley.leading / 2;
  // No further than the columns could hold: to walk on to the end from every page would cost the square of them.
  const most = room * count + 2 * step * MOST_SHORTER + EPSILON;
  const endless = walk(galley, start, regionOf({ top, firstAnchor: top, key: '' }, most)).find(({ next }) => next === undefined);
  if (!endless) return undefined;
  const total = endOf(endless.cursor) - top;
  if (total - 2 * step * MOST_SHORTER > room * count + EPSILON) return undefined;
  const least = Math.max(step, Math.floor(total / count / step - 2) * step);
  let best: Fill | undefined;
  let tried = 0;
  for (let height = least; height < room + step && height <= total + 2 * step; height += step) {
    const found = fill(to, Math.min(height, room), true)[0];
    if (found && (!best || found.cost < best.cost)) best = found;
    // Some lines more may spare a paragraph that would have to be set shorter, a foot that is not even, or a cut that nobody wants.
    if (best && ++tried > (best.cost < GOOD ? 2 : best.cost < FORBIDDEN ? 8 : 16)) break;
  }
  return best;
}

/** Ways to fill the columns and go on: to their foot, or some lines less, so that overleaf is not left with too few. */
function partial(own: Known, start: Position, count: number, stand: Stand, room: number): readonly Fill[] {
  const to: ToFill = { galley: own.galley, start, count, top: stand.top, ways: waysIn(own, stand) };
  const found = new Map<string, Fill>();
  const price = (way: Fill): number => emptyCost(way, stand, room, own);
  for (let shorter = 0; shorter <= MOST_SHORTER && room - shorter * own.galley.leading > EPSILON; shorter++) {
    for (const way of fill(to, room - shorter * own.galley.leading, false)) if (way.position) keep(found, way, price);
  }
  const priced = [...found.values()].map((way) => ({ way, price: way.cost + price(way) })).sort((a, b) => a.price - b.price);
  return priced.slice(0, MOST_PARTS).map(({ way }) => way);
}

/** Column by column, the cheapest ways to each place; `whole`: the last one must reach the end. */
function fill({ galley, start, count, top, ways }: ToFill, height: number, whole: boolean): Fill[] {
  let fills: Fill[] = [{ position: start, cost: 0, columns: [], broken: [] }];
  for (let index = 0; index < count; index++) {
    const reached = new Map<string, Fill>();
    for (const before of fills) {
      if (!before.position) {
        keep(reached, { ...before, cost: before.cost + unevenness(height, galley) });
        continue;
      }
      for (const candidate of ways(before.position, height, whole && index === count - 1)) {
        const cost = before.cost + candidate.cost + unevenness(height - endOf(candidate.cursor) + top, galley);
        const best = reached.get(candidate.next ? keyOf(candidate.next) : 'end');
        if (!best || cost < best.cost) keep(reached, { position: candidate.next, columns: [...before.columns, candidate], broken: [...before.broken, ...candidate.broken], cost });
      }
    }
    fills = [...reached.values()].sort((a, b) => a.cost - b.cost || (a.position && b.position ? comparePositions(b.position, a.position) : 0));
    if (!whole) fills = fills.slice(0, MOST_FILLS);
  }
  return fills.filter(({ position }) => !whole || position === undefined);
}

/** Columns end alike; a line less is nearly as good. */
function unevenness(empty: number, { costs, leading }: Walkable): number {
  return Math.max(0, empty / leading - 1) * costs.unevenSpread + Math.max(0, empty / leading);
}

/** What the page pays that columns leave so much of empty. */
function emptyCost({ columns }: Fill, { top }: Stand, room: number, { galley: { costs }, most }: Known): number {
  const empty = room - Math.max(...columns.map(({ cursor }) => endOf(cursor) - top));
  return (empty / most) ** 2 * costs.shortPage;
}

function keep(reached: Map<string, Fill>, fill: Fill, more: (fill: Fill) => number = () => 0): void {
  const key = fill.position ? keyOf(fill.position) : 'end';
  const best = reached.get(key);
  if (!best || fill.cost + more(fill) < best.cost + more(best)) reached.set(key, fill);
}

interface Place { readonly xs: readonly number[]; readonly down: number; readonly region: Region; readonly top: number; readonly leading: number; readonly snap: number | undefined; readonly noted: boolean }

/** The notes below columns that end at `y`; undefined where they find no room. */
function fitNotes(notes: NoteUse, before: NoteUse, y: number, { bottom, endless, noteArea }: Region, split: boolean): NoteUse | undefined {
  const room = bottom - y;
  if (notes === before) return endless || notes.height <= room + EPSILON ? notes : undefined;
  // A note begins on the page of its mark.
  const begun = before.rest.length === 0 && !notes.rest.some(({ anchors }) => anchors.length > 0);
  if (begun && notes.height <= room + EPSILON) return notes;
  return (begun && split ? splitNotes(notes, before, room, noteArea) : undefined) ?? (endless ? deferNotes(notes, before, room, noteArea) : undefined);
}

/** The columns' content behind what stands on the page already, their notes at its foot. */
function join(cursor: Cursor, fill: Fill, place: Place, split: boolean): Cursor | undefined {
  const { down, region, top } = place;
  let y = top, lines = 0, all = 0, hyphenated = false;
  for (const column of fill.columns) {
    y = Math.max(y, endOf(column.cursor) + down);
    lines = Math.max(lines, column.cursor.lines);
    all += column.cursor.lines;
    hyphenated = column.cursor.hyphenated;
  }
  const notes = fitNotes(place.noted ? notesOf(cursor, fill, region) : cursor.notes, cursor.notes, y, region, split);
  if (!notes) return undefined;
  const torn = notes.rest.length > 0 && cursor.notes.rest.length === 0 ? region.noteArea.split : 0;
  const trail: Trail = { kind: 'columns', lines: all, steps: () => sideBySide(fill, place, y), before: cursor.trail };
  return { ...cursor, cost: cursor.cost + torn, y, side: y, lines: cursor.lines + lines, since: Infinity, space: 0, snap: undefined, empty: false, hyphenated, notes, trail };
}

/** Each column moved to its place, and as far down as it takes to end at `y` where it is much shorter. */
function sideBySide(fill: Fill, { xs, down, leading, snap }: Place, y: number): Step[] {
  return fill.columns.flatMap((column, index) => {
    const steps = forward(column.cursor.trail);
    // On a grid lines stand level, so that columns that end a line apart are as even as they get.
    const missing = y - endOf(column.cursor) - down;
    const lower = missing > (snap ?? 0) + EPSILON ? stretch(steps, missing, { leading, step: snap }) : undefined;
    return steps.map((step, at) => moved(step, xs[index] ?? 0, down + (lower?.[at] ?? 0)));
  });
}

function moved(step: Step, right: number, down: number): Step {
  switch (step.kind) {
    case 'slab': return { ...step, y: step.y + down, dx: step.dx + right };
    case 'open': return { ...step, dx: step.dx + right };
    case 'close': return step;
  }
}

function notesOf(cursor: Cursor, { columns }: Fill, { noteArea }: Region): NoteUse {
  let { notes } = cursor;
  for (const column of columns) for (const step of forward(column.cursor.trail)) if (step.kind === 'slab' && step.slab.notes.length > 0) notes = useNotes(notes, step.slab.notes, noteArea);
  return notes;
}

function firstSlab(items: readonly FlowItem[], position: Position): Slab | undefined {
  const at = position.line > 0 ? position.item : skipToInk(items, position.item);
  for (let i = at; i < items.length; i++) {
    const item = items[i];
    if (item?.kind === 'slab') return item;
    if (item?.kind === 'float') return item.slab;
    if (item?.kind === 'paragraph') return item.alternatives[i === position.item ? position.alternative : 0]?.slabs[i === position.item ? position.line : 0];
    if (item?.kind === 'columns') return firstSlab(item.galley, START);
  }
  return undefined;
}
