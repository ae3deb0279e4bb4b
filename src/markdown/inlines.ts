// mdast phrasing content → Inline[]: words keep their places, raw HTML is understood or said, unsafe links are only text.
import type { Html, PhrasingContent, Text as MdastText } from 'mdast';
import type { Inline, NodeId, PictureRef, Text } from '../document/index.ts';
import { MAX_DEPTH, Ordinals, resolvePicture, spanOf, type ChapterContext } from './context.ts';

/** `resolve` looks link and picture references up in the chapter's definitions. */
export interface InlineScope {
  readonly context: ChapterContext;
  readonly ids: Ordinals;
  definition(identifier: string): { readonly url: string; readonly title?: string | null | undefined } | undefined;
}

export function toInlines(nodes: readonly PhrasingContent[], scope: InlineScope, depth = 0): Inline[] {
  const out: Inline[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as PhrasingContent;
    if (node.type === 'html') {
      i = htmlInline(nodes, i, node, out, scope, depth);
    } else if ((node.type === 'image' || node.type === 'imageReference') && nodes[i + 1]?.type === 'text') {
      const next = nodes[i + 1] as MdastText;
      const braces = /^\{([^}\n]*)\}/.exec(next.value);
      out.push(...toInline(node, scope, depth, braces?.[1]));
      const rest = braces ? next.value.slice(braces[0].length) : next.value;
      if (rest !== '') out.push(toText(next, rest, next.value.length - rest.length, scope.context));
      i++;
    } else out.push(...toInline(node, scope, depth));
  }
  return out;
}

function toInline(node: PhrasingContent, scope: InlineScope, depth: number, attributes?: string): Inline[] {
  const { context } = scope;
  const span = spanOf(node, context);
  const children = (list: readonly PhrasingContent[]): Inline[] => {
    if (depth > MAX_DEPTH) {
      context.diagnostics.error('too-deep', span, `Emphasis and links are nested more than ${MAX_DEPTH} deep.`);
      return [];
    }
    return toInlines(list, scope, depth + 1);
  };
  switch (node.type) {
    case 'text': return [toText(node, node.value, 0, context)];
    case 'emphasis': return [{ kind: 'emphasis', span, children: children(node.children) }];
    case 'strong': return [{ kind: 'strong', span, children: children(node.children) }];
    case 'delete': return [{ kind: 'strike', span, children: children(node.children) }];
    case 'inlineCode': return [{ kind: 'code', span, value: node.value }];
    case 'break': return [{ kind: 'break', span }];
    case 'link': return toLink(node, node.url, node.title, span, children(node.children), scope);
    case 'linkReference': {
      const found = scope.definition(node.identifier);
      return found ? toLink(node, found.url, found.title, span, children(node.children), scope) : children(node.children);
    }
    case 'image': case 'imageReference': return toImage(node, scope, attributes);
    case 'footnoteReference': return toNoteMark(node.identifier, node.label ?? node.identifier, span, scope);
    case 'html': return [textOf(node.value, span)];
    default: return 'children' in node ? children(node.children as PhrasingContent[]) : [];
  }
}

/** `skip`: how many characters of the node's value stand before `value`. */
function toText(node: MdastText, value: string, skip: number, context: ChapterContext): Text {
  const span = spanOf(node, context);
  const lines = [{ index: 0, line: span.line, column: span.column + skip }];
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
    const line = span.line + lines.length;
    const source = context.lines[line - 1] ?? '';
    const words = /^\S*/.exec(value.slice(at + 1))?.[0] ?? '';
    // The line's own text stands behind quote marks and indents; entities make it differ, then the first letter will do.
    const found = words === '' ? -1 : source.indexOf(words);
    lines.push({ index: at + 1, line, column: (found >= 0 ? found : source.search(/[^\s>]/)) + 1 || 1 });
  }
  return { kind: 'text', span: { ...span, column: span.column + skip }, value: value.replace(/\n/g, ' '), lines };
}

function textOf(value: string, span: Text['span']): Text {
  return { kind: 'text', span, value, lines: [{ index: 0, line: span.line, column: span.column }] };
}

const SAFE = /^(https?|mailto|tel|ftp|sms|geo|doi|urn):/i;

function toLink(node: PhrasingContent, url: string, title: string | null | undefined, span: Text['span'], children: Inline[], scope: InlineScope): Inline[] {
  const { context } = scope;
  const id: NodeId = scope.ids.next('link');
  const shared = { span, ...(title ? { title } : {}) };
  if (url.startsWith('#') && url.length > 1) {
    const target = safeDecode(url.slice(1));
    context.references.push({ target, span });
    if (children.length === 0) return [{ kind: 'page-reference', id, span, target }];
    return [{ kind: 'link', id, ...shared, target, bare: false, children }];
  }
  if (SAFE.test(url)) {
    const words = node.type === 'link' ? node.children.map((child) => ('value' in child ? child.value : '')).join('') : '';
    const bare = children.length === 0 || words === url || url === `mailto:${words}` || url === `http://${words}` || words === safeDecode(url);
    return [{ kind: 'link', id, ...shared, url, bare, children: children.length > 0 ? children : [textOf(url, span)] }];
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url.replace(/[\s\u0000-\u001f]/g, ''))) {
    context.diagnostics.warning('unsafe-link', span, `The link's address begins with a scheme that a printed report cannot open safely: "${url.slice(0, 40)}".`, 'Use http:, https:, mailto: or tel:. The text is set without a link.');
  } else if (url !== '') {
    context.diagnostics.warning('link-address', span, `The link's address "${url}" leads nowhere on paper.`, 'Use a whole address (https://…) or #id. The text is set without a link.');
  } else context.diagnostics.warning('link-address', span, 'The link has no address.', 'The text is set without a link.');
  return children.length > 0 ? children : url === '' ? [] : [textOf(url, span)];
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toImage(node: Extract<PhrasingContent, { type: 'image' | 'imageReference' }>, scope: InlineScope, attributes?: string): Inline[] {
  const span = spanOf(node, scope.context);
  const source = node.type === 'image' ? node.url : scope.definition(node.identifier)?.url ?? '';
  const picture = toPicture(source, node.alt ?? '', span, attributes, scope.context);
  return picture ? [{ kind: 'image', id: scope.ids.next('image'), span, picture }] : node.alt ? [textOf(node.alt, span)] : [];
}

export function toPicture(source: string, alt: string, span: Text['span'], attributes: string | undefined, context: ChapterContext): PictureRef | undefined {
  const found = resolvePicture(source, context);
  if ('reason' in found) {
    context.diagnostics.error('picture-address', span, `The picture "${source.slice(0, 80)}" cannot be used.`, found.reason);
    return undefined;
  }
  const width = attributes === undefined ? undefined : readWidth(attributes, span, context);
  return { file: found.file, source, alt, span, ...(width ? { width } : {}) };
}

function readWidth(attributes: string, span: Text['span'], context: ChapterContext): PictureRef['width'] {
  let width: PictureRef['width'];
  for (const part of attributes.trim().split(/\s+/).filter(Boolean)) {
    const [name = '', raw = ''] = part.split('=');
    const value = /^"?(\d+(?:[.,]\d+)?)\s*(%|mm|pt)"?$/.exec(raw);
    if (name !== 'width') context.diagnostics.warning('unknown-attribute', span, `Unknown attribute "${name}" on a picture.`, 'A picture takes width=60%, width=80mm or width=200pt.');
    else if (!value) context.diagnostics.error('attribute-value', span, `A picture's width should be a number with %, mm or pt, not "${raw}".`);
    else width = { value: Number((value[1] ?? '').replace(',', '.')), unit: value[2] as '%' | 'mm' | 'pt' };
  }
  return width;
}

function toNoteMark(identifier: string, label: string, span: Text['span'], scope: InlineScope): Inline[] {
  const { context } = scope;
  if (!context.defined.has(identifier)) return [textOf(`[^${label}]`, span)];
  if (!context.noteLabels.includes(identifier)) context.noteLabels.push(identifier);
  return [{ kind: 'note-mark', id: scope.ids.next('mark'), span, note: identifier }];
}

/** Comments vanish, <br> breaks, <sub> and <sup> hold what follows up to their end; other tags are said and left out. */
function htmlInline(nodes: readonly PhrasingContent[], at: number, node: Html, out: Inline[], scope: InlineScope, depth: number): number {
  const { context } = scope;
  const span = spanOf(node, context);
  if (/^<!--[\s\S]*-->$/.test(node.value)) return at;
  if (/^<br\s*\/?>$/i.test(node.value)) {
    out.push({ kind: 'break', span });
    return at;
  }
  const open = /^<(sub|sup)>$/i.exec(node.value)?.[1]?.toLowerCase() as 'sub' | 'sup' | undefined;
  if (open) {
    const end = nodes.findIndex((other, i) => i > at && other.type === 'html' && other.value.toLowerCase() === `</${open}>`);
    if (end > at) {
      out.push({ kind: open, span, children: toInlines(nodes.slice(at + 1, end), scope, depth + 1) });
      return end;
    }
  }
  context.diagnostics.warning('raw-html', span, `The tag ${node.value.slice(0, 40)} is not understood.`, 'Of raw HTML, comments, <br>, <sub> and <sup> are. What the tag holds is set as text.');
  return at;
}
