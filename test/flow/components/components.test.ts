// Small manuscripts of components in the square font → their slabs, tags and findings.
import { describe, expect, it } from 'vitest';
import { wrapCode } from '../../../src/flow/code.ts';
import type { Block, ListItem, OrgUnit, Table } from '../../../src/document/index.ts';
import { block, chapter, describeItems, describeTags, document, flow, list, paragraph, SPAN, words, slabsOf } from '../../support/manuscript.ts';

let serial = 0;
const id = (): string => `n${(serial += 1)}`;
const table = (rows: readonly (readonly string[])[], more: Partial<Table> = {}): Table => ({
  kind: 'table', id: id(), span: SPAN, align: [], ...more,
  rows: rows.map((cells) => ({ id: id(), span: SPAN, cells: cells.map((cell) => ({ id: id(), span: SPAN, children: cell === '' ? [] : [words(cell)] })) })),
});
const made = (blocks: readonly Block[], template = 'beretning'): ReturnType<typeof flow> & { rows: string[] } => {
  const flowed = flow(document([chapter(blocks)]), template);
  return { ...flowed, rows: describeItems(flowed.galleys.at(-1)?.items ?? []) };
};
const item = (...children: Block[]): ListItem => ({ id: id(), span: SPAN, children });

describe('tables', () => {
  it('are rows with rules, the caption beside, the head never alone', () => {
    const { rows } = made([table([['Post', 'kr.'], ['a', '1,5'], ['b', '10']], { caption: [words('Tal')] })]);
    expect(rows).toEqual(['open table', 'slab 21 side 23.44 | Tabel 1 Tal [rule] Post kr. [rule]', 'slab 21 | a 1,5 [rule]', 'penalty tornTable loneItem loneItem', 'space 0', 'slab 21 | b 10 [rule]', 'close table']);
  });
  it('align numbers at the mark', () => {
    const { galleys } = made([table([['Post', 'kr.'], ['a', '1,5'], ['b', '10']])]);
    const ends = (galleys.at(-1)?.items ?? []).flatMap((entry) => (entry.kind === 'slab' ? entry.content : [])).flatMap((placed) => (placed.kind === 'line' && /^[\d,]+$/.test(placed.line.text) ? [placed.x + placed.line.x + placed.line.width] : []));
    // Two ems of ",5" right of where "10" ends.
    expect((ends[0] ?? 0) - (ends[1] ?? 0)).toBeCloseTo(2 * 9.25);
  });
  it('tag every row alike, short rows filled up', () => {
    const { tags } = made([table([['A', 'B'], ['c']])]);
    expect(describeTags(tags).filter((role) => /T[HDRB]|Table/.test(role)).map((role) => role.trim())).toEqual(['Table', 'THead', 'TR', 'TH', 'TH', 'TBody', 'TR', 'TH', 'TD']);
  });
  it('that are a head alone are a row of a body', () => {
    const { rows, tags } = made([table([['A', 'B']])]);
    expect(rows.join(' ')).toContain('A B');
    expect(describeTags(tags).filter((role) => /T[HDRB]|Table/.test(role)).map((role) => role.trim())).toEqual(['Table', 'TBody', 'TR', 'TH', 'TH']);
  });
  it('of sixty columns are set in parts, with a word about it', () => {
    const cells = Array.from({ length: 60 }, (_, column) => `k${column}`);
    const { found, rows } = made([table([cells, cells])]);
    expect(found).toEqual([expect.stringMatching(/60 columns is too wide; it is set in \d parts/)]);
    const text = rows.join(' ');
    for (const cell of cells) expect(text).toContain(cell);
  });
  it('break a row only where it is higher than a page', () => {
    const { rows } = made([table([['A', 'B'], [Array.from({ length: 400 }, () => 'ord').join(' '), 'x']])]);
    expect(rows.filter((row) => row === 'penalty tornRow').length).toBeGreaterThan(40);
    expect(made([table([['A', 'B'], ['kort', 'x']])]).rows).not.toContain('penalty tornRow');
  });
});

describe('code', () => {
  it('breaks at its measure, and sooner where characters are wider than a column', () => {
    expect(wrapCode('abcdef ghijkl', 10, 1)).toEqual(['abcdef ', 'ghijkl']);
    expect(wrapCode('ab\u{1f600}cd\u{1f600}ef', 10, 1, (character) => (character > 'z' ? 5 : 1))).toEqual(['ab\u{1f600}c', 'd\u{1f600}ef']);
    expect(wrapCode('\u{1f600}\u{1f600}', 4, 1, () => 5)).toEqual(['\u{1f600}', '\u{1f600}']);
  });
});

describe('figures', () => {
  it('without alternative text and caption are decoration: no number, no element', () => {
    const picture = { file: 'dot.svg', source: 'dot.svg', alt: '', span: SPAN };
    const drawing = { kind: 'drawing', width: 40, height: 30, shapes: [], hash: 'dot' } as const;
    const { tags, galleys } = flow(document([chapter([block('figure', { picture }), block('figure', { picture, caption: [words('Tal')] })])]), 'beretning', undefined, new Map([['dot.svg', drawing]]));
    const captions = galleys[0]?.items.flatMap((item) => (item.kind === 'float' ? item.slab.content : [])).flatMap((placed) => (placed.kind === 'line' ? [placed.line.text] : []));
    expect(captions).toEqual(['Figur 1', 'Tal']);
    expect(describeTags(tags).filter((role) => role.includes('Figure'))).toHaveLength(1);
  });
});

describe('charts', () => {
  it('are as high as their rows', () => {
    const { rows } = made([block('chart', { type: 'bar', title: 'Tal', table: table([['', 'Tal'], ['a', '3,5'], ['b', '2,0']]) })]);
    expect(rows).toEqual(['float 49 side 23.44 | Figur 1 Tal [rule] [bar] [bar] [axis] Tal a 3,5 b 2,0 [rule]']);
  });
  it('say over the plot what a single series is, unless the title does', () => {
    const { rows } = made([block('chart', { type: 'bar', title: 'Tal', table: table([['', 'kr.'], ['a', '3,5'], ['b', '2,0']]) })]);
    expect(rows).toEqual(['float 63 side 23.44 | Figur 1 Tal [rule] [bar] [bar] [axis] kr. a 3,5 b 2,0 [rule]']);
  });
  it('tell of a bad cell and draw the rest', () => {
    const { found, rows } = made([block('chart', { type: 'bar', table: table([['', 'kr.'], ['a', 'meget'], ['b', '2,0'], ['c', '–']]) })]);
    expect(found).toEqual(['"meget" is no number; the chart leaves it out.']);
    expect(rows[0]).toContain('[bar] [axis] kr. a meget b 2,0 c –');
  });
  const chartOf = (type: 'bar' | 'column' | 'stacked' | 'line', rows: readonly (readonly string[])[]): ReturnType<typeof made> & { seen: string[] } => {
    const flowed = made([block('chart', { type, table: table(rows) })]);
    const content = slabsOf(flowed.galleys.at(-1)?.items ?? []).flatMap((entry) => entry.content);
    return { ...flowed, seen: content.flatMap((placed) => (placed.kind === 'line' && !placed.hidden ? [placed.line.text] : [])) };
  };
  it.each(['column', 'line'] as const)('name every category under a %s, on steps where they are long; of a row of years some', (type) => {
    const names = ['Skole', 'Fritidsområdet', 'Ældre', 'Kulturområdet', 'Beskæftigelse', 'Natur'];
    const { seen, found } = chartOf(type, [['', 'kr.'], ...names.map((name, index) => [name, String(index + 2)])]);
    expect(names.filter((name) => !seen.includes(name))).toEqual([]);
    expect(found).toEqual([]);
    const years = chartOf(type, [['', 'kr.'], ...Array.from({ length: 30 }, (_, index) => [String(1990 + index), String(index + 2)])]);
    expect(years.seen.filter((text) => /^(?:19|20)\d\d$/.test(text)).length).toBeGreaterThan(4);
    expect(years.found).toEqual([]);
  });
  it('are lying bars where names do not fit under columns, or parts of a whole cannot be told apart', () => {
    const rows = [['', 'kr.'], ...Array.from({ length: 12 }, (_, index) => [`Forvaltningsområde nummer ${'abcdefghijkl'[index]}`, '5'])];
    expect(chartOf('column', rows).found).toEqual([expect.stringMatching(/names .* have too little room; lying bars are drawn/)]);
    expect(chartOf('stacked', rows).found).toEqual([expect.stringMatching(/parts .* told apart, and there are 12; lying bars are drawn/)]);
  });
  it('have the number of each part of a stacked bar in it where it fits, in a colour that is seen on it, and the sum after it', () => {
    const flowed = made([block('chart', { type: 'stacked', title: 'T', table: table([['', 'A', 'B', 'C'], ['a', '40', '50', '1'], ['b', '30', '60', '2']]) })], 'plain');
    const content = (flowed.galleys.at(-1)?.items ?? []).flatMap((entry) => (entry.kind === 'slab' ? entry.content : entry.kind === 'float' ? entry.slab.content : []));
    const bars = content.flatMap((placed) => (placed.kind === 'path' && placed.role === 'bar' && placed.fill ? [placed] : []));
    const numbers = content.flatMap((placed) => (placed.kind === 'line' && !placed.hidden && /^\d+$/.test(placed.line.text) ? [placed] : []));
    expect(numbers.map(({ line }) => line.text)).toEqual(expect.arrayContaining(['40', '50', '91', '30', '60', '92']));
    expect(numbers.map(({ line }) => line.text)).not.toContain('1');
    const colours = numbers.map(({ line }) => [line.text, line.runs[0]?.colour]);
    expect(colours).toContainEqual(['40', { gray: 1 }]);
    expect(colours).toContainEqual(['50', { gray: 0 }]);
    expect(bars.length).toBeGreaterThan(3);
  });
  it.each(['bar', 'column', 'stacked', 'line'] as const)('name every series of a %s chart, and draw no rule through a name', (type) => {
    const { seen, galleys } = chartOf(type, [['', 'Nord', 'Syd', 'Vest'], ['a', '3', '0', '7'], ['b', '-2', '0', '9'], ['c', '5', '0', '9']]);
    expect(['Nord', 'Syd', 'Vest'].filter((name) => !seen.includes(name))).toEqual([]);
    const content = slabsOf(galleys.at(-1)?.items ?? []).flatMap((entry) => entry.content);
    for (const placed of content) {
      if (placed.kind !== 'line' || placed.hidden || !['Nord', 'Syd', 'Vest'].includes(placed.line.text)) continue;
      const [left, right] = [placed.x + placed.line.x, placed.x + placed.line.x + placed.line.width];
      for (const rule of content) {
        if (rule.kind !== 'path' || rule.role !== 'rule') continue;
        const numbers = rule.path.flatMap((segment) => (segment[0] === 'M' || segment[0] === 'L' ? [[segment[1], segment[2]] as const] : []));
        const through = numbers.some(([, y]) => y < placed.y && y > placed.y - placed.size * 0.7) && Math.max(...numbers.map(([x]) => x)) > left && Math.min(...numbers.map(([x]) => x)) < right;
        expect(through).toBe(false);
      }
    }
  });
  it('of more series than can be told apart are tables', () => {
    const { found, rows } = chartOf('bar', [['', 'a', 'b', 'c', 'd', 'e', 'f', 'g'], ['x', '1', '2', '3', '4', '5', '6', '7']]);
    expect(found).toEqual(['The chart has 7 series; no more than 6 can be told apart; it is set as a table.']);
    expect(rows[0]).toBe('open table');
  });
  it('close their rows up before they are higher than a page', () => {
    const years = (count: number): ReturnType<typeof chartOf> => chartOf('bar', [['', 'kr.'], ...Array.from({ length: count }, (_, index) => [String(1900 + index), '5'])]);
    expect(years(36).found).toEqual([]);
    expect(years(80).found).toEqual(['The chart is higher than a page; it is set as a table.']);
  });
  it('are a table where there is no number at all', () => {
    const { found, rows } = made([block('chart', { type: 'line', table: table([['', 'kr.'], ['a', 'meget']]) })]);
    expect(found.length).toBe(2);
    expect(rows[0]).toBe('open table');
  });
  it.each(['bar', 'column', 'stacked', 'line'] as const)('of six series (%s) stay within the measure', (type) => {
    const data = table([['', 'A', 'B', 'C', 'D', 'E', 'F'], ['x', '1', '-2', '3', '4', '5', '6'], ['y', '2', '3', '', '5', '6', '7'], ['z', '2', '3', '4', '5', '6', '7']]);
    const { galleys, found } = made([block('chart', { type, table: data })]);
    expect(found).toEqual([]);
    const [slab] = slabsOf(galleys.at(-1)?.items ?? []);
    if (!slab) throw new Error('No slab.');
    for (const placed of slab.content) {
      // The measure ends at 532.91: 595.28 less the margin of 62.36.
      if (placed.kind === 'line') expect(placed.x + placed.line.x + placed.line.width, placed.line.text).toBeLessThan(532.92);
      if (placed.kind !== 'path') continue;
      for (const [, ...numbers] of placed.path) {
        numbers.forEach((value, index) => {
          if (index % 2 === 0) expect(value).toBeLessThan(533.5);
          else expect(value >= -0.6 && value <= slab.height + 0.6).toBe(true);
        });
      }
    }
  });
  it('reach a reader of the tags', () => {
    const { tags } = made([block('chart', { type: 'bar', table: table([['', 'kr.'], ['a', '3,5']]) })]);
    expect(describeTags(tags).map((role) => role.trim()).slice(-10)).toEqual(['Figure', 'Caption', 'Table', 'THead', 'TR', 'TH', 'TH', 'TBody', 'TR', 'TH', 'TD'].slice(-10));
  });
});

describe('organisation charts', () => {
  const unit = (name: string, ...children: OrgUnit[]): OrgUnit => ({ id: id(), span: SPAN, name: [words(name)], notes: [], children });
  it('draw every unit once', () => {
    const { rows, found } = made([block('orgchart', { before: [], roots: [unit('A', unit('B', unit('D'), unit('E')), unit('C'))] })]);
    expect(found).toEqual([]);
    expect(rows.length).toBe(1);
    expect(rows[0]?.match(/\b[A-E]\b/g)?.sort().join('')).toBe('ABCDE');
  });
  it('become a list where they are too wide and too high', () => {
    const many = Array.from({ length: 200 }, (_, index) => unit(`Enhed ${index}`));
    const { rows, found } = made([block('orgchart', { before: [], roots: [unit('A', ...many)] })]);
    expect(found[0]).toMatch(/indented list/);
    expect(rows.length).toBeGreaterThan(60);
  });
});

describe('cards, links, signatures, media', () => {
  it('cards stand in rows of equal height', () => {
    const card = (text: string): ListItem => item({ kind: 'paragraph', id: id(), span: SPAN, children: [{ kind: 'strong', span: SPAN, children: [words(text)] }] }, paragraph('tekst'));
    const { rows } = made([block('cards', { before: [], items: ['en', 'to', 'tre', 'fire', 'fem'].map(card) })]);
    expect(rows.filter((row) => row.startsWith('slab')).map((row) => row.replace(/\[rule\] /g, ''))).toEqual([
      'slab 38.5 side 38.5 | en tekst to tekst tre tekst fire tekst', 'slab 38.5 side 38.5 | fem tekst']);
  });
  it('links show the address without what only machines need', () => {
    const link = { kind: 'link', id: id(), span: SPAN, bare: false, url: 'https://kl.dk/a?utm_source=b', children: [words('Titel')] } as const;
    const { rows, tags } = made([block('links', { before: [], items: [item(paragraph(link))] })]);
    expect(rows[0]).toContain('Titel https://kl.dk/a');
    expect(JSON.stringify(tags)).toContain('utm_source=b');
  });
  it('signatures keep together, dated in the language', () => {
    const person = (name: string): { id: string; span: typeof SPAN; name: ReturnType<typeof words>[]; roles: ReturnType<typeof words>[][] } => ({ id: id(), span: SPAN, name: [words(name)], roles: [[words('formand')]] });
    const { rows } = made([block('signatures', { place: 'By', date: '2026-02-26', columns: 2, body: [], people: [person('Bo'), person('Eva'), person('Ib')] })]);
    expect(rows.length).toBe(1);
    expect(rows[0]).toMatch(/By, 26\.\u00a0februar\u00a02026/);
    // More than a page of them goes on overleaf, two together at the beginning and at the end.
    const many = made([block('signatures', { columns: 1, body: [], people: Array.from({ length: 30 }, (_, index) => person(`Bo${index}`)) })]).rows;
    const people = many.filter((row) => row.startsWith('slab')).map((row) => row.match(/Bo\d+ formand/g)?.length);
    expect(people).toEqual([2, ...Array.from({ length: 26 }, () => 1), 2]);
    expect(many.filter((row) => row === 'penalty tornBox').length).toBe(27);
  });
  it('media without a code keep kind, title and address', () => {
    const { rows } = made([block('media', { medium: 'video', title: [words('Ord')], url: 'https://kl.dk/v' })]);
    expect(rows).toEqual(['slab 91 side 91 | [rule] Se video Ord https://kl.dk/v [rule]']);
  });
});

describe('lists', () => {
  it('number a note in the size of its text', () => {
    const numbered = list([[paragraph('Et')]], { ordered: true, start: 7 });
    const made = flow(document([chapter([paragraph('Tekst')], { notes: [{ id: 'note1', label: 'a', span: SPAN, children: [block('heading', { level: 3, rank: 3, anchor: 'i-noten', children: [words('Rubrik')] }), numbered] }] })]), 'plain');
    expect(describeTags(made.tags).join(' ')).not.toMatch(/H[1-6]/);
    const [galley] = made.galleys.filter(({ chapter: index }) => index === 0);
    const lines = [...(galley?.notes.values() ?? [])].flatMap(({ slabs }) => slabs.flatMap(({ content }) => content)).filter((placed) => placed.kind === 'line');
    expect(lines.filter(({ line }) => line.text === '7.' || line.text === 'Et').map(({ size }) => Math.round(size * 10) / 10)).toEqual([9, 9]);
  });
});
