// A name that is not known → a hint with the known one nearest to it.
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
