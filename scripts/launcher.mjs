#!/usr/bin/env node
// dist/program.cjs → run, with V8's compiled code from the last run where there is any: a start then compiles nothing.
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// A build lives too briefly to earn back what V8 spends on its fastest code, a quarter of the whole: that waits until a
// function has run fifteen times longer than V8's 67,584 bytes of bytecode. Before the cached code is read, which asks for the same flags.
setFlagsFromString('--interrupt-budget=1000000');

const file = join(dirname(fileURLToPath(import.meta.url)), 'program.cjs');
const source = readFileSync(file, 'utf8');
const wrapped = `(function (exports, require, module, __filename, __dirname, __import) {${source}\n})`;
const cacheFile = process.env.PRINTVENLIG_NO_CACHE ? undefined : cachePath();
const cachedData = cacheFile && readOwn(cacheFile);
const script = new Script(wrapped, { filename: file, cachedData });
if (cacheFile && (!cachedData || script.cachedDataRejected)) process.once('exit', () => writeOwn(cacheFile, script.createCachedData()));
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), (name) => import(name));

/** Keyed by content and by the Node that compiled it. */
function cachePath() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const key = createHash('sha256').update(source).update(process.version).update(process.arch).digest('hex').slice(0, 32);
  return join(base, 'printvenlig', `${key}.code`);
}

/** Compiled code is code: only what this user owns and no other may write is run. */
function readOwn(path) {
  let handle;
  try {
    handle = openSync(path, 'r');
    const stat = fstatSync(handle);
    const folder = lstatSync(dirname(path));
    const own = typeof process.getuid !== 'function'
      || (stat.uid === process.getuid() && folder.uid === process.getuid() && (stat.mode & 0o022) === 0 && (folder.mode & 0o022) === 0);
    return stat.isFile() && folder.isDirectory() && own ? readFileSync(handle) : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** A cache that cannot be written is no fault. */
function writeOwn(path, data) {
  const beside = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (typeof process.getuid === 'function' && lstatSync(dirname(path)).uid !== process.getuid()) return;
    chmodSync(dirname(path), 0o700);
    writeFileSync(beside, data, { mode: 0o600, flag: 'wx' });
    renameSync(beside, path);
  } catch {
    rmSync(beside, { force: true });
  }
}
