// A heading's items → the narrowest width in which it needs no more lines: lines of near-equal length.
import { breakLines, type Breaking, type BreakParams } from './break-lines.ts';
import { PENALTY, type Items } from './items.ts';

const STEPS = 12;

export function balancedWidth(items: Items, measure: number, indent: number, params: BreakParams): number {
  const setIn = (width: number): Breaking => {
    const widths = indent === 0 ? [width] : [width - indent, width];
    // The fewest lines, whatever the rag.
    return breakLines(items, widths, { ...params, linePenalty: 1e6, runt: 0 })[0];
  };
  const widest = setIn(measure);
  const fewest = widest.lines.length;
  // Where a word is too wide to stand whole, it is divided at its best place rather than evenly.
  if (fewest < 2 || widest.lines.some(({ at }) => items.kind[at] === PENALTY && (items.width[at] ?? 0) > 0)) return measure;
  let [low, high] = [measure / (fewest + 1), measure];
  for (let step = 0; step < STEPS && high - low > 0.5; step += 1) {
    const middle = (low + high) / 2;
    const tried = setIn(middle);
    // Never at the price of a word divided, or of what belongs together.
    if (tried.lines.length <= fewest && tried.level <= widest.level) high = middle;
    else low = middle;
  }
  return high;
}
