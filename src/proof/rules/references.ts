// References to a figure, table or chapter that is not there, and links whose text says nothing.
import type { Block, Document } from '../../document/index.ts';
import { finding, type Rule } from '../rule.ts';

function count(document: Document, kinds: readonly string[]): number {
  let sum = 0;
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (kinds.includes(block.kind)) sum++;
      if ('items' in block) for (const item of block.items) visit(item.children);
      else if ('children' in block && block.kind !== 'heading' && block.kind !== 'paragraph') visit(block.children);
    }
  };
  for (const { blocks } of document.chapters) visit(blocks);
  return sum;
}

const missing: Rule = {
  id: 'missing-reference', severity: 'warning',
  *check({ passages, document }) {
    const there = { figur: count(document, ['figure', 'chart']), figure: count(document, ['figure', 'chart']), tabel: count(document, ['table']), table: count(document, ['table']), kapitel: document.chapters.length, chapter: document.chapters.length };
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<!\p{L})(figur|tabel|kapitel|figure|table|chapter) (\d{1,2})(?![\d.]\d|\.\s?\p{Ll}|\d)/giu)) {
        const kind = (match[1] ?? '').toLowerCase() as keyof typeof there;
        if (Number(match[2]) <= there[kind] || /(?:lovens|loven|servicelovens|direktivets|finanslovens?) $/i.test(passage.text.slice(0, match.index))) continue;
        if (/^ i (?:lov|aftal|rapport|bekendt|service)/.test(passage.text.slice(match.index + match[0].length))) continue;
        yield finding(passage, match.index, match.index + match[0].length, `There is no ${match[0].toLowerCase()}: the publication has ${there[kind] || 'none'}.`);
      }
    }
  },
};

const linkText: Rule = {
  id: 'link-text', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const { from, to } of passage.links) {
        if (/^(?:(?:klik|tryk|se|læs(?: mere)?|find(?: den)?|hent(?: den)?|click|read(?: more)?|see) )?(?:her|here|dette link|linket|this link|link)\.?$|^læs mere\.?$|^read more\.?$/i.test(passage.text.slice(from, to).trim())) {
          yield finding(passage, from, to, `The link's text, "${passage.text.slice(from, to)}", does not say where it leads; on paper it says nothing.`, { hint: 'Name what it leads to.' });
        }
      }
    }
  },
};

export const referenceRules: readonly Rule[] = [missing, linkText];
