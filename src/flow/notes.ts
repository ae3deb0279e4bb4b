// A chapter's notes → what stands at the foot of the pages of their marks, and their structure elements.
import type { Chapter, NodeId, Note } from '../document/index.ts';
import type { BlockContext, PathSegment } from './builder.ts';
import { plainInlines } from './context.ts';
import { rectangle } from './drawing.ts';
import { noteAnchor } from './inline-tags.ts';
import type { FlowItem, FrameOpen, NoteItem, Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

export interface FlowedNotes { readonly items: ReadonlyMap<NodeId, NoteItem>; readonly tags: readonly TagNode[] }

export function flowNotes(chapter: Chapter, context: BlockContext): FlowedNotes {
  const items = new Map<NodeId, NoteItem>();
  const tags: TagNode[] = [];
  const hang = hangOf(chapter.notes, context);
  chapter.notes.forEach((note, index) => {
    const { slabs, tag } = flowNote(note, String(index + 1), hang, context);
    items.set(note.id, { id: note.id, slabs });
    tags.push(tag);
  });
  return { items, tags };
}

function hangOf(notes: readonly Note[], context: BlockContext): number {
  const { hang } = context.theme.components.footnotes;
  const last = notes[notes.length - 1];
  if (!last) return hang;
  const style = context.style('footnote-number');
  return Math.max(hang, context.typesetter.extent(plainInlines(String(notes.length), last.span), style, context.inline).max + style.size / 3);
}

/** Of the room that the template gives notes: the rule over them and the lines that lead to a picture take the rest. */
const HIGHEST = 0.83;

function flowNote(note: Note, number: string, hang: number, context: BlockContext): { slabs: readonly Slab[]; tag: TagNode } {
  const { zone } = context;
  const stretch = { x: zone.x + hang, width: zone.width - hang };
  const body = context.style('footnote');
  const inner = context.within({ zone: { ...stretch, full: stretch }, body, onGrid: false, depth: context.depth + 1, listDepth: 0, heading: 'box-heading', highest: context.theme.master.area.height * context.theme.components.footnotes.most * HIGHEST });
  const flowed = inner.flowBlocks(note.children);
  const labelId = `${note.id}/label`;
  const label = context.text(number, context.style('footnote-number'), zone.x, hang, note.span, { tag: labelId });
  const slabs = slabsOf(flowed.items);
  // What ends in a rule or a picture would touch the next note.
  const [end, ending] = [slabs[slabs.length - 1], note.children[note.children.length - 1]];
  if (end && ending && ending.kind !== 'paragraph' && ending.kind !== 'list') slabs[slabs.length - 1] = { ...end, height: end.height + body.leading / 2 };
  const [first, ...rest] = slabs.length > 0 ? slabs : [context.slab(body.leading, [], { span: note.span, anchor: body.leading })];
  const lines = first ? [{ ...first, content: [...moveAll(label.content, 0, first.anchor - label.baseline), ...first.content], anchors: [noteAnchor(note.id), ...first.anchors] }, ...rest] : [];
  const tag = context.tag(note.id, 'Note', note.span, [context.tag(labelId, 'Lbl', note.span), ...flowed.tags.map(withoutHeadings)]);
  return { slabs: lines, tag };
}

/** A heading in a note is none of the chapter's: a paragraph (PDF/UA-2 has no heading in a note). */
function withoutHeadings(tag: TagNode): TagNode {
  return { ...tag, role: /^H[1-6]$/.test(tag.role) ? 'P' : tag.role, children: tag.children.map(withoutHeadings) };
}

/** Items as slabs without space between: space becomes the upper part of the slab below it, and a bar beside them is cut up among them. */
function slabsOf(items: readonly FlowItem[]): Slab[] {
  const slabs: Slab[] = [];
  const open: { readonly frame: FrameOpen; readonly from: number; /** Space over its first slab, which is not its own. */ over: number }[] = [];
  let space = 0;
  const add = (slab: Slab): void => {
    const over = slabs.length === 0 ? 0 : space;
    for (const entry of open) if (entry.from === slabs.length) entry.over = over;
    slabs.push(over === 0 ? slab : { ...slab, height: slab.height + over, anchor: slab.anchor + over, content: moveAll(slab.content, 0, over) });
    space = 0;
  };
  for (const item of items) {
    if (item.kind === 'slab') add(item);
    else if (item.kind === 'float') add(item.slab);
    else if (item.kind === 'paragraph') for (const slab of item.alternatives[0]?.slabs ?? []) add(slab);
    else if (item.kind === 'space') space = Math.max(space, item.height);
    else if (item.kind === 'columns') for (const slab of slabsOf(item.galley)) add({ ...slab, content: moveAll(slab.content, item.xs[0] ?? 0, 0) });
    else if (item.kind === 'open') open.push({ frame: item, from: slabs.length, over: 0 });
    else if (item.kind === 'close') {
      const entry = open.pop();
      if (entry?.frame.beside && entry.from < slabs.length) cutBeside(slabs, entry.frame.beside, entry.from, entry.over);
    }
  }
  return slabs;
}

/** Each slab gets its part of what stands beside them all: a note may be cut between any two. */
function cutBeside(slabs: Slab[], beside: NonNullable<FrameOpen['beside']>, from: number, over: number): void {
  const heights = slabs.slice(from).map(({ height }) => height);
  const strokes = beside(over, heights.reduce((sum, height) => sum + height, 0), true, true).flatMap((placed) => (placed.kind === 'path' ? [{ placed, box: boxOf(placed.path) }] : []));
  let top = 0;
  heights.forEach((height, index) => {
    const slab = slabs[from + index];
    const [first, last] = [index === 0, index === heights.length - 1];
    const parts = strokes.flatMap(({ placed, box }): Placed[] => {
      const [y0, y1] = [first ? box.top : Math.max(box.top, top), last ? box.bottom : Math.min(box.bottom, top + height)];
      return y1 > y0 ? [{ ...placed, path: rectangle(box.left, y0 - top, box.right - box.left, y1 - y0) }] : [];
    });
    if (slab && parts.length > 0) slabs[from + index] = { ...slab, content: [...parts, ...slab.content] };
    top += height;
  });
}

function boxOf(path: readonly PathSegment[]): { left: number; right: number; top: number; bottom: number } {
  const points = path.flatMap((segment) => (segment[0] === 'M' || segment[0] === 'L' ? [[segment[1], segment[2]] as const] : []));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
