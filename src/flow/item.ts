// FlowItem: the galley that page make-up cuts into pages. Heights and costs decide; content is only carried along.
import type { NodeId, Span } from '../document/index.ts';
import type { Placed } from './placed.ts';

/**
 * A piece that is never cut. Its content is placed relative to the slab's top (y) and the page's left edge (x, odd
 * page). Text lines are slabs of one line.
 */
export interface Slab {
  readonly kind: 'slab';
  readonly height: number;
  readonly content: readonly Placed[];
  /** From the slab's top to the line that snaps to the grid (its first baseline, or a rule), when the space before it snaps. */
  readonly anchor: number;
  /** Distance from the text area's top to the slab's top when it comes first on a page; default 0. */
  readonly atPageTop?: number;
  /**
   * Stands in the side column too (a side heading, a caption), or across: it begins below whatever stands there.
   * `sideHeight` is how far its side part reaches below the slab's top; the next slab with `side` begins below that.
   */
  readonly side?: { readonly height: number };
  /** Ids of the notes whose marks are in it; their text goes to the foot of the same page. */
  readonly notes: readonly NodeId[];
  /** Destinations at its top. */
  readonly anchors: readonly string[];
  /** It is, or has beside it, a heading: at least two lines of text follow it on the page. */
  readonly heading?: boolean;
  /** A line of running text: counts as one for lastPageLines and for widows. */
  readonly lines: number;
  /** Its last line ends in a hyphen put there by the break. */
  readonly hyphenated?: boolean;
  readonly span: Span;
}

/**
 * Vertical space; vanishes at the top of a page or column. With `snap` the next slab's anchor lands on the first
 * multiple of `snap` (from the page's top) that leaves at least `height`.
 */
export interface Space {
  readonly kind: 'space';
  readonly height: number;
  readonly snap?: number;
}

/** Names of the costs in MakeUpCosts, so that a yielded rule can be named in a diagnostic. */
export type BreakRule =
  | 'widow' | 'orphan' | 'heading' | 'headingLines' | 'tornList' | 'tornBox' | 'tornTable' | 'tornRow' | 'listIntro' | 'loneItem';

/**
 * A place where the page may be cut. Between two slabs without a penalty a cut is free only if a Space stands there;
 * two adjacent slabs with neither are never parted.
 */
export interface Penalty {
  readonly kind: 'penalty';
  /** What it costs; undefined rules with cost 0 are free. Several rules add up. */
  readonly rules: readonly BreakRule[];
  /** A cut that must be made: a `::pagebreak`, a chapter. */
  readonly force?: 'page' | 'right' | 'column';
  readonly span: Span;
}

/**
 * A paragraph with alternatives: each is the list of slabs of one Setting, the best first, differing in number of
 * lines. Leading is uniform inside; cuts between its lines are allowed, with widow, orphan and hyphen rules applied by
 * make-up itself (`keep`: never cut).
 */
export interface ParagraphItem {
  readonly kind: 'paragraph';
  readonly alternatives: readonly { readonly slabs: readonly Slab[]; readonly demerits: number }[];
  readonly keep: boolean;
  readonly span: Span;
  readonly id: NodeId;
}

/**
 * Opens something that may go on over pages: a fact box, a table, a quote. `onBreak` closes it at the foot of a page,
 * `onContinue` opens it again at the head of the next (repeated table head, "(fortsat)"); both are artifacts.
 */
export interface FrameOpen {
  readonly kind: 'open';
  readonly frame: string;
  readonly onBreak?: Slab;
  readonly onContinue?: Slab;
  /** What any cut inside it breaks, between its blocks or within a paragraph of one. */
  readonly torn?: BreakRule;
  /** A stroke that runs beside the whole part on each page (code's bar, a box's edges): painted from y0 to y1. */
  readonly beside?: (y0: number, y1: number, first: boolean, last: boolean) => readonly Placed[];
  readonly span: Span;
}
export interface FrameClose { readonly kind: 'close'; readonly frame: string }

/** `:::columns`: a galley of its own, balanced over `count` columns of `width`; x of each column's left edge. */
export interface ColumnsItem {
  readonly kind: 'columns';
  /** Content x is relative to a column's left edge. */
  readonly galley: readonly FlowItem[];
  readonly xs: readonly number[];
  /** Height-wise like a slab that occupies the side column. */
  readonly span: Span;
}

/** A picture that may move to the head of the next page. */
export interface FloatItem { readonly kind: 'float'; readonly slab: Slab; readonly span: Span }

export type FlowItem = Slab | Space | Penalty | ParagraphItem | FrameOpen | FrameClose | ColumnsItem | FloatItem;

/** A note's text, as it stands at the foot of a page. */
export interface NoteItem {
  readonly id: NodeId;
  readonly slabs: readonly Slab[];
}

/** One chapter (or cover, or contents that come by themselves) ready for make-up. */
export interface Galley {
  readonly items: readonly FlowItem[];
  readonly notes: ReadonlyMap<NodeId, NoteItem>;
  readonly startOn: 'page' | 'right' | 'same';
  /** Index in Document.chapters; undefined for cover and contents. */
  readonly chapter?: number;
  /** What the head and foot of its pages say; undefined for none (cover). */
  readonly title?: string;
  /** Head and foot are left out (cover). */
  readonly bare: boolean;
  /** `startOn: same` — goes on where the last one ended (plain's title before the contents). */
  readonly span: Span;
}
