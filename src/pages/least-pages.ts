// A galley → the fewest pages that what follows a place can take: what no set of pages falls below, so that dear ones need no look.
import type { FlowItem, Slab } from '../flow/index.ts';
import type { Position } from './position.ts';

export type LeastPages = (position: Position) => number;

/** `height` of one region. Space vanishes at a page's end, so that only what has ink counts. */
export function leastPages(items: readonly FlowItem[], height: number): LeastPages {
  // From each item to the next forced break: ink; behind that break: pages.
  const ink = new Array<number>(items.length + 1).fill(0), behind = new Array<number>(items.length + 1).fill(0);
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at] as FlowItem;
    const below = ink[at + 1] ?? 0, further = behind[at + 1] ?? 0;
    const forced = item.kind === 'penalty' && item.force !== undefined;
    ink[at] = forced ? 0 : below + leastHeight(item);
    behind[at] = forced ? further + pagesOf(below, height) : further;
  }
  return (position) => {
    const { item, line, inside } = position;
    let rest = ink[item] ?? 0;
    const first = items[item];
    if (first?.kind === 'paragraph' && line > 0) rest += heightFrom(first.alternatives[position.alternative]?.slabs ?? [], line) - leastHeight(first);
    if (first?.kind === 'columns' && inside) rest -= leastHeight(first);
    return Math.max(1, pagesOf(rest, height)) + (behind[item] ?? 0);
  };
}

const pagesOf = (ink: number, height: number): number => Math.ceil(ink / height - 0.001);

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

function leastHeight(item: FlowItem): number {
  switch (item.kind) {
    case 'slab': return item.height;
    case 'float': return item.slab.height;
    case 'paragraph': return item.alternatives.length === 0 ? 0 : Math.min(...item.alternatives.map(({ slabs }) => heightFrom(slabs, 0)));
    case 'columns': return item.galley.reduce((sum, one) => sum + leastHeight(one), 0) / Math.max(1, item.xs.length);
    default: return 0;
  }
}
