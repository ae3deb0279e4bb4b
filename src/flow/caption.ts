// A figure's, table's or chart's caption → its number and words in the side column, above or below.
import { plainText, type Inline, type NodeId, type Span } from '../document/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

export interface CaptionRules {
  readonly caption: 'side' | 'above' | 'below';
  readonly captionGap: number;
  readonly numbered: boolean;
  readonly toCaption: number;
}

export interface Caption {
  readonly place: 'side' | 'above' | 'below';
  /** In the side column from the component's top; above or below from the caption's own top. */
  readonly content: readonly Placed[];
  readonly height: number;
  readonly tags: readonly TagNode[];
  /** "Tabel 1", else the words: what is repeated where it goes on. */
  readonly name: string;
}

/** Undefined where there is neither number nor caption. `stretch` is what the component takes. */
export function setCaption(
  owner: { readonly id: NodeId; readonly span: Span }, kind: 'figure' | 'table', words: readonly Inline[] | undefined, rules: CaptionRules, stretch: Stretch, context: BlockContext,
): Caption | undefined {
  const number = rules.numbered ? context.number(kind) : undefined;
  const label = number === undefined ? '' : context.fill(context.labels[kind], { number: String(number) });
  const text = words && plainText(words).trim() !== '' ? words : undefined;
  if (label === '' && !text) return undefined;
  const id = `${owner.id}/caption`;
  const beside = sideOf(rules, stretch, context);
  const place = beside ?? stretch;
  const content: Placed[] = [];
  const labelStyle = context.style('caption-label');
  const style = context.style('caption');
  let y = beside ? context.lineTop(rules.toCaption, label === '' ? style : labelStyle) : 0;
  if (label !== '') {
    const set = context.text(label, labelStyle, place.x, place.width, owner.span, { tag: id });
    content.push(...moveAll(set.content, 0, y));
    y += set.height;
  }
  if (text) {
    const set = context.text(text, style, place.x, place.width, owner.span, { tag: id });
    content.push(...moveAll(set.content, 0, y));
    y += set.height;
  }
  return {
    place: beside ? 'side' : rules.caption === 'side' ? 'above' : rules.caption, content, height: y,
    tags: [context.tag(id, 'Caption', owner.span, text ? context.inlineTags(text) : [])], name: label === '' ? plainText(text ?? []) : label,
  };
}

/** The side column, where the component leaves it free. */
export function sideOf(rules: CaptionRules, stretch: Stretch, context: BlockContext): Stretch | undefined {
  const { side } = context.zone;
  return rules.caption === 'side' && side && stretch.x >= side.x + side.width - 0.01 ? side : undefined;
}
