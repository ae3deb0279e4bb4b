// A picture read from the publication: a bitmap ready for the PDF, or a drawing as vectors.
import type { Colour } from '../theme/index.ts';

/** M x y, L x y, C x1 y1 x2 y2 x y, Z: absolute points. */
export type PathSegment =
  | readonly ['M', number, number] | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number] | readonly ['Z'];

export type Artwork = Bitmap | Drawing;

export interface Bitmap {
  readonly kind: 'bitmap';
  /** Pixels as seen (after EXIF turning). */
  readonly width: number;
  readonly height: number;
  /** From the file, when it says. */
  readonly dpi?: number;
  /** The image XObject: what pdf/ writes unchanged. */
  readonly image: ImageData;
  readonly alpha?: ImageData;
  /** Same bytes, same key: written once. */
  readonly hash: string;
}
export interface ImageData {
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly colourSpace: 'DeviceGray' | 'DeviceRGB';
  readonly bits: 1 | 2 | 4 | 8 | 16;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly bytes: Uint8Array;
  /** PNG predictor parameters where the stream keeps them. */
  readonly predictor?: { readonly colours: number; readonly columns: number };
  /** Palette (RGB triples) where `colourSpace` is indexed. */
  readonly palette?: Uint8Array;
}

export interface Drawing {
  readonly kind: 'drawing';
  /** Points (CSS px × 0.75). */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Mark[];
  readonly hash: string;
}
export type Mark = Shape | EmbeddedBitmap | Group;
/** Painted by itself, then laid on what is there: as opaque as it says, and seen where its mask is bright, or opaque. */
export interface Group { readonly group: readonly Mark[]; readonly opacity?: number; readonly mask?: Mask }
export interface Mask { readonly marks: readonly Mark[]; readonly by: 'luminosity' | 'opacity' }
/** Coordinates in points of the drawing, y down; all transforms are already applied. */
export interface Shape {
  readonly path: readonly PathSegment[];
  readonly fill?: Ink;
  readonly fillOpacity?: number;
  readonly evenOdd?: boolean;
  readonly stroke?: {
    readonly colour: Ink; readonly width: number; readonly opacity?: number; readonly dash?: readonly number[];
    readonly cap: 0 | 1 | 2; readonly join: 0 | 1 | 2; readonly miterLimit: number;
  };
  readonly clip?: readonly Clip[];
}
/** What is outside of it is not seen; of several, what is outside of any. */
export interface Clip { readonly path: readonly PathSegment[]; readonly evenOdd?: true }

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Ink = Colour | Gradient | Tile;

/** A cell that is painted over and over, edge to edge, from (0, 0) of a space of its own. */
export interface Tile {
  readonly tile: readonly Mark[];
  readonly width: number;
  readonly height: number;
  /** From that space to the drawing's. */
  readonly matrix: Matrix;
}

/** Colours along a line, or from circle to circle. */
export interface Gradient {
  readonly kind: 'linear' | 'radial';
  /** Where offset 0 and offset 1 are: x, y and, of a circle, its radius; in a space of its own. */
  readonly from: readonly [x: number, y: number, r: number];
  readonly to: readonly [x: number, y: number, r: number];
  /** From that space to the drawing's. */
  readonly matrix: Matrix;
  /** By rising offset; before the first and after the last their colours go on. Repeats are written out. */
  readonly stops: readonly GradientStop[];
}
export interface GradientStop { readonly offset: number; readonly colour: Colour; readonly opacity: number }

/** A picture inside a drawing, on the unit square through the matrix, y down. */
export interface EmbeddedBitmap {
  readonly bitmap: Bitmap;
  readonly matrix: Matrix;
  readonly opacity?: number;
  readonly clip?: readonly Clip[];
}
