// A publication without the pipeline: chapters of plain lines, a page each, set with pdfkit in an embedded font.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { spanAt } from '../../src/document/index.ts';
import type { Sheet } from '../../src/preview/index.ts';
import type { Builder, Edition } from '../../src/watch.ts';

const FONT = join(import.meta.dirname, '../../fonts/lato/Lato-Regular.ttf');

export function makeFolder(chapters: Readonly<Record<string, string>>): { folder: string; write(name: string, text: string): void; remove(): void } {
  const top = mkdtempSync(join(tmpdir(), 'printvenlig-watch-'));
  const folder = join(top, 'manuscript');
  mkdirSync(join(folder, 'images'), { recursive: true });
  writeFileSync(join(folder, 'publication.yaml'), 'title: Test\nlanguage: en\n');
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(chapters)) write(name, text);
  return { folder, write, remove: () => rmSync(top, { recursive: true, force: true }) };
}

/** A chapter is a page; a line that holds ERROR is an error, WARN a warning. `builds` has what each build was given. */
export function fakeBuilder(folder: string, builds: (readonly string[])[] = [], more: readonly string[] = []): Builder {
  return {
    async build(changed): Promise<Edition> {
      builds.push(changed);
      const names = readdirSync(folder).filter((name) => name.endsWith('.md')).sort();
      const texts = new Map(names.map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]));
      const diagnostics: Diagnostic[] = [];
      const sheets: Sheet[] = [];
      for (const [file, text] of texts) {
        const lines = text.split('\n').flatMap((line, index) => {
          if (line.includes('ERROR')) diagnostics.push({ severity: 'error', rule: 'fake', span: spanAt(file, index + 1, 3), message: 'This is wrong.', hint: 'Did you mean "right"?' });
          if (line.includes('WARN')) diagnostics.push({ severity: 'warning', rule: 'fake', span: spanAt(file, index + 1, 3), message: 'This is <odd>.' });
          return line === '' ? [] : [{ text: line, x: 60, y: 58 + 20 * index, width: 240, height: 14, file, line: index + 1, column: 1, artifact: false, look: line }];
        });
        sheets.push({ number: sheets.length + 1, label: `Page ${sheets.length + 1} of ${names.length}`, width: 420, height: 595, digest: `${JSON.stringify(lines.map(({ text: words, y }) => [words, y]))} of ${names.length}`, body: JSON.stringify(lines.map(({ text: words, y }) => [words, y])), lines });
      }
      const base = { diagnostics, title: 'Test', language: 'en', texts, sheets: () => sheets };
      if (diagnostics.some(({ severity }) => severity === 'error')) return { ...base };
      return { ...base, pdf: await makePdf(sheets), output: join(folder, '..', 'output', 'test.pdf'), files: [join(folder, 'publication.yaml'), ...texts.keys(), ...more] };
    },
  };
}

function makePdf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: [420, 595], autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  for (const { lines } of sheets) {
    pdf.addPage();
    for (const { text, x, y } of lines) pdf.font(FONT).fontSize(12).text(text, x, y, { lineBreak: false });
  }
  return new Promise((resolve) => {
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.end();
  });
}

/** Until it holds, or said to hold no more after ten seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await holds()) return;
    await pause(10);
  }
  throw new Error(`Waited in vain until ${what}.`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
