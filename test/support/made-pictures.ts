// Four colours, one a quarter → PNG and JPEG files of every kind that a picture may be, written bit by bit.
import { crc32, deflateSync } from 'node:zlib';

export type Rgb = readonly [number, number, number];
/** Top left, top right, bottom left, bottom right. */
export type Quarters = readonly [Rgb, Rgb, Rgb, Rgb];

const EDGE = 16;
const quarterAt = (x: number, y: number, width: number, height: number): number => (y * 2 < height ? 0 : 2) + (x * 2 < width ? 0 : 1);

/** A chunk of a PNG file, with its length and check sum. */
export function chunk(type: string, body: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

export interface PngKind { readonly type: 0 | 2 | 3 | 4 | 6; readonly depth: 1 | 2 | 4 | 8 | 16; readonly interlaced?: boolean; readonly alpha?: readonly [number, number, number, number] }

/** Grey is the mean of the three colours. With a palette, `alpha` becomes its transparency. */
export function makePng(quarters: Quarters, { type, depth, interlaced = false, alpha = [255, 255, 255, 255] }: PngKind): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(EDGE, 0);
  header.writeUInt32BE(EDGE, 4);
  header.set([depth, type, 0, 0, interlaced ? 1 : 0], 8);
  const valuesAt = (x: number, y: number): number[] => {
    const index = quarterAt(x, y, EDGE, EDGE);
    const colour = quarters[index] ?? [0, 0, 0];
    const grey = (colour[0] + colour[1] + colour[2]) / 3;
    const most = 2 ** depth - 1;
    const scaled = (values: readonly number[]): number[] => values.map((value) => Math.round((value * most) / 255));
    switch (type) {
      case 0: return scaled([grey]);
      case 2: return scaled(colour);
      case 3: return [index];
      case 4: return scaled([grey, alpha[index] ?? 255]);
      case 6: return scaled([...colour, alpha[index] ?? 255]);
    }
  };
  // Adam7: start and step across, start and step down (PNG specification, 8.2).
  const passes = interlaced ? [[0, 8, 0, 8], [4, 8, 0, 8], [0, 4, 4, 8], [2, 4, 0, 4], [0, 2, 2, 4], [1, 2, 0, 2], [0, 1, 1, 2]] : [[0, 1, 0, 1]];
  const rows: number[] = [];
  for (const [x0 = 0, dx = 1, y0 = 0, dy = 1] of passes) {
    for (let y = y0; y < EDGE; y += dy) {
      let bits = '';
      for (let x = x0; x < EDGE; x += dx) bits += valuesAt(x, y).map((value) => value.toString(2).padStart(depth, '0')).join('');
      if (bits === '') continue;
      rows.push(0, ...(bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header),
    ...(type === 3 ? [chunk('PLTE', Uint8Array.from(quarters.flat())), ...(alpha.some((value) => value < 255) ? [chunk('tRNS', Uint8Array.from(alpha))] : [])] : []),
    chunk('IDAT', deflateSync(Uint8Array.from(rows))), chunk('IEND', new Uint8Array()),
  ]);
}

export interface JpegKind {
  readonly colours: 'grey' | 'ycc' | 'rgb' | 'cmyk' | 'ycck';
  /** Transform code of an Adobe marker. */
  readonly adobe?: 0 | 1 | 2;
  /** As Adobe's programs write CMYK: 255 is no ink. */
  readonly inverted?: boolean;
  readonly orientation?: number;
  readonly width?: number;
}

/** A baseline JPEG whose blocks are even: only their mean is coded (ITU T.81, annex F). */
export function makeJpeg(quarters: Quarters, { colours, adobe, inverted = false, orientation, width = EDGE }: JpegKind): Buffer {
  const height = EDGE;
  const samples = quarters.map((colour) => samplesOf(colour, colours).map((value) => (inverted && colours === 'cmyk' ? 255 - value : value)));
  const count = samples[0]?.length ?? 0;
  const segment = (marker: number, body: readonly number[]): number[] => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
  const components = Array.from({ length: count }, (_, index) => index + 1);
  let bits = '';
  const before = components.map(() => 0);
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      components.forEach((_, index) => {
        const value = Math.round(((samples[quarterAt(x, y, width, height)]?.[index] ?? 0) - 128) * 8);
        const difference = value - (before[index] ?? 0);
        before[index] = value;
        const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
        bits += size.toString(2).padStart(4, '0');
        if (size > 0) bits += (difference > 0 ? difference : difference + 2 ** size - 1).toString(2).padStart(size, '0');
        // The one code of the other table: end of block.
        bits += '0';
      });
    }
  }
  const scan = (bits.match(/.{1,8}/g) ?? []).flatMap((byte) => { const value = parseInt(byte.padEnd(8, '1'), 2); return value === 255 ? [255, 0] : [value]; });
  return Buffer.from([
    0xff, 0xd8,
    ...(orientation === undefined ? [] : segment(0xe1, [...Buffer.from('Exif\0\0II*\0'), 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0])),
    ...(adobe === undefined ? [] : segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, adobe])),
    ...segment(0xdb, [0, ...new Array<number>(64).fill(1)]),
    ...segment(0xc0, [8, 0, height, 0, width, count, ...components.flatMap((id) => [id, 0x11, 0])]),
    ...segment(0xc4, [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...Array.from({ length: 12 }, (_, size) => size)]),
    ...segment(0xc4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ...segment(0xda, [count, ...components.flatMap((id) => [id, 0x00]), 0, 63, 0]),
    ...scan, 0xff, 0xd9,
  ]);
}

function samplesOf([red, green, blue]: Rgb, colours: JpegKind['colours']): number[] {
  const ycc = (r: number, g: number, b: number): number[] => [0.299 * r + 0.587 * g + 0.114 * b, 128 - 0.168736 * r - 0.331264 * g + 0.5 * b, 128 + 0.5 * r - 0.418688 * g - 0.081312 * b];
  const black = 255 - Math.max(red, green, blue);
  const ink = (value: number): number => (black === 255 ? 0 : (255 * (255 - value - black)) / (255 - black));
  switch (colours) {
    case 'grey': return [(red + green + blue) / 3];
    case 'ycc': return ycc(red, green, blue);
    case 'rgb': return [red, green, blue];
    case 'cmyk': return [ink(red), ink(green), ink(blue), black];
    // Of inverted inks, the complement of each is taken for red, green and blue; the black stays inverted.
    case 'ycck': return [...ycc(ink(red), ink(green), ink(blue)), 255 - black];
  }
}
