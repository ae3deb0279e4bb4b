// A galley's cuts → the same, so that columns side by side, and facing pages where the template asks, end on the same line.
import { EPSILON, endOf, type Region } from './cursor.ts';
import type { Cut } from './search.ts';
import { stretchCursor, type StretchRules } from './stretch.ts';

export interface EvenOut extends StretchRules {
  readonly region: Region;
  readonly columns: number;
  readonly alignSpreads: boolean;
  readonly startsLeft: boolean;
}

/** A page: its columns as cut. Pages that a chapter or a forced break ends are as short as they come. */
type Columns = readonly Cut[];

export function evenOut(pages: readonly Columns[], how: EvenOut): Columns[] {
  const even = pages.map((page) => (how.columns > 1 ? stretchTo(page, Math.max(...page.map((cut) => footOf(cut, how))), how) : page));
  if (!how.alignSpreads) return even;
  for (let left = how.startsLeft ? 0 : 1; left + 1 < even.length; left += 2) {
    const spread = [even[left] ?? [], even[left + 1] ?? []];
    if (spread.some((page) => page.length < how.columns || isLast(page))) continue;
    const foot = Math.max(...spread.flat().map((cut) => footOf(cut, how)));
    spread.forEach((page, side) => { even[left + side] = stretchTo(page, foot, how); });
  }
  return even;
}

const isLast = (page: Columns): boolean => page.some(({ candidate }) => candidate.next === undefined || candidate.forced !== undefined);

/** Notes stand at the area's foot. */
const footOf = ({ candidate: { cursor } }: Cut, { region }: EvenOut): number => (cursor.notes.height > 0 ? region.bottom : endOf(cursor));

function stretchTo(page: Columns, foot: number, how: EvenOut): Columns {
  return page.map((cut) => {
    const { cursor } = cut.candidate;
    const missing = foot - endOf(cursor);
    // Above notes there is space anyway.
    if (cut.overflow || cursor.notes.height > 0 || missing < EPSILON) return cut;
    const stretched = stretchCursor(cursor, missing, how);
    return stretched === cursor ? cut : { ...cut, candidate: { ...cut.candidate, cursor: stretched } };
  });
}
