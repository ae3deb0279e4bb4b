// mdast phrasing content → Inline[]: every word with its place.
import type { PhrasingContent, Text as MdastText } from 'mdast';
import type { Inline, Text } from '../document/index.ts';
import { MAX_DEPTH, spanOf, type ChapterContext, type Ordinals } from './context.ts';
import { linkEmails } from './emails.ts';
import { htmlInline } from './html-inline.ts';
import { toLink } from './links.ts';
import { captionAt, toPicture } from './pictures.ts';
import { cut, placeIn, textAt, toText } from './place-text.ts';

/** `definition` looks link and picture references up in the chapter's definitions. */
export interface InlineScope {
  readonly context: ChapterContext;
  readonly ids: Ordinals;
  readonly inLink: boolean;
  definition(identifier: string): { readonly url: string; readonly title?: string | null | undefined } | undefined;
}

type ImageNode = Extract<PhrasingContent, { type: 'image' | 'imageReference' }>;

export function toInlines(nodes: readonly PhrasingContent[], scope: InlineScope, depth = 0): Inline[] {
  const out: Inline[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as PhrasingContent;
    if (node.type === 'html') i = htmlInline(nodes, i, node, out, scope, depth);
    else if (node.type === 'image' || node.type === 'imageReference') {
      const next = nodes[i + 1];
      const text = next?.type === 'text' && next.value.startsWith('{') ? toText(next, scope.context) : undefined;
      const braces = text && /^\{[^{}]*\}/.exec(text.value)?.[0];
      out.push(...toImage(node, scope, text && braces ? cut(text, 0, braces.length) : undefined));
      if (text && braces) {
        i++;
        if (braces.length < text.value.length) out.push(...words(cut(text, braces.length), scope));
      }
    } else out.push(...toInline(node, scope, depth));
  }
  // To its length: an array that grew has room for many times as many.
  return out.slice();
}

function toInline(node: PhrasingContent, scope: InlineScope, depth: number): Inline[] {
  const { context } = scope;
  const span = spanOf(node, context);
  const children = (list: readonly PhrasingContent[], inLink = scope.inLink): Inline[] => {
    if (depth < MAX_DEPTH) return toInlines(list, inLink === scope.inLink ? scope : { ...scope, inLink }, depth + 1);
    context.diagnostics.error('too-deep', span, `Emphasis and links are nested more than ${MAX_DEPTH} deep.`);
    return [];
  };
  switch (node.type) {
    case 'text': return words(toText(node, context), scope);
    case 'emphasis': return [{ kind: 'emphasis', span, children: children(node.children) }];
    case 'strong': return [{ kind: 'strong', span, children: children(node.children) }];
    case 'delete': return [{ kind: 'strike', span, children: children(node.children) }];
    case 'inlineCode': return [{ kind: 'code', span, value: node.value }];
    case 'break': return [{ kind: 'break', span }];
    case 'link': return toLink(node, node.url, node.title, span, children(node.children, true), scope);
    case 'linkReference': {
      const found = scope.definition(node.identifier);
      return found ? toLink(node, found.url, found.title, span, children(node.children, true), scope) : children(node.children);
    }
    case 'footnoteReference': return toNoteMark(node.identifier, node.label ?? node.identifier, span, scope);
    default: return 'children' in node ? children(node.children as PhrasingContent[]) : 'value' in node ? words(toText(node as unknown as MdastText, context), scope) : [];
  }
}

function words(text: Text, scope: InlineScope): Inline[] {
  if (text.value.includes('[')) findLooseReferences(text, scope.context);
  return scope.inLink ? [text] : linkEmails(text, () => scope.ids.next('link'));
}

/** What looks like a note's mark or a link by reference and has nothing to refer to is only text to the parser. */
function findLooseReferences(text: Text, context: ChapterContext): void {
  const written = (index: number): boolean => {
    const { line, column } = placeIn(text, index);
    const source = context.lines[line - 1] ?? '';
    return source[column - 1] === '[' && source[column - 2] !== '\\';
  };
  const place = (index: number, length: number): Text['span'] => cut(text, index, index + length).span;
  for (const { 0: mark, 1: label = '', index } of text.value.matchAll(/\[\^([^\]\s[^]{1,200})\]/g)) {
    // "[^a-z]" is a set of characters.
    if (/^(?:\w-\w)+$/.test(label) || !written(index)) continue;
    context.diagnostics.error('unknown-note', place(index, mark.length), `There is no footnote "${label}".`, `Write "[^${label}]: …" below, or \\${mark} for the characters themselves.`);
  }
  for (const { 0: whole, 1: label = '', index } of text.value.matchAll(/\]\[([^\][]{1,200})\]/g)) {
    if (!written(index + 1)) continue;
    context.diagnostics.warning('unknown-definition', place(index + 1, whole.length - 1), `There is no definition of "${label}".`, `Write "[${label}]: https://…" below. The text is set as it stands.`);
  }
}

function toImage(node: ImageNode, scope: InlineScope, attributes: Text | undefined): Inline[] {
  const { context } = scope;
  const span = spanOf(node, context);
  const found = node.type === 'image' ? node : scope.definition(node.identifier);
  const picture = toPicture(found?.url ?? '', node.alt ?? '', span, attributes, context);
  const shown: Inline[] = picture ? [{ kind: 'image', id: scope.ids.next('image'), span, picture }] : node.alt ? [textAt(node.alt, span)] : [];
  if (!found?.title?.trim()) return shown;
  // Among words there is no place beside or under it: the caption follows in parentheses, as in running text.
  context.diagnostics.info('caption-inline', span, 'The picture stands among words: its caption is set after it, in parentheses.', 'Put an empty line before and after the picture to set it as a figure.');
  return [...shown, textAt('\u00a0(', span), captionAt(found.title, span, context), textAt(')', span)];
}

function toNoteMark(identifier: string, label: string, span: Text['span'], scope: InlineScope): Inline[] {
  const { context } = scope;
  if (!context.defined.has(identifier)) return [textAt(`[^${label}]`, span)];
  if (!context.noteLabels.includes(identifier)) context.noteLabels.push(identifier);
  return [{ kind: 'note-mark', id: scope.ids.next('mark'), span, note: identifier }];
}
