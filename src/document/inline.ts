// The words of a paragraph and what is marked in them: the leaves of a Document.
import type { NodeId } from './block.ts';
import type { Span } from './span.ts';

interface InlineBase {
  readonly span: Span;
}

/** Plain characters. A soft line break of the source is a single space in `value`. */
export interface Text extends InlineBase {
  readonly kind: 'text';
  readonly value: string;
  /**
   * For each source line that the text stands on: the index in `value` where it begins and its place in the file.
   * The first entry is index 0 = `span`'s start; lets a set line find its own line and column.
   */
  readonly lines: readonly { readonly index: number; readonly line: number; readonly column: number }[];
}
export interface Emphasis extends InlineBase { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
export interface Strong extends InlineBase { readonly kind: 'strong'; readonly children: readonly Inline[] }
export interface Strike extends InlineBase { readonly kind: 'strike'; readonly children: readonly Inline[] }
export interface Subscript extends InlineBase { readonly kind: 'sub'; readonly children: readonly Inline[] }
export interface Superscript extends InlineBase { readonly kind: 'sup'; readonly children: readonly Inline[] }
export interface CodeSpan extends InlineBase { readonly kind: 'code'; readonly value: string }
/** A hard line break. */
export interface LineBreak extends InlineBase { readonly kind: 'break' }

/** A link out of the publication (`url`) or to an id in it (`target`, without `#`). Unsafe schemes never get here. */
export interface Link extends InlineBase {
  readonly kind: 'link';
  readonly id: NodeId;
  readonly url?: string;
  readonly target?: string;
  readonly title?: string;
  /** The text is the address itself (autolink): broken like an address, never hyphenated. */
  readonly bare: boolean;
  readonly children: readonly Inline[];
}
/** `[](#id)`: set as the page that the id stands on ("side 12"). */
export interface PageReference extends InlineBase { readonly kind: 'page-reference'; readonly id: NodeId; readonly target: string }
/** The mark of a footnote; `note` is its number's owner in `Chapter.notes`. */
export interface NoteMark extends InlineBase { readonly kind: 'note-mark'; readonly id: NodeId; readonly note: string }
/** A picture among words. */
export interface InlineImage extends InlineBase {
  readonly kind: 'image';
  readonly id: NodeId;
  readonly picture: PictureRef;
}

export interface PictureRef {
  /** Absolute path, checked to lie inside the publication. */
  readonly file: string;
  /** The address as written. */
  readonly source: string;
  /** Empty: decoration. */
  readonly alt: string;
  readonly width?: { readonly value: number; readonly unit: '%' | 'mm' | 'pt' };
  readonly span: Span;
}

export type Inline =
  | Text | Emphasis | Strong | Strike | Subscript | Superscript | CodeSpan | LineBreak
  | Link | PageReference | NoteMark | InlineImage;

/** The characters that a reader sees in these inlines, marks left out. */
export function plainText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text': case 'code': text += inline.value; break;
      case 'break': text += ' '; break;
      case 'image': text += inline.picture.alt; break;
      case 'note-mark': case 'page-reference': break;
      default: text += plainText(inline.children);
    }
  }
  return text;
}
