// `:::table[Caption]` + a table → a table with a caption.
import { spanOf } from '../context.ts';
import { toTable } from '../tables.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines, titleBlock } from './shared.ts';

export const table: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, attributes, ids, convert) {
    const id = ids.next('table');
    const { title, content } = labelInlines(node, id, convert);
    const at = content.findIndex((child) => child.type === 'table');
    const found = content[at];
    if (found?.type !== 'table') {
      convert.context.diagnostics.warning('directive-table', attributes.opening(), '"table" holds no table.', 'Write :::table[Caption], a table with | between its cells, and :::. What it holds is set as it stands.');
      return [{ kind: 'group', id, span: spanOf(node, convert.context), children: [...titleBlock(title, id, node, convert), ...convert.blocks(content, id)] }];
    }
    return [
      ...convert.blocks(content.slice(0, at), `${id}/before`),
      { ...toTable(found, id, convert), ...(title ? { caption: title } : {}) },
      ...convert.blocks(content.slice(at + 1), `${id}/after`),
    ];
  },
};
