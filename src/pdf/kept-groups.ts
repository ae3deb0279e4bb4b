// Pages → their groups of marked content; of a page that is the very same, among the same neighbours, they are not made again.
import type { NodeId } from '../document/index.ts';
import type { PlacedLine } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';
import { groupPages, type Group } from './marked.ts';

interface Kept {
  /** Lines of other pages that words go on from or to. */
  readonly around: readonly (PlacedLine['line'] | undefined)[];
  readonly decorated: string;
  readonly groups: readonly Group[];
}
/** Where an element's lines stand: page by page. */
type Stretches = ReadonlyMap<NodeId, readonly number[]>;

export class KeptGroups {
  private readonly known = new WeakMap<Page, Kept>();

  group(pages: readonly Page[], decorations: ReadonlySet<NodeId>): readonly (readonly Group[])[] {
    const stretches = stretchesOver(pages);
    const around = pages.map((page, index) => linesAround(page, index, pages, stretches));
    const decorated = pages.map((page) => (decorations.size === 0 ? '' : [...ownersOf(page)].filter((owner) => decorations.has(owner)).join('\n')));
    const wanted = new Set<number>();
    pages.forEach((page, index) => {
      const kept = this.known.get(page);
      const same = kept && kept.decorated === decorated[index] && kept.around.length === around[index]?.lines.length && kept.around.every((line, at) => line === around[index]?.lines[at]);
      if (!same) wanted.add(index);
    });
    // A word's other pieces say what this one is.
    const together = [...new Set([...wanted].flatMap((index) => [index, ...(around[index]?.pages ?? [])]))].sort((a, b) => a - b);
    const made = groupPages(together.map((index) => pages[index] as Page), decorations);
    together.forEach((index, at) => {
      const page = pages[index];
      if (page && wanted.has(index)) this.known.set(page, { around: around[index]?.lines ?? [], decorated: decorated[index] ?? '', groups: onPage(made[at] ?? [], index) });
    });
    return pages.map((page, index) => onPage(this.known.get(page)?.groups ?? [], index));
  }
}

function onPage(groups: readonly Group[], index: number): readonly Group[] {
  return groups[0] === undefined || groups[0].page === index ? groups : groups.map((group) => ({ ...group, page: index }));
}

function stretchesOver(pages: readonly Page[]): Stretches {
  const stretches = new Map<NodeId, number[]>();
  pages.forEach((page, index) => {
    for (const tag of linesOn(page).keys()) {
      const known = stretches.get(tag);
      if (known) known.push(index);
      else stretches.set(tag, [index]);
    }
  });
  return stretches;
}

/** The line before a page's first of each element that comes from another, and those after its last as far as a word may go on. */
function linesAround(page: Page, index: number, pages: readonly Page[], stretches: Stretches): { readonly lines: readonly (PlacedLine['line'] | undefined)[]; readonly pages: readonly number[] } {
  const lines: (PlacedLine['line'] | undefined)[] = [];
  const found: number[] = [];
  for (const tag of linesOn(page).keys()) {
    const stretch = stretches.get(tag) ?? [];
    if (stretch.length < 2) continue;
    const at = stretch.indexOf(index);
    const before = stretch[at - 1];
    if (before !== undefined) {
      found.push(before);
      lines.push(linesOn(pages[before]).get(tag)?.at(-1));
    }
    lines.push(undefined);
    for (let next = at + 1; next < stretch.length; next++) {
      const there = stretch[next] ?? 0;
      const ahead = linesOn(pages[there]).get(tag) ?? [];
      const end = ahead.findIndex(({ hyphenated }) => !hyphenated);
      found.push(there);
      lines.push(...ahead.slice(0, end < 0 ? ahead.length : end + 1));
      if (end >= 0) break;
    }
  }
  return { lines, pages: found };
}

type Lines = ReadonlyMap<NodeId, readonly PlacedLine['line'][]>;
const known = new WeakMap<Page, Lines>();

/** A page's lines by element. */
function linesOn(page: Page | undefined): Lines {
  if (!page) return new Map();
  const there = known.get(page);
  if (there) return there;
  const lines = new Map<NodeId, PlacedLine['line'][]>();
  for (const placed of page.items) {
    if (placed.kind !== 'line' || placed.tag === undefined) continue;
    const own = lines.get(placed.tag);
    if (own) own.push(placed.line);
    else lines.set(placed.tag, [placed.line]);
  }
  known.set(page, lines);
  return lines;
}

/** Elements that anything on a page belongs to. */
function ownersOf(page: Page): ReadonlySet<NodeId> {
  const owners = new Set<NodeId>();
  for (const placed of page.items) {
    if (placed.tag !== undefined) owners.add(placed.tag);
    if (placed.kind !== 'line') continue;
    for (const { tag } of placed.line.runs) if (tag !== undefined) owners.add(tag);
    for (const { tag } of placed.line.objects) owners.add(tag);
  }
  return owners;
}
