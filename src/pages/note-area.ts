// Notes whose marks stand on a page → the height that they take at its foot, and how much of them goes on overleaf.
import type { NodeId } from '../document/index.ts';
import type { NoteItem, Placed, Slab } from '../flow/index.ts';

/** How notes stand at the foot; from the template. Points. */
export interface NoteStyle {
  /** Least space from the text to the rule. */
  readonly before: number;
  /** From the rule to the top of the first note's first slab. */
  readonly ruleToTop: number;
  readonly between: number;
  /** The part of the page that they take at most, so that text goes on above them. */
  readonly most: number;
  rule(y: number): readonly Placed[];
}

export interface NoteArea {
  readonly style: NoteStyle;
  readonly notes: ReadonlyMap<NodeId, NoteItem>;
  /** The most that notes may take of the page, points. */
  readonly most: number;
  /** What it costs to let a note go on overleaf. */
  readonly split: number;
}

/** What stands at a page's foot. */
export interface NoteUse {
  readonly height: number;
  readonly slabs: readonly Slab[];
  /** Slabs that found no room: they open the next page's notes. */
  readonly rest: readonly Slab[];
  readonly count: number;
}

export const NO_NOTES: NoteUse = { height: 0, slabs: [], rest: [], count: 0 };

/** With the notes of a slab added. What does not fit under `most` is left for the next page. */
export function useNotes(use: NoteUse, ids: readonly NodeId[], area: NoteArea): NoteUse {
  let { slabs, rest, height, count } = use;
  for (const id of ids) {
    const note = area.notes.get(id);
    if (!note) continue;
    for (const slab of note.slabs) {
      const more = heightOf(slab, count === 0 && slabs.length === 0, slab === note.slabs[0] && count > 0, area.style);
      // Notes keep their order: once one waits, all behind it wait.
      // A note begins with its mark, however much room others have.
      if (rest.length > 0 || (height + more > area.most && slab !== note.slabs[0])) rest = [...rest, slab];
      else {
        slabs = [...slabs, slab];
        height += more;
      }
    }
    count++;
  }
  return { slabs, rest, height, count };
}

/** A page's notes as they begin: what the page before left over, as much as fits. */
export function carryNotes(rest: readonly Slab[], area: NoteArea): NoteUse {
  let use: NoteUse = NO_NOTES;
  for (const slab of rest) {
    const more = heightOf(slab, use.slabs.length === 0, false, area.style);
    if (use.rest.length > 0 || (use.height + more > area.most && use.slabs.length > 0)) use = { ...use, rest: [...use.rest, slab] };
    else use = { ...use, slabs: [...use.slabs, slab], height: use.height + more, count: 1 };
  }
  return use;
}

/**
 * The newest note begins here and goes on overleaf: two lines of it on either side, or one where that is all the room.
 * Undefined where not even its first line fits.
 */
export function splitNotes(use: NoteUse, before: NoteUse, room: number, area: NoteArea): NoteUse | undefined {
  const last = use.slabs.findLastIndex((slab) => slab.anchors.length > 0);
  const least = Math.max(before.slabs.length, last) + 1;
  let height = use.height;
  let keep = use.slabs.length;
  while (keep >= least && (height > room + 0.001 || (use.slabs.length - keep === 1 && keep > least + 1))) {
    keep--;
    const slab = use.slabs[keep];
    if (slab) height -= heightOf(slab, keep === 0, keep > 0 && slab.anchors.length > 0, area.style);
  }
  return keep < least ? undefined : { ...use, height, slabs: use.slabs.slice(0, keep), rest: [...use.slabs.slice(keep), ...use.rest] };
}

/** What new notes take: all of them, or, `split`, what the newest begins with. */
export function roomFor(use: NoteUse, before: NoteUse, area: NoteArea, split: boolean): number {
  if (!split) return use.height - before.height;
  const last = use.slabs.findLastIndex((slab) => slab.anchors.length > 0);
  return use.slabs.slice(Math.max(before.slabs.length, last) + 2).reduce((height, slab) => height - heightOf(slab, false, slab.anchors.length > 0, area.style), use.height) - before.height;
}

/** As many of the notes that came with the newest slab as find room; the others wait for the next page. */
export function deferNotes(use: NoteUse, before: NoteUse, room: number, area: NoteArea): NoteUse {
  let { height } = use;
  let keep = use.slabs.length;
  while (keep > before.slabs.length && height > room + 0.001) {
    keep--;
    const slab = use.slabs[keep];
    if (slab) height -= heightOf(slab, keep === 0, keep > 0 && slab.anchors.length > 0, area.style);
  }
  return keep === use.slabs.length ? use : { ...use, height, slabs: use.slabs.slice(0, keep), rest: [...use.slabs.slice(keep), ...use.rest] };
}

function heightOf(slab: Slab, first: boolean, opensNote: boolean, style: NoteStyle): number {
  return slab.height + (first ? style.before + style.ruleToTop : opensNote ? style.between : 0);
}
