// Chart → a drawing between rules with its caption; the numbers reach a reader of the tags as a table or in words.
import { plainText, type Chart } from '../document/index.ts';
import { setCaption } from './caption.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { drawBars, drawStacked, type DrawnChart } from './chart-bars.ts';
import { drawColumns, drawLines } from './chart-columns.ts';
import { describeChart, readChart, type ChartData } from './chart-data.ts';
import { plainInlines } from './context.ts';
import type { FlowItem } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import { flowTable } from './table.ts';
import type { TagNode } from './tag.ts';

export function flowChart(block: Chart, context: BlockContext): FlowedBlock {
  const { chart } = context.theme.components;
  const data = readChart(block, context);
  const title = block.title === undefined || block.title.trim() === '' ? undefined : plainInlines(block.title, block.span);
  const numbers = data.series.some(({ values }) => values.some((value) => value !== undefined));
  if (!numbers) {
    // Nothing to draw: its words are set all the same.
    context.diagnostics.warning('chart-empty', block.span, 'The chart has no numbers; it is set as a table.');
    return flowTable({ ...block.table, ...(title ? { caption: title } : {}) }, context);
  }
  const { zone } = context;
  const stretch = { x: zone.x, width: zone.width };
  const drawn = draw(block, data, stretch, context);
  if (drawn.height > context.theme.master.area.height * 0.95) {
    context.diagnostics.warning('chart-too-high', block.span, 'The chart is higher than a page; it is set as a table.');
    return flowTable({ ...block.table, ...(title ? { caption: title } : {}) }, context);
  }
  const caption = setCaption(block, 'figure', title, chart, stretch, context);
  const figure = `${block.id}/drawing`;
  const inside = drawn.content.map((placed): Placed => {
    if (placed.kind === 'path') return { ...placed, tag: figure, span: block.span };
    return placed.kind === 'line' && !drawn.complete ? { ...placed, tag: figure } : placed;
  });
  const top = caption?.place === 'above' ? caption.height + chart.captionGap : 0;
  const bottom = top + drawn.height;
  const content: Placed[] = [
    ...(caption && caption.place !== 'below' ? caption.content : []), context.rule(stretch.x, stretch.width, top, chart.opening), ...moveAll(inside, 0, top),
    context.rule(stretch.x, stretch.width, bottom, chart.closing),
    ...(caption?.place === 'below' ? moveAll(caption.content, 0, bottom + chart.captionGap) : []),
  ];
  const beside = caption?.place === 'side' ? caption.height : 0;
  const height = Math.max(caption?.place === 'below' ? bottom + chart.captionGap + caption.height : bottom, beside);
  const items: FlowItem[] = [context.slab(height, content, { span: block.span, anchor: context.halfLine, ...(beside > 0 ? { side: beside } : {}) })];
  const alt = describeChart(block, data);
  const drawing = context.tag(figure, 'Figure', block.span, [...(caption?.tags ?? []), ...(drawn.complete ? [] : wordTags(data, context))], { alt });
  const tags = drawn.complete ? [drawing, tableTag(block, data, context)] : [drawing];
  return { items, tags: [context.tag(block.id, 'Div', block.span, tags)], ...context.componentSpacing(chart), snap: context.onGrid };
}

function draw(block: Chart, data: ChartData, stretch: { x: number; width: number }, context: BlockContext): DrawnChart {
  switch (block.type) {
    case 'bar': return drawBars(data, stretch, context);
    case 'stacked': return drawStacked(data, stretch, context);
    case 'column': return drawColumns(data, stretch, context);
    case 'line': return drawLines(data, stretch, context);
  }
}

/** Links and note marks in the words of a drawing. */
const wordTags = (data: ChartData, context: BlockContext): TagNode[] =>
  [...data.categories, ...data.series.flatMap(({ name }) => (name ? [name] : []))].flatMap(({ children }) => context.inlineTags(children));

/** Labels and numbers of the drawing as the table that they were. */
function tableTag(block: Chart, data: ChartData, context: BlockContext): TagNode {
  const { table } = block;
  const columns = data.series.length + 1;
  const rows = table.rows.map((row, index) => context.tag(row.id, 'TR', row.span, Array.from({ length: columns }, (_, column) => {
    const cell = row.cells[column];
    const head = index === 0 || column === 0;
    return context.tag(cell?.id ?? `${row.id}/empty${column + 1}`, head ? 'TH' : 'TD', cell?.span ?? row.span, cell && column + index > 0 && head ? context.inlineTags(cell.children) : [],
      head ? { scope: index === 0 ? 'Column' : 'Row' } : {});
  })));
  const [head, ...body] = rows;
  return context.tag(table.id, 'Table', block.span, [
    ...(head ? [context.tag(`${table.id}/head`, 'THead', block.span, [head])] : []), context.tag(`${table.id}/body`, 'TBody', block.span, body),
  ], { title: block.title ?? plainText(table.caption ?? []) });
}
