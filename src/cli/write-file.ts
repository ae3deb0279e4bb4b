// Bytes → a file, whole or not at all: written beside, flushed, renamed; what an earlier kill left is cleared away.
import { accessSync, closeSync, constants, fsyncSync, mkdirSync, openSync, readdirSync, readlinkSync, readSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Old enough that no running build can still be writing it. */
const STALE_MS = 10 * 60 * 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Longer than a turn of the event loop. */
const HEARD_MS = 20;
const pending = new Set<string>();
let counter = 0;

/** As `writeWhole`, where nothing but a PDF is replaced: no chapter by a slip after -o, nothing elsewhere by a link that a stranger committed. */
export function writePdf(file: string, bytes: Uint8Array): string | undefined {
  const target = targetOf(file);
  if (/\.pdf$/i.test(file) && !/\.pdf$/i.test(target)) return `"${file}" is a link to "${target}", which is no PDF.`;
  if (statOf(target)?.isFile() === true && !beginsAsPdf(target)) return `"${file}" is there already and is no PDF. Move it away, or give another name.`;
  return writeWhole(file, bytes);
}

/** What is empty holds nothing that could be lost; what cannot be read, the write itself will have to refuse. */
function beginsAsPdf(file: string): boolean {
  const start = Buffer.alloc(5);
  try {
    const handle = openSync(file, 'r');
    try {
      return readSync(handle, start, 0, 5, 0) === 0 || start.toString('latin1') === '%PDF-';
    } finally {
      closeSync(handle);
    }
  } catch {
    return true;
  }
}

/** Undefined when written, else why not, in one plain sentence. */
export function writeWhole(file: string, bytes: Uint8Array): string | undefined {
  holdSignals();
  try {
    const target = targetOf(file);
    const stat = statOf(target);
    if (stat?.isDirectory()) return `"${file}" is a folder; a file cannot take its place.`;
    // A pipe or a device is written to, not replaced.
    if (stat && !stat.isFile()) writeInto(target, bytes);
    else {
      makeFolder(dirname(target));
      // Renaming would not ask whether the file may be written.
      if (stat) accessSync(target, constants.W_OK);
      clearStale(dirname(target), basename(target));
      replace(target, bytes);
    }
    return undefined;
  } catch (error) {
    return `"${file}" could not be written: ${reasonOf(error)}`;
  } finally {
    removePending();
  }
}

/** With those above it. Node's own way of doing so never ends in a folder where the system makes none (/proc). */
export function makeFolder(folder: string): void {
  if (statOf(folder)?.isDirectory()) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    const above = dirname(folder);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statOf(folder)?.isDirectory()) return;
    if (code !== 'ENOENT' || above === folder || statOf(above)) throw error;
    makeFolder(above);
    makeFolder(folder);
  }
}

/** To open a pipe that nobody reads would wait for ever; asked not to, the system says so. That handle is closed last, for a reader stops at the last. */
function writeInto(target: string, bytes: Uint8Array): void {
  const asked = openSync(target, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
  try {
    writeFileSync(target, bytes);
  } finally {
    closeSync(asked);
  }
}

let held: NodeJS.Timeout | undefined;

/**
 * A signal that came between would leave half a file. It waits until the write is over, which takes no turn of the event
 * loop, and is obeyed then: the handlers stay for the turns in which it is heard.
 */
function holdSignals(): void {
  if (held) clearTimeout(held);
  else for (const signal of SIGNALS) process.on(signal, obey);
  const hold = setTimeout(() => {
    // A write longer than the timer makes it due before the turn that hears the signals: they are heard before immediates.
    setImmediate(() => { if (held === hold) release(); });
  }, HEARD_MS).unref();
  held = hold;
}

function release(): void {
  if (held) clearTimeout(held);
  held = undefined;
  for (const signal of SIGNALS) process.off(signal, obey);
}

function obey(signal: NodeJS.Signals): void {
  release();
  process.kill(process.pid, signal);
}

function replace(target: string, bytes: Uint8Array): void {
  for (let attempt = 1; ; attempt++) {
    const beside = join(dirname(target), `${partOf(basename(target))}.${process.pid}-${Date.now().toString(36)}-${counter++}.part`);
    pending.add(beside);
    let handle: number | undefined = openSync(beside, 'wx', 0o666);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, Math.min(bytes.length - at, 1 << 24));
      fsyncSync(handle);
      closeSync(handle);
      handle = undefined;
      renameSync(beside, target);
      pending.delete(beside);
      return;
    } catch (error) {
      if (handle !== undefined) closeQuietly(handle);
      // Another computer's build, whose processes are not seen here, may have taken this part for a dead one's.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === 3) throw error;
    }
  }
}

/** A name has room for 255 bytes, of which a letter may take four. */
function partOf(name: string): string {
  let short = name.slice(0, 200);
  while (Buffer.byteLength(short) > 200) short = short.slice(0, -1);
  return `.${short.replace(/[\ud800-\udbff]$/, '')}`;
}

/** A link's own target is what is written; a link that leads nowhere yet is followed one step. */
function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    try {
      return resolve(dirname(file), readlinkSync(file));
    } catch {
      return file;
    }
  }
}

/** Takes half-written files of this process away. */
export function removePending(): void {
  for (const file of pending) {
    try {
      rmSync(file, { force: true });
    } catch {
      // Its folder is gone, or may no longer be written: the next build clears it away.
    }
  }
  pending.clear();
}

function closeQuietly(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // The disk that refused the write may refuse the close; the file is removed next.
  }
}

function statOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Parts of processes that are gone, or too old to be anybody's. */
function clearStale(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const part = entry.startsWith(`${partOf(name)}.`) ? /\.(\d+)-[0-9a-z]+-\d+\.part$/.exec(entry) : null;
    if (!part) continue;
    const path = join(folder, entry);
    const stat = statOf(path);
    const old = stat !== undefined && Date.now() - Number(stat.mtimeMs) > STALE_MS;
    if (old || !isAlive(Number(part[1]))) rmSync(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOSPC': case 'EDQUOT': return 'the disk is full.';
    case 'EACCES': case 'EPERM': return 'permission denied.';
    case 'EROFS': return 'the disk can only be read.';
    case 'EEXIST': case 'ENOTDIR': return 'a part of its path is a file, not a folder.';
    case 'ENOENT': return 'its folder is not there, and cannot be made.';
    case 'EISDIR': return 'a folder stands in its place.';
    case 'ENAMETOOLONG': return 'its name is too long.';
    case 'EFBIG': return 'files as large are not allowed here.';
    case 'ENXIO': return 'it is a pipe that nobody reads.';
    default: return `${code ?? String(error)}.`;
  }
}
