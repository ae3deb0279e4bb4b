// `:::lang{code=en}` → a passage in another language: its hyphenation, quotes and voice.
import { isLanguageCode, unknownLanguage } from '../../document/index.ts';
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
    if (code !== undefined && isLanguageCode(code)) {
      const meant = unknownLanguage(code);
      if (meant !== undefined) convert.context.diagnostics.warning('unknown-language', attributes.placeOf('code'), `The language "${code}" is not known; words are not divided.`, meant || 'Write a code as in BCP 47: da, en or de-AT.');
      return [{ kind: 'lang', id, span, code, children }];
    }
    const hint = 'Write :::lang{code=en}, with a code as in BCP 47.';
    if (code !== undefined) attributes.fault('code', `"${code}" is no language code.`, hint);
    else convert.context.diagnostics.error('missing-attribute', attributes.opening(), '"lang" needs the passage\'s language.', hint);
    return [{ kind: 'group', id, span, children }];
  },
};
