// A place in a galley where a page can begin, and the galley as the searcher walks it.
import type { FlowItem, FrameOpen, Slab } from '../flow/index.ts';

export interface Position {
  readonly item: number;
  /** Line inside a paragraph's alternative; 0 at its start. */
  readonly line: number;
  readonly alternative: number;
  /** Inside a columns item: where its own galley goes on. */
  readonly inside?: Position;
  /** Notes that the page before left over. */
  readonly carried: readonly Slab[];
  /** Items of the pictures that wait for its head. */
  readonly floats: readonly number[];
}

export const at = (item: number, line = 0, alternative = 0): Position => ({ item, line, alternative, carried: [], floats: [] });
export const START: Position = at(0);

export function keyOf(position: Position): string {
  const { item, line, alternative, inside, carried, floats } = position;
  return `${item}.${line}.${line === 0 ? 0 : alternative}${inside ? `(${keyOf(inside)})` : ''}${carried.length > 0 ? `+${carried.length}` : ''}${floats.length > 0 ? `~${floats.join()}` : ''}`;
}

/** Later in the galley is greater. */
export function comparePositions(a: Position, b: Position): number {
  return a.item - b.item || a.line - b.line || (a.inside && b.inside ? comparePositions(a.inside, b.inside) : a.inside ? 1 : b.inside ? -1 : 0);
}

/** The frames that are open before each item. */
export function framesBefore(items: readonly FlowItem[]): readonly (readonly FrameOpen[])[] {
  const out: (readonly FrameOpen[])[] = [];
  let open: readonly FrameOpen[] = [];
  for (const item of items) {
    out.push(open);
    if (item.kind === 'open') open = [...open, item];
    else if (item.kind === 'close') open = open.slice(0, -1);
  }
  out.push(open);
  return out;
}

/** Where each frame is closed. */
export function closesOf(items: readonly FlowItem[]): ReadonlyMap<FrameOpen, number> {
  const closes = new Map<FrameOpen, number>();
  const open: FrameOpen[] = [];
  items.forEach((item, at) => {
    if (item.kind === 'open') open.push(item);
    const last = item.kind === 'close' ? open.pop() : undefined;
    if (last) closes.set(last, at);
  });
  return closes;
}

/** Lines of text before each item; of a paragraph's ways the best. */
export function linesBefore(items: readonly FlowItem[]): readonly number[] {
  const before = [0];
  let lines = 0;
  for (const item of items) {
    if (item.kind === 'slab') lines += item.lines;
    else if (item.kind === 'paragraph') lines += item.alternatives[0]?.slabs.length ?? 0;
    before.push(lines);
  }
  return before;
}

/** Space and penalties at a page's top vanish: a page begins at the first piece with ink. A forced cut there has been made. */
export function skipToInk(items: readonly FlowItem[], item: number): number {
  let ink = item;
  while (ink < items.length && (items[ink]?.kind === 'space' || items[ink]?.kind === 'penalty')) ink++;
  return ink;
}
