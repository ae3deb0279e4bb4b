// `init` → a new publication to start from, in Danish or English; what is there already is never touched.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from './command.ts';
import { STARTERS } from './starter.ts';

export async function runInit({ folder, language }: Extract<Command, { name: 'init' }>): Promise<number> {
  const files = STARTERS[language];
  const there = Object.keys(files).filter((name) => existsSync(join(folder, name)));
  if (there.length > 0 || existsSync(join(folder, 'publication.yaml'))) {
    process.stderr.write(`printvenlig: "${folder}" holds ${there[0] ?? 'publication.yaml'} already; nothing was written.\n`);
    return 1;
  }
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
    }
  } catch (error) {
    process.stderr.write(`printvenlig: "${folder}" could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).\n`);
    return 1;
  }
  process.stdout.write(`${folder}: ${Object.keys(files).join(', ')}\nNext: printvenlig build ${folder}\n`);
  return 0;
}
