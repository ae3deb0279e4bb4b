// A font file of the publication's own → why it cannot be used: a damaged one is said at its name, not found out in the middle of a page.
import type { FaceSource } from '../../theme/index.ts';
import { openFace, type Face } from './face.ts';
import { viewOf } from './sfnt.ts';
import { Shaper } from './shape.ts';

const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ abcdefghijklmnopqrstuvwxyzæøåéüß 0123456789 .,:;-–!?()»«“”/% fi fl ffi Te Vå';

/** A clause after "because", or undefined where nothing is wrong. */
export function findFontFault(source: FaceSource): string | undefined {
  try {
    const structure = findStructureFault(source.bytes);
    if (structure !== undefined) return structure;
    const face = openFace(source);
    return findTableFault(face) ?? findGlyphFault(face);
  } catch {
    return 'its tables contradict each other';
  }
}

function findStructureFault(bytes: Uint8Array): string | undefined {
  if (bytes.length < 12) return 'it is too short';
  const file = viewOf(bytes);
  const kind = file.getUint32(0);
  if (kind === 0x774f4646 || kind === 0x774f4632) return 'it is a font for web pages (WOFF); only TrueType and OpenType files can be used';
  if (kind === 0x74746366) return 'it is a collection of fonts; one font a file can be used';
  if (kind !== 0x00010000 && kind !== 0x4f54544f && kind !== 0x74727565) return 'it is no TrueType or OpenType font';
  const count = file.getUint16(4);
  if (12 + count * 16 > bytes.length) return 'it ends too early';
  const tags = new Set<string>();
  for (let index = 0, at = 12; index < count; index += 1, at += 16) {
    tags.add(String.fromCharCode(...bytes.subarray(at, at + 4)));
    if (file.getUint32(at + 8) + file.getUint32(at + 12) > bytes.length) return 'it ends too early';
  }
  const missing = NEEDED.find((tag) => !tags.has(tag)) ?? (tags.has('CFF ') || tags.has('CFF2') || (tags.has('glyf') && tags.has('loca')) ? undefined : 'glyf');
  return missing === undefined ? undefined : `it has no table "${missing}"`;
}

function findTableFault({ tables, unitsPerEm, glyphs, ascent, descent, cff }: Face): string | undefined {
  const contradiction = 'its tables contradict each other';
  if (unitsPerEm < 16 || unitsPerEm > 16384) return 'it has no units to measure in';
  if (glyphs < 1 || !(ascent > 0) || ascent > 5000 || descent < -5000) return contradiction;
  const table = (tag: string): DataView => viewOf(tables.get(tag) ?? new Uint8Array());
  const metrics = table('hhea').getUint16(34);
  if (metrics < 1 || metrics > glyphs || table('hmtx').byteLength < metrics * 4 + (cff ? 0 : (glyphs - metrics) * 2)) return contradiction;
  if (cff) return undefined;
  const loca = table('loca'), glyf = table('glyf');
  const format = table('head').getInt16(50);
  if (format !== 0 && format !== 1) return contradiction;
  const long = format === 1;
  if (loca.byteLength < (glyphs + 1) * (long ? 4 : 2)) return contradiction;
  const offset = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    const from = offset(glyph), to = offset(glyph + 1);
    if (to < from || to > glyf.byteLength || (to > from && to - from < 10)) return 'its outlines are damaged';
    if (to > from && glyf.getInt16(from) >= 0 && !drawnWell(glyf, from, to)) return 'its outlines are damaged';
    // Parts of a composed glyph are whole glyphs before they are composed: no part of itself.
    if (to > from && glyf.getInt16(from) < 0 && !composedWell(glyf, from, to, glyph, glyphs)) return 'its outlines are damaged';
  }
  return undefined;
}

/** The ends of its contours and its instructions lie within it. */
function drawnWell(glyf: DataView, from: number, to: number): boolean {
  const instructions = from + 10 + glyf.getInt16(from) * 2;
  return instructions + 2 <= to && instructions + 2 + glyf.getUint16(instructions) <= to;
}

function composedWell(glyf: DataView, from: number, to: number, glyph: number, glyphs: number): boolean {
  for (let at = from + 10, more = true; more;) {
    if (at + 4 > to) return false;
    const flags = glyf.getUint16(at), part = glyf.getUint16(at + 2);
    if (part >= glyphs || part === glyph) return false;
    at += 4 + ((flags & 1) !== 0 ? 4 : 2) + ((flags & 8) !== 0 ? 2 : (flags & 64) !== 0 ? 4 : (flags & 128) !== 0 ? 8 : 0);
    more = (flags & 32) !== 0;
  }
  return true;
}

function findGlyphFault(face: Face): string | undefined {
  const shaper = new Shaper(face);
  for (const word of LETTERS.split(' ')) {
    for (const features of ['', 'tnum', 'onum', 'smcp']) {
      const { glyphs, advances, width } = shaper.shape(word, features);
      if (!Number.isFinite(width) || glyphs.some((glyph) => !(glyph >= 0 && glyph < face.glyphs)) || advances.some((advance) => !(Math.abs(advance) <= 10_000))) return 'its letters have no measures';
    }
  }
  for (let character = 0x20; character < 0x3000; character += 1) if (face.glyph(character) >= face.glyphs) return 'its letters have no outlines';
  return undefined;
}
