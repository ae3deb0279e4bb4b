// Notes: each stands once, at its first mark; none that only notes mention is lost.
import { expect, it } from 'vitest';
import type { Galley, NoteItem, Slab } from '../../src/flow/index.ts';
import { placeNotes } from '../../src/pages/place-notes.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
const slab = (name: string, notes: string[] = []): Slab => ({ kind: 'slab', height: 10, content: [], anchor: 10, notes, anchors: [name], lines: 1, span: SPAN });
const galley = (marks: string[], notes: Record<string, string[]>): Galley => ({
  items: [slab('text', marks)], startOn: 'page', bare: false, span: SPAN,
  notes: new Map(Object.entries(notes).map(([id, inner]): [string, NoteItem] => [id, { id, slabs: [slab(id, inner)] }])),
});
const standing = (given: Galley): string[] => {
  const [made] = placeNotes([given]);
  const first = made?.items[0];
  return (first?.kind === 'slab' ? first.notes : []).flatMap((id) => made?.notes.get(id)?.slabs.map(({ anchors }) => anchors[0] ?? '') ?? []);
};

it('a note of a note follows it', () => { expect(standing(galley(['a'], { a: ['b'], b: ['c'], c: [] }))).toEqual(['a', 'b', 'c']); });
it('a note that the text mentions too keeps its own place', () => { expect(standing(galley(['a', 'b'], { a: ['b'], b: [] }))).toEqual(['a', 'b']); });
it('notes that only mention each other stand at the end', () => { expect(standing(galley([], { a: ['b'], b: ['a'] }))).toEqual(['a', 'b']); });
it('without such notes nothing changes', () => {
  const given = [galley(['a'], { a: [] })];
  expect(placeNotes(given)).toBe(given);
});
it('a note that is marked again, on the same page or another, stands at its first mark alone', () => {
  const first = galley(['a', 'a'], { a: [] });
  const second: Galley = { ...galley(['b', 'a'], { a: [], b: [] }), notes: new Map([...first.notes, ...galley([], { b: [] }).notes]) };
  const marks = placeNotes([first, second]).map(({ items }) => items.flatMap((item) => (item.kind === 'slab' ? item.notes : [])));
  expect(marks).toEqual([['a'], ['b']]);
});
it('of a paragraph set in several ways each way keeps the first marks', () => {
  const one = galley(['a'], { a: [], b: [] });
  const way = { slabs: [slab('l1', ['a', 'b']), slab('l2', ['b'])], demerits: 0 };
  const [made] = placeNotes([{ ...one, items: [...one.items, { kind: 'paragraph', id: 'p', keep: false, alternatives: [way, way], span: SPAN }] }]);
  const paragraph = made?.items[1];
  expect(paragraph?.kind === 'paragraph' && paragraph.alternatives.map(({ slabs }) => slabs.map(({ notes }) => notes))).toEqual([[['b'], []], [['b'], []]]);
});
