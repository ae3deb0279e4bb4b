// What setting a paragraph gives: its possible lines, each as glyph runs with fixed positions.
import type { NodeId, Span } from '../document/index.ts';
import type { Colour, FaceKey } from '../theme/index.ts';

/** A stretch of glyphs of one face, size, colour and tag, on one line. */
export interface GlyphRun {
  readonly face: FaceKey;
  /** Points. */
  readonly size: number;
  readonly colour: Colour;
  /** From the line's left edge to the run's first origin, points. */
  readonly x: number;
  /** Advance of the whole run as set, points. */
  readonly width: number;
  /** Raised above the line's baseline (footnote marks, sub and sup), points. */
  readonly rise: number;
  /** Horizontal scale of font expansion: 1 is none. `advances` do not include it; `x` and `width` do. */
  readonly scale: number;
  readonly glyphs: Uint16Array;
  /** Thousandths of an em, one a glyph: the glyph's own advance with kerning, tracking and justification added. */
  readonly advances: Float32Array;
  /** The run's characters in reading order, hyphens of line breaks included. */
  readonly text: string;
  /** For each glyph the index in `text` of its first character; a ligature owns up to the next glyph's index. */
  readonly clusters: Uint16Array;
  /** The structure element that owns the characters; undefined inherits the line's. A link's, note mark's or language's own. */
  readonly tag?: NodeId;
  /** The last character is a hyphen that the break put there, not the manuscript. */
  readonly hyphenated?: boolean;
  /** Its glyphs are the codes of characters that no face has, each in a box: they are not what is read. */
  readonly boxed?: boolean;
  readonly underline?: { readonly offset: number; readonly thickness: number };
  readonly strike?: { readonly offset: number; readonly thickness: number };
}

/** A small picture or box among the words, standing on the baseline. */
export interface InlineObject {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly tag: NodeId;
  readonly picture: string;
}

export interface Line {
  readonly runs: readonly GlyphRun[];
  readonly objects: readonly InlineObject[];
  /** From the measure's left edge to the first glyph: indent, alignment, minus protrusion. Points. */
  readonly x: number;
  /** Of what is set, points. */
  readonly width: number;
  /** As read: with the hyphen of a broken word. */
  readonly text: string;
  /** Ends in a hyphen that the break put there. */
  readonly hyphenated: boolean;
  /** The break stands where there was no space: after "e-", a slash, a dash. Undefined: pdf/ guesses from the last character. */
  readonly tight?: boolean;
  /** Where its first character stands in the manuscript. */
  readonly span: Span;
  /** Ids of the notes whose marks stand on it, in order. */
  readonly notes: readonly NodeId[];
}

/** One way to set a paragraph. */
export interface Setting {
  readonly lines: readonly Line[];
  /** Total demerits, in TeX's scale. */
  readonly demerits: number;
}

/** The ways to set a paragraph, the best first; others differ from it in their number of lines. Never empty. */
export type Settings = readonly [Setting, ...Setting[]];
