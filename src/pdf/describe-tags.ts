// The structure tree with its text, as a person reads it: for snapshots of tests.
import type { PdfInput } from './input.ts';

export function describeTags(_input: Pick<PdfInput, 'pages' | 'tags'>): string {
  throw new Error('pdf/ is being built.');
}
