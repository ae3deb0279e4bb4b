// Text → text and links, where an address of e-mail stands bare in it (GFM's extended autolinks).
import type { Inline, Link, NodeId, Text } from '../document/index.ts';
import { cut } from './place-text.ts';

const ADDRESS = /(?<![\w+\-.@/])(?:mailto:)?[\w+\-.]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

export function linkEmails(text: Text, nextId: () => NodeId): Inline[] {
  if (!text.value.includes('@')) return [text];
  const parts: Inline[] = [];
  let at = 0;
  for (const found of text.value.matchAll(ADDRESS)) {
    const address = found[0];
    // The last part of a domain ends in a letter or digit, and not in an underscore or hyphen.
    if (/[-_]$/.test(address)) continue;
    if (found.index > at) parts.push(cut(text, at, found.index));
    const words = cut(text, found.index, found.index + address.length);
    const link: Link = { kind: 'link', id: nextId(), span: words.span, url: /^mailto:/i.test(address) ? address : `mailto:${address}`, bare: true, children: [words] };
    parts.push(link);
    at = found.index + address.length;
  }
  if (at === 0) return [text];
  if (at < text.value.length) parts.push(cut(text, at));
  return parts;
}
