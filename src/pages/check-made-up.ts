// Pages made up → what make-up lost or set twice: every slab of a galley stands on exactly one page.
import type { FlowItem, Galley, Slab } from '../flow/index.ts';
import type { Violation } from './check-pages.ts';
import { forward } from './stretch.ts';
import type { MadeUp, MadeUpPage } from './fill-pages.ts';

/** Galleys that were found whole, as they were cut. */
const whole = new WeakMap<readonly FlowItem[], readonly MadeUpPage['cuts'][]>();

export function checkMadeUp({ pages }: MadeUp): Violation[] {
  const cutsOf = new Map<Galley, MadeUpPage['cuts'][]>();
  for (const { galley, cuts, blank } of pages) if (!blank) cutsOf.set(galley, [...(cutsOf.get(galley) ?? []), cuts]);
  const known = (galley: Galley): boolean => {
    const now = cutsOf.get(galley), then = whole.get(galley.items);
    return now !== undefined && now.length === then?.length && now.every((cuts, index) => cuts === then[index]);
  };
  const placed = new Map<Galley, Map<Slab, number>>();
  for (const { galley, cuts } of pages) {
    if (known(galley)) continue;
    let counts = placed.get(galley);
    if (!counts) placed.set(galley, counts = new Map());
    for (const { candidate } of cuts) {
      for (const step of forward(candidate.cursor.trail)) if (step.kind === 'slab' && !step.artifact) count(counts, step.slab);
      for (const slab of candidate.cursor.notes.slabs) count(counts, slab);
    }
  }
  const violations: Violation[] = [];
  for (const [galley, counts] of placed) {
    const expected = new Map<Slab, number>();
    expect(galley.items, galley, counts, expected);
    const before = violations.length;
    for (const [slab, times] of expected) {
      const found = counts.get(slab) ?? 0;
      if (found !== times) violations.push({ span: slab.span, message: found < times ? 'A piece of the manuscript stands on no page.' : 'A piece of the manuscript stands on two pages.' });
    }
    if (violations.length === before) whole.set(galley.items, cutsOf.get(galley) ?? []);
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
