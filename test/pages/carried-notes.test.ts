// What is left over of a note on the page after its mark: it never stands on the text, however tall what goes on there.
import { expect, it } from 'vitest';
import { layOut } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { publicationOf } from '../whole/made.ts';

it('waits where a card taller than a page goes on; found by fuzzing', async () => {
  const card = `:::cards\n- **Et**\n\n  ${'Ord<br>'.repeat(40)}[^1]${'<br>Ord'.repeat(90)}\n- **To**\n:::`;
  const note = `[^1]: ${Array.from({ length: 70 }, (_, n) => `Note ${n}`).join('<br>')}`;
  const laidOut = await layOut(publicationOf({ 'publication.yaml': 'title: T\nlanguage: da\ntemplate: plain\n', '01.md': `# Et\n\n${card}\n\n${'Slut.\n\n'.repeat(3)}${note}\n` }), new Diagnostics());
  const lowest = (laidOut?.pages ?? []).map(({ items }) => {
    const of = (word: string): number[] => items.flatMap((item) => (item.kind === 'line' && item.line.text.startsWith(word) ? [item.y] : []));
    return { words: of('Ord').length, notes: of('Note').length, apart: Math.max(0, ...of('Ord')) <= Math.min(Infinity, ...of('Note')) };
  });
  expect(lowest.filter(({ apart }) => !apart)).toEqual([]);
  expect(lowest.reduce((sum, { words }) => sum + words, 0)).toBe(130);
  expect(lowest.reduce((sum, { notes }) => sum + notes, 0)).toBe(70);
});
