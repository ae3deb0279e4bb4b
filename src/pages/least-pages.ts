// A galley → the fewest pages that what follows a place can take: what no set of pages falls below, so that dear ones need no look.
import type { ColumnsItem, FlowItem, Slab } from '../flow/index.ts';
import { skipToInk, type Position } from './position.ts';

export type LeastPages = (position: Position) => number;

/**
 * `height` of one region. What has ink stands somewhere, and so does the space between: only at a page's end does it vanish, no
 * more each time than the widest that follows.
 */
export function leastPages(items: readonly FlowItem[], height: number): LeastPages {
  const count = items.length;
  // From each item to the next forced break: ink and space, and the widest space; behind that break: pages.
  const tall = new Float64Array(count + 1), widest = new Float64Array(count + 1), behind = new Float64Array(count + 1);
  let run = 0;
  for (let at = count - 1; at >= 0; at--) {
    const item = items[at] as FlowItem;
    const below = tall[at + 1] ?? 0, wide = widest[at + 1] ?? 0, further = behind[at + 1] ?? 0;
    if (item.kind === 'penalty' && item.force !== undefined) {
      const ink = skipToInk(items, at);
      behind[at] = (behind[ink] ?? 0) + pagesOf(tall[ink] ?? 0, widest[ink] ?? 0, height);
      run = 0;
      continue;
    }
    // Nor does it stand behind the last of it.
    const space = item.kind === 'space' && below > 0 && !besideFloat(items, at) ? item.height : 0;
    const ink = leastHeight(item, height);
    run = ink > 0 ? 0 : run + space;
    tall[at] = below + ink + space;
    widest[at] = Math.max(wide, run);
    behind[at] = further;
  }
  return (position) => {
    const { line, inside } = position;
    const item = line > 0 || inside ? position.item : skipToInk(items, position.item);
    let rest = tall[item] ?? 0;
    const first = items[item];
    if (first?.kind === 'paragraph' && line > 0) rest += heightFrom(first.alternatives[position.alternative]?.slabs ?? [], line) - leastHeight(first, height);
    if (first?.kind === 'columns' && inside) rest += columnsFrom(first, inside.line > 0 || inside.inside ? inside.item + 1 : inside.item, height) - columnsFrom(first, 0, height);
    return Math.max(1, pagesOf(rest, widest[item] ?? 0, height)) + (behind[item] ?? 0);
  };
}

/** `n` pages hold `n` heights, and at each end but the last a space vanishes. */
const pagesOf = (rest: number, space: number, height: number): number => Math.ceil((rest + space) / (height + space) - 0.001);

/** Where a picture goes away, so may the space about it. */
function besideFloat(items: readonly FlowItem[], at: number): boolean {
  for (const step of [-1, 1]) {
    let other = at + step;
    while (items[other]?.kind === 'space' || items[other]?.kind === 'penalty') other += step;
    if (items[other]?.kind === 'float') return true;
  }
  return false;
}

/** Of columns, ink alone, from behind an item of theirs. */
function columnsFrom({ galley, xs }: ColumnsItem, item: number, most: number): number {
  let sums = columnTails.get(galley);
  if (sums?.[galley.length] !== most) {
    columnTails.set(galley, sums = new Float64Array(galley.length + 1).fill(most, galley.length));
    for (let at = galley.length - 1; at >= 0; at--) sums[at] = (at + 1 < galley.length ? sums[at + 1] ?? 0 : 0) + leastHeight(galley[at] as FlowItem, most);
  }
  return item < galley.length ? (sums[item] ?? 0) / Math.max(1, xs.length) : 0;
}
/** The last number is the page that they were reckoned for. */
const columnTails = new WeakMap<readonly FlowItem[], Float64Array>();

/** From each line of a paragraph to its end: a paragraph of a hundred pages is asked at each of its lines. */
const tails = new WeakMap<readonly Slab[], Float64Array>();

function heightFrom(slabs: readonly Slab[], line: number): number {
  let sums = tails.get(slabs);
  if (!sums) {
    tails.set(slabs, sums = new Float64Array(slabs.length + 1));
    for (let at = slabs.length - 1; at >= 0; at--) sums[at] = (sums[at + 1] ?? 0) + (slabs[at]?.height ?? 0);
  }
  return sums[line] ?? 0;
}

/** What is taller than a page counts as one: it reaches below it. */
function leastHeight(item: FlowItem, most: number): number {
  switch (item.kind) {
    case 'slab': return Math.min(item.height, most);
    case 'float': return Math.min(item.slab.height, most);
    case 'paragraph': {
      let least = Infinity;
      for (const { slabs } of item.alternatives) least = Math.min(least, heightFrom(slabs, 0));
      return least === Infinity ? 0 : least;
    }
    case 'columns': return columnsFrom(item, 0, most);
    default: return 0;
  }
}
