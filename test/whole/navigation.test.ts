// Contents, bookmarks, destinations, headings and layout agree with the PDF; equal bytes whatever surrounds the build.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layout } from '../../src/index.ts';
import type { LayoutPage } from '../../src/snapshot/index.ts';
import { EVERY_ROW } from './every-row.ts';
import { editionOf, publicationOf, wordsOf, type Edition } from './made.ts';

const SAMPLE = fileURLToPath(new URL('../../manuscript', import.meta.url));
const squeeze = (text: string): string => wordsOf(text).join('');

describe('the sample', () => {
  let edition: Edition, pages: readonly LayoutPage[];
  beforeAll(async () => {
    edition = await editionOf(SAMPLE);
    ({ pages } = await layout(SAMPLE));
  });

  /** Text of the page, letters only. */
  const onPage = (page: number): string => squeeze(edition.pages[page - 1] ?? '');

  test('layout has the pages of the PDF, and on each the lines that pdfium reads', () => {
    expect(pages).toHaveLength(edition.pages.length);
    for (const page of pages) {
      // The end of a broken word is read with its beginning, so lines are held together, in any order of columns.
      const letters = [...squeeze(page.lines.map(({ text }) => text).join(' ').replace(/[-\u00ad] /g, ''))].sort().join('');
      expect(letters, page.label).toBe([...onPage(page.number)].sort().join(''));
    }
  });

  test('every bookmark leads to the page that holds its heading, as pdf.js follows it', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = getDocument({ data: Uint8Array.from(edition.pdf), verbosity: 0 });
    const pdf = await task.promise;
    type Bookmarks = Awaited<ReturnType<typeof pdf.getOutline>>;
    const followed: string[] = [], astray: string[] = [];
    const follow = async (bookmarks: Bookmarks): Promise<void> => {
      for (const { title, dest, items } of bookmarks) {
        const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        const page = place ? await pdf.getPageIndex(place[0] as Parameters<typeof pdf.getPageIndex>[0]) + 1 : 0;
        // Front matter may give a chapter another title than stands on its page.
        const opens = pages[page - 1]?.lines.some(({ role }) => role === 'heading-1') ?? false;
        (onPage(page).includes(squeeze(title)) || opens ? followed : astray).push(`${title} ${page}`);
        await follow(items as Bookmarks);
      }
    };
    await follow(await pdf.getOutline());
    await task.destroy();
    expect(astray).toEqual([]);
    expect(followed.length).toBeGreaterThan(50);
  });

  test('every number in the contents is the page of a heading of that text', () => {
    const rows = pages.flatMap((page) => page.lines.filter(({ role }) => /^toc-(?:chapter|entry)/.test(role)).map((line) => ({ ...line, page: page.number })));
    const numbers = rows.filter(({ text }) => /^\d+$/.test(text.trim()));
    expect(numbers.length).toBeGreaterThan(10);
    const starts = new Set(pages.filter(({ lines }) => lines.some(({ role }) => /^heading-/.test(role))).map(({ number }) => number));
    expect(numbers.filter(({ text }) => !starts.has(Number(text))).map(({ text }) => text)).toEqual([]);
    for (const number of numbers) {
      const title = rows.find((row) => row !== number && row.page === number.page && Math.abs(row.y - number.y) < 1 && !/^\d+$/.test(row.text.trim()));
      if (title) expect(onPage(Number(number.text)).includes(squeeze(title.text).slice(0, 12)), `${title.text} ${number.text}`).toBe(true);
    }
  });
});

describe('equal bytes', () => {
  const { TZ, LANG, LC_ALL } = process.env;
  afterAll(() => {
    for (const [name, value] of Object.entries({ TZ, LANG, LC_ALL })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test('in another folder, time zone and locale, for every standard', async () => {
    for (const standard of ['ua1+a2a', 'ua1+a3a, attach: manuscript', 'ua2+a4']) {
      const folder = publicationOf(EVERY_ROW, `title: Ens\nlanguage: da\ndate: 2026-02-26\ntemplate: beretning\npdf: { standard: ${standard} }\n`);
      const first = (await editionOf(folder)).pdf;
      const other = join(mkdtempSync(join(tmpdir(), 'et andet sted-')), 'ø');
      cpSync(folder, other, { recursive: true });
      Object.assign(process.env, { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' });
      expect(Buffer.compare((await editionOf(other)).pdf, first), standard).toBe(0);
    }
  });
});

test('destinations keep their names when text and notes are written before them', async () => {
  const names = async (text: string): Promise<string[]> => {
    const { laidOut } = await editionOf(publicationOf({ '01.md': text }));
    return laidOut.pages.flatMap(({ anchors }) => anchors.map(({ name }) => name)).sort();
  };
  const old = '# Et\n\n## To\n\nOrd.[^kilde]\n\n[^kilde]: Her.\n';
  const before = await names(old);
  expect(before).toContain('note:01.md/note:kilde');
  const after = await names(old.replace('## To', 'Nyt.[^ny/1] Mere.\n\n## Nul\n\n## To').concat('\n[^ny/1]: Der.\n'));
  expect(after.filter((name) => before.includes(name))).toEqual(before);
  expect(after).toHaveLength(before.length + 2);
});
