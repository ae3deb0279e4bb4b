// What stands in a slab and, later, on a page: plain data that painting, snapshot and preview only read.
import type { NodeId, Span } from '../document/index.ts';
import type { Colour } from '../theme/index.ts';
import type { Line } from '../text/index.ts';
import type { PathSegment } from '../pictures/index.ts';

/** Everything below is in points; in a page from its top left, in a slab from the slab's top and the page's left edge. */
export type Placed = PlacedLine | PlacedPath | PlacedPicture;

export interface PlacedLine {
  readonly kind: 'line';
  /** Left edge of the measure; the first glyph stands at x + line.x. */
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** The words run up the page: the baseline is the upright at x, the measure begins at y, the first glyph stands at y - line.x. */
  readonly turned?: true;
  readonly line: Line;
  readonly size: number;
  readonly role: string;
  /** The structure element that the line belongs to; undefined: an artifact (head, folio, repeated table head). */
  readonly tag?: NodeId;
  readonly artifact?: 'header' | 'footer' | 'layout';
  /** Read, searched and copied but not seen: a chart's cells that the drawing has no room to print. */
  readonly hidden?: true;
}

/** A rule, disc, bar, box or QR code. Without a tag it is an artifact. */
export interface PlacedPath {
  readonly kind: 'path';
  readonly path: readonly PathSegment[];
  /** On a page: how far to the right and down of `path` it stands; see `segmentsOf` in pages/. A chart's strokes are many, and are not copied to be moved. */
  readonly moved?: { readonly dx: number; readonly dy: number };
  readonly fill?: Colour;
  readonly evenOdd?: boolean;
  readonly stroke?: { readonly colour: Colour; readonly width: number; readonly dash?: readonly number[]; readonly cap?: 'round' };
  /** What it is, for layout JSON and diffs: "rule", "disc", "bar", "qr", "box". */
  readonly role: string;
  readonly tag?: NodeId;
  readonly span?: Span;
}

/** A picture: a bitmap or a drawing from `Artwork`, stretched to the rectangle. */
export interface PlacedPicture {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Key of the artwork in `Pictures`. */
  readonly picture: string;
  readonly tag?: NodeId;
  readonly span: Span;
  readonly role: string;
}
