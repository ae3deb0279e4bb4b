// What the fuzzer found, made small: each builds, or is refused at its place, as its second line says.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { layOut } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { publicationOf } from '../whole/made.ts';
import { buildAndCheck } from './check.ts';

const FOLDER = join(import.meta.dirname, 'finds');

test.each(readdirSync(FOLDER).map((name) => [basename(name, '.md').replace(/-/g, ' '), name]))('%s', async (_, name) => {
  const [head = '', ...sections] = readFileSync(join(FOLDER, name), 'utf8').split(/^%%% /m);
  const wanted = head.split('\n')[1] ?? '';
  const files = Object.fromEntries(sections.map((section) => [section.slice(0, section.indexOf('\n')).trim(), section.slice(section.indexOf('\n') + 1)]));
  const folder = publicationOf(files);
  const found = new Diagnostics();
  await layOut(folder, found);
  const errors = found.list().flatMap(({ severity, rule, span }) => (severity === 'error' ? [`says ${rule} at ${span.file.startsWith(folder) ? `${span.file.slice(folder.length + 1)}:${span.line}` : span.file.slice(process.cwd().length + 1)}`] : []));
  if (wanted === 'becomes a PDF') expect(errors).toEqual([]);
  else expect(errors).toContain(wanted);
  expect(await buildAndCheck({ files: { 'publication.yaml': 'title: Lille rapport\nlanguage: da\ntemplate: plain\n', ...files } }, true)).toEqual({ kind: wanted === 'becomes a PDF' ? 'pdf' : 'errors' });
});
