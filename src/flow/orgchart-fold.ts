// Heights in their order → columns: none higher than it must be, and all as equal as they can be.

/** [from, to) of each column. */
export function foldColumns(heights: readonly number[], columns: number): readonly (readonly [number, number])[] {
  const count = Math.min(columns, heights.length);
  const sums = [0];
  for (const height of heights) sums.push((sums[sums.length - 1] ?? 0) + height);
  const height = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  const most = leastHeight(heights, count) + 0.01;
  // Of the first n heights: the least sum of squares over so many columns, and where each begins.
  let best: readonly (Folding | undefined)[] = heights.map((_, index) => (height(0, index + 1) > most ? undefined : { squares: height(0, index + 1) ** 2, starts: [0] }));
  for (let column = 2; column <= count; column += 1) {
    const before = best;
    best = heights.map((_, index) => {
      let chosen: Folding | undefined;
      for (let from = column - 1; from <= index; from += 1) {
        const left = before[from - 1];
        const own = height(from, index + 1);
        if (!left || own > most || (chosen && left.squares + own * own >= chosen.squares)) continue;
        chosen = { squares: left.squares + own * own, starts: [...left.starts, from] };
      }
      return chosen;
    });
  }
  const starts = best[heights.length - 1]?.starts ?? [0];
  return starts.map((from, index) => [from, starts[index + 1] ?? heights.length]);
}

interface Folding { readonly squares: number; readonly starts: readonly number[] }

/** Found by halving: the least height into whose columns all go, one after the other. */
function leastHeight(heights: readonly number[], columns: number): number {
  const needed = (most: number): number => {
    let [used, count] = [0, 1];
    for (const height of heights) {
      if (used > 0 && used + height > most) { count += 1; used = 0; }
      used += height;
    }
    return count;
  };
  let [low, high] = [Math.max(0, ...heights), heights.reduce((sum, height) => sum + height, 0)];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (needed(middle) <= columns) high = middle; else low = middle;
  }
  return high;
}
