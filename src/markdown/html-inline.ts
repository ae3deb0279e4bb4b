// Raw HTML among words: comments vanish, <br> breaks, <sub> and <sup> hold what follows up to their end; other tags are said and left out.
import type { Html, PhrasingContent } from 'mdast';
import type { Inline } from '../document/index.ts';
import { MAX_DEPTH, spanOf } from './context.ts';
import { sayTag, tagOf } from './html-tags.ts';
import { toInlines, type InlineScope } from './inlines.ts';
import { textAt } from './place-text.ts';

/** So far ahead a closing tag is looked for: to look on from each of thousands of tags would cost their square. */
const FURTHEST = 500;

/** Returns the index of the last node that was used. */
export function htmlInline(nodes: readonly PhrasingContent[], at: number, node: Html, out: Inline[], scope: InlineScope, depth: number): number {
  const { context } = scope;
  const span = spanOf(node, context);
  const tag = tagOf(node.value);
  if (tag.kind === 'comment') return at;
  if (tag.name === 'br') {
    out.push({ kind: 'break', span });
    return at;
  }
  if (tag.kind === 'open' && (tag.name === 'sub' || tag.name === 'sup')) {
    const end = closingOf(nodes, at, tag.name);
    if (end > at && depth < MAX_DEPTH) {
      const children = toInlines(nodes.slice(at + 1, end), scope, depth + 1);
      if (children.length > 0) out.push({ kind: tag.name, span, children });
      return end;
    }
    context.diagnostics.warning('raw-html', span, `The tag <${tag.name}> is not closed in its paragraph.`, `Write </${tag.name}> after what it holds.`);
    return at;
  }
  sayTag(tag, span, context);
  if (tag.text !== '') out.push(textAt(tag.text, span));
  return at;
}

function closingOf(nodes: readonly PhrasingContent[], at: number, name: string): number {
  let depth = 0;
  for (let i = at + 1; i < Math.min(nodes.length, at + FURTHEST); i++) {
    const node = nodes[i];
    if (node?.type !== 'html') continue;
    const tag = tagOf(node.value);
    if (tag.name !== name) continue;
    if (tag.kind === 'open') depth++;
    else if (depth-- === 0) return i;
  }
  return -1;
}
