// What docs/ says is what the program says, and what package.json names.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { layOut, makePdf } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { openRasteriser } from '../../src/preview/raster.ts';
import { templateReference } from '../../src/theme/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');
interface Manifest { readonly version: string; readonly license: string; readonly dependencies: Readonly<Record<string, string>>; readonly devDependencies: Readonly<Record<string, string>> }
const manifest = (file: string): Manifest => JSON.parse(read(file)) as Manifest;
const script = new URL('../../scripts/docs.mjs', import.meta.url).href;
interface Docs {
  manuscriptReference(): string;
  templateDocument(reference: string): string;
  pictures(program: object): AsyncIterable<{ readonly name: string; readonly raster: { readonly width: number; readonly height: number; readonly data: Uint8Array } }>;
}

test('the references are as scripts/docs.mjs makes them', async () => {
  const docs = (await import(script)) as Docs;
  expect(read('docs/manuscript.md')).toBe(docs.manuscriptReference());
  expect(read('docs/template.md')).toBe(docs.templateDocument(templateReference()));
});

test('the pictures show what the program makes now; `node scripts/docs.mjs` makes them anew', async () => {
  const docs = (await import(script)) as Docs;
  const stale: string[] = [];
  const drawn: string[] = [];
  for await (const { name, raster } of docs.pictures({ layOut, makePdf, Diagnostics, openRasteriser })) {
    const { width, height, data } = PNG.sync.read(readFileSync(`${root}docs/pictures/${name}.png`));
    drawn.push(`${name}.png`);
    if (Math.abs(width - raster.width) > 2 || Math.abs(height - raster.height) > 2) { stale.push(`${name}: ${width} × ${height} for ${raster.width} × ${raster.height}`); continue; }
    // A letter moved by a hair is no other picture.
    const darkness = (pixels: Uint8Array, across: number, x: number, y: number): number => 255 - (pixels[(y * across + x) * 4 + 1] ?? 255);
    let [apart, ink] = [0, 0];
    for (let y = 0; y < Math.min(height, raster.height); y += 1) {
      for (let x = 0; x < Math.min(width, raster.width); x += 1) {
        const [now, then] = [darkness(raster.data, raster.width, x, y), darkness(data, width, x, y)];
        apart += Math.abs(now - then);
        ink += now + then;
      }
    }
    if (apart > ink * 0.15) stale.push(`${name}: ${Math.round((apart / ink) * 100)} % of its ink`);
  }
  expect(stale).toEqual([]);
  expect(drawn.sort()).toEqual(readdirSync(`${root}docs/pictures`).sort());
}, 60_000);

test('every directive that the program knows is in the reference', () => {
  const text = read('docs/manuscript.md');
  const names = /new Map\(Object\.entries\(\{([^}]*)\}/.exec(read('src/markdown/directives/index.ts'))?.[1]?.match(/\w+/g) ?? [];
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !text.includes(`::${name}`))).toEqual([]);
});

test('every picture that a document shows is there, and small', () => {
  const shown = ['README.md', 'docs/manuscript.md'].flatMap((file) => [...read(file).matchAll(/\]\((?:docs\/)?(pictures\/[^)]+)\)/g)].map(([, name]) => `docs/${name}`));
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((file) => !existsSync(root + file))).toEqual([]);
  expect(readdirSync(`${root}docs/pictures`).filter((name) => !shown.includes(`docs/pictures/${name}`))).toEqual([]);
  expect(shown.filter((file) => statSync(root + file).size > (file.includes('/page-') ? 60 : 30) * 1024)).toEqual([]);
});

test('docs/dependencies.md lists what package.json names, in its order, with the versions and licences that are installed', () => {
  const { dependencies, devDependencies } = manifest('package.json');
  const rows = [...read('docs/dependencies.md').matchAll(/^\| ([@\w][^| ]*) \| (\d[^| ]*) \| ([^|]+) \| \d+ \| (\S.*) \|$/gm)].map((row) => row.slice(1, 4));
  const installed = [...Object.keys(dependencies), ...Object.keys(devDependencies)].map((name) => {
    const { version, license } = manifest(`node_modules/${name}/package.json`);
    return [name, version, license.replace(/[()]/g, '')];
  });
  expect(rows).toEqual(installed);
});
