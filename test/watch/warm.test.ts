// Edit after edit in one builder that keeps what it can → the bytes, findings and sheets of a builder that keeps nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBuilder } from '../../src/watch-builder.ts';
import { randomEdits } from './random-edits.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test.each([[1, 'plain'], [2, 'beretning']])('a warm build is a cold build (seed %i, %s)', { timeout: 60_000 }, async (seed, template) => {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  folders.push(folder);
  const { edit } = randomEdits(seed, folder, template);
  const warm = createBuilder(folder);
  await warm.build([]);
  const done: string[] = [];
  let good = 0;
  for (let count = 0; count < 16; count++) {
    done.push(edit());
    const [now, fresh] = [await warm.build([]), await createBuilder(folder).build([])];
    const after = done.join('; ');
    expect(now.diagnostics, after).toEqual(fresh.diagnostics);
    expect(now.pdf === undefined, after).toBe(fresh.pdf === undefined);
    if (!now.pdf || !fresh.pdf) continue;
    good++;
    expect(Buffer.compare(now.pdf, fresh.pdf), after).toBe(0);
    expect(now.sheets(), after).toEqual(fresh.sheets());
  }
  expect(good).toBeGreaterThan(9);
});
