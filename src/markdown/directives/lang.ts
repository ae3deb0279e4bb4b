// `:::lang{code=en}` → a passage in another language: its hyphenation, quotes and voice.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { splitLabel } from './shared.ts';

export const lang: DirectiveRule = {
  form: 'container',
  attributes: ['code'],
  read(node, attributes, ids, convert) {
    const id = ids.next('lang');
    const span = spanOf(node, convert.context);
    const { label, content } = splitLabel(node);
    const children = convert.blocks([...(label ? [label] : []), ...content], id);
    const code = attributes.text('code');
    if (code !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return [{ kind: 'lang', id, span, code, children }];
    const message = code === undefined ? '"lang" needs the passage\'s language.' : `"${code}" is no language code.`;
    convert.context.diagnostics.error('attribute-value', { ...span, endLine: span.line, endColumn: span.column + 7 }, message, 'Write :::lang{code=en}, with a code as in BCP 47.');
    return [{ kind: 'group', id, span, children }];
  },
};
