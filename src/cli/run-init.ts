// `init` → a new publication to start from, in Danish or English; what is there already is never touched.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './command.ts';
import { makeFolder, reasonOf } from './write-file.ts';
import { STARTERS } from './starter.ts';

export async function runInit({ folder, language }: Extract<Command, { name: 'init' }>): Promise<number> {
  const files = STARTERS[language];
  // A chapter that is there already would become part of the new publication.
  const there = [...Object.keys(files), ...chaptersIn(folder)].find((name) => existsSync(join(folder, name)));
  if (there !== undefined) {
    process.stderr.write(`printvenlig: "${folder}" holds ${there} already; nothing was written.\n`);
    return 1;
  }
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      makeFolder(dirname(file));
      writeFileSync(file, text, { flag: 'wx' });
    }
  } catch (error) {
    process.stderr.write(`printvenlig: "${folder}" could not be written: ${reasonOf(error)}\n`);
    return 1;
  }
  process.stdout.write(`${folder}: ${Object.keys(files).join(', ')}\nNext: printvenlig build ${folder}\n`);
  return 0;
}

function chaptersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.md$|^publication\.ya?ml$/i.test(name));
  } catch {
    return [];
  }
}
