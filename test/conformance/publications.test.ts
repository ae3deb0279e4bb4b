// Whole publications against veraPDF: the sample, every small manuscript of the suites, a hundred random ones.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layOut, makePdf } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { PdfStandard } from '../../src/pdf/index.ts';
import { randomPublication } from '../fuzz/grammar.ts';
import { randomManuscript } from './random-manuscript.ts';
import { missing, REQUIRED, validate, type ToValidate } from './vera.ts';

const SEED = 20_260_226;
const RANDOM = 100, FUZZED = 30;
/** veraPDF reads some hundred files. */
const PATIENCE = 900_000;

const reason = missing();
if (reason !== undefined) {
  console.warn(`LEFT OUT: conformance of whole publications, because ${reason}.`);
  if (REQUIRED) throw new Error(`Conformance was left out: ${reason}.`);
}

const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="8" fill="#336699" fill-opacity="0.5"/></svg>';
const STANDARDS: readonly PdfStandard[] = ['ua1+a2a', 'ua1+a3a', 'ua2+a4'];
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'publications-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The PDF of a publication made of these files; undefined where its manuscript has errors, so that none is written. */
async function make(name: string, files: Readonly<Record<string, string | Uint8Array>>, template: string, standard: PdfStandard): Promise<Made | undefined> {
  const attachments = standard !== 'ua1+a2a';
  const publication = join(folder, name.replace(/\W+/g, '-'));
  for (const [path, content] of Object.entries({
    'publication.yaml': `title: Møller & Søn <A/S>\nlanguage: da\ndate: 2026-02-26\norganisation: KL\ntemplate: ${template}\npdf: { standard: ${standard}${attachments ? ', attach: manuscript' : ''} }\n`,
    'prik.svg': DOT, ...files,
  })) {
    mkdirSync(dirname(join(publication, path)), { recursive: true });
    writeFileSync(join(publication, path), content);
  }
  return await makeFrom(name, publication, standard, attachments);
}

/** A crash is found like a broken rule: all of them are seen at once. */
type Made = ToValidate | { readonly name: string; readonly crash: string };

async function makeFrom(name: string, publication: string, standard: PdfStandard, attachments: boolean): Promise<Made | undefined> {
  try {
    const laidOut = await layOut(publication, new Diagnostics());
    return laidOut && { name, standard, attachments, bytes: await makePdf(laidOut) };
  } catch (error) {
    return { name, crash: error instanceof Error ? error.message : String(error) };
  }
}

const written = (files: readonly (Made | undefined)[]): ToValidate[] => files.filter((file) => file !== undefined && 'bytes' in file);
const faults = (files: readonly (Made | undefined)[]): string[] => [
  ...files.flatMap((file) => (file && 'crash' in file ? [`${file.name}: ${file.crash}`] : [])), ...validate(written(files)),
];

test.skipIf(reason !== undefined)('the sample', async () => {
  const sample = await makeFrom('the sample', fileURLToPath(new URL('../../manuscript', import.meta.url)), 'ua1+a2a', false);
  expect(sample).toBeDefined();
  expect(faults([sample])).toEqual([]);
}, PATIENCE);

test.skipIf(reason !== undefined)('every small manuscript of the suites', async () => {
  const suite = fileURLToPath(new URL('../markdown/suite', import.meta.url));
  const files: (Made | undefined)[] = [];
  for (const file of readdirSync(suite).filter((name) => name.endsWith('.md')).sort()) {
    for (const section of readFileSync(join(suite, file), 'utf8').split(/^=== /m).slice(1)) {
      const name = `${file} ${section.slice(0, section.indexOf('\n'))}`;
      const [first = '', ...others] = section.slice(section.indexOf('\n') + 1).split(/^--- (?:becomes|says)$/m)[0]?.split(/^%%% /m) ?? [];
      const chapters = Object.fromEntries([['01.md', first], ...others.map((other) => [other.slice(0, other.indexOf('\n')).trim(), other.slice(other.indexOf('\n') + 1)])]);
      files.push(await make(name, chapters, files.length % 2 === 0 ? 'plain' : 'beretning', STANDARDS[files.length % 3] ?? 'ua1+a2a'));
    }
  }
  expect(written(files).length).toBeGreaterThan(files.length / 3);
  expect(faults(files)).toEqual([]);
}, PATIENCE);

test.skipIf(reason !== undefined)(`a hundred random manuscripts, seed ${SEED}`, async () => {
  const files: (Made | undefined)[] = [];
  for (let n = 0; n < RANDOM; n++) {
    files.push(await make(`random ${SEED + n}`, { '01.md': randomManuscript(SEED + n), '02.md': randomManuscript(SEED + 7 * n + 1000).replaceAll('#mål', `#mål-${n}`) }, n % 2 === 0 ? 'beretning' : 'plain', STANDARDS[n % 3] ?? 'ua1+a2a'));
  }
  expect(written(files).length).toBeGreaterThan(RANDOM * 0.9);
  expect(faults(files)).toEqual([]);
}, PATIENCE);

test.skipIf(reason !== undefined)(`${FUZZED} of the fuzzer's publications, on sheets and in templates of any size, seed ${SEED}`, async () => {
  const files: (Made | undefined)[] = [];
  for (let n = 0; n < FUZZED; n++) files.push(await make(`fuzzed ${SEED + n}`, randomPublication(SEED + n).files, 'plain', 'ua1+a2a'));
  expect(written(files).length).toBeGreaterThan(FUZZED * 0.7);
  expect(faults(files)).toEqual([]);
}, PATIENCE);
