// Pages → what is painted on each, in groups of marked content: each belongs to one structure element or is an artifact.
import type { NodeId, Span } from '../document/index.ts';
import type { PlacedLine, PlacedPath } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';
import type { GlyphRun, Line } from '../text/index.ts';
import { onPage, originOf } from './axes.ts';
import { findBrokenWords, type BrokenWord, type WordPiece } from './broken-words.ts';

/** Glyphs of a run, from … up to. */
export interface RunPart {
  readonly kind: 'run';
  readonly placed: PlacedLine;
  readonly run: GlyphRun;
  readonly from: number;
  readonly to: number;
  /** The break swallowed a space: it is written after the last glyph, so that words stay apart in the structure's text. */
  readonly space: boolean;
  /** The last glyph is a hyphen that the break put there. */
  readonly hyphen: boolean;
}
export interface PicturePart {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly picture: string;
  /** It stands in a line that is turned: x and y are its left and top on the page, width runs up. */
  readonly turned?: true;
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
  /** The word that the group is a piece of. */
  readonly word?: BrokenWord;
  /** What is read in place of the glyphs: the whole word for its first piece, nothing for the others. */
  readonly actualText?: string;
  readonly parts: Part[];
  readonly span?: Span;
}

/** `decorations`: elements that are none, see decorations.ts. */
export function groupPages(pages: readonly Page[], decorations: ReadonlySet<NodeId>): Group[][] {
  const { pieces, spaces } = findBrokenWords(pages);
  const begun = new Set<BrokenWord>();
  return pages.map((page, index) => {
    const groups: Group[] = [];
    let mcid = 0;
    const join = (part: Part, owner: NodeId | undefined, artifact: ArtifactKind, span?: Span, word?: BrokenWord): void => {
      const tag = owner !== undefined && decorations.has(owner) ? undefined : owner;
      const last = groups.at(-1);
      if (last !== undefined && last.tag === tag && last.word === word && (word === undefined || goesOnBelow(last, part)) && (tag !== undefined || last.artifact === artifact)) last.parts.push(part);
      else if (tag === undefined) groups.push({ page: index, artifact, parts: [part] });
      else {
        groups.push({
          page: index, tag, mcid: mcid++, parts: [part], ...(span ? { span } : {}),
          ...(word ? { word, actualText: begun.has(word) ? '' : word.text } : {}),
        });
        if (word) begun.add(word);
      }
    };
    for (const item of page.items) {
      if (item.kind === 'path') join({ kind: 'path', path: item }, item.tag, 'layout', item.span);
      else if (item.kind === 'picture') join(item, item.tag, 'layout', item.span);
      else {
        const artifact = item.artifact ?? 'layout';
        const { span } = item.line;
        for (const entry of inReadingOrder(item.line)) {
          // A line that is an artifact is one whole, whatever its runs belong to (a table head repeated with a link in it).
          const tag = item.tag === undefined ? undefined : entry.tag ?? item.tag;
          if ('picture' in entry) {
            const { x, width, height, picture } = entry;
            const { along, across } = originOf(item);
            const start = along + item.line.x + x;
            const box = onPage(item, { x0: start, y0: across - height, x1: start + width, y1: across });
            join({ kind: 'picture', x: box.x0, y: box.y0, width, height, picture, ...(item.turned ? { turned: true } : {}) }, tag, artifact, span);
          } else {
            for (const { part, word } of runParts(item, entry, pieces.get(entry) ?? [], spaces.has(entry))) join(part, tag, artifact, span, word);
          }
        }
      }
    }
    return groups;
  });
}

/** A run, cut where pieces of broken words begin and end; boxes with codes in them read as the characters. The space after it is in no word: a mark with ActualText would swallow it. */
function* runParts(placed: PlacedLine, run: GlyphRun, pieces: readonly WordPiece[], space: boolean): Generator<{ readonly part: RunPart; readonly word?: BrokenWord }> {
  const end = run.glyphs.length;
  const part = (from: number, to: number, hyphen: boolean, after: boolean): RunPart => ({ kind: 'run', placed, run, from, to, hyphen, space: after });
  if (run.boxed && pieces.length === 0) {
    yield { part: part(0, end, false, false), word: { text: run.text } };
    if (space) yield { part: part(end, end, false, true) };
    return;
  }
  let from = 0;
  for (const piece of pieces) {
    if (piece.from > from) yield { part: part(from, piece.from, false, false) };
    yield { part: part(piece.from, piece.to, piece.hyphen, false), word: piece.word };
    from = piece.to;
  }
  if (from < end || space || pieces.length === 0) yield { part: part(from, end, false, space) };
}

/**
 * A word over two lines of a column is one mark: one string in the structure's text. Over a column's end it is two: a
 * mark has a box, and poppler would put one that lies over both columns out of order.
 */
function goesOnBelow(group: Group, part: Part): boolean {
  const last = group.parts.at(-1);
  return last?.kind === 'run' && part.kind === 'run' && originOf(last.placed).across <= originOf(part.placed).across;
}

function inReadingOrder(line: Line): readonly (GlyphRun | Line['objects'][number])[] {
  if (line.objects.length === 0) return line.runs;
  return [...line.runs, ...line.objects].sort((a, b) => a.x - b.x);
}
