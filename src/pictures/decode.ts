// A picture file's bytes → Artwork: the format is told by the bytes, not by the file's name.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import type { Artwork } from './artwork.ts';
import { PictureFault } from './fault.ts';
import type { OutlineText } from './svg/text.ts';

export interface DecodeOptions {
  /** Words in a drawing → the outlines of their letters. */
  readonly outline?: OutlineText;
}

/** Bytes that a picture file may have: what a report can use, and a guard against a mistake. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Undefined where it cannot be decoded; why is then an error at `span`, the picture's place in the manuscript. */
export async function decodePicture(
  bytes: Uint8Array, file: string, span: Span, diagnostics: Diagnostics, options: DecodeOptions = {},
): Promise<Artwork | undefined> {
  const name = basename(file);
  try {
    if (bytes.length > MOST_BYTES) throw new PictureFault('picture-too-large', `it has ${Math.round(bytes.length / 1048576)} MiB; ${MOST_BYTES / 1048576} is the most.`);
    return await decode(bytes, { name, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32), span, diagnostics, options });
  } catch (fault) {
    // What a decoder meets in bytes at random it may throw as anything.
    const { rule, message, hint } = fault instanceof PictureFault ? fault : new PictureFault('picture-unreadable', 'its data make no sense.', 'Save it again.');
    diagnostics.error(rule, span, `The picture "${name}" cannot be used: ${message}`, hint);
    return undefined;
  }
}

interface Job {
  readonly name: string; readonly hash: string; readonly span: Span; readonly diagnostics: Diagnostics; readonly options: DecodeOptions;
}

async function decode(bytes: Uint8Array, { name, hash, span, diagnostics, options }: Job): Promise<Artwork> {
  if (bytes.length === 0) throw new PictureFault('picture-unreadable', 'the file is empty.');
  const format = formatOf(bytes);
  switch (format) {
    case 'PNG': {
      const { decodePng } = await import('./png.ts');
      return { ...(await decodePng(bytes)), hash };
    }
    case 'JPEG': {
      const { decodeJpeg } = await import('./jpeg.ts');
      return { ...(await decodeJpeg(bytes)), hash };
    }
    case 'SVG': {
      const { drawSvg } = await import('./svg/draw-svg.ts');
      const warn = (rule: string, message: string, hint?: string): void => diagnostics.warning(rule, span, `In the picture "${name}" ${message}`, hint);
      const source = new TextDecoder().decode(bytes);
      const { readEmbedded } = await import('./svg/embedded.ts');
      return { ...drawSvg(source, warn, options.outline, await readEmbedded(source)), hash };
    }
    case undefined:
      throw new PictureFault('picture-format', 'it is neither PNG, JPEG nor SVG.', 'Save it as one of these.');
    default:
      throw new PictureFault('picture-format', `it is ${format}, which is not supported.`, 'Save it as PNG, JPEG or SVG.');
  }
}

const SIGNATURES: readonly (readonly [string, number, readonly number[]])[] = [
  ['PNG', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPEG', 0, [0xff, 0xd8, 0xff]],
  ['GIF', 0, [0x47, 0x49, 0x46, 0x38]],
  ['WebP', 8, [0x57, 0x45, 0x42, 0x50]],
  ['AVIF or HEIC', 4, [0x66, 0x74, 0x79, 0x70]],
  ['TIFF', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['BMP', 0, [0x42, 0x4d]],
  ['PDF', 0, [0x25, 0x50, 0x44, 0x46]],
  ['compressed (SVGZ)', 0, [0x1f, 0x8b]],
];

function formatOf(bytes: Uint8Array): string | undefined {
  for (const [format, at, signature] of SIGNATURES) if (signature.every((byte, index) => bytes[at + index] === byte)) return format;
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /<(?:[\w-]+:)?svg[\s>]/.test(head) || /^\uFEFF?\s*<(?:\?xml|!--|!DOCTYPE svg)/.test(head) ? 'SVG' : undefined;
}
