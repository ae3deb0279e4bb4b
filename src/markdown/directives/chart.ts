// `:::chart{type="bar" title="…"}` + a table → a chart; its cells are read as numbers where it is drawn.
import { spanOf } from '../context.ts';
import { textAt } from '../place-text.ts';
import { toTable } from '../tables.ts';
import type { DirectiveRule } from './index.ts';
import { titleBlock, withoutLabel } from './shared.ts';

export const chart: DirectiveRule = {
  form: 'container',
  attributes: ['type', 'title'],
  read(node, attributes, ids, convert) {
    const id = ids.next('chart');
    const span = spanOf(node, convert.context);
    const type = attributes.choice('type', ['bar', 'column', 'stacked', 'line'] as const, 'bar');
    const title = attributes.text('title')?.trim() || undefined;
    const content = withoutLabel(node, convert);
    const at = content.findIndex((child) => child.type === 'table');
    const found = content[at];
    if (found?.type === 'table' && (found.children.length < 2 || (found.children[0]?.children.length ?? 0) < 2)) {
      convert.context.diagnostics.warning('chart-table', spanOf(found, convert.context), 'A chart needs a first column with categories, a further one for each series, and a row for each category.', 'The table is set as a table.');
    } else if (found?.type === 'table') {
      return [
        ...convert.blocks(content.slice(0, at), `${id}/before`),
        { kind: 'chart', id, span, type, table: toTable(found, `${id}/table`, convert), ...(title ? { title } : {}) },
        ...convert.blocks(content.slice(at + 1), `${id}/after`),
      ];
    } else convert.context.diagnostics.warning('directive-table', attributes.opening(), '"chart" holds no table.', 'Write :::chart{type="bar"}, a table whose first column names the categories, and :::. What it holds is set as it stands.');
    const named = titleBlock(title === undefined ? undefined : [textAt(title, attributes.placeOf('title'))], id, node, convert);
    return [{ kind: 'group', id, span, children: [...named, ...convert.blocks(content, id)] }];
  },
};
