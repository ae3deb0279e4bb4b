// JPEG bytes → Bitmap: passed on as they are where PDF can show them so, else decoded, turned and encoded again.
import type { Bitmap, ImageData } from './artwork.ts';
import { PictureFault, unreadable } from './fault.ts';
import { readJpegFacts, type JpegFacts } from './jpeg-facts.ts';
import { decodeInks, type Decoded } from './jpeg-inks.ts';
import { MOST_PIXELS, MOST_UNPACKED } from './pixels.ts';

/** Losses of a second encoding stay below sight at this quality. */
const QUALITY = 95;
const MOST_A_BYTE = 400;

export async function decodeJpeg(bytes: Uint8Array): Promise<Omit<Bitmap, 'hash'>> {
  const facts = readJpegFacts(bytes);
  const { width, height, components, orientation, dpi } = facts;
  if (width * height > MOST_PIXELS) throw new PictureFault('picture-too-large', `it has ${width} × ${height} pixels.`, 'Save it smaller: 300 pixels an inch are enough.');
  const passed = orientation === 1 && components < 4 && !facts.bareRgb;
  const image = passed ? passOn(bytes, facts) : await encodeAgain(bytes, facts);
  return { kind: 'bitmap', width: image.pixelWidth, height: image.pixelHeight, ...(dpi === undefined ? {} : { dpi }), image };
}

const passOn = (bytes: Uint8Array, { width, height, components }: JpegFacts): ImageData => ({
  pixelWidth: width, pixelHeight: height, colourSpace: components === 1 ? 'DeviceGray' : 'DeviceRGB', bits: 8, filter: 'DCTDecode', bytes,
});

/** CMYK becomes RGB, since the PDF's one output intent is sRGB; EXIF's turn is carried out. */
async function encodeAgain(bytes: Uint8Array, facts: JpegFacts): Promise<ImageData> {
  const { width, height } = facts;
  if (width * height > MOST_UNPACKED) throw new PictureFault('picture-too-large', `it has ${width} × ${height} pixels and has to be unpacked.`, 'Save it smaller, or upright and as RGB.');
  // A square of 16 pixels takes some six bits at the least; what claims more lies about its size.
  if (width * height > bytes.length * MOST_A_BYTE) throw unreadable('its header claims more pixels than it can hold.', 'Save it again.');
  const jpeg = (await import('jpeg-js')).default;
  const plainRgb = facts.bareRgb || (facts.components === 3 && facts.adobe === 0);
  const decode = (file: Uint8Array): Decoded => jpeg.decode(file, { useTArray: true, maxMemoryUsageInMB: 2048, maxResolutionInMP: MOST_PIXELS / 1e6, ...(plainRgb ? { colorTransform: false } : {}) });
  let decoded: Decoded;
  try {
    decoded = facts.components === 4 && facts.adobe === undefined ? decodeInks(bytes, facts.frame, decode) : decode(bytes);
  } catch (fault) {
    // What the library says in words, but not how it stumbled.
    throw unreadable(`its pixels are damaged${fault instanceof Error && fault.name === 'Error' ? ` (${fault.message})` : ''}.`, 'Save it again.');
  }
  const turned = turnPixels(decoded.data, decoded.width, decoded.height, facts.orientation);
  const encoded = jpeg.encode({ width: turned.width, height: turned.height, data: turned.data }, QUALITY);
  return { pixelWidth: turned.width, pixelHeight: turned.height, colourSpace: 'DeviceRGB', bits: 8, filter: 'DCTDecode', bytes: Uint8Array.from(encoded.data) };
}

/** RGBA pixels as EXIF's orientation asks to show them: 2 to 4 mirrored or upside down, 5 to 8 on their side. */
export function turnPixels(data: Uint8Array, width: number, height: number, orientation: number): { data: Uint8Array; width: number; height: number } {
  if (orientation === 1) return { data, width, height };
  const sideways = orientation >= 5;
  const [outWidth, outHeight] = sideways ? [height, width] : [width, height];
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < outHeight; y += 1) {
    for (let x = 0; x < outWidth; x += 1) {
      const [u, v] = sideways ? [y, x] : [x, y];
      const flipU = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
      const flipV = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
      to[y * outWidth + x] = from[(flipV ? height - 1 - v : v) * width + (flipU ? width - 1 - u : u)] ?? 0;
    }
  }
  return { data: new Uint8Array(to.buffer), width: outWidth, height: outHeight };
}
