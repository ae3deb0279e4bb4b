// A table's head, its rows and the note that it goes on → slabs, wherever a page or a turned page may part them.
import type { Table } from '../document/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import { sideOf, type Caption } from './caption.ts';
import type { FlowItem, Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { SetTableRow } from './table-row.ts';

export function headSlab(
  head: SetTableRow | undefined, block: Table, stretch: Stretch, across: boolean, beside: readonly Placed[], besideHeight: number, context: BlockContext, top = 0,
): Slab {
  const { table } = context.theme.components;
  const height = top + (head?.height ?? 0);
  const content: Placed[] = [
    ...beside, context.rule(stretch.x, stretch.width, top, table.opening),
    ...(head ? [...moveAll(head.content, 0, top), context.rule(stretch.x, stretch.width, height, table.head)] : []),
  ];
  return context.slab(height, content, {
    span: block.span, anchor: context.halfLine, lines: head ? 1 : 0, ...(across || besideHeight > 0 ? { side: Math.max(besideHeight, across ? height : 0) } : {}),
  });
}

/** "Tabel 2 (fortsat)", where the caption stands on the first page. */
export function continuedNote(block: Table, caption: Caption | undefined, stretch: Stretch, context: BlockContext): { content: readonly Placed[]; height: number; side: boolean } {
  const { table } = context.theme.components;
  const words = caption && caption.name.length < 60 ? context.fill(context.labels.continued, { title: caption.name }) : context.labels.continuedBare;
  const style = context.style('caption');
  const side = sideOf(table, stretch, context);
  const place = side ?? stretch;
  const text = context.text(words, style, place.x, place.width, block.span);
  const top = side ? context.lineTop(table.toCaption, style) : 0;
  return { content: moveAll(text.content, 0, top), height: side ? top + text.height : text.height + table.captionGap, side: side !== undefined };
}

/** A row, whole; one that is higher than a page line by line, all its cells in step. */
export function rowSlabs(row: SetTableRow, torn: boolean, stretch: Stretch, across: boolean, stroke: Parameters<BlockContext['rule']>[3], context: BlockContext): FlowItem[] {
  const { table } = context.theme.components;
  const more = (height: number): { side: number } | Record<string, never> => (across ? { side: height } : {});
  if (!torn) {
    return [context.slab(row.height, [...row.content, context.rule(stretch.x, stretch.width, row.height, stroke)], { span: row.span, lines: 1, anchors: [], ...more(row.height) })];
  }
  const items: FlowItem[] = [];
  for (let line = 0; line < row.lines; line += 1) {
    const top = line === 0 ? 0 : table.padding + line * row.leading;
    const last = line === row.lines - 1;
    const bottom = last ? row.height : table.padding + (line + 1) * row.leading;
    const from = table.padding + line * row.leading;
    const content = row.content.filter((placed) => placed.kind === 'line' && placed.y > from && placed.y <= from + row.leading);
    if (line > 0) items.push({ kind: 'penalty', rules: ['tornRow'], span: row.span }, { kind: 'space', height: 0 });
    items.push(context.slab(bottom - top, [...moveAll(content, 0, -top), ...(last ? [context.rule(stretch.x, stretch.width, bottom - top, stroke)] : [])], { span: row.span, lines: 1, ...more(bottom - top) }));
  }
  return items;
}
