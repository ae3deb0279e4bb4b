// Anchors and aliases in a template: as YAML has them, but no explosion and no circle.
import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { loadTheme } from '../../src/theme/index.ts';
import { readPublication } from '../../src/publication/index.ts';
import { publicationOf } from '../whole/made.ts';

function load(template: string): string[] {
  const diagnostics = new Diagnostics();
  const folder = publicationOf({ '01.md': '# T\n', 'mine/template.yaml': `extends: plain\n${template}` }, 'title: T\nlanguage: da\ntemplate: ./mine\n');
  const publication = readPublication(folder, diagnostics);
  if (publication) loadTheme(publication.template, diagnostics);
  return diagnostics.list().map(({ rule, span }) => `${span.line} ${rule}`);
}

test('aliases of aliases of aliases are unknown keys, not a billion things', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 12; n++) lines.push(`a${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join(', ')}]`);
  const found = load(`${lines.join('\n')}\n`);
  expect(found).toHaveLength(12);
});

test('what names itself is a fault at its place', () => {
  expect(load('colours: &c { text: *c }\n').length).toBeGreaterThan(0);
});
