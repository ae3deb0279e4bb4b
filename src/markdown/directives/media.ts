// `::video[Title]{url="…"}` and `::audio` → what a printed page can show of a medium.
import { spanOf } from '../context.ts';
import { textAt } from '../place-text.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines, titleBlock } from './shared.ts';

function media(medium: 'video' | 'audio'): DirectiveRule {
  return {
    form: 'leaf',
    attributes: ['url'],
    read(node, attributes, ids, convert) {
      const id = ids.next(medium);
      const span = spanOf(node, convert.context);
      const { title, content } = labelInlines(node, id, convert);
      const url = attributes.text('url')?.trim();
      const rest = content.length > 0 ? convert.blocks(content, `${id}/rest`) : [];
      const hint = `Write ::${medium}[Title]{url="https://…"}.`;
      if (url !== undefined && /^https?:\/\/[^\s]+$/i.test(url)) return [{ kind: 'media', id, span, medium, url, ...(title ? { title } : {}) }, ...rest];
      if (url === undefined || url === '') convert.context.diagnostics.error('missing-attribute', attributes.opening(), `"${medium}" needs the medium's address.`, hint);
      else if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
        convert.context.diagnostics.warning('unsafe-link', attributes.placeOf('url'), `The address "${url.slice(0, 40)}" has a scheme that a printed report cannot open safely.`, `${hint} Title and address are set as text.`);
        return [...titleBlock(title, id, node, convert), { kind: 'paragraph', id: `${id}/url`, span, children: [textAt(url, attributes.placeOf('url'))] }, ...rest];
      } else attributes.fault('url', `"${url.slice(0, 80)}" is no address that a reader can open.`, hint);
      return [...titleBlock(title, id, node, convert), ...rest];
    },
  };
}

export const video = media('video');
export const audio = media('audio');
