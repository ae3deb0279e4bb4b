// What every block's builder is given and gives back: document block + surroundings → items, tags and the space it asks for.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Inline, NodeId, PictureRef, Span } from '../document/index.ts';
import type { Artwork, PathSegment } from '../pictures/index.ts';
import type { InlineContext, Typesetter } from '../text/index.ts';
import type { Colour, Labels, Role, RoleStyle, Theme } from '../theme/index.ts';
import type { FlowItem, ParagraphItem, Slab } from './item.ts';
import type { Placed, PlacedLine, PlacedPath } from './placed.ts';
import type { TagNode, TagRole } from './tag.ts';

export interface Stretch { readonly x: number; readonly width: number }

/** Where a block stands. `side` is there only where nothing else uses it (not in columns, cards or boxes within boxes). */
export interface Zone extends Stretch {
  /** For side headings, captions, labels, box titles. */
  readonly side?: Stretch;
  /** All that a wide block may take; the zone itself where there is no more. */
  readonly full: Stretch;
}

/**
 * A block, flowed. `items` neither begin nor end with a Space; the space between two blocks is
 * max(next.before, previous.after − next.rise).
 */
export interface FlowedBlock {
  readonly items: readonly FlowItem[];
  readonly tags: readonly TagNode[];
  /** Least space from the end of what stands before to the first slab's top. */
  readonly before: number;
  /** Least distance from its end to the next baseline (or, where the template measures boxes, to the next box). */
  readonly after: number;
  /** How far below its first slab's top the line stands that `previous.after` is measured to. 0 where boxes are measured. */
  readonly rise: number;
  /** The first slab's anchor lands on a grid line (template with a grid). */
  readonly snap: boolean;
  /** Must not be parted from what follows: what a cut there would break. */
  readonly keepWithNext?: 'heading' | 'listIntro' | 'tornBox';
  /** A heading for the side column: joined to the first slab of what follows, level with its first baseline. */
  readonly sideHeading?: Slab;
  /** A whole new page before it. */
  readonly force?: 'page' | 'right';
}

/** Text set into lines, for a slab: baselines count from 0 = top of the first line's box. */
export interface SetText {
  readonly content: readonly PlacedLine[];
  /** Lines × leading. */
  readonly height: number;
  /** From the top to the first baseline. */
  readonly baseline: number;
  /** Of the widest line. */
  readonly width: number;
}

export interface TextOptions {
  /** Structure element of its lines; undefined for an artifact. */
  readonly tag?: NodeId;
  /** In place of the style's. */
  readonly align?: RoleStyle['align'];
  readonly indent?: number;
  /** Set without a manuscript's inlines (label, number): `span` is what diagnostics point at. */
  readonly language?: string;
  /** Where its findings go, if not where the block's do. */
  readonly diagnostics?: Diagnostics;
}

export interface SlabOptions {
  readonly span: Span;
  /** From the top to the snapping line; default 0. */
  readonly anchor?: number;
  readonly atPageTop?: number;
  /** It (also) stands in the side column, this far down. Give it for whatever is wider than the text zone. */
  readonly side?: number;
  readonly anchors?: readonly string[];
  readonly lines?: number;
}

export interface Surroundings {
  readonly zone: Zone;
  /** Style of plain paragraphs here: body, box, card, lead, quote, footnote. */
  readonly body: RoleStyle;
  readonly language: string;
  /** Lines snap to the page's grid (running text); boxes, cards and notes do not. */
  readonly onGrid: boolean;
  /** Depth of lists, from 0. */
  readonly listDepth: number;
  /** Depth of boxes, quotes, columns, cards, from 0: at 0 a block stands in the running text. */
  readonly depth: number;
  /** How high a piece may be, in points, where that is less than a page: in a note. */
  readonly highest?: number;
  /** Inside `:::columns`: further ones in it are set under each other. */
  readonly inColumns?: boolean;
  /** A heading's style by level here; inside boxes the template's box-heading. */
  readonly heading?: Role;
  /** Which of how many chapters, where a `#` opens one. */
  readonly opening?: { readonly index: number; readonly count: number; readonly contents?: boolean };
}

/** Everything that a block's builder may ask for. Immutable but for `diagnostics` and numbering. */
export interface BlockContext extends Surroundings {
  readonly theme: Theme;
  readonly typesetter: Typesetter;
  readonly diagnostics: Diagnostics;
  readonly labels: Labels;
  /** What stands in the contents, to the depth that the publication asks for. */
  readonly contents: readonly ContentsChapter[];
  /** How high a piece may be: a page, or what there is of one. */
  readonly tallest: number;
  /** Page of an anchor; undefined before the first round. */
  pageOf(anchor: string): number | undefined;
  /** Language, page references, notes and pictures for the typesetter. */
  readonly inline: InlineContext;

  /** The same with other surroundings. */
  within(changes: Partial<Surroundings>): BlockContext;
  style(role: Role): RoleStyle;
  /** Any blocks, one under the other, as one: what containers call for their content. */
  flowBlocks(blocks: readonly Block[]): FlowedBlock;
  /** A paragraph that may be cut over pages, in its alternatives. */
  paragraph(id: NodeId, span: Span, inlines: readonly Inline[], style: RoleStyle, options?: ParagraphOptions): ParagraphItem;
  /** Text for a slab: cell, caption, label, number. */
  text(inlines: readonly Inline[] | string, style: RoleStyle, x: number, width: number, span: Span, options?: TextOptions): SetText;
  /** Content as one piece that is never cut; notes are found in its lines. */
  slab(height: number, content: readonly Placed[], options: SlabOptions): Slab;
  /** Items as one piece (a card, a signature group): spaces kept, best alternatives, columns stacked. */
  compose(items: readonly FlowItem[]): { readonly content: readonly Placed[]; readonly height: number; readonly anchors: readonly string[] };
  /** A horizontal rule whose middle is at y. */
  rule(x: number, width: number, y: number, stroke: { readonly width: number; readonly colour: Colour }, tag?: NodeId): PlacedPath;
  /** Spaces of a text style here, as FlowedBlock wants them. */
  spacing(style: RoleStyle): { readonly before: number; readonly after: number; readonly rise: number };
  /** The same for a component: its `before` and `after` from the theme. */
  componentSpacing(component: { readonly before: number; readonly after: number }): { readonly before: number; readonly after: number; readonly rise: number };
  /** From a line box's top to its baseline. */
  baseline(style: RoleStyle): number;
  /** Where a line box begins whose first baseline (templates that measure baselines) or top (boxes) is `distance` below y = 0. */
  lineTop(distance: number, style: RoleStyle): number;
  /** Where a template's distances below text begin: the last baseline, or the end of the last line box, of text that ends at `bottom`. */
  textEnd(bottom: number, style: RoleStyle): number;
  /** `anchor` that puts a component's top rule on a half line: slab top + anchor falls on a grid line. 0 without a grid. */
  readonly halfLine: number;
  /** Structure elements inside a run of text: links, note marks, page references, pictures among words. */
  inlineTags(inlines: readonly Inline[]): readonly TagNode[];
  tag(id: NodeId, role: TagRole, span: Span, children?: readonly TagNode[], more?: Partial<TagNode>): TagNode;
  /** Next number of its kind. */
  number(kind: 'figure' | 'table'): number;
  /** By its key. */
  picture(key: string): Artwork | undefined;
  /** Key of a picture and its artwork, where it could be read. */
  artwork(picture: PictureRef): { readonly key: string; readonly artwork: Artwork } | undefined;
  /** The width that the manuscript asks for, in points, within `measure`. */
  askedWidth(picture: PictureRef, measure: number): number | undefined;
  /** A label with its {fields} filled in. */
  fill(label: string, fields: Readonly<Record<string, string>>): string;
  /** An ISO date as the language writes it. */
  date(iso: string): string;
  /** A number as the language writes it, with this many decimals. */
  numberText(value: number, decimals: number): string;
}

/** A chapter (or a further `#` in one) in the contents. */
export interface ContentsChapter {
  readonly id: NodeId;
  readonly anchor: string;
  /** Without note marks and links. */
  readonly title: readonly Inline[];
  readonly span: Span;
  readonly entries: readonly ContentsEntry[];
}
export interface ContentsEntry {
  readonly id: NodeId;
  readonly anchor: string;
  readonly title: readonly Inline[];
  /** 1 for what stands right under the chapter. */
  readonly level: number;
  readonly span: Span;
}

export interface ParagraphOptions {
  readonly x?: number;
  readonly width?: number;
  readonly indent?: number;
  readonly keep?: boolean;
  /** Element of its lines where it isn't `id`. */
  readonly tag?: NodeId;
  readonly anchors?: readonly string[];
  /** Drawn beside the first line, relative to its slab's top (a list's mark). */
  readonly beside?: readonly Placed[];
}

export type { PathSegment };

/**
 * The builders of blocks, by file: table.ts flowTable, chart.ts flowChart, orgchart.ts flowOrgchart, media.ts flowMedia,
 * cards.ts flowCards, links.ts flowLinks, signatures.ts flowSignatures, figure.ts flowFigure; blocks.ts holds the rest
 * and chooses. A builder gets its sizes from `context.theme.components` and puts nothing into `context`.
 */
