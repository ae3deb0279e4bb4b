// The program as it ships: exit codes, all errors at once, the last good PDF, `init`. Needs dist/, which `npm ci` makes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { build, layout } from '../../src/index.ts';
import { publicationOf } from './made.ts';

const program = fileURLToPath(new URL('../../dist/printvenlig.mjs', import.meta.url));
const shipped = existsSync(program);
if (!shipped) console.warn('LEFT OUT: the command line, because dist/ is not there; "npm run prepare" makes it.');

function run(cwd: string, ...options: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...options], { cwd, encoding: 'utf8', env: { ...process.env, CI: '' } });
  return { code: status, out: stdout, err: stderr };
}

const WRONG = {
  yaml: 'titel: T\nlanguage: da\ntemplate: plian\ntoc: { depth: many }\n',
  chapter: '# Et\n\n:::factbok\nTekst\n:::\n\n[](#intet)\n\n![Et billede](mangler.png)\n',
};

describe.skipIf(!shipped)('the command line', () => {
  test('says every error at once at its place, and leaves the last PDF as it was', () => {
    const folder = publicationOf({ '01.md': '# Et\n\nTekst.\n' }, 'title: T\nlanguage: da\noutput: ud.pdf\n');
    const good = run(folder, 'build', '.');
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toMatch(/ud\.pdf: \d pages?, [\d.]+ s, no warnings/);
    const before = readFileSync(join(folder, 'ud.pdf'));
    writeFileSync(join(folder, '01.md'), WRONG.chapter);
    const bad = run(folder, 'build', '.');
    expect(bad.code).toBe(1);
    expect(bad.out).toBe('');
    for (const pattern of [/^01\.md:3:\d+ +warning .*factbok.*Did you mean "factbox"\?/m, /^01\.md:7:\d+ +error .*intet/m, /^01\.md:9:\d+ +error .*mangler\.png/m]) expect(bad.err).toMatch(pattern);
    writeFileSync(join(folder, 'publication.yaml'), WRONG.yaml);
    const worse = run(folder, 'build', '.');
    expect(worse.code).toBe(1);
    for (const pattern of [/^publication\.yaml:1:1 +error .*titel.*Did you mean "title"\?/m, /^publication\.yaml:3:\d+ +error .*plian.*Did you mean "plain"\?/m, /^publication\.yaml:4:\d+ +error/m]) expect(worse.err).toMatch(pattern);
    expect(readFileSync(join(folder, 'ud.pdf')).equals(before)).toBe(true);
  });

  test('a command line that is wrong is 2, with the nearest word', () => {
    const folder = publicationOf({ '01.md': '# Et\n' });
    expect(run(folder, 'bulid')).toMatchObject({ code: 2, out: '' });
    expect(run(folder, 'bulid').err).toContain('Did you mean "build"?');
    expect(run(folder, 'build', '.', '--strikt').code).toBe(2);
    expect(run(folder).code).toBe(2);
    expect(run(folder, '--help').code).toBe(0);
  });

  test.each(['da', 'en'])('init in %s builds without a finding and never overwrites', (language) => {
    const folder = mkdtempSync(join(tmpdir(), 'init-'));
    expect(run(folder, 'init', 'ny', '--language', language).code).toBe(0);
    const made = run(folder, 'build', 'ny', '--format', 'json', '--strict');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(made.out)).toMatchObject({ diagnostics: [] });
    const yaml = readFileSync(join(folder, 'ny/publication.yaml'));
    expect(run(folder, 'init', 'ny', '--language', language).code).toBe(1);
    expect(readFileSync(join(folder, 'ny/publication.yaml')).equals(yaml)).toBe(true);
  });

  test('an output that cannot be written is 1', () => {
    const folder = publicationOf({ '01.md': '# Et\n' });
    expect(run(folder, 'build', '.', '-o', 'prik.svg/ud.pdf').code).toBe(1);
  });
});

test('from code: typed results, nothing printed, no exit', async () => {
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write'), vi.spyOn(process, 'exit')];
  const folder = publicationOf({ '01.md': WRONG.chapter });
  const bad = await build(folder);
  const none = await layout(folder);
  writeFileSync(join(folder, '01.md'), '# Et\n\nTekst.\n');
  const good = await build(folder, { output: join(folder, 'ud.pdf') });
  const calls = spies.map(({ mock }) => mock.calls.length);
  for (const spy of spies) spy.mockRestore();
  expect(calls).toEqual([0, 0, 0]);
  expect(bad).toMatchObject({ written: false, pages: 0 });
  expect(bad.diagnostics.map(({ span }) => span.line)).toEqual([3, 7, 9]);
  expect(none.pages).toEqual([]);
  expect(good).toMatchObject({ written: true, diagnostics: [], output: join(folder, 'ud.pdf') });
});
