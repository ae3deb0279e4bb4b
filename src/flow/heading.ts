// Heading → its lines: in the side column level with its text, above the text, or as a chapter's opening.
import type { Heading } from '../document/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import type { Slab } from './item.ts';
import { disc } from './drawing.ts';
import { move } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode, TagRole } from './tag.ts';

/** A heading taller than this part of the page is none. */
const TALLEST = 0.5;

/** A heading before columns stands at their left edge; `first` is true where nothing stands above it in its galley. */
export function flowHeading(block: Heading, context: BlockContext, beforeColumns: boolean, first: boolean): FlowedBlock {
  const style = headingStyle(block, context);
  const { headings } = context.theme.components;
  const { side, full } = context.zone;
  const tags = [headingTag(block, context)];
  const inSide = side !== undefined && headings.side.includes(block.level) && context.heading === undefined;
  if (headingSlab(block, context, style, inSide && side ? side : context.zone, false).height > context.theme.master.area.height * TALLEST) {
    // No heading but a slip of the pen: set like a paragraph, so that it may go on overleaf.
    return { items: [context.paragraph(block.id, block.span, block.children, style, { anchors: [block.anchor] })], tags, ...context.spacing(style), snap: context.onGrid };
  }
  if (side && headings.side.includes(block.level) && context.heading === undefined) {
    return { items: [], tags, ...context.spacing(style), snap: context.onGrid, keepWithNext: 'heading', sideHeading: headingSlab(block, context, style, side, true) };
  }
  // Within a list, a quote, columns it opens nothing: there is no new page to open.
  if (block.level === 1 && context.opening && context.depth === 0) return openChapter(block, context, style, first);
  const wide = block.level === 1 || (beforeColumns && headings.wideBeforeColumns.includes(block.level));
  const slab = headingSlab(block, context, style, wide ? full : context.zone, false);
  return {
    items: [slab], tags, ...context.spacing(style), snap: context.onGrid, keepWithNext: 'heading',
    ...(block.level === 1 && context.depth === 0 && !first ? { force: 'page' } : {}),
  };
}

function headingStyle(block: Heading, context: BlockContext): RoleStyle {
  if (context.heading !== undefined) return context.style(context.heading);
  return context.style(`heading-${block.level}`);
}

export function headingTag(block: Heading, context: BlockContext): TagNode {
  return context.tag(block.id, `H${block.rank}` as TagRole, block.span, context.inlineTags(block.children));
}

function headingSlab(block: Heading, context: BlockContext, style: RoleStyle, stretch: Stretch, inSide: boolean): Slab {
  const item = context.paragraph(block.id, block.span, block.children, style, { x: stretch.x, width: stretch.width, keep: true });
  const slabs = item.alternatives[0]?.slabs ?? [];
  const content = slabs.flatMap((slab, index) => slab.content.map((placed) =>
    (placed.kind === 'line' ? { ...placed, y: placed.y + index * style.leading } : placed)));
  const height = slabs.length * style.leading;
  const wide = context.zone.side !== undefined && stretch.x < context.zone.x;
  return {
    kind: 'slab', height, content, anchor: slabs[0]?.anchor ?? 0, anchors: [block.anchor], lines: 0, heading: true, span: block.span,
    notes: slabs.flatMap((slab) => slab.notes), ...(inSide || wide ? { side: { height } } : {}),
  };
}

/** A chapter's title on its own new page, at the template's place, under one disc a chapter. */
function openChapter(block: Heading, context: BlockContext, style: RoleStyle, first: boolean): FlowedBlock {
  const { opening, contents } = context.theme.components;
  const { area } = context.theme.master;
  const plain = headingSlab(block, context, style, opening.zone === 'full' ? context.zone.full : context.zone, false);
  if (context.opening?.contents && contents.title > 0) {
    const lower = contents.title - area.y - plain.anchor;
    const height = Math.max(contents.first - area.y, plain.height + lower);
    const title: Slab = { ...plain, height, anchor: plain.anchor + lower, content: plain.content.map((placed) => move(placed, 0, lower)), ...(plain.side ? { side: { height } } : {}) };
    return { items: [title], tags: [headingTag(block, context)], before: 0, after: 0, rise: 0, snap: false, keepWithNext: 'heading', ...(first ? {} : { force: 'page' }) };
  }
  const down = opening.title > 0 ? Math.max(0, opening.title - area.y - plain.anchor) : 0;
  const height = plain.height + down;
  const slab: Slab = {
    ...plain, height, anchor: plain.anchor + down, content: [...chapterDiscs(context), ...plain.content.map((placed) => move(placed, 0, down))],
    ...(plain.side ? { side: { height } } : {}),
  };
  return {
    items: [slab], tags: [headingTag(block, context)], ...context.spacing(style), snap: false, keepWithNext: 'heading', ...(first ? {} : { force: 'page' }),
  };
}

/**
 * One disc a chapter from margin to margin, the current one larger but never out of the margin. Of more chapters than discs
 * that can be told apart, as many as can stand for them all: else a book's discs would be the square of its chapters.
 */
function chapterDiscs(context: BlockContext): readonly Placed[] {
  const { discs } = context.theme.components.opening;
  const { opening, theme: { master: { area } }, zone: { full } } = context;
  if (!discs || !opening || opening.count < 1) return [];
  const count = Math.min(opening.count, Math.max(2, Math.floor(full.width / (2 * discs.size))));
  const index = opening.count > count ? Math.round((opening.index * (count - 1)) / (opening.count - 1)) : opening.index;
  const left = full.x + discs.size / 2;
  const step = count > 1 ? (full.width - discs.size) / (count - 1) : 0;
  return Array.from({ length: count }, (_, at) => {
    const current = at === index;
    const inset = ((current ? discs.current : discs.size) - discs.size) / 2;
    const x = Math.min(Math.max(left + at * step, left + inset), full.x + full.width - discs.size / 2 - inset);
    return disc(x, discs.y - area.y, current ? discs.current : discs.size, discs.colour);
  });
}
