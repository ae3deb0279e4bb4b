// Glyphs of a run → text operators: each where the setting put it, exact to half a thousandth of an em.
import { originOf } from './axes.ts';
import { number, type Content } from './content.ts';
import type { Face } from './face.ts';
import type { RunPart } from './marked.ts';

/** Where the pen stands in the text object, in the axes of its line, so that a run that goes on needs no new matrix. */
export interface Pen { readonly x: number; readonly y: number; readonly turned: boolean }

/** Nearer than what the eye or a RIP can tell. */
const SAME_PLACE = 0.004;

/** ISO 32000-1, 14.8.2.2.3: a hyphen that a break put there is a soft one. */
const SOFT_HYPHEN = '\u00ad';

/** Along the line, where the part's first glyph stands. */
export function partX({ placed, run, from }: RunPart): number {
  let x = originOf(placed).along + placed.line.x + run.x;
  const em = (run.size * run.scale) / 1000;
  for (let n = 0; n < from; n++) x += (run.advances[n] ?? 0) * em;
  return x;
}

export function paintRun(content: Content, face: Face, part: RunPart, pen: Pen | undefined): Pen | undefined {
  const { placed, run, from, to } = part;
  const y = originOf(placed).across;
  const turned = placed.turned === true;
  const x = partX(part);
  if (from === to && !part.space) return pen;
  content.beginText();
  content.setFill(run.colour);
  content.setVisible(part.placed.hidden !== true);
  content.setFont(face.name, run.size, run.rise, run.scale);
  let start = pen?.x ?? x;
  if (pen === undefined || pen.turned !== turned || pen.y !== y || Math.abs(pen.x - x) > SAME_PLACE) {
    content.add(turned ? `0 -1 -1 0 ${number(y)} ${number(-x)} Tm` : `1 0 0 -1 ${number(x)} ${number(y)} Tm`);
    start = Math.round(x * 100) / 100;
  }
  const em = (run.size * run.scale) / 1000;
  let operators = '[(';
  let debt = (start - x) / em;
  let advance = 0;
  for (let n = from; n < to; n++) {
    const code = face.code(run.glyphs[n] ?? 0, part.hyphen && n + 1 === to ? SOFT_HYPHEN : meaning(run, n));
    operators += face.shown[code] ?? '';
    const width = face.widths[code] ?? 0;
    // TJ takes from the pen; what rounding leaves is paid with the next glyph.
    debt += width - (run.advances[n] ?? 0);
    const adjust = Math.round(debt);
    debt -= adjust;
    advance += width - adjust;
    if (adjust !== 0) operators += n + 1 < to || part.space ? `)${adjust}(` : `)${adjust}`;
    else if (n + 1 === to && !part.space) operators += ')';
  }
  if (part.space) {
    const code = face.code(face.font.glyph(0x20), ' ');
    operators += `${face.shown[code] ?? ''})`;
    advance += face.widths[code] ?? 0;
  }
  content.add(`${operators}]TJ`);
  return { x: start + advance * em, y, turned };
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
