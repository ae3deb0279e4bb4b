// Files as text → a publication on disk, laid out, its PDF and what pdfium reads from it: what whole-program tests look at.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { layOut, makePdf, type LaidOut } from '../../src/build.ts';
import { Diagnostics, type Diagnostic } from '../../src/diagnostics/index.ts';

export const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="16" fill="#336699"/></svg>';

/** A new folder that holds these files; publication.yaml and a picture "prik.svg" come by themselves. */
export function publicationOf(files: Readonly<Record<string, string | Uint8Array>>, yaml = 'title: Lille rapport\nlanguage: da\ntemplate: plain\n'): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'whole-')), 'manuscript');
  for (const [path, content] of Object.entries({ 'publication.yaml': yaml, 'prik.svg': DOT, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface Edition {
  readonly laidOut: LaidOut;
  readonly found: readonly Diagnostic[];
  readonly pdf: Uint8Array;
  /** Text of each page as pdfium reads it. */
  readonly pages: readonly string[];
}

export async function editionOf(folder: string): Promise<Edition> {
  const diagnostics = new Diagnostics();
  const laidOut = await layOut(folder, diagnostics);
  if (!laidOut) throw new Error(diagnostics.list().map(({ span, message }) => `${span.file}:${span.line} ${message}`).join('\n'));
  const pdf = await makePdf(laidOut);
  return { laidOut, found: diagnostics.list(), pdf, pages: await readPages(pdf) };
}

export async function readPages(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: string[] = [];
    for (const page of document.pages()) pages.push(page.getText());
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

/** Runs of letters and digits: quotes, dashes, spaces and line ends do not count, soft hyphens join. */
export function wordsOf(text: string): string[] {
  return text.replace(/[\u00ad\u0002]\s*/g, '').normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The page's text without what stands on every page: its furniture is what layout calls header and footer. */
export function bodyWords(edition: Edition): string[] {
  return edition.laidOut.pages.flatMap((page, index) => {
    const furniture = page.items.flatMap((item) => (item.kind === 'line' && item.tag === undefined ? [item.line.text] : []));
    let text = edition.pages[index] ?? '';
    for (const line of furniture) {
      const at = text.indexOf(line);
      if (at !== -1) text = `${text.slice(0, at)} ${text.slice(at + line.length)}`;
    }
    return wordsOf(text);
  });
}
