// Fact box → rule, title, content, rule; what goes on overleaf is closed at the foot and opened again, "(fortsat)".
import type { FactBox } from '../document/index.ts';
import type { BlockContext, FlowedBlock, Zone } from './builder.ts';
import { bar } from './drawing.ts';
import type { FlowItem, Slab } from './item.ts';
import { isComponent } from './kinds.ts';
import { move } from './move.ts';
import { plainText } from '../document/index.ts';

export function flowFactbox(block: FactBox, context: BlockContext): FlowedBlock {
  const { factbox } = context.theme.components;
  const { zone } = context;
  const outer = factbox.zone === 'full' ? zone.full : zone;
  const titleInSide = factbox.title === 'side' && zone.side !== undefined && factbox.zone === 'full';
  const stretch = titleInSide ? { x: zone.x, width: zone.width } : { x: outer.x + factbox.inset, width: outer.width - 2 * factbox.inset };
  const content: Zone = { ...stretch, full: stretch };
  const body = context.style('box');
  const inner = context.within({ zone: content, body, onGrid: false, depth: context.depth + 1, listDepth: 0, heading: 'box-heading' });
  const flowed = inner.flowBlocks(block.children);
  const titleTag = `${block.id}/title`;
  const opening = openingSlab(block, context, outer, titleInSide, stretch, flowed.rise, block.title, titleTag, isComponent(block.children[0]) ? flowed.before : 0);
  const again = openingSlab(block, context, outer, titleInSide, stretch, context.spacing(body).rise, continuedTitle(block, context), undefined, 0);
  const closing = (): Slab => context.slab(factbox.toClosing, [context.rule(outer.x, outer.width, factbox.toClosing, factbox.closing)], {
    span: block.span, ...(outer.x < zone.x ? { side: factbox.toClosing } : {}),
  });
  const tags = [context.tag(block.id, 'Aside', block.span, [
    ...(block.title ? [context.tag(titleTag, 'P', block.span, context.inlineTags(block.title))] : []), ...flowed.tags,
  ])];
  const { frame } = factbox;
  const items: FlowItem[] = [
    {
      kind: 'open', frame: 'factbox', span: block.span, onBreak: closing(), onContinue: again, torn: 'tornBox',
      ...(frame ? { beside: (y0: number, y1: number) => [bar(outer.x, y0, y1, frame), bar(outer.x + outer.width - frame.width, y0, y1, frame)] } : {}),
    },
    opening, ...flowed.items, closing(), { kind: 'close', frame: 'factbox' },
  ];
  return { items, tags, ...context.componentSpacing(factbox), snap: context.onGrid };
}

/** The title where the box goes on, as plain words: they are an artifact. */
function continuedTitle(block: FactBox, context: BlockContext): string {
  return block.title ? context.fill(context.labels.continued, { title: plainText(block.title) }) : context.labels.continuedBare;
}

/** `rise` is how much of the first content stands above its own measuring line, `clear` the least space that it keeps from the title. */
function openingSlab(
  block: FactBox, context: BlockContext, outer: { x: number; width: number }, inSide: boolean, stretch: { x: number; width: number },
  rise: number, title: Parameters<BlockContext['text']>[0] | undefined, tag: string | undefined, clear: number,
): Slab {
  const { factbox } = context.theme.components;
  const style = context.style('box-title');
  const place = inSide ? context.zone.side ?? stretch : stretch;
  const empty = title === undefined || title.length === 0;
  const text = empty ? undefined : context.text(title, style, place.x, place.width, block.span, tag === undefined ? {} : { tag });
  const top = context.lineTop(factbox.toText, style);
  const lines = (text?.content ?? []).map((line) => move(line, 0, top));
  const rule = context.rule(outer.x, outer.width, 0, factbox.opening);
  const wide = outer.x < context.zone.x;
  const below = inSide || !text ? factbox.toText - rise : Math.max(factbox.toText - rise, context.textEnd(top + text.height, style) + Math.max(factbox.titleGap + (rise > 0 ? style.leading - rise : 0), clear));
  const sideEnd = inSide && text ? top + text.height : below;
  return context.slab(Math.max(below, 0), [rule, ...lines], {
    span: block.span, anchor: context.halfLine, ...(wide ? { side: sideEnd } : {}),
  });
}
