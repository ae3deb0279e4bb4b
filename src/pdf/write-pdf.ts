// Pages and structure tree → PDF bytes, from top to bottom.
import type { PdfInput } from './input.ts';

export async function writePdf(_input: PdfInput): Promise<Uint8Array> {
  throw new Error('pdf/ is being built.');
}
