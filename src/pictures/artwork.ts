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
  readonly shapes: readonly Shape[];
  readonly hash: string;
}
/** Coordinates in points of the drawing, y down; all transforms are already applied. */
export interface Shape {
  readonly path: readonly PathSegment[];
  readonly fill?: Colour;
  readonly fillOpacity?: number;
  readonly evenOdd?: boolean;
  readonly stroke?: {
    readonly colour: Colour; readonly width: number; readonly opacity?: number; readonly dash?: readonly number[];
    readonly cap: 0 | 1 | 2; readonly join: 0 | 1 | 2; readonly miterLimit: number;
  };
  readonly clip?: readonly (readonly PathSegment[])[];
}
