// What stands between < and > → its kind and name, and the diagnostic where it is not understood.
import type { Span } from '../document/index.ts';
import type { ChapterContext } from './context.ts';

export interface Tag {
  readonly kind: 'comment' | 'open' | 'close' | 'other';
  /** Lower case; empty for what is no element. */
  readonly name: string;
  /** What a reader would miss: the inside of <![CDATA[…]]> and <?…?>. */
  readonly text: string;
  readonly source: string;
}

export function tagOf(source: string): Tag {
  if (source.startsWith('<!--')) return { kind: 'comment', name: '', text: '', source };
  const inside = /^<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/.exec(source) ?? /^<\?([\s\S]*?)(?:\?>|$)/.exec(source);
  if (inside) return { kind: 'other', name: '', text: (inside[1] ?? '').replace(/\s+/g, ' ').trim(), source };
  const element = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(source);
  if (!element) return { kind: 'other', name: '', text: '', source };
  return { kind: element[1] === '/' ? 'close' : 'open', name: (element[2] ?? '').toLowerCase(), text: '', source };
}

const HINTS: Readonly<Record<string, string>> = {
  img: 'Write ![text](file) for a picture.', a: 'Write [text](address) for a link.', b: 'Write **text**.', strong: 'Write **text**.', i: 'Write *text*.', em: 'Write *text*.',
  table: 'Write a table with | between its cells.', hr: 'Write *** on a line of its own.',
};

/** A closing tag is said only where nothing opened it. */
export function sayTag(tag: Tag, span: Span, context: ChapterContext): void {
  if (tag.kind === 'open') context.openedTags.add(tag.name);
  else if (tag.kind === 'close' && context.openedTags.has(tag.name)) return;
  const shown = tag.source.length > 40 ? `${tag.source.slice(0, 40)}…` : tag.source;
  context.diagnostics.warning('raw-html', span, `The tag ${shown.replace(/\s+/g, ' ')} is not understood.`,
    anchorHint(tag) ?? HINTS[tag.name] ?? 'Of raw HTML, comments, <br>, <sub> and <sup> are. What the tag holds is set as text.');
}

/** A place to lead to, as HTML writes it. */
function anchorHint({ name, source }: Tag): string | undefined {
  const id = name === 'a' && !/\shref\s*=/i.test(source) ? /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/i.exec(source)?.[1] : undefined;
  return id === undefined ? undefined : `A place to lead to is a heading: write {#${id}} after its text.`;
}
