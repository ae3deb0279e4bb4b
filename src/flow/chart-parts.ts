// A part of a stacked bar → its number inside it, where it fits and can be read.
import { contrast, leastContrast, type Colour } from '../theme/index.ts';
import type { BlockContext } from './builder.ts';
import type { ChartValue } from './chart-data.ts';
import type { Rect, SeriesLook } from './chart-paint.ts';
import { rectangle } from './drawing.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';

/** Smaller is not read; and the part of its size that is free above and below the figures, and beside them: hatching has to show. */
const LEAST_SIZE = 6.5, ABOVE = 0.15, BESIDE = 0.3, BESIDE_HATCHED = 0.75;

/** In ink or paper's colour, whichever is seen on the bar; over hatching on a piece of paper. */
export function labelPart(value: ChartValue, bar: Rect, look: SeriesLook, context: BlockContext): readonly Placed[] {
  const style = context.style('chart-value');
  const caps = context.typesetter.metrics(style).capHeight / style.size;
  const size = Math.min(style.size, bar.height / (caps + 2 * ABOVE));
  const colour = colourOn(look, style.colour, context);
  if (size < LEAST_SIZE || !colour) return [];
  const set = context.text(value.words, { ...style, size, leading: size, colour }, 0, 1e4, value.cell.span, { tag: value.cell.id, align: 'left' });
  if (set.width + 2 * (look.hatch ? BESIDE_HATCHED : BESIDE) * size > bar.width || set.content.length !== 1) return [];
  const x = bar.x + (bar.width - set.width) / 2;
  const baseline = bar.y + (bar.height + caps * size) / 2;
  const words = moveAll(set.content, x, baseline - set.baseline);
  if (!look.hatch) return words;
  const free = BESIDE * size * 0.6;
  const edge = look.stroke?.width ?? 0;
  const paper = context.theme.colours['paper'];
  return [{ kind: 'path', role: 'bar', path: rectangle(x - free, bar.y + edge, set.width + 2 * free, bar.height - 2 * edge), ...(paper ? { fill: paper } : {}) }, ...words];
}

function colourOn(look: SeriesLook, ink: Colour, context: BlockContext): Colour | undefined {
  const paper = context.theme.colours['paper'] ?? { gray: 1 };
  const ground = look.hatch ? paper : look.fill ?? paper;
  const [best] = [ink, paper].sort((a, b) => contrast(b, ground) - contrast(a, ground));
  return best && contrast(best, ground) >= leastContrast(0) ? best : undefined;
}
