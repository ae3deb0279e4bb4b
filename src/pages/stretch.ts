// What stands on a page or in a column → how far down each piece of it moves, so that all of it ends where its neighbour does.
// Space between blocks grows, never that between lines; on a grid it grows by whole lines.
import { EPSILON, endOf, type Cursor, type Step, type Trail } from './cursor.ts';

export interface StretchRules {
  /** A line of running text, baseline to baseline: no gap grows by more, nor to more than twice its size. */
  readonly leading: number;
  /** The grid's step, where text stands on one: gaps grow by it, once each. */
  readonly step: number | undefined;
}

/** First to last. */
export function forward(trail: Trail | undefined): Step[] {
  const steps: Step[] = [];
  for (let step = trail; step; step = step.before) {
    if (step.kind === 'columns') steps.push(...[...step.steps()].reverse());
    else steps.push(step);
  }
  return steps.reverse();
}

interface Gap { readonly at: number; readonly height: number }

/** For each step how far it moves; the last slab moves by as much of `missing` as the gaps can take. */
export function stretch(steps: readonly Step[], missing: number, rules: StretchRules): readonly number[] {
  const gaps = gapsOf(steps);
  const grown = rules.step === undefined ? growEvenly(gaps, missing, rules.leading) : growByLines(gaps, missing, rules.step);
  let down = 0;
  return steps.map((_, at) => (down += grown.get(at) ?? 0));
}

/** Space above each piece that stands below all before it; what stands in columns side by side moves as one. */
function gapsOf(steps: readonly Step[]): Gap[] {
  const gaps: Gap[] = [];
  let lowest: number | undefined;
  let inColumns = false;
  steps.forEach((step, at) => {
    if (step.kind !== 'slab') return;
    const inside = step.dx !== 0;
    if (lowest !== undefined && step.y > lowest + EPSILON && !(inside && inColumns)) gaps.push({ at, height: step.y - lowest });
    lowest = Math.max(lowest ?? 0, step.y + step.slab.height);
    inColumns = inside;
  });
  return gaps;
}

function growEvenly(gaps: readonly Gap[], missing: number, leading: number): ReadonlyMap<number, number> {
  const most = gaps.map(({ height }) => Math.min(height, leading));
  const total = most.reduce((sum, room) => sum + room, 0);
  const part = total > 0 ? Math.min(1, Math.max(0, missing) / total) : 0;
  return new Map(gaps.map(({ at }, index) => [at, part * (most[index] ?? 0)]));
}

/** The widest first: a line more above a heading is seen least. */
function growByLines(gaps: readonly Gap[], missing: number, step: number): ReadonlyMap<number, number> {
  const lines = Math.max(0, Math.floor((missing + EPSILON) / step));
  return new Map([...gaps].sort((a, b) => b.height - a.height || a.at - b.at).slice(0, lines).map(({ at }) => [at, step]));
}

/** All of a page so that it ends `missing` lower, as far as it can. */
export function stretchCursor(cursor: Cursor, missing: number, rules: StretchRules): Cursor {
  const steps = forward(cursor.trail);
  const down = stretch(steps, missing, rules);
  const last = down.at(-1) ?? 0;
  if (last < EPSILON) return cursor;
  let trail: Trail | undefined;
  steps.forEach((step, at) => { trail = step.kind === 'slab' ? { ...step, y: step.y + (down[at] ?? 0), before: trail } : { ...step, before: trail }; });
  return { ...cursor, y: cursor.y + last, side: Math.min(cursor.side + last, endOf(cursor) + last), trail };
}
