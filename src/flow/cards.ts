// Cards → rows of equal height, side by side: rule, picture, bold line, text, address. A row never breaks.
import type { Block, Link, Cards, Inline, ListItem, PictureRef } from '../document/index.ts';
import type { Artwork } from '../pictures/index.ts';
import { addressLink, hiddenLinks } from './address.ts';
import { flowFallback } from './fallback.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { rectangle } from './drawing.ts';
import type { FlowItem } from './item.ts';
import { isComponent, LEAST_ASKED_EMS, LEAST_EMS } from './kinds.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import { warnOfPixels } from './resolution.ts';
import type { TagNode } from './tag.ts';

export function flowCards(block: Cards, context: BlockContext): FlowedBlock {
  const { cards } = context.theme.components;
  const { zone } = context;
  const places = placesOf(block, context);
  const items: FlowItem[] = [];
  const tags: TagNode[] = [];
  for (let from = 0; from < block.items.length; from += places.length) {
    const row = block.items.slice(from, from + places.length);
    // Pictures of a row stand on one line, so that the words below begin level.
    const tallest = Math.max(0, ...row.map((item, index) => pictureOf(item, places[index] ?? zone, context)?.height ?? 0));
    const set = row.map((item, index) => setCard(item, places[index] ?? zone, tallest, context));
    const height = Math.max(...set.map((card) => card.height)) + cards.below;
    const content = set.flatMap((card) => [...edges(card.stretch, height, context), ...card.content]);
    if (items.length > 0) items.push({ kind: 'penalty', rules: [], span: block.span }, { kind: 'space', height: cards.rows, ...(context.onGrid && context.theme.master.grid ? { snap: context.theme.master.grid.step } : {}) });
    const wide = (places[0] ?? zone).x < zone.x - 0.01;
    items.push(context.slab(height, content, { span: row[0]?.span ?? block.span, anchor: context.halfLine, ...(wide ? { side: height } : {}) }));
    tags.push(...set.map((card) => card.tag));
  }
  const list = context.tag(block.id, 'L', block.span, tags, { listNumbering: 'None' });
  return flowFallback(block.before, { items, tags: [list], ...context.componentSpacing(cards), snap: context.onGrid }, block.span, context);
}

/** Left edges and width of a row: the template's in the running text where the sheet has room for them, equal shares of the measure elsewhere. */
function placesOf(block: Cards, context: BlockContext): Stretch[] {
  const { cards } = context.theme.components;
  const { zone } = context;
  const outer = cards.one === 'full' ? zone.full : zone;
  const least = (block.columns === undefined ? LEAST_EMS : LEAST_ASKED_EMS) * context.style('card').size + 2 * cards.inset;
  const most = Math.max(1, Math.floor((outer.width + cards.gutter) / (least + cards.gutter)));
  const asked = Math.max(1, Math.min(4, block.columns ?? block.items.length));
  const row = (count: number, x: number, width: number): Stretch[] => Array.from({ length: count }, (_, index) => ({ x: x + index * (width + cards.gutter), width }));
  if (context.depth === 0 && asked > 1) {
    const [x = zone.x, width = zone.width] = asked === 2 ? cards.two : asked === 3 ? cards.three : cards.four;
    // A template that inherits these measures may have a narrower sheet.
    if (x >= zone.full.x - 0.01 && x + asked * (width + cards.gutter) - cards.gutter <= zone.full.x + zone.full.width + 0.01) return row(asked, x, width);
  }
  const count = Math.min(asked, most);
  return row(count, outer.x, (outer.width - (count - 1) * cards.gutter) / count);
}

function edges(stretch: Stretch, height: number, context: BlockContext): Placed[] {
  const { cards } = context.theme.components;
  const { frame } = cards;
  return [
    ...(frame ? [{ kind: 'path', role: 'box', path: rectangle(stretch.x + frame.width / 2, 0, stretch.width - frame.width, height), stroke: frame } as const] : []),
    ...(cards.rule.width > 0 ? [context.rule(stretch.x, stretch.width, 0, cards.rule)] : []),
  ];
}

interface Card { readonly content: readonly Placed[]; readonly height: number; readonly tag: TagNode; readonly stretch: Stretch }

/** The size of a card's picture: as broad as the card, or as high as the template allows. */
function pictureOf(item: ListItem, stretch: Stretch, context: BlockContext): { width: number; height: number; key: string; id: string; ref: PictureRef; artwork: Artwork } | undefined {
  const { cards } = context.theme.components;
  const { picture } = takePicture(item.children);
  const found = picture && context.artwork(picture.ref);
  if (!found) return undefined;
  const ratio = found.artwork.width / found.artwork.height;
  const height = Math.min(cards.picture, (stretch.width - 2 * cards.inset) / ratio);
  return { height, width: height * ratio, key: found.key, id: picture.id, ref: picture.ref, artwork: found.artwork };
}

function setCard(item: ListItem, stretch: Stretch, tallest: number, context: BlockContext): Card {
  const { cards } = context.theme.components;
  const inside = { x: stretch.x + cards.inset, width: stretch.width - 2 * cards.inset };
  const { blocks } = takePicture(item.children);
  const picture = pictureOf(item, stretch, context);
  const content: Placed[] = [];
  const tags: TagNode[] = [];
  let y = cards.toContent;
  if (picture) {
    const { width, height, key, ref: { alt }, id } = picture;
    warnOfPixels(picture.ref, picture.artwork, width, context.diagnostics);
    content.push({ kind: 'picture', x: inside.x, y: y + tallest - height, width, height, picture: key, role: 'picture', span: item.span, ...(alt === '' ? {} : { tag: id }) });
    if (alt !== '') tags.push(context.tag(id, 'Figure', item.span, [], { alt }));
    y += tallest + cards.pictureGap;
  }
  const body = context.style('card');
  const surroundings = { zone: { ...inside, full: inside }, onGrid: false, depth: context.depth + 1, listDepth: 0, heading: 'card-title' as const };
  let titled = false;
  for (const part of splitTitle(blocks.filter((block) => !bareLink(block)))) {
    const flowed = context.within({ ...surroundings, body: part.title ? context.style('card-title') : body }).flowBlocks(part.blocks);
    const composed = context.compose(flowed.items);
    // Text goes on right under the title; a table, a quote or a box keeps its distance from it.
    if (titled && isComponent(part.blocks[0])) y += flowed.before;
    titled = part.title;
    content.push(...moveAll(composed.content, 0, y));
    y += composed.height + (part.title || composed.height === 0 ? 0 : cards.paragraph);
    tags.push(...flowed.tags);
  }
  const addresses = blocks.flatMap((block) => {
    const bare = bareLink(block);
    return bare ? [{ link: [bare], id: bare.id, span: bare.span }]
      : linksIn(block).map(({ url, id, span }) => ({ link: addressLink(url, `${id}/address`, span, context.theme.components.address.scheme), id, span }));
  });
  for (const { link, id, span } of addresses) {
    const set = context.text(link, context.style('address'), inside.x, inside.width, span, { tag: `${id}/line` });
    content.push(...moveAll(set.content, 0, y + cards.addressGap));
    y += set.height + cards.addressGap;
    tags.push(context.tag(`${id}/line`, 'P', span, context.inlineTags(link)));
  }
  return { content, height: y, stretch, tag: context.tag(item.id, 'LI', item.span, [context.tag(`${item.id}/body`, 'LBody', item.span, tags)]) };
}

/** A paragraph that is an address and nothing else: set as one. */
function bareLink(block: Block): Link | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const [link, more] = block.children.filter((inline) => inline.kind !== 'text' || inline.value.trim() !== '');
  return link?.kind === 'link' && link.bare && !more ? link : undefined;
}

const linksIn = (block: Block): ReturnType<typeof hiddenLinks> => ('children' in block && (block.kind === 'paragraph' || block.kind === 'heading') ? hiddenLinks(block.children) : []);

/** The first picture, if the card begins with one, and the blocks without it. */
function takePicture(blocks: readonly Block[]): { picture?: { ref: PictureRef; id: string }; blocks: readonly Block[] } {
  const [first, ...rest] = blocks;
  if (first?.kind === 'figure') {
    const caption: Block[] = first.caption ? [{ kind: 'paragraph', id: `${first.id}/caption`, span: first.span, children: first.caption }] : [];
    return { picture: { ref: first.picture, id: first.id }, blocks: [...caption, ...rest] };
  }
  const image = first?.kind === 'paragraph' ? first.children[0] : undefined;
  if (first?.kind !== 'paragraph' || image?.kind !== 'image') return { blocks };
  const words = trimStart(first.children.slice(1));
  return { picture: { ref: image.picture, id: image.id }, blocks: words.length > 0 ? [{ ...first, children: words }, ...rest] : rest };
}

/** A paragraph's strong beginning is the card's bold line; what follows it is text. */
function splitTitle(blocks: readonly Block[]): { title: boolean; blocks: readonly Block[] }[] {
  const [first, ...rest] = blocks;
  const strong = first?.kind === 'paragraph' ? first.children[0] : undefined;
  if (first?.kind !== 'paragraph' || strong?.kind !== 'strong') return blocks.length === 0 ? [] : [{ title: false, blocks }];
  const next = first.children[1];
  // In the middle of a sentence, strong words are only strong.
  const whole = next === undefined || next.kind === 'break' || (next.kind === 'text' && /^\s*$/.test(next.value) && first.children.length === 2);
  if (!whole) return [{ title: false, blocks }];
  const words = trimStart(first.children.slice(1));
  const text: Block[] = words.length > 0 ? [{ ...first, id: `${first.id}/text`, children: words }, ...rest] : rest;
  return [{ title: true, blocks: [{ ...first, children: strong.children }] }, ...(text.length > 0 ? [{ title: false, blocks: text }] : [])];
}

function trimStart(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (!first) return inlines;
  if (first.kind === 'break' || (first.kind === 'text' && first.value.trim() === '')) return trimStart(rest);
  if (first.kind !== 'text' || !/^\s/.test(first.value)) return inlines;
  const cut = first.value.length - first.value.trimStart().length;
  return [{ ...first, value: first.value.slice(cut), lines: first.lines.map((line) => ({ ...line, index: Math.max(0, line.index - cut) })) }, ...rest];
}
