// Notes that only notes mention: none is lost, each stands once, behind the first that mentions it.
import { expect, it } from 'vitest';
import type { Galley, NoteItem, Slab } from '../../src/flow/index.ts';
import { placeInnerNotes } from '../../src/pages/inner-notes.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
const slab = (name: string, notes: string[] = []): Slab => ({ kind: 'slab', height: 10, content: [], anchor: 10, notes, anchors: [name], lines: 1, span: SPAN });
const galley = (marks: string[], notes: Record<string, string[]>): Galley => ({
  items: [slab('text', marks)], startOn: 'page', bare: false, span: SPAN,
  notes: new Map(Object.entries(notes).map(([id, inner]): [string, NoteItem] => [id, { id, slabs: [slab(id, inner)] }])),
});
const standing = (given: Galley): string[] => {
  const [made] = placeInnerNotes([given]);
  const first = made?.items[0];
  return (first?.kind === 'slab' ? first.notes : []).flatMap((id) => made?.notes.get(id)?.slabs.map(({ anchors }) => anchors[0] ?? '') ?? []);
};

it('a note of a note follows it', () => { expect(standing(galley(['a'], { a: ['b'], b: ['c'], c: [] }))).toEqual(['a', 'b', 'c']); });
it('a note that the text mentions too keeps its own place', () => { expect(standing(galley(['a', 'b'], { a: ['b'], b: [] }))).toEqual(['a', 'b']); });
it('notes that only mention each other stand at the end', () => { expect(standing(galley([], { a: ['b'], b: ['a'] }))).toEqual(['a', 'b']); });
it('without such notes nothing changes', () => {
  const given = [galley(['a'], { a: [] })];
  expect(placeInnerNotes(given)).toBe(given);
});
