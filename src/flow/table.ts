// Table → rows that a page may part, head repeated overleaf; columns as wide as their content asks.
import type { Table } from '../document/index.ts';
import { setCaption, type Caption } from './caption.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { EMPTY, loneAt } from './join.ts';
import type { FlowItem } from './item.ts';
import { moveAll } from './move.ts';
import { planTable, type TablePart, type TablePlan } from './table-plan.ts';
import { setRow } from './table-row.ts';
import { continuedNote, headSlab, rowSlabs } from './table-slabs.ts';
import { turnedContext, turnedPages } from './table-turned.ts';
import type { TagNode } from './tag.ts';

export function flowTable(block: Table, context: BlockContext): FlowedBlock {
  const { table } = context.theme.components;
  if (block.rows.length === 0) return EMPTY;
  const plan = planTable(block, context);
  const inner = plan.turned ? turnedContext(plan, context) : context;
  const caption = setCaption(block, 'table', block.caption, table, plan.stretch, inner);
  const items = plan.turned ? turnedPages(block, plan, caption, context) : uprightItems(block, plan, caption, context);
  return { items, tags: [tagOf(block, plan, caption, context)], ...context.componentSpacing(table), snap: context.onGrid };
}

function uprightItems(block: Table, plan: TablePlan, caption: Caption | undefined, context: BlockContext): FlowItem[] {
  const { table } = context.theme.components;
  const items: FlowItem[] = [];
  plan.parts.forEach((part, index) => {
    if (index > 0) items.push({ kind: 'penalty', rules: ['tornTable'], span: block.span }, { kind: 'space', height: table.before });
    items.push(...flowPart(block, plan, part, index === 0 ? caption : undefined, caption, context));
  });
  if (caption?.place === 'above') {
    const above = context.slab(caption.height + table.captionGap, caption.content, { span: block.span, ...(plan.stretch.x < context.zone.x ? { side: caption.height + table.captionGap } : {}) });
    items.unshift({ ...above, heading: true });
  } else if (caption?.place === 'below') items.push(context.slab(caption.height + table.captionGap, moveAll(caption.content, 0, table.captionGap), { span: block.span }));
  return items;
}

function flowPart(block: Table, plan: TablePlan, part: TablePart, caption: Caption | undefined, whole: Caption | undefined, context: BlockContext): FlowItem[] {
  const { table } = context.theme.components;
  const { stretch } = plan;
  const across = stretch.x < context.zone.x - 0.01;
  const rows = block.rows.map((row, index) => setRow(row, plan, part, index === 0 ? 'head' : 'body', context));
  const [head, ...body] = rows;
  if (!head) return [];
  const headed = plan.headed || body.length === 0;
  const opening = headSlab(headed ? head : undefined, block, stretch, across, caption?.place === 'side' ? caption.content : [], caption?.place === 'side' ? caption.height : 0, context);
  const repeated = setRow(block.rows[0] ?? { id: '', span: block.span, cells: [] }, plan, part, 'repeated', context);
  const note = continuedNote(block, whole, stretch, context);
  const again = headSlab(headed ? repeated : undefined, block, stretch, across, note.content, note.side ? note.height : 0, context, note.side ? 0 : note.height);
  const items: FlowItem[] = [
    {
      kind: 'open', frame: 'table', span: block.span, onContinue: { ...again, notes: [] },
      onBreak: context.slab(0, [context.rule(stretch.x, stretch.width, 0, table.closing)], { span: block.span }),
    },
    opening,
  ];
  const room = context.theme.master.area.height - again.height - 1;
  body.forEach((row, index) => {
    const last = index === body.length - 1;
    const stroke = last ? table.closing : table.row;
    if (index > 0) {
      items.push({ kind: 'penalty', rules: ['tornTable', ...loneAt(index, body.length)], span: row.span }, { kind: 'space', height: 0 });
    }
    items.push(...rowSlabs(row, row.height > room, stretch, across, stroke, context));
  });
  items.push({ kind: 'close', frame: 'table' });
  return items;
}

function tagOf(block: Table, plan: TablePlan, caption: Caption | undefined, context: BlockContext): TagNode {
  const columns = plan.columns.length;
  const rows = block.rows.map((row, index) => {
    const head = index === 0 && plan.headed;
    const cells = Array.from({ length: columns }, (_, column): TagNode => {
      const cell = row.cells[column];
      const id = cell?.id ?? `${row.id}/empty${column + 1}`;
      const isHead = head || (column === 0 && plan.rowHeads);
      return context.tag(id, isHead ? 'TH' : 'TD', cell?.span ?? row.span, cell ? context.inlineTags(cell.children) : [], isHead ? { scope: head ? 'Column' : 'Row' } : {});
    });
    return context.tag(row.id, 'TR', row.span, cells);
  });
  // A head of nothing is a row: PDF/UA wants a body under a head.
  const [head, ...body] = plan.headed && rows.length > 1 ? rows : [undefined, ...(rows.length > 1 ? rows.slice(1) : rows)];
  return context.tag(block.id, 'Table', block.span, [
    ...(caption?.tags ?? []), ...(head ? [context.tag(`${block.id}/head`, 'THead', block.span, [head])] : []),
    ...(body.length > 0 ? [context.tag(`${block.id}/body`, 'TBody', block.span, body.filter((row) => row !== undefined))] : []),
  ]);
}
