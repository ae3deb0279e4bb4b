// Organisation charts, made by hand and at random → boxes that stand clear of each other, within the page, each unit once.
import { describe, expect, it } from 'vitest';
import type { OrgUnit } from '../../../src/document/index.ts';
import type { Placed } from '../../../src/flow/index.ts';
import { pathBounds } from '../../../src/snapshot/layout-json.ts';
import { block, chapter, document, flow, SPAN, theme, words } from '../../support/manuscript.ts';

let serial = 0;
const unit = (name: string, ...children: OrgUnit[]): OrgUnit => ({ id: `u${(serial += 1)}`, span: SPAN, name: [words(name)], notes: [], children });
const many = (count: number, make: (index: number) => OrgUnit): OrgUnit[] => Array.from({ length: count }, (_, index) => make(index));
const chain = (length: number): OrgUnit => (length === 1 ? unit('n1') : unit(`n${length}`, chain(length - 1)));

/** `count` units, `each` under every one from the first on. */
const heap = (count: number, each: number, at = 0): OrgUnit => unit(`h${at}`, ...Array.from({ length: each }, (_, n) => at * each + n + 1).filter((child) => child < count).map((child) => heap(count, each, child)));

function drawn(roots: readonly OrgUnit[], template: string): { content: readonly Placed[]; found: readonly string[] } {
  const { galleys, found } = flow(document([chapter([block('orgchart', { before: [], roots })])]), template);
  return { content: (galleys.at(-1)?.items ?? []).flatMap((item) => (item.kind === 'slab' ? item.content : [])), found };
}

interface Rect { x: number; y: number; width: number; height: number }
const apart = (a: Rect, b: Rect): boolean => a.x + a.width <= b.x + 0.01 || b.x + b.width <= a.x + 0.01 || a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01;
const names = (roots: readonly OrgUnit[]): string[] => roots.flatMap((root) => [root.name.map((inline) => (inline.kind === 'text' ? inline.value : '')).join(''), ...names(root.children)]);

function check(roots: readonly OrgUnit[], template: string): 'drawn' | 'list' | 'refused' {
  const { content, found } = drawn(roots, template);
  const text = content.flatMap((placed) => (placed.kind === 'line' ? [placed.line.text] : [])).join(' ');
  if (found.some((message) => /nested so deep/.test(message))) return 'refused';
  if (found.length > 0) {
    expect(found).toEqual([expect.stringMatching(/larger than a page .* set as an indented list/)]);
    return 'list';
  }
  for (const placed of content) if (placed.kind === 'line') expect(placed.size).toBeGreaterThan(6.99);
  expect(text.split(' ').sort()).toEqual(names(roots).sort());
  const boxes = content.flatMap((placed) => (placed.kind === 'path' && placed.role === 'box' ? [pathBounds(placed.path)] : []));
  const { area } = theme(template).master;
  for (const [index, box] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) expect(apart(box, other)).toBe(true);
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(595.28);
    expect(box.y + box.height).toBeLessThan(area.height);
  }
  // No line runs through a box: it may only touch its edge or the spine's own side.
  for (const placed of content) {
    if (placed.kind !== 'path' || placed.role !== 'connection') continue;
    for (let at = 0; at + 1 < placed.path.length; at += 2) {
      const line = pathBounds(placed.path.slice(at, at + 2));
      for (const box of boxes) expect(apart(line, { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 })).toBe(true);
    }
  }
  // Words stay in their boxes.
  for (const placed of content) {
    if (placed.kind !== 'line') continue;
    const x = placed.x + placed.line.x;
    expect(boxes.some((box) => x > box.x && x + placed.line.width < box.x + box.width + 0.01 && placed.y > box.y && placed.y < box.y + box.height)).toBe(true);
  }
  return 'drawn';
}

describe.each(['beretning', 'plain'])('organisation charts in %s', (template) => {
  it.each([
    ['a fan', [unit('a', ...many(3, (n) => unit(`b${n}`)))], 'drawn'],
    ['more than fit side by side', [unit('a', ...many(8, (n) => unit(`b${n}`)))], 'drawn'],
    ['sixty of one parent', [unit('a', ...many(60, (n) => unit(`b${n}`)))], 'drawn'],
    ['groups too broad for the page', [unit('a', ...many(6, (n) => unit(`b${n}`, ...many(3, (k) => unit(`c${n}${k}`)))))], 'drawn'],
    ['a chain before the fan', [unit('a', unit('b', unit('c', ...many(9, (n) => unit(`d${n}`)))))], 'drawn'],
    ['a line of fifteen', [chain(15)], 'drawn'],
    ['several roots', [unit('a', unit('b'), unit('c')), unit('d', unit('e'))], 'drawn'],
    ['fifty units on six levels', [heap(50, 2)], 'drawn'],
    ['fifty units on five levels', [heap(50, 3)], 'drawn'],
    ['sixty units, four to each', [heap(60, 4)], 'drawn'],
    ['two hundred units', [unit('a', ...many(9, (n) => unit(`b${n}`, ...many(21, (k) => unit(`c${n}x${k}`)))))], 'list'],
    ['a line of sixty', [chain(60)], 'refused'],
  ] as const)('of %s', (_name, roots, as) => {
    expect(check(roots, template)).toBe(as);
  });

  it('turn on their side what is broader than the page', () => {
    const broad = unit('a', ...many(7, (n) => unit(`bbb${n}`, ...many(4, (k) => unit(`ccc${n}${k}`, ...many(3, (l) => unit(`ddd${n}${k}${l}`)))))));
    const { content, found } = drawn([broad], template);
    expect(found).toEqual([]);
    const lines = content.flatMap((placed) => (placed.kind === 'line' ? [placed] : []));
    expect(lines.every(({ turned }) => turned === true)).toBe(true);
    expect(lines.map(({ line }) => line.text).join('')).toContain('ddd632');
    expect(lines.every(({ size }) => size > 6.99)).toBe(true);
    for (const placed of content) if (placed.kind === 'path') expect(pathBounds(placed.path).x + pathBounds(placed.path).width).toBeLessThan(595.28);
  });

  it('of any shape (seeds 1 to 60)', () => {
    let drawings = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      let state = seed * 2654435761;
      const random = (below: number): number => { state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0; return (state >>> 8) % below; };
      const grow = (depth: number, name: string): OrgUnit => unit(name, ...many(depth === 0 ? 0 : random(5), (n) => grow(depth - 1, `${name}${n}`)));
      if (check(many(1 + (seed % 7 === 0 ? 1 : 0), (n) => grow(1 + random(3), `r${n}x`)), template) === 'drawn') drawings += 1;
    }
    expect(drawings).toBeGreaterThan(50);
  });
});
