// Columns against brute force: over random short galleys no division into columns is cheaper than the one that is set.
import { expect, test } from 'vitest';
import type { FlowItem } from '../../src/flow/index.ts';
import { balance } from '../../src/pages/columns.ts';
import { endOf, type Region } from '../../src/pages/cursor.ts';
import { START } from '../../src/pages/position.ts';
import { makeWalkable, walk } from '../../src/pages/walk.ts';
import { COSTS, gap, heading, LINE, paragraph } from './bare.ts';

type Block = { readonly kind: 'heading' } | { readonly kind: 'paragraph'; readonly lines: number; readonly gap: number };

function randomBlocks(seed: number): Block[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const blocks: Block[] = [];
  for (let left = 2 + below(5); left > 0; left--) {
    if (below(4) === 0) blocks.push({ kind: 'heading' });
    blocks.push({ kind: 'paragraph', lines: 1 + below(6), gap: below(2) * 5 });
  }
  return blocks;
}

/** Rows of the galley in order, with what a cut after each would break. */
interface Row { readonly space: number; readonly legal: boolean; readonly heading: boolean; readonly since: number }

function rowsOf(blocks: readonly Block[]): Row[] {
  const rows: { space: number; legal: boolean; heading: boolean; since: number }[] = [];
  let since = Infinity;
  blocks.forEach((block) => {
    if (block.kind === 'heading') {
      since = 0;
      rows.push({ space: 0, legal: false, heading: true, since });
      return;
    }
    for (let line = 1; line <= block.lines; line++) {
      since += 1;
      const within = line < block.lines;
      const widowed = within && (line === 1 || block.lines - line === 1);
      rows.push({ space: line === 1 ? block.gap : 0, legal: !widowed && since >= 2, heading: false, since });
    }
  });
  return rows;
}

const unevenness = (empty: number): number => Math.max(0, empty / LINE - 1) * COSTS.unevenSpread + Math.max(0, empty / LINE);

/** The least that columns of this height can cost without breaking a rule; Infinity where they cannot. */
function leastAt(rows: readonly Row[], count: number, height: number): number {
  const from = (row: number, column: number): number => {
    if (row === rows.length) return (count - column) * unevenness(height);
    if (column === count) return Infinity;
    let best = Infinity, used = 0;
    for (let at = row; at < rows.length; at++) {
      const one = rows[at];
      if (!one) break;
      used += LINE + (at === row ? 0 : one.space);
      if (used > height + 0.01) break;
      if (at === rows.length - 1 || one.legal) best = Math.min(best, unevenness(height - used) + from(at + 1, column + 1));
    }
    return best;
  };
  return from(0, 0);
}

function itemsOf(blocks: readonly Block[]): FlowItem[] {
  return blocks.flatMap((block, index): FlowItem[] => {
    if (block.kind === 'heading') return [...(index > 0 ? [gap()] : []), ...heading(`h${index}`)];
    const above = blocks[index - 1];
    return [...(index > 0 ? [{ kind: 'space', height: block.gap } as const] : []), paragraph(`p${index}`, block.lines)].filter((item) => !(item.kind === 'space' && above === undefined));
  });
}

test('no division is cheaper, and none that is lower is as cheap', () => {
  let divided = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const count = 2 + (seed % 2);
    const blocks = randomBlocks(seed);
    const rows = rowsOf(blocks);
    const galley = makeWalkable(itemsOf(blocks), COSTS, true, LINE);
    const region = (height: number): Region => ({ top: 0, bottom: height, firstAnchor: 8, dx: 0, endless: false, noteArea: { style: { before: 0, ruleToTop: 0, between: 0, most: 0, rule: () => [] }, notes: new Map(), most: 0, split: 0 } });
    const found = balance({
      galley, start: START, count, top: 0,
      ways: (position, height, final) => walk(galley, position, region(height)).filter(({ next }) => !final || next === undefined),
    }, 400);
    if (!found) throw new Error(`Seed ${seed}: nothing found.`);
    const tall = Math.max(...found.columns.map(({ cursor }) => endOf(cursor)));
    const best = Math.min(...Array.from({ length: 2 * Math.ceil(tall / LINE) }, (_, half) => leastAt(rows, count, (half + 1) * (LINE / 2))));
    // What breaks rules was the last resort there.
    if (best === Infinity) continue;
    divided++;
    expect(`${seed}: ${found.cost}`).toBe(`${seed}: ${Math.min(best, found.cost)}`);
  }
  expect(divided).toBeGreaterThan(300);
});
