// Bytes of a TrueType or OpenType file → its tables, and where in them the layout features stand.

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function readTables(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const file = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = file.getUint16(4);
  for (let index = 0, at = 12; index < count; index += 1, at += 16) {
    const tag = String.fromCharCode(file.getUint8(at), file.getUint8(at + 1), file.getUint8(at + 2), file.getUint8(at + 3));
    const offset = file.getUint32(at + 8);
    tables.set(tag, bytes.subarray(offset, offset + file.getUint32(at + 12)));
  }
  return tables;
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** Lookups of GSUB or GPOS by feature, for the script's default language; what OpenType's chapter 2 calls "latn", else "DFLT". */
export function readFeatures(table: DataView): ReadonlyMap<string, readonly number[]> {
  const features = new Map<string, number[]>();
  const scripts = table.getUint16(4);
  const list = table.getUint16(6);
  let script = 0;
  for (const wanted of ['latn', 'DFLT', 'dflt']) {
    for (let index = 0; index < table.getUint16(scripts) && script === 0; index += 1) {
      const at = scripts + 2 + index * 6;
      if (tagAt(table, at) === wanted) script = scripts + table.getUint16(at + 4);
    }
  }
  if (script === 0 || table.getUint16(script) === 0) return features;
  const language = script + table.getUint16(script);
  for (let index = 0; index < table.getUint16(language + 4); index += 1) {
    const record = list + 2 + table.getUint16(language + 6 + index * 2) * 6;
    const tag = tagAt(table, record);
    const feature = list + table.getUint16(record + 4);
    const lookups = features.get(tag) ?? [];
    for (let n = 0; n < table.getUint16(feature + 2); n += 1) lookups.push(table.getUint16(feature + 4 + n * 2));
    features.set(tag, lookups);
  }
  return features;
}

/** A lookup's subtables, extensions already followed: its type and where each begins. */
export interface Lookup { readonly type: number; readonly subtables: readonly number[] }

export function readLookup(table: DataView, index: number, extension: number): Lookup {
  const list = table.getUint16(8);
  const lookup = list + table.getUint16(list + 2 + index * 2);
  let type = table.getUint16(lookup);
  const subtables: number[] = [];
  for (let n = 0; n < table.getUint16(lookup + 4); n += 1) {
    let at = lookup + table.getUint16(lookup + 6 + n * 2);
    if (table.getUint16(lookup) === extension) {
      type = table.getUint16(at + 2);
      at += table.getUint32(at + 4);
    }
    subtables.push(at);
  }
  return { type, subtables };
}

/** Index of a glyph in a coverage table, -1 where it is not in it. */
export function coverageIndex(table: DataView, at: number, glyph: number): number {
  const ranges = table.getUint16(at) === 2;
  let low = 0;
  let high = table.getUint16(at + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ranges) {
      const range = at + 4 + middle * 6;
      if (glyph < table.getUint16(range)) high = middle - 1;
      else if (glyph > table.getUint16(range + 2)) low = middle + 1;
      else return table.getUint16(range + 4) + glyph - table.getUint16(range);
    } else {
      const found = table.getUint16(at + 4 + middle * 2);
      if (glyph < found) high = middle - 1;
      else if (glyph > found) low = middle + 1;
      else return middle;
    }
  }
  return -1;
}

export function coverageSize(table: DataView, at: number): number {
  const count = table.getUint16(at + 2);
  if (table.getUint16(at) !== 2) return count;
  let size = 0;
  for (let n = 0; n < count; n += 1) size += table.getUint16(at + 6 + n * 6) - table.getUint16(at + 4 + n * 6) + 1;
  return size;
}

/** Class of a glyph in a class definition table. */
export function classOf(table: DataView, at: number, glyph: number): number {
  if (table.getUint16(at) === 1) {
    const index = glyph - table.getUint16(at + 2);
    return index >= 0 && index < table.getUint16(at + 4) ? table.getUint16(at + 6 + index * 2) : 0;
  }
  let low = 0;
  let high = table.getUint16(at + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = at + 4 + middle * 6;
    if (glyph < table.getUint16(range)) high = middle - 1;
    else if (glyph > table.getUint16(range + 2)) low = middle + 1;
    else return table.getUint16(range + 4);
  }
  return 0;
}
