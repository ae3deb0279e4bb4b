// Cover, contents, head and foot.
import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../src/document/index.ts';
import { chapter, describeItems, describeTags, document, flow, heading, paragraph, SPAN } from '../support/manuscript.ts';

const chapters = (): Chapter[] => [
  chapter([heading(1, 'Økonomi'), heading(2, 'Velfærd', 'velfaerd'), paragraph('Ord.'), heading(2, 'Et meget langt afsnit om kommunernes velfærd og om alt det, der følger med', 'langt'), heading(3, 'Under', 'under')]),
  chapter([heading(1, 'Kontakt'), paragraph('Ord.')]),
  chapter([heading(1, 'Kolofon')], { inToc: false }),
];
const FACTS = { pages: 12, pageOf: new Map([['-konomi', 3], ['velfaerd', 3], ['langt', 4], ['under', 4], ['kontakt', 11]]) };

describe('contents', () => {
  it('of beretning: chapters in the side column, numbers at the right', () => {
    const { galleys } = flow(document(chapters(), { toc: { depth: 2 } }), 'beretning', FACTS);
    expect(describeItems(galleys[0]?.items ?? [])).toMatchInlineSnapshot(`
      [
        "slab 80 side 80 | Indhold",
        "penalty heading",
        "space 0",
        "slab 19.25 side 19.25 | [rule] Økonomi Velfærd 3",
        "penalty tornList",
        "space 0",
        "slab 47.25 | Et meget langt afsnit om kommunernes velfærd og om alt det, der følger med 4",
        "space 0",
        "slab 24.5 side 19.25 | [rule] Kontakt 11",
        "slab 0.3 | [rule]",
      ]
    `);
  });
  it('of plain: below title and edition, dotted, to the depth asked for', () => {
    const { galleys } = flow(document(chapters(), { toc: { depth: 3 }, edition: 'Udgave' }), 'plain', FACTS);
    expect(describeItems(galleys[0]?.items ?? [])).toMatchInlineSnapshot(`
      [
        "slab 36 side 36 | Titel",
        "penalty heading",
        "space 0",
        "slab 20 side 20 | Udgave",
        "penalty heading",
        "space 30",
        "slab 21 side 21 | Indhold",
        "penalty heading",
        "space 12",
        "slab 16 | Økonomi [leader] 3",
        "penalty heading",
        "space 2",
        "slab 16 | Velfærd [leader] 3",
        "penalty tornList",
        "space 2",
        "slab 48 | Et meget langt afsnit om kommunernes velfærd og om alt det, der følger med [leader] 4",
        "penalty tornList",
        "space 2",
        "slab 16 | Under [leader] 4",
        "space 2",
        "slab 16 | Kontakt [leader] 11",
      ]
    `);
  });
  it('of plain have dots under each other, between title and number', () => {
    const { galleys } = flow(document(chapters(), { toc: { depth: 2 } }), 'plain', FACTS);
    const rows = galleys.flatMap(({ items }) => items).flatMap((item) => (item.kind === 'slab' ? [item.content] : []));
    const firsts = rows.flatMap((content) => content.flatMap((placed) => {
      if (placed.kind !== 'path' || placed.role !== 'leader') return [];
      expect(placed.stroke).toMatchObject({ width: 0.9, dash: [0, 5], cap: 'round' });
      const [from, to] = placed.path;
      if (from?.[0] !== 'M' || to?.[0] !== 'L') throw new Error('A leader is one line.');
      expect(to[1]).toBeLessThan(from[1]);
      const texts = content.filter(({ kind }) => kind === 'line');
      const [title, number] = [texts[texts.length - 2], texts[texts.length - 1]];
      if (title?.kind !== 'line' || number?.kind !== 'line') throw new Error('A row has a title and a number.');
      expect(to[1]).toBeGreaterThan(title.x + title.line.x + title.line.width);
      expect(from[1]).toBeLessThan(number.x + number.line.x);
      return [from[1]];
    }));
    expect(firsts).toHaveLength(4);
    for (const first of firsts) expect(Math.abs(((first - (firsts[0] ?? 0)) / 5) % 1)).toBeCloseTo(0, 6);
  });
  it('are tagged as links with their nesting', () => {
    const { tags } = flow(document(chapters(), { toc: { depth: 2 } }), 'beretning', FACTS);
    expect(describeTags(tags).slice(0, 14).join('\n')).toMatchInlineSnapshot(`
      "Document
        Sect
          H1
          TOC
            TOCI
              Reference
                Link
              TOC
                TOCI
                  Reference
                    Link
                TOCI
                  Reference
                    Link"
    `);
  });
  it('agree with the bookmarks', () => {
    const { outline } = flow(document(chapters(), { toc: { depth: 2 } }), 'beretning', FACTS);
    const flat = (entries: typeof outline, depth = 0): string[] => entries.flatMap((entry) => [`${'  '.repeat(depth)}${entry.title.slice(0, 12)} → ${entry.anchor}`, ...flat(entry.children, depth + 1)]);
    expect(flat(outline)).toEqual(['Økonomi → -konomi', '  Velfærd → velfaerd', '  Et meget lan → langt', '    Under → under', 'Kontakt → kontakt', 'Kolofon → kolofon']);
  });
});

describe('a file with two titles', () => {
  it('makes two galleys, each with its own foot and place among the openings', () => {
    const made = document([chapter([heading(1, 'Et'), paragraph('a'), heading(1, 'To'), paragraph('b')]), chapter([heading(1, 'Tre')])]);
    const { galleys } = flow(made, 'beretning');
    expect(galleys.map(({ title, startOn, chapter: index, items }) => [title, startOn, index, describeItems(items)[0]])).toEqual([
      ['Et', 'page', 0, 'slab 84 side 84 | [disc] [disc] [disc] Et'], ['To', 'page', 0, 'slab 84 side 84 | [disc] [disc] [disc] To'], ['Tre', 'page', 1, 'slab 84 side 84 | [disc] [disc] [disc] Tre'],
    ]);
  });
});

describe('cover', () => {
  const cover = (title: string) => flow(document(chapters(), { title, cover: {}, organisation: 'KL', edition: 'Printvenlig version', date: '2026-02-26' }), 'beretning', FACTS).galleys[0];
  it('has a disc a municipality, and the facts', () => {
    const [row] = describeItems(cover('Ord')?.items ?? []);
    expect(row?.match(/\[disc\]/g)?.length).toBe(98);
    expect(row?.replace(/\[disc\] ?/g, '')).toBe('slab 658 side 658 | KL Ord [rule] Printvenlig version 26. februar 2026 12 sider');
    expect(cover('Ord')?.bare).toBe(true);
  });
  it('sets a long title smaller until its words fit', () => {
    const slab = cover('Kommunernes beretning')?.items[0];
    const sizes = slab?.kind === 'slab' ? slab.content.flatMap((placed) => (placed.kind === 'line' && placed.role === 'cover-title' ? [placed.size] : [])) : [];
    // 470.55 pt hold eleven square letters of 40 pt, not of 44.
    expect(sizes).toEqual([40, 40]);
  });
});

describe('head and foot', () => {
  it('stand on every page but the cover', () => {
    const { decorate, label } = flow(document(chapters(), { title: 'Beretning 2025', edition: 'Printvenlig version' }), 'beretning', FACTS);
    const words = (page: Parameters<typeof decorate>[0]): string[] =>
      decorate(page).map((placed) => (placed.kind === 'line' ? `${placed.artifact} ${Math.round(placed.x)},${placed.y} ${placed.line.text}` : ''));
    expect(words({ number: 18, pages: 40, title: 'Social', bare: false })).toEqual([
      'header 62,42 Beretning 2025', 'header 62,52.5 Printvenlig version', 'footer 62,798 Side 18 af 40', 'footer 224,798 Social',
    ]);
    expect(words({ number: 1, pages: 40, bare: true })).toEqual([]);
    expect(label(2, 40)).toBe('Side 2 af 40');
  });
});

describe('notes', () => {
  it('are hung from their numbers, and their marks lead to them', () => {
    const mark = { kind: 'note-mark', id: 'mark1', note: 'n', span: SPAN } as const;
    const made = document([chapter([paragraph('Ord', mark)], { notes: [{ label: 'n', id: 'note1', span: SPAN, children: [paragraph('Note.'), paragraph('Mere.')] }] })]);
    const { galleys, tags } = flow(made, 'beretning');
    const galley = galleys[0];
    const line = galley?.items[0];
    expect(line?.kind === 'paragraph' ? line.alternatives[0]?.slabs[0]?.notes : []).toEqual(['note1']);
    expect(describeItems(galley?.notes.get('note1')?.slabs ?? [])).toEqual(['slab 10.5 | 1 Note.', 'slab 10.5 | Mere.']);
    expect(describeTags(tags)).toEqual(['Document', '  Part', '    P', '      Reference', '        Link', '    Note', '      Lbl', '      P', '      P']);
  });
});

describe('a language without labels', () => {
  it('is said', () => {
    expect(flow(document(chapters(), { language: 'is' }), 'plain').found).toEqual(['The template plain has no labels in "is"; those in "en" are used.']);
  });
});
