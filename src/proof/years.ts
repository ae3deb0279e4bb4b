// A document → the year that it is about.
import type { Document } from '../document/index.ts';

/** The year in its title, else its date's own. "Strategi 2030" looks ahead, and says nothing of the year that it is written in. */
export function ownYear({ title, edition, date }: Document): number | undefined {
  const titled = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(`${title} ${edition ?? ''}`)?.[1];
  const written = date === undefined ? undefined : Number(date.slice(0, 4));
  if (titled === undefined) return written;
  return written !== undefined && Number(titled) > written ? written : Number(titled);
}
