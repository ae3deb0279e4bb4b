// The committed snapshot → the words that each of its pages begins with: what `--stable` would like to see again.
import type { Page } from '../pages/index.ts';
import { readSnapshot } from './row.ts';

/** Undefined where the snapshot cannot be read. */
export function pageOpenings(text: string): ReadonlySet<string> | undefined {
  const snapshot = readSnapshot(text);
  if (!('pages' in snapshot)) return undefined;
  return new Set(snapshot.pages.flatMap((page) => page.rows.find((row) => row.kind === 'line')?.text ?? []));
}

/** What kept its page and what did not, in a sentence. */
export function compareBreaks(preferred: ReadonlySet<string>, pages: readonly Page[]): string {
  const moved: number[] = [];
  for (const page of pages) {
    const first = page.items.find((item) => item.kind === 'line' && item.artifact === undefined);
    if (first?.kind === 'line' && !preferred.has(first.line.text.replace(/\s+/g, ' '))) moved.push(page.number);
  }
  if (moved.length === 0) return 'All pages begin where they did in the snapshot.';
  return `${pages.length - moved.length} of ${pages.length} pages begin where they did in the snapshot; others: ${moved.join(', ')}.`;
}
