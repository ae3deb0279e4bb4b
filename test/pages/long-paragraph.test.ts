// The fewest pages that are left, asked at each line of a long paragraph: work that grows as the paragraph does.
import { expect, test } from 'vitest';
import type { FlowItem, Slab } from '../../src/flow/index.ts';
import { leastPages } from '../../src/pages/least-pages.ts';

function readsFor(lines: number): { reads: number; pages: readonly number[] } {
  let reads = 0;
  const slabs = Array.from({ length: lines }, () => ({ kind: 'slab', get height() { reads += 1; return 10; } }) as unknown as Slab);
  const paragraph = { kind: 'paragraph', alternatives: [{ slabs }] } as unknown as FlowItem;
  const least = leastPages([paragraph], 100);
  const pages = Array.from({ length: lines }, (_, line) => least({ item: 0, line, alternative: 0, inside: undefined } as unknown as Parameters<typeof least>[0]));
  return { reads, pages };
}

test('each line\'s height is read once, however often is asked', () => {
  expect(readsFor(400).reads).toBe(400);
  expect(readsFor(400).pages.slice(-25)).toEqual([...new Array<number>(5).fill(3), ...new Array<number>(10).fill(2), ...new Array<number>(10).fill(1)]);
});
