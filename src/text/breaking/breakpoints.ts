// Items → their legal breakpoints, with the sums that make the length of any line a subtraction.
import { BOX, FORCED, GLUE, NEVER, PENALTY, type Items } from './items.ts';

/** A row a breakpoint; row 0 is the paragraph's start, the last its end. `end…`: sums up to a break here; `start…`: sums from where the next line begins. */
export interface Breakpoints {
  readonly count: number;
  readonly item: Int32Array;
  /** First item of a line that follows this break. */
  readonly next: Int32Array;
  readonly cost: Float64Array;
  readonly flag: Uint8Array;
  readonly level: Uint8Array;
  readonly endWidth: Float64Array;
  readonly endStretch: Float64Array;
  readonly endShrink: Float64Array;
  readonly endBoxes: Float64Array;
  readonly startWidth: Float64Array;
  readonly startStretch: Float64Array;
  readonly startShrink: Float64Array;
  readonly startBoxes: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** The widest a break can add to its line. */
  readonly widest: number;
}

/** Tables for so many items; those of a paragraph of usual length are used again by the next. */
function tablesFor(size: number): Omit<Breakpoints, 'count' | 'widest'> {
  return {
    item: new Int32Array(size), next: new Int32Array(size), cost: new Float64Array(size), flag: new Uint8Array(size), level: new Uint8Array(size),
    endWidth: new Float64Array(size), endStretch: new Float64Array(size), endShrink: new Float64Array(size), endBoxes: new Float64Array(size),
    startWidth: new Float64Array(size), startStretch: new Float64Array(size), startShrink: new Float64Array(size), startBoxes: new Float64Array(size),
    left: new Float64Array(size), right: new Float64Array(size),
  };
}

const USUAL = 2048;
let usual: Omit<Breakpoints, 'count' | 'widest'> | undefined;

/** Good until the next call: the tables are the same for all paragraphs. Every row is written in full but the first, which nothing ends at. */
export function findBreakpoints(items: Items): Breakpoints {
  const size = items.length + 2;
  const points = size > USUAL ? tablesFor(size) : (usual ??= tablesFor(USUAL));
  const { kind, width, stretch, shrink, cost, after, flag, level, left, right } = items;
  let [w, y, z, x] = [0, 0, 0, 0];
  let count = 1;
  let widest = 0;
  let lastRight = 0;
  points.item[0] = -1;
  /** Breakpoints whose next line has not found its first box yet. */
  let waiting = 0;
  const begin = (at: number): void => {
    for (; waiting < count; waiting += 1) {
      const item = points.item[waiting] ?? -1;
      const penalty = item >= 0 && kind[item] === PENALTY;
      const extra = penalty ? after[item] ?? 0 : 0;
      const own = penalty ? left[item] ?? NaN : NaN;
      points.next[waiting] = at;
      points.startWidth[waiting] = w - extra;
      points.startStretch[waiting] = y;
      points.startShrink[waiting] = z;
      points.startBoxes[waiting] = x - extra;
      points.left[waiting] = own === own ? own : at < items.length ? left[at] ?? 0 : 0;
    }
  };
  for (let at = 0; at < items.length; at += 1) {
    const is = kind[at];
    const price = cost[at] ?? 0;
    const breakable = is === GLUE ? at > 0 && kind[at - 1] === BOX : is === PENALTY && price < NEVER;
    if (breakable) {
      const extra = is === PENALTY ? width[at] ?? 0 : 0;
      const own = is === PENALTY ? right[at] ?? NaN : NaN;
      points.item[count] = at;
      points.cost[count] = is === PENALTY ? price : 0;
      points.flag[count] = flag[at] ?? 0;
      points.level[count] = level[at] ?? 0;
      points.endWidth[count] = w + extra;
      points.endStretch[count] = y;
      points.endShrink[count] = z;
      points.endBoxes[count] = x + extra;
      points.right[count] = own === own ? own : lastRight;
      if (extra > widest) widest = extra;
      count += 1;
      // What follows a forced break begins a line whatever it is.
      if (price <= FORCED) begin(at + 1);
    }
    if (is === BOX) {
      begin(at);
      w += width[at] ?? 0;
      x += width[at] ?? 0;
      lastRight = right[at] ?? 0;
    } else if (is === GLUE) {
      w += width[at] ?? 0;
      y += stretch[at] ?? 0;
      z += shrink[at] ?? 0;
    }
  }
  begin(items.length);
  return { ...points, count, widest };
}
