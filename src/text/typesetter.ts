// What text/ offers: paragraphs set in their possible ways, and the widths that tables and charts ask for.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Inline, NodeId, PictureRef } from '../document/index.ts';
import type { TextStyle } from '../theme/index.ts';
import type { Settings } from './setting.ts';

/** What inlines cannot know of themselves: resolved by flow/ before setting. */
export interface InlineContext {
  /** BCP 47 of the text. */
  readonly language: string;
  /** Hears of characters without a glyph. */
  readonly diagnostics: Diagnostics;
  /** `[](#id)` → "side 12". */
  pageReference(target: string): string;
  /** Printed number and id of a note's text. */
  note(label: string): { readonly number: string; readonly id: NodeId };
  /** Size on paper of a picture among words, points, and its key. */
  picture(picture: PictureRef): { readonly width: number; readonly height: number; readonly key: string };
}

export interface ParagraphRequest {
  readonly inlines: readonly Inline[];
  readonly style: TextStyle;
  /** Width of the lines, points. */
  readonly measure: number;
  readonly context: InlineContext;
  /** First line's indent, points; default 0. */
  readonly indent?: number;
  /** Also give settings with a line more or fewer, where the tolerance allows. */
  readonly alternatives?: boolean;
  /** Never hyphenate the last full line's word, at a bounded price (a paragraph that may end a page). */
  readonly noHyphens?: boolean;
}

export interface Typesetter {
  set(request: ParagraphRequest): Settings;
  /** Widest unbreakable piece and whole width on one line, points. */
  extent(inlines: readonly Inline[], style: TextStyle, context: InlineContext): { readonly min: number; readonly max: number };
  /** Height of the style's capitals and x-height, points. */
  metrics(style: TextStyle): { readonly capHeight: number; readonly xHeight: number; readonly ascender: number; readonly descender: number };
}
