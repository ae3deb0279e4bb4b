// A columns item and the room that is left → its columns side by side: balanced where they fit, filled where they go on overleaf.
import type { BreakRule, ColumnsItem, FlowItem, Slab } from '../flow/index.ts';
import { endOf, EPSILON, placeSlab, type Cursor, type Region, type Trail } from './cursor.ts';
import { useNotes, type NoteUse } from './note-area.ts';
import { comparePositions, keyOf, skipToInk, START, type Position } from './position.ts';
import { makeWalkable, walk, type Candidate, type Walkable } from './walk.ts';

export interface ColumnsSet {
  /** All of it, balanced. */
  readonly whole?: Cursor;
  /** Ways to fill the region and go on in the next. */
  readonly parts: readonly { readonly cursor: Cursor; readonly next: Position; readonly cost: number; readonly broken: readonly BreakRule[] }[];
}

interface Fill { readonly position: Position | undefined; readonly cost: number; readonly columns: readonly Candidate[]; readonly broken: readonly BreakRule[] }

/** What nobody may break but in need costs at least this. */
const FORBIDDEN = 1e5;
const MOST_FILLS = 8;
const MOST_ATTEMPTS = 6;
const walkables = new WeakMap<ColumnsItem, Walkable>();

export function setColumns(item: ColumnsItem, from: Position | undefined, cursor: Cursor, region: Region, outer: Walkable): ColumnsSet {
  let galley = walkables.get(item);
  if (!galley) walkables.set(item, galley = makeWalkable(item.galley, outer.costs, false));
  const start = from ?? START;
  const first = firstSlab(galley.items, start);
  if (!first) return { whole: cursor, parts: [] };
  // The first slab shows where the columns begin: across the page, so below whatever stands in the side column.
  const probe = placeSlab(cursor, { ...first, notes: [], side: { height: 0 } }, { ...region, endless: true });
  const top = probe?.trail?.kind === 'slab' ? probe.trail.y : cursor.y;
  let bottom = region.bottom - cursor.notes.height;
  const column = (index: number, height: number): Region => ({
    top, bottom: Math.min(top + height, bottom), firstAnchor: top + first.anchor, dx: item.xs[index] ?? 0, endless: false,
    noteArea: { style: region.noteArea.style, notes: new Map(), most: 0, split: 0 },
  });
  const reserved = bottom;
  // Notes of what stands in the columns take room from them: less and less until both fit.
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const room = bottom - top;
    if (room <= EPSILON) break;
    const found = balance(galley, start, item.xs.length, column, room, first.height);
    const set = found && join(cursor, found, region, top);
    if (set) return { whole: set, parts: [] };
    const fills = fill(galley, start, item.xs.length, (index) => column(index, room), false)
      .filter(({ position }) => position !== undefined).sort((a, b) => a.cost - b.cost).slice(0, 2);
    const parts = fills.flatMap((part) => {
      const joined = join(cursor, part, region, top);
      return joined && part.position ? [{ cursor: joined, next: part.position, cost: part.cost, broken: part.broken }] : [];
    });
    if (parts.length > 0 || (!found && fills.length === 0)) {
      if (parts.length > 0) return { parts };
      break;
    }
    bottom -= Math.max(first.height, (attempt === 0 && fills[0] ? notesOf(cursor, fills[0], region).height - cursor.notes.height : 0));
  }
  if (!region.endless) return { parts: [] };
  // Nothing in it is as low as a page: what there is stands in the first column.
  const ways = walk(galley, start, { ...column(0, Infinity), bottom: reserved, endless: true }, true);
  const only = ways.findLast(({ cursor: way }) => endOf(way) <= reserved + EPSILON) ?? ways[0];
  const tall = only && join(cursor, { position: only.next, cost: only.cost, columns: [only], broken: only.broken }, region, top);
  if (!only || !tall) return { parts: [] };
  return only.next ? { parts: [{ cursor: tall, next: only.next, cost: only.cost, broken: only.broken }] } : { whole: tall, parts: [] };
}

/** The least height at which all columns hold all of it, first without breaking what is forbidden, then with. */
export function balance(galley: Walkable, start: Position, count: number, column: (index: number, height: number) => Region, room: number, step: number): Fill | undefined {
  const endless = walk(galley, start, { ...column(0, room), bottom: Infinity, endless: true }).find((candidate) => candidate.next === undefined);
  if (!endless) return undefined;
  const total = endOf(endless.cursor) - column(0, room).top;
  if (total > room * count + EPSILON) return undefined;
  const least = Math.max(step, Math.floor(total / count / step) * step);
  let fallback: Fill | undefined;
  for (let height = least; height < room + step && height <= total + step; height += step / 2) {
    const found = fill(galley, start, count, (index) => column(index, height + EPSILON), true).sort((a, b) => a.cost - b.cost)[0];
    if (found && found.cost < FORBIDDEN) return found;
    if (found && !fallback) fallback = found;
    if (fallback && height > least + 8 * step) break;
  }
  return fallback;
}

/** Column by column, the cheapest ways to each place; `whole`: the last one must reach the end. */
function fill(galley: Walkable, start: Position, count: number, column: (index: number) => Region, whole: boolean): Fill[] {
  let fills: Fill[] = [{ position: start, cost: 0, columns: [], broken: [] }];
  for (let index = 0; index < count; index++) {
    const region = column(index);
    const reached = new Map<string, Fill>();
    for (const before of fills) {
      if (!before.position) {
        keep(reached, before);
        continue;
      }
      for (const candidate of walk(galley, before.position, region)) {
        if (whole && index === count - 1 && candidate.next) continue;
        const empty = candidate.next === undefined ? 0 : Math.max(0, region.bottom - endOf(candidate.cursor)) / (region.bottom - region.top);
        keep(reached, {
          position: candidate.next, columns: [...before.columns, candidate], broken: [...before.broken, ...candidate.broken],
          cost: before.cost + candidate.cost + empty * empty * galley.costs.shortPage,
        });
      }
    }
    fills = [...reached.values()].sort((a, b) => a.cost - b.cost || (a.position && b.position ? comparePositions(b.position, a.position) : 0));
    if (!whole) fills = fills.slice(0, MOST_FILLS);
  }
  return fills.filter(({ position }) => !whole || position === undefined);
}

function keep(reached: Map<string, Fill>, fill: Fill): void {
  const key = fill.position ? keyOf(fill.position) : 'end';
  const known = reached.get(key);
  if (!known || fill.cost < known.cost) reached.set(key, fill);
}

/** The columns' content behind what stands on the page already, their notes at its foot. */
function join(cursor: Cursor, fill: Fill, region: Region, top: number): Cursor | undefined {
  let trail = cursor.trail;
  let y = top, lines = 0, hyphenated = false;
  const notes = notesOf(cursor, fill, region);
  for (const column of fill.columns) {
    y = Math.max(y, endOf(column.cursor));
    lines += column.cursor.lines;
    hyphenated = column.cursor.hyphenated;
    for (const step of forward(column.cursor.trail)) trail = { ...step, before: trail };
  }
  if (!region.endless && y > region.bottom - notes.height + EPSILON) return undefined;
  return { ...cursor, y, side: y, lines: cursor.lines + lines, since: Infinity, space: 0, snap: undefined, empty: false, hyphenated, notes, trail };
}

function notesOf(cursor: Cursor, { columns }: Fill, { noteArea }: Region): NoteUse {
  let { notes } = cursor;
  for (const column of columns) for (const step of forward(column.cursor.trail)) if (step.kind === 'slab' && step.slab.notes.length > 0) notes = useNotes(notes, step.slab.notes, noteArea);
  return notes;
}

/** First to last. */
export function forward(trail: Trail | undefined): Trail[] {
  const steps: Trail[] = [];
  for (let step = trail; step; step = step.before) steps.push(step);
  return steps.reverse();
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
