// `:::factbox[Title]` → a boxed aside that may hold any block.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines } from './shared.ts';

export const factbox: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('factbox');
    const { title, content } = labelInlines(node, id, convert);
    return [{ kind: 'factbox', id, span: spanOf(node, convert.context), ...(title ? { title } : {}), children: convert.blocks(content, id) }];
  },
};
