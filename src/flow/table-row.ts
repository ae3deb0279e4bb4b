// A row's cells → their lines, placed in the row: numbers under each other at the decimal mark, heads on their last line.
import { plainText, type Span, type TableRow } from '../document/index.ts';
import type { BlockContext } from './builder.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import { isBlank, tailLength } from './table-columns.ts';
import { lastCharacters, type TablePart, type TablePlan } from './table-plan.ts';

export interface SetTableRow {
  readonly content: readonly Placed[];
  readonly height: number;
  readonly lines: number;
  readonly leading: number;
  readonly span: Span;
}

/** `repeated` is a head at the top of a further page: its words are ink, not text. */
export function setRow(row: TableRow, plan: TablePlan, part: TablePart, kind: 'head' | 'body' | 'repeated', context: BlockContext): SetTableRow {
  const { padding } = context.theme.components.table;
  const style = kind === 'body' || !plan.headed ? plan.style : plan.headStyle;
  const cells = part.columns.map(({ index, x, width, repeated }) => {
    const cell = row.cells[index];
    const column = plan.columns[index];
    if (!cell || !column || cell.children.length === 0) return { content: [], height: 0 };
    const ink = kind === 'repeated' || repeated;
    const words = ink ? plainText(cell.children) : cell.children;
    const set = context.text(words, style, x, width, cell.span, { align: column.align, ...(ink ? {} : { tag: cell.id }) });
    if (kind !== 'body' || !column.numeric) return set;
    return { ...set, content: moveAll(set.content, -tailShift(row, index, column.tail, plan, context), 0) };
  });
  const text = Math.max(style.leading, ...cells.map(({ height }) => height));
  const content = cells.flatMap(({ content: lines, height }) => moveAll(lines, 0, padding + (kind === 'body' ? 0 : text - height)));
  return { content, height: text + 2 * padding, lines: Math.round(text / style.leading), leading: style.leading, span: row.span };
}

/** How far left of the column's edge this number ends, so that its mark stands under the others'. */
function tailShift(row: TableRow, index: number, widest: number, plan: TablePlan, context: BlockContext): number {
  const children = row.cells[index]?.children ?? [];
  const text = plainText(children);
  const length = isBlank(text) ? 0 : tailLength(text, context.labels.decimal);
  if (length === undefined) return 0;
  const tail = length === 0 ? 0 : context.typesetter.extent(lastCharacters(children, length), plan.style, context.inline).max;
  return Math.max(0, widest - tail);
}
