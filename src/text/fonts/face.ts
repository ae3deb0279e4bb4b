// A font file → a font: its measures, its glyphs and its tables; with what shaping needs, a face.
import type { FaceSource } from '../../theme/index.ts';
import { readCharacters } from './characters.ts';
import { Kerning } from './kerning.ts';
import { readTables, viewOf } from './sfnt.ts';
import { Substitutions } from './substitutions.ts';

/** What a font file says of itself. Everything in thousandths of an em unless it says otherwise. */
export interface Font {
  readonly tables: ReadonlyMap<string, Uint8Array>;
  readonly unitsPerEm: number;
  readonly glyphs: number;
  readonly postScriptName: string;
  /** Outlines are CFF, not TrueType. */
  readonly cff: boolean;
  readonly bbox: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly stemV: number;
  /** PDF font descriptor flags: fixed pitch 1, symbolic 4, italic 64. */
  readonly flags: number;
  /** The glyph's own advance. */
  advance(glyph: number): number;
  /** Glyph of a character, 0 where there is none. */
  glyph(character: number): number;
}

/** A font that words can be set in. */
export interface Face extends Font {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly substitutions: Substitutions | undefined;
  readonly kerning: Kerning | undefined;
  /** The own reader does not cover all that this face does: every word of it goes to fontkit. */
  readonly beyond: boolean;
}

export function openFace(source: FaceSource): Face {
  const font = openFont(source);
  const view = (tag: string): DataView | undefined => {
    const table = font.tables.get(tag);
    return table && viewOf(table);
  };
  const gsub = view('GSUB');
  const gpos = view('GPOS');
  const kerning = gpos ? new Kerning(gpos) : undefined;
  return {
    ...font, key: source.key, bytes: source.bytes,
    substitutions: gsub ? new Substitutions(gsub) : undefined,
    kerning,
    // Kerning outside GPOS is old and rare; Apple's own tables are another world.
    beyond: (kerning?.beyond ?? false) || font.tables.has('morx') || (font.tables.has('kern') && !gpos) || font.tables.has('fvar'),
  };
}

export function openFont(source: FaceSource): Font {
  const tables = readTables(source.bytes);
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (!found) throw new Error(`${source.file} has no ${tag} table.`);
    return viewOf(found);
  };
  const optional = (tag: string): DataView | undefined => (tables.has(tag) ? table(tag) : undefined);
  const head = table('head');
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const post = optional('post');
  const os2 = optional('OS/2');
  const unitsPerEm = head.getUint16(18);
  const thousandths = (units: number): number => Math.round((units * 1000) / unitsPerEm);
  const metrics = hhea.getUint16(34);
  const heights = os2 && os2.getUint16(0) >= 2;
  const ascent = thousandths(hhea.getInt16(4));
  const italicAngle = post ? post.getInt32(4) / 65536 : 0;
  return {
    tables, unitsPerEm,
    glyphs: table('maxp').getUint16(4),
    postScriptName: readPostScriptName(table('name')),
    cff: tables.has('CFF ') || tables.has('CFF2'),
    bbox: [thousandths(head.getInt16(36)), thousandths(head.getInt16(38)), thousandths(head.getInt16(40)), thousandths(head.getInt16(42))],
    ascent,
    descent: thousandths(hhea.getInt16(6)),
    capHeight: heights ? thousandths(os2.getInt16(88)) : Math.round(ascent * 0.7),
    xHeight: heights ? thousandths(os2.getInt16(86)) : Math.round(ascent * 0.5),
    italicAngle,
    // No table says it; readers use it only to draw substitutes.
    stemV: Math.round(10 + 220 * (((os2 ? os2.getUint16(4) : 400) - 50) / 900)),
    flags: (post && post.getUint32(12) !== 0 ? 1 : 0) | 4 | (italicAngle !== 0 ? 64 : 0),
    advance: (glyph) => (hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm,
    glyph: readCharacters(table('cmap')),
  };
}

/** Name 6: Windows Unicode, else Macintosh Roman. */
function readPostScriptName(name: DataView): string {
  const strings = name.getUint16(4);
  let found = 'Font';
  for (let n = 0, at = 6; n < name.getUint16(2); n += 1, at += 12) {
    if (name.getUint16(at + 6) !== 6) continue;
    const wide = name.getUint16(at) !== 1;
    const start = strings + name.getUint16(at + 10);
    let value = '';
    for (let k = wide ? 1 : 0; k < name.getUint16(at + 8); k += wide ? 2 : 1) value += String.fromCharCode(name.getUint8(start + k));
    found = value.replace(/[^A-Za-z0-9_-]/g, '') || found;
    if (wide) break;
  }
  return found;
}
