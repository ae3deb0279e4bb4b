// RGBA pixels → image data for the PDF: grey where nothing has colour, the transparency split off as a mask.
import { deflateSync } from 'node:zlib';
import type { ImageData } from './artwork.ts';

/** A poster at 300 pixels an inch; more is a mistake, or an attack. */
export const MOST_PIXELS = 100_000_000;
/** Of a picture that has to be unpacked and packed again, which takes some 15 bytes a pixel: A2 at 300 pixels an inch. */
export const MOST_UNPACKED = 36_000_000;

export function packPixels(rgba: Uint8Array, width: number, height: number): { image: ImageData; alpha?: ImageData } {
  const count = width * height;
  let grey = true;
  let opaque = true;
  for (let at = 0; at < count * 4; at += 4) {
    if ((rgba[at + 3] ?? 255) !== 255) opaque = false;
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) grey = false;
    if (!opaque && !grey) break;
  }
  const channels = grey ? 1 : 3;
  const values = new Uint8Array(count * channels);
  const alpha = opaque ? undefined : new Uint8Array(count);
  for (let from = 0, to = 0, at = 0; at < count; at += 1, from += 4) {
    for (let channel = 0; channel < channels; channel += 1) values[to++] = rgba[from + channel] ?? 0;
    if (alpha) alpha[at] = rgba[from + 3] ?? 255;
  }
  return {
    image: pack(values, width, height, channels), ...(alpha ? { alpha: pack(alpha, width, height, 1) } : {}),
  };
}

/** Rows filtered by the difference to the left (PNG's filter 1): smooth pictures deflate to about half. */
function pack(values: Uint8Array, width: number, height: number, channels: 1 | 3): ImageData {
  const row = width * channels;
  const filtered = new Uint8Array((row + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    filtered[to++] = 1;
    for (let x = 0; x < row; x += 1, from += 1) filtered[to++] = (values[from] ?? 0) - (x < channels ? 0 : values[from - channels] ?? 0);
  }
  return {
    pixelWidth: width, pixelHeight: height, colourSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB', bits: 8, filter: 'FlateDecode',
    bytes: deflateSync(filtered), predictor: { colours: channels, columns: width },
  };
}
