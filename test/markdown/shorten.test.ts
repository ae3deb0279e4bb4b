// Shortened, parsed and restored is the same tree as parsed whole: of every text in the repository, and of their parts stirred.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeParser, parseTree } from '../../src/markdown/parse-tree.ts';
import { shorten } from '../../src/markdown/shorten.ts';

const whole = makeParser();
const folders = ['manuscript', 'docs', 'docs/rules', 'test/markdown/suite', 'test/proof/corpus', '.'];
const texts = folders.flatMap((folder) => {
  try { return readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(folder, name), 'utf8')); } catch { return []; }
});

test('every text of the repository', () => {
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) expect(parseTree(text)).toEqual(whole(text));
});

test('prose loses most of its letters', () => {
  const prose = readFileSync('test/proof/corpus/prose.md', 'utf8');
  expect(shorten(prose).text.length).toBeLessThan(prose.length * 0.6);
});

test('marks in any order between words', () => {
  const word = fc.constantFrom('ord', 'kommunen', 'www', 'http', 'a', '3,5', '12', '1.', 'med-arbejder', 'Æble,', 'slut.', '»citat«', 'note:');
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
  const mark = fc.constantFrom('*', '**', '_', '~~', '[', ']', '[^1]', '](u.dk "en god lang titel")', '[^1]: ', '[en to tre fire]: /u ', '`', '<b>', '<!--', '-->', '{#id en to tre fire}', '\\', '&amp;', '| ', ' | ', '@', '.dk ',
    '\n', '\n\n', '\n    ', '  \n', '\n- ', '\n1. ', '\n> ', '\n# ', '\n---\n', '\n===\n', '\n```\n', '\n:::factbox[En lang titel her]\n', '\n:::\n', '\n| --- | --- |\n', ':', '(', ')', '!', '\uE000\uE800', '\t', '  ');
  const text = fc.array(fc.oneof(words, mark, words.map((value) => ` ${value} `)), { maxLength: 30 }).map((list) => list.join(''));
  fc.assert(fc.property(text, (value) => { expect(parseTree(value)).toEqual(whole(value)); }), { numRuns: 2500, seed: 9 });
});

test('parts of texts in any order', () => {
  const blocks = texts.flatMap((text) => text.split('\n\n')).filter((block) => block.length < 2000);
  fc.assert(fc.property(fc.array(fc.constantFrom(...blocks), { maxLength: 6 }), fc.constantFrom('\n\n', '\n', ' '), (list, between) => {
    const value = list.join(between);
    expect(parseTree(value)).toEqual(whole(value));
  }), { numRuns: 300, seed: 9 });
});
