// A web address → what a reader can type, and the paragraph of it that links to the whole.
import type { Inline, NodeId, Span } from '../document/index.ts';
import { plainInlines } from './context.ts';

/** Parameters that only count visitors. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|mkt_tok|ref_src|cmpid)$/i;

/** As people write it: no scheme, no tracking parameters, no last slash, letters instead of %C3%A6. `whole` keeps scheme and slash. */
export function shortenAddress(url: string, whole = false): string {
  const mail = /^(?:mailto|tel):([^?]*)/i.exec(url);
  if (mail) return readable(mail[1] ?? url);
  const match = /^(https?:\/\/)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(url);
  if (!match) return readable(url);
  const [, scheme = '', path = '', query = '', fragment = ''] = match;
  const kept = query.slice(1).split('&').filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''));
  const hash = fragment.startsWith('#:~:') || fragment === '#' ? '' : fragment;
  const tail = `${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`;
  if (whole) return readable(`${scheme}${path}${tail}`);
  return readable(`${tail === '' ? path.replace(/\/$/, '') : path}${tail}`);
}

/** Percent signs undone where that makes letters and no space, slash or mark that means something else. */
function readable(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      const decoded = decodeURIComponent(escaped);
      return /^[\p{L}\p{N}._~-]+$/u.test(decoded) ? decoded : escaped;
    } catch {
      return escaped;
    }
  });
}

/** The address as a link of its own: broken like an address, never hyphenated. */
export function addressLink(url: string, id: NodeId, span: Span, whole: boolean): readonly Inline[] {
  return [{ kind: 'link', id, url, bare: true, span, children: plainInlines(shortenAddress(url, whole), span) }];
}

/** Links out of the publication whose address the words do not show. */
export function hiddenLinks(inlines: readonly Inline[]): { readonly url: string; readonly id: NodeId; readonly span: Span }[] {
  const found: { url: string; id: NodeId; span: Span }[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'link') { if (inline.url !== undefined && !inline.bare) found.push({ url: inline.url, id: inline.id, span: inline.span }); }
    else if ('children' in inline) found.push(...hiddenLinks(inline.children));
  }
  return found;
}
