// Document + Theme + what pages know → galleys ready for make-up, the structure tree, the outline and head and foot.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Document } from '../document/index.ts';
import type { Artwork } from '../pictures/index.ts';
import type { Typesetter } from '../text/index.ts';
import type { Theme } from '../theme/index.ts';
import type { PageFacts } from './facts.ts';
import type { Galley } from './item.ts';
import type { Placed } from './placed.ts';
import type { OutlineEntry, TagNode } from './tag.ts';

/** What head and foot are made from. */
export interface PageToDecorate {
  readonly number: number;
  readonly pages: number;
  /** The galley's title. */
  readonly title?: string;
  /** Cover: neither head nor foot. */
  readonly bare: boolean;
}

export interface Flowed {
  readonly galleys: readonly Galley[];
  readonly tags: TagNode;
  readonly outline: readonly OutlineEntry[];
  /** Head and foot in page coordinates of that page (mirrored where the template mirrors). */
  decorate(page: PageToDecorate): readonly Placed[];
  /** "Side 18 af 40". */
  label(number: number, pages: number): string;
}

export function flowDocument(
  _document: Document, _theme: Theme, _typesetter: Typesetter, _pictures: ReadonlyMap<string, Artwork>,
  _facts: PageFacts, _diagnostics: Diagnostics,
): Flowed {
  throw new Error('flow/ is being built.');
}
