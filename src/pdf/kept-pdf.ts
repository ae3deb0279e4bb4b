// What a watch keeps of the last PDF: pages as painted, subsets of fonts, deflated streams. A PDF written with it is the same, byte for byte.
import type { NodeId } from '../document/index.ts';
import type { Page } from '../pages/index.ts';
import type { FaceSource } from '../theme/index.ts';
import { Deflater } from './deflater.ts';
import { KeptGroups } from './kept-groups.ts';
import { groupPages, type Group } from './marked.ts';
import type { Painted } from './paint-page.ts';

export interface KeptPage { readonly groups: readonly Group[]; readonly painted: Painted }
export interface Subset { readonly glyphs: readonly number[]; readonly program: Uint8Array; readonly tag: string }

export class KeptPdf {
  readonly deflater: Deflater;
  private readonly groups = new KeptGroups();
  private readonly painted = new WeakMap<Page, KeptPage>();
  readonly subsets = new WeakMap<FaceSource, Subset>();

  readonly once: boolean;

  /** `once`: there will be no next edition to keep anything for. */
  constructor({ once = false } = {}) {
    this.once = once;
    this.deflater = new Deflater(!once);
  }

  group(pages: readonly Page[], decorations: ReadonlySet<NodeId>): readonly (readonly Group[])[] {
    return this.once ? groupPages(pages, decorations) : this.groups.group(pages, decorations);
  }

  page(page: Page): KeptPage | undefined { return this.painted.get(page); }
  keep(page: Page, kept: KeptPage): void { if (!this.once) this.painted.set(page, kept); }
}
