// Addresses of pictures inside a drawing (`data:image/png;base64,…`) → bitmaps, before the drawing is painted.
import { createHash } from 'node:crypto';
import type { Bitmap } from '../artwork.ts';
import { PictureFault } from '../fault.ts';

/** By address without white space: the bitmap, or why there is none. */
export type Embedded = ReadonlyMap<string, Bitmap | string>;

const DATA = /\bhref\s*=\s*(?:"\s*(data:image\/[^"]*)"|'\s*(data:image\/[^']*)')/g;

/** Files fold long addresses, with line ends or their entities. */
export const addressOf = (value: string): string => value.replace(/&#(?:x[0-9a-f]+|\d+);|\s+/gi, '');

export async function readEmbedded(source: string): Promise<Embedded> {
  const found = new Map<string, Bitmap | string>();
  for (const [, double, single] of source.matchAll(DATA)) {
    const address = addressOf(double ?? single ?? '');
    if (!found.has(address)) found.set(address, await decode(address));
  }
  return found;
}

async function decode(address: string): Promise<Bitmap | string> {
  const [, kind = '', base64 = ''] = /^data:image\/([\w+.-]+)(?:;[^,;]*)*;base64,(.*)$/i.exec(address) ?? [];
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  try {
    const { decodePng } = await import('../png.ts');
    const { decodeJpeg } = await import('../jpeg.ts');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    if (bytes[0] === 0x89 && bytes[1] === 0x50) return { ...(await decodePng(bytes)), hash };
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return { ...(await decodeJpeg(bytes)), hash };
  } catch (fault) {
    return fault instanceof PictureFault ? fault.message : 'its data make no sense.';
  }
  return `it is ${kind === '' ? 'not written in base64' : kind}; PNG and JPEG are shown.`;
}
