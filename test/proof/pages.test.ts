// The pages of the rules: what each calls wrong is found, what it calls right is not, and a fix makes the one of the other.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/proof/index.ts';
import { ruleNames } from '../../src/proof/rules/index.ts';
import { proof, source } from './corpus.ts';

interface Example { readonly wrong: string; readonly right: string; readonly lines: number; readonly fixes: boolean }

/** Fenced blocks after "Wrong" and "Right", or the line after each: of a line, what a semicolon parts are paragraphs. */
function readPage(name: string): Example {
  const page = readFileSync(new URL(`../../docs/proofreader/${name}.md`, import.meta.url), 'utf8');
  const fenced = (word: string): string | undefined => new RegExp(`${word}:\\n+\`\`\`markdown\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  const line = (word: string): string[] => (new RegExp(`- ${word}: (.*)`).exec(page)?.[1] ?? '').split('; ');
  const text = (word: string): string => fenced(word) ?? `${line(word).join('\n\n')}\n`;
  return { wrong: text('Wrong'), right: text('Right'), lines: fenced('Wrong') === undefined ? line('Wrong').length : 1, fixes: /Fixed by `check --fix`(?:\.|: (?:yes|where))/.test(page) };
}

describe('the pages of the rules', () => {
  it.each(ruleNames)('%s', async (name) => {
    const { wrong, right, lines, fixes } = readPage(name);
    const of = async (text: string) => (await proof([source('01.md', text)])).diagnostics.filter(({ rule }) => rule === name);
    const found = await of(wrong);
    expect(new Set(found.map(({ span }) => span.line)).size, `too little is found in: ${wrong}`).toBeGreaterThanOrEqual(lines);
    expect((await of(right)).map(({ message }) => message), right).toEqual([]);
    if (!fixes) expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
    // Where some finding has no safe fix, the rest do not make it right alone.
    else if (found.every(({ fix }) => fix !== undefined)) expect(applyFixes(wrong, found).text).toBe(right);
  });
});
