// A word that is not known → the known one that was meant, if any is near enough.
import { closest, distance } from 'fastest-levenshtein';

/** 'Did you mean "factbox"?' */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 100) return undefined;
  const near = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), near) <= Math.max(1, Math.min(3, Math.floor(near.length / 2.5))) ? `Did you mean "${near}"?` : undefined;
}
