// A link's address → a link out, a reference to an id, or only text where paper or reader would come to harm.
import type { PhrasingContent } from 'mdast';
import { dirname, resolve } from 'node:path';
import type { Inline, Link, NodeId, PageReference, Span } from '../document/index.ts';
import type { InlineScope } from './inlines.ts';
import { textAt } from './place-text.ts';

const SAFE = /^(?:https?|mailto|tel|ftp|sms|geo|doi|urn):/i;

export function toLink(node: PhrasingContent, url: string, title: string | null | undefined, span: Span, children: Inline[], scope: InlineScope): Inline[] {
  const { context } = scope;
  const inside = insideTarget(url, context);
  if (inside) return [toReference(inside, title, span, children, scope)];
  if (SAFE.test(url)) {
    const id: NodeId = scope.ids.next('link');
    const words = node.type === 'link' ? node.children.map((child) => ('value' in child ? child.value : '')).join('') : '';
    const bare = children.length === 0 || words === url || url === `mailto:${words}` || url === `http://${words}` || words === decode(url);
    return [{ kind: 'link', id, span, ...(title ? { title } : {}), url, bare, children: children.length > 0 ? children : [textAt(url, span)] }];
  }
  const { diagnostics } = context;
  // Spaces and control characters hide a scheme from the eye and not from a reader.
  if (/^[a-z][a-z0-9+.-]*:/i.test(url.replace(/[\s\p{Cc}\p{Cf}]/gu, ''))) {
    diagnostics.warning('unsafe-link', span, `The link's address begins with a scheme that a printed report cannot open safely: "${url.slice(0, 40).replace(/[\s\p{Cc}]+/gu, ' ')}".`, 'Use http:, https:, mailto: or tel:. The text is set without a link.');
  } else if (url === '') diagnostics.warning('link-address', span, 'The link has no address.', 'The text is set without a link.');
  else diagnostics.warning('link-address', span, `The link's address "${url.slice(0, 80).replace(/[\s\p{Cc}]+/gu, ' ')}" leads nowhere on paper.`, 'Use a whole address (https://…), #id, or the file of a chapter. The text is set without a link.');
  return children.length > 0 || url === '' ? children : [textAt(url, span)];
}

interface Target { readonly target: string | undefined; readonly file: string; readonly inFile: boolean }

/** `#id`, or a chapter's file with or without an id. */
function insideTarget(url: string, { file, isChapter }: InlineScope['context']): Target | undefined {
  if (url.startsWith('#')) return url.length > 1 ? { target: decode(url.slice(1)), file, inFile: false } : undefined;
  const [path = '', target] = url.split('#', 2);
  if (!/\.(?:md|markdown)$/i.test(path) || /^[a-z][a-z0-9+.-]*:|^\//i.test(path)) return undefined;
  const chapter = resolve(dirname(file), decode(path));
  return isChapter(chapter) ? { target: target ? decode(target) : undefined, file: chapter, inFile: true } : undefined;
}

function toReference(inside: Target, title: string | null | undefined, span: Span, children: Inline[], scope: InlineScope): Inline {
  const id: NodeId = scope.ids.next('link');
  const target = inside.target ?? '';
  const link: (Omit<Link, 'target'> & { target: string }) | (Omit<PageReference, 'target'> & { target: string }) = children.length === 0
    ? { kind: 'page-reference', id, span, target }
    : { kind: 'link', id, span, ...(title ? { title } : {}), target, bare: false, children };
  // Ids of later chapters are not known yet.
  scope.context.references.push({ ...inside, span, settle: (anchor) => { link.target = anchor; } });
  return link;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
