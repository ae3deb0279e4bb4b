// A glyph run → text operators: glyphs where the setting put them, exact to half a thousandth of an em.
import type { Content } from './content.ts';
import { number } from './content.ts';
import { utf16, type Face } from './face.ts';
import type { RunPart } from './marked.ts';
import type { WordPiece } from './broken-words.ts';

/** Where the pen stands in the text object, so that a run that goes on needs no new matrix. */
export interface Pen { x: number; y: number }

/** Nearer than what the eye or a RIP can tell. */
const SAME_PLACE = 0.004;

export function paintRun(content: Content, face: Face, { placed, run, pieces, space }: RunPart, pen: Pen | undefined): Pen {
  const x = placed.x + placed.line.x + run.x;
  const { y } = placed;
  content.beginText();
  content.setFill(run.colour);
  content.setFont(face.name, run.size, run.rise, run.scale);
  let at: Pen = pen ?? { x: NaN, y: NaN };
  if (pen === undefined || pen.y !== y || Math.abs(pen.x - x) > SAME_PLACE) {
    content.add(`1 0 0 -1 ${number(x)} ${number(y)} Tm`);
    at = { x: Math.round(x * 100) / 100, y };
  }
  const em = (run.size * run.scale) / 1000;
  let from = 0;
  for (const piece of pieces) {
    at = paintGlyphs(content, face, run, from, piece.from, at, em, false);
    openPiece(content, piece);
    at = paintGlyphs(content, face, run, piece.from, piece.to, at, em, false);
    if (!piece.open) content.closeMark();
    from = piece.to;
  }
  return paintGlyphs(content, face, run, from, run.glyphs.length, at, em, space);
}

function openPiece(content: Content, piece: WordPiece): void {
  if (piece.text !== undefined) content.openMark('Span', `/ActualText<FEFF${utf16(piece.text)}>`);
}

function paintGlyphs(content: Content, face: Face, run: RunPart['run'], from: number, to: number, pen: Pen, em: number, space: boolean): Pen {
  if (from === to && !space) return pen;
  let operators = '[<';
  let debt = 0;
  let advance = 0;
  for (let n = from; n < to; n++) {
    const code = face.code(run.glyphs[n] ?? 0, meaning(run, n));
    operators += face.hex[code] ?? '';
    const wanted = run.advances[n] ?? 0;
    const width = face.widths[code] ?? 0;
    // TJ takes from the pen; what rounding leaves is paid with the next glyph.
    debt += width - wanted;
    const adjust = Math.round(debt);
    debt -= adjust;
    advance += width - adjust;
    if (adjust !== 0) operators += n + 1 < to || space ? `>${adjust}<` : `>${adjust}`;
    else if (n + 1 === to && !space) operators += '>';
  }
  if (space) {
    const code = face.code(face.font.glyph(0x20), ' ');
    operators += `${face.hex[code] ?? ''}>`;
    advance += face.widths[code] ?? 0;
  }
  content.add(`${operators}]TJ`);
  return { x: pen.x + advance * em, y: pen.y };
}

/** The characters that a glyph stands for: up to where the next cluster begins; later glyphs of a cluster stand for none. */
function meaning(run: RunPart['run'], n: number): string {
  const start = run.clusters[n] ?? 0;
  if (n > 0 && run.clusters[n - 1] === start) return '';
  let k = n + 1;
  while (k < run.clusters.length && run.clusters[k] === start) k++;
  const end = k < run.clusters.length ? run.clusters[k] ?? run.text.length : run.text.length;
  return end === start + 1 ? run.text.charAt(start) : run.text.slice(start, end);
}
