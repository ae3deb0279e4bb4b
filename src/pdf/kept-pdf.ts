// What a watch keeps of the last PDF: pages as painted, subsets of fonts, deflated streams. A PDF written with it is the same, byte for byte.
import type { Page } from '../pages/index.ts';
import type { FaceSource } from '../theme/index.ts';
import { Deflater } from './deflater.ts';
import { KeptGroups } from './kept-groups.ts';
import type { Group } from './marked.ts';
import type { Painted } from './paint-page.ts';

export interface KeptPage { readonly groups: readonly Group[]; readonly painted: Painted }
export interface Subset { readonly glyphs: readonly number[]; readonly program: Uint8Array; readonly tag: string }

export class KeptPdf {
  readonly deflater: Deflater;
  readonly groups = new KeptGroups();
  readonly pages = new WeakMap<Page, KeptPage>();
  readonly subsets = new WeakMap<FaceSource, Subset>();

  constructor({ once = false } = {}) { this.deflater = new Deflater(!once); }
}
