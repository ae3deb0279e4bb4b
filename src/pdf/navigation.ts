// Anchors, outline and page numbers → named destinations, bookmarks and page labels.
import type { OutlineEntry } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';
import { nameTree, type Named } from './name-tree.ts';
import { text, type Dict, type Objects, type PdfValue, type Ref } from './objects.ts';

const OUTLINE_LEVELS = 4;

/** Where an anchor lies; in PDF 2.0 also the element that it names. */
export interface Destination {
  readonly page: Ref;
  /** PDF coordinates. */
  readonly x: number;
  readonly y: number;
  readonly element?: Ref;
}

export class Destinations {
  private readonly byName: ReadonlyMap<string, Destination>;

  constructor(byName: ReadonlyMap<string, Destination>) { this.byName = byName; }

  has(anchor: string): boolean { return this.byName.has(anchor); }

  /** By name in PDF 1.7; PDF/UA-2 (8.8) wants the structure destination in the action as well. */
  goTo(anchor: string): Dict | undefined {
    const destination = this.byName.get(anchor);
    if (destination === undefined) return undefined;
    if (destination.element === undefined) return { Dest: text(anchor) };
    return { A: { S: 'GoTo', D: text(anchor), SD: place(destination.element, destination) } };
  }

  nameTree(): Dict {
    const names: Named[] = [];
    for (const [name, destination] of this.byName) {
      const { page, element } = destination;
      names.push({
        name,
        value: element === undefined ? place(page, destination) : { D: place(page, destination), SD: place(element, destination) },
      });
    }
    return nameTree(names);
  }
}

const place = (target: Ref, { x, y }: Destination): PdfValue[] => [target, 'XYZ', x, y, null];

/** Bookmarks: chapters shown, what is in them folded. An entry whose anchor no page has leads nowhere and is left out. */
export function writeOutline(entries: readonly OutlineEntry[], destinations: Destinations, objects: Objects): Ref | undefined {
  const root = objects.ref({ Type: 'Outlines' });
  const count = writeLevel(entries, root, 1, destinations, objects);
  if (count > 0) root.data.Count = count;
  root.end();
  return count > 0 ? root : undefined;
}

function writeLevel(entries: readonly OutlineEntry[], parent: Ref, level: number, destinations: Destinations, objects: Objects): number {
  const shown = level > OUTLINE_LEVELS ? [] : entries.filter((entry) => destinations.has(entry.anchor));
  const refs = shown.map(() => objects.ref());
  shown.forEach((entry, n) => {
    const ref = refs[n] as Ref;
    Object.assign(ref.data, {
      Title: text(entry.title), Parent: parent,
      ...(n > 0 ? { Prev: refs[n - 1] } : {}),
      ...(n + 1 < refs.length ? { Next: refs[n + 1] } : {}),
      ...destinations.goTo(entry.anchor),
    });
    const children = writeLevel(entry.children, ref, level + 1, destinations, objects);
    if (children > 0) ref.data.Count = -children;
    ref.end();
  });
  if (refs.length > 0) Object.assign(parent.data, { First: refs[0], Last: refs.at(-1) });
  return refs.length;
}

/** The printed numbers: a range begins where they do not go on by one. */
export function pageLabels(pages: readonly Page[]): Dict {
  const ranges: PdfValue[] = [];
  pages.forEach((page, n) => {
    if (n === 0 || page.number !== (pages[n - 1]?.number ?? 0) + 1) ranges.push(n, { S: 'D', St: page.number });
  });
  return { Nums: ranges };
}
