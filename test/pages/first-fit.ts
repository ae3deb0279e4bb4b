// A galley → pages filled as the usual systems do it: piece after piece while there is room, every cut taken as it comes.
import type { Galley } from '../../src/flow/index.ts';
import { START } from '../../src/pages/position.ts';
import { pageRegion } from '../../src/pages/search.ts';
import { makeWalkable, walk, type Candidate } from '../../src/pages/walk.ts';
import type { MadeUp } from '../../src/pages/index.ts';
import type { MakeUpCosts } from '../../src/theme/index.ts';

export function firstFit(galleys: readonly Galley[], { master, notes }: Pick<MadeUp, 'master' | 'notes'>, costs: MakeUpCosts, leading: number): MadeUp {
  const pages: MadeUp['pages'][number][] = [];
  for (const galley of galleys) {
    const walkable = makeWalkable(galley.items, costs, false, leading);
    const region = pageRegion(master, { style: notes, notes: galley.notes, most: master.area.height * 0.7, split: 0 });
    let from: Candidate['next'] = START;
    for (let guard = 0; from && guard < 1000; guard++) {
      // In an emergency any two pieces may be parted: just that is the naive breaker's rule.
      const fitting: readonly Candidate[] = walk(walkable, from, region, true);
      const candidate: Candidate | undefined = fitting.at(-1) ?? walk(walkable, from, { ...region, endless: true }, true)[0];
      if (!candidate) break;
      pages.push({ number: pages.length + 1, galley, anchors: [], blank: false, cuts: [{ from, candidate, overflow: false, cost: candidate.cost }] });
      from = candidate.next;
    }
  }
  return { pages, master, notes, facts: { pages: pages.length, pageOf: new Map() } };
}
