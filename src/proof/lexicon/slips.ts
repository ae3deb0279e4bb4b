// A word → the known words that one slip of the hand (a letter lost, added, changed or swapped with its neighbour) makes into it.

const LETTERS = 'etrnsidaglokmfvbupøæhjycåxwzqé';

/** The likelier slips first: swapped, doubled or halved, lost, added, changed. */
export function withOneSlip(word: string, known: (candidate: string) => boolean): string[] {
  const found: string[] = [];
  const tried = new Set<string>([word]);
  const attempt = (candidate: string): void => {
    if (tried.has(candidate)) return;
    tried.add(candidate);
    if (known(candidate)) found.push(candidate);
  };
  const { length } = word;
  for (let at = 0; at + 1 < length; at++) attempt(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  for (let at = 0; at < length; at++) attempt(word.slice(0, at) + word.charAt(at) + word.slice(at));
  for (let at = 0; at < length; at++) attempt(word.slice(0, at) + word.slice(at + 1));
  for (let at = 0; at <= length; at++) for (const letter of LETTERS) attempt(word.slice(0, at) + letter + word.slice(at));
  for (let at = 0; at < length; at++) for (const letter of LETTERS) attempt(word.slice(0, at) + letter + word.slice(at + 1));
  // Two words that lost the space between them.
  for (let at = 2; at <= length - 2; at++) if (known(word.slice(0, at)) && known(word.slice(at)) && joinable(word.slice(0, at), word.slice(at))) found.push(`${word.slice(0, at)} ${word.slice(at)}`);
  return found;
}

const SMALL = new Set(['at', 'af', 'og', 'for', 'om', 'til', 'med', 'på', 'det', 'der', 'den', 'en', 'et', 'er', 'som', 'vi', 'har', 'kan', 'skal', 'fra', 'ikke', 'også', 'dag', 'år', 'gang', 'stand', 'alt', 'hvor', 'når', 'hvis', 'men']);
const joinable = (left: string, right: string): boolean => SMALL.has(left) && (SMALL.has(right) || right.length > 3) || SMALL.has(right) && left.length > 3;
