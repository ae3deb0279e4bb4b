// Lines of the same element, one after the other → the words that line ends broke, and the spaces that they swallowed.
import type { NodeId } from '../document/index.ts';
import type { PlacedLine } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';
import type { GlyphRun } from '../text/index.ts';

/**
 * A stretch of glyphs that is part of a broken word. The first piece says the whole word, the others nothing: read in
 * order they give the word once, even where a page lies between.
 */
export interface WordPiece {
  /** Glyphs from … up to, in the run. */
  readonly from: number;
  readonly to: number;
  /** ActualText of the piece that begins here; undefined: it goes on from the run before. */
  readonly text?: string;
  /** The word goes on in the next run. */
  readonly open: boolean;
}

export interface BrokenWords {
  readonly pieces: ReadonlyMap<GlyphRun, readonly WordPiece[]>;
  /** Runs that end a line where there was a space. */
  readonly spaces: ReadonlySet<GlyphRun>;
}

interface Seen { readonly placed: PlacedLine; readonly page: number }

/** A character that ends a word; no-break spaces do too. */
const SPACE = /\s/u;
/** After these a line may break without a space. */
const TIGHT = /[-‐–—/]$/u;

export function findBrokenWords(pages: readonly Page[]): BrokenWords {
  const pieces = new Map<GlyphRun, WordPiece[]>();
  const spaces = new Set<GlyphRun>();
  const elements = new Map<NodeId, Seen[]>();
  pages.forEach((page, index) => {
    for (const placed of page.items) {
      if (placed.kind !== 'line' || placed.tag === undefined) continue;
      const seen = elements.get(placed.tag);
      if (seen) seen.push({ placed, page: index });
      else elements.set(placed.tag, [{ placed, page: index }]);
    }
  });
  for (const lines of elements.values()) {
    for (let n = 0; n + 1 < lines.length; n++) {
      const { line } = (lines[n] as Seen).placed;
      const last = line.runs.at(-1);
      if (last === undefined) continue;
      if (!line.hyphenated) {
        if (!/\s$/u.test(last.text) && !(line.tight ?? TIGHT.test(line.text))) spaces.add(last);
        continue;
      }
      n = joinWord(lines, n, pieces);
    }
  }
  return { pieces, spaces };
}

/** The word that breaks at the end of line `n`, and perhaps at the ends of those after it; gives the last line that ends in it. */
function joinWord(lines: readonly Seen[], n: number, pieces: Map<GlyphRun, WordPiece[]>): number {
  const parts: { readonly run: GlyphRun; readonly from: number; readonly to: number; readonly text: string; readonly line: number }[] = [];
  const tail = (lines[n] as Seen).placed.line.runs;
  const tag = tail.at(-1)?.tag;
  for (let k = tail.length - 1; k >= 0; k--) {
    const run = tail[k] as GlyphRun;
    if (run.tag !== tag) break;
    let start = run.text.length;
    while (start > 0 && !SPACE.test(run.text[start - 1] ?? ' ')) start--;
    if (start === run.text.length) break;
    parts.unshift({ run, from: glyphAt(run, start), to: run.glyphs.length, text: run.text.slice(start), line: n });
    // A picture among the words would stand inside the mark.
    if (start > 0 || (lines[n] as Seen).placed.line.objects.length > 0) break;
  }
  let next = n + 1;
  for (let ended = false; !ended && next < lines.length; next++) {
    const { line } = (lines[next] as Seen).placed;
    for (const run of line.runs) {
      const stop = SPACE.exec(run.text)?.index ?? run.text.length;
      if (run.tag !== tag || stop === 0) { ended = true; break; }
      parts.push({ run, from: 0, to: glyphAt(run, stop), text: run.text.slice(0, stop), line: next });
      if (stop < run.text.length || line.objects.length > 0) { ended = true; break; }
    }
    if (!line.hyphenated) ended = true;
  }
  if (parts.length === 0) return n;
  // The hyphens that breaks put in stand at the ends of lines; the last line's end is only one if the word goes on.
  const whole = parts.map((part, k) => {
    const endsLine = parts[k + 1] !== undefined && parts[k + 1]?.line !== part.line;
    return endsLine ? part.text.replace(/[-\u00ad\u2010]$/u, '') : part.text;
  }).join('');
  parts.forEach((part, k) => {
    const before = parts[k - 1];
    const after = parts[k + 1];
    const begins = before === undefined || before.line !== part.line;
    const piece: WordPiece = {
      from: part.from, to: part.to,
      ...(begins ? { text: before === undefined ? whole : '' } : {}),
      open: after !== undefined && after.line === part.line,
    };
    const known = pieces.get(part.run);
    if (known) known.push(piece);
    else pieces.set(part.run, [piece]);
  });
  return Math.max(n, next - 2);
}

/** First glyph whose character is at or after `index` in the run's text. */
function glyphAt(run: GlyphRun, index: number): number {
  let glyph = 0;
  while (glyph < run.glyphs.length && (run.clusters[glyph] ?? 0) < index) glyph++;
  return glyph;
}
