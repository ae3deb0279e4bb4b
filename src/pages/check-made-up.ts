// Pages made up → what make-up lost or set twice: every slab of a galley stands on exactly one page.
import type { FlowItem, Galley, Slab } from '../flow/index.ts';
import type { Violation } from './check-pages.ts';
import { forward } from './stretch.ts';
import type { MadeUp, MadeUpPage } from './fill-pages.ts';

/** Galleys that were found whole, as they were cut. */
const whole = new WeakMap<readonly FlowItem[], readonly MadeUpPage['cuts'][]>();

/** Galley by galley: the counts of a long book's slabs do not all stand in memory. */
export function checkMadeUp({ pages }: MadeUp): Violation[] {
  const cutsOf = new Map<Galley, MadeUpPage['cuts'][]>();
  for (const { galley, cuts, blank } of pages) {
    const known = cutsOf.get(galley);
    if (!known) cutsOf.set(galley, blank ? [] : [cuts]);
    else if (!blank) known.push(cuts);
  }
  return [...cutsOf].flatMap(([galley, now]) => {
    const then = whole.get(galley.items);
    if (now.length === then?.length && now.every((cuts, index) => cuts === then[index])) return [];
    const violations = checkGalley(galley, now);
    if (violations.length === 0) whole.set(galley.items, now);
    return violations;
  });
}

function checkGalley(galley: Galley, pages: readonly MadeUpPage['cuts'][]): Violation[] {
  const counts = new Map<Slab, number>(), expected = new Map<Slab, number>();
  for (const { candidate } of pages.flat()) {
    for (const step of forward(candidate.cursor.trail)) if (step.kind === 'slab' && !step.artifact) count(counts, step.slab);
    for (const slab of candidate.cursor.notes.slabs) count(counts, slab);
  }
  expect(galley.items, galley, counts, expected);
  const violations: Violation[] = [];
  for (const [slab, times] of expected) {
    const found = counts.get(slab) ?? 0;
    if (found !== times) violations.push({ span: slab.span, message: found < times ? 'A piece of the manuscript stands on no page.' : 'A piece of the manuscript stands on two pages.' });
  }
  return violations;
}

/** What should stand there; of a paragraph's alternatives, the one that does. */
function expect(items: readonly FlowItem[], galley: Galley, counts: ReadonlyMap<Slab, number>, expected: Map<Slab, number>): void {
  const put = (slab: Slab): void => {
    count(expected, slab);
    for (const id of slab.notes) for (const note of galley.notes.get(id)?.slabs ?? []) count(expected, note);
  };
  for (const item of items) {
    if (item.kind === 'slab') put(item);
    else if (item.kind === 'float') put(item.slab);
    else if (item.kind === 'columns') expect(item.galley, galley, counts, expected);
    else if (item.kind === 'paragraph') {
      const used = item.alternatives.find(({ slabs }) => slabs[0] !== undefined && counts.has(slabs[0])) ?? item.alternatives[0];
      used?.slabs.forEach(put);
    }
  }
}

function count(counts: Map<Slab, number>, slab: Slab): void {
  counts.set(slab, (counts.get(slab) ?? 0) + 1);
}
