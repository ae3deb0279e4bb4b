// A folder → the files in it and no others: links are followed only as far as they stay inside, sizes are bounded.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';

export type Read = { readonly bytes: Uint8Array } | { readonly reason: string };

const MEGABYTE = 1 << 20;
/** publication.yaml, template.yaml: data, not text. */
export const MAX_YAML = MEGABYTE;
export const MAX_TEXT = 32 * MEGABYTE;
export const MAX_PICTURE = 128 * MEGABYTE;

/** Reasons are one plain sentence for a diagnostic. */
export function readInside(folder: string, file: string, most: number): Read {
  const outside = { reason: 'It lies outside the publication\'s folder.' };
  // By its name first: whether there is such a file elsewhere is nobody's business.
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return outside;
  let real: string, root: string;
  try {
    root = realpathSync(folder);
    real = realpathSync(file);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return outside;
  return readBounded(real, most);
}

export function readBounded(file: string, most: number): Read {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return { reason: 'It is a folder, not a file.' };
    if (!stat.isFile()) return { reason: 'It is no ordinary file.' };
    if (stat.size > most) return { reason: `It has ${Math.round(stat.size / MEGABYTE)} MB; at most ${most / MEGABYTE} MB are read.` };
    return { bytes: readFileSync(file) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

export function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT': return 'There is no such file.';
    case 'ENOTDIR': return 'A part of its path is no folder.';
    case 'EACCES': case 'EPERM': return 'It may not be read: permission denied.';
    case 'ELOOP': return 'Its links lead in a circle.';
    case 'EISDIR': return 'It is a folder, not a file.';
    case 'ENAMETOOLONG': return 'Its name is too long.';
    case 'ERR_INVALID_ARG_VALUE': return 'Its name holds a character that no name can hold.';
    default: return `It cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`;
  }
}
