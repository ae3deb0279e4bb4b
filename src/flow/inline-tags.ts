// Inlines → the structure elements inside a run of text: links, note marks, page references, pictures among words.
import { plainText, type Inline } from '../document/index.ts';
import type { TagNode } from './tag.ts';

/** `noteOf` gives the Note that a mark points at, and what a screen reader says for it. */
export function inlineTags(inlines: readonly Inline[], noteOf: (label: string) => { readonly id: string; readonly label: string }): readonly TagNode[] {
  const tags: TagNode[] = [];
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'link': {
        const link = inline.url !== undefined ? { url: inline.url } : inline.target !== undefined ? { anchor: inline.target } : undefined;
        const children = inlineTags(inline.children, noteOf);
        if (!link) { tags.push(...children); break; }
        tags.push({ id: inline.id, role: 'Link', inline: true, span: inline.span, link, alt: inline.title ?? (plainText(inline.children) || (inline.url ?? '')), children });
        break;
      }
      case 'page-reference':
        tags.push({ id: inline.id, role: 'Link', inline: true, span: inline.span, link: { anchor: inline.target }, children: [] });
        break;
      case 'note-mark': {
        const note = noteOf(inline.note);
        const link: TagNode = { id: inline.id, role: 'Link', inline: true, span: inline.span, link: { anchor: noteAnchor(note.id) }, alt: note.label, children: [] };
        tags.push({ id: `${inline.id}/reference`, role: 'Reference', inline: true, span: inline.span, ref: note.id, children: [link] });
        break;
      }
      case 'image':
        tags.push({ id: inline.id, role: 'Figure', inline: true, span: inline.span, alt: inline.picture.alt, children: [] });
        break;
      case 'text': case 'code': case 'break': break;
      default: tags.push(...inlineTags(inline.children, noteOf));
    }
  }
  return tags;
}

/** The destination at a note's text. */
export const noteAnchor = (note: string): string => `note:${note}`;
