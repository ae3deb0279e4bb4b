// Pages → what is painted on each, in groups of marked content: each belongs to one structure element or is an artifact.
import type { NodeId } from '../document/index.ts';
import type { PlacedLine, PlacedPath } from '../flow/index.ts';
import type { GlyphRun, Line } from '../text/index.ts';
import type { Page } from '../pages/index.ts';
import type { Span } from '../document/index.ts';
import { findBrokenWords, type WordPiece } from './broken-words.ts';

export interface RunPart {
  readonly kind: 'run';
  readonly placed: PlacedLine;
  readonly run: GlyphRun;
  /** Pieces of words that the line's end broke, in this run. */
  readonly pieces: readonly WordPiece[];
  /** The break swallowed a space: it is written after the last glyph, so that words stay apart in the structure's text. */
  readonly space: boolean;
}
export interface PicturePart {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly picture: string;
}
export interface PathPart { readonly kind: 'path'; readonly path: PlacedPath }
export type Part = RunPart | PicturePart | PathPart;

export type ArtifactKind = 'header' | 'footer' | 'layout';

export interface Group {
  /** Index in `Page[]`. */
  readonly page: number;
  readonly tag?: NodeId;
  /** Of content that belongs to an element: its number on the page. */
  readonly mcid?: number;
  readonly artifact?: ArtifactKind;
  readonly parts: Part[];
  readonly span?: Span;
}

export function groupPages(pages: readonly Page[]): Group[][] {
  const { pieces, spaces } = findBrokenWords(pages);
  return pages.map((page, index) => {
    const groups: Group[] = [];
    let mcid = 0;
    const join = (part: Part, tag: NodeId | undefined, artifact: ArtifactKind, span?: Span): void => {
      const last = groups.at(-1);
      if (last !== undefined && last.tag === tag && (tag !== undefined || last.artifact === artifact)) last.parts.push(part);
      else groups.push(tag === undefined ? { page: index, artifact, parts: [part] } : { page: index, tag, mcid: mcid++, parts: [part], ...(span ? { span } : {}) });
    };
    for (const item of page.items) {
      if (item.kind === 'path') join({ kind: 'path', path: item }, item.tag, 'layout', item.span);
      else if (item.kind === 'picture') join(item, item.tag, 'layout', item.span);
      else {
        for (const entry of inReadingOrder(item.line)) {
          const artifact = item.artifact ?? 'layout';
          if ('picture' in entry) {
            const { x, width, height, picture } = entry;
            const tag = item.tag === undefined ? undefined : entry.tag;
            join({ kind: 'picture', x: item.x + item.line.x + x, y: item.y - height, width, height, picture }, tag, artifact, item.line.span);
          } else {
            // A line that is an artifact is one whole, whatever its runs belong to (a table head repeated with a link in it).
            const tag = item.tag === undefined ? undefined : entry.tag ?? item.tag;
            join({ kind: 'run', placed: item, run: entry, pieces: pieces.get(entry) ?? [], space: spaces.has(entry) }, tag, artifact, item.line.span);
          }
        }
      }
    }
    return groups;
  });
}

function inReadingOrder(line: Line): readonly (GlyphRun | Line['objects'][number])[] {
  if (line.objects.length === 0) return line.runs;
  return [...line.runs, ...line.objects].sort((a, b) => a.x - b.x);
}
