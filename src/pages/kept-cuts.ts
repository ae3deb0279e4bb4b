// A galley made up once is not made up again while it, its notes and the template are the same: a watch asks for all of them at every save.
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { FlowItem, Galley, NoteItem } from '../flow/index.ts';
import type { MakeUpCosts, PageMaster } from '../theme/index.ts';
import type { FillOptions } from './fill-pages.ts';
import type { Cut } from './search.ts';

/** A page's regions as cut, what stands on it to be referred to, and what had to yield. */
export interface CutPage {
  readonly cuts: readonly Cut[];
  readonly anchors: readonly string[];
  readonly found: readonly Diagnostic[];
}

interface Kept {
  readonly notes: Galley['notes'];
  readonly master: PageMaster;
  readonly costs: MakeUpCosts;
  readonly options: FillOptions;
  readonly startsLeft: boolean;
  readonly pages: readonly CutPage[];
}

const memory = new WeakMap<readonly FlowItem[], Kept>();

/** `cut` gives a galley's pages, `describe` what each of them says; neither is called where both are known. */
export function cutOnce(
  galley: Galley, master: PageMaster, costs: MakeUpCosts, options: FillOptions, startsLeft: boolean,
  cut: () => readonly (readonly Cut[])[], describe: (cuts: readonly Cut[], diagnostics: Diagnostics) => readonly string[],
): readonly CutPage[] {
  const known = memory.get(galley.items);
  if (known && known.master === master && known.costs === costs && known.startsLeft === startsLeft
    && known.options.notes === options.notes && known.options.leading === options.leading && known.options.preferred === options.preferred && sameNotes(known.notes, galley.notes)) return known.pages;
  const pages = cut().map((cuts): CutPage => {
    const diagnostics = new Diagnostics();
    return { cuts, anchors: describe(cuts, diagnostics), found: diagnostics.list() };
  });
  memory.set(galley.items, { notes: galley.notes, master, costs, options, startsLeft, pages });
  return pages;
}

function sameNotes(a: Galley['notes'], b: Galley['notes']): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [id, note] of a) if (!sameNote(note, b.get(id))) return false;
  return true;
}

const sameNote = (a: NoteItem, b: NoteItem | undefined): boolean =>
  a === b || (a.slabs.length === b?.slabs.length && a.slabs.every((slab, index) => slab === b.slabs[index]));
