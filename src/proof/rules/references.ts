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

const KINDS: Readonly<Record<string, string>> = { figur: 'figure', figure: 'figure', 'fig.': 'figure', tabel: 'table', table: 'table', kapitel: 'chapter', 'kap.': 'chapter', chapter: 'chapter', bilag: 'appendix', appendix: 'appendix', annex: 'appendix' };
const REFERENCE = /(?<!\p{L})(figur|tabel|kapitel|figure|table|chapter|bilag|appendix|annex|fig\.|kap\.) (\d{1,2}|[A-HJ-Z](?![\p{L}\d]))(?!\d|[.]\d|-\p{L})/gu;
/** Of another work: the law's chapter 4, the agreement's appendix 2. */
const ELSEWHERE = /^,? (?:i|til|af|in|of|to) (?:den |det |the )?(?:\p{Ll}+ )?(?:lov|aftal|rapport|bekendt|service|kontrakt|konvention|forordning|direktiv|traktat|act|agreement|law|treaty|regulation|directive|convention|report|bog|book|publikation)/iu;

const missing: Rule = {
  id: 'missing-reference', severity: 'warning',
  *check({ passages, document, pages }) {
    const there: Readonly<Record<string, number>> = { figure: count(document, ['figure', 'chart']), table: count(document, ['table']), chapter: document.chapters.length, appendix: 0 };
    // "Kapitel 27" over a chapter, "Figur 3:" under a picture: what numbers itself is there.
    const named = new Set<string>();
    for (const { kind, text } of passages) {
      if (kind !== 'heading' && kind !== 'caption' && kind !== 'title') continue;
      const own = /^(figur|tabel|kapitel|figure|table|chapter|bilag|appendix|annex) (\d{1,2}|[A-Z])(?!\p{L})/iu.exec(text);
      if (own) named.add(`${KINDS[(own[1] ?? '').toLowerCase()] ?? ''} ${(own[2] ?? '').toUpperCase()}`);
      const numbered = kind === 'heading' ? /^(\d{1,2})\.? \p{L}/u.exec(text) : null;
      if (numbered) named.add(`chapter ${numbered[1] ?? ''}`);
    }
    for (const passage of passages) {
      if (pages !== undefined) for (const match of passage.text.matchAll(/(?<=(?<!\p{L})(?:se|læs|på|jf\.|see|on)(?: også| also)? )(?:side|s\.|page|p\.) (\d{1,4})(?![\d.,]\d|[-–]\d)(?! (?:i|af|in|of) )/giu)) {
        if (Number(match[1]) > pages) yield finding(passage, match.index, match.index + match[0].length, `There is no page ${match[1] ?? ''}: the publication has ${pages}.`, { hint: 'A reference "[](#id)" is set as the page it leads to.' });
      }
      for (const match of passage.text.matchAll(new RegExp(REFERENCE, 'giu'))) {
        const kind = KINDS[(match[1] ?? '').toLowerCase()] ?? '';
        const number = match[2] ?? '';
        // Case counts for what is no number: "bilag a" is two words.
        if (!/^(?:\d+|\p{Lu})$/u.test(number) || kind !== 'appendix' && !/^\d/.test(number)) continue;
        const [before, after] = [passage.text.slice(0, match.index), passage.text.slice(match.index + match[0].length)];
        if (named.has(`${kind} ${number.toUpperCase()}`) || Number(number) <= (there[kind] ?? 0) || /^\.\s?\p{Ll}/u.test(after)) continue;
        if (/(?:lovens?|direktivets?|aftalens?|kontraktens?|traktatens?|konventionens?|rapportens|bekendtgørelsens?|forordningens?|bogens|act’s|agreement’s)(?: §? ?\d+\p{L}?,?)? $/iu.test(before) || ELSEWHERE.test(after) || passage.kind === 'heading' || passage.kind === 'cell' && kind === 'appendix') continue;
        const has = Math.max(there[kind] ?? 0, [...named].filter((name) => name.startsWith(`${kind} `)).length);
        yield finding(passage, match.index, match.index + match[0].length, `There is no ${match[0].toLowerCase()}: the publication has ${has === 0 ? 'none' : has}.`);
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
