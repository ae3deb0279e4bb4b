// A JPEG of four inks that no marker explains → red, green and blue.
// The library multiplies the inks while it decodes. So it decodes twice, each time with one ink's quantisation table put to
// zeros, which makes that ink an even 128: C, M and Y come from the first pass, K from the second, where it stands first.

export interface Decoded { readonly width: number; readonly height: number; readonly data: Uint8Array }

const ADOBE = Uint8Array.from([0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0]);

/** `frame`: where the frame's marker stands. 255 is all ink, as PDF reads such a file (ISO 32000-1, 7.4.8). */
export function decodeInks(bytes: Uint8Array, frame: number, decode: (bytes: Uint8Array) => Decoded): Decoded {
  const first = decode(withEvenInk(bytes, frame, [0, 1, 2, 3]));
  const second = decode(withEvenInk(bytes, frame, [3, 1, 2, 0]));
  const data = new Uint8Array(first.data.length);
  const ink = (pass: Decoded, at: number): number => Math.min(1, (pass.data[at] ?? 0) / 128);
  for (let at = 0; at < data.length; at += 4) {
    const light = 1 - ink(second, at);
    for (let channel = 0; channel < 3; channel += 1) data[at + channel] = Math.round(255 * (1 - ink(first, at + channel)) * light);
    data[at + 3] = 255;
  }
  return { width: first.width, height: first.height, data };
}

/** The file with its components in another order, the last of them even, and said to be CMYK. */
function withEvenInk(bytes: Uint8Array, frame: number, order: readonly number[]): Uint8Array {
  const length = ((bytes[frame + 2] ?? 0) << 8) | (bytes[frame + 3] ?? 0);
  const components = frame + 10;
  const parts = order.map((index) => Uint8Array.from(bytes.subarray(components + index * 3, components + index * 3 + 3)));
  const used = new Set(parts.map((part) => part[2] ?? 0));
  const free = [3, 2, 1, 0].find((table) => !used.has(table)) ?? 3;
  const last = parts[3];
  if (last) last[2] = free;
  const table = Uint8Array.from([0xff, 0xdb, 0, 67, free, ...new Array<number>(64).fill(0)]);
  return Buffer.concat([bytes.subarray(0, 2), ADOBE, bytes.subarray(2, frame), table, bytes.subarray(frame, components), ...parts, bytes.subarray(frame + 2 + length)]);
}
