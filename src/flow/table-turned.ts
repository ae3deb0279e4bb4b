// A table too wide for its page → pages of it that lie on their side, head repeated; each is one slab as high as the table is wide.
import type { Table } from '../document/index.ts';
import type { BlockContext } from './builder.ts';
import type { Caption } from './caption.ts';
import type { FlowItem, Slab } from './item.ts';
import { moveAll, turnAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TablePlan } from './table-plan.ts';
import { setRow } from './table-row.ts';
import { continuedNote, headSlab, rowSlabs } from './table-slabs.ts';

/** What stands in a turned table is set as on a page that is as wide as this one is high. */
export function turnedContext({ stretch }: TablePlan, context: BlockContext): BlockContext {
  return context.within({ zone: { ...stretch, full: stretch }, onGrid: false });
}

export function turnedPages(block: Table, plan: TablePlan, caption: Caption | undefined, context: BlockContext): FlowItem[] {
  const { table } = context.theme.components;
  const { stretch } = plan;
  const [part] = plan.parts;
  const first = block.rows[0];
  if (!part || !first) return [];
  const inner = turnedContext(plan, context);
  const room = context.zone.full.width;
  const note = continuedNote(block, caption, stretch, inner);
  const head = plan.headed || block.rows.length === 1;
  const opening = headSlab(head ? setRow(first, plan, part, 'head', inner) : undefined, block, stretch, false, [], 0, inner);
  const again = headSlab(head ? setRow(first, plan, part, 'repeated', inner) : undefined, block, stretch, false, note.content, 0, inner, note.height);
  const captionSlab = caption && inner.slab(caption.height + table.captionGap, moveAll(caption.content, 0, caption.place === 'below' ? table.captionGap : 0), { span: block.span });
  const begun = captionSlab && caption.place !== 'below' ? [captionSlab, opening] : [opening];
  const body = block.rows.slice(1).map((row) => setRow(row, plan, part, 'body', inner));
  const slabs = body.flatMap((row, index) =>
    rowSlabs(row, row.height > room - again.height, stretch, false, index === body.length - 1 ? table.closing : table.row, inner)
      .filter((item) => item.kind === 'slab'));
  const end = captionSlab && caption.place === 'below' ? [captionSlab] : [];
  const pages = fill(begun, again, [...slabs, ...end], room);
  return pages.flatMap((page, index): FlowItem[] => {
    const slab = turnPage(page, index < pages.length - 1, block, plan, inner, context);
    return index === 0 ? [slab] : [{ kind: 'penalty', rules: ['tornTable'], span: block.span }, { kind: 'space', height: 0 }, slab];
  });
}

/** As many as fit, then the next page with its head again. */
function fill(begun: readonly Slab[], again: Slab, slabs: readonly Slab[], room: number): Slab[][] {
  const sum = (page: readonly Slab[]): number => page.reduce((total, { height }) => total + height, 0);
  const pages: Slab[][] = [[...begun]];
  let used = sum(begun);
  for (const slab of slabs) {
    if (used + slab.height > room + 0.01) {
      pages.push([again]);
      used = again.height;
    }
    pages.at(-1)?.push(slab);
    used += slab.height;
  }
  return pages;
}

function turnPage(page: readonly Slab[], goesOn: boolean, block: Table, { stretch }: TablePlan, inner: BlockContext, context: BlockContext): Slab {
  const { zone } = context;
  const content: Placed[] = [];
  let depth = 0;
  for (const slab of page) {
    content.push(...moveAll(slab.content, 0, depth));
    depth += slab.height;
  }
  if (goesOn) content.push(inner.rule(stretch.x, stretch.width, depth, context.theme.components.table.closing));
  const across = depth > zone.width + 0.01 && zone.full.x < zone.x;
  const x = across ? zone.full.x : zone.x;
  return context.slab(stretch.width, turnAll(content, x, stretch.width), { span: block.span, lines: page.length, ...(across ? { side: stretch.width } : {}) });
}
