// `:::lead` → the introductory paragraphs under a headline.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { withoutLabel } from './shared.ts';

export const lead: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('lead');
    return [{ kind: 'lead', id, span: spanOf(node, convert.context), children: convert.blocks(withoutLabel(node, convert), id) }];
  },
};
