// A publication → the files that its edition is made from, and those that would be taken in their place: what a watch listens to.
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBuilder } from '../../src/watch-builder.ts';
import { ROOT } from '../support/template-source.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function publication(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'depends-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const FILES = {
  'publication.yaml': 'title: Test\nlanguage: da\ntemplate: own\nwords: words.txt\ncover: { image: front.svg, alt: "" }\n', 'words.txt': 'Hest\n', 'front.svg': SVG, 'used.svg': SVG, 'unused.svg': SVG,
  'a.md': '# A\n\n![](used.svg)\n\n::video[V]{url="https://a.dk"}\n', 'layout.snapshot': 'x\n', 'templates/own/template.yaml': 'extends: plain\n',
};

test('chapters, pictures, words, the template\'s chain and its fonts', async () => {
  const folder = publication(FILES);
  const { files = [] } = await createBuilder(folder).build([]);
  const inside = files.filter((file) => file.startsWith(folder)).map((file) => relative(folder, file));
  for (const name of ['publication.yaml', 'a.md', 'used.svg', 'front.svg', 'words.txt', 'templates/own/template.yaml']) expect(inside).toContain(name);
  for (const name of ['unused.svg', 'layout.snapshot', 'test.pdf']) expect(inside).not.toContain(name);
  // What would be taken instead, if it were there.
  expect(inside).toContain('own/template.yaml');
  expect(inside).toContain('templates/own/fonts/Lato-Regular.ttf');
  expect(files).toContain(join(ROOT, 'templates/plain/template.yaml'));
  expect(files).toContain(join(ROOT, 'fonts/lato/Lato-Regular.ttf'));
  expect(files.filter((file) => file.includes('qr:'))).toEqual([]);
});

test('a font put into the template\'s own folder is set from there', async () => {
  const folder = publication(FILES);
  const builder = createBuilder(folder);
  const before = await builder.build([]);
  mkdirSync(join(folder, 'templates/own/fonts/lato'), { recursive: true });
  copyFileSync(join(ROOT, 'fonts/lato/Lato-Bold.ttf'), join(folder, 'templates/own/fonts/lato/Lato-Regular.ttf'));
  const after = await builder.build([]);
  expect(before.files).toContain(join(folder, 'templates/own/fonts/lato/Lato-Regular.ttf'));
  expect(Buffer.compare(before.pdf ?? Buffer.of(), after.pdf ?? Buffer.of())).not.toBe(0);
});
