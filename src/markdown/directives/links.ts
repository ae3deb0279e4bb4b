// `:::links[Læs mere]` + a list of links → a link list whose addresses can be read on paper.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines, splitList, titleBlock } from './shared.ts';

export const links: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('links');
    const span = spanOf(node, convert.context);
    const { title, content } = labelInlines(node, id, convert);
    const { before, list, after } = splitList(node, content, convert);
    const lead = convert.blocks(before, `${id}/before`);
    if (!list) return [{ kind: 'group', id, span, children: [...titleBlock(title, id, node, convert), ...lead] }];
    const items = list.children.map((item, index) => convert.item(item, `${id}/${index + 1}`));
    return [{ kind: 'links', id, span, before: lead, items, ...(title ? { title } : {}) }, ...convert.blocks(after, `${id}/after`)];
  },
};
