// A language tag → the labels that a template has nearest to it.
import type { Labels } from './labels-shape.ts';
import type { Theme } from './theme.ts';

/** "da-DK" → those of "da-DK", else "da"; a language that the template lacks gets the first it has. */
export function labelsOf(theme: Theme, language: string): { readonly labels: Labels; readonly language: string; readonly exact: boolean } {
  for (let tag = language.toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    // Norwegian written as such is bokmål; "nn" has no labels of its own and reads them well.
    const found = theme.labels.get(tag) ?? (tag === 'no' || tag === 'nn' ? theme.labels.get('nb') : undefined);
    if (found) return { labels: found, language: tag, exact: true };
  }
  const fallback = theme.labels.get('en') ?? [...theme.labels.values()][0];
  if (!fallback) throw new Error('A checked template has labels in at least one language.');
  return { labels: fallback, language: 'en', exact: false };
}
