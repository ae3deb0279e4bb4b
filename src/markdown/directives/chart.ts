// `:::chart{type="bar" title="…"}` + a table → a chart; its cells are read as numbers where it is drawn.
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { labelInlines } from './shared.ts';

export const chart: DirectiveRule = {
  form: 'container',
  attributes: ['type', 'title'],
  read(node, attributes, ids, convert) {
    const id = ids.next('chart');
    const span = spanOf(node, convert.context);
    const { title: label, content } = labelInlines(node, id, convert);
    const type = attributes.choice('type', ['bar', 'column', 'stacked', 'line'] as const, 'bar');
    const title = attributes.text('title');
    const at = content.findIndex((child) => child.type === 'table');
    const found = content[at];
    const before = [...(label ? [{ kind: 'paragraph' as const, id: `${id}/label`, span, children: label }] : []), ...convert.blocks(at < 0 ? content : content.slice(0, at), `${id}/before`)];
    if (found?.type !== 'table') {
      convert.context.diagnostics.warning('directive-table', { ...span, endLine: span.line, endColumn: span.column + 8 }, '"chart" holds no table.', 'Write :::chart{type="bar"}, a table whose first column names the categories, and :::.');
      const named = title ? [{ kind: 'paragraph' as const, id: `${id}/title`, span, children: [convert.words(title, span)] }] : [];
      return [{ kind: 'group', id, span, children: [...named, ...before] }];
    }
    return [...before, { kind: 'chart', id, span, type, table: convert.table(found, `${id}/table`), ...(title ? { title } : {}) }, ...convert.blocks(content.slice(at + 1), `${id}/after`)];
  },
};
