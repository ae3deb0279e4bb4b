// A chapter → its galleys, one for each `#`, and its part of the structure tree.
import { plainText, type Block, type Chapter, type Inline } from '../document/index.ts';
import type { BlockContext } from './builder.ts';
import { chapterAnchor } from './contents.ts';
import type { FlowItem, Galley } from './item.ts';
import { flowNotes } from './notes.ts';
import type { TagNode } from './tag.ts';

/** What stands under one `#`: a file may hold several, each with its own place in the row of openings and its own foot. */
export interface ChapterPart { readonly blocks: readonly Block[]; readonly title: readonly Inline[] | undefined; readonly opens: boolean; readonly contents: boolean }

export function partsOf(chapter: Chapter): readonly ChapterPart[] {
  const parts: { blocks: Block[]; title: readonly Inline[] | undefined; opens: boolean }[] = [{ blocks: [], title: chapter.title, opens: false }];
  for (const block of chapter.blocks) {
    const last = parts[parts.length - 1];
    if (!last) break;
    if (block.kind !== 'heading' || block.level !== 1) last.blocks.push(block);
    else if (!last.opens && last.blocks.length === 0) { last.blocks.push(block); last.opens = true; last.title ??= block.children; }
    else parts.push({ blocks: [block], title: block.children, opens: true });
  }
  return parts.map((part) => ({ ...part, contents: part.opens && part.blocks.length === 2 && part.blocks[1]?.kind === 'toc' }));
}

/** Each part in its own surroundings: its place in the row of openings. */
export function flowChapter(
  chapter: Chapter, index: number, parts: readonly { readonly part: ChapterPart; readonly context: BlockContext }[],
): { galleys: readonly Galley[]; tag: TagNode } {
  const context = parts[0]?.context;
  if (!context) throw new Error('A chapter has at least one part.');
  const flowed = parts.map((entry) => entry.context.flowBlocks(entry.part.blocks));
  const notes = flowNotes(chapter, context);
  const galleys = parts.map(({ part }, at): Galley => {
    const title = plainText(part.title ?? []).trim();
    const items = flowed[at]?.items ?? [];
    return {
      items: at === 0 ? withAnchor(items, chapterAnchor(chapter)) : items, notes: notes.items, chapter: index, bare: false, span: part.blocks[0]?.span ?? chapter.span,
      startOn: at > 0 ? 'page' : chapter.startOn ?? (index === 0 || chapter.title !== undefined || part.opens ? 'page' : 'same'),
      ...(title === '' ? {} : { title }),
    };
  });
  return { galleys, tag: context.tag(chapter.id, 'Part', chapter.span, [...flowed.flatMap(({ tags }) => tags), ...notes.tags]) };
}

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
