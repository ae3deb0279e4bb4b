// The pages of the last snapshot as letters → how far from one of their beginnings a place in today's text lies.
import type { FlowItem, Galley, Slab } from '../flow/index.ts';
import type { Position } from './position.ts';

/** All text of the last snapshot, letters and digits only, and where in it each page began. */
export interface PreferredBreaks {
  readonly letters: string;
  readonly starts: readonly number[];
}
/** 0 where a page began, 1 a line away or farther. */
export type Moved = (position: Position) => number;

/** Letters that tell a place; where they were edited, those a few lines further on do. */
const WINDOW = 24;
const WINDOWS = 12;
/** A page's text: what lies farther from where it should be is another place with the same words. */
const FARTHEST = 4000;
/** About a line. */
const LINE = 40;

export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** For each galley, by today's letters. */
export function keptBreaks(galleys: readonly Galley[], preferred: PreferredBreaks): ReadonlyMap<Galley, Moved> {
  const text: string[] = [];
  const spelled = galleys.map((galley) => ({ galley, own: spell(galley.items, text) }));
  const today = text.join('');
  const starts = placesToday(today, preferred);
  let base = 0;
  return new Map(spelled.map(({ galley, own }) => {
    const from = base;
    base += own.length;
    return [galley, (position: Position): number => Math.min(1, nearest(starts, from + offsetIn(own, galley.items, position)) / LINE)];
  }));
}

/** Where each piece of a galley begins in its letters. */
interface Spelled { readonly offsets: readonly number[]; readonly inner: ReadonlyMap<number, Spelled>; readonly length: number }

function spell(items: readonly FlowItem[], text: string[]): Spelled {
  const offsets: number[] = [];
  const inner = new Map<number, Spelled>();
  let length = 0;
  const put = (slab: Slab): void => {
    const letters = lettersIn(slab);
    length += letters.length;
    text.push(letters);
  };
  items.forEach((item, at) => {
    offsets.push(length);
    if (item.kind === 'slab') put(item);
    else if (item.kind === 'float') put(item.slab);
    else if (item.kind === 'paragraph') item.alternatives[0]?.slabs.forEach(put);
    else if (item.kind === 'columns') {
      const own = spell(item.galley, text);
      inner.set(at, own);
      length += own.length;
    }
  });
  offsets.push(length);
  return { offsets, inner, length };
}

const lettersIn = ({ content }: Slab): string => content.map((placed) => (placed.kind === 'line' ? lettersOf(placed.line.text) : '')).join('');

function offsetIn(spelled: Spelled, items: readonly FlowItem[], position: Position): number {
  const [float] = position.floats;
  // A page that a waiting picture opens begins with its words.
  const item = float ?? position.item;
  const offset = spelled.offsets[item] ?? spelled.length;
  if (float !== undefined) return offset;
  const here = items[item];
  if (here?.kind === 'paragraph') {
    return (here.alternatives[position.alternative]?.slabs.slice(0, position.line) ?? []).reduce((sum, slab) => sum + lettersIn(slab).length, offset);
  }
  const within = spelled.inner.get(item);
  return here?.kind === 'columns' && within && position.inside ? offset + offsetIn(within, here.galley, position.inside) : offset;
}

/** The old beginnings, found again by the letters behind them. */
function placesToday(today: string, { letters, starts }: PreferredBreaks): number[] {
  const found: number[] = [];
  let shift = 0;
  for (const start of starts) {
    for (let window = 0; window < WINDOWS; window++) {
      const behind = window * WINDOW;
      const place = closest(today, letters.slice(start + behind, start + behind + WINDOW), start + behind + shift);
      if (place === undefined) continue;
      shift = place - start - behind;
      found.push(place - behind);
      break;
    }
  }
  return found.sort((a, b) => a - b);
}

function closest(today: string, words: string, expected: number): number | undefined {
  if (words.length < WINDOW / 2) return undefined;
  const first = Math.max(0, expected - FARTHEST);
  let best: number | undefined;
  for (let at = today.indexOf(words, first); at >= 0 && at <= expected + FARTHEST; at = today.indexOf(words, at + 1)) {
    if (best === undefined || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  }
  return best;
}

function nearest(sorted: readonly number[], value: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return Math.min(Math.abs((sorted[low] ?? Infinity) - value), Math.abs((sorted[low - 1] ?? Infinity) - value));
}
