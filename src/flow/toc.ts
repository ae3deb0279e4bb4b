// What the contents list → their lines, page numbers right-aligned, titles wrapped clear of them, dotted where the template says.
import type { NodeId, Span, Toc } from '../document/index.ts';
import type { Role } from '../theme/index.ts';
import type { BlockContext, ContentsChapter, ContentsEntry, FlowedBlock } from './builder.ts';
import { PAGE_UNKNOWN } from './context.ts';
import { EMPTY } from './join.ts';
import type { FlowItem, Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed, PlacedLine } from './placed.ts';
import type { TagNode } from './tag.ts';

/** `::toc` where it stands; its heading is the manuscript's. */
export function flowTocBlock(block: Toc, context: BlockContext): FlowedBlock {
  if (context.contents.length === 0) return EMPTY;
  const { items, tag } = setContents(context, block.id, block.span);
  const rise = context.theme.distances === 'baselines' ? context.body.leading : 0;
  return { items, tags: [tag], before: context.body.before, after: context.body.after + rise, rise, snap: false };
}

/** `owner` names the contents in ids: there may be several. */
export function setContents(context: BlockContext, owner: NodeId, span: Span): { items: readonly FlowItem[]; tag: TagNode } {
  const items: FlowItem[] = [];
  const tags: TagNode[] = [];
  for (const chapter of context.contents) {
    if (items.length > 0) items.push({ kind: 'space', height: context.theme.components.contents.entry });
    const set = setChapter(chapter, context, owner);
    items.push(...set.items);
    tags.push(...set.tags);
  }
  const { rule } = context.theme.components.contents;
  if (rule) items.push(context.slab(rule.width, [context.rule(context.zone.full.x, context.zone.full.width, 0, rule)], { span }));
  return { items, tag: context.tag(`${owner}/toc`, 'TOC', span, tags) };
}

interface Row { readonly content: readonly Placed[]; readonly height: number; readonly tag: TagNode; readonly span: Span; readonly title: boolean }

function setChapter(chapter: ContentsChapter, context: BlockContext, owner: NodeId): { items: readonly FlowItem[]; tags: readonly TagNode[] } {
  const { contents } = context.theme.components;
  const { zone } = context;
  const beside = contents.chapters === 'side' && zone.side !== undefined;
  const rows: Row[] = [];
  const titled = chapter.title.length > 0;
  let sideTitle: { content: readonly PlacedLine[]; height: number } | undefined;
  const linkId = `${owner}/${chapter.id}/link`;
  if (titled && beside && zone.side) {
    sideTitle = context.text(chapter.title, context.style('toc-chapter'), zone.side.x, zone.side.width, chapter.span, { tag: linkId });
    if (chapter.entries.length === 0) {
      const number = pageNumber(chapter.anchor, 'toc-chapter-page', context, linkId, chapter.span);
      rows.push({ content: number.content, height: number.height, tag: linkTag(linkId, chapter, context), span: chapter.span, title: true });
    }
  } else if (titled) rows.push(setRow(chapter, 0, 'toc-chapter', 'toc-chapter-page', context, linkId));
  const titleTag = titled ? rows[0]?.title ? rows[0].tag : linkTag(linkId, chapter, context) : undefined;
  for (const entry of chapter.entries) {
    const level = beside ? entry.level - 1 : titled ? entry.level : entry.level - 1;
    rows.push(setRow(entry, level, 'toc-entry', 'toc-entry-page', context, `${owner}/${entry.id}/link`));
  }
  const items = rowsToItems(rows, sideTitle, chapter.span, context);
  const nested = rows.filter(({ title }) => !title).map(({ tag, span }) => context.tag(`${tag.id}/item`, 'TOCI', span, [tag]));
  if (!titleTag) return { items, tags: nested };
  const inner = nested.length > 0 ? [context.tag(`${linkId}/toc`, 'TOC', chapter.span, nested)] : [];
  return { items, tags: [context.tag(`${linkId}/item`, 'TOCI', chapter.span, [titleTag, ...inner])] };
}

/** A title and its page number; both are the link. */
function setRow(entry: ContentsChapter | ContentsEntry, level: number, role: Role, pageRole: Role, context: BlockContext, id: NodeId): Row {
  const { contents } = context.theme.components;
  const { zone } = context;
  const x = zone.x + level * contents.indent;
  const text = context.text(entry.title, context.style(role), x, zone.x + zone.width - contents.numbers - x, entry.span, { tag: id });
  const number = pageNumber(entry.anchor, pageRole, context, id, entry.span);
  const dy = text.height - context.style(role).leading;
  const numberLines = moveAll(number.content, 0, Math.max(0, dy));
  const dots = contents.dotted ? leader(text.content, numberLines, context) : [];
  return {
    content: [...text.content, ...dots, ...numberLines], height: Math.max(text.height, number.height),
    tag: linkTag(id, entry, context), span: entry.span, title: 'entries' in entry,
  };
}

function linkTag(id: NodeId, entry: ContentsChapter | ContentsEntry, context: BlockContext): TagNode {
  const link = context.tag(id, 'Link', entry.span, [], { link: { anchor: entry.anchor }, alt: plain(entry) });
  return context.tag(`${id}/reference`, 'Reference', entry.span, [link], { ref: entry.id });
}

const plain = (entry: ContentsChapter | ContentsEntry): string => {
  const words = (inlines: ContentsEntry['title']): string => inlines.map((inline) =>
    ('value' in inline ? inline.value : 'children' in inline ? words(inline.children) : '')).join('');
  return words(entry.title).trim();
};

function pageNumber(anchor: string, role: Role, context: BlockContext, tag: NodeId, span: Span): { content: readonly PlacedLine[]; height: number } {
  const { numbers } = context.theme.components.contents;
  const { zone } = context;
  const text = String(context.pageOf(anchor) ?? PAGE_UNKNOWN);
  return context.text(text, context.style(role), zone.x + zone.width - numbers, numbers, span, { tag, align: 'right' });
}

/** Dots between title and number, each at a multiple of the step from the right edge, so that they stand under each other. */
function leader(title: readonly PlacedLine[], number: readonly Placed[], context: BlockContext): readonly Placed[] {
  const { dot } = context.theme.components.contents;
  const last = title[title.length - 1];
  const page = number[0];
  if (!last || page?.kind !== 'line') return [];
  const right = context.zone.x + context.zone.width;
  const from = last.x + last.line.x + last.line.width + dot.gap;
  const to = page.x + page.line.x - dot.gap;
  const first = right - Math.ceil((right - to) / dot.step) * dot.step;
  if (first < from) return [];
  const y = last.y - dot.size / 2;
  // A line of dashes without length and with round ends: a circle a dot would be half of what a long contents page weighs.
  return [{
    kind: 'path', role: 'leader', path: [['M', first, y], ['L', Math.min(from, first - dot.step / 2), y]],
    stroke: { colour: context.style('toc-entry').colour, width: dot.size, dash: [0, dot.step], cap: 'round' },
  }];
}

function rowsToItems(rows: readonly Row[], sideTitle: { content: readonly PlacedLine[]; height: number } | undefined, span: Span, context: BlockContext): readonly FlowItem[] {
  const { contents } = context.theme.components;
  const { full } = context.zone;
  const rise = context.theme.distances === 'baselines' && !contents.rule ? -context.style('toc-entry').leading * context.theme.depth : 0;
  const total = rows.reduce((sum, row) => sum + row.height, 0);
  const items: FlowItem[] = [];
  rows.forEach((row, index) => {
    const first = index === 0;
    const last = index === rows.length - 1;
    const top = first ? contents.padding : 0;
    const height = top + row.height + (last ? contents.padding + Math.max(0, (sideTitle?.height ?? 0) - total) : 0);
    const content = [
      ...(first && contents.rule ? [context.rule(full.x, full.width, 0, contents.rule)] : []),
      ...(first && sideTitle ? moveAll(sideTitle.content, 0, top) : []), ...moveAll(row.content, 0, top + rise),
    ];
    const slab: Slab = context.slab(height, content, { span: row.span, lines: 1, ...(first && sideTitle ? { side: top + sideTitle.height } : {}) });
    if (!first) items.push({ kind: 'penalty', rules: [rows[0]?.title === true && index === 1 ? 'heading' : 'tornList'], span }, { kind: 'space', height: contents.entry });
    items.push(slab);
  });
  return items;
}
