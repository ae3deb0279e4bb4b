// The package's own templates as TemplateSource, for tests that need a theme without the publication room.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile, TemplateSource } from '../../src/publication/index.ts';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** `text` is laid over the named template, as one that extends it. */
export function templateSource(name: string, text?: string): TemplateSource {
  const chain: SourceFile[] = text === undefined ? [] : [{ file: '/made-up/template.yaml', name: 'template.yaml', text }];
  for (let next: string | undefined = name; next !== undefined;) {
    const file = resolve(ROOT, 'templates', next, 'template.yaml');
    const source: SourceFile = { file, name: 'template.yaml', text: readFileSync(file, 'utf8') };
    chain.push(source);
    next = /^extends: (\S+)/m.exec(source.text)?.[1];
  }
  return {
    name, chain, places: [],
    font: (font) => {
      const file = resolve(ROOT, 'fonts', font);
      return existsSync(file) ? { file, bytes: readFileSync(file) } : undefined;
    },
  };
}
