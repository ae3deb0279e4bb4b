// A picture alone in its paragraph → the picture at its size with its caption, as one piece.
import type { Figure } from '../document/index.ts';
import type { Artwork } from '../pictures/index.ts';
import { setCaption, type Caption } from './caption.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { EMPTY } from './join.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import { LEAST_DPI, POINTS_AN_INCH, warnOfPixels } from './resolution.ts';

export function flowFigure(block: Figure, context: BlockContext): FlowedBlock {
  const { figure } = context.theme.components;
  const { zone } = context;
  const found = context.artwork(block.picture);
  if (!found) return EMPTY;
  const natural = naturalWidth(found.artwork, figure.defaultDpi);
  const stretch: Stretch = natural > zone.width && block.picture.width === undefined && wants(found.artwork, zone, zone.full) ? zone.full : zone;
  // A decoration is no figure: a number would be all that is said of it.
  const decorative = block.picture.alt === '' && !block.caption;
  const caption = decorative ? undefined : setCaption(block, 'figure', block.caption, figure, stretch, context);
  // A caption of a page's length leaves a picture that can still be seen.
  const most = context.tallest * figure.largest;
  const room = Math.max(most / 4, most - (caption && caption.place !== 'side' ? caption.height + figure.captionGap : 0));
  const { width, height } = sizeOf(found.artwork, context.askedWidth(block.picture, stretch.width) ?? Math.min(natural, stretch.width), stretch.width, room);
  warnOfPixels(block.picture, found.artwork, width, context.diagnostics);
  const content: Placed[] = [];
  let y = 0;
  if (figure.rule && caption?.place === 'side') content.push(context.rule(stretch.x, stretch.width, 0, figure.rule));
  if (caption?.place === 'above') { content.push(...caption.content); y = caption.height + figure.captionGap; }
  content.push({ kind: 'picture', x: stretch.x, y, width, height, picture: found.key, span: block.span, role: 'picture', ...(decorative ? {} : { tag: block.id }) });
  y += height;
  if (caption?.place === 'below') { content.push(...moveAll(caption.content, 0, y + figure.captionGap)); y += figure.captionGap + caption.height; }
  if (caption?.place === 'side') content.push(...caption.content);
  const total = caption?.place === 'side' ? Math.max(y, caption.height) : y;
  const wide = stretch.x < zone.x || caption?.place === 'side';
  const slab = context.slab(total, content, { span: block.span, anchor: context.halfLine, ...(wide ? { side: sideEnd(caption, y, stretch.x < zone.x) } : {}) });
  const tags = decorative ? [] : [context.tag(block.id, 'Figure', block.span, caption?.tags ?? [], { alt: block.picture.alt })];
  const items = figure.mayFloat && context.depth === 0 ? [{ kind: 'float', slab, span: block.span } as const] : [slab];
  return { items, tags, ...context.componentSpacing(figure), snap: context.onGrid };
}

const sideEnd = (caption: Caption | undefined, y: number, across: boolean): number => Math.max(across ? y : 0, caption?.place === 'side' ? caption.height : 0);

/** A bitmap at its own resolution, a drawing at its own size, in points. */
export function naturalWidth(artwork: Artwork, defaultDpi: number): number {
  if (artwork.kind === 'drawing') return artwork.width;
  // What cameras and screens say (72, 96) is no wish for paper.
  return (artwork.width * POINTS_AN_INCH) / Math.max(artwork.dpi ?? defaultDpi, LEAST_DPI);
}

/** Wider than the text only where height allows it to grow and there is more to see: a picture broader than high. */
const wants = (artwork: Artwork, zone: Stretch, full: Stretch): boolean =>
  full.width > zone.width && artwork.width > artwork.height * 2 && naturalWidth(artwork, LEAST_DPI) >= full.width * 0.9;

/** The width asked for, less where measure or page end. */
export function sizeOf(artwork: Artwork, asked: number, measure: number, room: number): { width: number; height: number } {
  const ratio = artwork.height / artwork.width;
  const width = Math.min(asked, measure, room / ratio);
  return { width, height: width * ratio };
}
