// One-word edits, built with and without the last edition's breaks: never more pages to look at again, and few where lines stay.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layOut, type LaidOut } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { changedPages, readSnapshot, takeSnapshot, writeSnapshot, type Snapshot } from '../../src/snapshot/index.ts';
import { publicationOf } from './made.ts';

const CHAPTERS = ['long-paragraphs', 'notes-many', 'quotes'];
const chapterText = (name: string): string => readFileSync(join(import.meta.dirname, '../pages/traps', `${name}.md`), 'utf8');
/** The same number of lines mostly, and a line or two more. */
const INSTEAD = ['nærmest', 'stadigvæk', 'ofte', 'helt', 'altid og alligevel ikke uden videre', 'dertil meget andet, som ingen havde tænkt på før'];

async function laid(folder: string, stable: boolean): Promise<LaidOut> {
  const done = await layOut(folder, new Diagnostics(), { stable });
  if (!done) throw new Error('It has errors.');
  return done;
}

test('ten one-word edits', { timeout: 120_000 }, async () => {
  const folder = publicationOf(Object.fromEntries(CHAPTERS.map((name) => [`${name}.md`, chapterText(name)])), 'title: Rettelser\nlanguage: da\ntemplate: beretning\ntoc: false\ncover: false\n');
  const first = await laid(folder, false);
  const text = writeSnapshot(takeSnapshot(first.pages, first.pictures));
  writeFileSync(join(folder, 'layout.snapshot'), text);
  const before = readSnapshot(text) as Snapshot;
  const changedIn = ({ pages, pictures }: LaidOut): number => changedPages(before, takeSnapshot(pages, pictures)).length;
  expect((await laid(folder, true)).kept).toBe('All pages are as in the snapshot.');
  for (let edit = 0; edit < 10; edit++) {
    const name = CHAPTERS[edit % CHAPTERS.length] ?? '';
    const path = join(folder, `${name}.md`);
    const whole = chapterText(name);
    const words = [...whole.matchAll(/(?<=[a-zæøå] )[a-zæøå]{5,}(?= [a-zæøå])/g)];
    const word = words[(edit * 37 + 11) % words.length];
    if (!word) throw new Error(`${name} has no word to edit.`);
    const instead = INSTEAD[edit % INSTEAD.length] ?? '';
    writeFileSync(path, whole.slice(0, word.index) + instead + whole.slice(word.index + word[0].length));
    const free = changedIn(await laid(folder, false));
    const stable = await laid(folder, true);
    expect(changedIn(stable)).toBeLessThanOrEqual(free);
    // Where a paragraph keeps its lines only its own pages change: two, if it goes on overleaf.
    if (!instead.includes(' ')) expect(changedIn(stable)).toBeLessThanOrEqual(2);
    expect(stable.kept).toMatch(/\d+ of \d+ pages are as in the snapshot; to be looked at again: \d/);
    writeFileSync(path, whole);
  }
});
