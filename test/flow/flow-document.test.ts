// Small manuscripts in the square font → galleys whose heights are mental arithmetic.
import { describe, expect, it } from 'vitest';
import { SPAN, block, chapter, describeItems, describeTags, document, flow, heading, list, paragraph } from '../support/manuscript.ts';

const itemsOf = (blocks: Parameters<typeof chapter>[0], template = 'beretning'): string[] =>
  describeItems(flow(document([chapter(blocks)]), template).galleys.at(-1)?.items ?? []);

describe('beretning', () => {
  it('opens a chapter under its discs, and indents a paragraph after a paragraph', () => {
    expect(itemsOf([heading(1, 'Klima'), heading(2, 'Grønt'), paragraph('Et.'), paragraph('To.')])).toMatchInlineSnapshot(`
      [
        "slab 84 side 84 | [disc] Klima",
        "penalty heading",
        "space 28 snap 14",
        "slab 28 | Grønt",
        "penalty heading",
        "space 21 snap 14",
        "par 14 | Et.",
        "space 0 snap 14",
        "par 14 | To.",
      ]
    `);
  });
  it('has a disc a chapter, and of hundreds as many as can be told apart, the current one in its place', () => {
    const discsOf = (count: number): readonly (readonly number[])[] => flow(document(Array.from({ length: count }, (_, at) => chapter([heading(1, `Nr. ${at}`)]))), 'beretning').galleys.slice(-count)
      .map(({ items }) => items.flatMap((item) => (item.kind === 'slab' ? item.content : [])).flatMap((placed) => {
        if (placed.kind !== 'path') return [];
        const across = placed.path.flatMap(([, ...numbers]) => numbers.filter((_, index) => index % 2 === 0));
        return [Math.max(...across) - Math.min(...across)];
      }));
    expect(discsOf(14).map((widths) => [widths.length, widths.findIndex((width) => width > 10)])).toEqual(Array.from({ length: 14 }, (_, at) => [14, at]));
    const many = discsOf(300);
    expect(new Set(many.map(({ length }) => length))).toEqual(new Set([58]));
    expect([0, 150, 299].map((at) => many[at]?.findIndex((width) => width > 10))).toEqual([0, 29, 57]);
  });
  it('sets a third-level heading beside its text', () => {
    expect(itemsOf([paragraph('Før.'), heading(3, 'Fire aar med alle udvalg'), paragraph('Et.'), paragraph('To.'), paragraph('Tre.')])).toMatchInlineSnapshot(`
      [
        "par 14 | Før.",
        "space 14 snap 14",
        "par 14 side 28 | Fire aar med alle udvalg Et.",
        "space 0 snap 14",
        "par 14 | To.",
        "space 0 snap 14",
        "par 14 | Tre.",
      ]
    `);
  });
  it('keeps a list with the line that announces it, nests and numbers', () => {
    expect(itemsOf([paragraph('Disse to:'), list([[paragraph('en'), list([[paragraph('dybt')]])], [paragraph('to')]]), paragraph('Efter.'),
      list([[paragraph('ni')], [paragraph('ti')]], { ordered: true, start: 9 })])).toMatchInlineSnapshot(`
        [
          "par 14 | Disse to:",
          "penalty listIntro",
          "space 7 snap 14",
          "open list",
          "par 14 | [disc] en",
          "space 0 snap 14",
          "par 14 | [ring] dybt",
          "space 0 snap 14",
          "par 14 | [disc] to",
          "close list",
          "space 7 snap 14",
          "par 14 | Efter.",
          "space 7 snap 14",
          "open list",
          "par 14 | 9 ni",
          "space 0 snap 14",
          "par 14 | 10 ti",
          "close list",
        ]
      `);
  });
  it('draws a fact box between rules, its title in the side column', () => {
    expect(itemsOf([paragraph('Før.'), block('factbox', { title: [{ kind: 'text', value: 'Titel', span: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }, lines: [] }], children: [paragraph('Et.'), paragraph('To.')] }), paragraph('Efter.')])).toMatchInlineSnapshot(`
      [
        "par 14 | Før.",
        "space 21 snap 14",
        "open factbox",
        "slab 7 side 24.25 | [rule] Titel",
        "par 14 | Et.",
        "space 0",
        "par 14 | To.",
        "slab 14 side 14 | [rule]",
        "close factbox",
        "space 14 snap 14",
        "par 14 | Efter.",
      ]
    `);
  });
  it('bars quotes and code', () => {
    expect(itemsOf([paragraph('Før:'), block('code', { value: 'a  b\n\tc' }), block('quote', { children: [paragraph('Ord.')] }), paragraph('Efter.')])).toMatchInlineSnapshot(`
      [
        "par 14 | Før:",
        "penalty listIntro",
        "space 7",
        "open code",
        "slab 14 | a  b",
        "penalty orphan widow",
        "space 0",
        "slab 14 |     c",
        "close code",
        "space 21 snap 14",
        "open quote",
        "slab 0 | [bar]",
        "par 21 | Ord.",
        "close quote",
        "space 14 snap 14",
        "par 14 | Efter.",
      ]
    `);
  });
});

describe('plain', () => {
  it('parts paragraphs and items by 8 pt, and marks four levels and tasks', () => {
    const deep = list([[paragraph('et'), list([[paragraph('to'), list([[paragraph('tre'), list([[paragraph('fire')]])]])]])]]);
    const tasks = block('list', { ordered: false, start: 1, tight: true, items: [
      { id: 't1', span: SPAN, checked: true, children: [paragraph('gjort')] }, { id: 't2', span: SPAN, checked: false, children: [paragraph('ikke')] }, { id: 't3', span: SPAN, children: [] },
    ] });
    expect(itemsOf([paragraph('Et.'), paragraph('To.'), deep, tasks], 'plain')).toMatchInlineSnapshot(`
      [
        "par 16 | Et.",
        "space 8",
        "par 16 | To.",
        "space 8",
        "open list",
        "par 16 | [disc] et",
        "space 8",
        "par 16 | [disc] to",
        "space 8",
        "par 16 | [ring] tre",
        "space 8",
        "par 16 | [ring] fire",
        "close list",
        "space 8",
        "open list",
        "par 16 | [box] gjort",
        "space 8",
        "par 16 | [box] ikke",
        "space 8",
        "slab 16 | [disc]",
        "close list",
      ]
    `);
  });
  it('gives headings their fixed space', () => {
    expect(itemsOf([heading(1, 'En'), heading(2, 'To'), paragraph('Ord.'), heading(3, 'Tre'), paragraph('Ord.'), heading(4, 'Fire')], 'plain')).toMatchInlineSnapshot(`
      [
        "slab 31 | En",
        "penalty heading",
        "space 26",
        "slab 21 | To",
        "penalty heading",
        "space 12",
        "par 16 | Ord.",
        "space 20",
        "slab 16 | Tre",
        "penalty heading",
        "space 9",
        "par 16 | Ord.",
        "space 16",
        "slab 16 | Fire",
      ]
    `);
  });
  it('breaks pages where it is told to, and not at the end', () => {
    const pagebreak = block('pagebreak', {});
    expect(itemsOf([paragraph('Et.'), pagebreak, pagebreak, paragraph('To.'), pagebreak], 'plain')).toMatchInlineSnapshot(`
      [
        "par 16 | Et.",
        "penalty page",
        "space 8",
        "par 16 | To.",
      ]
    `);
  });
  it('wraps code with a mark and loses no character', () => {
    expect(itemsOf([block('code', { value: `${'abcdefghij '.repeat(5)}\n\n${'x'.repeat(60)}` })], 'plain')).toMatchInlineSnapshot(`
      [
        "open code",
        "slab 13 | abcdefghij abcdefghij abcdefghij  →",
        "penalty orphan tornBox",
        "space 0",
        "slab 13 | abcdefghij abcdefghij ",
        "space 0",
        "slab 13 | ",
        "space 0",
        "slab 13 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx →",
        "penalty widow tornBox",
        "space 0",
        "slab 13 | xxxxxxxxxxxxxxxxx",
        "close code",
      ]
    `);
  });
});

describe('columns', () => {
  it('are a galley of their own, with headings above text', () => {
    expect(itemsOf([heading(2, 'Bredt'), block('columns', { count: 2, children: [heading(3, 'Side'), paragraph('Ord.')] }), paragraph('Efter.')])).toMatchInlineSnapshot(`
      [
        "slab 28 side 28 | Bredt",
        "penalty heading",
        "space 21 snap 14",
        "columns",
        "  slab 14 | Side",
        "  penalty heading",
        "  space 0 snap 14",
        "  par 14 | Ord.",
        "space 14 snap 14",
        "par 14 | Efter.",
      ]
    `);
  });
});

describe('structure', () => {
  it('follows the manuscript', () => {
    const { tags } = flow(document([chapter([heading(1, 'Klima'), paragraph('Et.'), list([[paragraph('en')]])])], { toc: { depth: 2 } }), 'plain');
    expect(describeTags(tags).join('\n')).toMatchInlineSnapshot(`
      "Document
        Sect
          Title
          P
        Sect
          H1
          TOC
            TOCI
              Reference
                Link
        Part
          H1
          P
          L
            LI
              Lbl
              LBody
                P"
    `);
  });
});
