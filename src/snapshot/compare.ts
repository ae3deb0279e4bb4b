// Two Snapshots → what a person would say has changed, page by page.
import { diffArrays } from 'diff';
import type { Span } from '../document/index.ts';
import { blocksOf, nameBlock, type LayoutBlock } from './block.ts';
import type { Row, Snapshot, SnapshotPage } from './row.ts';

export type ChangeKind = 'text' | 'moved' | 'style' | 'picture' | 'added' | 'removed';

export interface LayoutChange {
  /** The page now; null for what is gone. */
  readonly page: number | null;
  /** The page in the snapshot; null for what is new. */
  readonly was: number | null;
  readonly kind: ChangeKind;
  readonly message: string;
  readonly span?: Span;
}

export interface LayoutDifference {
  readonly before: number;
  readonly after: number;
  readonly changes: readonly LayoutChange[];
  /** Ranges of pages (now) of which only head, foot or number differ. */
  readonly renumbered: readonly (readonly [number, number])[];
}

type Pair = { readonly before?: LayoutBlock; readonly after?: LayoutBlock };

export function compareSnapshots(before: Snapshot, after: Snapshot): LayoutDifference {
  const pairing = pairPages(before.pages, after.pages);
  const changed = new Set<number>();
  const renumbered: number[] = [];
  after.pages.forEach((page, index) => {
    const was = pairing.get(index);
    if (was === undefined) changed.add(index + 1);
    else if (headDiffers(before, was, after, index, page)) renumbered.push(index + 1);
  });
  const keptBefore = new Set(pairing.values());
  const changes = describe(pairBlocks(blocksOf(before), blocksOf(after)), changed, keptBefore);
  return { before: before.pages.length, after: after.pages.length, changes: [...changes, ...unexplained(changed, changes)].sort(byPage), renumbered: ranges(renumbered) };
}

/** Pages now that the snapshot does not have just like that, by number; a new head or number is no change. */
export function changedPages(before: Snapshot, after: Snapshot): number[] {
  const pairing = pairPages(before.pages, after.pages);
  return after.pages.flatMap((_, index) => (pairing.has(index) ? [] : [index + 1]));
}

function byPage(a: LayoutChange, b: LayoutChange): number {
  return (a.page ?? a.was ?? 0) - (b.page ?? b.was ?? 0);
}

const signature = (page: SnapshotPage): string =>
  `${page.width} ${page.height}\n${page.rows.map(rowKey).join('\n')}`;
/** All that shows of a row; whether a line opens its block does not. */
const rowKey = (row: Row): string =>
  `${row.kind} ${row.role} ${row.dy} ${row.x} ${row.width} ${row.height} ${row.style} ${row.text}`;

/** Pages now → the page of the snapshot with the same picture, order kept. */
function pairPages(before: readonly SnapshotPage[], after: readonly SnapshotPage[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let old = 0, now = 0;
  for (const part of diffArrays(before.map(signature), after.map(signature))) {
    if (part.added) now += part.count;
    else if (part.removed) old += part.count;
    else for (let i = 0; i < part.count; i++) pairs.set(now++, old++);
  }
  return pairs;
}

function headDiffers(before: Snapshot, was: number, after: Snapshot, now: number, page: SnapshotPage): boolean {
  return was !== now || before.pages[was]?.head !== page.head
    || (page.head.includes('{pages}') && before.pages.length !== after.pages.length);
}

/** Blocks with the same words pair first, in order; those between them by likeness. */
function pairBlocks(before: readonly LayoutBlock[], after: readonly LayoutBlock[]): Pair[] {
  const key = (block: LayoutBlock): string => `${block.kind}\n${block.kind === 'line' ? '' : block.role}\n${block.text}`;
  const pairs: Pair[] = [];
  let old = 0, now = 0, gone: LayoutBlock[] = [], come: LayoutBlock[] = [];
  const settle = (): void => {
    pairs.push(...pairAlike(gone, come));
    gone = [];
    come = [];
  };
  for (const part of diffArrays(before.map(key), after.map(key))) {
    for (let i = 0; i < part.count; i++) {
      if (part.added) come.push(after[now++] as LayoutBlock);
      else if (part.removed) gone.push(before[old++] as LayoutBlock);
      else {
        settle();
        pairs.push({ before: before[old++] as LayoutBlock, after: after[now++] as LayoutBlock });
      }
    }
  }
  settle();
  return pairs;
}

function pairAlike(gone: readonly LayoutBlock[], come: readonly LayoutBlock[]): Pair[] {
  const pairs: Pair[] = [];
  const rest = [...gone];
  for (const after of come) {
    const at = rest.findIndex((before) => alike(before, after));
    if (at < 0) pairs.push({ after });
    else pairs.push({ before: rest.splice(at, 1)[0] as LayoutBlock, after });
  }
  return [...pairs, ...rest.map((before) => ({ before }))];
}

function alike(a: LayoutBlock, b: LayoutBlock): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'line') return a.role === b.role;
  const words = new Set(a.text.split(' '));
  const other = b.text.split(' ');
  const shared = other.filter((word) => words.has(word)).length;
  return shared * 2 >= Math.max(words.size, other.length) || (a.role === b.role && Math.max(words.size, other.length) <= 3);
}

function describe(pairs: readonly Pair[], changed: ReadonlySet<number>, keptBefore: ReadonlySet<number>): LayoutChange[] {
  const changes: LayoutChange[] = [];
  for (const { before, after } of pairs) {
    const page = after?.pages.find((at) => changed.has(at)) ?? after?.pages[0] ?? null;
    const was = before?.pages[0] ?? null;
    const span = after?.span;
    const say = (kind: ChangeKind, message: string, at = page): void => {
      changes.push({ page: at, was, kind, message, ...(span ? { span } : {}) });
    };
    if (after && !before) {
      for (const at of new Set(after.pages)) if (changed.has(at)) say('added', `${capital(nameBlock(after))} is new.`, at);
    } else if (before && !after) {
      if (before.pages.some((old) => !keptBefore.has(old - 1))) say('removed', `${capital(nameBlock(before))} is gone.`);
    } else if (before && after && after.pages.some((at) => changed.has(at))) describePair(before, after, say);
  }
  return gather(changes);
}

function describePair(before: LayoutBlock, after: LayoutBlock, say: (kind: ChangeKind, message: string) => void): void {
  const name = nameBlock(after);
  const page = after.pages[0], was = before.pages[0];
  if (before.text !== after.text && after.kind !== 'box') {
    if (after.kind === 'picture') say('picture', 'The picture is another.');
    else say('text', `${capital(name)} has other words${lineCount(before, after)}.`);
  } else if (styleOf(before) !== styleOf(after)) say(after.kind === 'line' ? 'style' : 'picture', after.kind === 'line' ? `${capital(name)} is set in another style${lineCount(before, after)}.` : `${capital(name)} looks different.`);
  if (page !== undefined && page !== was) say('moved', `${capital(name)} moved here from page ${was}.`);
  else if (before.text === after.text && before.rows.length !== after.rows.length) say('moved', `${capital(name)} now takes ${plural(after.rows.length)} instead of ${before.rows.length}.`);
}

const styleOf = (block: LayoutBlock): string =>
  block.kind === 'line' ? `${block.role} ${[...new Set(block.rows.map((row) => row.style))].join('|')}` : `${block.text} ${block.rows[0]?.width} ${block.rows[0]?.height}`;
const plural = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`);
const lineCount = (before: LayoutBlock, after: LayoutBlock): string =>
  before.rows.length === after.rows.length ? '' : ` and now takes ${plural(after.rows.length)} instead of ${before.rows.length}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Neighbours with the same kind and pages become one sentence: a table's cells are not forty changes. */
function gather(changes: readonly LayoutChange[]): LayoutChange[] {
  const out: { change: LayoutChange; count: number }[] = [];
  for (const change of changes) {
    const last = out.at(-1);
    const joins = change.kind === 'moved' || change.kind === 'added' || change.kind === 'removed';
    if (last && joins && last.change.kind === change.kind && last.change.page === change.page && last.change.was === change.was) last.count++;
    else out.push({ change, count: 1 });
  }
  return out.map(({ change, count }) => (count === 1 ? change : { ...change, message: change.message.replace(/ (moved here from|is new|is gone|now takes)/, ` and ${count - 1} more after it $1`).replace('more after it is', 'more after it are') }));
}

/** Every page whose picture differs is named, even when no block of its own changed: something above pushed it. */
function unexplained(changed: ReadonlySet<number>, changes: readonly LayoutChange[]): LayoutChange[] {
  const named = new Set(changes.map((change) => change.page));
  return [...changed].filter((page) => !named.has(page)).map((page) => ({ page, was: page, kind: 'moved' as const, message: 'Lines stand at other places on the page.' }));
}

function ranges(pages: readonly number[]): [number, number][] {
  const out: [number, number][] = [];
  for (const page of pages) {
    const last = out.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else out.push([page, page]);
  }
  return out;
}
