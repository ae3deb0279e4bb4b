// The blocks of a Document: what an editor wrote, before anyone decides how it looks.
import type { Inline, PictureRef } from './inline.ts';
import type { Span } from './span.ts';

/**
 * Names a node of the document for tags and layout diffs. Unique in the publication and stable while the text around
 * it changes: chapter file, path of kinds and ordinals ("02-okonomi.md/p3", "02-okonomi.md/list1/2/p1").
 */
export type NodeId = string;

interface BlockBase {
  readonly id: NodeId;
  readonly span: Span;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** As written, 1 to 6. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The level in the tag tree and bookmarks, where jumps are repaired. */
  readonly rank: 1 | 2 | 3 | 4 | 5 | 6;
  /** `{#id}` or a slug; unique in the publication; the named destination. */
  readonly anchor: string;
  readonly children: readonly Inline[];
}
export interface Paragraph extends BlockBase { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
/** `:::lead`: its paragraphs, or any other blocks set in the lead's style. */
export interface Lead extends BlockBase { readonly kind: 'lead'; readonly children: readonly Block[] }
export interface Quote extends BlockBase { readonly kind: 'quote'; readonly children: readonly Block[] }
export interface List extends BlockBase {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start: number;
  /** No blank lines between items. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  readonly id: NodeId;
  readonly span: Span;
  /** A task's box; undefined for a plain item. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}
export interface Code extends BlockBase { readonly kind: 'code'; readonly language?: string; readonly value: string }
export interface ThematicBreak extends BlockBase { readonly kind: 'thematic-break' }

export interface Table extends BlockBase {
  readonly kind: 'table';
  /** From `:::table[Caption]`. */
  readonly caption?: readonly Inline[];
  readonly align: readonly ('left' | 'center' | 'right' | undefined)[];
  /** The first row is the head. */
  readonly rows: readonly TableRow[];
}
export interface TableRow { readonly id: NodeId; readonly span: Span; readonly cells: readonly TableCell[] }
export interface TableCell { readonly id: NodeId; readonly span: Span; readonly children: readonly Inline[] }

/** A picture alone in its paragraph. */
export interface Figure extends BlockBase {
  readonly kind: 'figure';
  readonly picture: PictureRef;
  readonly caption?: readonly Inline[];
}
export interface FactBox extends BlockBase {
  readonly kind: 'factbox';
  readonly title?: readonly Inline[];
  readonly children: readonly Block[];
}
export interface Cards extends BlockBase {
  readonly kind: 'cards';
  readonly columns?: number;
  readonly items: readonly ListItem[];
  /** Blocks beside the list (allowed, set before it). */
  readonly before: readonly Block[];
}
export interface Links extends BlockBase {
  readonly kind: 'links';
  readonly title?: readonly Inline[];
  readonly before: readonly Block[];
  readonly items: readonly ListItem[];
}
export interface Signatures extends BlockBase {
  readonly kind: 'signatures';
  readonly place?: string;
  /** ISO date. */
  readonly date?: string;
  readonly columns: 1 | 2;
  /** Paragraphs before the list: the body under place and date that signs. */
  readonly body: readonly Block[];
  readonly people: readonly Signatory[];
}
export interface Signatory {
  readonly id: NodeId;
  readonly span: Span;
  readonly name: readonly Inline[];
  /** What stands under the name, a line each. */
  readonly roles: readonly (readonly Inline[])[];
}
export interface OrgChart extends BlockBase { readonly kind: 'orgchart'; readonly roots: readonly OrgUnit[]; readonly before: readonly Block[] }
export interface OrgUnit {
  readonly id: NodeId;
  readonly span: Span;
  /** The first line of the item: bold in the box. */
  readonly name: readonly Inline[];
  /** Further lines. */
  readonly notes: readonly (readonly Inline[])[];
  readonly children: readonly OrgUnit[];
}
export interface Chart extends BlockBase {
  readonly kind: 'chart';
  readonly type: 'bar' | 'column' | 'stacked' | 'line';
  readonly title?: string;
  /** First column the categories, each further column a series. */
  readonly table: Table;
}
export interface Columns extends BlockBase { readonly kind: 'columns'; readonly count: number; readonly children: readonly Block[] }
export interface LanguagePassage extends BlockBase { readonly kind: 'lang'; readonly code: string; readonly children: readonly Block[] }
export interface Media extends BlockBase {
  readonly kind: 'media';
  readonly medium: 'video' | 'audio';
  readonly title?: readonly Inline[];
  readonly url: string;
}
export interface PageBreak extends BlockBase { readonly kind: 'pagebreak' }
export interface Toc extends BlockBase { readonly kind: 'toc' }
/** What an unknown directive or raw HTML block held: set as the blocks it is. */
export interface Group extends BlockBase { readonly kind: 'group'; readonly children: readonly Block[] }

export type Block =
  | Heading | Paragraph | Lead | Quote | List | Code | ThematicBreak | Table | Figure | FactBox | Cards | Links
  | Signatures | OrgChart | Chart | Columns | LanguagePassage | Media | PageBreak | Toc | Group;

export type { PictureRef };
