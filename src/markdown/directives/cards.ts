// `:::cards` + a list → a card an item, side by side.
import type { Block } from '../../document/index.ts';
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { splitList, withoutLabel } from './shared.ts';

export const cards: DirectiveRule = {
  form: 'container',
  attributes: ['columns'],
  read(node, attributes, ids, convert) {
    const id = ids.next('cards');
    const span = spanOf(node, convert.context);
    const { before, list, after } = splitList(node, withoutLabel(node, convert), convert);
    const columns = attributes.integer('columns', 1, 4);
    const lead = convert.blocks(before, `${id}/before`);
    if (!list) return [{ kind: 'group', id, span, children: lead }];
    const items = list.children.map((item, index) => convert.item(item, `${id}/${index + 1}`));
    const rest: Block[] = convert.blocks(after, `${id}/after`);
    return [{ kind: 'cards', id, span, before: lead, items, ...(columns === undefined ? {} : { columns }) }, ...rest];
  },
};
