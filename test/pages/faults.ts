// Pages made up → what a reader would call a fault, found in the placed lines alone: none of the searcher's costs are asked.
import type { FlowItem, Galley, PlacedLine, Slab } from '../../src/flow/index.ts';
import type { MadeUp, MadeUpPage } from '../../src/pages/index.ts';
import { forward } from '../../src/pages/stretch.ts';
import type { PageMaster } from '../../src/theme/index.ts';

export interface Fault { readonly kind: 'widow' | 'orphan' | 'stranded' | 'heading-lines' | 'list-intro' | 'lone-item' | 'nearly-empty' | 'short'; readonly page: number; readonly text: string }

interface Piece { readonly slab: Slab; readonly y: number; readonly dx: number }
/** What stands in one column of one page, in reading order. */
interface Column { readonly page: number; readonly pieces: readonly Piece[]; readonly end: boolean; readonly forced: boolean; readonly last: boolean }

/** Roles whose lines say what comes next. */
const LABEL = /^(heading-\d|box-title|box-heading|links-label|table-head|chart-title)$/;
const linesOf = ({ content }: Slab): readonly PlacedLine[] => content.filter((placed) => placed.kind === 'line');
const isLabel = (slab: Slab): boolean => slab.lines === 0 && linesOf(slab).length > 0 && slab.content.every((placed) => placed.kind === 'path' || (placed.kind === 'line' && LABEL.test(placed.role)));
const isBar = (slab: Slab): boolean => linesOf(slab).length === 0 && slab.content.some(({ role }) => role === 'bar');
const wordsOf = (slab: Slab): string => linesOf(slab).map(({ line }) => line.text).join(' ');
const tagOf = (slab: Slab): string | undefined => linesOf(slab).findLast(({ tag, role }) => tag !== undefined && !LABEL.test(role))?.tag;

function columnsOf(page: MadeUpPage, last: boolean): Column[] {
  const columns: Column[] = [];
  for (const { candidate } of page.cuts) {
    const steps = forward(candidate.cursor.trail);
    let pieces: Piece[] = [];
    const finish = (end: boolean): void => { if (pieces.length > 0) columns.push({ page: page.number, pieces, end, forced: end && candidate.forced !== undefined, last: end && last }); pieces = []; };
    let lowest = 0;
    for (const step of steps) {
      if (step.kind !== 'slab' || step.artifact) continue;
      if (pieces.length > 0 && step.y < lowest - 0.01) finish(false);
      pieces.push(step);
      lowest = step.y;
    }
    finish(true);
  }
  return columns;
}

/** How many slabs of text each paragraph has, in the alternative that stands. */
function countOf(tag: string, columns: readonly Column[]): number {
  return columns.flatMap(({ pieces }) => pieces).filter(({ slab }) => tagOf(slab) === tag && slab.lines === 1).length;
}

export function faultsOf({ pages }: MadeUp, master: PageMaster, lines: { readonly leading: number; readonly least: number }): Fault[] {
  const faults: Fault[] = [];
  const galleys = new Map<Galley, MadeUpPage[]>();
  for (const page of pages) if (!page.blank) galleys.set(page.galley, [...(galleys.get(page.galley) ?? []), page]);
  for (const [galley, own] of galleys) {
    const columns = own.flatMap((page, index) => columnsOf(page, index === own.length - 1));
    const paragraphs = paragraphsOf(galley.items);
    columns.forEach((column, at) => {
      const next = columns[at + 1];
      if (column.forced || !next) return;
      faults.push(...atCut(column, next, columns, paragraphs));
    });
    own.forEach((page, index) => faults.push(...fillOf(page, own[index - 1], index === own.length - 1, master, lines)));
  }
  return faults;
}

/** Paragraphs' texts by tag: whether it ends in a colon. */
function paragraphsOf(items: readonly FlowItem[]): Map<string, { readonly announces: boolean }> {
  const found = new Map<string, { announces: boolean }>();
  for (const item of items) {
    if (item.kind === 'columns') for (const [id, said] of paragraphsOf(item.galley)) found.set(id, said);
    if (item.kind === 'paragraph') {
      const last = item.alternatives[0]?.slabs.at(-1);
      found.set(item.id, { announces: last !== undefined && /:\s*$/.test(wordsOf(last)) });
    }
  }
  return found;
}

function atCut(column: Column, next: Column, columns: readonly Column[], paragraphs: ReadonlyMap<string, { readonly announces: boolean }>): Fault[] {
  const { page, pieces } = column;
  const last = pieces.at(-1), first = next.pieces[0];
  if (!last || !first) return [];
  const text = wordsOf(last.slab);
  if (isLabel(last.slab) || isBar(last.slab)) return [{ kind: 'stranded', page, text }];
  const faults: Fault[] = [];
  const tag = tagOf(last.slab);
  if (tag !== undefined && last.slab.lines === 1 && tag === tagOf(first.slab) && first.slab.lines === 1 && countOf(tag, columns) > 1) {
    const here = pieces.filter(({ slab }) => tagOf(slab) === tag).length;
    const there = next.pieces.filter(({ slab }) => tagOf(slab) === tag).length;
    if (here === 1 && tagOf(columns[columns.indexOf(column) - 1]?.pieces.at(-1)?.slab ?? last.slab) !== tag) faults.push({ kind: 'orphan', page, text });
    if (here === 1 && columns.indexOf(column) === 0) faults.push({ kind: 'orphan', page, text });
    if (there === 1 && tagOf(columns[columns.indexOf(next) + 1]?.pieces[0]?.slab ?? last.slab) !== tag) faults.push({ kind: 'widow', page: next.page, text: wordsOf(first.slab) });
    if (there === 1 && next === columns.at(-1)) faults.push({ kind: 'widow', page: next.page, text: wordsOf(first.slab) });
  }
  if (tag !== undefined && tag !== tagOf(first.slab) && paragraphs.get(tag)?.announces === true && first.slab.heading !== true) faults.push({ kind: 'list-intro', page, text });
  // Lines below the last heading; anything that is no line of text (a picture, cards) is worth two.
  const at = pieces.findLastIndex(({ slab }) => slab.heading === true);
  if (at >= 0) {
    const below = pieces.slice(at).reduce((sum, { slab }, index) => sum + (index === 0 ? slab.lines : slab.lines > 0 ? slab.lines : 2), 0);
    if (below < 2) faults.push({ kind: 'heading-lines', page, text: wordsOf(pieces[at]?.slab ?? last.slab) });
  }
  return faults;
}

function fillOf(page: MadeUpPage, before: MadeUpPage | undefined, last: boolean, { area }: PageMaster, { leading, least }: { readonly leading: number; readonly least: number }): Fault[] {
  const final = page.cuts.at(-1)?.candidate;
  if (!final) return [];
  const end = Math.max(...page.cuts.map(({ candidate: { cursor } }) => Math.max(cursor.y, cursor.side) + cursor.notes.height)) - area.y;
  const forced = final.forced !== undefined || last;
  const held = `${Math.round(end / leading)} lines`;
  if (forced) return before && before.cuts.at(-1)?.candidate.forced === undefined && end < least * leading - 0.5 ? [{ kind: 'nearly-empty', page: page.number, text: held }] : [];
  return end < area.height * 0.8 ? [{ kind: 'short', page: page.number, text: held }] : [];
}
