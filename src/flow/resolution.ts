// A picture and its printed width → a word where pixels will show.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { PictureRef } from '../document/index.ts';
import type { Artwork, Mark } from '../pictures/index.ts';

/** Under this, pixels show on paper. */
export const LEAST_DPI = 150;
export const POINTS_AN_INCH = 72;

/** How many pixels the whole width would have; of a drawing, as its coarsest picture has them. */
function pixelsAcross(artwork: Artwork): number | undefined {
  if (artwork.kind === 'bitmap') return artwork.width;
  const count = (marks: readonly Mark[]): number[] => marks.flatMap((mark) =>
    ('group' in mark ? count(mark.group) : 'bitmap' in mark ? [(mark.bitmap.width * artwork.width) / Math.hypot(mark.matrix[0], mark.matrix[1])] : []));
  const counts = count(artwork.shapes);
  return counts.length === 0 ? undefined : Math.min(...counts);
}

export function warnOfPixels(picture: Pick<PictureRef, 'source' | 'span'>, artwork: Artwork, width: number, diagnostics: Diagnostics): void {
  const pixels = pixelsAcross(artwork);
  if (pixels === undefined) return;
  const dpi = (pixels * POINTS_AN_INCH) / width;
  if (dpi >= LEAST_DPI - 0.5) return;
  const millimetres = Math.round((width / POINTS_AN_INCH) * 25.4);
  diagnostics.warning('picture-resolution', picture.span,
    `${artwork.kind === 'bitmap' ? 'The picture' : 'A picture in the drawing'} "${picture.source}" has ${Math.floor(dpi)} pixels an inch at ${millimetres} mm; print needs ${LEAST_DPI} or more.`,
    artwork.kind === 'bitmap' ? `Use a picture of at least ${Math.ceil((width / POINTS_AN_INCH) * LEAST_DPI)} pixels, or a smaller width.` : 'Use a finer picture inside the drawing, or a smaller width.');
}
