// Lines of the same element, one after the other → the words that line ends broke, and the spaces that they swallowed.
import type { NodeId } from '../document/index.ts';
import type { PlacedLine } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';
import type { GlyphRun } from '../text/index.ts';

/** A word that stands on two lines or more, as it would stand on one. */
export interface BrokenWord { readonly text: string }

/** The glyphs of a run that belong to a broken word. */
export interface WordPiece {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly word: BrokenWord;
  /** The piece ends in the hyphen that the break put there. */
  readonly hyphen: boolean;
}

export interface BrokenWords {
  readonly pieces: ReadonlyMap<GlyphRun, readonly WordPiece[]>;
  /** Runs that end a line where there was a space. */
  readonly spaces: ReadonlySet<GlyphRun>;
}

/** A character that ends a word; no-break spaces do too. */
const SPACE = /\s/u;
/** After these a line may break without a space. */
const TIGHT = /[-‐–—/]$/u;
const HYPHEN = /[-\u00ad\u2010]$/u;

export function findBrokenWords(pages: readonly Page[]): BrokenWords {
  const pieces = new Map<GlyphRun, WordPiece[]>();
  const spaces = new Set<GlyphRun>();
  for (const lines of linesByElement(pages).values()) {
    for (let n = 0; n + 1 < lines.length; n++) {
      const line = lines[n]?.line;
      const last = line?.runs.at(-1);
      if (line === undefined || last === undefined) continue;
      if (line.hyphenated) n = joinWord(lines, n, pieces);
      else if (!/\s$/u.test(last.text) && !(line.tight ?? TIGHT.test(line.text))) spaces.add(last);
    }
  }
  return { pieces, spaces };
}

function linesByElement(pages: readonly Page[]): Map<NodeId, PlacedLine[]> {
  const elements = new Map<NodeId, PlacedLine[]>();
  for (const page of pages) {
    for (const placed of page.items) {
      if (placed.kind !== 'line' || placed.tag === undefined) continue;
      const lines = elements.get(placed.tag);
      if (lines) lines.push(placed);
      else elements.set(placed.tag, [placed]);
    }
  }
  return elements;
}

interface Part { readonly run: GlyphRun; readonly from: number; readonly to: number; readonly text: string; readonly line: number }

/** The word that breaks at the end of line `n`, and perhaps at the ends of lines after it; gives the line before the one where it ends. */
function joinWord(lines: readonly PlacedLine[], n: number, pieces: Map<GlyphRun, WordPiece[]>): number {
  const parts = lastWord(lines[n], n);
  const tag = parts[0]?.run.tag;
  let next = n + 1;
  for (let goesOn = parts.length > 0; goesOn && next < lines.length; next++) {
    const first = firstWord(lines[next], next, tag);
    parts.push(...first.parts);
    goesOn = first.wholeLine && (lines[next]?.line.hyphenated ?? false);
  }
  const hyphens = parts.map((part, k) => parts[k + 1] !== undefined && parts[k + 1]?.line !== part.line);
  const word = { text: parts.map((part, k) => (hyphens[k] ? part.text.replace(HYPHEN, '') : part.text)).join('') };
  parts.forEach(({ run, from, to }, k) => {
    const piece = { from, to, word, hyphen: hyphens[k] ?? false };
    const known = pieces.get(run);
    if (known) known.push(piece);
    else pieces.set(run, [piece]);
  });
  return Math.max(n, next - 2);
}

/** What stands after the line's last space, as far as it belongs to one element. */
function lastWord(placed: PlacedLine | undefined, line: number): Part[] {
  const parts: Part[] = [];
  const runs = placed?.line.runs ?? [];
  for (let k = runs.length - 1; k >= 0; k--) {
    const run = runs[k];
    if (run === undefined || run.tag !== runs.at(-1)?.tag) break;
    let start = run.text.length;
    while (start > 0 && !SPACE.test(run.text.charAt(start - 1))) start--;
    if (start === run.text.length) break;
    parts.unshift({ run, from: glyphAt(run, start), to: run.glyphs.length, text: run.text.slice(start), line });
    // A picture among the words ends the word.
    if (start > 0 || (placed?.line.objects.length ?? 0) > 0) break;
  }
  return parts;
}

/** What stands before the line's first space. */
function firstWord(placed: PlacedLine | undefined, line: number, tag: NodeId | undefined): { readonly parts: Part[]; readonly wholeLine: boolean } {
  const parts: Part[] = [];
  for (const run of placed?.line.runs ?? []) {
    const stop = SPACE.exec(run.text)?.index ?? run.text.length;
    if (run.tag !== tag || stop === 0) return { parts, wholeLine: false };
    parts.push({ run, from: 0, to: glyphAt(run, stop), text: run.text.slice(0, stop), line });
    if (stop < run.text.length || (placed?.line.objects.length ?? 0) > 0) return { parts, wholeLine: false };
  }
  return { parts, wholeLine: true };
}

/** First glyph whose character is at or after `index` in the run's text. */
function glyphAt(run: GlyphRun, index: number): number {
  let glyph = 0;
  while (glyph < run.glyphs.length && (run.clusters[glyph] ?? 0) < index) glyph++;
  return glyph;
}
