// `check --fix` on files as editors have them: what is mended, what is said, and that nothing else in the file is touched.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function publication(text: string, config = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'printvenlig-fix-'));
  folders.push(folder);
  writeFileSync(join(folder, 'publication.yaml'), `title: Beretning 2025\nlanguage: da\ndate: 2026-01-01\ncover: false\ntemplate: plain\n${config}`);
  writeFileSync(join(folder, '01.md'), text);
  return folder;
}
const run = (folder: string, fix = true) => check({ folder, update: false, fix, layout: false, ci: false });
const onDisk = (folder: string): string => readFileSync(join(folder, '01.md'), 'utf8');

/** A manuscript in pieces: what stands in it, and what stands there when it is mended. Where they are one, nothing may be touched. */
const PIECES: readonly (string | readonly [string, string])[] = [
  '# Prøve\n\n', ['Vi  står', 'Vi står'], ' sammen *', ['om om', 'om'], '* opgaven', [' ,', ','], ' og [vi skal ', ['sikrer', 'sikre'], '](https://example.dk "En  titel") roen.  \n', 'Ny linje', ['  her', ' her'], ' i `kode  kode`.\n\n',
  '<!-- lint-disable double-word -->\nDet er er godt, som det er.\n\n', '```\nkode  kode kode\n```\n\n', '| A   | B |\n|-----|:-:|\n|  ', ['om om', 'om'], '  | **', ['to to', 'to'], '** |\n\n',
  ':::factbox[', ['En en', 'En'], ' boks]\n', ['Vi vi', 'Vi'], ' \\*står\\* &amp; ', ['er er', 'er'], ' her.\n\n- Et punkt, som er langt\t\n- _Et_ andet, som ', ['er er', 'er'], ' langt\n:::\n\n', 'Slut\\\n', ['på på', 'på'], ' det hele.',
];
const written = (side: 0 | 1): string => PIECES.map((piece) => (typeof piece === 'string' ? piece : piece[side])).join('');

describe('check --fix', () => {
  it.each([['LF', '\n', ''], ['CRLF', '\r\n', ''], ['CR', '\r', ''], ['CRLF after a byte order mark', '\r\n', '\ufeff'], ['LF after a byte order mark', '\n', '\ufeff']])('mends what is wrong and nothing else: %s', async (_, end, mark) => {
    const as = (text: string): string => mark + text.replace(/\n/g, end);
    const folder = publication(as(written(0)));
    const { said, diagnostics } = await run(folder);
    expect(onDisk(folder)).toBe(as(written(1)));
    expect(said.at(-1)).toBe('01.md: 12 fixes made (double-space, double-word, space-before-punctuation, infinitive-after-modal).');
    expect(said.slice(0, 3)).toEqual(['01.md:3:3  "  " → " "  double-space', '01.md:3:20  " om" → ""  double-word', '01.md:3:32  " " → ""  space-before-punctuation']);
    expect(diagnostics.filter(({ fix }) => fix !== undefined)).toEqual([]);
    // Once more there is nothing to do, and nothing is written.
    expect((await run(folder)).said).toEqual([]);
    expect(onDisk(folder)).toBe(as(written(1)));
  });

  it('comes to rest, in any mixture of pieces', async () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const parts = ['Vi skal sikrer roen.', 'Det er  er godt .', 'Se *her her* , nu.', 'Den 1 juli kom  kom de.', 'Han sagde at at det går.', '[En en](https://a.dk) aftale , siger vi', '**Vi vi** har  deltage i mødet.', 'Kl. 10  - 12 &amp; & &amp; slut slut.', 'Og\nog igen\\\nigen.', '- a a\n- b  b.\n- c c', '| x x | y  y |\n| --- | --- |\n| z z | 1 |'];
    for (let round = 0; round < 8; round++) {
      const end = random(2) === 0 ? '\n' : '\r\n';
      const text = `# T\n\n${Array.from({ length: 4 }, () => parts[random(parts.length)]).join('\n\n')}\n`.replace(/\n/g, end);
      const folder = publication(text);
      let last = onDisk(folder);
      for (let turn = 0; turn < 4; turn++) {
        const { said } = await run(folder);
        const now = onDisk(folder);
        // What is said is what is done.
        expect(said.length > 0).toBe(now !== last);
        if (now === last) break;
        last = now;
      }
      expect((await run(folder)).said, text).toEqual([]);
      if (end === '\r\n') expect(last.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    }
  });

  it('leaves a line alone that was not read as it stands', async () => {
    const folder = publication('# Prøve\n\nVi står\u0007 sammen om om opgaven.\n\nVi står sammen om om opgaven, altid.\n');
    await run(folder);
    expect(onDisk(folder)).toBe('# Prøve\n\nVi står\u0007 sammen om om opgaven.\n\nVi står sammen om opgaven, altid.\n');
  });

  it('says where a rule that does not exist is named', async () => {
    const { diagnostics } = await run(publication('# Prøve\n\n```\n<!-- lint-disable nothing -->\n```\n\n<!-- lint-disable speling -->\nKort.\n', 'lint: { stale-year: error,\n  doubel-word: off }\n'), false);
    expect(diagnostics.filter(({ rule }) => rule === 'unknown-rule').map(({ severity, span, hint }) => `${severity} ${span.file.slice(-8)} ${span.line}:${span.column}-${span.endColumn} ${hint ?? ''}`)).toEqual([
      expect.stringMatching(/^error .*01\.md 7:19-26 Did you mean "spelling"\?$/), 'error ion.yaml 7:3-14 Did you mean "double-word"?',
    ]);
  });
});
