// A file is written whole or not at all, whatever stands in its place.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePdf, writeWhole } from '../../src/cli/index.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'printvenlig-test-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const text = (value: string): Uint8Array => Buffer.from(value);
const isRoot = process.getuid?.() === 0;

describe('writeWhole', () => {
  it('makes the folder, replaces what was there and leaves nothing beside it', () => {
    const file = join(folder, 'a/b/x.pdf');
    expect(writeWhole(file, text('en'))).toBeUndefined();
    expect(writeWhole(file, text('to'))).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('to');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['x.pdf']);
  });

  it('says so where a folder stands in its place, or a file in its folder\'s', () => {
    mkdirSync(join(folder, 'x.pdf'));
    writeFileSync(join(folder, 'fil'), '');
    expect(writeWhole(join(folder, 'x.pdf'), text('en'))).toMatch(/is a folder; a file cannot take its place\./);
    expect(writeWhole(join(folder, 'fil/x.pdf'), text('en'))).toMatch(/could not be written: a part of its path is a file, not a folder\./);
  });

  it.skipIf(isRoot)('does not replace what may not be written', () => {
    const file = join(folder, 'x.pdf');
    writeFileSync(file, 'en');
    chmodSync(file, 0o444);
    expect(writeWhole(file, text('to'))).toMatch(/permission denied/);
    chmodSync(folder, 0o555);
    expect(writeWhole(join(folder, 'y.pdf'), text('to'))).toMatch(/permission denied/);
    chmodSync(folder, 0o755);
    expect(readFileSync(file, 'utf8')).toBe('en');
  });

  it('says when the disk is full, and leaves nothing', () => {
    if (!existsSync('/dev/full')) return;
    expect(writeWhole('/dev/full', text('en'))).toMatch(/the disk is full\./);
  });

  it('writes to what a link leads to, and to a device without replacing it', () => {
    writeFileSync(join(folder, 'rigtig.pdf'), 'en');
    symlinkSync('rigtig.pdf', join(folder, 'link.pdf'));
    symlinkSync('endnu-ikke.pdf', join(folder, 'tom.pdf'));
    expect(writeWhole(join(folder, 'link.pdf'), text('to'))).toBeUndefined();
    expect(writeWhole(join(folder, 'tom.pdf'), text('tre'))).toBeUndefined();
    expect(readFileSync(join(folder, 'rigtig.pdf'), 'utf8')).toBe('to');
    expect(readFileSync(join(folder, 'endnu-ikke.pdf'), 'utf8')).toBe('tre');
    expect(writeWhole('/dev/null', text('to'))).toBeUndefined();
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });

  it.skipIf(!existsSync('/proc/self'))('says so where the system makes no folders, and does not try for ever', () => {
    expect(writeWhole('/proc/ingen/mappe/x.pdf', text('en'))).toMatch(/its folder is not there, and cannot be made\./);
    expect(writeWhole(join(folder, 'a/b/c/x.pdf'), text('en'))).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('writes into a pipe that somebody reads, and does not wait for one that nobody does', async () => {
    execFileSync('mkfifo', [join(folder, 'roer.pdf')]);
    expect(writeWhole(join(folder, 'roer.pdf'), text('en'))).toMatch(/it is a pipe that nobody reads\./);
    const reader = spawn('cat', [join(folder, 'roer.pdf')]);
    const read = new Promise<string>((done) => { let all = ''; reader.stdout.on('data', (part: Buffer) => { all += part.toString(); }).on('end', () => { done(all); }); });
    const large = 'x'.repeat(300_000);
    let fault: string | undefined = '';
    for (let tries = 0; fault !== undefined && tries < 500; tries += 1) {
      await new Promise((later) => { setTimeout(later, 10); });
      fault = writeWhole(join(folder, 'roer.pdf'), text(large));
    }
    expect(await read).toBe(large);
  });

  it('replaces nothing but a PDF by a PDF, by whatever link', () => {
    writeFileSync(join(folder, '01.md'), '# Et');
    writeFileSync(join(folder, 'gammel.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, 'tom.pdf'), '');
    symlinkSync('01.md', join(folder, 'kapitel.pdf'));
    symlinkSync('.bashrc', join(folder, 'endnu-ikke.pdf'));
    symlinkSync('gammel.pdf', join(folder, 'nyeste.pdf'));
    expect(writePdf(join(folder, '01.md'), text('%PDF'))).toMatch(/01\.md" is there already and is no PDF\. Move it away/);
    expect(writePdf(join(folder, 'kapitel.pdf'), text('%PDF'))).toMatch(/is a link to ".*01\.md", which is no PDF\./);
    expect(writePdf(join(folder, 'endnu-ikke.pdf'), text('%PDF'))).toMatch(/is a link to ".*\.bashrc", which is no PDF\./);
    expect(readFileSync(join(folder, '01.md'), 'utf8')).toBe('# Et');
    for (const name of ['nyeste.pdf', 'tom.pdf', 'gammel.pdf']) expect(writePdf(join(folder, name), text('%PDF-ny'))).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual(['01.md', 'endnu-ikke.pdf', 'gammel.pdf', 'kapitel.pdf', 'nyeste.pdf', 'tom.pdf']);
  });

  it('writes names as long as the disk takes them, and says when one is longer', () => {
    const longest = `${'ø'.repeat(125)}.pdf`;
    expect(writeWhole(join(folder, longest), text('en'))).toBeUndefined();
    expect(readdirSync(folder)).toEqual([longest]);
    expect(writeWhole(join(folder, `${'ø'.repeat(126)}.pdf`), text('en'))).toMatch(/could not be written: its name is too long\./);
  });

  it('clears away what killed builds left of the same file, and nothing else', () => {
    const dead = '.x.pdf.2147483646-abc-0.part', living = `.x.pdf.${process.ppid}-abc-0.part`, old = `.x.pdf.${process.ppid}-abd-0.part`, other = '.y.pdf.2147483646-abc-0.part';
    for (const name of [dead, living, old, other]) writeFileSync(join(folder, name), 'halv');
    utimesSync(join(folder, old), 1, 1);
    expect(writeWhole(join(folder, 'x.pdf'), text('hel'))).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual([living, other, 'x.pdf'].sort());
  });

  it('leaves no handler of signals behind', async () => {
    const before = process.listenerCount('SIGINT');
    for (let count = 0; count < 20; count++) writeWhole(join(folder, 'x.pdf'), text('en'));
    writeWhole(folder, text('en'));
    expect(process.listenerCount('SIGINT')).toBeLessThanOrEqual(before + 1);
    while (process.listenerCount('SIGINT') > before) await new Promise((done) => setTimeout(done, 5));
  });

  it('obeys a signal that comes while it writes, when the file is whole', () => {
    buildSync({ entryPoints: [join(import.meta.dirname, '../../src/cli/write-file.ts')], bundle: true, platform: 'node', format: 'esm', outfile: join(folder, 'write-file.mjs') });
    writeFileSync(join(folder, 'script.mjs'), `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      import { writeWhole } from './write-file.mjs';
      const { writeSync } = fs;
      fs.writeSync = (...all) => {
        process.kill(process.pid, 'SIGINT');
        // A slow disk: longer than the time for which signals are held.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
        return writeSync(...all);
      };
      syncBuiltinESMExports();
      writeWhole('signalled.pdf', Buffer.from('whole'));
      setTimeout(() => undefined, 10_000);
    `);
    expect(spawnSync(process.execPath, ['script.mjs'], { cwd: folder }).signal).toBe('SIGINT');
    expect(readFileSync(join(folder, 'signalled.pdf'), 'utf8')).toBe('whole');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
