// Galleys → pages made up: each chapter's breaks chosen as a whole, blank pages before right-hand starts, the facts about them.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { NodeId } from '../document/index.ts';
import type { BreakRule, Galley, NoteItem, PageFacts } from '../flow/index.ts';
import type { MakeUpCosts, PageMaster } from '../theme/index.ts';
import type { NoteStyle } from './note-area.ts';
import { pageRegion, search, type Cut } from './search.ts';
import { placeNotes } from './place-notes.ts';
import { makeWalkable, walk, type Walkable } from './walk.ts';
import { balance, type WaysFrom } from './columns.ts';
import { forward } from './stretch.ts';
import { evenOut } from './even-out.ts';
import { keptBreaks, type Moved, type PreferredBreaks } from './kept-breaks.ts';
import { partTall } from './part-tall.ts';
import { cutOnce } from './kept-cuts.ts';
import type { Region } from './cursor.ts';

export interface FillOptions {
  readonly notes: NoteStyle;
  /** Of running text, baseline to baseline. */
  readonly leading: number;
  /** The pages of the last snapshot (`--stable`). */
  readonly preferred?: PreferredBreaks;
}

/** A page before it is drawn: its regions as cut, or blank. */
export interface MadeUpPage {
  readonly number: number;
  readonly galley: Galley;
  readonly cuts: readonly Cut[];
  readonly anchors: readonly string[];
  readonly blank: boolean;
}

export interface MadeUp {
  /** Finishing empties it: a galley that all pages of are finished is let go. */
  readonly pages: MadeUpPage[];
  readonly facts: PageFacts;
  readonly master: PageMaster;
  readonly notes: NoteStyle;
}

export function fillPages(galleys: readonly Galley[], master: PageMaster, costs: MakeUpCosts, options: FillOptions, diagnostics: Diagnostics): MadeUp {
  const pages: MadeUpPage[] = [];
  const joined = joinRunOn(placeNotes(partTall(galleys, master, diagnostics)), master);
  const kept = options.preferred && keptBreaks(joined, options.preferred);
  for (const galley of joined) {
    const blankBefore = (): void => { pages.push({ number: pages.length + 1, galley, cuts: [], anchors: [], blank: true }); };
    if (galley.startOn === 'right' && pages.length % 2 === 1) blankBefore();
    // Only where spreads are aligned does it matter on which side a galley begins.
    const startsLeft = master.alignSpreads && pages.length % 2 === 1;
    const made = cutOnce(galley, master, costs, options, startsLeft, () => cutGalley(galley, master, costs, options, startsLeft, kept?.get(galley)), (cuts, found) => {
      report(cuts, found);
      reportHalfEmpty(cuts, master, found);
      return anchorsOn(cuts);
    });
    for (const { cuts, anchors, found } of made) {
      pages.push({ number: pages.length + 1, galley, cuts, anchors, blank: false });
      diagnostics.addAll(found);
      if (cuts.at(-1)?.candidate.forced === 'right' && pages.length % 2 === 1) blankBefore();
    }
  }
  return { pages, facts: factsOf(pages), master, notes: options.notes };
}

function cutGalley(galley: Galley, master: PageMaster, costs: MakeUpCosts, options: FillOptions, startsLeft: boolean, moved: Moved | undefined): (readonly Cut[])[] {
  const { columns, alignSpreads } = master;
  const { leading } = options;
  const walkable = makeWalkable(galley.items, costs, true, leading);
  const noteArea = { style: options.notes, notes: galley.notes, most: master.area.height * options.notes.most, split: costs.footnoteSplit };
  const region = pageRegion(master, noteArea);
  // Columns are full or nearly, each of them: pages of them end alike by themselves.
  const cuts = search(walkable, { region, columns, alignSpreads: alignSpreads && columns === 1, startsLeft, leading, ...(moved ? { moved } : {}) });
  const pages = groupByPage(cuts, columns);
  if (columns === 1 && !alignSpreads) return pages;
  const balanced = columns > 1 ? pages.map((page) => balanceLast(page, walkable, region, columns)) : pages;
  return evenOut(balanced, { region, columns, alignSpreads, startsLeft, leading, step: master.grid?.step });
}

/** The last columns before a chapter's end, or before a new page that is asked for, end alike. */
function balanceLast(page: readonly Cut[], walkable: Walkable, region: Region, columns: number): readonly Cut[] {
  const from = page[0]?.from;
  const last = page.at(-1)?.candidate;
  if (!from || !last || (last.next !== undefined && last.forced === undefined) || last.forced === 'column' || page.some(({ overflow }) => overflow)) return page;
  const { next, forced } = last;
  if (next && (walkable.frames[next.item]?.length ?? 0) > 0) return page;
  const galley = next ? makeWalkable(walkable.items.slice(0, next.item), walkable.costs, true, walkable.leading) : walkable;
  const ways: WaysFrom = (position, height, final) => walk(galley, position, { ...region, bottom: region.top + height }).filter((way) => !final || way.next === undefined);
  const balanced = balance({ galley, start: from, count: columns, top: region.top, ways }, region.bottom - region.top);
  return balanced?.columns.map((candidate, index, all): Cut => ({
    from: all[index - 1]?.next ?? from, overflow: false, cost: candidate.cost,
    candidate: index === all.length - 1 && next && forced ? { ...candidate, next, forced } : candidate,
  })) ?? page;
}

/** Columns of running text stand side by side until the page is full or a new one is asked for. */
function groupByPage(cuts: readonly Cut[], columns: number): Cut[][] {
  const groups: Cut[][] = [];
  for (const cut of cuts) {
    const last = groups.at(-1);
    const forced = last?.at(-1)?.candidate.forced;
    if (!last || last.length === columns || forced === 'page' || forced === 'right') groups.push([cut]);
    else last.push(cut);
  }
  return groups;
}

/** A file that goes on where the one before ended is one galley with it. */
function joinRunOn(galleys: readonly Galley[], master: PageMaster): Galley[] {
  const joined: Galley[] = [];
  for (const galley of galleys) {
    const last = joined.at(-1);
    if (galley.startOn !== 'same' || !last || last.bare) {
      joined.push(galley);
      continue;
    }
    const notes = new Map<NodeId, NoteItem>([...last.notes, ...galley.notes]);
    joined[joined.length - 1] = { ...last, items: runOn(last.items, galley.items, master), notes };
  }
  return joined;
}

/** The very same where both parts are. */
function runOn(first: Galley['items'], second: Galley['items'], { grid }: PageMaster): Galley['items'] {
  const known = runOns.get(second);
  if (known && known.first === first && known.step === grid?.step) return known.items;
  const items: Galley['items'] = [...first, { kind: 'space', height: 0, ...(grid ? { snap: grid.step } : {}) }, ...second];
  runOns.set(second, { first, step: grid?.step, items });
  return items;
}
const runOns = new WeakMap<Galley['items'], { readonly first: Galley['items']; readonly step: number | undefined; readonly items: Galley['items'] }>();

const SAID: Readonly<Record<BreakRule, string>> = {
  widow: 'a paragraph\'s last line stands alone at the top of the next page',
  orphan: 'a paragraph\'s first line stands alone at the foot of the page',
  heading: 'a heading, title or label is parted from what follows',
  headingLines: 'fewer than two lines follow a heading',
  tornList: 'a list is cut', tornBox: 'a box is cut', tornTable: 'a table is cut',
  tornRow: 'a row is cut in two', listIntro: 'a list is parted from the line that announces it', loneItem: 'one item of a list stands alone',
};
/** At this price a rule yielded that no cut of its own names. */
const IMPOSSIBLE = 1e6;
const FORBIDDEN: ReadonlySet<BreakRule> = new Set(['widow', 'orphan', 'heading', 'headingLines', 'tornRow', 'listIntro']);

/** Rules that had to yield, and what is taller than a page, each at its place in the manuscript. */
function report(cuts: readonly Cut[], diagnostics: Diagnostics): void {
  for (const { candidate, overflow, cost } of cuts) {
    const last = forward(candidate.cursor.trail).findLast((step) => step.kind === 'slab');
    const span = candidate.span ?? (last?.kind === 'slab' ? last.slab.span : undefined);
    if (!span) continue;
    if (overflow && last?.kind === 'slab') diagnostics.warning('layout-overflow', last.slab.span, 'This is taller than a page and reaches below its text area.', 'Make it smaller, or part it in two.');
    else if (cost >= IMPOSSIBLE && candidate.broken.length === 0) diagnostics.warning('layout-cut', span, 'Nothing else was possible here: what belongs together is cut at the end of a page.', 'Part the piece that is too tall.');
    for (const rule of candidate.broken) {
      if (FORBIDDEN.has(rule)) diagnostics.warning(`layout-${rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, span, `Nothing else was possible here: ${SAID[rule]}.`, 'Change the text a little, or part the piece that is too tall.');
    }
  }
}

/** A page that something tall left half empty. */
function reportHalfEmpty(cuts: readonly Cut[], { area }: PageMaster, diagnostics: Diagnostics): void {
  const last = cuts.at(-1)?.candidate;
  if (!last?.next || last.forced !== undefined) return;
  const end = Math.max(...cuts.map(({ candidate: { cursor } }) => Math.max(cursor.y, cursor.side) + cursor.notes.height));
  const step = forward(last.cursor.trail).findLast(({ kind }) => kind === 'slab');
  if (end - area.y >= area.height / 2 || step?.kind !== 'slab') return;
  diagnostics.warning('layout-half-empty', last.span ?? step.slab.span, 'Half the page below this is empty: what follows is tall and may not be cut.', 'Move or part what follows.');
}

function factsOf(pages: readonly MadeUpPage[]): PageFacts {
  const pageOf = new Map<string, number>();
  for (const { number, anchors } of pages) for (const anchor of anchors) if (!pageOf.has(anchor)) pageOf.set(anchor, number);
  return { pages: pages.length, pageOf };
}

function anchorsOn(cuts: readonly Cut[]): string[] {
  const anchors: string[] = [];
  for (const { candidate } of cuts) {
    for (const step of forward(candidate.cursor.trail)) if (step.kind === 'slab' && !step.artifact) anchors.push(...step.slab.anchors);
    for (const slab of candidate.cursor.notes.slabs) anchors.push(...slab.anchors);
  }
  return anchors;
}
