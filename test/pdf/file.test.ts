// The file itself: what a reader of the bytes finds.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writePdf, type PdfInput } from '../../src/pdf/index.ts';
import { decode, entry, only, readPdf } from './read-pdf.ts';
import { emptyInput, makeLine, makePage, sampleInput, samplePages } from './sample.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('bytes', () => {
  test('the same input gives the same bytes, whatever the time zone', async () => {
    const first = hash(await writePdf(sampleInput()));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    try {
      expect(hash(await writePdf(sampleInput()))).toBe(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('pages that are let go as they are painted make the same file', async () => {
    const input = sampleInput();
    const pages = [...input.pages];
    const left: number[] = [];
    const letGo = (index: number): void => {
      const page = pages[index];
      if (page) pages[index] = { ...page, items: [] };
      left.push(index);
    };
    expect(hash(await writePdf({ ...input, pages, letGo }))).toBe(hash(await writePdf(sampleInput())));
    expect(left).toEqual(input.pages.map((_, index) => index));
    expect(pages.every(({ items }) => items.length === 0)).toBe(true);
  });

  test('the file id comes from the content, not from the title and date alone', async () => {
    const id = async (word: string): Promise<string | undefined> => {
      const pdf = readPdf(await writePdf({ ...emptyInput('ua1+a2a'), pages: [makePage(1, [makeLine('p', 70, 100, word)])] }));
      return /\/ID\[<([0-9A-F]{32})><\1>\]/.exec(pdf.trailer)?.[1];
    };
    expect(await id('Ord')).toBeDefined();
    expect(await id('Ord')).toBe(await id('Ord'));
    expect(await id('Ord')).not.toBe(await id('Dro'));
  });

  test('everything but streams stands in object streams', async () => {
    const bytes = Buffer.from(await writePdf(sampleInput())).toString('latin1');
    const loose = [...bytes.matchAll(/\d+ 0 obj\n<<([^]*?)>>\n(\w+)/g)].filter((match) => match[2] !== 'stream');
    expect(loose).toEqual([]);
    expect(bytes).not.toContain('\ntrailer');
  });

  test('a picture is written once, with its mask, however often it is shown', async () => {
    const pdf = readPdf(await writePdf(sampleInput()));
    const images = [...pdf.objects.values()].filter((source) => /\/Subtype \/Image/.test(source));
    expect(images.length).toBe(4); // photo, its mask, palette, the one inside the drawing
    expect([...pdf.objects.values()].filter((source) => /\/Subtype \/Form/.test(source)).length).toBe(2); // the drawing, its gradient's opacities
  });

  test('grey text is painted with DeviceGray: black plate only', async () => {
    const pdf = readPdf(await writePdf(sampleInput()));
    const pages = [...pdf.streams.values()].map((stream) => stream.toString('latin1')).filter((content) => content.includes(' Tf'));
    expect(pages.length).toBe(3);
    expect(pages[0]).not.toMatch(/ rg\n/);
  });
});

describe('catalog', () => {
  test('the reader is shown title, bookmarks and printed page numbers', async () => {
    const pdf = readPdf(await writePdf(sampleInput()));
    const catalog = only(pdf, /\/Type \/Catalog/);
    expect(catalog).toMatch(/\/PageLabels <<\s*\/Nums \[0 <<\s*\/S \/D\s*\/St 17\s*>>\]/);
    expect(catalog).toContain('/PageMode /UseOutlines');
    expect(entry(catalog, 'Lang')).toBe('da');
    expect([...pdf.objects.values()].some((source) => /^<<\s*\/DisplayDocTitle true\s*>>$/.test(source))).toBe(true);
    expect([...pdf.objects.values()].filter((source) => /\/Type \/Page\b/.test(source)).every((source) => source.includes('/Tabs /S'))).toBe(true);
  });

  test('page labels begin anew where the printed numbers jump', async () => {
    const [first, , , last] = samplePages();
    if (!first || !last) throw new Error();
    const pdf = readPdf(await writePdf({ ...sampleInput(), pages: [...samplePages(), { ...makePage(31, []) }, { ...makePage(32, []) }] }));
    expect(only(pdf, /\/Type \/Catalog/).replace(/\s+/g, ' ')).toContain('/Nums [0 << /S /D /St 17 >> 4 << /S /D /St 31 >>]');
  });

  test('bookmarks go four levels down and no further', async () => {
    const level = (depth: number): PdfInput['outline'] => (depth === 0 ? [] : [{ title: `niveau ${7 - depth}`, anchor: 'okonomi', children: level(depth - 1) }]);
    const pdf = readPdf(await writePdf({ ...sampleInput(), outline: level(6) }));
    const titles = [...pdf.objects.values()].filter((source) => /\/Title \(niveau/.test(source)).map((source) => entry(source, 'Title'));
    expect(titles.sort()).toEqual(['niveau 1', 'niveau 2', 'niveau 3', 'niveau 4']);
  });

  test('named destinations are sorted as bytes: ASCII, then UTF-16', async () => {
    const names = ['å', 'zebra', 'a', 'Z', 'æ', 'a-2', '日本'];
    const pages = [{ ...makePage(1, [makeLine('p', 70, 100, 'Ord')]), anchors: names.map((name, n) => ({ name, x: 70, y: 50 + n })) }];
    const pdf = readPdf(await writePdf({ ...emptyInput('ua1+a2a'), pages }));
    const tree = only(pdf, /^<<\s*\/Names \[\(/);
    const found = [...tree.matchAll(/(\((?:[^\\)]|\\.)*\)) \[/gs)].map((match) => decode(match[1] ?? ''));
    expect(found).toEqual(['Z', 'a', 'a-2', 'zebra', 'å', 'æ', '日本']);
  });

  test('attachments are sources of the document', async () => {
    const pdf = readPdf(await writePdf(sampleInput('ua1+a3a', true)));
    const file = only(pdf, /\/Type \/Filespec/);
    expect(entry(file, 'UF')).toBe('01-økonomi.md');
    expect(file).toContain('/AFRelationship /Source');
    expect(only(pdf, /\/Type \/Catalog/)).toMatch(/\/AF \[\d+ 0 R\]/);
    expect([...pdf.streams.values()].map(String)).toContain('# Økonomi\n');
    expect(only(pdf, /\/Type \/EmbeddedFile/)).toContain('/Subtype /text#2Fmarkdown');
  });

  test('PDF 2.0 has its header, its namespace and no information dictionary', async () => {
    const pdf = readPdf(await writePdf(sampleInput('ua2+a4')));
    expect(pdf.version).toBe('2.0');
    expect(pdf.trailer).not.toContain('/Info');
    expect([...pdf.objects.values()].some((source) => source.includes('/S /FENote'))).toBe(true);
    expect([...pdf.objects.values()].some((source) => source.includes('/Producer'))).toBe(false);
  });
});

describe('metadata', () => {
  test('title, author, language and date are the same in XMP and Info, markup and all', async () => {
    const pdf = readPdf(await writePdf(sampleInput()));
    const xmp = [...pdf.streams.values()].map((stream) => stream.toString('utf8')).find((stream) => stream.includes('x:xmpmeta')) ?? '';
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Møller &amp; Søn &lt;A/S&gt; &quot;2025&quot;</rdf:li>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
    expect(xmp).toContain('<dc:creator><rdf:Seq><rdf:li>KL &amp; Co</rdf:li></rdf:Seq></dc:creator>');
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>da</rdf:li></rdf:Bag></dc:language>');
    expect(xmp).toContain('<xmp:CreateDate>2026-02-26T00:00:00Z</xmp:CreateDate>');
    const info = only(pdf, /\/Title \d+ 0 R/);
    const value = (key: string): string => decode(pdf.objects.get(Number(new RegExp(`/${key} (\\d+) 0 R`).exec(info)?.[1])) ?? '()');
    expect(value('Title')).toBe('Møller & Søn <A/S> "2025"');
    expect(value('Author')).toBe('KL & Co');
    expect(value('CreationDate')).toBe('D:20260226000000Z');
  });

  test('control characters and lone surrogates do not break the XMP', async () => {
    const pdf = readPdf(await writePdf({ ...emptyInput('ua1+a2a'), meta: { title: 'a\u0001b\ud800c', language: 'da' } }));
    const xmp = [...pdf.streams.values()].map((stream) => stream.toString('utf8')).find((stream) => stream.includes('x:xmpmeta')) ?? '';
    expect(xmp).toContain('>ab\ufffdc</rdf:li>');
  });
});
