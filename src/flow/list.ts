// List → hung text with drawn marks, numbers or task boxes; nested to any depth.
import type { List, ListItem } from '../document/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { bar, disc, rectangle, ring, taskBox } from './drawing.ts';
import { plainInlines } from './context.ts';
import type { FlowItem } from './item.ts';
import { isComponent } from './kinds.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

export function flowList(block: List, context: BlockContext): FlowedBlock {
  const { list } = context.theme.components;
  const hang = hangOf(block, context);
  const gap = block.tight ? list.item : list.looseItem;
  const items: FlowItem[] = [];
  const tags: TagNode[] = [];
  const { zone } = context;
  const step = context.onGrid ? context.theme.master.grid?.step : undefined;
  const inner = context.within({
    zone: { x: zone.x + hang, width: zone.width - hang, full: { x: zone.x + hang, width: zone.width - hang } },
    listDepth: context.listDepth + 1, depth: context.depth + 1,
  });
  block.items.forEach((item, index) => {
    const label = labelOf(block, item, index, context);
    const flowed = inner.flowBlocks(item.children);
    const marked = withMark(keepIntro(flowed.items, item), label.content, item, context);
    if (items.length > 0) {
      // Marks show where an item begins, so that the space between items is the list's own, not its blocks'.
      items.push({ kind: 'space', height: gap, ...(step === undefined ? {} : { snap: step }) });
    }
    items.push(...marked);
    tags.push(context.tag(item.id, 'LI', item.span, [
      context.tag(label.id, 'Lbl', item.span, [], label.alt === undefined ? {} : { alt: label.alt }),
      context.tag(`${item.id}/body`, 'LBody', item.span, flowed.tags),
    ]));
  });
  const text = context.spacing(context.body);
  const nested = context.listDepth > 0;
  const edge = (own: number): number => (nested ? gap : own);
  return {
    items: nested ? items : [{ kind: 'open', frame: 'list', torn: 'tornList', span: block.span }, ...items, { kind: 'close', frame: 'list' }],
    rise: text.rise, snap: context.onGrid,
    before: edge(list.before), after: context.theme.distances === 'baselines' ? edge(list.after) + context.body.leading : edge(list.after),
    tags: [context.tag(block.id, 'L', block.span, tags, { listNumbering: block.ordered ? 'Decimal' : 'Disc' })],
  };
}

/** An item's one line over a table, a picture or a box says what it is: it does not stand at a page's foot without it. */
function keepIntro(items: readonly FlowItem[], { span, children: [, below] }: ListItem): readonly FlowItem[] {
  const [line, gap, ...rest] = items;
  const short = line?.kind === 'paragraph' && (line.alternatives[0]?.slabs.length ?? 0) === 1;
  return short && gap?.kind === 'space' && isComponent(below) ? [line, { kind: 'penalty', rules: ['loneItem'], span }, gap, ...rest] : items;
}

interface Label { readonly id: string; readonly content: readonly Placed[]; readonly alt?: string }

const numberOf = (block: List, index: number, suffix: string): string => `${block.start + index}${suffix}`;

/** Of the measure. */
const MOST_HANG = 0.2;

/** Text is hung as the template says, or as far as the widest number needs. */
function hangOf(block: List, context: BlockContext): number {
  const { list } = context.theme.components;
  // Deep in a narrow column, words need the room more than the hang does.
  const hang = Math.min(list.hang, context.zone.width * MOST_HANG);
  if (!block.ordered) return Math.max(hang, markWidth(block, context) + list.numberGap);
  const style = numberStyle(context);
  let widest = 0;
  for (const index of [0, block.items.length - 1]) {
    const text = numberOf(block, Math.max(0, index), list.numberSuffix);
    widest = Math.max(widest, context.typesetter.extent(plainInlines(text, block.span), style, context.inline).max);
  }
  return Math.max(hang, widest + list.numberGap);
}

/** Numbers are as large as the text that they number, which in a note or a card is smaller. */
function numberStyle(context: BlockContext): RoleStyle {
  const style = context.style('list-number');
  const scale = context.body.size / context.style('body').size;
  return scale === 1 ? style : { ...style, size: style.size * scale, leading: style.leading * scale };
}

/** The mark as it stands beside a first line whose baseline is at y = 0. */
function labelOf(block: List, item: ListItem, index: number, context: BlockContext): Label {
  const { list } = context.theme.components;
  const id = `${item.id}/label`;
  const { x } = context.zone;
  if (item.checked !== undefined) {
    const box = { ...taskBox(x, 0, list.box.size, list.box.stroke, item.checked), tag: id, span: item.span };
    return { id, content: [box], alt: item.checked ? context.labels.boxChecked : context.labels.boxUnchecked };
  }
  if (block.ordered) {
    const style = numberStyle(context);
    const text = context.text(numberOf(block, index, list.numberSuffix), style, x, list.hang * 4, item.span, { tag: id });
    return { id, content: moveAll(text.content, 0, -text.baseline) };
  }
  return { id, content: [{ ...markOf(context), tag: id, span: item.span }] };
}

function markWidth(block: List, context: BlockContext): number {
  const { list } = context.theme.components;
  const mark = list.marks[Math.min(context.listDepth, list.marks.length - 1)];
  return block.items.some(({ checked }) => checked !== undefined) ? list.box.size : mark?.size ?? 0;
}

function markOf(context: BlockContext): ReturnType<typeof disc> {
  const { marks } = context.theme.components.list;
  const mark = marks[Math.min(context.listDepth, marks.length - 1)];
  if (!mark) throw new Error('A checked template has at least one list mark.');
  const { x } = context.zone;
  const y = -mark.raise;
  switch (mark.mark) {
    case 'disc': return disc(x + mark.size / 2, y, mark.size, mark.colour);
    case 'ring': return ring(x + mark.size / 2, y, mark.size, mark.colour);
    case 'square': return { kind: 'path', role: 'disc', path: rectangle(x, y - mark.size / 2, mark.size, mark.size), fill: mark.colour };
    case 'dash': return { ...bar(x, y - mark.size / 16, y + mark.size / 16, { width: mark.size, colour: mark.colour }), role: 'disc' };
  }
}

/** The mark beside the item's first line; an item without one (a table, nothing) gets a line of its own. */
function withMark(items: readonly FlowItem[], mark: readonly Placed[], item: ListItem, context: BlockContext): readonly FlowItem[] {
  const [head, ...rest] = items;
  if (head?.kind === 'paragraph' && head.alternatives[0]?.slabs[0]) {
    const alternatives = head.alternatives.map((alternative) => {
      const [line, ...lines] = alternative.slabs;
      return line ? { ...alternative, slabs: [{ ...line, content: [...moveAll(mark, 0, line.anchor), ...line.content] }, ...lines] } : alternative;
    });
    return [{ ...head, alternatives }, ...rest];
  }
  const { leading } = context.body;
  const baseline = context.theme.distances === 'baselines' ? leading : context.baseline(context.body);
  const line = context.slab(leading, moveAll(mark, 0, baseline), { span: item.span, anchor: baseline, lines: items.length === 0 ? 1 : 0 });
  if (head?.kind === 'slab' && (head.lines > 0 || head.heading)) return [{ ...head, content: [...moveAll(mark, 0, head.anchor), ...head.content] }, ...rest];
  return items.length === 0 ? [line] : [line, ...items];
}
