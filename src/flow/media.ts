// Video or audio → what paper can show of it: kind, title, address and a code to scan.
import { plainText, type Media } from '../document/index.ts';
import { codeKey } from '../pictures/index.ts';
import { addressLink } from './address.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { LEAST_ASKED_EMS } from './kinds.ts';
import { moveAll } from './move.ts';
import type { Placed, PlacedPath } from './placed.ts';

export function flowMedia(block: Media, context: BlockContext): FlowedBlock {
  const { media } = context.theme.components;
  const { zone } = context;
  const outer: Stretch = media.zone === 'full' ? zone.full : zone;
  const code = placeCode(block, context, outer);
  const { qr } = media;
  const inSide = code !== undefined && qr.place === 'side' && zone.side !== undefined && outer.x < zone.x;
  const beside = textStretch(context, outer, code?.width, inSide);
  const over = code !== undefined && beside.width < LEAST_ASKED_EMS * context.style('media-title').size;
  const text = over ? outer : beside;
  const ids = { kind: `${block.id}/kind`, title: `${block.id}/title`, address: `${block.id}/address`, code: `${block.id}/code` };
  const link = addressLink(block.url, `${block.id}/link`, block.span, context.theme.components.address.scheme);
  const hasTitle = block.title !== undefined && plainText(block.title).trim() !== '';
  const kindStyle = context.style('media-kind');
  const titleStyle = context.style('media-title');
  const addressStyle = context.style('address');
  const content: Placed[] = [context.rule(outer.x, outer.width, 0, media.opening)];
  let y = context.lineTop(media.toText, kindStyle);
  const put = (words: Parameters<BlockContext['text']>[0], style: typeof kindStyle, tag: string): void => {
    const set = context.text(words, style, text.x, text.width, block.span, { tag });
    content.push(...moveAll(set.content, 0, y));
    y += set.height;
  };
  put(context.labels[block.medium], kindStyle, ids.kind);
  y += media.titleGap;
  if (hasTitle && block.title) {
    put(block.title, titleStyle, ids.title);
    y += media.addressGap;
  }
  put(link, addressStyle, ids.address);
  const end = context.textEnd(y, addressStyle);
  const down = over ? end + media.addressGap : qr.down;
  const bottom = Math.max(end, code ? down + code.width : 0) + media.below;
  const height = Math.max(media.height, bottom);
  if (code) content.push(...moveAll([{ ...code.path, tag: ids.code }], 0, down));
  content.push(context.rule(outer.x, outer.width, height, media.closing));
  const tags = [context.tag(block.id, 'Div', block.span, [
    context.tag(ids.kind, 'P', block.span),
    ...(hasTitle && block.title ? [context.tag(ids.title, 'P', block.span, context.inlineTags(block.title))] : []),
    context.tag(ids.address, 'P', block.span, context.inlineTags(link)),
    ...(code ? [context.tag(ids.code, 'Figure', block.span, [], { alt: `QR: ${block.url}` })] : []),
  ])];
  const slab = context.slab(height, content, { span: block.span, anchor: context.halfLine, ...(outer.x < zone.x ? { side: height } : {}) });
  return { items: [slab], tags, ...context.componentSpacing(media), snap: context.onGrid };
}

function textStretch(context: BlockContext, outer: Stretch, code: number | undefined, inSide: boolean): Stretch {
  const { zone } = context;
  if (inSide) return { x: zone.x, width: zone.width };
  if (code === undefined) return zone.side && outer.x < zone.x ? { x: zone.x, width: zone.width } : outer;
  const { qr } = context.theme.components.media;
  // The quiet zone stays free of words: four modules, as the standard (ISO/IEC 18004) asks.
  const free = code * (1 + (2 * qr.quiet) / 25);
  return qr.place === 'right' ? { x: outer.x, width: outer.width - free } : { x: outer.x + free, width: outer.width - free };
}

/** The smallest code that telephones read at reading distance. */
const LEAST_CODE = (18 * 72) / 25.4;

function placeCode(block: Media, context: BlockContext, outer: Stretch): { path: PlacedPath; width: number } | undefined {
  const { media: { qr } } = context.theme.components;
  const code = context.picture(codeKey(block.url));
  const shape = code?.kind === 'drawing' ? code.shapes[0] : undefined;
  if (!code || !shape || !('path' in shape)) return undefined;
  const width = Math.max(qr.size, LEAST_CODE);
  // The address can be read without it.
  if (width > outer.width) return undefined;
  const scale = width / code.width;
  const x = qr.place === 'right' ? outer.x + outer.width - width : outer.x;
  const path = shape.path.map((segment) => (segment[0] === 'M' || segment[0] === 'L' ? [segment[0], x + segment[1] * scale, segment[2] * scale] as const : segment));
  return { width, path: { kind: 'path', role: 'qr', path, fill: { gray: 0 }, span: block.span } };
}
