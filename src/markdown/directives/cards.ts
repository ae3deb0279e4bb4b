// `:::cards` + a list → a card an item, side by side.
import type { Block } from '../../document/index.ts';
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { splitLabel, splitList } from './shared.ts';

export const cards: DirectiveRule = {
  form: 'container',
  attributes: ['columns'],
  read(node, attributes, ids, convert) {
    const id = ids.next('cards');
    const { label, content } = splitLabel(node);
    const { before, list, after } = splitList(node, content, convert);
    const columns = attributes.integer('columns', 1, 4);
    const lead = convert.blocks([...(label ? [label] : []), ...before], `${id}/before`);
    const rest: Block[] = convert.blocks(after, `${id}/after`);
    if (!list) return [{ kind: 'group', id, span: spanOf(node, convert.context), children: [...lead, ...rest] }];
    const items = list.children.map((item, index) => convert.item(item, `${id}/${index + 1}`));
    return [{ kind: 'cards', id, span: spanOf(node, convert.context), before: lead, items, ...(columns === undefined ? {} : { columns }) }, ...rest];
  },
};
