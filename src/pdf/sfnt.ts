// Bytes of a TrueType or OpenType file → its tables and the few figures that a PDF font is described with.

export interface Sfnt {
  readonly tables: ReadonlyMap<string, Uint8Array>;
  readonly unitsPerEm: number;
  readonly glyphs: number;
  readonly postScriptName: string;
  /** Outlines are CFF, not TrueType. */
  readonly cff: boolean;
  /** FontBBox, ascent, descent, capital height in thousandths of an em. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly fixedPitch: boolean;
  readonly weight: number;
  /** Advance in font units. */
  advance(glyph: number): number;
  /** Glyph of a character, 0 where there is none. */
  glyph(character: number): number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function readSfnt(bytes: Uint8Array): Sfnt {
  const file = view(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let n = 0, at = 12; n < file.getUint16(4); n++, at += 16) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, bytes.subarray(file.getUint32(at + 8), file.getUint32(at + 8) + file.getUint32(at + 12)));
  }
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`The font has no ${tag} table.`);
    return view(found);
  };
  const head = table('head');
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const post = tables.has('post') ? table('post') : undefined;
  const os2 = tables.has('OS/2') ? table('OS/2') : undefined;
  const unitsPerEm = head.getUint16(18);
  const thousandths = (units: number): number => Math.round((units * 1000) / unitsPerEm);
  const metrics = hhea.getUint16(34);
  const ascent = thousandths(hhea.getInt16(4));
  let characters: ((character: number) => number) | undefined;
  return {
    tables,
    unitsPerEm,
    glyphs: table('maxp').getUint16(4),
    postScriptName: readPostScriptName(table('name')),
    cff: tables.has('CFF '),
    box: [thousandths(head.getInt16(36)), thousandths(head.getInt16(38)), thousandths(head.getInt16(40)), thousandths(head.getInt16(42))],
    ascent,
    descent: thousandths(hhea.getInt16(6)),
    capHeight: os2 && os2.getUint16(0) >= 2 ? thousandths(os2.getInt16(88)) : Math.round(ascent * 0.7),
    italicAngle: post ? post.getInt32(4) / 65536 : 0,
    fixedPitch: post ? post.getUint32(12) !== 0 : false,
    weight: os2 ? os2.getUint16(4) : 400,
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    glyph: (character) => (characters ??= readCharacters(table('cmap')))(character),
  };
}

/** Name 6: Windows Unicode, else Macintosh Roman. */
function readPostScriptName(name: DataView): string {
  const strings = name.getUint16(4);
  let found = 'Font';
  for (let n = 0, at = 6; n < name.getUint16(2); n++, at += 12) {
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

/** cmap format 12 where there is one, else format 4. */
function readCharacters(cmap: DataView): (character: number) => number {
  let best: { readonly at: number; readonly format: number } | undefined;
  for (let n = 0, at = 4; n < cmap.getUint16(2); n++, at += 8) {
    const offset = cmap.getUint32(at + 4);
    const format = cmap.getUint16(offset);
    if ((format === 4 || format === 12) && format > (best?.format ?? 0)) best = { at: offset, format };
  }
  if (best === undefined) return () => 0;
  const { at, format } = best;
  if (format === 12) {
    const groups = cmap.getUint32(at + 12);
    return (character) => {
      for (let n = 0, group = at + 16; n < groups; n++, group += 12) {
        if (character < cmap.getUint32(group)) return 0;
        if (character <= cmap.getUint32(group + 4)) return cmap.getUint32(group + 8) + character - cmap.getUint32(group);
      }
      return 0;
    };
  }
  const doubled = cmap.getUint16(at + 6);
  return (character) => {
    if (character > 0xffff) return 0;
    for (let n = 0; n < doubled; n += 2) {
      if (cmap.getUint16(at + 14 + n) < character) continue;
      const first = cmap.getUint16(at + 16 + doubled + n);
      if (first > character) return 0;
      const delta = cmap.getUint16(at + 16 + doubled * 2 + n);
      const where = at + 16 + doubled * 3 + n;
      const range = cmap.getUint16(where);
      if (range === 0) return (character + delta) & 0xffff;
      const glyph = cmap.getUint16(where + range + (character - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
