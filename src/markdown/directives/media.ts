// `::video[Title]{url="…"}` and `::audio` → what a printed page can show of a medium.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines } from './shared.ts';

function media(medium: 'video' | 'audio'): DirectiveRule {
  return {
    form: 'leaf',
    attributes: ['url'],
    read(node, attributes, ids, convert) {
      const id = ids.next(medium);
      const span = spanOf(node, convert.context);
      const { title, content } = labelInlines(node, id, convert);
      const url = attributes.text('url');
      const rest = convert.blocks(content, `${id}/rest`);
      if (url !== undefined && /^https?:\/\/[^\s]+$/i.test(url)) return [{ kind: 'media', id, span, medium, url, ...(title ? { title } : {}) }, ...rest];
      const message = url === undefined ? `"${medium}" needs the medium's address.` : `"${url}" is no address that a reader can open.`;
      convert.context.diagnostics.error('attribute-value', span, message, `Write ::${medium}[Title]{url="https://…"}.`);
      return title ? [{ kind: 'paragraph', id, span, children: title }, ...rest] : rest;
    },
  };
}

export const video = media('video');
export const audio = media('audio');
