// Every word of every chapter stands in the PDF, in order, once; read back with pdfium.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diffArrays } from 'diff';
import { beforeAll, describe, expect, test } from 'vitest';
import { bodyWords, editionOf, publicationOf, wordsOf, type Edition } from './made.ts';
import { readSource } from './source-words.ts';
import { EVERY_ROW } from './every-row.ts';

const SAMPLE = fileURLToPath(new URL('../../manuscript', import.meta.url));

/** Words of the manuscript that the pages lack, with the words before them. */
function lost(edition: Edition): string[] {
  const set = bodyWords(edition);
  const { chapters } = edition.laidOut.publication;
  const faults: string[] = [];
  const sources = chapters.map(({ text }) => readSource(text));
  const written = sources.flatMap(({ words }) => words);
  let before = 0;
  for (const part of diffArrays(written, set)) {
    if (part.removed) faults.push(`… ${written.slice(Math.max(0, before - 4), before).join(' ')} [${part.value.join(' ')}]`);
    if (!part.added) before += part.value.length;
  }
  // Words of charts stand where the drawing has them; cells that it has no room for are there and not seen.
  const there = new Set(set);
  faults.push(...sources.flatMap(({ apart }) => apart).filter((word) => !there.has(word)));
  return faults;
}

describe('the sample', () => {
  let edition: Edition;
  beforeAll(async () => { edition = await editionOf(SAMPLE); });

  test('loses no word', () => expect(lost(edition)).toEqual([]));

  test('has its folio on every page but the cover, and no page without words', () => {
    const count = edition.pages.length;
    edition.pages.forEach((text, index) => {
      if (index > 0) expect(text).toContain(`Side ${index + 1} af ${count}`);
      expect(wordsOf(text).length).toBeGreaterThan(index > 0 ? 8 : 0);
    });
  });

  test('sets no paragraph twice: page for page as many words as its lines have', () => {
    edition.laidOut.pages.forEach((page, index) => {
      const lines = page.items.flatMap((item) => (item.kind === 'line' ? [item.line.text] : []));
      const letters = (words: readonly string[]): number => words.join('').length;
      expect(letters(wordsOf(edition.pages[index] ?? ''))).toBe(letters(wordsOf(lines.join(' '))));
    });
  });
});

describe.each(['plain', 'beretning'])('every row of the contract, in %s', (template) => {
  test('builds without a finding and loses no word', async () => {
    const edition = await editionOf(publicationOf(EVERY_ROW, `title: Alt på én gang\nedition: Prøve\nlanguage: da\ndate: 2026-02-26\ntemplate: ${template}\n`));
    expect(edition.found).toEqual([]);
    expect(lost(edition)).toEqual([]);
  });
});

test('a word for each: many paragraphs, lists and notes over many pages', async () => {
  const paragraphs = Array.from({ length: 160 }, (_, n) => `Afsnit ${n} nævner ${Array.from({ length: 30 + n % 7 * 9 }, (_, k) => `ord${n}x${k}`).join(' ')}${n % 9 === 0 ? `[^n${n}]` : ''}.\n${n % 11 === 0 ? `\n- punkt${n}a\n- punkt${n}b\n` : ''}${n % 9 === 0 ? `\n[^n${n}]: Note${n} forklarer.\n` : ''}`);
  const edition = await editionOf(publicationOf({ '01.md': `# Mange\n\n${paragraphs.join('\n')}` }));
  expect(lost(edition)).toEqual([]);
  const numbered = bodyWords(edition).filter((word) => /^ord\d+x\d+$/.test(word));
  expect(numbered).toHaveLength(new Set(numbered).size);
});

test('the oracle itself misses nothing: a word taken out of the pages is found missing', () => {
  const { words } = readSource(readFileSync(`${SAMPLE}/02-okonomi.md`, 'utf8'));
  expect(words.length).toBeGreaterThan(300);
});
