// A TrueType font and the glyphs that are used → a font program that holds only those, in the order given.
import type { Font } from '../text/index.ts';

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Flags of a composite glyph's component (OpenType, glyf table). */
const WORDS = 0x0001, SCALE = 0x0008, MORE = 0x0020, XY_SCALE = 0x0040, TWO_BY_TWO = 0x0080, INSTRUCTIONS = 0x0100;

/**
 * `glyphs[n]` becomes glyph n; glyph 0 must stand first. A glyph may be given twice (the same shape with two meanings).
 * Components of composites are added behind them. Instructions go: at print resolutions no reader runs them, and they
 * are half of a hinted font.
 */
export function subsetTrueType(font: Font, glyphs: readonly number[]): Uint8Array {
  const glyf = need(font, 'glyf');
  const loca = view(need(font, 'loca'));
  const long = view(need(font, 'head')).getInt16(50) === 1;
  const offset = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);

  const order = [...glyphs];
  const added = new Map<number, number>();
  order.forEach((glyph, n) => { if (!added.has(glyph)) added.set(glyph, n); });
  const outlines: Uint8Array[] = [];
  for (let n = 0; n < order.length; n++) {
    const glyph = order[n] ?? 0;
    const outline = glyf.subarray(offset(glyph), offset(glyph + 1));
    outlines.push(withoutInstructions(outline, (component) => {
      let at = added.get(component);
      if (at === undefined) {
        at = order.length;
        added.set(component, at);
        order.push(component);
      }
      return at;
    }));
  }

  const total = outlines.reduce((sum, outline) => sum + padded(outline.length), 0);
  const newGlyf = new Uint8Array(total);
  const newLoca = new Uint8Array((order.length + 1) * 4);
  const newHmtx = new Uint8Array(order.length * 4);
  const hmtx = view(need(font, 'hmtx'));
  const metrics = view(need(font, 'hhea')).getUint16(34);
  let at = 0;
  order.forEach((glyph, n) => {
    const outline = outlines[n] ?? new Uint8Array();
    newGlyf.set(outline, at);
    view(newLoca).setUint32(n * 4, at);
    at += padded(outline.length);
    view(newHmtx).setUint16(n * 4, hmtx.getUint16(Math.min(glyph, metrics - 1) * 4));
    view(newHmtx).setInt16(n * 4 + 2, glyph < metrics ? hmtx.getInt16(glyph * 4 + 2) : hmtx.getInt16(metrics * 4 + (glyph - metrics) * 2));
  });
  view(newLoca).setUint32(order.length * 4, at);

  const head = need(font, 'head').slice(0, 54);
  view(head).setUint32(8, 0);
  view(head).setInt16(50, 1);
  const hhea = need(font, 'hhea').slice(0, 36);
  view(hhea).setUint16(34, order.length);
  const maxp = need(font, 'maxp').slice(0, 32);
  view(maxp).setUint16(4, order.length);
  if (maxp.length >= 28) view(maxp).setUint16(26, 0); // maxSizeOfInstructions
  return assemble([['glyf', newGlyf], ['head', head], ['hhea', hhea], ['hmtx', newHmtx], ['loca', newLoca], ['maxp', maxp]]);
}

function need(font: Font, tag: string): Uint8Array {
  const table = font.tables.get(tag);
  if (table === undefined) throw new Error(`${font.postScriptName} has no ${tag} table.`);
  return table;
}

const padded = (length: number): number => (length + 3) & ~3;

function withoutInstructions(outline: Uint8Array, component: (glyph: number) => number): Uint8Array {
  if (outline.length < 10) return outline;
  const data = view(outline);
  const contours = data.getInt16(0);
  if (contours >= 0) {
    const count = 10 + contours * 2;
    const instructions = data.getUint16(count);
    const simple = new Uint8Array(outline.length - instructions);
    simple.set(outline.subarray(0, count));
    simple.set(outline.subarray(count + 2 + instructions), count + 2);
    return simple;
  }
  const composite = outline.slice();
  const into = view(composite);
  let at = 10;
  for (let flags = MORE; flags & MORE;) {
    flags = into.getUint16(at);
    into.setUint16(at, flags & ~INSTRUCTIONS);
    into.setUint16(at + 2, component(into.getUint16(at + 2)));
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0);
  }
  return composite.subarray(0, at);
}

/** Tables in order of their tags, with the checksums that validators compute. */
function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const bytes = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), start));
  const file = view(bytes);
  const power = 31 - Math.clz32(tables.length);
  file.setUint32(0, 0x00010000);
  file.setUint16(4, tables.length);
  file.setUint16(6, 16 << power);
  file.setUint16(8, power);
  file.setUint16(10, tables.length * 16 - (16 << power));
  let at = start;
  let head = 0;
  tables.forEach(([tag, table], n) => {
    bytes.set(table, at);
    const entry = 12 + n * 16;
    for (let k = 0; k < 4; k++) bytes[entry + k] = tag.charCodeAt(k);
    file.setUint32(entry + 4, checksum(file, at, padded(table.length)));
    file.setUint32(entry + 8, at);
    file.setUint32(entry + 12, table.length);
    if (tag === 'head') head = at;
    at += padded(table.length);
  });
  file.setUint32(head + 8, (0xb1b0afba - checksum(file, 0, bytes.length)) >>> 0);
  return bytes;
}

function checksum(file: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + file.getUint32(at)) >>> 0;
  return sum;
}
