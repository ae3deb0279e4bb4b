// `::pagebreak` and `::toc` → where they stand.
import type { Block } from '../../document/index.ts';
import { Ordinals, spanOf } from '../context.ts';
import type { Directive } from '../attributes.ts';
import type { BlockConverter } from '../blocks.ts';
import type { DirectiveRule } from './index.ts';
import { withoutLabel } from './shared.ts';

export const pagebreak: DirectiveRule = {
  form: 'leaf',
  attributes: [],
  read: (node, _attributes, ids, convert) => [{ kind: 'pagebreak', id: ids.next('pagebreak'), span: spanOf(node, convert.context) }, ...strays(node, ids, convert)],
};

export const toc: DirectiveRule = {
  form: 'leaf',
  attributes: [],
  read: (node, _attributes, ids, convert) => [{ kind: 'toc', id: ids.next('toc'), span: spanOf(node, convert.context) }, ...strays(node, ids, convert)],
};

/** Nothing should stand in them; what does is set all the same. */
function strays(node: Directive, ids: Ordinals, convert: BlockConverter): Block[] {
  const content = withoutLabel(node, convert);
  return content.length > 0 ? convert.blocks(content, ids.next('group')) : [];
}
