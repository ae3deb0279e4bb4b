// Two names → how far apart they are; a name that is not known → a hint with the known one nearest to it.
import { distance } from 'fastest-levenshtein';

export function nearestName(name: string, known: Iterable<string>): string {
  let best = '';
  let least = Infinity;
  for (const candidate of known) {
    const apart = distance(name, candidate);
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best && least <= Math.max(2, name.length / 3) ? `Did you mean "${best}"?` : 'The rules are listed in docs/proofreader/README.md.';
}

/** A letter more, less or other, or two in the wrong order. */
export const near = (one: string, other: string): boolean => distance(one, other) === 1 || swapped(one, other);
export const swapped = (one: string, other: string): boolean => {
  const at = [...one].findIndex((letter, index) => letter !== other.charAt(index));
  return one.length === other.length && at >= 0 && one.charAt(at) === other.charAt(at + 1) && one.charAt(at + 1) === other.charAt(at) && one.slice(at + 2) === other.slice(at + 2);
};
