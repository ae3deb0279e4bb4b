// The numbers of a chart → an axis from round numbers.

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Decimals that its numbers need. */
  readonly decimals: number;
}

/** Steps of 1, 2, 2.5 or 5 times a power of ten, as few as `most` allows; ends on a step either side. */
export function roundScale(low: number, high: number, most: number): Scale {
  // Steps that rounding or the twelve decimals of a label swallow are no steps: what lies so near is one number, and what is so small is nought.
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (near(low, 0) && near(high, 0)) return roundScale(0, 1, most);
  const [least, greatest] = near(low, high) ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const rough = (greatest - least) / Math.max(1, most);
  const exponent = Math.floor(Math.log10(rough));
  for (const [factor, digits] of [[1, 0], [2, 0], [2.5, 1], [5, 0], [10, 0], [20, 0]] as const) {
    const step = factor * Number(`1e${exponent}`);
    const first = Math.floor(least / step + 1e-9);
    const last = Math.ceil(greatest / step - 1e-9);
    if (last - first > most) continue;
    const decimals = Math.max(0, digits - exponent - (factor >= 10 ? 1 : 0));
    const ticks: number[] = [];
    for (let index = first; index <= last; index += 1) ticks.push(Number((index * step).toFixed(Math.min(decimals, 12))));
    return { from: ticks[0] ?? 0, to: ticks[ticks.length - 1] ?? 1, ticks, decimals: Math.min(decimals, 12) };
  }
  throw new Error('Twenty times the power of ten below a step is more than the step.');
}

/** From the least to the greatest, zero among them. */
export function reach(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)];
}

/** Columns and bars stand on zero. A line may leave it out where all numbers are far from it and near each other. */
export function lineRange(values: readonly number[]): readonly [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (low > 0 && high - low < high / 4) return [low, high];
  if (high < 0 && high - low < -low / 4) return [low, high];
  return reach(values);
}
