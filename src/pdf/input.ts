// Everything that a PDF is written from: finished pages and the tree that they are tagged with.
import type { OutlineEntry, TagNode } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';
import type { Artwork } from '../pictures/index.ts';
import type { PdfStandard } from '../publication/index.ts';
import type { FaceSource } from '../theme/index.ts';

export type { PdfStandard };

export interface PdfInput {
  readonly pages: readonly Page[];
  /** Told when what stands on a page will not be read again, by its index: whoever holds it alone may let it go. */
  readonly letGo?: (page: number) => void;
  readonly tags: TagNode;
  readonly outline: readonly OutlineEntry[];
  readonly faces: ReadonlyMap<string, FaceSource>;
  readonly pictures: ReadonlyMap<string, Artwork>;
  readonly meta: {
    readonly title: string;
    readonly author?: string;
    readonly language: string;
    /** ISO date of the publication; decides every date in the file. */
    readonly date?: string;
    readonly subject?: string;
  };
  readonly standard: PdfStandard;
  /** Sources to embed, by name. */
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly bytes: Uint8Array; readonly description: string }[];
}
