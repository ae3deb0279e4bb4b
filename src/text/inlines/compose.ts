// A broken line → glyph runs at fixed places: hyphens added, spaces set, letters scaled, runs cut where style or tag change.
import type { NodeId } from '../../document/index.ts';
import type { BrokenLine } from '../breaking/break-lines.ts';
import type { GlyphRun, InlineObject, Line } from '../setting.ts';
import { clustersOf, fractions, wholeNumbers } from './arrays.ts';
import type { Piece, SpacePiece, Strip, StripMaker } from './pieces.ts';
import { placeOf, type CharacterStyle, type Stream } from './stream.ts';

/** The rule under links: how thick in points, how far below the baseline in parts of the size. */
export interface LineRules { readonly thickness: number; readonly offset: number }
const STRIKE = { thickness: 0.05, height: 0.28 };

/** What of the stream stands on a line, and how. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
  readonly hyphen: boolean;
  readonly line: BrokenLine;
  /** Points that spaces grow by at ratio 1, and shrink by at −1, as parts of the font's space. */
  readonly stretch: number;
  readonly shrink: number;
  readonly lightShrink: number;
  readonly underline: LineRules;
  /** Width that the line has to fill exactly; undefined where it keeps its own. */
  readonly fill: number | undefined;
  /** Where it begins, once its width is known. */
  x(width: number): number;
}

class RunBuilder {
  glyphs: number[] = [];
  advances: number[] = [];
  clusters: number[] = [];
  /** Joined at the end: a string that grows word by word is a chain of them for as long as it lives. */
  readonly text: string[] = [];
  letters = 0;
  width = 0;
  hyphenated = false;
  readonly spaces: number[] = [];
  constructor(readonly face: string, readonly size: number, readonly rise: number, readonly style: CharacterStyle, readonly underlined: boolean, readonly boxed: boolean) {}

  add(text: string): void {
    this.text.push(text);
    this.letters += text.length;
  }
}

/** The pieces' strips and spaces that lie on the line, cut where it begins and ends within a word. */
export function composeLine(stream: Stream, pieces: readonly Piece[], maker: StripMaker, span: LineSpan): Line {
  const builders: (RunBuilder | { readonly object: InlineObject })[] = [];
  const scale = 1 + span.line.fit.expansion;
  const { ratio } = span.line.fit;
  const notes: NodeId[] = [];
  let open: RunBuilder | undefined;
  const text: string[] = [];
  const runFor = (style: CharacterStyle, face: string, size: number, rise: number, boxed = false): RunBuilder => {
    if (!open || open.style !== style || open.face !== face || open.size !== size || open.rise !== rise || open.boxed !== boxed) {
      open = new RunBuilder(face, size, rise, style, style.underlined, boxed);
      builders.push(open);
    }
    return open;
  };
  for (let index = firstPiece(pieces, span.from); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || piece.from >= span.to) break;
    const note = stream.notes.size === 0 ? undefined : stream.notes.get(stream.origin ? stream.origin[piece.from] ?? -1 : piece.from);
    if (note !== undefined && piece.from >= span.from) notes.push(note);
    if (piece.kind === 'break') continue;
    if (piece.kind === 'object') {
      const { object } = piece;
      builders.push({ object: { x: 0, width: object.width, height: object.height, tag: object.tag, picture: object.picture } });
      open = undefined;
      continue;
    }
    if (piece.kind === 'space') {
      const run = runFor(piece.style, piece.face, piece.style.size, piece.style.rise);
      text.push(addSpace(run, piece, ratio, scale, span, stream));
      continue;
    }
    const broken = span.hyphen && span.to <= piece.to;
    const from = Math.max(piece.from, span.from);
    const to = Math.min(piece.to, span.to);
    const whole = from === piece.from && to === piece.to && !broken;
    const value = whole ? piece.text : piece.text.slice(from - piece.from, to - piece.from) + (broken ? '-' : '');
    const strips = whole ? piece.strips : maker.strips(value, piece.style, from);
    for (const strip of strips) addStrip(runFor, piece.style, strip, scale);
    if (broken && open) open.hyphenated = true;
    text.push(value);
  }
  if (span.fill !== undefined) fillExactly(builders, span.fill, scale);
  return finish(builders, scale, span, text.join(''), notes, stream);
}

function firstPiece(pieces: readonly Piece[], from: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addSpace(run: RunBuilder, piece: SpacePiece, ratio: number, scale: number, span: LineSpan, stream: Stream): string {
  const give = piece.natural * (ratio >= 0 ? ratio * span.stretch : ratio * span.shrink * (piece.light ? span.lightShrink : 1));
  const width = piece.width + give;
  run.spaces.push(run.glyphs.length);
  run.glyphs.push(piece.glyph);
  run.advances.push((width * 1000) / (run.size * scale));
  run.clusters.push(run.letters);
  const space = stream.text.charAt(piece.from) === '\u00A0' ? '\u00A0' : ' ';
  run.add(space);
  run.width += width;
  return space;
}

function addStrip(runFor: (style: CharacterStyle, face: string, size: number, rise: number, boxed?: boolean) => RunBuilder, style: CharacterStyle, strip: Strip, scale: number): void {
  const { shaped } = strip;
  const tracking = (style.tracking * 1000) / strip.size;
  if (!shaped.rises) {
    addLevel(runFor(style, strip.face, strip.size, style.rise, strip.box ?? false), strip, tracking, scale);
    return;
  }
  let base = -1;
  let run: RunBuilder | undefined;
  let first = 0;
  for (let n = 0; n < shaped.glyphs.length; n += 1) {
    const rise = style.rise + ((shaped.rises?.[n] ?? 0) * strip.size) / 1000;
    const next = runFor(style, strip.face, strip.size, rise, strip.box ?? false);
    if (next !== run) {
      // A strip of marks at several heights is several runs; the characters are divided among them by cluster.
      run = next;
      first = n === 0 ? 0 : shaped.clusters[n] ?? 0;
      base = run.letters;
      const until = clusterAfterRun(shaped, n);
      run.add(first === 0 && until === undefined ? strip.text : strip.text.slice(first, until));
    }
    const advance = (shaped.advances[n] ?? 0) + tracking;
    run.glyphs.push(shaped.glyphs[n] ?? 0);
    run.advances.push(advance);
    run.clusters.push(base + Math.max(0, (shaped.clusters[n] ?? 0) - first));
    run.width += (advance * run.size * scale) / 1000;
  }
}

/** All at one height, as nearly every strip is. */
function addLevel(run: RunBuilder, { shaped: { glyphs, advances, clusters }, text }: Strip, tracking: number, scale: number): void {
  const base = run.letters;
  const { size } = run;
  let { width } = run;
  run.add(text);
  for (let n = 0; n < glyphs.length; n += 1) {
    const advance = (advances[n] ?? 0) + tracking;
    run.glyphs.push(glyphs[n] ?? 0);
    run.advances.push(advance);
    run.clusters.push(base + (clusters[n] ?? 0));
    width += (advance * size * scale) / 1000;
  }
  run.width = width;
}

/** Where the text of the glyphs from `n` at one height ends. */
function clusterAfterRun({ clusters, rises, glyphs }: Strip['shaped'], n: number): number | undefined {
  if (!rises) return undefined;
  for (let k = n + 1; k < glyphs.length; k += 1) if (rises[k] !== rises[n]) return clusters[k];
  return undefined;
}

/** What rounding, pictures and reshaped word parts leave over goes to the spaces, so that every line ends on the edge. */
function fillExactly(builders: readonly (RunBuilder | { readonly object: InlineObject })[], fill: number, scale: number): void {
  let width = 0;
  let spaces = 0;
  for (const item of builders) {
    if (!(item instanceof RunBuilder)) { width += item.object.width; continue; }
    width += item.width;
    spaces += item.spaces.length;
  }
  const each = spaces === 0 ? 0 : (fill - width) / spaces;
  if (each === 0) return;
  for (const item of builders) {
    if (!(item instanceof RunBuilder)) continue;
    for (const at of item.spaces) item.advances[at] = (item.advances[at] ?? 0) + (each * 1000) / (item.size * scale);
    item.width += each * item.spaces.length;
  }
}

const NONE: readonly never[] = [];
type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

function finish(builders: readonly (RunBuilder | { readonly object: InlineObject })[], scale: number, span: LineSpan, text: string, notes: readonly NodeId[], stream: Stream): Line {
  const runs: GlyphRun[] = [];
  const objects: InlineObject[] = [];
  let x = 0;
  for (const item of builders) {
    if (!(item instanceof RunBuilder)) {
      objects.push({ ...item.object, x });
      x += item.object.width;
      continue;
    }
    const { style, size } = item;
    const own = item.text.join('');
    // Not by spreading: V8 would give every run a class of its own, which takes more room than the run.
    const run: Draft<GlyphRun> = {
      face: item.face, size, colour: style.colour, x, width: item.width, rise: item.rise, scale,
      glyphs: wholeNumbers(item.glyphs), advances: fractions(item.advances), text: own === text ? text : own, clusters: clustersOf(item.clusters),
    };
    if (style.tag !== undefined) run.tag = style.tag;
    if (item.hyphenated) run.hyphenated = true;
    if (item.boxed) run.boxed = true;
    if (item.underlined) run.underline = { offset: -span.underline.offset * style.size, thickness: span.underline.thickness };
    else if (item.boxed) run.underline = { offset: -0.1 * style.size, thickness: 0.04 * style.size };
    if (style.struck) run.strike = { offset: STRIKE.height * style.size, thickness: STRIKE.thickness * style.size };
    else if (item.boxed) run.strike = { offset: 0.66 * style.size, thickness: 0.04 * style.size };
    runs.push(run);
    x += item.width;
  }
  const start = placeOf(stream, span.from);
  const end = placeOf(stream, Math.max(span.from, span.to - 1));
  const tight = span.to < stream.text.length && !/[\s]/.test(stream.text.charAt(span.to)) && !span.hyphen;
  return {
    // Copied to their length, and one for all where there is none: lines are what a book's memory is full of.
    runs: runs.slice(), objects: objects.length === 0 ? NONE : objects, x: span.x(x), width: x, text, hyphenated: span.hyphen, notes: notes.length === 0 ? NONE : notes, tight,
    span: {
      file: start?.file ?? '', line: start?.line ?? 1, column: start?.column ?? 1,
      endLine: end?.line ?? start?.line ?? 1, endColumn: (end?.column ?? start?.column ?? 0) + 1,
    },
  };
}
