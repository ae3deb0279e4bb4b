// A table of 3,000 rows over many pages → every row once, in order, whole, under its head; numbers on their decimal mark on every page.
import { expect, test } from 'vitest';
import { bodyWords, editionOf, publicationOf } from './made.ts';

/** Numbers with none to three decimals, a thousand's point and a minus, as Danish writes them. */
const number = (n: number): string => {
  const whole = (n * 7919) % 100_000;
  const grouped = whole >= 1000 ? `${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}` : String(whole);
  const decimals = n % 4;
  return `${n % 5 === 0 ? '−' : ''}${grouped}${decimals > 0 ? `,${'573'.slice(0, decimals)}` : ''}`;
};
const source = (count: number): string => `# Bilag\n\n:::table[Alle poster]\n| Nr. | Post | Kroner |\n| --- | --- | ---: |\n${Array.from({ length: count }, (_, n) => `| p${n}q | Post ${n} | ${number(n)} |`).join('\n')}\n:::\n`;

test.each([['plain', 3000], ['beretning', 300]] as const)('in %s, %i rows', async (template, count) => {
  const edition = await editionOf(publicationOf({ '01.md': source(count) }, `title: Lang\nlanguage: da\ntemplate: ${template}\ncover: false\ntoc: false\n`));
  expect(edition.found).toEqual([]);
  expect(bodyWords(edition).filter((word) => /^p\d+q$/.test(word))).toEqual(Array.from({ length: count }, (_, n) => `p${n}q`));

  const { pages } = edition.laidOut;
  expect(pages.length).toBeGreaterThan(count / 60);
  const marks = new Set<string>();
  let rows = 0;
  for (const page of pages) {
    const lines = page.items.flatMap((item) => (item.kind === 'line' ? [item] : []));
    const numbers = lines.filter(({ line, tag }) => tag !== undefined && /^−?[\d.]+(?:,\d+)?$/.test(line.text));
    if (numbers.length === 0) continue;
    expect(lines.filter(({ line }) => line.text === 'Kroner'), `the head of page ${page.number}`).toHaveLength(1);
    for (const { x, y, line } of numbers) {
      rows += 1;
      // A row is not cut: what it is called stands on the same line.
      expect(lines.some((other) => Math.abs(other.y - y) < 0.01 && /^Post \d+$/.test(other.line.text))).toBe(true);
      const [run] = line.runs;
      const at = line.text.indexOf(',');
      const before = [...(run?.advances ?? [])].reduce<number>((sum, advance, glyph) => sum + (at < 0 || (run?.clusters[glyph] ?? 0) < at ? (advance * (run?.size ?? 0)) / 1000 : 0), 0);
      marks.add((x + line.x + before).toFixed(1));
    }
  }
  expect(rows).toBe(count);
  expect([...marks]).toHaveLength(1);
}, 60_000);
