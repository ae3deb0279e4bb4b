// Bytes → a file, whole or not at all: written beside, flushed, renamed; what an earlier kill left is cleared away.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Old enough that no running build can still be writing it. */
const STALE_MS = 10 * 60 * 1000;
const pending = new Set<string>();
let counter = 0;

/** Undefined when written, else why not, in one plain sentence. */
export function writeWhole(file: string, bytes: Uint8Array): string | undefined {
  const folder = dirname(file);
  const name = basename(file);
  const beside = join(folder, `.${name}.${process.pid}-${Date.now().toString(36)}-${counter++}.part`);
  let handle: number | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    if (statOf(file)?.isDirectory()) return `"${file}" is a folder; the PDF cannot take its place.`;
    clearStale(folder, name);
    pending.add(beside);
    handle = openSync(beside, 'wx', 0o666);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, Math.min(bytes.length - at, 1 << 24));
    fsyncSync(handle);
    closeSync(handle);
    handle = undefined;
    renameSync(beside, file);
    pending.delete(beside);
    return undefined;
  } catch (error) {
    if (handle !== undefined) closeQuietly(handle);
    removePending();
    return `"${file}" could not be written: ${reasonOf(error)}`;
  }
}

/** Takes half-written files of this process away; for signals. */
export function removePending(): void {
  for (const file of pending) rmSync(file, { force: true });
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
    const part = entry.startsWith(`.${name}.`) ? /\.(\d+)-[0-9a-z]+-\d+\.part$/.exec(entry) : null;
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

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOSPC': case 'EDQUOT': return 'the disk is full.';
    case 'EACCES': case 'EPERM': return 'permission denied.';
    case 'EROFS': return 'the disk can only be read.';
    case 'EEXIST': case 'ENOTDIR': return 'a part of its path is a file, not a folder.';
    case 'EISDIR': return 'a folder stands in its place.';
    case 'ENAMETOOLONG': return 'its name is too long.';
    default: return `${code ?? String(error)}.`;
  }
}
