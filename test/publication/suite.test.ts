// test/publication/suite/*.md → a test each section: publication.yaml and what reading it says, at its places.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles } from './made.ts';

const folder = join(import.meta.dirname, 'suite');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md')).sort()) {
  describe(file, () => {
    for (const section of readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1)) {
      const [head = '', says = ''] = section.split(/^--- says\n/m);
      const [name = '', ...yaml] = head.split('\n');
      it(name, () => {
        const found = readFiles({ 'publication.yaml': yaml.join('\n'), '01.md': '# Titel\n', 'a.pdf': 'x\n', 'images/a.svg': '<svg/>', 'ord.txt': 'ord\n' });
        expect(found.says).toEqual(says.split('\n').filter((line) => line !== ''));
      });
    }
  });
}
