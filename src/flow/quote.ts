// Quote → its blocks in the quote's style under a bar, or beside one that goes on over pages.
import type { Quote } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { bar, rectangle } from './drawing.ts';
import type { FlowItem } from './item.ts';
import { isComponent } from './kinds.ts';

export function flowQuote(block: Quote, context: BlockContext): FlowedBlock {
  const { quote } = context.theme.components;
  const { zone } = context;
  const stretch = { x: zone.x + quote.inset, width: zone.width - quote.inset };
  const inner = context.within({ zone: { ...stretch, full: stretch }, body: context.style('quote'), onGrid: false, depth: context.depth + 1 });
  const flowed = inner.flowBlocks(block.children);
  const tags = [context.tag(block.id, 'BlockQuote', block.span, flowed.tags)];
  if (flowed.items.length === 0) return { items: [], tags, before: 0, after: 0, rise: 0, snap: false };
  const items: FlowItem[] = [...flowed.items];
  if (quote.bar.height > 0) {
    const path = rectangle(stretch.x, 0, Math.min(quote.bar.width, stretch.width), quote.bar.height);
    items.unshift(context.slab(Math.max(0, quote.bar.toText - (isComponent(block.children[0]) ? 0 : flowed.rise)), [{ kind: 'path', role: 'bar', path, fill: quote.bar.colour }],
      { span: block.span, anchor: context.halfLine }));
  }
  const { side } = quote;
  items.unshift({
    kind: 'open', frame: 'quote', span: block.span, torn: 'tornBox',
    ...(side ? { beside: (y0: number, y1: number) => [bar(zone.x, y0, y1, side)] } : {}),
  });
  items.push({ kind: 'close', frame: 'quote' });
  return { items, tags, ...context.componentSpacing(quote), snap: context.onGrid && quote.bar.height > 0 };
}
