// A chapter → its galley, its part of the structure tree.
import { plainText, type Chapter } from '../document/index.ts';
import type { BlockContext } from './builder.ts';
import { chapterAnchor } from './contents.ts';
import type { FlowItem, Galley } from './item.ts';
import { flowNotes } from './notes.ts';
import type { TagNode } from './tag.ts';

export function flowChapter(chapter: Chapter, index: number, context: BlockContext): { galley: Galley; tag: TagNode } {
  const flowed = context.flowBlocks(chapter.blocks);
  const notes = flowNotes(chapter, context);
  const title = plainText(chapter.title ?? []).trim();
  const galley: Galley = {
    items: withAnchor(flowed.items, chapterAnchor(chapter)), notes: notes.items, chapter: index, bare: false, span: chapter.span,
    startOn: chapter.startOn ?? (index === 0 || opensPage(chapter) ? 'page' : 'same'), ...(title === '' ? {} : { title }),
  };
  return { galley, tag: context.tag(chapter.id, 'Part', chapter.span, [...flowed.tags, ...notes.tags]) };
}

/** A file without a title of its own goes on where the one before it ended. */
const opensPage = (chapter: Chapter): boolean =>
  chapter.title !== undefined || chapter.blocks.some((block) => block.kind === 'heading' && block.level === 1);

/** The chapter's own destination at its first ink. */
function withAnchor(items: readonly FlowItem[], anchor: string): readonly FlowItem[] {
  let done = false;
  return items.map((item): FlowItem => {
    if (done) return item;
    if (item.kind === 'slab') { done = true; return { ...item, anchors: [anchor, ...item.anchors] }; }
    if (item.kind === 'float') { done = true; return { ...item, slab: { ...item.slab, anchors: [anchor, ...item.slab.anchors] } }; }
    if (item.kind === 'columns') { done = true; return { ...item, galley: withAnchor(item.galley, anchor) }; }
    if (item.kind !== 'paragraph') return item;
    done = true;
    return { ...item, alternatives: item.alternatives.map((alternative) => {
      const [first, ...rest] = alternative.slabs;
      return first ? { ...alternative, slabs: [{ ...first, anchors: [anchor, ...first.anchors] }, ...rest] } : alternative;
    }) };
  });
}
