// `:::columns{count=2}` → balanced columns.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { withoutLabel } from './shared.ts';

export const columns: DirectiveRule = {
  form: 'container',
  attributes: ['count'],
  read(node, attributes, ids, convert) {
    const id = ids.next('columns');
    const count = attributes.integer('count', 1, 4) ?? 2;
    return [{ kind: 'columns', id, span: spanOf(node, convert.context), count, children: convert.blocks(withoutLabel(node, convert), id) }];
  },
};
