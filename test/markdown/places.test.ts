// Every character of every text knows where it stands in its file: the oracle is the file itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../src/document/index.ts';
import { parse } from './made.ts';

const folder = join(import.meta.dirname, 'suite');
const sections = readdirSync(folder).filter((name) => name.endsWith('.md')).sort().flatMap((file) =>
  readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1).map((section) => section.split(/\n(?:---|%%%) /)[0]?.split('\n').slice(1).join('\n') ?? ''));

/** Texts anywhere in a value. */
function texts(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(texts);
  if ((value as { kind?: string }).kind === 'text') return [value as Text];
  return Object.values(value).flatMap(texts);
}

function misplaced(manuscript: string): string[] {
  const lines = manuscript.split('\n');
  const wrong: string[] = [];
  for (const text of texts(parse(manuscript).document.chapters)) {
    text.lines.forEach((entry, i) => {
      const end = text.lines[i + 1]?.index ?? text.value.length;
      for (let at = entry.index; at < end; at++) {
        const own = text.value[at], written = lines[entry.line - 1]?.[entry.column - 1 + at - entry.index];
        // A space may stand for a line's end, a character for an entity.
        if (own !== written && !(own === ' ' && (written === undefined || /\s/.test(written))) && !(written === '&')) wrong.push(`"${text.value}" at ${at}: "${own}" is "${written}" in ${entry.line}:${entry.column}`);
        if (written === '&') break;
      }
    });
  }
  return wrong;
}

describe('places', () => {
  it.each([
    'a &amp; b &lt;c',
    'En \\*stjerne\\* og &aelig;ble &#127881; slut',
    '> to linjer\n> i et **citat\n> som** går\nvidere',
    '- punkt\n  anden linje   \n  tredje &amp; fjerde\n\n      kode',
    '| a \\| b | c |\n| - | - |\n| d &amp; e | *f* g |',
    '# Titel &amp; mere {#id}\n\nNavn &amp; Co',
    'skriv til a_b@kl.dk nu',
    '&NotEqualTilde; efter',
    '1. a\n   b\n   > c\n   > d\n',
    '<p>Et &amp; to\n  tre</p>',
  ])('%j', (manuscript) => {
    expect(misplaced(manuscript)).toEqual([]);
  });

  it('of all the suite', () => {
    expect(sections.length).toBeGreaterThan(50);
    // Words made of attributes, addresses and alternative texts know only the place of what they come from.
    const made = /^"(?:Diagram|javascript:x|php echo 1|a < b|\.\/02\.md|Tekst|[a-e]|\u00a0\(|\))" at/;
    expect(sections.flatMap(misplaced).filter((fault) => !made.test(fault))).toEqual([]);
  });

  it('of the sample', () => {
    const sample = join(import.meta.dirname, '../../manuscript');
    const chapters = readdirSync(sample).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(sample, name), 'utf8'));
    expect(chapters.flatMap(misplaced)).toEqual([]);
  });
});
