// Title, edition, date and number of pages → the cover, as one slab that is the whole page.
import type { Document, Span } from '../document/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { BlockContext } from './builder.ts';
import { PAGE_UNKNOWN } from './context.ts';
import { disc } from './drawing.ts';
import type { Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import { warnOfPixels } from './resolution.ts';
import type { TagNode } from './tag.ts';

export function coverSlab(document: Document, context: BlockContext, pages: number | undefined, span: Span): { slab: Slab; tag: TagNode; fits: boolean } {
  const { cover } = context.theme.components;
  const { area } = context.theme.master;
  const { full } = context.zone;
  const content: Placed[] = [];
  const tags: TagNode[] = [];
  let fits = true;
  /** Text whose first baseline is `y` from the page's top. */
  const put = (id: string, value: string, style: RoleStyle, x: number, width: number, y: number, end: number, role: 'P' | 'Title' = 'P'): void => {
    const text = context.text(value, style, x, width, span, { tag: id });
    content.push(...moveAll(text.content, 0, y - text.baseline));
    fits &&= text.content.length <= 2 || y + text.height - style.leading <= end;
    tags.push(context.tag(id, role, span));
  };
  if (document.organisation !== undefined) put('cover/organisation', document.organisation, context.style('cover-organisation'), full.x, full.width, cover.organisation, cover.title > cover.organisation ? cover.title : area.y + area.height);
  const picture = coverPicture(document, context, span);
  const bottom = picture || cover.discs ? (picture ? cover.picture : cover.discs?.y ?? cover.rule.y) : cover.rule.y;
  put('cover/title', document.title, fittingTitle(document.title, context, span, bottom), full.x, full.width, cover.title, bottom, 'Title');
  if (picture) { content.push(picture.placed); tags.push(...picture.tags); } else content.push(...coverDiscs(context));
  content.push(context.rule(full.x, full.width, cover.rule.y, cover.rule.stroke));
  const label = pages === 1 ? context.labels.onePage : context.labels.pages;
  const facts: readonly (readonly [string, string | undefined, RoleStyle])[] = [
    ['cover/edition', document.edition, context.style('cover-edition')],
    ['cover/date', document.date === undefined ? undefined : context.date(document.date), context.style('cover-fact')],
    ['cover/pages', context.fill(label, { pages: pages === undefined ? PAGE_UNKNOWN : String(pages) }), context.style('cover-fact')],
  ];
  facts.forEach(([id, value, style], index) => {
    const x = cover.factXs[index] ?? full.x;
    const end = cover.factXs[index + 1] ?? full.x + full.width;
    if (value !== undefined) put(id, value, style, x, end - x, cover.facts, context.theme.master.height);
  });
  const slab = context.slab(area.height, moveAll(content, 0, -area.y), { span, side: area.height });
  return { slab, tag: context.tag('cover', 'Sect', span, tags), fits };
}

/** Smaller by the template's step until each word fits the width and the lines end above what stands below. */
function fittingTitle(title: string, context: BlockContext, span: Span, bottom: number): RoleStyle {
  const { cover } = context.theme.components;
  const { full } = context.zone;
  const style = context.style('cover-title');
  for (let size = style.size; ; size -= Math.max(cover.titleStep, 0.5)) {
    const part = size / style.size;
    const tried: RoleStyle = { ...style, size, leading: style.leading * part, tracking: style.tracking * part };
    if (size <= cover.titleSmallest) return tried;
    const text = context.text(title, tried, full.x, full.width, span);
    const last = cover.title + text.height - tried.leading;
    const wide = text.content.some(({ line }) => line.x + line.width > full.width + 0.01 || line.hyphenated);
    if (!wide && last + tried.leading / 2 <= bottom) return tried;
  }
}

function coverPicture(document: Document, context: BlockContext, span: Span): { placed: Placed; tags: readonly TagNode[] } | undefined {
  const image = document.cover?.image;
  const artwork = image && context.picture(image.file);
  if (!image || !artwork || artwork.width <= 0 || artwork.height <= 0) return undefined;
  const { cover } = context.theme.components;
  const { full } = context.zone;
  const scale = Math.min(full.width / artwork.width, cover.pictureHeight / artwork.height);
  warnOfPixels({ source: image.file.replace(/^.*[\\/]/, ''), span: image.span }, artwork, artwork.width * scale, context.diagnostics);
  const id = 'cover/picture';
  const placed: Placed = {
    kind: 'picture', x: full.x, y: cover.picture, width: artwork.width * scale, height: artwork.height * scale, picture: image.file, role: 'picture', span,
    ...(image.alt === '' ? {} : { tag: id }),
  };
  return { placed, tags: image.alt === '' ? [] : [context.tag(id, 'Figure', image.span, [], { alt: image.alt })] };
}

/** Discs that grow to the right and upward; decoration. */
function coverDiscs(context: BlockContext): readonly Placed[] {
  const { discs } = context.theme.components.cover;
  if (!discs) return [];
  const placed: Placed[] = [];
  const part = (index: number, count: number): number => (count > 1 ? index / (count - 1) : 0);
  for (let row = 0; row < discs.rows; row += 1) {
    for (let column = 0; column < discs.columns; column += 1) {
      const along = part(column, discs.columns);
      const t = discs.across * along + discs.down * part(discs.rows - 1 - row, discs.rows);
      const size = Math.round((discs.least + discs.growth * t ** discs.power) * 1000) / 1000;
      const x = discs.x + discs.step * column - discs.pull * (1 - along);
      placed.push(disc(x, discs.y + discs.step * row, size, discs.colour));
    }
  }
  return placed;
}
