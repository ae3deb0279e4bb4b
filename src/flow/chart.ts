// Chart → a drawing between rules with its caption; its table is in the tags and the page's text, whatever is printed of it.
import { plainText, type Chart, type TableCell } from '../document/index.ts';
import { setCaption } from './caption.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { drawBars, drawStacked, type DrawnChart } from './chart-bars.ts';
import { drawColumns, drawLines } from './chart-columns.ts';
import { describeChart, readChart, type ChartData } from './chart-data.ts';
import { sequence } from './chart-names.ts';
import { plainInlines } from './context.ts';
import type { FlowItem } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import { hiddenCells, tableTag } from './chart-table.ts';
import { flowTable } from './table.ts';

/** Of a page's height: the caption wants room, and grids round up. */
const FULLEST = 0.95;

export function flowChart(block: Chart, context: BlockContext): FlowedBlock {
  const { chart } = context.theme.components;
  const data = readChart(block, context);
  const title = block.title === undefined || block.title.trim() === '' ? undefined : plainInlines(block.title, block.span);
  const numbers = data.series.some(({ values }) => values.some((value) => value !== undefined));
  // What cannot be drawn is set all the same.
  const asTable = (why: string, hint?: string): FlowedBlock => {
    context.diagnostics.warning('chart-as-table', block.span, `${why}; it is set as a table.`, hint);
    return flowTable({ ...block.table, ...(title ? { caption: title } : {}) }, context);
  };
  if (!numbers) return asTable('The chart has no numbers');
  const { zone } = context;
  const stretch = { x: zone.x, width: zone.width };
  const looks = chart.series.length;
  if (data.series.length > looks) return asTable(`The chart has ${data.series.length} series; no more than ${looks} can be told apart`, 'Make two charts of it, or leave series out.');
  const drawn = drawWithUnit(block, data, stretch, context);
  if (!isInside(drawn, stretch)) return asTable('The chart\'s numbers and names need more room across than there is here', 'Set it in the running text, or write shorter numbers.');
  if (drawn.height > context.tallest * FULLEST) return asTable(`The chart is higher than ${context.tallest < context.theme.master.area.height ? 'a note may be' : 'a page'}`, 'Make two charts of it.');
  const caption = setCaption(block, 'figure', title, chart, stretch, context);
  const figure = `${block.id}/drawing`;
  const hidden = hiddenCells(block, drawn.content, stretch, drawn.height, context);
  // What is no cell's (bars, axes, their numbers, sums) is the drawing's.
  const inside = [...drawn.content, ...hidden].map((placed): Placed => (placed.kind === 'path' ? { ...placed, tag: figure, span: block.span } : { ...placed, tag: placed.tag ?? figure }));
  const top = caption?.place === 'above' ? caption.height + chart.captionGap : 0;
  const bottom = top + drawn.height;
  const content: Placed[] = [
    ...(caption && caption.place !== 'below' ? caption.content : []), context.rule(stretch.x, stretch.width, top, chart.opening),
    ...moveAll(inTableOrder(inside, block, figure), 0, top), context.rule(stretch.x, stretch.width, bottom, chart.closing),
    ...(caption?.place === 'below' ? moveAll(caption.content, 0, bottom + chart.captionGap) : []),
  ];
  const beside = caption?.place === 'side' ? caption.height : 0;
  const height = Math.max(caption?.place === 'below' ? bottom + chart.captionGap + caption.height : bottom, beside);
  const slab = context.slab(height, content, { span: block.span, anchor: context.halfLine, ...(beside > 0 ? { side: beside } : {}) });
  const items: FlowItem[] = context.theme.components.figure.mayFloat && context.depth === 0 ? [{ kind: 'float', slab, span: block.span }] : [slab];
  const drawing = context.tag(figure, 'Figure', block.span, caption?.tags ?? [], { alt: describeChart(block, data) });
  return { items, tags: [context.tag(block.id, 'Div', block.span, [drawing, tableTag(block, context)])], ...context.componentSpacing(chart), snap: context.onGrid };
}

/** Points that a name at a line's end may hang out. */
const SLACK = 6;

const isInside = ({ content }: DrawnChart, stretch: { x: number; width: number }): boolean => content.every((placed) =>
  placed.kind !== 'line' || (placed.x + placed.line.x >= stretch.x - SLACK && placed.x + placed.line.x + placed.line.width <= stretch.x + stretch.width + SLACK));

/** The drawing first, then its words as the table has them: programs that read a page in the order of its ink read a table. */
function inTableOrder(inside: readonly Placed[], block: Chart, figure: string): readonly Placed[] {
  const order = new Map([figure, ...block.table.rows.flatMap(({ cells }) => cells.map(({ id }) => id))].map((id, index) => [id, index]));
  const rank = ({ tag = figure }: Placed): number => order.get(tag) ?? order.size;
  return [...inside].sort((a, b) => rank(a) - rank(b));
}

/** What a single series, or a single category of many series, is called, unless the title says it: set over the plot as its unit. */
function unitOf(block: Chart, data: ChartData): TableCell | undefined {
  const [series, more] = data.series;
  const [category, further] = data.categories;
  const name = series && !more ? series.name : block.type === 'stacked' && !further ? category : undefined;
  const said = name ? plainText(name.children).trim().toLowerCase() : '';
  return said === '' || (block.title ?? '').toLowerCase().includes(said) ? undefined : name;
}

function drawWithUnit(block: Chart, data: ChartData, stretch: { x: number; width: number }, context: BlockContext): DrawnChart {
  const drawn = draw(block, data, stretch, context);
  const unit = unitOf(block, data);
  if (!unit) return drawn;
  const { padding } = context.theme.components.chart;
  const left = Math.min(drawn.start, stretch.x + stretch.width / 2);
  const set = context.text(unit.children, context.style('chart'), left, stretch.x + stretch.width - left, unit.span, { tag: unit.id, align: 'left' });
  return { ...drawn, content: [...moveAll(set.content, 0, padding), ...moveAll(drawn.content, 0, set.height)], height: drawn.height + set.height };
}

function draw(block: Chart, data: ChartData, stretch: { x: number; width: number }, context: BlockContext): DrawnChart {
  const parts = context.theme.components.chart.series.length;
  const instead = (what: string, hint: string): DrawnChart => {
    context.diagnostics.warning('chart-shape', block.span, `${what}; lying bars are drawn.`, hint);
    return lying(data, stretch, context);
  };
  // Years and months that are too many for columns are a line.
  const overTime = (): DrawnChart | undefined => {
    const drawn = sequence(data, context) ? drawLines(data, stretch, context) : undefined;
    if (drawn) context.diagnostics.warning('chart-shape', block.span, `${data.categories.length} groups of columns have too little room; lines are drawn.`, 'Write type="line", or leave some out.');
    return drawn;
  };
  switch (block.type) {
    case 'bar': return lying(data, stretch, context);
    case 'stacked':
      if (data.series.length === 1 && data.categories.length > parts) return instead(`No more than ${parts} parts of one whole can be told apart, and there are ${data.categories.length}`, 'Write type="bar", or put small parts together.');
      return drawStacked(data, stretch, context);
    case 'column': return drawColumns(data, stretch, context) ?? overTime() ?? instead('The columns, or the names under them, have too little room', 'Write type="bar", or shorter names.');
    // A line from one point is none.
    case 'line': return (data.categories.length === 1 ? undefined : drawLines(data, stretch, context)) ?? drawColumns(data, stretch, context) ?? instead('The names of the categories do not fit under a line', 'Write shorter names.');
  }
}

function lying(data: ChartData, stretch: { x: number; width: number }, context: BlockContext): DrawnChart {
  const drawn = drawBars(data, stretch, context);
  return drawn.height > context.tallest * FULLEST ? drawBars(data, stretch, context, true) : drawn;
}
