// Text comes out whole: what other programs read from the file.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '../../src/pdf/index.ts';
import { manyWords } from './many-words.ts';
import { sampleInput } from './sample.ts';

const has = (program: string): boolean => spawnSync(program, ['-v'], { encoding: 'utf8' }).error === undefined;
const poppler = has('pdftotext') && has('pdfinfo');
const mupdf = has('mutool');
const qpdf = has('qpdf');
const lacking = [...(poppler ? [] : ['poppler-utils']), ...(mupdf ? [] : ['mupdf-tools']), ...(qpdf ? [] : ['qpdf'])];
if (lacking.length > 0) {
  console.warn(`LEFT OUT: what ${lacking.join(', ')} read from the file; not installed.`);
  if (process.env.PRINTVENLIG_REQUIRE_CONFORMANCE) throw new Error(`Extraction was left out: ${lacking.join(', ')} not installed.`);
}

const folder = mkdtempSync(join(tmpdir(), 'extraction-'));
const sample = join(folder, 'sample.pdf');
const words = join(folder, 'words.pdf');
const few = join(folder, 'few.pdf');
const many = manyWords(11);
/** poppler sets a whole page anew for each marked content. */
const some = manyWords(12, 12);
beforeAll(async () => {
  writeFileSync(sample, await writePdf(sampleInput()));
  writeFileSync(words, await writePdf(many.input));
  writeFileSync(few, await writePdf(some.input));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...options: string[]): string => spawnSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
/** Soft hyphens at line ends close up, white space is one space. */
const flat = (text: string): string => text.replace(/\u00ad\s*/g, '').replace(/\s+/g, ' ').trim();
const SENTENCE = 'Kommunernes finansielle stilling er en del af specialundervisningen, og den kan læses på en hjemmeside med et mærke1 og et ord om e-';

describe.skipIf(!poppler)('poppler', () => {
  test('reads every paragraph word for word, in both columns and over pages', () => {
    const text = flat(run('pdftotext', '-raw', words, '-'));
    expect(many.paragraphs.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
  });

  const inStructure = (file: string): string[][] => {
    const read: string[][] = [];
    for (const line of run('pdfinfo', '-struct-text', file).split('\n')) {
      if (/^ {2}P /.test(line)) read.push([]);
      else {
        const text = /^ {4}"(.*)"$/.exec(line)?.[1];
        if (text !== undefined) read.at(-1)?.push(text);
      }
    }
    return read;
  };
  const joined = (pieces: readonly string[], by: string): string => pieces.join(by).replace(/\s+/g, ' ').trim();

  test('reads every paragraph whole in the structure, broken words in one piece', () => {
    const read = inStructure(few);
    expect(read.map((pieces) => joined(pieces, ''))).toEqual(some.paragraphs);
    // Only a word that a column's end breaks is in two pieces.
    const apart = some.paragraphs.filter((paragraph, n) => joined(read[n] ?? [], ' ') !== paragraph);
    expect(apart.length).toBeLessThan(some.input.pages.length * 2);
  });

  test('reads ligatures as letters and the broken word whole', () => {
    expect(flat(run('pdftotext', '-raw', sample, '-'))).toContain(SENTENCE);
    expect(run('pdfinfo', '-struct-text', sample)).toContain('"specialundervisningen,"');
  });

  test('shows what the publication says of itself', () => {
    const said = run('pdfinfo', sample);
    expect(said).toMatch(/Title: +Møller & Søn <A\/S> "2025"/);
    expect(said).toMatch(/Tagged: +yes/);
    expect(run('pdfinfo', '-dests', sample)).toMatch(/17 \[ XYZ.*"okonomi"|1 \[ XYZ.*"okonomi"/);
  });
});

describe.skipIf(!mupdf)('mupdf', () => {
  test('reads every paragraph word for word', () => {
    const text = flat(run('mutool', 'draw', '-q', '-F', 'txt', words));
    expect(many.paragraphs.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
    expect(flat(run('mutool', 'draw', '-q', '-F', 'txt', sample))).toContain(SENTENCE);
  });
});

describe('pdfium', () => {
  test('reads the broken word whole and ligatures as letters', async () => {
    const library = await PDFiumLibrary.init();
    try {
      const document = await library.loadDocument(await writePdf(sampleInput()) as Buffer);
      const text = flat(document.getPage(0).getText());
      expect(text).toContain('Kommunernes finansielle stilling er en del af specialundervisningen, og den kan læses på en hjemmeside');
      document.destroy();
    } finally {
      library.destroy();
    }
  });
});

describe.skipIf(!qpdf)('qpdf', () => {
  for (const standard of ['ua1+a2a', 'ua1+a3a', 'ua2+a4'] as const) {
    test(`finds no fault in ${standard}`, async () => {
      const file = join(folder, `${standard}.pdf`);
      writeFileSync(file, await writePdf(sampleInput(standard, standard === 'ua1+a3a')));
      const found = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
      expect(found.status, found.stdout + found.stderr).toBe(0);
    });
  }
});
