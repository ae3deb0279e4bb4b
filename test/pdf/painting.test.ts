// What stands on the page: every glyph where the setting put it, every mark closed and found by the structure tree.
import { describe, expect, test } from 'vitest';
import { writePdf, type PdfInput } from '../../src/pdf/index.ts';
import { interpret } from './content.ts';
import { readPdf, type ReadPdf } from './read-pdf.ts';
import { manyWords } from './many-words.ts';
import { emptyInput, makeLine, makePage, sampleInput } from './sample.ts';

/** Object number of a reference after a key. */
const to = (source: string | undefined, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(source ?? '')?.[1]);

interface OpenPage { readonly id: number; readonly source: string; readonly content: string; readonly widths: (font: string, code: number) => number }

function openPages(pdf: ReadPdf): OpenPage[] {
  const catalog = [...pdf.objects.values()].find((source) => source.includes('/Type /Catalog'));
  const kids = /\/Kids \[([^\]]*)\]/.exec(pdf.objects.get(to(catalog, 'Pages')) ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map((match) => {
    const id = Number(match[1]);
    const source = pdf.objects.get(id) ?? '';
    const resources = pdf.objects.get(to(source, 'Resources')) ?? '';
    const widths = new Map<string, number[]>();
    for (const [, name, font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const descendant = pdf.objects.get(Number(/\/DescendantFonts \[(\d+)/.exec(pdf.objects.get(Number(font)) ?? '')?.[1])) ?? '';
      widths.set(`/${name}`, (/\/W \[0 \[([^\]]*)\]\]/.exec(descendant)?.[1] ?? '').split(' ').map(Number));
    }
    return { id, source, content: pdf.streams.get(to(source, 'Contents'))?.toString('latin1') ?? '', widths: (font, code) => widths.get(font)?.[code] ?? NaN };
  });
}

const open = async (input: PdfInput): Promise<{ pdf: ReadPdf; pages: OpenPage[] }> => {
  const pdf = readPdf(await writePdf(input));
  return { pdf, pages: openPages(pdf) };
};

describe('glyphs', () => {
  test('stand where the setting put them, to a hundredth of a point, stretched, raised or justified', async () => {
    const line = makeLine('p', 70.123, 100.456, ['Kommunernes ', { text: 'finansielle', face: 'bold', scale: 0.983 }, ' stilling', { text: '12', rise: 3.3 }, ' er god']);
    const { pages: [page] } = await open({ ...emptyInput('ua1+a2a'), pages: [makePage(1, [line])] });
    const { shown } = interpret(page?.content ?? '', page?.widths ?? (() => NaN));
    const wanted = line.line.runs.flatMap((run) => {
      let x = line.x + line.line.x + run.x;
      return Array.from(run.advances, (advance) => {
        const at = { x, y: line.y - run.rise };
        x += (advance * run.size * run.scale) / 1000;
        return at;
      });
    });
    expect(shown.length).toBe(wanted.length);
    shown.forEach(({ x, y }, n) => {
      expect(Math.abs(x - (wanted[n]?.x ?? NaN))).toBeLessThan(0.01);
      expect(Math.abs(y - (wanted[n]?.y ?? NaN))).toBeLessThan(0.006);
    });
  });

  test('a space that a break swallowed is written behind the line and moves nothing', async () => {
    const lines = [makeLine('p', 70, 100, 'to'), makeLine('p', 70, 114, 'ord')];
    const { pages: [page] } = await open({ ...emptyInput('ua1+a2a'), pages: [makePage(1, lines)] });
    const { shown } = interpret(page?.content ?? '', page?.widths ?? (() => NaN));
    expect(shown.map(({ x, y }) => [Math.round(x), y])).toEqual([[70, 100], [74, 100], [79, 100], [70, 114], [76, 114], [79, 114]]);
  });
});

describe('a character that no face has', () => {
  test('reads as itself, not as the code in its box', async () => {
    const line = makeLine('p', 70, 100, ['en ', '[1F600]', ' og']);
    const boxed = { ...line, line: { ...line.line, runs: line.line.runs.map((run, n) => (n === 1 ? { ...run, text: '\u{1f600}', clusters: run.clusters.map(() => 0), boxed: true } : run)) } };
    const { pages: [page] } = await open({ ...emptyInput('ua1+a2a'), pages: [makePage(1, [boxed])] });
    expect(page?.content.match(/\/\w+ <<[^>]*(?:<FEFF[^>]*>)?>> BDC/g)).toEqual(['/P <</MCID 0>> BDC', '/Span <</MCID 1/ActualText<FEFFD83DDE00>>> BDC', '/P <</MCID 2>> BDC']);
  });
});

describe('marks', () => {
  for (const [name, input] of [['the sample', sampleInput()], ['many words', manyWords(5).input], ['PDF 2.0', sampleInput('ua2+a4')]] as const) {
    test(`${name}: each is closed, numbered from 0, and named once by the structure tree`, async () => {
      const { pdf, pages } = await open(input);
      const marked = pages.flatMap((page, n) => {
        const { mcids } = interpret(page.content, page.widths);
        expect(mcids).toEqual(mcids.map((_, k) => k));
        return mcids.map((mcid) => `${n} ${mcid}`);
      });
      const owned: string[] = [];
      for (const source of pdf.objects.values()) {
        if (!/^<<\s*\/S \//.test(source) || !source.includes('/P ')) continue;
        const kids = /\/K (\[[^]*?\](?=\s*(?:\/|>>))|\d+\b(?! 0 R)|\d+ 0 R|<<[^]*?>>)/.exec(source)?.[1] ?? '';
        const home = pages.findIndex(({ id }) => id === to(source.replace(kids, ''), 'Pg'));
        for (const [, page, mcid] of kids.matchAll(/\/Type \/MCR\s*\/Pg (\d+) 0 R\s*\/MCID (\d+)/g)) owned.push(`${pages.findIndex(({ id }) => id === Number(page))} ${mcid}`);
        const own = kids.replace(/<<[^]*?>>/g, '').replace(/\d+ 0 R/g, '');
        for (const [mcid] of own.matchAll(/\d+/g)) owned.push(`${home} ${mcid}`);
      }
      expect(owned.sort()).toEqual(marked.sort());
    });
  }

  test('a link has an annotation on each line, on the page where the line stands, and says what it is', async () => {
    const { pdf, pages } = await open(sampleInput());
    const references = [...pdf.objects.values()].flatMap((source) => [...source.matchAll(/\/Type \/OBJR\s*\/Obj (\d+) 0 R\s*\/Pg (\d+) 0 R/g)]);
    expect(references.length).toBe(5);
    for (const [, annotation, page] of references) {
      const owner = pages.find(({ id }) => id === Number(page));
      expect(owner?.source).toMatch(new RegExp(`/Annots \\[[^\\]]*\\b${annotation} 0 R`));
      const source = pdf.objects.get(Number(annotation)) ?? '';
      expect(source).toMatch(/\/Contents \(/);
      expect(source).toMatch(/\/StructParent \d+/);
    }
    const address = [...pdf.objects.values()].filter((source) => source.includes('/URI ('));
    expect(address.length).toBe(2);
    expect(address[0]).toContain('/URI (https://eksempel.dk/s%C3%B8g?q=a%20b)');
  });
});
