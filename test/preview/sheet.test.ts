// Pages as data → digests that follow the ink and nothing else, marks, and the way back from a line to its page.
import { expect, test } from 'vitest';
import { spanAt } from '../../src/document/index.ts';
import type { Page } from '../../src/pages/index.ts';
import { describeSheets, findLine, newLines, type Ink } from '../../src/preview/index.ts';

const ink: Ink = { face: (key) => key, picture: (key) => `${key}-1` };

function line(text: string, y: number, row: number, more: { tag?: number; rise?: number } = { tag: 1 }): Page['items'][number] {
  const run = { face: 'sans', size: 10, colour: { gray: 0 }, x: 0, width: 50, rise: more.rise ?? 0, scale: 1, glyphs: new Uint16Array(), advances: new Float32Array(), text, clusters: new Uint16Array() };
  const set = { runs: [run], objects: [], x: 0, width: 50, text, hyphenated: false, span: spanAt('/m/a.md', row), notes: [] };
  return { kind: 'line', x: 70, y, line: set, size: 10, role: 'body', ...(more.tag === undefined ? { artifact: 'footer' } : { tag: more.tag }) } as unknown as Page['items'][number];
}

function page(number: number, ...items: Page['items'][number][]): Page {
  return { number, label: `Page ${number}`, width: 420, height: 595, items, anchors: [], blank: false };
}

const one = (items: Page['items'][number][], with_ = ink) => describeSheets([page(1, ...items)], with_)[0];

test('where the words come from does not count, where they stand does', () => {
  const here = one([line('word', 100, 3)])?.digest;
  expect(one([line('word', 100, 30)])?.digest).toBe(here);
  expect(one([line('word', 100, 3, { tag: 99 })])?.digest).toBe(here);
  expect(one([line('word', 101, 3)])?.digest).not.toBe(here);
  expect(one([line('ward', 100, 3)])?.digest).not.toBe(here);
  expect(one([line('word', 100, 3, { tag: 1, rise: 2 })])?.digest).not.toBe(here);
});

test('another font or picture under the same name is other ink', () => {
  const picture = { kind: 'picture', x: 0, y: 0, width: 9, height: 9, picture: 'a.png', role: 'picture', span: spanAt('/m/a.md') } as Page['items'][number];
  const now = one([line('word', 100, 3), picture])?.digest;
  expect(one([line('word', 100, 3), picture], { ...ink, face: () => 'another' })?.digest).not.toBe(now);
  expect(one([line('word', 100, 3), picture], { ...ink, picture: () => 'another' })?.digest).not.toBe(now);
});

test('a page that is only renumbered keeps its body', () => {
  const a = one([line('word', 100, 3), line('1 of 3', 560, 1, {})]);
  const b = one([line('word', 100, 3), line('1 of 4', 560, 1, {})]);
  expect(a?.digest).not.toBe(b?.digest);
  expect(a?.body).toBe(b?.body);
});

test('new lines are marked, moved ones and furniture are not', () => {
  const before = describeSheets([page(1, line('one', 100, 1), line('two', 120, 2))], ink);
  const after = describeSheets([page(1, line('new', 100, 1), line('one', 120, 2)), page(2, line('two', 100, 3), line('two', 120, 4), line('2', 560, 1, {}))], ink);
  expect(newLines(before, after).map(([number, , y]) => [number, y])).toEqual([[1, 91], [2, 111]]);
});

test('a line of the manuscript is found on its page', () => {
  const sheets = describeSheets([page(1, line('one', 100, 3), line('two', 120, 5)), page(2, line('three', 100, 9))], ink);
  expect(findLine(sheets, '/m/a.md', 6)).toEqual({ page: 1, y: 111 });
  expect(findLine(sheets, '/m/a.md', 9)?.page).toBe(2);
  expect(findLine(sheets, '/m/a.md', 1)).toEqual({ page: 1, y: 91 });
  expect(findLine(sheets, '/m/b.md', 1)).toBeUndefined();
});

test('a heading is found where it stands, not in the contents', () => {
  const sheets = describeSheets([page(1, line('Heading', 100, 3)), page(2, line('Heading', 200, 3), line('text', 220, 5))], ink);
  expect(findLine(sheets, '/m/a.md', 3)).toEqual({ page: 2, y: 191 });
});
