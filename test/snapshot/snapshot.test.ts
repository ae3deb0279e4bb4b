// The snapshot's text: read back as written, faults explained, and what a person would say of two of them.
import { describe, expect, it } from 'vitest';
import { compareSnapshots, readSnapshot, writeSnapshot, type Snapshot } from '../../src/snapshot/index.ts';

type Row = Snapshot['pages'][number]['rows'][number];

const line = (text: string, more: Partial<Row> = {}): Row =>
  ({ kind: 'line', opens: true, role: 'body', dy: 14, x: 100, width: text.length * 5, height: 0, style: 'serif 10 g0', text, ...more });
const page = (rows: Row[], head = 'Side {page} af {pages}'): Snapshot['pages'][number] => ({ width: 595.28, height: 841.89, head, rows });
const rule: Row = { kind: 'box', opens: true, role: 'rule', dy: 7, x: 100, width: 300, height: 0, style: 'line 1 g0 abcd', text: '' };
const said = (before: Snapshot, after: Snapshot): string[] => {
  const { changes, renumbered } = compareSnapshots(before, after);
  return [...changes.map(({ page, was, kind, message }) => `${page} ${was} ${kind}: ${message}`), ...renumbered.map(([from, to]) => `renumbered ${from}-${to}`)];
};

describe('layout.snapshot', () => {
  const snapshot: Snapshot = { pages: [page([line('Første afsnit | med en streg.'), rule, { ...line('går videre'), opens: false }]), page([line('Næste side')])] };

  it('is read back as it was written, also from a checkout with CRLF', () => {
    const text = writeSnapshot(snapshot);
    expect(writeSnapshot(readSnapshot(text) as Snapshot)).toBe(text);
    expect(writeSnapshot(readSnapshot(text.replace(/\n/g, '\r\n')) as Snapshot)).toBe(text);
  });

  it('explains what it cannot read', () => {
    expect(readSnapshot('printvenlig layout 0\n')).toMatchObject({ line: 1, message: expect.stringContaining('format 0') });
    expect(readSnapshot(`${writeSnapshot(snapshot)}<<<<<<< HEAD\n`)).toMatchObject({ message: 'The snapshot holds a merge conflict.' });
    expect(readSnapshot('printvenlig layout 1\n\nsomething else\n')).toMatchObject({ line: 3 });
    expect(readSnapshot('{}')).toMatchObject({ line: 1 });
  });

  it('gains one row for a page more', () => {
    const more: Snapshot = { pages: [snapshot.pages[0]!, page([line('Ny side')]), snapshot.pages[1]!] };
    const old = writeSnapshot(snapshot).split('\n');
    const added = writeSnapshot(more).split('\n').filter((row) => !old.includes(row));
    expect(added.length).toBe(1);
  });
});

describe('compareSnapshots', () => {
  it('has nothing to say of the same pages', () => {
    const one: Snapshot = { pages: [page([line('En'), line('To')])] };
    expect(said(one, structuredClone(one))).toEqual([]);
  });

  it('names other words at their page', () => {
    expect(said({ pages: [page([line('Årets tal er tre.')]), page([line('Andet.')])] }, { pages: [page([line('Årets tal er fire.')]), page([line('Andet.')])] }))
      .toEqual(['1 1 text: The paragraph “Årets tal er fire.” has other words.']);
  });

  it('follows what moved to another page', () => {
    const head = line('Kontingent', { role: 'heading-3' });
    expect(said({ pages: [page([line('En.'), head]), page([line('To.')])] }, { pages: [page([line('En.')]), page([head, line('To.')])] }))
      .toEqual(['1 1 moved: Lines stand at other places on the page.', '2 1 moved: The heading “Kontingent” moved here from page 1.']);
  });

  it('calls a page that only got another number renumbered', () => {
    const [a, b] = [page([line('A')]), page([line('B')])];
    expect(said({ pages: [a, b] }, { pages: [a, page([line('Ny')]), b] })).toEqual(['2 null added: The paragraph “Ny” is new.', 'renumbered 1-1', 'renumbered 3-3']);
  });

  it('sees another style behind the same words', () => {
    expect(said({ pages: [page([line('Ord')])] }, { pages: [page([line('Ord', { style: 'serif-600 10 g0' })])] }))
      .toEqual(['1 1 style: The paragraph “Ord” is set in another style.']);
  });

  it('names what is gone', () => {
    expect(said({ pages: [page([line('Bliver'), line('Forsvinder helt herfra')])] }, { pages: [page([line('Bliver')])] }))
      .toEqual(['null 1 removed: The paragraph “Forsvinder helt herfra” is gone.', '1 1 moved: Lines stand at other places on the page.']);
  });
});
