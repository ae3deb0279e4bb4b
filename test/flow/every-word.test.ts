// Random manuscripts: every word stands once and in order in the galleys, inside its measure, in both templates.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/index.ts';
import type { FlowItem, Placed, TagNode } from '../../src/flow/index.ts';
import { block, chapter, document, flow, heading, list, paragraph, theme, words } from '../support/manuscript.ts';

const SEED = 19860815;

/** A linear congruential generator: the same documents on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function randomBlocks(random: (below: number) => number, next: () => string, depth: number): Block[] {
  const some = (): string => Array.from({ length: 1 + random(9) }, next).join(' ');
  return Array.from({ length: 1 + random(4) }, (): Block => {
    const kind = random(depth > 2 ? 4 : 11);
    const inner = (): Block[] => randomBlocks(random, next, depth + 1);
    switch (kind) {
      case 0: return heading((1 + random(6)) as 1 | 2 | 3 | 4 | 5 | 6, some(), next().toLowerCase());
      case 1: case 2: case 3: return paragraph(some());
      case 4: return list(Array.from({ length: 1 + random(3) }, inner), { ordered: random(2) === 0, start: random(12), tight: random(2) === 0 });
      case 5: return block('quote', { children: inner() });
      case 6: return block('factbox', random(2) === 0 ? { children: inner() } : { title: [words(some())], children: inner() });
      case 7: return block('columns', { count: 2 + random(2), children: inner() });
      case 8: return block('lead', { children: inner() });
      case 9: return block('lang', { code: 'en', children: inner() });
      default: return block('code', { value: `${next()} ${next()}\n${next()}` });
    }
  });
}

/** Words of the manuscript are "o17x"; a list's numbers are not. */
const wordsIn = (text: string): string[] => text.match(/o\d+x/g) ?? [];
const source = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(source);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'value' && typeof inner === 'string' ? wordsIn(inner) : name === 'anchor' || name === 'span' ? [] : source(inner)));
};
const contentOf = (items: readonly FlowItem[], dx = 0): { placed: Placed; dx: number }[] => items.flatMap((item) => {
  switch (item.kind) {
    case 'slab': return item.content.map((placed) => ({ placed, dx }));
    case 'paragraph': return item.alternatives[0]?.slabs.flatMap(({ content }) => content.map((placed) => ({ placed, dx }))) ?? [];
    case 'columns': return contentOf(item.galley, item.xs[0] ?? 0);
    default: return [];
  }
});
const idsOf = (tag: TagNode): string[] => [tag.id, ...tag.children.flatMap(idsOf)];

describe.each(['plain', 'beretning'])('random manuscripts in %s', (name) => {
  it(`lose no word (seed ${SEED})`, () => {
    const random = generator(SEED);
    for (let round = 0; round < 120; round += 1) {
      let serial = 0;
      const blocks = randomBlocks(random, () => `o${(serial += 1)}x`, 0);
      const made = document([chapter(blocks)]);
      const { galleys, tags } = flow(made, name);
      const content = galleys.filter((galley) => galley.chapter === 0).flatMap((galley) => contentOf(galley.items));
      const set = content.flatMap(({ placed }) => (placed.kind === 'line' ? wordsIn(placed.line.text) : []));
      expect(set, `round ${round}`).toEqual(source(blocks));
      const ids = idsOf(tags);
      expect(new Set(ids).size, `ids of round ${round}`).toBe(ids.length);
      const known = new Set(ids);
      for (const { placed } of content) if (placed.tag !== undefined) expect(known.has(placed.tag), `${placed.tag} of round ${round}`).toBe(true);
      const { zones } = theme(name).master;
      for (const { placed, dx } of content) {
        if (placed.kind !== 'line') continue;
        expect(placed.x + dx).toBeGreaterThanOrEqual(zones.full.x - 0.01);
      }
    }
  });
});

describe('flowing again', () => {
  it('gives the same, and the same objects, so that settling is cheap', () => {
    const made = document([chapter([heading(1, 'Et'), paragraph('To'), block('factbox', { children: [paragraph('tre')] })])]);
    const [first, second] = [flow(made, 'beretning'), flow(made, 'beretning')];
    expect(second.galleys.at(-1)?.items).toEqual(first.galleys.at(-1)?.items);
  });
});
