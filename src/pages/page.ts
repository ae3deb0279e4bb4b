// A finished page: plain data; painting decides nothing.
import type { Placed } from '../flow/index.ts';

export interface Page {
  /** From 1. */
  readonly number: number;
  /** "Side 18 af 40". */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Placed[];
  /** The chapter that it belongs to: index in the document, undefined for cover and contents that come by themselves. */
  readonly chapter?: number;
  /** Anchors that stand on it: destination name → y of its top. */
  readonly anchors: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** Left blank for a right-hand start. */
  readonly blank: boolean;
}
