// Text and organisation charts in narrow columns, in their real fonts → set as words can be read.
import { expect, test } from 'vitest';
import type { PlacedLine } from '../../src/flow/index.ts';
import { editionOf, publicationOf } from './made.ts';

const linesOf = async (source: string, template: string): Promise<PlacedLine[]> => {
  const { laidOut } = await editionOf(publicationOf({ '01.md': source }, `title: Smal\nlanguage: da\ntemplate: ${template}\n`));
  return laidOut.pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' && item.tag !== undefined ? [item] : [])));
};

test('words in the boxes of an organisation chart are whole where a spine has room for them', async () => {
  const chart = ':::orgchart\n- Børnehaveklasser\n  - Indskoling\n    - Mellemtrin\n  - Specialundervisning og inkluderende læringsmiljøer\n    - SFO\n    - Ungdomsskolen\n  - Musikskolen\n    - Sundhedsplejen\n:::';
  const lines = await linesOf(`# Om\n\n::::columns\nTekst.\n\n${chart}\n::::\n`, 'beretning');
  expect(lines.filter(({ role }) => role.startsWith('orgchart')).length).toBeGreaterThan(7);
  expect(lines.filter(({ role, line }) => role.startsWith('orgchart') && /[-\u2010]$/.test(line.text)).map(({ line }) => line.text)).toEqual([]);
});

test('lines of few words are not spread to the measure', async () => {
  const words = 'Arbejdsmiljørepræsentanterne på de otte skoler har sammen med kommunalbestyrelsens udvalg gennemgået resultaterne af målingen. ';
  const widths = async (count: number): Promise<Set<number>> => new Set((await linesOf(`# Om\n\n:::columns{count=${count}}\n${words.repeat(4)}\n:::\n`, 'plain'))
    .filter(({ role, line }) => role === 'body' && !line.text.endsWith('. ') && !line.text.endsWith('.')).map(({ line }) => Math.round(line.width)));
  // Justified, all but the last are as wide as the column.
  expect((await widths(1)).size).toBeLessThan(4);
  expect((await widths(3)).size).toBeGreaterThan(6);
});

test.each(['plain', 'beretning'])('a tall picture among words stands clear of the line above it (%s)', async (template) => {
  const lines = await linesOf('# Om\n\nEt stykke tekst med g, j og p.\n\n![prik](prik.svg){width=28pt} ord efter\n', template);
  const tall = lines.find(({ line }) => line.objects.length > 0);
  const above = lines.filter((line) => line.role === 'body' && tall && line.y < tall.y).at(-1);
  if (!tall || !above) throw new Error('No line.');
  // Below their baseline letters reach a quarter of their size.
  expect(tall.y - Math.max(...tall.line.objects.map(({ height }) => height)) - above.y).toBeGreaterThan(above.size / 4);
});
