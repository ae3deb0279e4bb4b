// PDF-UA.md says what is met where and which test shows it → it must be so; and what it says is never written must never be.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePdf, type PdfInput } from '../../src/pdf/index.ts';
import { ROOT } from '../support/template-source.ts';
import { readPdf } from './read-pdf.ts';
import { makePage, sampleInput } from './sample.ts';

const TEXT = readFileSync(join(ROOT, 'src/pdf/PDF-UA.md'), 'utf8');
const rows = TEXT.split('\n').filter((line) => /^\| \d\d \|/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()).slice(1, -1));
const filesIn = (folder: string): string[] => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => !name.includes('node_modules')).map((name) => join(ROOT, folder, name));
const sources = filesIn('src');
const tests = filesIn('test');
const ending = (files: readonly string[], name: string): string | undefined => files.find((file) => file.endsWith(`/${name}`));

describe('PDF-UA.md', () => {
  test('has the 31 checkpoints, each met somewhere', () => {
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 31 }, (_, n) => String(n + 1).padStart(2, '0')));
    for (const row of rows) expect(row[2]?.length, row[1]).toBeGreaterThan(4);
  });
  test('names tests that exist', () => {
    for (const [number, , , shown = ''] of rows) {
      let file: string | undefined;
      for (const [, code, title] of shown.matchAll(/`([^`]+)`|"([^"]+)"/g)) {
        if (code !== undefined && /\.(?:ts|md)$/.test(code)) {
          file = ending(tests, code);
          expect(file, `${number}: ${code}`).toBeDefined();
        } else if (title !== undefined) {
          const said = (file === undefined ? '' : readFileSync(file, 'utf8')).replaceAll("\\'", "'");
          expect(new RegExp(`(?:test|it|describe)(?:\\.\\w+\\([^)]*\\))?\\(['"\`]${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(said), `${number}: "${title}" in ${String(file)}`).toBe(true);
        }
      }
    }
  });
  test('names files that exist', () => {
    for (const [, code = ''] of TEXT.matchAll(/`([\w/-]+\.ts)`/g)) {
      if (!code.endsWith('.test.ts')) expect(ending(sources, code), code).toBeDefined();
    }
    for (const [, folder = ''] of TEXT.matchAll(/`(test\/[\w/]+)\/`/g)) expect(existsSync(join(ROOT, folder)), folder).toBe(true);
  });
});

describe.each(['ua1+a2a', 'ua1+a3a', 'ua2+a4'] as const)('in %s', (standard) => {
  test('nothing moves, sounds, hides, asks, locks or runs', async () => {
    const { objects } = readPdf(await writePdf(sampleInput(standard)));
    const keys = new Set([...objects.values()].flatMap((source) => [...source.matchAll(/\/([A-Za-z]+)/g)].map(([, key]) => key)));
    expect(keys.has('StructTreeRoot')).toBe(true);
    for (const key of [
      'Movie', 'Screen', 'RichMedia', 'Sound', 'Rendition', 'OCProperties', 'OCG', 'Threads', 'Thread', 'Bead', 'AcroForm', 'Widget', 'Sig', 'XFA', 'Encrypt',
      'JavaScript', 'JS', 'Launch', 'SubmitForm', 'ImportData', 'OpenAction', 'AA', 'ResetForm', 'Ref3D', 'PS',
    ]) expect(keys.has(key), key).toBe(false);
  });
});

test('destinations are the same from build to build, whatever pages come before', async () => {
  const names = async (input: PdfInput): Promise<string[]> => [...readPdf(await writePdf(input)).objects.values()]
    .flatMap((source) => (/\/Names \[/.test(source) ? source.replace(/\[\d+ 0 R \/XYZ[^\]]*\]|\d+ 0 R/g, '').match(/\((?:[^()\\]|\\.)*\)|<[\da-fA-F]+>/g) ?? [] : []));
  const sample = sampleInput();
  const first = await names(sample);
  expect(first.length).toBeGreaterThan(2);
  expect(await names({ ...sample, pages: [makePage(1, []), ...sample.pages] })).toEqual(first);
});
