// The cmap table → which glyph a character has.

/** Format 12 where there is one, else format 4; 0 for a character that the face lacks. */
export function readCharacters(cmap: DataView): (character: number) => number {
  let wide = 0;
  let narrow = 0;
  for (let n = 0, at = 4; n < cmap.getUint16(2); n += 1, at += 8) {
    const platform = cmap.getUint16(at);
    const offset = cmap.getUint32(at + 4);
    const format = cmap.getUint16(offset);
    if (platform === 1) continue;
    if (format === 12) wide = offset;
    else if (format === 4) narrow = offset;
  }
  if (wide > 0) return remembering((character) => inGroups(cmap, wide, character));
  if (narrow > 0) return remembering((character) => inSegments(cmap, narrow, character));
  return () => 0;
}

/** Characters of which nearly all Latin text is made: each is looked for once. */
const OFTEN = 0x250;

function remembering(find: (character: number) => number): (character: number) => number {
  const known = new Int32Array(OFTEN).fill(-1);
  return (character) => {
    if (!(character < OFTEN)) return find(character);
    const glyph = known[character] as number;
    return glyph >= 0 ? glyph : (known[character] = find(character));
  };
}

function inGroups(cmap: DataView, at: number, character: number): number {
  let low = 0;
  let high = cmap.getUint32(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    const first = cmap.getUint32(group);
    if (character < first) high = middle - 1;
    else if (character > cmap.getUint32(group + 4)) low = middle + 1;
    else return cmap.getUint32(group + 8) + character - first;
  }
  return 0;
}

function inSegments(cmap: DataView, at: number, character: number): number {
  if (character > 0xffff) return 0;
  const doubled = cmap.getUint16(at + 6);
  let low = 0;
  let high = doubled / 2 - 1;
  while (low <= high) {
    const n = ((low + high) >> 1) * 2;
    if (character > cmap.getUint16(at + 14 + n)) { low = n / 2 + 1; continue; }
    const first = cmap.getUint16(at + 16 + doubled + n);
    if (character < first) { high = n / 2 - 1; continue; }
    const delta = cmap.getUint16(at + 16 + doubled * 2 + n);
    const where = at + 16 + doubled * 3 + n;
    const range = cmap.getUint16(where);
    if (range === 0) return (character + delta) & 0xffff;
    const glyph = cmap.getUint16(where + range + (character - first) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
