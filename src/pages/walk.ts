// A position and a region → every way to end it: the galley walked from there, paragraphs in their alternatives, each legal cut priced.
import type { Span } from '../document/index.ts';
import type { BreakRule, FloatItem, FlowItem, FrameOpen, ParagraphItem, Slab } from '../flow/index.ts';
import type { MakeUpCosts } from '../theme/index.ts';
import { setColumns } from './columns.ts';
import { addSpace, endOf, merge, placeSlab, type Cursor, type Region } from './cursor.ts';
import { carryNotes } from './note-area.ts';
import { at as place, closesOf, framesBefore, linesBefore, skipToInk, type Position } from './position.ts';

/** A galley with what the searcher asks of it again and again. */
export interface Walkable {
  readonly items: readonly FlowItem[];
  readonly frames: readonly (readonly FrameOpen[])[];
  /** Lines of text before each item, as paragraphs are best set. */
  readonly linesBefore: readonly number[];
  /** The item that closes each frame. */
  readonly closes: ReadonlyMap<FrameOpen, number>;
  readonly costs: MakeUpCosts;
  /** Paragraphs may be set a line longer or shorter. */
  readonly alternatives: boolean;
  /** Of running text, baseline to baseline. */
  readonly leading: number;
  /** Also what is rarely worth looking at: columns that would fit are cut all the same. */
  readonly thorough?: boolean;
}

export interface Candidate {
  /** Where the next region goes on; undefined at the galley's end. */
  readonly next: Position | undefined;
  readonly cursor: Cursor;
  /** All that was paid in this region, the cut included. */
  readonly cost: number;
  readonly broken: readonly BreakRule[];
  readonly forced?: 'page' | 'right' | 'column';
  readonly span: Span | undefined;
}

const NONE: readonly BreakRule[] = [], ORPHAN: readonly BreakRule[] = ['orphan'], WIDOW: readonly BreakRule[] = ['widow'], ALONE: readonly BreakRule[] = ['orphan', 'widow'];
const NO_FRAMES: readonly FrameOpen[] = [];
/** Taller pictures, as part of a page, leave no text below them: they stay in their place. */
const MOST_FLOAT = 0.8;

export function makeWalkable(items: readonly FlowItem[], costs: MakeUpCosts, alternatives: boolean, leading: number): Walkable {
  return { items, frames: framesBefore(items), linesBefore: linesBefore(items), closes: closesOf(items), costs, alternatives, leading };
}

/**
 * `emergency`: a cut between any two slabs is better than none. `least`: cuts that leave the region emptier than to here,
 * `most`: those that cost as much or more, are not asked for.
 */
export function walk(galley: Walkable, from: Position, region: Region, emergency = false, least = 0, most = Infinity): Candidate[] {
  const walker = new Walker(galley, region, emergency, least, most);
  walker.run(from);
  return walker.candidates;
}

class Walker {
  readonly candidates: Candidate[] = [];
  private readonly galley: Walkable;
  private readonly region: Region;
  private readonly emergency: boolean;
  private readonly least: number;
  private readonly most: number;
  private cursors: Cursor[] = [];
  private done = false;

  constructor(galley: Walkable, region: Region, emergency: boolean, least: number, most: number) {
    this.galley = galley;
    this.region = region;
    this.emergency = emergency;
    this.least = least;
    this.most = most;
  }

  run(from: Position): void {
    const { items } = this.galley;
    this.cursors = [this.begin(from)];
    const [begun] = this.cursors;
    // A page of notes alone, where the next line's own note would find no room below those that wait.
    if (begun && begun.notes.rest.length > 0 && from.floats.length === 0) {
      this.candidates.push({ next: { ...from, carried: begun.notes.rest }, cursor: begun, cost: begun.cost + this.galley.costs.footnoteSplit, broken: [], span: undefined });
    }
    // Pictures that waited may have a page of their own.
    if (begun && from.floats.length > 0 && !begun.empty) {
      const alone = this.begin(from, false);
      if (endOf(alone) + alone.notes.height >= this.least && alone.cost < this.most) {
        this.candidates.push({ next: { ...from, carried: alone.notes.rest, floats: [] }, cursor: alone, cost: alone.cost, broken: [], span: undefined });
      }
    }
    let at = from.line > 0 || from.inside ? from.item : skipToInk(items, from.item);
    const first = items[at];
    if (first?.kind === 'paragraph' && from.line > 0) {
      this.paragraph(first, at, from);
      at++;
    } else if (first?.kind === 'columns' && from.inside) {
      this.columns(first, at, from.inside);
      at++;
    }
    for (; at < items.length && this.cursors.length > 0 && !this.done; at++) this.item(items[at] as FlowItem, at);
    if (at >= items.length && !this.done) this.cutAtEnd();
  }

  /** Pictures that waited, then frames that were cut, opened again above what goes on in them. */
  private begin(from: Position, frames = true): Cursor {
    const { region } = this;
    let cursor: Cursor = {
      y: region.top, side: region.top, cost: 0, lines: 0, since: Infinity, space: 0, snap: undefined, empty: true, hyphenated: false,
      notes: carryNotes(from.carried, region.noteArea), floats: [], broken: [], trail: undefined,
    };
    for (const float of from.floats) {
      const item = this.galley.items[float];
      if (item?.kind === 'float') cursor = placeSlab(cursor, item.slab, { ...region, endless: true }) ?? cursor;
      const after = [this.galley.items[float + 1], this.galley.items[float + 2]].find((next) => next?.kind === 'space');
      if (after?.kind === 'space') cursor = addSpace(cursor, after.height, after.snap);
    }
    for (const frame of (frames ? this.galley.frames[from.item] : undefined) ?? []) {
      cursor = { ...cursor, trail: { kind: 'open', frame, first: false, dx: region.dx, before: cursor.trail } };
      if (frame.onContinue) cursor = placeSlab(cursor, frame.onContinue, { ...region, endless: true }, 0, true) ?? cursor;
    }
    // What goes on below them stands on the grid if it does in its own place.
    return from.floats.length > 0 ? { ...cursor, snap: this.snapBefore(from) ?? cursor.snap } : cursor;
  }

  /** The grid of the first piece at a position: that of the space above it. */
  private snapBefore({ item }: Position): number | undefined {
    const { items } = this.galley;
    for (let at = skipToInk(items, item) - 1; at >= 0; at--) {
      const above = items[at];
      if (above?.kind === 'space') return above.snap;
      if (above?.kind !== 'open' && above?.kind !== 'penalty') return undefined;
    }
    return undefined;
  }

  private item(item: FlowItem, at: number): void {
    switch (item.kind) {
      case 'slab': this.slab(item, at); return;
      case 'float': this.float(item, at); return;
      case 'space':
        if (!this.cutBeside(at)) this.cut(place(at), [], 0);
        this.cursors = this.cursors.map((cursor) =>
          // Where a picture went away, one of the two spaces about it goes too.
          (cursor.floats.includes(at - 1) ? { ...cursor, space: Math.min(cursor.space, item.height), snap: item.snap ?? cursor.snap } : addSpace(cursor, item.height, item.snap)));
        return;
      case 'penalty':
        this.cut(place(at), item.rules, 0, item.force, item.span);
        if (item.force && this.cursors.some((cursor) => !cursor.empty)) this.done = true;
        return;
      case 'paragraph': this.paragraph(item, at); return;
      case 'open':
        this.cursors = this.cursors.map((cursor) => ({ ...cursor, trail: { kind: 'open', frame: item, first: true, dx: this.region.dx, before: cursor.trail } }));
        return;
      case 'close':
        this.cursors = this.cursors.map((cursor) => ({ ...cursor, trail: { kind: 'close', last: true, before: cursor.trail } }));
        return;
      case 'columns': this.columns(item, at);
    }
  }

  /** Space beside a penalty is one place to cut, and the penalty prices it. */
  private cutBeside(at: number): boolean {
    const { items } = this.galley;
    return items[at - 1]?.kind === 'penalty' || items[at + 1]?.kind === 'penalty';
  }

  private slab(slab: Slab, at: number): void {
    if (this.emergency) this.cut(place(at), [], 0);
    this.cursors = this.place(slab);
  }

  /** A picture stands here, or, where it finds no room, at the head of the next page while text goes on. */
  private float({ slab }: FloatItem, at: number): void {
    if (this.emergency) this.cut(place(at), [], 0);
    const { alternatives, costs, frames } = this.galley;
    const movable = alternatives && !this.emergency && (frames[at]?.length ?? 0) === 0;
    const room = (this.region.bottom - this.region.top) * MOST_FLOAT - slab.height - (slab.atPageTop ?? 0);
    const next: Cursor[] = [];
    for (const cursor of this.cursors) {
      // Pictures keep their order: once one waits, those behind it wait with it.
      const placed = cursor.floats.length > 0 ? undefined : placeSlab(cursor, slab, this.region);
      if (placed) next.push(placed);
      else if (movable && !cursor.empty && this.heightOf(cursor.floats) < room) {
        next.push({ ...cursor, floats: [...cursor.floats, at], cost: cursor.cost + costs.movedPicture });
      }
    }
    this.cursors = next;
  }

  private heightOf(floats: readonly number[]): number {
    return floats.reduce((sum, float) => {
      const item = this.galley.items[float];
      return item?.kind === 'float' ? sum + item.slab.height + 2 * this.galley.leading : sum;
    }, 0);
  }

  private place(slab: Slab): Cursor[] {
    const placed: Cursor[] = [];
    for (const cursor of this.cursors) {
      const next = placeSlab(cursor, slab, this.region);
      if (next) placed.push(next);
    }
    return placed;
  }

  private paragraph(item: ParagraphItem, at: number, from?: Position): void {
    const { costs, alternatives } = this.galley;
    const ends: Cursor[] = [];
    item.alternatives.forEach(({ slabs }, alternative) => {
      if (from ? alternative !== from.alternative : alternative > 0 && !alternatives) return;
      const extra = alternative > 0 && !from ? costs.changedParagraph : 0;
      for (const cursor of this.cursors) {
        if (cursor.cost + extra >= this.most) continue;
        let now: Cursor | undefined = cursor;
        for (let line = from?.line ?? 0; line < slabs.length; line++) {
          const slab = slabs[line] as Slab;
          now = placeSlab(now, slab, this.region, line === (from?.line ?? 0) ? extra : 0);
          if (!now) break;
          if (line < slabs.length - 1 && (!item.keep || this.emergency) && !this.tooEmpty(now)) this.cutParagraph(now, item, at, alternative, line + 1, slabs.length);
        }
        if (now) ends.push(now);
      }
    });
    this.cursors = merge(ends);
  }

  private cutParagraph(cursor: Cursor, item: ParagraphItem, at: number, alternative: number, line: number, lines: number): void {
    const broken = line === 1 ? (lines === 2 ? ALONE : ORPHAN) : lines - line === 1 ? WIDOW : NONE;
    this.add(cursor, place(at, line, alternative), broken, item.keep ? 1e6 : 0, undefined, item.alternatives[alternative]?.slabs[line]?.span);
  }

  private columns(item: Extract<FlowItem, { kind: 'columns' }>, at: number, inside?: Position): void {
    if (this.emergency) this.cut(place(at), [], 0);
    const whole: Cursor[] = [];
    for (const cursor of this.cursors) {
      const set = setColumns(item, inside, cursor, this.region, this.galley);
      if (set.whole) whole.push(set.whole);
      for (const part of set.parts) this.add(part.cursor, { ...place(at), inside: part.next }, part.broken, part.cost, undefined, item.span);
    }
    this.cursors = merge(whole);
  }

  private tooEmpty(cursor: Cursor): boolean { return endOf(cursor) + cursor.notes.height < this.least; }

  private cut(next: Position, rules: readonly BreakRule[], extra: number, forced?: Candidate['forced'], span?: Span): void {
    for (const cursor of this.cursors) if (!cursor.empty) this.add(cursor, next, rules, extra, forced, span);
  }

  /** The galley's end; notes that found no room go on by themselves. */
  private cutAtEnd(): void {
    for (const cursor of this.cursors) {
      if (cursor.notes.rest.length > 0 || cursor.floats.length > 0) this.add(cursor, place(this.galley.items.length), [], 0);
      else this.candidates.push({ next: undefined, cursor, cost: cursor.cost, broken: cursor.broken, span: undefined });
    }
  }

  private add(cursor: Cursor, next: Position, rules: readonly BreakRule[], extra: number, forced?: Candidate['forced'], span?: Span): void {
    // What is wanted on a new page is not put off behind the picture of the old.
    if (forced !== undefined && cursor.floats.length > 0) return;
    if (forced === undefined && this.tooEmpty(cursor)) return;
    const { costs, frames, items } = this.galley;
    const open = frames[next.item] ?? NO_FRAMES;
    let cost = cursor.cost + extra;
    const crowded = cursor.since < 2 && forced === undefined && next.item < items.length;
    if (forced === undefined) {
      for (const rule of rules) cost += costs[rule];
      if (crowded) cost += costs.headingLines;
      for (const frame of open) if (frame.torn) cost += costs[frame.torn] + (this.isSliver(frame, cursor, next) ? costs.loneItem : 0);
      if (cursor.hyphenated) cost += costs.hyphenAtPageEnd;
    }
    if (cost >= this.most) return;
    let end: Cursor | undefined = cursor;
    for (let i = open.length - 1; i >= 0 && end; i--) {
      const frame = open[i] as FrameOpen;
      // The closing rule at a page's foot is no line of text: it ignores the space that a next line would have.
      if (frame.onBreak) end = placeSlab({ ...end, space: 0, snap: undefined }, frame.onBreak, this.region, 0, true);
      if (end) end = { ...end, trail: { kind: 'close', last: false, before: end.trail } };
    }
    if (!end) return;
    const broken = forced !== undefined || (rules.length === 0 && !crowded) ? cursor.broken : [...cursor.broken, ...rules, ...(crowded ? ['headingLines' as const] : [])];
    const { item, line, alternative, inside } = next;
    this.candidates.push({ next: { item, line, alternative, carried: end.notes.rest, floats: end.floats, ...(inside ? { inside } : {}) }, cursor: end, cost, broken, span, ...(forced ? { forced } : {}) });
    // In an emergency the walk goes no further than the first cut below the region's end.
    if (this.emergency && endOf(end) > this.region.bottom) this.done = true;
  }

  /** Fewer lines of a box or a list than `scrapLines` on one of the pages look lost there. */
  private isSliver(frame: FrameOpen, { trail }: Cursor, next: Position): boolean {
    if (frame.torn !== 'tornBox' && frame.torn !== 'tornList') return false;
    const { linesBefore, closes, items, costs: { scrapLines } } = this.galley;
    if ((linesBefore[closes.get(frame) ?? items.length] ?? 0) - (linesBefore[next.item] ?? 0) - next.line < scrapLines) return true;
    let lines = 0;
    for (let step = trail; step && lines < scrapLines; step = step.before) {
      if (step.kind === 'open' && step.frame === frame) return step.first;
      if (step.kind === 'columns') lines += step.lines;
      if (step.kind === 'slab' && !step.artifact) lines += step.slab.lines;
    }
    return false;
  }
}
