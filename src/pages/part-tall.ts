// Galleys → the same, with each piece that no page can hold parted between its lines into pieces that go on overleaf:
// a title of a thousand words, a contents entry, a card, a table in a note.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { FlowItem, FrameOpen, Galley, Placed, Slab } from '../flow/index.ts';
import type { PageMaster } from '../theme/index.ts';
import { move } from './move.ts';

/** A part fills at most this much of the page, so that what repeats at its head and foot finds room. */
const PART = 0.9;
/** A piece of a note takes at most this much of the page. */
const NOTE = 0.6;
/** Letters' part above and below their baseline, of their size. */
const ABOVE = 0.9, BELOW = 0.3;

export function partTall(galleys: readonly Galley[], { area }: PageMaster, diagnostics: Diagnostics): readonly Galley[] {
  return galleys.map((galley) => {
    const items = partItems(galley.items, area.height, diagnostics);
    const notes = partNotes(galley.notes, area.height * NOTE, diagnostics);
    return items === galley.items && notes === galley.notes ? galley : { ...galley, items, notes };
  });
}

function partNotes(notes: Galley['notes'], height: number, diagnostics: Diagnostics): Galley['notes'] {
  let changed = false;
  const parted = new Map([...notes].map(([id, note]) => {
    if (note.slabs.every((slab) => tallness(slab) <= height)) return [id, note];
    changed = true;
    return [id, { ...note, slabs: partItems(note.slabs, height, diagnostics).filter((item) => item.kind === 'slab') }];
  }));
  return changed ? parted : notes;
}

function partItems(items: readonly FlowItem[], height: number, diagnostics: Diagnostics): readonly FlowItem[] {
  const open: FrameOpen[] = [];
  let changed = false;
  const parted = items.flatMap((item): readonly FlowItem[] => {
    if (item.kind === 'open') open.push(item);
    else if (item.kind === 'close') open.pop();
    else if (item.kind === 'columns') {
      const inner = partItems(item.galley, height * PART, diagnostics);
      if (inner !== item.galley) { changed = true; return [{ ...item, galley: inner }]; }
    } else if (item.kind === 'slab' || item.kind === 'float') {
      const slab = item.kind === 'float' ? item.slab : item;
      const room = height - open.reduce((sum, { onContinue, onBreak }) => sum + (onContinue?.height ?? 0) + (onBreak?.height ?? 0), 0);
      if (tallness(slab) <= room + 0.001) return [item];
      const parts = partSlab(slab, Math.max(room, height / 4) * PART);
      if (parts.length < 2) return [item];
      changed = true;
      diagnostics.warning('layout-overflow', slab.span, 'This is taller than a page; it goes on overleaf.', 'Make it shorter, or part it in two.');
      return parts.flatMap((part, index): FlowItem[] => (index === 0 ? [part] : [{ kind: 'penalty', rules: [], span: part.span }, { kind: 'space', height: 0 }, part]));
    }
    return [item];
  });
  return changed ? parted : items;
}

const tallness = (slab: Slab): number => Math.max(slab.height, slab.side?.height ?? 0) + (slab.atPageTop ?? 0);

interface Extent { readonly item: Placed; readonly top: number; readonly bottom: number }

function partSlab(slab: Slab, most: number): Slab[] {
  const extents = slab.content.map(extentOf);
  // What may not be cut through: lines and pictures, in the order of their ends.
  const solid = extents.filter(({ item }) => item.kind !== 'path').sort((a, b) => a.bottom - b.bottom);
  const cuts: number[] = [];
  let start = 0;
  for (const { top, bottom } of solid) {
    if (bottom - start <= most || top <= start) continue;
    start = top;
    cuts.push(top);
  }
  if (cuts.length === 0) return [slab];
  const edges = [0, ...cuts, Math.max(slab.height, (cuts.at(-1) ?? 0) + 1)];
  const left = new Set(slab.notes);
  return edges.slice(0, -1).map((from, index): Slab => {
    const to = edges[index + 1] ?? from;
    const first = index === 0, last = index === edges.length - 2;
    const content = extents.flatMap(({ item, top, bottom }) => partOf(item, top, bottom, from, to, first, last)).map((item) => move(item, 0, -from));
    const notes = content.flatMap((item) => (item.kind === 'line' ? item.line.notes : [])).filter((id) => left.delete(id));
    const height = Math.max(to - from, ...content.map((item) => (item.kind === 'line' ? item.y + BELOW * item.size : 0)));
    return {
      kind: 'slab', height, content, notes: last ? [...notes, ...left] : notes, span: content.find((item) => item.kind === 'line')?.line.span ?? slab.span,
      anchor: first ? slab.anchor : 0, anchors: first ? slab.anchors : [], lines: slab.lines,
      ...(first && slab.atPageTop !== undefined ? { atPageTop: slab.atPageTop } : {}), ...(slab.side ? { side: { height } } : {}),
      ...(last && slab.heading ? { heading: true } : {}),
    };
  });
}

function extentOf(item: Placed): Extent {
  if (item.kind === 'line') {
    const objects = item.line.objects.reduce((most, object) => Math.max(most, object.height), 0);
    return { item, top: item.y - Math.max(objects, ABOVE * item.size), bottom: item.y + BELOW * item.size };
  }
  if (item.kind === 'picture') return { item, top: item.y, bottom: item.y + item.height };
  let top = Infinity, bottom = -Infinity;
  for (const segment of item.path) {
    if (segment[0] === 'Z') continue;
    for (let at = 2; at < segment.length; at += 2) {
      top = Math.min(top, segment[at] as number);
      bottom = Math.max(bottom, segment[at] as number);
    }
  }
  return { item, top: Math.min(top, bottom), bottom };
}

/** Lines and pictures stand where they begin (a line beside others on its baseline's side of the cut); strokes and grounds are cut through. */
function partOf(item: Placed, top: number, bottom: number, from: number, to: number, first: boolean, last: boolean): Placed[] {
  const at = item.kind === 'line' ? item.y - 0.01 : top;
  if (item.kind !== 'path') return (at >= from || first) && (at < to || last) ? [item] : [];
  if ((bottom < from && !first) || (top >= to && !last)) return [];
  if (top >= from && bottom <= to) return [item];
  // The end of one part is not the beginning of the next.
  if (bottom - from < 0.01 && !first) return [];
  const clamp = (y: number): number => Math.max(first ? -Infinity : from, Math.min(last ? Infinity : to, y));
  return [{
    ...item, path: item.path.map((segment) => {
      if (segment[0] === 'Z') return segment;
      if (segment[0] === 'C') return ['C', segment[1], clamp(segment[2]), segment[3], clamp(segment[4]), segment[5], clamp(segment[6])];
      return [segment[0], segment[1], clamp(segment[2])];
    }),
  }];
}
