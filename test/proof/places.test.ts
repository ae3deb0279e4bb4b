// Where a finding stands: exactly on what is wrong, whatever the words stand in and whatever stands before them.
import { describe, expect, it } from 'vitest';
import { proof, source } from './corpus.ts';

/** An error that is told by each of these words: what must stand in the source at the finding. */
const ERRORS: readonly (readonly [string, string, string])[] = [
  ['Mødet er den 31. juni 2026 i byen.', 'invalid-date', '31. juni 2026'],
  ['Vi skal sikrer roen i byen.', 'infinitive-after-modal', 'sikrer'],
  ['Se figur 19 om byen.', 'missing-reference', 'figur 19'],
  ['Planen gælder 2030-2026 i byen.', 'date-range', '2030-2026'],
];
const BEFORE = ['', 'Ærø &amp; Fyn siger det. ', 'A&#230;gte \\*stjerner\\* lyser. ', '*Fremhævet* og **fedt** blev brugt. ', '😀 En glad figur hilser os. ', '`kode` er sat ind her. ', '[Et link](https://example.dk "titel") er sat ind. ', 'CO<sub>2</sub> er en gas. ', 'Første linje står her\nog fortsætter i den anden. '];
const AROUND: readonly (readonly [string, (text: string) => string])[] = [
  ['a paragraph', (text) => text], ['emphasis', (text) => (text.includes('*') ? text : `*${text}*`)], ['strong emphasis', (text) => (text.includes('*') ? text : `**${text}**`)], ['a quote', (text) => text.split('\n').map((line) => `> ${line}`).join('\n')],
  ['a list', (text) => `- Et punkt, der er langt nok.\n- ${text.replace(/\n/g, '\n  ')}`], ['a numbered list in a list', (text) => `- Et punkt, der er langt nok.\n\n  1. ${text.replace(/\n/g, '\n     ')}`],
  ['a cell', (text) => `| A | B |\n| --- | --- |\n| x | ${text.replace(/\n/g, ' ')} |`], ['a box', (text) => `:::factbox[En boks]\n${text}\n:::`], ['a box in columns', (text) => `::::columns\n:::factbox[En boks]\n${text}\n:::\n::::`], ['a heading', (text) => `### ${text.replace(/\n/g, ' ')}`],
  ['a note', (text) => `Et ord[^n] her i teksten.\n\n[^n]: ${text.replace(/\n/g, '\n    ')}`], ['a link', (text) => (text.includes('[') ? text : `[${text}](https://example.dk)`)],
];

describe('the place of a finding', () => {
  it.each(AROUND)('in %s', async (name, around) => {
    const wrong: string[] = [];
    for (const before of BEFORE) {
      const text = `# Prøve\n\n${ERRORS.map(([sentence], index) => around(before + sentence).replaceAll('[^n]', `[^${index}]`)).join('\n\n')}\n`;
      const { diagnostics } = await proof([source('01.md', text)]);
      const lines = text.split('\n');
      for (const [, rule, at] of ERRORS) {
        // A heading may count figures of its own.
        if (name === 'a heading' && rule === 'missing-reference') continue;
        const found = diagnostics.find((diagnostic) => diagnostic.rule === rule);
        const there = found && found.span.line === found.span.endLine ? (lines[found.span.line - 1] ?? '').slice(found.span.column - 1, found.span.endColumn - 1) : undefined;
        if (there !== at) wrong.push(`${rule} at "${there ?? 'nothing'}" in ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
