// PNG and JPEG files made here, pixel by pixel → bitmaps whose pixels are the same.
import { deflateSync, inflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { spanAt } from '../../src/document/index.ts';
import { chunk } from '../support/made-pictures.ts';
import { decodePicture, type Bitmap, type ImageData } from '../../src/pictures/index.ts';
import { turnPixels } from '../../src/pictures/jpeg.ts';

async function decode(bytes: Uint8Array): Promise<{ bitmap?: Bitmap; found: string[] }> {
  const diagnostics = new Diagnostics();
  const artwork = await decodePicture(bytes, '/x/images/a.png', spanAt('/x/01.md', 7, 3), diagnostics);
  const found = diagnostics.list().map(({ rule, span, message }) => `${span.line}:${span.column} ${rule} ${message}`);
  return artwork?.kind === 'bitmap' ? { bitmap: artwork, found } : { found };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
function png(width: number, height: number, depth: number, colourType: number, rows: Uint8Array, more: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colourType, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), ...more, chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]);
}

/** Undoes the left-difference filter that packed pixels have. */
function unpack(image: ImageData): number[] {
  const raw = inflateSync(image.bytes);
  const channels = image.predictor?.colours ?? 1;
  const row = image.pixelWidth * channels;
  const out: number[] = [];
  for (let y = 0; y < image.pixelHeight; y += 1) {
    expect(raw[y * (row + 1)]).toBe(1);
    for (let x = 0; x < row; x += 1) out.push(((raw[y * (row + 1) + 1 + x] ?? 0) + (x < channels ? 0 : out[y * row + x - channels] ?? 0)) & 255);
  }
  return out;
}

describe('PNG', () => {
  it('passes grey, RGB and palettes of every depth on as they are', async () => {
    for (const depth of [1, 2, 4, 8, 16]) {
      const rows = new Uint8Array((1 + Math.ceil((5 * depth) / 8)) * 3);
      const { bitmap } = await decode(png(5, 3, depth, 0, rows));
      expect(bitmap?.image).toMatchObject({ pixelWidth: 5, pixelHeight: 3, bits: depth, colourSpace: 'DeviceGray', predictor: { colours: 1, columns: 5 } });
      expect([...inflateSync(bitmap?.image.bytes ?? new Uint8Array())]).toEqual([...rows]);
    }
    const rgb = await decode(png(2, 1, 16, 2, new Uint8Array(13)));
    expect(rgb.bitmap?.image).toMatchObject({ bits: 16, colourSpace: 'DeviceRGB', predictor: { colours: 3, columns: 2 } });
    const palette = await decode(png(2, 1, 8, 3, new Uint8Array([0, 0, 1]), [chunk('PLTE', new Uint8Array([1, 2, 3, 4, 5, 6]))]));
    expect([...(palette.bitmap?.image.palette ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
  });
  it('splits transparency off, and says grey where all is grey', async () => {
    const picture = new PNG({ width: 2, height: 2 });
    picture.data.set([10, 10, 10, 255, 20, 20, 20, 0, 30, 30, 30, 128, 40, 40, 40, 255]);
    const { bitmap } = await decode(PNG.sync.write(picture));
    expect(bitmap?.image.colourSpace).toBe('DeviceGray');
    expect(bitmap && unpack(bitmap.image)).toEqual([10, 20, 30, 40]);
    expect(bitmap?.alpha && unpack(bitmap.alpha)).toEqual([255, 0, 128, 255]);
    picture.data.set([200, 10, 10, 255], 0);
    const coloured = await decode(PNG.sync.write(picture));
    expect(coloured.bitmap && unpack(coloured.bitmap.image).slice(0, 3)).toEqual([200, 10, 10]);
  });
  it('makes a transparent colour and a transparent palette entry a mask', async () => {
    const grey = await decode(png(2, 1, 8, 0, new Uint8Array([0, 7, 9]), [chunk('tRNS', new Uint8Array([0, 7]))]));
    expect(grey.bitmap?.alpha && unpack(grey.bitmap.alpha)).toEqual([0, 255]);
    const palette = await decode(png(2, 1, 8, 3, new Uint8Array([0, 0, 1]), [chunk('PLTE', new Uint8Array([1, 2, 3, 4, 5, 6])), chunk('tRNS', new Uint8Array([100]))]));
    expect(palette.bitmap?.alpha && unpack(palette.bitmap.alpha)).toEqual([100, 255]);
    expect(palette.bitmap && unpack(palette.bitmap.image)).toEqual([1, 2, 3, 4, 5, 6]);
  });
  it('reads the resolution', async () => {
    const body = Buffer.alloc(9);
    body.writeUInt32BE(11811, 0);
    body.writeUInt32BE(11811, 4);
    body[8] = 1;
    expect((await decode(png(1, 1, 8, 0, new Uint8Array(2), [chunk('pHYs', body)]))).bitmap?.dpi).toBe(300);
  });
  it('says what is wrong, and where', async () => {
    const whole = png(2, 1, 8, 0, new Uint8Array([0, 7, 9]));
    expect((await decode(whole.subarray(0, whole.length - 20))).found).toEqual(['7:3 picture-unreadable The picture "a.png" cannot be used: it ends too early.']);
    const torn = Buffer.from(whole);
    torn[45] = (torn[45] ?? 0) ^ 255;
    expect((await decode(torn)).found[0]).toMatch(/IDAT is damaged/);
    expect((await decode(png(4, 4, 8, 0, new Uint8Array([0, 7, 9])))).found[0]).toMatch(/pixels end too early/);
    expect((await decode(new Uint8Array())).found[0]).toMatch(/the file is empty/);
    expect((await decode(Buffer.from('GIF89a....'))).found[0]).toMatch(/picture-format .* it is GIF/);
    expect((await decode(Buffer.from('hello'))).found[0]).toMatch(/neither PNG, JPEG nor SVG/);
    const huge = await decode(png(60000, 60000, 8, 0, new Uint8Array(1)));
    expect(huge.found[0]).toMatch(/picture-too-large/);
  });
});

describe('JPEG', () => {
  const pixels = new Uint8Array(16 * 8 * 4).map((_, at) => (at % 4 === 3 ? 255 : ((at / 4) % 16 < 8 ? [200, 30, 30] : [30, 30, 200])[at % 4] ?? 0));
  const plain = Uint8Array.from(jpeg.encode({ width: 16, height: 8, data: pixels }, 95).data);
  const withSegment = (marker: number, body: Uint8Array): Uint8Array =>
    Uint8Array.from([0xff, 0xd8, 0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body, ...plain.subarray(2)]);
  const exif = (orientation: number): Uint8Array =>
    withSegment(0xe1, Uint8Array.from([...Buffer.from('Exif\0\0II*\0'), 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]));

  it('is passed on as it is', async () => {
    const { bitmap } = await decode(plain);
    expect(bitmap?.image).toMatchObject({ pixelWidth: 16, pixelHeight: 8, colourSpace: 'DeviceRGB', filter: 'DCTDecode' });
    expect(bitmap?.image.bytes).toBe(plain);
  });
  it('is turned as EXIF says', async () => {
    const { bitmap } = await decode(exif(6));
    expect([bitmap?.width, bitmap?.height]).toEqual([8, 16]);
    const turned = jpeg.decode(bitmap?.image.bytes ?? new Uint8Array(), { useTArray: true });
    // A quarter turn clockwise: what was left is above.
    expect((turned.data[0] ?? 0) > (turned.data[2] ?? 0)).toBe(true);
    const bottom = (15 * 8 + 4) * 4;
    expect((turned.data[bottom] ?? 0) < (turned.data[bottom + 2] ?? 0)).toBe(true);
    expect((await decode(exif(1))).bitmap?.image.pixelWidth).toBe(16);
  });
  it('turns pixels all eight ways', () => {
    // a b c / d e f
    const data = new Uint8Array(new Uint32Array([1, 2, 3, 4, 5, 6]).buffer);
    const turned = (orientation: number): string => {
      const out = turnPixels(data, 3, 2, orientation);
      const all = [...new Uint32Array(out.data.buffer, out.data.byteOffset, 6)];
      return Array.from({ length: out.height }, (_, y) => all.slice(y * out.width, (y + 1) * out.width).join('')).join('/');
    };
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(turned)).toEqual(['123/456', '321/654', '654/321', '456/123', '14/25/36', '41/52/63', '63/52/41', '36/25/14']);
  });
  it('says what is wrong', async () => {
    expect((await decode(plain.subarray(0, plain.length - 200))).found[0]).toMatch(/ends too early/);
    expect((await decode(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3, 4, 5, 6]))).found[0]).toMatch(/picture-unreadable/);
  });
});

