// A GFM table → Table, rectangular: short rows are filled up, and what stands beyond the head's columns is kept.
import type { Table as MdastTable } from 'mdast';
import type { NodeId, Table, TableCell } from '../document/index.ts';
import type { BlockConverter } from './blocks.ts';
import { spanOf } from './context.ts';

export function toTable(node: MdastTable, id: NodeId, convert: BlockConverter): Table {
  const { context } = convert;
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0);
  const head = node.children[0]?.children.length ?? 0;
  return {
    kind: 'table', id, span: spanOf(node, context),
    align: Array.from({ length: width }, (_, i) => node.align?.[i] ?? undefined),
    rows: node.children.map((row, r) => {
      const span = spanOf(row, context);
      const extra = row.children[head];
      if (extra) context.diagnostics.warning('table-cells', spanOf(extra, context), `The row has ${row.children.length} cells, the table's head ${head}.`, 'Write a head for each column, or \\| for a line inside a cell.');
      const cells: TableCell[] = row.children.map((cell, c) => {
        const cellId = `${id}/${r + 1}/${c + 1}`;
        return { id: cellId, span: spanOf(cell, context), children: convert.inlines(cell.children, cellId) };
      });
      const end = { ...span, line: span.endLine, column: span.endColumn };
      while (cells.length < width) cells.push({ id: `${id}/${r + 1}/${cells.length + 1}`, span: end, children: [] });
      return { id: `${id}/${r + 1}`, span, cells };
    }),
  };
}
