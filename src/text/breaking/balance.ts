// A heading's items → the narrowest width in which it needs no more lines: lines of near-equal length.
import { breakLines, type BreakParams } from './break-lines.ts';
import type { Items } from './items.ts';

const STEPS = 12;

export function balancedWidth(items: Items, measure: number, indent: number, params: BreakParams): number {
  const linesIn = (width: number): number => {
    const widths = indent === 0 ? [width] : [width - indent, width];
    // The fewest lines, whatever the rag.
    return breakLines(items, widths, { ...params, linePenalty: 1e6, runt: 0 })[0].lines.length;
  };
  const fewest = linesIn(measure);
  if (fewest < 2) return measure;
  let widest = 0;
  for (let item = 0; item < items.length; item += 1) widest = Math.max(widest, items.width[item] ?? 0);
  let [low, high] = [Math.min(measure, Math.max(widest, measure / (fewest + 1))), measure];
  for (let step = 0; step < STEPS && high - low > 0.5; step += 1) {
    const middle = (low + high) / 2;
    if (linesIn(middle) <= fewest) high = middle;
    else low = middle;
  }
  return high;
}
