// Numbers of a glyph run → typed arrays that share their memory: three small buffers a run would cost more than what is in them.

/** Bytes taken at a time: few enough that a run which outlives its neighbours keeps little alive. */
const SLAB = 16_384;

let slab = new ArrayBuffer(SLAB);
let used = 0;

function room(bytes: number): number {
  const from = (used + 3) & ~3;
  if (from + bytes <= slab.byteLength) { used = from + bytes; return from; }
  slab = new ArrayBuffer(Math.max(SLAB, bytes));
  used = bytes;
  return 0;
}

export function wholeNumbers(list: readonly number[]): Uint16Array {
  const from = room(list.length * 2);
  const array = new Uint16Array(slab, from, list.length);
  for (let n = 0; n < list.length; n += 1) array[n] = list[n] as number;
  return array;
}

export function fractions(list: readonly number[]): Float32Array {
  const from = room(list.length * 4);
  const array = new Float32Array(slab, from, list.length);
  for (let n = 0; n < list.length; n += 1) array[n] = list[n] as number;
  return array;
}

/** 0, 1, 2 …: most runs have a glyph a character, and share the list of that length. */
const counted: Uint16Array[] = [];
const MOST = 512;

export function clustersOf(list: readonly number[]): Uint16Array {
  const { length } = list;
  if (length > MOST) return wholeNumbers(list);
  for (let n = 0; n < length; n += 1) if (list[n] !== n) return wholeNumbers(list);
  return (counted[length] ??= Uint16Array.from({ length }, (_, n) => n));
}
