// Rows → the blocks that a reader sees (a paragraph, a heading, a cell, a rule), each with the pages it stands on.
import type { Span } from '../document/index.ts';
import type { Row, Snapshot } from './row.ts';

export interface LayoutBlock {
  readonly kind: Row['kind'];
  readonly role: string;
  /** Its words with line-end hyphens joined; a box's style. */
  readonly text: string;
  readonly rows: readonly Row[];
  /** Page number of each row. */
  readonly pages: readonly number[];
  readonly span?: Span;
}

export function blocksOf(snapshot: Snapshot): LayoutBlock[] {
  const blocks: { kind: Row['kind']; role: string; rows: Row[]; pages: number[] }[] = [];
  snapshot.pages.forEach((page, index) => {
    for (const row of page.rows) {
      const last = blocks.at(-1);
      if (row.kind === 'line' && !row.opens && last?.kind === 'line') {
        last.rows.push(row);
        last.pages.push(index + 1);
      } else blocks.push({ kind: row.kind, role: row.role, rows: [row], pages: [index + 1] });
    }
  });
  return blocks.map(({ kind, role, rows, pages }) => {
    const span = rows[0]?.span;
    return { kind, role, rows, pages, text: kind === 'line' ? joinLines(rows) : (rows[0]?.style ?? ''), ...(span ? { span } : {}) };
  });
}

/** A line that ends in a hyphen may be a broken word: the joined text is for comparison, so both read the same. */
function joinLines(rows: readonly Row[]): string {
  let text = '';
  for (const { text: line } of rows) text += text === '' ? line : text.endsWith('-') ? line : ` ${line}`;
  return text.replace(/-(?=\p{Ll})/gu, '');
}

/** How a person names it: 'heading "Tallene bag aftalen"'. */
export function nameBlock(block: LayoutBlock): string {
  if (block.kind === 'picture') return 'the picture';
  if (block.kind === 'box') return `the ${block.role}`;
  const words = block.rows.map((row) => row.text).join(' ').split(/\s+/);
  const quoted = `“${words.slice(0, 6).join(' ')}${words.length > 6 ? ' …' : ''}”`;
  return `${kindOfText(block.role)} ${quoted}`;
}

function kindOfText(role: string): string {
  if (role.startsWith('heading')) return 'the heading';
  if (role === 'body') return 'the paragraph';
  return `the ${role}`;
}
