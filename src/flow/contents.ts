// Document → what its contents list, and its outline of bookmarks: both from the same headings.
import { headingsOf, plainText, type Chapter, type Document, type Heading, type Inline } from '../document/index.ts';
import type { ContentsChapter, ContentsEntry } from './builder.ts';
import type { OutlineEntry } from './tag.ts';

/** The destination of a chapter that has no heading of its own. */
export const chapterAnchor = (chapter: Chapter): string => `chapter:${chapter.id}`;

/** A chapter's part under one `#`. */
interface Stretch { readonly top: Heading | undefined; readonly below: readonly Heading[] }

function stretchesOf(chapter: Chapter): Stretch[] {
  const stretches: { top: Heading | undefined; below: Heading[] }[] = [];
  for (const heading of headingsOf(chapter.blocks)) {
    if (heading.level === 1) stretches.push({ top: heading, below: [] });
    else {
      if (stretches.length === 0) stretches.push({ top: undefined, below: [] });
      stretches[stretches.length - 1]?.below.push(heading);
    }
  }
  if (stretches.length === 0) stretches.push({ top: undefined, below: [] });
  return stretches;
}

export function contentsOf(document: Document, depth: number): readonly ContentsChapter[] {
  return document.chapters.filter(({ inToc }) => inToc).flatMap((chapter) =>
    stretchesOf(chapter).flatMap(({ top, below }, index): ContentsChapter[] => {
      const title = (index === 0 ? chapter.title : undefined) ?? top?.children ?? [];
      const entries = below.filter(({ level }) => level <= depth).map((heading): ContentsEntry => ({
        id: heading.id, anchor: heading.anchor, title: quiet(heading.children), level: heading.level - 1, span: heading.span,
      }));
      if (title.length === 0 && entries.length === 0) return [];
      return [{ id: top?.id ?? chapter.id, anchor: top?.anchor ?? chapterAnchor(chapter), title: quiet(title), span: top?.span ?? chapter.span, entries }];
    }));
}

/** A heading's words as they stand elsewhere: without note marks, links and breaks. */
export function quiet(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    switch (inline.kind) {
      case 'note-mark': case 'page-reference': case 'image': return [];
      case 'link': return quiet(inline.children);
      case 'break': return [{ kind: 'text', value: ' ', span: inline.span, lines: [{ index: 0, line: inline.span.line, column: inline.span.column }] }];
      case 'text': case 'code': return [inline];
      default: return [{ ...inline, children: quiet(inline.children) }];
    }
  });
}

export function outlineOf(document: Document): readonly OutlineEntry[] {
  return document.chapters.flatMap((chapter) => stretchesOf(chapter).flatMap(({ top, below }, index): readonly OutlineEntry[] => {
    const title = plainText((index === 0 ? chapter.title : undefined) ?? top?.children ?? []).trim();
    const children = nest(below, 0, below.length);
    if (title === '') return children;
    return [{ title, anchor: top?.anchor ?? chapterAnchor(chapter), children }];
  }));
}

/** Headings by rank: each owns those of a deeper rank that follow it. */
function nest(headings: readonly Heading[], from: number, to: number): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (let at = from; at < to;) {
    const heading = headings[at];
    if (!heading) break;
    let end = at + 1;
    while (end < to && (headings[end]?.rank ?? 0) > heading.rank) end += 1;
    entries.push({ title: plainText(heading.children).trim(), anchor: heading.anchor, children: nest(headings, at + 1, end) });
    at = end;
  }
  return entries;
}
