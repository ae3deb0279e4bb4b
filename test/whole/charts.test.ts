// Charts of every kind with one to six series → their tables, as poppler reads them in the page's text and in its tags.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { editionOf, publicationOf } from './made.ts';

const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!poppler) {
  console.warn('LEFT OUT: what poppler reads of charts; poppler-utils is not installed.');
  if (process.env.PRINTVENLIG_REQUIRE_CONFORMANCE) throw new Error('Charts were left out: poppler-utils is not installed.');
}

interface Made { readonly type: string; readonly rows: readonly (readonly string[])[] }

/** Every cell is a word of its own, so that it can be counted in the text. */
function makeCharts(): Made[] {
  const charts: Made[] = [];
  for (const type of ['bar', 'column', 'stacked', 'line']) {
    for (const [series, categories] of [[1, 1], [3, 1], [1, 14], [2, 4], [6, 3]] as const) {
      const n = charts.length;
      const word = (row: number, column: number): string => `${String.fromCharCode(97 + n)}${String.fromCharCode(97 + row)}${'xyzwvut'[column]}ord`;
      charts.push({
        type, rows: Array.from({ length: categories + 1 }, (_, row) => Array.from({ length: series + 1 }, (__, column) =>
          (row === 0 || column === 0 ? word(row, column) : `${row % 3 === 0 ? '\u2212' : ''}${100 + n},${10 + row}${column}`))),
      });
    }
  }
  // What is no number is read all the same.
  charts.push({ type: 'line', rows: [['Mærke', 'Vægt'], ['alfabet', 'ukendt'], ['betakode', '7001,5'], ['gammastråle', '7002,5']] });
  return charts;
}

const charts = makeCharts();
const write = (some: readonly Made[]): string => `# Diagrammer\n\n${some.map(({ type, rows }, n) =>
  `## Nummer ${n + 1}\n\n:::chart{type="${type}" title="Figuren"}\n${rows.map((row, index) => `| ${row.join(' | ')} |\n${index === 0 ? `|${' --- |'.repeat(row.length)}\n` : ''}`).join('')}:::\n`).join('\n')}`;

async function edit(source: string, template: string): Promise<{ found: readonly Diagnostic[]; read: (program: string, ...options: string[]) => string }> {
  const { pdf, found } = await editionOf(publicationOf({ '01.md': source }, `title: Diagrammer\nlanguage: da\ntemplate: ${template}\n`));
  const file = join(mkdtempSync(join(tmpdir(), 'charts-')), 'a.pdf');
  writeFileSync(file, pdf);
  return { found, read: (program, ...options) => spawnSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout };
}

describe.skipIf(!poppler)('charts', () => {
  test.each(['plain', 'beretning'])('hold each cell of their tables once in the text (%s)', async (template) => {
    const source = write(charts);
    const { found, read } = await edit(source, template);
    expect(found.filter(({ rule }) => rule === 'chart-number').map(({ span, message }) => `${source.split('\n')[span.line - 1]?.slice(span.column - 1, span.column + 5)} ${message}`)).toEqual(['ukendt "ukendt" is no number; the chart leaves it out.']);
    const said = read('pdftotext').split(/\s+/);
    charts.forEach(({ rows }, n) => {
      for (const cell of rows.flat()) expect(`${n + 1} ${cell} ${said.filter((word) => word === cell).length}`).toBe(`${n + 1} ${cell} 1`);
    });
  });

  test('are tables in the tags, each cell in its place', async () => {
    // poppler sets the page anew for each cell: a few charts are enough.
    const some = charts.filter(({ type, rows }) => rows.length === 4 && (type === 'line' || type === 'stacked'));
    const { read } = await edit(write(some), 'plain');
    const tables = read('pdfinfo', '-struct-text').split(/\n +Table/).slice(1);
    expect(tables.map((table) => [...table.split(/\n +H2/)[0]?.matchAll(/"([^"]*)"/g) ?? []].map(([, text]) => text))).toEqual(some.map(({ rows }) => rows.flat()));
    expect(some.length).toBe(3);
  });
});
