// `:::table[Caption]` + a table → a table with a caption.
import type { Block } from '../../document/index.ts';
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines } from './shared.ts';

export const table: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('table');
    const span = spanOf(node, convert.context);
    const { title, content } = labelInlines(node, id, convert);
    const at = content.findIndex((child) => child.type === 'table');
    const found = content[at];
    if (found?.type !== 'table') {
      convert.context.diagnostics.warning('directive-table', { ...span, endLine: span.line, endColumn: span.column + 8 }, '"table" holds no table.', 'Write :::table[Caption], a table with | between its cells, and :::.');
      const label: Block[] = title ? [{ kind: 'paragraph', id: `${id}/label`, span, children: title }] : [];
      return [{ kind: 'group', id, span, children: [...label, ...convert.blocks(content, id)] }];
    }
    return [
      ...convert.blocks(content.slice(0, at), `${id}/before`),
      { ...convert.table(found, id), ...(title ? { caption: title } : {}) },
      ...convert.blocks(content.slice(at + 1), `${id}/after`),
    ];
  },
};
