// A table of the document → labels, heads and the numbers of its cells, each with the passage it stands in.
import { plainText, type Block, type Chart, type Document, type Table, type TableCell } from '../document/index.ts';
import type { Passage } from './passage.ts';

export interface Figure { readonly value: number; readonly decimals: number; readonly percent: boolean }

export interface Grid {
  /** First column of each row below the head. */
  readonly labels: readonly string[];
  readonly heads: readonly string[];
  /** Row by row, column by column; the first column is the labels'. */
  readonly figures: readonly (readonly (Figure | undefined)[])[];
  readonly texts: readonly (readonly string[])[];
  readonly caption: string;
  readonly table: Table;
  readonly chart: Chart | undefined;
  passage(row: number, column: number): Passage | undefined;
}

/** The tables of the document and of its charts, in reading order. */
export function readGrids(document: Document, passages: readonly Passage[]): Grid[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const grids: Grid[] = [];
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'table') grids.push(readGrid(block, undefined, document.language, byId));
      else if (block.kind === 'chart') grids.push(readGrid(block.table, block, document.language, byId));
      else if ('items' in block) for (const item of block.items) visit(item.children);
      else if ('children' in block && block.kind !== 'heading' && block.kind !== 'paragraph') visit(block.children);
    }
  };
  for (const chapter of document.chapters) visit(chapter.blocks);
  return grids;
}

const wordsOf = (cell: TableCell | undefined): string => (cell ? plainText(cell.children).trim() : '');

function readGrid(table: Table, chart: Chart | undefined, language: string, byId: ReadonlyMap<string, Passage>): Grid {
  const [head, ...rows] = table.rows;
  const texts = rows.map(({ cells }) => cells.map(wordsOf));
  return {
    labels: texts.map(([first = '']) => first), heads: (head?.cells ?? []).map(wordsOf), texts, table, chart,
    figures: texts.map((row) => row.map((text, column) => (column === 0 ? undefined : readFigure(text, language)))),
    caption: chart?.title ?? (table.caption ? plainText(table.caption) : ''),
    passage: (row, column) => byId.get(rows[row]?.cells[column]?.id ?? ''),
  };
}

/** "1.234,5", "–2,0", "(12)", "17 %" as a number; undefined for anything else. */
export function readFigure(text: string, language: string): Figure | undefined {
  const match = /^\s*([-–−+(]?)\s*(\d[\d., \u00A0\u202F]*?)\)?\s*(%|pct\.|procent|per cent|kr\.|(?:mio|mia)\. kr\.)?\s*$/.exec(text);
  if (!match) return undefined;
  const value = readNumber(match[2] ?? '', language);
  if (value === undefined) return undefined;
  return { ...value, value: (match[1] && match[1] !== '+' ? -1 : 1) * value.value, percent: /^(?:%|p)/.test(match[3] ?? '') };
}

/** Digits with the language's marks; the Danish decimal comma or the English stop. */
export function readNumber(digits: string, language: string): { readonly value: number; readonly decimals: number } | undefined {
  const comma = !language.startsWith('en');
  const plain = comma ? digits.replace(/[. \u00A0\u202F]/g, '').replace(',', '.') : digits.replace(/[, \u00A0\u202F]/g, '');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return undefined;
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

export function writeNumber(value: number, decimals: number, language: string): string {
  const english = language.startsWith('en');
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${english ? ',' : '.'}`);
  return `${value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? '–' : ''}${grouped}${rest === undefined ? '' : `${english ? '.' : ','}${rest}`}`;
}
