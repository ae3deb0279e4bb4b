// `check` on small publications under git: what it finds, what it says, what it draws, and that a typo stays a typo.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { check, type CheckOptions } from '../../src/check.ts';
import { hasBrowser, launch } from '../preview/browser.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const PARAGRAPH = 'Kommunerne har styret stramt i årevis, og behovet for at investere er stort. Udgangspunktet lå tæt på udgiftsloftet, selv om rammen er løftet i begge år, og koordineringen lykkedes alligevel.';
const CHAPTERS: Readonly<Record<string, string>> = {
  'publication.yaml': 'title: Prøve\nlanguage: da\ndate: 2026-01-01\n',
  '01.md': `# Første\n\n## Overskrift\n\n${Array.from({ length: 16 }, (_, i) => `${PARAGRAPH} Det er afsnit ${i + 1}.`).join('\n\n')}\n`,
  '02.md': `# Anden\n\n${Array.from({ length: 16 }, (_, i) => `${PARAGRAPH} Nummer ${i + 1}.`).join('\n\n')}\n`,
};

function publication(): string {
  const folder = mkdtempSync(join(tmpdir(), 'printvenlig-check-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(CHAPTERS)) writeFileSync(join(folder, name), text);
  const git = (...args: string[]): void => { execFileSync('git', ['-C', folder, '-c', 'user.email=a@b.dk', '-c', 'user.name=Prøve', ...args]); };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'Før');
  return folder;
}

const options = (folder: string, more: Partial<CheckOptions> = {}): CheckOptions => ({ folder, update: false, fix: false, layout: true, ci: false, ...more });
const edit = (folder: string, name: string, from: string, to: string): void => {
  const file = join(folder, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};

describe('a manuscript that cannot be laid out', () => {
  it('is proofread all the same', async () => {
    const folder = publication();
    edit(folder, '01.md', '## Overskrift', '![Et fyr](mangler.png)\n\nDer er er en fejl.\n\n## Overskrift');
    const { diagnostics, layout } = await check(options(folder));
    expect(diagnostics.filter(({ rule }) => rule === 'picture-missing' || rule === 'double-word').map(({ rule, span }) => `${rule} ${span.line}`)).toEqual(['picture-missing 3', 'double-word 5']);
    expect(layout).toBeNull();
  });
});

describe('the committed snapshot', () => {
  it('is missed politely, and as an error in CI', async () => {
    const folder = publication();
    expect((await check(options(folder))).diagnostics.filter(({ rule }) => rule === 'no-snapshot').map(({ severity }) => severity)).toEqual(['warning']);
    expect((await check(options(folder, { ci: true }))).diagnostics.filter(({ rule }) => rule === 'no-snapshot').map(({ severity }) => severity)).toEqual(['error']);
  });

  it('has nothing to say of a comment, and little of a typo', async () => {
    const folder = publication();
    await check(options(folder, { update: true }));
    const before = readFileSync(join(folder, 'layout.snapshot'), 'utf8').split('\n');
    edit(folder, '01.md', '# Første', '# Første\n\n<!-- husk tallene -->');
    expect((await check(options(folder))).layout).toMatchObject({ changes: [], renumbered: [] });
    edit(folder, '01.md', 'stramt i årevis', 'stramt i aarevis');
    const { layout } = await check(options(folder));
    expect(layout?.changes.length).toBeGreaterThan(0);
    expect(new Set(layout?.changes.map(({ page }) => page)).size).toBeLessThanOrEqual(3);
    await check(options(folder, { update: true }));
    const after = new Set(readFileSync(join(folder, 'layout.snapshot'), 'utf8').split('\n'));
    expect(before.filter((row) => !after.has(row)).length).toBeLessThanOrEqual(40);
  });

  it('calls pages behind a page more only renumbered', async () => {
    const folder = publication();
    await check(options(folder, { update: true }));
    edit(folder, '01.md', '## Overskrift', 'En ny side.\n\n::pagebreak\n\n## Overskrift');
    const { layout } = await check(options(folder));
    expect(layout?.after).toBe((layout?.before ?? 0) + 1);
    expect(layout?.renumbered.at(-1)?.[1]).toBe(layout?.after);
  });
});

describe('two revisions', () => {
  it('are compared without a snapshot, and a revision that is none is said', async () => {
    const folder = publication();
    edit(folder, '02.md', 'Nummer 3.', 'Nummer tre, som er et længere ord.');
    expect((await check(options(folder, { against: 'HEAD' }))).layout?.changes.some(({ kind }) => kind === 'text')).toBe(true);
    expect((await check(options(folder, { against: 'no-such' }))).diagnostics.find(({ rule }) => rule === 'revision')?.message).toBe('git knows no revision "no-such".');
  });

  it('are drawn, the same bytes every time', async () => {
    const folder = publication();
    edit(folder, '02.md', 'Nummer 3.', 'Nummer tre.');
    const [a, b] = [join(folder, 'a'), join(folder, 'b')];
    await check(options(folder, { against: 'HEAD', pictures: a }));
    await check(options(folder, { against: 'HEAD', pictures: b }));
    const html = readFileSync(join(a, 'index.html'), 'utf8');
    const names = [...html.matchAll(/src="([^"]+\.png)"/g)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const name of names) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true);
    keep(a);
  });

  test.skipIf(!hasBrowser)('show side by side in a browser', async () => {
    const folder = publication();
    edit(folder, '02.md', 'Nummer 3.', 'Nummer tre.');
    const pictures = join(folder, 'pictures');
    await check(options(folder, { against: 'HEAD', pictures }));
    const browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`file://${join(pictures, 'index.html')}`);
    const seen = await page.evaluate<{ captions: string[]; widths: number[]; tops: number[] }>(`Promise.all([...document.images].map((e) => { e.loading = 'eager'; return e.decode(); })).then(() => ({
      captions: [...document.querySelectorAll('figcaption')].map((e) => e.textContent).slice(0, 3),
      widths: [...document.images].slice(0, 3).map((e) => e.naturalWidth),
      tops: [...document.querySelectorAll('figure')].slice(0, 3).map((e) => e.getBoundingClientRect().top),
    }))`);
    await browser.close();
    expect(seen.captions).toEqual(['Before', 'After', 'Difference']);
    expect(Math.min(...seen.widths)).toBeGreaterThan(500);
    expect(new Set(seen.tops.map(Math.round)).size).toBe(1);
  });
});

/** For a person's eyes, where they ask for it. */
function keep(folder: string): void {
  const to = process.env['PRINTVENLIG_KEEP'];
  if (to === undefined || !existsSync(folder)) return;
  mkdirSync(to, { recursive: true });
  cpSync(folder, to, { recursive: true });
}
