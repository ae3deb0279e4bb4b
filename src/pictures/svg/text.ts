// What SVG text asks of a typesetter: the outlines of a piece of text in some face.
import type { PathSegment } from '../artwork.ts';

export interface TextFace {
  /** As written: "Arial, sans-serif". */
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly size: number;
}

/** Outlines from the origin of the first letter, y down, and the advance; undefined where no face can. */
export type OutlineText = (text: string, face: TextFace) => { readonly path: readonly PathSegment[]; readonly width: number } | undefined;
