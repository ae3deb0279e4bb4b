// `:::lang{code=en}` → a passage in another language: its hyphenation, quotes and voice.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { withoutLabel } from './shared.ts';

export const lang: DirectiveRule = {
  form: 'container',
  attributes: ['code'],
  read(node, attributes, ids, convert) {
    const id = ids.next('lang');
    const span = spanOf(node, convert.context);
    const children = convert.blocks(withoutLabel(node, convert), id);
    const code = attributes.text('code');
    if (code !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code)) return [{ kind: 'lang', id, span, code, children }];
    const hint = 'Write :::lang{code=en}, with a code as in BCP 47.';
    if (code !== undefined) attributes.fault('code', `"${code}" is no language code.`, hint);
    else convert.context.diagnostics.error('missing-attribute', attributes.opening(), '"lang" needs the passage\'s language.', hint);
    return [{ kind: 'group', id, span, children }];
  },
};
