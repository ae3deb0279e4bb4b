// `:::lead` → the introductory paragraphs under a headline.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { splitLabel } from './shared.ts';

export const lead: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('lead');
    const { label, content } = splitLabel(node);
    return [{ kind: 'lead', id, span: spanOf(node, convert.context), children: convert.blocks([...(label ? [label] : []), ...content], id) }];
  },
};
