// PNG bytes → Bitmap: the compressed pixels unchanged where PDF can read them so, else unpacked and packed again.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Bitmap, ImageData } from './artwork.ts';
import { PictureFault, unreadable } from './fault.ts';
import { MOST_PIXELS, MOST_UNPACKED, packPixels } from './pixels.ts';

interface Parts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
  readonly palette?: Uint8Array;
  readonly transparent: boolean;
  readonly dpi?: number;
  readonly data: Uint8Array;
}

/** Values a pixel, by colour type: PNG specification, section 11.2.1. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const METRES_AN_INCH = 0.0254;

export async function decodePng(bytes: Uint8Array): Promise<Omit<Bitmap, 'hash'>> {
  const parts = readParts(bytes);
  const { width, height, dpi } = parts;
  const simple = !parts.interlaced && !parts.transparent && parts.colourType < 4;
  const images = simple ? { image: passOn(parts) } : await unpack(bytes, parts);
  return { kind: 'bitmap', width, height, ...(dpi === undefined ? {} : { dpi }), ...images };
}

/** PDF's Flate filter with predictor 15 reads PNG's own rows (ISO 32000-1, 7.4.4.4). */
function passOn(parts: Parts): ImageData {
  const { width, height, depth, colourType } = parts;
  const colours = CHANNELS[colourType] ?? 1;
  const row = Math.ceil((width * colours * depth) / 8) + 1;
  const data = checkRows(parts.data, row, height);
  return {
    pixelWidth: width, pixelHeight: height, bits: depth as ImageData['bits'], filter: 'FlateDecode', bytes: data,
    colourSpace: colourType === 2 || colourType === 3 ? 'DeviceRGB' : 'DeviceGray', predictor: { colours, columns: width },
    ...(colourType === 3 && parts.palette ? { palette: parts.palette } : {}),
  };
}

/** What is passed on must be whole: a reader of the PDF has no second chance. */
function checkRows(data: Uint8Array, row: number, height: number): Uint8Array {
  let pixels: Uint8Array;
  try {
    pixels = inflateSync(data, { maxOutputLength: row * height + 65536 });
  } catch {
    throw unreadable('its pixels are damaged.', 'Save it again.');
  }
  if (pixels.length < row * height) throw unreadable('its pixels end too early.', 'Save it again.');
  for (let y = 0; y < height; y += 1) if ((pixels[y * row] ?? 0) > 4) throw unreadable('its pixels are damaged.', 'Save it again.');
  // Anything after the last row would confuse readers that trust the length.
  return pixels.length === row * height ? data : deflateSync(pixels.subarray(0, row * height));
}

async function unpack(bytes: Uint8Array, parts: Parts): Promise<{ image: ImageData; alpha?: ImageData }> {
  const { width, height, depth, colourType } = parts;
  if (width * height > MOST_UNPACKED) throw new PictureFault('picture-too-large', `it has ${width} × ${height} pixels and has to be unpacked.`, 'Save it smaller, or without transparency and interlacing.');
  // The package unpacks an interlaced picture without a limit: what holds more than its header says is refused before.
  // Interlaced, a picture has at most one row in each of seven passes more, and each row a filter's byte.
  const most = (Math.ceil((width * (CHANNELS[colourType] ?? 4) * depth) / 8) + 8) * (height + 8) * 2 + 65536;
  const { PNG } = (await import('pngjs')).default;
  let pixels: Uint8Array;
  try {
    if (parts.interlaced) inflateSync(parts.data, { maxOutputLength: most });
    // Sixteen bits are scaled to eight, and palettes, transparent colours and interlacing resolved.
    pixels = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).data;
  } catch {
    throw unreadable('its pixels are damaged.', 'Save it again.');
  }
  return packPixels(pixels, parts.width, parts.height);
}

function readParts(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: Pick<Parts, 'width' | 'height' | 'depth' | 'colourType' | 'interlaced'> | undefined;
  let palette: Uint8Array | undefined;
  let transparent = false;
  let dpi: number | undefined;
  let ended = false;
  for (let at = 8; at + 12 <= bytes.length && !ended;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (end + 4 > bytes.length) break;
    const body = bytes.subarray(at + 8, end);
    // Lower case: not needed to show the picture, so that its damage does not matter.
    if (/^[A-Z]/.test(type) && crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) throw unreadable(`its part ${type} is damaged.`, 'Save it again.');
    switch (type) {
      case 'IHDR': header = readHeader(view, at + 8, length); break;
      case 'PLTE': palette = body; break;
      case 'tRNS': transparent = true; break;
      case 'IDAT': data.push(body); break;
      case 'IEND': ended = true; break;
      case 'pHYs': if (length >= 9 && body[8] === 1) dpi = Math.round(view.getUint32(at + 8) * METRES_AN_INCH * 100) / 100 || undefined; break;
    }
    at = end + 4;
  }
  if (!header) throw unreadable('it has no header.');
  if (!ended || data.length === 0) throw unreadable('it ends too early.', 'Save it again.');
  if (header.colourType === 3 && (!palette || palette.length < 3 || palette.length % 3 !== 0)) throw unreadable('its palette is missing.');
  const [only] = data;
  return { ...header, ...(palette ? { palette } : {}), transparent, ...(dpi === undefined ? {} : { dpi }), data: data.length === 1 && only ? only : Buffer.concat(data) };
}

function readHeader(view: DataView, at: number, length: number): Pick<Parts, 'width' | 'height' | 'depth' | 'colourType' | 'interlaced'> {
  if (length < 13) throw unreadable('it has no header.');
  const width = view.getUint32(at);
  const height = view.getUint32(at + 4);
  const depth = view.getUint8(at + 8);
  const colourType = view.getUint8(at + 9);
  if (width === 0 || height === 0 || !DEPTHS[colourType]?.includes(depth)) throw unreadable('its header makes no sense.');
  if (width * height > MOST_PIXELS) throw new PictureFault('picture-too-large', `it has ${width} × ${height} pixels.`, 'Save it smaller: 300 pixels an inch are enough.');
  return { width, height, depth, colourType, interlaced: view.getUint8(at + 12) !== 0 };
}
