// A case → what broke a promise when it was built: either a whole PDF that holds every word, or errors, each at its place; never a throw.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { layOut, makePdf, type LaidOut } from '../../src/build.ts';
import { check } from '../../src/check.ts';
import { Diagnostics, type Diagnostic } from '../../src/diagnostics/index.ts';
import type { TagNode } from '../../src/flow/index.ts';
import { Standing } from '../../src/standing.ts';
import type { Case } from './cases.ts';

export type Outcome = { readonly kind: 'pdf' } | { readonly kind: 'errors' } | { readonly kind: 'broken'; readonly why: string };

const broken = (why: string): Outcome => ({ kind: 'broken', why });

export async function buildAndCheck(made: Case, thorough: boolean): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    write(folder, made.files);
    return await checkFolder(folder, made, thorough);
  } catch (error) {
    return broken(error instanceof Error ? `${error.message} ${/\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? ''}` : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, files: Case['files']): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function checkFolder(folder: string, made: Case, thorough: boolean): Promise<Outcome> {
  const diagnostics = new Diagnostics();
  const laidOut = await layOut(folder, diagnostics, { stable: 'layout.snapshot' in made.files });
  const fault = faultOf(diagnostics.list());
  if (fault !== undefined) return broken(fault);
  // On a sheet of a leaflet's width, words may find no room where they are nested; on a wider one the program has to find it.
  const off = made.wide ? diagnostics.list().find(({ rule }) => rule === 'off-page') : undefined;
  if (off) return broken(`${off.message} (line ${off.span.line})`);
  if (!laidOut) return diagnostics.hasErrors ? { kind: 'errors' } : broken('no PDF and no error');
  if (diagnostics.hasErrors) return broken('a layout in spite of errors');
  const pdf = await makePdf(laidOut);
  if (!Buffer.from(pdf).subarray(-32).toString('latin1').trimEnd().endsWith('%%EOF')) return broken('the PDF has no end');
  const lost = lostWords(made.words ?? [], [...linesOf(laidOut), ...spoken(laidOut.flowed.tags)]);
  if (lost.length > 0) return broken(`${lost.length} words are lost: ${lost.slice(0, 5).join(' ')}`);
  if (made.compared) {
    const { diagnostics: found } = await check({ folder, update: false, fix: false, layout: true, ci: true });
    const said = faultOf(found);
    if (said !== undefined) return broken(said);
  }
  const complaint = thorough ? await lookThoroughly(folder, made, laidOut, pdf) : undefined;
  return complaint === undefined ? { kind: 'pdf' } : broken(complaint);
}

/** Every finding is a sentence, and stands at a place that is there. */
function faultOf(list: readonly Diagnostic[]): string | undefined {
  for (const { span, message, hint = '' } of list) {
    const place = `${span.file}:${span.line}:${span.column}`;
    if (!/[.?!)”"]$/.test(message.trim()) || /undefined|NaN|Infinity|\[object|\n\s+at |Cannot read|is not a function/.test(message + hint)) return `a diagnostic says "${message}" at ${place}`;
    if (!(span.line >= 1 && span.column >= 1)) return `"${message}" stands nowhere (${place})`;
    if (!existsSync(span.file) || !statSync(span.file).isFile()) continue;
    const lines = readFileSync(span.file, 'latin1').split(/\r\n|\n|\r/);
    if (span.line > lines.length) return `"${message}" stands below the end of its file (${place}, ${lines.length} lines)`;
  }
  return undefined;
}

const linesOf = ({ pages }: LaidOut): string[] => pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.line.text] : [])));

/** What a drawing is read as. */
function spoken(tag: TagNode): string[] {
  return [...(tag.alt === undefined ? [] : [tag.alt]), ...tag.children.flatMap(spoken)];
}

function lostWords(words: readonly string[], lines: readonly string[]): string[] {
  if (words.length === 0) return [];
  const said = lines.join(' ');
  const missing = words.filter((word) => !said.includes(word));
  if (missing.length === 0) return [];
  // Where no line is as wide as the word, its letters stand on several.
  const letters = lines.map((line) => line.replace(/-$/, '')).join('');
  return missing.filter((word) => !letters.includes(word) && !inPieces(word, lines));
}

/** In the cells of a narrow table the pieces of several words stand by turns. */
function inPieces(word: string, lines: readonly string[]): boolean {
  return [...word].some((_, cut) => cut > 0 && lines.some((line) => line.replace(/-$/, '').endsWith(word.slice(0, cut)))
    && (cut + 1 >= word.length || lines.some((line) => line.startsWith(word.slice(cut)) || (line.length < word.length && word.slice(cut).startsWith(line.replace(/-$/, ''))))));
}

/** Words as another program reads them in the PDF; qpdf; and the same bytes from a build that kept what it could of an earlier one. */
async function lookThoroughly(folder: string, made: Case, laidOut: LaidOut, pdf: Uint8Array): Promise<string | undefined> {
  const lines = await readLines(pdf);
  // Beside Hebrew, pdfium may turn the words of a line round.
  const lost = lostWords(made.words ?? [], [...lines, ...spoken(laidOut.flowed.tags), ...lines.map((line) => [...line].reverse().join(''))]);
  if (lost.length > 0) return `pdfium does not find ${lost.length} words: ${lost.slice(0, 5).join(' ')}`;
  const complaint = askQpdf(folder, pdf, made.picture === 'jpeg');
  if (complaint !== undefined) return complaint;
  const [chapter] = laidOut.publication.chapters;
  if (!chapter) return undefined;
  const whole = readFileSync(chapter.file);
  const standing = new Standing();
  writeFileSync(chapter.file, `${chapter.text.slice(0, chapter.text.length / 2)}\n`);
  const before = await layOut(folder, new Diagnostics(), { standing });
  if (before) await makePdf(before, undefined, standing);
  writeFileSync(chapter.file, whole);
  const warm = await layOut(folder, new Diagnostics(), { standing, stable: 'layout.snapshot' in made.files });
  return warm && Buffer.compare(await makePdf(warm, undefined, standing), pdf) === 0 ? undefined : 'a warm build gives other bytes';
}

async function readLines(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const lines: string[] = [];
    // Its sign for a hyphen at a line's end is U+0002; code that goes on below ends in an arrow, and what stands beside it on the page is read after that.
    for (const page of document.pages()) lines.push(...page.getText().replace(/\u0002/g, '-').split(/\r?\n| ?\u2192/));
    document.destroy();
    return lines;
  } finally {
    library.destroy();
  }
}

let silent = false;
/** A JPEG's own data goes into the PDF unpacked by nobody: of damage in it the PDF is free. */
function askQpdf(folder: string, pdf: Uint8Array, passedOn: boolean): string | undefined {
  if (silent) return undefined;
  const file = join(folder, 'ud.pdf');
  writeFileSync(file, pdf);
  try {
    execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    if (code === 'ENOENT') {
      console.warn('LEFT OUT: qpdf --check of the fuzzer\'s PDFs, because qpdf is not there.');
      silent = true;
      return undefined;
    }
    const [first = ''] = String(stderr).split('\n').filter((line) => line.includes('WARNING') && !(passedOn && line.includes('error decoding stream data')));
    if (first !== '' || !passedOn) return `qpdf: ${first || String(stderr).trim()}`;
  }
  return undefined;
}
