// Files by name → a folder that is taken away again, and what reading it says.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readPublication, type Publication } from '../../src/publication/index.ts';

export function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'printvenlig-test-'));
  const folder = join(root, 'manuscript');
  try {
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return use(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export interface ReadResult { readonly publication: Publication | undefined; readonly says: readonly string[] }

export function read(folder: string): ReadResult {
  const diagnostics = new Diagnostics();
  const publication = readPublication(folder, diagnostics);
  const says = diagnostics.list().map(({ span, severity, rule, message, hint }) =>
    `${relative(folder, span.file) || '.'}:${span.line}:${span.column}${span.endLine === span.line && span.endColumn > span.column ? `-${span.endColumn}` : ''} ${severity} ${rule}: ${message}${hint ? ` ${hint}` : ''}`);
  return { publication, says: says.map((line) => line.replaceAll(folder, 'FOLDER')) };
}

export const readFiles = (files: Readonly<Record<string, string | Uint8Array>>): ReadResult => inFolder(files, read);
