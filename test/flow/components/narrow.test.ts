// Components where room is short or nested in one another → what a reader would want instead of what would be cramped.
import { describe, expect, it } from 'vitest';
import type { Block, ListItem, Note, OrgUnit, Table } from '../../../src/document/index.ts';
import type { Placed, PlacedLine } from '../../../src/flow/index.ts';
import { pathBounds } from '../../../src/snapshot/layout-json.ts';
import { block, chapter, document, flow, heading, list, paragraph, slabsOf, SPAN, theme, words } from '../../support/manuscript.ts';

let serial = 0;
const id = (): string => `k${(serial += 1)}`;
const table = (rows: readonly (readonly string[])[]): Table => ({
  kind: 'table', id: id(), span: SPAN, align: [],
  rows: rows.map((cells) => ({ id: id(), span: SPAN, cells: cells.map((cell) => ({ id: id(), span: SPAN, children: cell === '' ? [] : [words(cell)] })) })),
});
const item = (...children: Block[]): ListItem => ({ id: id(), span: SPAN, children });
const chart = (type: 'bar' | 'column' | 'stacked' | 'line', rows: readonly (readonly string[])[]): Block => block('chart', { type, title: 'T', table: table(rows) });

function made(blocks: readonly Block[], template: string, notes: readonly Note[] = []): { content: readonly Placed[]; found: readonly string[]; flowed: ReturnType<typeof flow> } {
  const flowed = flow(document([chapter(blocks, { notes })]), template);
  return { flowed, found: flowed.found, content: slabsOf(flowed.galleys.at(-1)?.items ?? []).flatMap(({ content }) => content) };
}
const linesIn = (content: readonly Placed[]): PlacedLine[] => content.flatMap((placed) => (placed.kind === 'line' && !placed.hidden ? [placed] : []));
const lineOf = (content: readonly Placed[], text: string): PlacedLine => {
  const found = linesIn(content).find(({ line }) => line.text === text);
  if (!found) throw new Error(`No line "${text}": ${linesIn(content).map(({ line }) => line.text).join(' / ')}`);
  return found;
};
const endOf = ({ x, line }: PlacedLine): number => x + line.x + line.width;
const barsIn = (content: readonly Placed[]): ReturnType<typeof pathBounds>[] => content.flatMap((placed) => (placed.kind === 'path' && placed.role === 'bar' ? [pathBounds(placed.path)] : []));

describe('what stands in something', () => {
  it.each(['plain', 'beretning'])('keeps its distance from a title above it (%s)', (template) => {
    const media = block('media', { medium: 'video', url: 'https://kl.dk/', title: [words('Film')] });
    const { flowed } = made([block('quote', { children: [block('factbox', { title: [words('Boks')], children: [media] })] })], template);
    const slabs = slabsOf(flowed.galleys.at(-1)?.items ?? []);
    const opening = slabs.find(({ content }) => linesIn(content).some(({ line }) => line.text === 'Boks'));
    if (!opening) throw new Error('No title.');
    // The media's rule is at its slab's top, the title's baseline above the end of its own.
    expect(opening.height - lineOf(opening.content, 'Boks').y).toBeGreaterThan(14);
  });
  it('is no chapter: a heading of the first level in a list draws no discs, and has its mark beside it', () => {
    const chapters = [chapter([heading(1, 'Kapitel'), list([[heading(1, 'Punkt')]])]), chapter([heading(1, 'Andet')]), chapter([heading(1, 'Tredje')])];
    const slabs = flow(document(chapters), 'beretning').galleys.flatMap(({ items }) => slabsOf(items));
    const pathsBy = (text: string): number => slabs.find(({ content }) => linesIn(content).some(({ line }) => line.text === text))?.content.filter(({ kind }) => kind === 'path').length ?? 0;
    expect([pathsBy('Kapitel'), pathsBy('Punkt')]).toEqual([3, 1]);
  });
  it('is kept with the line of a list that says what it is', () => {
    const { flowed } = made([list([[paragraph('Skitse:'), paragraph('mere')], [paragraph('Tabel'), { ...table([['A'], ['b']]) }]])], 'plain');
    const rows = (flowed.galleys.at(-1)?.items ?? []).map((entry) => (entry.kind === 'penalty' ? `penalty ${entry.rules.join(' ')}` : entry.kind));
    expect(rows.slice(rows.lastIndexOf('paragraph'), rows.lastIndexOf('paragraph') + 3)).toEqual(['paragraph', 'penalty loneItem', 'space']);
    expect(rows.indexOf('penalty loneItem')).toBeGreaterThan(3);
  });
  it('of cards is one to a row where two would hold a word a line', () => {
    const inner = block('cards', { before: [], items: [item(paragraph('ord')), item(paragraph('andet'))] });
    const { content } = made([block('cards', { before: [], items: [item(inner), item(paragraph('ved siden af'))] })], 'beretning');
    expect(lineOf(content, 'ord').x).toBe(lineOf(content, 'andet').x);
    expect(lineOf(content, 'ord').y).toBeLessThan(lineOf(content, 'andet').y);
  });
  it('of columns is as many as can be read, with a word about it', () => {
    const six = made([block('columns', { count: 12, children: [paragraph('et'), paragraph('to')] })], 'plain');
    expect(six.found).toEqual([expect.stringMatching(/^12 columns would be too narrow to read here; [2-6] are set\.$/)]);
    expect(made([block('columns', { count: 3, children: [paragraph('et'), paragraph('to')] })], 'plain').found).toEqual([]);
  });
  it('of six levels of list in a narrow column leaves room for words', () => {
    const nested = (depth: number): Block => list([[paragraph('ord'), ...(depth > 1 ? [nested(depth - 1)] : [])]]);
    const { found } = made([block('columns', { count: 3, children: [nested(6)] })], 'plain');
    expect(found).toEqual([]);
  });
});

describe('a note', () => {
  const span = SPAN;
  const note = (...children: Block[]): Note => ({ id: 'n', span, label: 'n', children }) as unknown as Note;
  const marked = paragraph({ kind: 'note-mark', id: 'm', note: 'n', span });
  it.each(['plain', 'beretning'])('has code\'s bar beside every line of it, without a gap (%s)', (template) => {
    const { flowed } = made([marked], template, [note(paragraph('Se:'), block('code', { value: 'a\nb\nc\nd' }))]);
    const slabs = flowed.galleys.at(-1)?.notes.get('n')?.slabs ?? [];
    let top = 0;
    const bars = slabs.flatMap(({ height, content }) => { const at = top; top += height; return barsIn(content).map((bar) => ({ from: at + bar.y, to: at + bar.y + bar.height })); });
    expect(bars.length).toBe(4);
    bars.forEach((bar, index) => { if (index > 0) expect(bar.from).toBeCloseTo(bars[index - 1]?.to ?? NaN); });
    expect((bars[3]?.to ?? 0) - (bars[0]?.from ?? 0)).toBeGreaterThan(3.5 * theme(template).styles.code.leading);
  });
  it('holds an organisation chart no higher than a note may be', () => {
    const unit = (name: string, ...children: OrgUnit[]): OrgUnit => ({ id: id(), span, name: [words(name)], notes: [], children });
    const tall = Array.from({ length: 24 }, (_, index) => unit(`e${index}`));
    const { flowed } = made([marked], 'plain', [note(block('orgchart', { before: [], roots: [unit('a', unit('b', ...tall), unit('c', ...tall))] }))]);
    for (const slab of flowed.galleys.at(-1)?.notes.get('n')?.slabs ?? []) expect(slab.height).toBeLessThan(theme('plain').master.area.height * 0.6);
  });
});

describe('charts', () => {
  it('of lines are drawn though the last category has the longest name', () => {
    const { found, content } = made([chart('line', [['', 'Nord', 'Syd'], ['A', '1', '2'], ['B', '3', '4'], ['C', '3', '4'], ['Gadebelysningen', '5', '6']])], 'plain');
    expect(found).toEqual([]);
    const { zones } = theme('plain').master;
    expect(endOf(lineOf(content, 'Gadebelysningen'))).toBeLessThan(zones.text.x + zones.text.width + 0.01);
  });
  it('name a line that ends early where it ends', () => {
    const { content } = made([chart('line', [['', 'Ny', 'Gammel'], ['2021', '1', '9'], ['2022', '2', '9'], ['2023', '3', ''], ['2024', '4', ''], ['2025', '5', '']])], 'plain');
    expect(lineOf(content, 'Gammel').x + lineOf(content, 'Gammel').line.x).toBeLessThan(lineOf(content, '2024').x + lineOf(content, '2024').line.x);
    expect(lineOf(content, 'Ny').x).toBeGreaterThan(endOf(lineOf(content, 'Gammel')));
  });
  it('have a legend where a name at an early end would stand on another line', () => {
    const { content } = made([chart('line', [['', 'Ny', 'Gammel'], ['2021', '9', '9'], ['2022', '9', '9'], ['2023', '9', ''], ['2024', '9', ''], ['2025', '9', '']])], 'plain');
    expect(lineOf(content, 'Ny').y).toBe(lineOf(content, 'Gammel').y);
  });
  it('do not draw columns whose outlines are all that there is of them', () => {
    const { found } = made([chart('column', [['', 'Nord', 'Syd'], ...Array.from({ length: 60 }, (_, year) => [String(1960 + year), '3', '4'])])], 'plain');
    expect(found).toEqual(['60 groups of columns have too little room; lines are drawn.']);
  });
  it.each(['bar', 'stacked'] as const)('have their names over the bars (%s) where beside them no room would be left', (type) => {
    const rows = [['', 'A', 'B'], ['Skole og dagtilbud', '10.000', '20.000'], ['Beskæftigelse', '30.000', '10.000']];
    const { content, found } = made([block('columns', { count: 3, children: [chart(type, rows)] })], 'plain');
    const galley = flow(document([chapter([block('columns', { count: 3, children: [chart(type, rows)] })])]), 'plain').galleys.at(-1)?.items[0];
    const inside = galley?.kind === 'columns' ? slabsOf(galley.galley).flatMap((slab) => slab.content) : content;
    expect(found).toEqual([]);
    const bars = barsIn(inside);
    const names = linesIn(inside).filter(({ line }) => /Skole|Besk/.test(line.text));
    for (const name of names) for (const bar of bars) expect(bar.y + bar.height <= name.y - name.size * 0.7 || bar.y >= name.y || bar.x >= endOf(name)).toBe(true);
    expect(Math.max(...bars.map(({ width }) => width))).toBeGreaterThan(25);
    expect(new Set(names.map(({ x }) => x)).size).toBe(1);
    expect(Math.min(...bars.map(({ x }) => x)) - (names[0]?.x ?? 0)).toBeLessThan(2);
  });
});
