// A chart's table → its tags, and the cells that the drawing does not print as words that are read and not seen.
import { plainText, type Chart, type Inline, type TableCell } from '../document/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import { plainInlines } from './context.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

/** Smaller, and tools that read a page take words for dirt. */
const LEAST_SIZE = 1;

/**
 * So that each cell is in the page's text once: where the drawing prints it, the printed words are the cell's; the rest
 * lie over the drawing in text rendering mode 3, in the rows and columns that they have in the manuscript.
 */
export function hiddenCells(block: Chart, drawn: readonly Placed[], stretch: Stretch, height: number, context: BlockContext): Placed[] {
  const printed = new Set(drawn.flatMap((placed) => (placed.kind === 'line' && placed.tag !== undefined ? [placed.tag] : [])));
  const { rows } = block.table;
  const { padding } = context.theme.components.chart;
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const width = stretch.width / columns;
  const band = (height - 2 * padding) / Math.max(1, rows.length - 1);
  return rows.flatMap((row, index) => row.cells.flatMap((cell, column) => {
    if (printed.has(cell.id) || plainText(cell.children).trim() === '') return [];
    const place = { x: stretch.x + column * width, width: width * 0.95 };
    // The head stands above the rows, in the free strip over the drawing.
    return index === 0 ? hide(cell, place, 0, padding, context) : hide(cell, place, padding + (index - 1) * band, band, context);
  }));
}

function hide(cell: TableCell, { x, width }: Stretch, y: number, height: number, context: BlockContext): Placed[] {
  const style = context.style('chart');
  const words = onlyWords(cell.children) ? cell.children : plainInlines(plainText(cell.children), cell.span);
  const full = context.text(words, style, 0, 1e4, cell.span, { align: 'left' });
  const size = Math.max(LEAST_SIZE, Math.min(style.size, height * 0.8, full.width > width ? (style.size * width) / full.width : style.size));
  const small = { ...style, size, leading: size };
  const set = context.text(words, small, x, 1e4, cell.span, { tag: cell.id, align: 'left' });
  return moveAll(set.content, 0, y).map((placed) => (placed.kind === 'line' ? { ...placed, hidden: true, role: 'chart-hidden' } : placed));
}

/** A picture cannot be hidden: its alternative text stands for it. */
const onlyWords = (inlines: readonly Inline[]): boolean => inlines.every((inline) => inline.kind !== 'image' && (!('children' in inline) || onlyWords(inline.children)));

/** Table, rows and cells, whatever of them is printed. */
export function tableTag(block: Chart, context: BlockContext): TagNode {
  const { table } = block;
  const columns = Math.max(1, ...table.rows.map(({ cells }) => cells.length));
  const rows = table.rows.map((row, index) => context.tag(row.id, 'TR', row.span, Array.from({ length: columns }, (_, column) => {
    const cell = row.cells[column];
    const head = index === 0 || column === 0;
    return context.tag(cell?.id ?? `${row.id}/empty${column + 1}`, head ? 'TH' : 'TD', cell?.span ?? row.span, cell ? context.inlineTags(cell.children) : [],
      head ? { scope: index === 0 ? 'Column' : 'Row' } : {});
  })));
  const [head, ...body] = rows;
  return context.tag(table.id, 'Table', block.span, [
    ...(head ? [context.tag(`${table.id}/head`, 'THead', block.span, [head])] : []), context.tag(`${table.id}/body`, 'TBody', block.span, body),
  ]);
}
