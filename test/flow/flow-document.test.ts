// Small manuscripts in the square font → galleys whose heights are mental arithmetic.
import { describe, expect, it } from 'vitest';
import { block, chapter, describeItems, describeTags, document, flow, heading, list, paragraph } from '../support/manuscript.ts';

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
  it('sets a third-level heading beside its text', () => {
    expect(itemsOf([paragraph('Før.'), heading(3, 'Fire aar med alle udvalg'), paragraph('Et.'), paragraph('To.'), paragraph('Tre.')])).toMatchInlineSnapshot(`
      [
        "par 14 | Før.",
        "space 14 snap 14",
        "par 14 side 42 | Fire aar med alle udvalg Et.",
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
          "space 7",
          "par 14 | [disc] en",
          "space 0",
          "par 14 | [ring] dybt",
          "penalty tornList",
          "space 0",
          "par 14 | [disc] to",
          "space 7 snap 14",
          "par 14 | Efter.",
          "space 7",
          "par 14 | 9 ni",
          "penalty tornList",
          "space 0",
          "par 14 | 10 ti",
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
        "penalty tornBox",
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
