// Folders → the files in them that were saved, added or removed: one call for a burst.
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';

/** A save is a burst of events; what comes within this time of its first is one change. */
const BURST_MS = 10;
const QUIET_MS = 4;
const MAX_FOLDERS = 2000;

export interface FileWatch {
  /** Watches these folders, and no others, from now on. */
  cover(folders: Iterable<string>): void;
  close(): void;
}

/** `wanted` decides at the time of the event; `say` hears why a folder cannot be watched. */
export function watchFiles(wanted: (file: string) => boolean, changed: (files: readonly string[]) => void, say: (sentence: string) => void): FileWatch {
  // A folder is watched, not a file: editors that save by renaming put another file under the name.
  const watchers = new Map<string, FSWatcher>();
  const burst = new Set<string>();
  let first = 0, timer: NodeJS.Timeout | undefined, refused = false;

  const flush = (): void => {
    timer = undefined;
    const files = [...burst].sort();
    burst.clear();
    changed(files);
  };
  const note = (file: string): void => {
    if (!wanted(file)) return;
    const now = performance.now();
    if (burst.size === 0) first = now;
    burst.add(file);
    if (timer) clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(QUIET_MS, first + BURST_MS - now)));
  };
  const add = (folder: string): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: true }, (_event, name) => note(name === null ? folder : join(folder, name)));
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR' || refused) return;
      refused = true;
      say(code === 'ENOSPC' || code === 'EMFILE' ? 'The system lets no more folders be watched; save the chapter once more after a change elsewhere.' : `"${folder}" cannot be watched (${code ?? 'unknown error'}).`);
    }
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    cover(folders) {
      const now = new Set(folders);
      for (const folder of [...watchers.keys()]) {
        // A folder that was taken away and made anew under its name is another one.
        if (!now.has(folder) || !isFolder(folder)) drop(folder);
      }
      for (const folder of now) add(folder);
    },
    close() {
      if (timer) clearTimeout(timer);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

/** The folder and those in it, hidden ones and packages left out. */
export function foldersUnder(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    if (found.length >= MAX_FOLDERS) return;
    found.push(path);
    let entries;
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') visit(join(path, entry.name));
  };
  visit(folder);
  return found;
}

/** Not what editors, systems and this program put beside a manuscript. */
export function looksLikeSource(file: string, root: string): boolean {
  if (file !== root && !file.startsWith(root + sep)) return false;
  return !file.slice(root.length + 1).split(sep).some((part) => part.startsWith('.') || part === 'node_modules' || /(~|\.(sw[a-z]|tmp|bak|part|pdf))$/i.test(part) || /^#.*#$|^4913$/.test(part));
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

