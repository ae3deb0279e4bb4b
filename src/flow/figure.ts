// A picture alone in its paragraph → the picture at its size with its caption, as one piece.
import type { Figure } from '../document/index.ts';
import type { Artwork } from '../pictures/index.ts';
import { setCaption, type Caption } from './caption.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { EMPTY } from './join.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';

/** Under this, pixels show on paper. */
const LEAST_DPI = 150;
/** What makes the measure: a picture without a size is set at this resolution at least where the file says less. */
const POINTS_AN_INCH = 72;

export function flowFigure(block: Figure, context: BlockContext): FlowedBlock {
  const { figure } = context.theme.components;
  const { zone } = context;
  const found = context.artwork(block.picture);
  if (!found) return EMPTY;
  const natural = naturalWidth(found.artwork, figure.defaultDpi);
  const stretch: Stretch = natural > zone.width && block.picture.width === undefined && wants(found.artwork, zone, zone.full) ? zone.full : zone;
  const caption = setCaption(block, 'figure', block.caption, figure, stretch, context);
  const room = context.theme.master.area.height * figure.largest - (caption && caption.place !== 'side' ? caption.height + figure.captionGap : 0);
  const { width, height } = sizeOf(found.artwork, context.askedWidth(block.picture, stretch.width) ?? Math.min(natural, stretch.width), stretch.width, room);
  warnOfPixels(block, found.artwork, width, context);
  const content: Placed[] = [];
  let y = 0;
  if (figure.rule && caption?.place === 'side') content.push(context.rule(stretch.x, stretch.width, 0, figure.rule));
  if (caption?.place === 'above') { content.push(...caption.content); y = caption.height + figure.captionGap; }
  const decorative = block.picture.alt === '' && !caption;
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

/** How many pixels the whole width would have; of a drawing, as its coarsest picture has them. */
function pixelsAcross(artwork: Artwork): number | undefined {
  if (artwork.kind === 'bitmap') return artwork.width;
  const counts = artwork.shapes.flatMap((shape) => ('bitmap' in shape ? [(shape.bitmap.width * artwork.width) / Math.hypot(shape.matrix[0], shape.matrix[1])] : []));
  return counts.length === 0 ? undefined : Math.min(...counts);
}

function warnOfPixels(block: Figure, artwork: Artwork, width: number, context: BlockContext): void {
  const { picture } = block;
  const pixels = pixelsAcross(artwork);
  if (pixels === undefined) return;
  const dpi = (pixels * POINTS_AN_INCH) / width;
  if (dpi >= LEAST_DPI - 0.5) return;
  const millimetres = Math.round((width / POINTS_AN_INCH) * 25.4);
  context.diagnostics.warning('picture-resolution', picture.span,
    `${artwork.kind === 'bitmap' ? 'The picture' : 'A picture in the drawing'} "${picture.source}" has ${Math.floor(dpi)} pixels an inch at ${millimetres} mm; print needs ${LEAST_DPI} or more.`,
    artwork.kind === 'bitmap' ? `Use a picture of at least ${Math.ceil((width / POINTS_AN_INCH) * LEAST_DPI)} pixels, or a smaller width.` : 'Use a finer picture inside the drawing, or a smaller width.');
}
