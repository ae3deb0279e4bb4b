// Link list → label beside, then each link's title, its address as a reader can type it, and a hairline.
import type { Inline, Links, ListItem } from '../document/index.ts';
import { addressLink, hiddenLinks, shortenAddress } from './address.ts';
import { flowFallback } from './fallback.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { loneAt } from './join.ts';
import type { FlowItem, Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

export function flowLinks(block: Links, context: BlockContext): FlowedBlock {
  const { links } = context.theme.components;
  const { zone } = context;
  const labelId = `${block.id}/label`;
  const words = block.title && block.title.length > 0 ? block.title : context.labels.readMore;
  const style = context.style('links-label');
  const side = links.label === 'side' ? zone.side : undefined;
  const label = context.text(words, style, (side ?? zone).x, (side ?? zone).width, block.span, { tag: labelId });
  const entries = block.items.map((item) => setEntry(item, zone, context));
  const items: FlowItem[] = [];
  const top = context.lineTop(links.toText, style);
  entries.forEach((entry, index) => {
    const first = index === 0;
    // The label is read before what it labels, also where it stands beside it.
    const beside = first && side ? moveAll(label.content, 0, top) : [];
    const content: Placed[] = [...(first ? [context.rule(zone.x, zone.width, 0, links.opening)] : []), ...beside, ...entry.content];
    let height = entry.height;
    if (first && side) {
      height = Math.max(height, entries.length === 1 ? top + label.height : height);
    }
    content.push(context.rule(zone.x, zone.width, height, links.row));
    if (!first) items.push({ kind: 'penalty', rules: ['tornList', ...loneAt(index, entries.length)], span: entry.span }, { kind: 'space', height: 0 });
    items.push(context.slab(height, content, {
      span: entry.span, lines: 1, anchor: first ? context.halfLine : 0, ...(first && side ? { side: Math.max(height, top + label.height) } : {}),
    }));
  });
  if (!side) {
    const above: Slab = context.slab(label.height + links.labelGap, label.content, { span: block.span, anchor: context.halfLine });
    items.unshift({ ...above, heading: true });
  }
  const tags = [
    context.tag(labelId, 'P', block.span, typeof words === 'string' ? [] : context.inlineTags(words)),
    context.tag(block.id, 'L', block.span, entries.map(({ tag }) => tag), { listNumbering: 'None' }),
  ];
  return flowFallback(block.before, { items, tags, ...context.componentSpacing(links), snap: context.onGrid }, block.span, context);
}

interface Entry { readonly content: readonly Placed[]; readonly height: number; readonly tag: TagNode; readonly span: ListItem['span'] }

function setEntry(item: ListItem, zone: Stretch, context: BlockContext): Entry {
  const { links } = context.theme.components;
  const titleStyle = context.style('link-title');
  const addressStyle = context.style('address');
  const whole = context.theme.components.address.scheme;
  const content: Placed[] = [];
  const tags: TagNode[] = [];
  let y = context.lineTop(links.toText, titleStyle);
  let last = titleStyle;
  const put = (words: readonly Inline[], style: typeof titleStyle, id: string): void => {
    const set = context.text(words, style, zone.x, zone.width, item.span, { tag: id });
    content.push(...moveAll(set.content, 0, y));
    tags.push(context.tag(id, 'P', item.span, context.inlineTags(words)));
    y += set.height;
    last = style;
  };
  for (const child of item.children) {
    if (child.kind !== 'paragraph' && child.kind !== 'heading') {
      const inner = context.within({ zone: { ...zone, full: zone }, body: context.style('card'), onGrid: false, depth: context.depth + 1 }).flowBlocks([child]);
      const composed = context.compose(inner.items);
      content.push(...moveAll(composed.content, 0, y));
      tags.push(...inner.tags);
      y += composed.height;
      continue;
    }
    const bare = child.children.length === 1 && child.children[0]?.kind === 'link' && child.children[0].bare ? child.children[0] : undefined;
    if (bare?.url !== undefined) { put(addressLink(bare.url, bare.id, bare.span, whole), addressStyle, child.id); continue; }
    put(child.children, tags.length === 0 ? titleStyle : context.style('card'), child.id);
    for (const { url, id, span } of hiddenLinks(child.children)) {
      if (shortenAddress(url) === '') continue;
      y += links.addressGap;
      put(addressLink(url, `${id}/address`, span, whole), addressStyle, `${id}/line`);
    }
  }
  const body = context.tag(`${item.id}/body`, 'LBody', item.span, tags);
  return { content, height: context.textEnd(y, last) + links.toRule, span: item.span, tag: context.tag(item.id, 'LI', item.span, [body]) };
}
