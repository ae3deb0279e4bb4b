// Tables too wide for their page in the square font → smaller, broken in a giant word, turned, in parts; never cut.
import { describe, expect, it } from 'vitest';
import type { Block, Inline, Table } from '../../../src/document/index.ts';
import type { Placed, PlacedLine } from '../../../src/flow/index.ts';
import { block, chapter, document, flow, heading, paragraph, SPAN, theme, words } from '../../support/manuscript.ts';

let serial = 0;
const id = (): string => `w${(serial += 1)}`;
const table = (rows: readonly (readonly (string | Inline)[])[], more: Partial<Table> = {}): Table => ({
  kind: 'table', id: id(), span: SPAN, align: [], ...more,
  rows: rows.map((cells) => ({ id: id(), span: SPAN, cells: cells.map((cell) => ({ id: id(), span: SPAN, children: [typeof cell === 'string' ? words(cell) : cell] })) })),
});
const wide = (columns: number, rows: number, more: Partial<Table> = {}): Table =>
  table([Array.from({ length: columns }, (_, column) => `hoved${column}`), ...Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => `r${row}c${column}`))], more);

const made = (blocks: readonly Block[], template = 'plain'): { slabs: { height: number; content: readonly Placed[] }[]; found: readonly string[]; lines: PlacedLine[] } => {
  const { galleys, found } = flow(document([chapter(blocks)]), template);
  const slabs = (galleys.at(-1)?.items ?? []).flatMap((item) => (item.kind === 'slab' ? [item] : []));
  return { slabs, found, lines: slabs.flatMap(({ content }) => content).filter((placed) => placed.kind === 'line') };
};
const read = (lines: readonly PlacedLine[]): string[] => lines.filter(({ tag }) => tag !== undefined).map(({ line }) => line.text);

describe.each([['plain', 9], ['beretning', 11]] as const)('a table wider than the page of %s', (template, columns) => {
  const { area, zones } = theme(template).master;
  const { slabs, found, lines } = made([wide(columns, 30, { caption: [words('Bred')] })], template);

  it('is turned, without a word about it', () => {
    expect(found).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ turned }) => turned)).toBe(true);
  });
  it('is read once and in order; what is repeated overleaf is ink', () => {
    const cells = read(lines).filter((text) => /^r\d/.test(text));
    expect(cells).toEqual(Array.from({ length: 30 * columns }, (_, n) => `r${Math.floor(n / columns)}c${n % columns}`));
    expect(slabs.length).toBeGreaterThan(1);
    for (const { content } of slabs.slice(1)) {
      const ink = content.flatMap((placed) => (placed.kind === 'line' && placed.tag === undefined ? [placed.line.text] : []));
      expect(ink.join(' ')).toMatch(new RegExp(`fortsat\\).*hoved0.*hoved${columns - 1}`));
    }
  });
  it('stays inside the page', () => {
    for (const { height, content } of slabs) {
      expect(height).toBeLessThan(area.height);
      for (const placed of content) {
        if (placed.kind !== 'line') continue;
        const start = placed.y - placed.line.x;
        expect(start).toBeLessThan(height + 0.01);
        expect(start - placed.line.width).toBeGreaterThan(-0.01);
        expect(placed.x).toBeGreaterThan(zones.full.x);
        expect(placed.x).toBeLessThan(zones.full.x + zones.full.width);
      }
    }
  });
});

describe('where a table cannot be turned', () => {
  it('in a box it is set in parts, and that is said', () => {
    const { galleys, found } = flow(document([chapter([block('factbox', { title: [words('Boks')], children: [wide(9, 4)] })])]), 'plain');
    const lines = (galleys.at(-1)?.items ?? []).flatMap((item) => (item.kind === 'slab' ? item.content : [])).filter((placed) => placed.kind === 'line');
    expect(lines.some(({ turned }) => turned)).toBe(false);
    expect(found).toEqual([expect.stringContaining('in 2 parts')]);
    for (let row = 0; row < 4; row += 1) for (let column = 0; column < 9; column += 1) expect(read(lines)).toContain(`r${row}c${column}`);
  });
  it('a giant word is broken in its column, and the table stays whole', () => {
    const giant = 'æ'.repeat(120);
    const { found, lines } = made([table([['navn', 'værdi'], ['kort', giant]])]);
    expect(found).toEqual([expect.stringContaining('wider than its column')]);
    expect(lines.some(({ turned }) => turned)).toBe(false);
    expect(read(lines).join('')).toBe(`navnværdikort${giant}`);
  });
});

describe('beside a turned table', () => {
  it('a heading has room before it', () => {
    const { slabs } = made([heading(2, 'Over tabellen'), wide(8, 3), paragraph('Efter')]);
    const turned = slabs.find(({ content }) => content.some((placed) => placed.kind === 'line' && placed.turned));
    expect(turned?.height).toBeLessThan(theme('plain').master.area.height * 0.86);
  });
  it('cells taller than the page on its side go on overleaf line by line', () => {
    const long = Array.from({ length: 900 }, (_, n) => `o${n}`).join(' ');
    const { found, lines } = made([table([Array.from({ length: 9 }, (_, column) => `hoved${column}`), ['a', 'b', long, 'dddddd', 'eeeeee', 'ffffff', 'gggggg', 'hhhhhh', 'iiiiii']])]);
    expect(found).toEqual([]);
    expect(lines.every(({ turned }) => turned)).toBe(true);
    expect(read(lines).flatMap((text) => text.match(/\bo\d+/g) ?? [])).toEqual(long.split(' '));
  });
});

describe('columns of numbers', () => {
  const numbers = (head: string): Table => table([['Havn', head], ['Nørreby', '12.345,75'], ['Sønderhavn', '3,1']]);
  it('have their head on one line where there is room', () => {
    expect(read(made([numbers('Pris i mio. kr.')]).lines)).toContain('Pris i mio. kr.');
  });
  it('break their head and never a number where there is none', () => {
    const heads = Array.from({ length: 4 }, () => 'Prisen i hele mio. kroner');
    const narrow = made([table([['Havn', ...heads], ['Nørreby', ...heads.map(() => '12.345,75')]])]);
    expect(read(narrow.lines)).toContain('12.345,75');
    expect(read(narrow.lines)).not.toContain('Prisen i hele mio. kroner');
  });
});
