// The structure tree: made by flow/ while it walks the document, so it follows reading order however pages fall.
import type { NodeId, Span } from '../document/index.ts';

export type TagRole =
  | 'Document' | 'Part' | 'Sect' | 'Div' | 'Aside' | 'BlockQuote' | 'P' | 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'Title'
  | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Caption' | 'Figure' | 'Formula'
  | 'TOC' | 'TOCI' | 'Reference' | 'Note' | 'Link' | 'Span' | 'Code' | 'Em' | 'Strong' | 'Form';

/**
 * A structure element. Block elements keep the order of `children`; an element with `inline` is put among its parent's
 * content where its first glyph stands. Content (lines, pictures, paths) names the element by `id` and joins it in the
 * order in which it is placed, page by page. An element that gets neither content nor children is left out.
 */
export interface TagNode {
  readonly id: NodeId;
  readonly role: TagRole;
  readonly children: readonly TagNode[];
  readonly inline?: boolean;
  /** Alternative text (figures, links' Contents). */
  readonly alt?: string;
  readonly actualText?: string;
  /** BCP 47, where it differs from the publication's. */
  readonly language?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly listNumbering?: 'None' | 'Disc' | 'Decimal' | 'Unordered' | 'Ordered';
  readonly colSpan?: number;
  /** A link's destination; its rectangles come from the lines. */
  readonly link?: { readonly url: string } | { readonly anchor: string };
  /** A note mark's reference to its Note, a contents entry's to its heading: the other element's id. */
  readonly ref?: NodeId;
  readonly span: Span;
}

export interface OutlineEntry {
  readonly title: string;
  readonly anchor: string;
  readonly children: readonly OutlineEntry[];
}
