// A placed line → its own axes: along the words and across them, and back to the page for a line that is turned.
import type { PlacedLine } from '../flow/index.ts';

/**
 * Where the measure begins, in axes that run with the words and from line to line. Upright, that is the page's x and y;
 * of a line that is turned, x is across and y counts down along.
 */
export const originOf = ({ x, y, turned }: PlacedLine): { readonly along: number; readonly across: number } => (turned ? { along: -y, across: x } : { along: x, across: y });

export interface Box { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** A rectangle in the line's axes (x along, y across) as it stands on the page. */
export const onPage = ({ turned }: PlacedLine, box: Box): Box => (turned ? { x0: box.y0, y0: -box.x1, x1: box.y1, y1: -box.x0 } : box);
