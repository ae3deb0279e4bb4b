// How far a page is filled: one way to set what stands on it so far, and what each next piece makes of it.
import type { BreakRule, FrameOpen, Slab } from '../flow/index.ts';
import type { NoteArea, NoteUse } from './note-area.ts';
import { deferNotes, splitNotes, useNotes } from './note-area.ts';

/** What stands on the page: plain facts that `finishPages` paints. */
export type Step =
  | { readonly kind: 'slab'; readonly slab: Slab; readonly y: number; readonly dx: number; readonly artifact: boolean; readonly before: Trail | undefined }
  | { readonly kind: 'open'; readonly frame: FrameOpen; readonly first: boolean; readonly dx: number; readonly before: Trail | undefined }
  | { readonly kind: 'close'; readonly last: boolean; readonly before: Trail | undefined };
/** All of it, last first. Columns are laid side by side only where somebody looks: most are tried and given up. */
export type Trail = Step | { readonly kind: 'columns'; readonly lines: number; readonly steps: () => readonly Step[]; readonly before: Trail | undefined };

/** Never changed once made: each piece makes a new one. */
export interface Cursor {
  /** Where the text ends so far, points from the page's top. */
  readonly y: number;
  /** Where the side column ends so far. */
  readonly side: number;
  /** What was paid on this page so far. */
  readonly cost: number;
  /** Lines of running text. */
  readonly lines: number;
  /** Lines since the last heading; Infinity where there is none. */
  readonly since: number;
  readonly space: number;
  readonly snap: number | undefined;
  /** Nothing of its own stands on the page yet. */
  readonly empty: boolean;
  readonly hyphenated: boolean;
  readonly notes: NoteUse;
  /** Pictures that found no room and go to the head of the next page. */
  readonly floats: readonly number[];
  /** Rules that what stands on the page broke by itself: columns that could not be set well. */
  readonly broken: readonly BreakRule[];
  readonly trail: Trail | undefined;
}

/** The place that is filled: a page's text area, or one column. */
export interface Region {
  readonly top: number;
  /** Nothing reaches below it. */
  readonly bottom: number;
  /** A column's first baselines stand here; undefined for a page, whose slabs know their place at its top. */
  readonly firstAnchor?: number;
  readonly noteArea: NoteArea;
  /** Moves content to the right: a column's left edge. */
  readonly dx: number;
  /** Fits at any height: the last resort where nothing fits. */
  readonly endless: boolean;
}

/** Coordinates that agree to a thousandth of a point are the same: sums of floats are not exact. */
export const EPSILON = 0.001;

export function snapUp(y: number, step: number): number {
  return Math.ceil((y - EPSILON) / step) * step;
}

/** The slab below what stands there already; undefined where it does not fit. */
export function placeSlab(cursor: Cursor, slab: Slab, region: Region, extra = 0, artifact = false): Cursor | undefined {
  const y = topOf(cursor, slab, region);
  const end = y + slab.height;
  const side = slab.side ? Math.max(cursor.side, y + slab.side.height) : cursor.side;
  let notes = cursor.notes;
  if (slab.notes.length > 0) {
    // A note begins on the page of its mark: where others still wait for room, no new mark may stand.
    if (notes.rest.length > 0 && !region.endless) return undefined;
    notes = useNotes(notes, slab.notes, region.noteArea);
  }
  if (!region.endless) {
    const ink = Math.max(end, side);
    if (ink > region.bottom - notes.height + EPSILON) {
      const split = notes === cursor.notes ? undefined : splitNotes(notes, cursor.notes, region.bottom - ink, region.noteArea);
      if (!split) return undefined;
      notes = split;
    }
  } else if (notes !== cursor.notes) {
    // Where nothing fits, a note may begin on the page after its mark: it never stands on the text.
    notes = deferNotes(notes, cursor.notes, region.bottom - Math.max(end, side), region.noteArea);
  }
  const torn = notes.rest.length > 0 && cursor.notes.rest.length === 0 ? region.noteArea.split : 0;
  const heading = slab.heading === true;
  const weight = slab.lines > 0 ? slab.lines : 2;
  return {
    y: end, side, cost: cursor.cost + extra + torn, lines: cursor.lines + (artifact ? 0 : slab.lines),
    since: heading ? slab.lines : cursor.since + weight, space: 0, snap: undefined, empty: cursor.empty && artifact,
    hyphenated: slab.hyphenated === true, notes, floats: cursor.floats, broken: cursor.broken, trail: { kind: 'slab', slab, y, dx: region.dx, artifact, before: cursor.trail },
  };
}

function topOf(cursor: Cursor, slab: Slab, region: Region): number {
  if (cursor.empty && cursor.trail === undefined) {
    if (region.firstAnchor !== undefined) return Math.max(region.top, region.firstAnchor - slab.anchor);
    return region.top + (slab.atPageTop ?? 0);
  }
  const above = slab.side ? Math.max(cursor.y, cursor.side) : cursor.y;
  // Space vanishes at a page's top, also below what only repeats a head there.
  const y = cursor.empty ? above : above + cursor.space;
  return cursor.snap === undefined ? y : snapUp(y + slab.anchor, cursor.snap) - slab.anchor;
}

export function addSpace(cursor: Cursor, height: number, snap: number | undefined): Cursor {
  return { ...cursor, space: cursor.space + height, snap: snap ?? cursor.snap };
}

/** The page's end as drawn, side column included. */
export function endOf(cursor: Cursor): number {
  return Math.max(cursor.y, cursor.side);
}

/** How many ways to fill a page are kept beside each other: they differ by a line here and there. */
const MOST_CURSORS = 6;

/** Ways that end at the same place are one: the cheapest. Of the others, the cheapest few. */
export function merge(cursors: readonly Cursor[]): Cursor[] {
  if (cursors.length < 2) return [...cursors];
  const best = new Map<string, Cursor>();
  for (const cursor of cursors) {
    const key = `${Math.round(cursor.y * 100)} ${Math.round(cursor.side * 100)} ${Math.round(cursor.notes.height * 100)} ${Math.min(cursor.since, 2)}${cursor.floats.length > 0 ? `~${cursor.floats.join()}` : ''}${cursor.notes.rest.length > 0 ? '+' : ''}`;
    const known = best.get(key);
    if (!known || cursor.cost < known.cost) best.set(key, cursor);
  }
  const kept = [...best.values()];
  return kept.length <= MOST_CURSORS ? kept : kept.sort((a, b) => a.cost - b.cost).slice(0, MOST_CURSORS);
}
