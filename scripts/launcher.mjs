#!/usr/bin/env node
// dist/program.cjs → run, with V8's compiled code from the last run where there is any: a start then compiles nothing.
import { chmodSync, closeSync, constants, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// A build lives too briefly to earn back what V8 spends on its fastest code, a quarter of the whole: that waits until a
// function has run forty times longer than V8's 67,584 bytes of bytecode. Before the cached code is read, which asks for the same flags.
setFlagsFromString('--interrupt-budget=2500000');

/** Put here by scripts/bundle.mjs, which knows it: to digest the program at every start would cost more than to read it. */
const CONTENT = 'CONTENT OF THE PROGRAM';
/** Caches that stay: of this version's commands, and of some before it. */
const KEPT = 12;
/** Older than any that is being written. */
const HALF_MS = 600_000;

const file = join(dirname(fileURLToPath(import.meta.url)), 'program.cjs');
const source = readFileSync(file, 'latin1');
const cacheFile = process.env.PRINTVENLIG_NO_CACHE ? undefined : cachePath();
const cachedData = cacheFile && readOwn(cacheFile);
const script = new Script(source, { filename: file, cachedData });
if (cacheFile && (!cachedData || script.cachedDataRejected)) process.once('exit', () => writeOwn(cacheFile, script.createCachedData()));
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), (name) => import(name));

/** Keyed by content, by the Node that compiled it, and by the command: each has the code that it runs, and no other. */
function cachePath() {
  const base = process.env.XDG_CACHE_HOME || homeCache();
  if (!base) return undefined;
  const { size, mtimeMs } = statSync(file);
  const command = ['build', 'check', 'watch', 'layout'].find((name) => name === process.argv[2]) ?? 'other';
  return join(base, 'printvenlig', `${CONTENT}-${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}-${process.version}-${process.arch}-${command}.code`);
}

/** A container's user may have no home and no name. */
function homeCache() {
  try {
    return join(homedir(), '.cache');
  } catch {
    return undefined;
  }
}

/** Compiled code is code: only what this user owns and no other may write is run. */
function readOwn(path) {
  let handle;
  try {
    // Nobody writes to a pipe that was put there: without this, it would be waited for.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
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
    makeFolder(dirname(path));
    if (typeof process.getuid === 'function' && lstatSync(dirname(path)).uid !== process.getuid()) return;
    chmodSync(dirname(path), 0o700);
    writeFileSync(beside, data, { mode: 0o600, flag: 'wx' });
    renameSync(beside, path);
    removeOld(dirname(path));
  } catch {
    try { rmSync(beside, { force: true }); } catch { /* Not even a folder is there. */ }
  }
}

/** With those above it. Node's own way of doing so never ends in a folder where the system makes none (/proc). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function removeOld(folder) {
  const age = (name) => { try { return lstatSync(join(folder, name)).mtimeMs; } catch { return 0; } };
  const names = readdirSync(folder);
  // What a kill left half written, of the program's own making.
  for (const name of names) if (/\.code\.\d+$/.test(name) && Date.now() - age(name) > HALF_MS) rmSync(join(folder, name), { force: true });
  const files = names.filter((name) => name.endsWith('.code')).map((name) => ({ name, age: age(name) })).sort((a, b) => b.age - a.age);
  for (const { name } of files.slice(KEPT)) rmSync(join(folder, name), { force: true });
}
