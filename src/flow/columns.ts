// Columns → a galley of its own that make-up balances.
import type { Columns } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { LEAST_EMS } from './kinds.ts';

export function flowColumns(block: Columns, context: BlockContext): FlowedBlock {
  const { columns } = context.theme.components;
  const { zone } = context;
  // Columns of columns would be too narrow to read.
  if (context.inColumns === true) {
    const flowed = context.flowBlocks(block.children);
    return { ...flowed, tags: [context.tag(block.id, 'Div', block.span, flowed.tags)] };
  }
  const outer = columns.zone === 'full' ? zone.full : zone;
  const most = Math.floor((outer.width + columns.gutter) / (LEAST_EMS * context.body.size + columns.gutter));
  const count = Math.max(1, Math.min(block.count, most));
  if (count < block.count) context.diagnostics.info('columns-narrow', block.span, `${block.count} columns would be too narrow to read here; ${count === 1 ? 'one is' : `${count} are`} set.`, 'Ask for fewer, or set them in the running text.');
  const width = (outer.width - columns.gutter * (count - 1)) / count;
  const stretch = { x: 0, width };
  const inner = context.within({ zone: { ...stretch, full: stretch }, depth: context.depth + 1, inColumns: true });
  const flowed = inner.flowBlocks(block.children);
  const tags = [context.tag(block.id, 'Div', block.span, flowed.tags)];
  if (flowed.items.length === 0) return { items: [], tags, before: 0, after: 0, rise: 0, snap: false };
  const xs = Array.from({ length: count }, (_, index) => outer.x + index * (width + columns.gutter));
  const spacing = context.componentSpacing(columns);
  return {
    items: [{ kind: 'columns', galley: flowed.items, xs, span: block.span }], tags,
    before: spacing.before, after: spacing.after, rise: flowed.rise, snap: context.onGrid,
  };
}
