// The dictionary's table of words, and the short way of asking whether a form belongs to a word.
import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../src/proof/lexicon/index.ts';
import { andLetters, Entries, NO_LETTER } from '../../src/proof/lexicon/entries.ts';

describe('the words of a .dic', () => {
  const entries = new Entries('4\nbar/1 st:bar\nbær/2\nbar/3\nlast');

  it('gives what follows a word, homographs in their order', () => {
    expect(entries.get('bar')).toBe('/1 st:bar\n/3');
    expect(entries.get('last')).toBe('');
    expect(entries.get('ba')).toBeUndefined();
    expect(['bar', 'bær', 'last', 'b', 'barb', ''].map((word) => entries.has(word))).toEqual([true, true, true, false, false, false]);
  });

  it('knows a word by its number, whether its letters come at once or in two parts', () => {
    expect(entries.hasNumber(andLetters(andLetters(NO_LETTER, 'b'), 'ær'))).toBe(true);
    expect(entries.hasNumber(andLetters(NO_LETTER, 'bæ'))).toBe(false);
  });
});

it('says of a form that it belongs to a word as its stems do', async () => {
  const lexicon = await openLexicon([]);
  const words = ['hus', 'huset', 'husene', 'bog', 'bøger', 'bøge', 'bøgen', 'skrive', 'skriver', 'skrev', 'skrevet', 'stor', 'større', 'store', 'planer', 'planerne', 'plan', 'lette', 'let', 'lettet', 'xyzt'];
  for (const word of words) for (const form of words) {
    const stems = lexicon.stems(word);
    expect(lexicon.isOf(form, stems), `${form} of ${word}`).toBe([...lexicon.stems(form)].some((stem) => stems.has(stem)));
  }
  expect(lexicon.isOf('husene', lexicon.stems('huset'))).toBe(true);
  expect(lexicon.isOf('planer', lexicon.stems('huset'))).toBe(false);
});
