// What ships, with its cache of compiled code cold, warm, off, damaged, unwritable and left by another command: the same bytes.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const launcher = resolve(import.meta.dirname, '../../dist/printvenlig.mjs');
let folder = '', cache = '';
let cold: Buffer;

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(process.execPath, [launcher, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: cache, ...env } });
const build = (env: Readonly<Record<string, string>> = {}): Buffer => {
  run(['build', '.', '-o', 'ud.pdf'], env);
  return readFileSync(join(folder, 'ud.pdf'));
};
const caches = (): string[] => readdirSync(join(cache, 'printvenlig')).filter((name) => name.endsWith('.code')).map((name) => join(cache, 'printvenlig', name));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'printvenlig-cache-'));
  cache = join(folder, 'cache');
  writeFileSync(join(folder, 'publication.yaml'), 'title: Prøve\nlanguage: da\ntemplate: plain\ncover: false\n');
  writeFileSync(join(folder, '1.md'), `# Æbler\n\n${'Kommunernes ældrepleje og beskæftigelsesindsats har **faste** rammer.[^1] '.repeat(30)}\n\n[^1]: En note.\n\n- et\n- to\n\n| A | B |\n| --- | ---: |\n| x | 1,5 |\n`);
  cold = build();
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

it('is there for its owner alone', () => {
  expect(caches()).toHaveLength(1);
  for (const file of caches()) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(cache, 'printvenlig')).mode & 0o777).toBe(0o700);
});

it('warm, and off', () => {
  expect(build().equals(cold)).toBe(true);
  expect(build({ PRINTVENLIG_NO_CACHE: '1' }).equals(cold)).toBe(true);
});

it('damaged: it is not run, and made anew', () => {
  const [file = ''] = caches();
  const good = readFileSync(file);
  for (const bad of [Buffer.from('no code at all'), good.subarray(0, good.length >> 1), Buffer.alloc(0)]) {
    writeFileSync(file, bad);
    expect(build().equals(cold)).toBe(true);
    expect(statSync(file).size).toBeGreaterThan(good.length / 2);
  }
});

it('writable by others: it is neither read nor trusted', () => {
  const [file = ''] = caches();
  chmodSync(file, 0o622);
  const before = statSync(file).ino;
  expect(build().equals(cold)).toBe(true);
  expect(statSync(file).ino).not.toBe(before);
});

it.skipIf(process.platform === 'win32')('a pipe in its place, to which nobody writes: it is not waited for', () => {
  const [file = ''] = caches();
  rmSync(file);
  execFileSync('mkfifo', [file]);
  expect(build().equals(cold)).toBe(true);
  expect(statSync(file).isFile()).toBe(true);
});

it('half of one that a kill left: it goes when it is old', () => {
  const halves = [`${caches()[0] ?? ''}.4711`, `${caches()[0] ?? ''}.4712`];
  for (const half of halves) writeFileSync(half, 'half');
  utimesSync(halves[0] ?? '', 1, 1);
  rmSync(caches()[0] ?? '');
  build();
  expect(halves.map((half) => existsSync(half))).toEqual([false, true]);
});

it('nowhere to write it', () => {
  const blocked = join(folder, 'a-file');
  writeFileSync(blocked, '');
  expect(build({ XDG_CACHE_HOME: blocked }).equals(cold)).toBe(true);
});

it('each command has its own, and old ones go', () => {
  const other = join(folder, 'other');
  run(['--version'], { XDG_CACHE_HOME: other });
  expect(build({ XDG_CACHE_HOME: other }).equals(cold)).toBe(true);
  expect(readdirSync(join(other, 'printvenlig'))).toHaveLength(2);
  mkdirSync(join(other, 'printvenlig'), { recursive: true });
  for (let n = 0; n < 20; n++) writeFileSync(join(other, 'printvenlig', `old-${n}.code`), '');
  run(['layout', '.', '--json'], { XDG_CACHE_HOME: other });
  expect(readdirSync(join(other, 'printvenlig')).length).toBeLessThanOrEqual(12);
});
