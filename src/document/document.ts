// The whole publication as a tree: what markdown/ makes and flow/ sets.
import type { Block, Heading, NodeId } from './block.ts';
import type { Inline } from './inline.ts';
import type { Span } from './span.ts';

export interface Document {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly edition?: string;
  readonly organisation?: string;
  /** ISO date. */
  readonly date?: string;
  readonly chapters: readonly Chapter[];
  /** Contents asked for by `toc:`; undefined for none. */
  readonly toc?: { readonly depth: number };
  /** Some chapter holds a `::toc`, so none comes by itself. */
  readonly tocByHand: boolean;
  readonly cover?: { readonly image?: { readonly file: string; readonly alt: string; readonly span: Span } };
}

export interface Chapter {
  readonly id: NodeId;
  /** Absolute path. */
  readonly file: string;
  /** For contents, bookmarks and head: front matter's `title`, else the first `#`, else undefined. */
  readonly title?: readonly Inline[];
  /** `toc: false` leaves it out of the contents. */
  readonly inToc: boolean;
  readonly startOn?: 'page' | 'right';
  readonly blocks: readonly Block[];
  /** Footnotes in the order of their first marks; the printed number is the index + 1 (numbered by chapter). */
  readonly notes: readonly Note[];
  readonly span: Span;
}

export interface Note {
  /** Its label in the manuscript. */
  readonly label: string;
  readonly id: NodeId;
  readonly span: Span;
  readonly children: readonly Block[];
}

/** Every heading in reading order, those inside boxes, columns and quotes included. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  const found: Heading[] = [];
  const visit = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.kind === 'heading') found.push(block);
      else if ('children' in block && block.kind !== 'paragraph') visit(block.children as readonly Block[]);
      else if (block.kind === 'list') for (const item of block.items) visit(item.children);
    }
  };
  visit(blocks);
  return found;
}
