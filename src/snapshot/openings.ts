// The committed snapshot → its text as letters and where each page begins: what `--stable` would like to see again.
import { lettersOf, type PreferredBreaks } from '../pages/index.ts';
import { changedPages } from './compare.ts';
import { readSnapshot, type Snapshot } from './row.ts';

export interface LastEdition { readonly snapshot: Snapshot; readonly breaks: PreferredBreaks }

/** Undefined where the snapshot cannot be read. */
export function lastEdition(text: string): LastEdition | undefined {
  const snapshot = readSnapshot(text);
  if (!('pages' in snapshot)) return undefined;
  const starts: number[] = [];
  const words: string[] = [];
  let length = 0;
  for (const { rows } of snapshot.pages) {
    starts.push(length);
    for (const row of rows) {
      // Notes stand at the foot and not where they are mentioned.
      if (row.kind !== 'line' || row.role.startsWith('footnote')) continue;
      const letters = lettersOf(row.text);
      words.push(letters);
      length += letters.length;
    }
  }
  return { snapshot, breaks: { letters: words.join(''), starts } };
}

/** What is as it was and what is not, in a sentence. */
export function compareBreaks(before: Snapshot, after: Snapshot): string {
  const changed = changedPages(before, after);
  const { length } = after.pages;
  if (changed.length === 0) return length === before.pages.length ? 'All pages are as in the snapshot.' : `All ${length} pages are as in the snapshot, which has ${before.pages.length}.`;
  return `${length - changed.length} of ${length} pages are as in the snapshot; to be looked at again: ${changed.join(', ')}.`;
}
