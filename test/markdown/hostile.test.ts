// Manuscripts that would hang or overflow a parser, and random ones: a document or an error, never an exception, never lost words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, wordsOf } from './made.ts';

const SEED = 20260226;

function refused(manuscript: string): string | undefined {
  const { found } = parse(manuscript);
  return found.find(({ severity }) => severity === 'error')?.rule;
}

describe('nesting without end is refused', () => {
  const deep = 20_000;
  it.each<[string, string]>([
    ['quotes', '>'.repeat(deep) + 'a'],
    ['quotes with spaces', '> '.repeat(deep) + 'a'],
    ['lists on a line', '- '.repeat(deep) + 'a'],
    ['numbered lists', '1. '.repeat(deep) + 'a'],
    ['lists by indent', Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['quotes and lists', '> - '.repeat(deep) + 'a'],
    ['emphasis', '*a '.repeat(deep) + 'b*'.repeat(deep)],
    ['emphasis of two kinds', '*a **b '.repeat(deep) + 'c** d* '.repeat(deep)],
    ['emphasis never opened', 'a* '.repeat(deep)],
    ['pictures', '!['.repeat(deep) + 'a' + '](b)'.repeat(deep)],
    ['brackets', '['.repeat(deep) + 'a' + ']'.repeat(deep)],
    ['directives that are never closed', ':::factbox\n'.repeat(1000)],
    ['directives', Array.from({ length: 500 }, (_, i) => `${':'.repeat(503 - i)}factbox`).join('\n')],
  ])('%s', (_, manuscript) => {
    expect(refused(manuscript)).toBe('too-deep');
  });

  it.each<[string, string]>([
    ['emphasis', '*a '.repeat(300) + 'b*'.repeat(300)],
    ['sub and sup', '<sub>a'.repeat(150) + '</sub>'.repeat(150)],
    ['an organisation chart', `:::orgchart\n${Array.from({ length: 99 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')}\n:::`],
  ])('%s, or set as far as it goes', (_, manuscript) => {
    const { document, found } = parse(manuscript);
    expect(found.some(({ severity }) => severity === 'error') || wordsOf(document).replace(/[^ab]/g, '') === manuscript.replace(/<[^>]*>|orgchart|[^ab]/g, '')).toBe(true);
  });

  it('what an editor may write is not', () => {
    expect(refused(Array.from({ length: 20 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'))).toBeUndefined();
    expect(refused(`${'> '.repeat(20)}a`)).toBeUndefined();
    expect(refused(`${'> '.repeat(21)}a`)).toBe('too-deep');
    expect(refused(`${'* '.repeat(60)}\n\n${'-'.repeat(500)}`)).toBeUndefined();
    expect(refused('a **b** c *d* '.repeat(3000))).toBeUndefined();
    expect(refused(`| a |\n| - |\n${'| 12\\* [a] 3* |\n'.repeat(3000)}`)).toBeUndefined();
    expect(refused(`\`\`\`\n${'char *a[] = b;\n'.repeat(6000)}\`\`\``)).toBeUndefined();
  });
});

describe('much of everything is read', () => {
  it.each<[string, string, RegExp]>([
    ['a paragraph of many lines', 'ord og flere ord\n'.repeat(20_000), /ord/g],
    ['a word of 10,000 letters', 'å'.repeat(10_000), /å/g],
    ['links', '[ord](https://kl.dk) '.repeat(3000), /ord/g],
    ['headings', '# ord\n\n'.repeat(3000), /ord/g],
    ['footnotes', Array.from({ length: 2000 }, (_, i) => `a[^${i}]\n\n[^${i}]: ord`).join('\n\n'), /ord/g],
    ['rows', `| a |\n| - |\n${'| ord |\n'.repeat(3000)}`, /ord/g],
    ['columns', `|${' a |'.repeat(60)}\n|${' - |'.repeat(60)}\n|${' ord |'.repeat(60)}`, /ord/g],
    ['tags without an end', '<a "ord '.repeat(3000), /ord/g],
  ])('%s', (_, manuscript, word) => {
    expect(wordsOf(parse(manuscript).document).match(word)?.length).toBe(manuscript.match(word)?.length);
  });
});

describe(`random manuscripts, seed ${SEED}`, () => {
  const piece = fc.constantFrom('ord', ' ', '\n', '\n\n', '*', '**', '_', '`', '```\n', '> ', '- ', '1. ', '    ', '#', '## ', '[', ']', '(', ')', '![', '](a.png)', '{width=50%}', '{#id}', '[^1]', '[^1]: ',
    ':::', ':::factbox[T]\n', ':::cards\n', ':::orgchart\n', ':::signatures\n', ':::chart{type=bar}\n', '::::columns{count=2}\n', '::::\n', ':::\n', '::toc\n', '::video[F]{url="https://a.b"}\n', '{', '}', '"', '=',
    '| a | b |\n| - | - |\n', '|', '<sub>', '</sub>', '<br>', '<!--', '-->', '<div>', '</div>', '<', '>', '&amp;', '&#x41;', '\\', '~~', '---\n', '***\n', '[a]: https://a.b\n', 'kl. 10:30', 'https://a.b', 'a@b.dk', '\t', '\0', '\u{1F600}', 'å');

  it('never throw, and lose no word', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const manuscript = pieces.join('');
      const { document, found } = parse(manuscript);
      const lost = found.some(({ severity }) => severity === 'error');
      // Words may vanish only into what is no text: comments, tags, addresses, ids, info strings, front matter.
      const plain = !/[<>[\]{}:`]|---/.test(manuscript);
      if (plain && !lost) expect(wordsOf(document).match(/ord/g)?.length ?? 0).toBe(manuscript.match(/ord/g)?.length ?? 0);
    }), { seed: SEED, numRuns: 1500 });
  });

  it('of any characters never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (manuscript) => {
      parse(manuscript);
    }), { seed: SEED, numRuns: 1000 });
  });
});
