// Lying bars, grouped or stacked: labels left, one axis at zero, each value at its bar's end.
import type { BlockContext, Stretch } from './builder.ts';
import type { ChartData, ChartValue } from './chart-data.ts';
import { setLegend, type LegendEntry } from './chart-legend.ts';
import { paintBar, type SeriesLook } from './chart-paint.ts';
import { labelPart } from './chart-parts.ts';
import { rectangle } from './drawing.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';

export interface DrawnChart {
  readonly content: readonly Placed[];
  readonly height: number;
  /** Left edge of the plot: what the numbers are is said above it. */
  readonly start: number;
}

export const lookOf = (index: number, context: BlockContext): SeriesLook => {
  const { series } = context.theme.components.chart;
  const look = series[index % series.length];
  if (!look) throw new Error('A checked template has at least one series.');
  return look;
};

/** `tight`: rows as close as their bars and words allow. */
export function drawBars(data: ChartData, stretch: Stretch, context: BlockContext, tight = false): DrawnChart {
  const { chart } = context.theme.components;
  const count = data.series.length;
  const group = count * chart.bar + (count - 1) * chart.group;
  const plot = plotOf(data, stretch, context, numbersOf(data), widestValue(data, context));
  const content: Placed[] = [];
  let y = chart.padding;
  data.categories.forEach((category, index) => {
    const label = context.text(category.children, context.style('chart'), stretch.x, plot.labels, category.span, { tag: category.id, align: 'left' });
    const row = rowOf(label.height, group, tight, plot, context);
    content.push(...moveAll(label.content, 0, y + row.label));
    data.series.forEach(({ values }, series) => {
      const value = values[index];
      if (!value) return;
      const top = y + row.bars + series * (chart.bar + chart.group);
      const end = plot.at(value.value);
      const zero = plot.at(0);
      content.push(...paintBar({ x: Math.min(zero, end), y: top, width: Math.abs(end - zero), height: chart.bar }, lookOf(series, context)));
      content.push(...valueAt(value, end, top + chart.bar / 2, value.value < 0, context));
    });
    if (plot.above) content.push(axis(plot.at(0), y + row.bars - OVER, y + row.bars + group + OVER, context));
    if (plot.above) content.push(axis(plot.at(0), y + row.bars - OVER, y + row.bars + chart.bar + OVER, context));
    y += row.height;
  });
  if (!plot.above) content.push(axis(plot.at(0), chart.padding, y, context));
  const legend = count > 1 ? legendOf(data, stretch, context) : undefined;
  if (legend) { content.push(...moveAll(legend.content, 0, y + chart.padding)); y += legend.height + chart.padding; }
  return { content, height: y + chart.padding, start: plot.at(0) };
}

export function drawStacked(data: ChartData, stretch: Stretch, context: BlockContext): DrawnChart {
  const { chart } = context.theme.components;
  const whole = partsOfOne(data);
  const rows = whole ? 1 : data.categories.length;
  const parts = (row: number): (ChartValue | undefined)[] => (whole ? whole.map(({ value }) => value) : data.series.map(({ values }) => values[row]));
  const sums = Array.from({ length: rows }, (_, row) => sumOf(parts(row)));
  const plot = whole
    ? barePlot(stretch, sums[0] ?? { below: 0, above: 1 })
    : plotOf(data, stretch, context, sums.flatMap(({ below, above }) => [below, above]), widestSum(sums, context, data));
  const content: Placed[] = [];
  let y = chart.padding;
  for (let index = 0; index < rows; index += 1) {
    const category = whole ? undefined : data.categories[index];
    const label = category && context.text(category.children, context.style('chart'), stretch.x, plot.labels, category.span, { tag: category.id, align: 'left' });
    const row = rowOf(label?.height ?? 0, chart.bar, false, plot, context);
    if (label) content.push(...moveAll(label.content, 0, y + row.label));
    let [below, above] = [0, 0];
    parts(index).forEach((value, part) => {
      if (!value) return;
      const from = value.value < 0 ? below : above;
      const to = from + value.value;
      if (value.value < 0) below = to; else above = to;
      const [left, right] = [plot.at(Math.min(from, to)), plot.at(Math.max(from, to))];
      const bar = { x: left, y: y + row.bars, width: right - left, height: chart.bar };
      content.push(...paintBar(bar, lookOf(part, context)));
      // One part is its own sum; the parts of a single bar have their numbers in the legend.
      if (!whole && filled(parts(index)) > 1) content.push(...labelPart(value, bar, lookOf(part, context), context));
    });
    if (!whole) content.push(...totalAt(parts(index), plot.at(above > 0 ? above : below), y + row.bars + chart.bar / 2, category?.span ?? data.categories[0]?.span, context));
    if (plot.above) content.push(axis(plot.at(0), y + row.bars - OVER, y + row.bars + chart.bar + OVER, context));
    y += row.height;
  }
  if (!whole && !plot.above) content.push(axis(plot.at(0), chart.padding, y, context));
  const entries = whole?.map((entry, part): LegendEntry => ({ look: lookOf(part, context), ...entry })) ?? [];
  const legend = whole ? setLegend(entries, stretch, true, context) : legendOf(data, stretch, context);
  const gap = whole ? context.style('chart').leading / 2 - chart.padding / 2 : chart.padding;
  content.push(...moveAll(legend.content, 0, y + gap));
  return { content, height: y + gap + legend.height + chart.padding, start: plot.at(0) };
}

/** One category, or one series: the parts of one whole, whose legend can carry the numbers. */
function partsOfOne(data: ChartData): { name: ChartData['categories'][number]; value: ChartValue }[] | undefined {
  const [series] = data.series;
  if (data.series.length === 1 && series) return data.categories.flatMap((name, index) => { const value = series.values[index]; return value ? [{ name, value }] : []; });
  if (data.categories.length !== 1) return undefined;
  return data.series.flatMap(({ name, values: [value] }) => (value ? [{ name: name ?? value.cell, value }] : []));
}

/** Between two groups of bars, where rows are closed up. */
const TIGHT = 2.5;

/** `above`: names stand over their bars, where beside them no room would be left to compare anything. */
interface Plot { readonly labels: number; readonly above: boolean; at(value: number): number }

/** Bars that have less than this part of the measure beside their names. */
const LEAST_PLOT = 0.25;
/** How far the axis of one category reaches over its bars: names between them are not crossed. */
const OVER = 1;

/** How high a category is, and how far down in it its name and its bars begin. */
function rowOf(label: number, bars: number, tight: boolean, plot: Plot, context: BlockContext): { height: number; label: number; bars: number } {
  const { chart } = context.theme.components;
  if (plot.above && label > 0) {
    const free = (chart.row - chart.bar) / 2;
    return { height: label + bars + (tight ? TIGHT : free * 1.5), label: 0, bars: label };
  }
  const height = tight ? Math.max(bars + TIGHT, label) : Math.max(bars + chart.row - chart.bar, label + chart.row - context.style('chart').leading);
  return { height, label: (height - label) / 2, bars: (height - bars) / 2 };
}

/** Where the axis is and how long a unit. Values stand outside their bars, so both ends keep room for them. */
function plotOf(data: ChartData, stretch: Stretch, context: BlockContext, numbers: readonly number[], widest: number): Plot {
  const { chart } = context.theme.components;
  const style = context.style('chart');
  const needed = Math.max(0, ...data.categories.map(({ children }) => context.typesetter.extent(children, style, context.inline).max));
  // The template's width, so that axes of charts under each other agree; less where the measure is narrow.
  const labels = Math.min(chart.labels, stretch.width * 0.48, needed > chart.labels * 0.5 ? Infinity : Math.max(needed, stretch.width * 0.48));
  const low = Math.min(0, ...numbers);
  const high = Math.max(0, ...numbers);
  const room = widest + chart.valueGap;
  const right = stretch.x + stretch.width - (high > 0 || low === 0 ? room : 0);
  const beside = stretch.x + labels + chart.labelGap + (low < 0 ? room : 0);
  const above = right - beside < stretch.width * LEAST_PLOT;
  const left = above ? stretch.x + (low < 0 ? room : chart.axis.width / 2) : beside;
  const unit = (right - left) / (high - low || 1);
  return { labels: above ? stretch.width : labels, above, at: (value) => left + (value - low) * unit };
}

function barePlot(stretch: Stretch, { below, above }: { below: number; above: number }): Plot {
  const unit = stretch.width / (above - below || 1);
  return { labels: 0, above: false, at: (value) => stretch.x + (value - below) * unit };
}

const filled = (parts: readonly (ChartValue | undefined)[]): number => parts.filter((part) => part && part.value !== 0).length;

const numbersOf = (data: ChartData): number[] => data.series.flatMap(({ values }) => values.flatMap((value) => (value ? [value.value] : [])));

function widestValue(data: ChartData, context: BlockContext): number {
  let widest = 0;
  for (const { values } of data.series) for (const value of values) if (value) widest = Math.max(widest, valueWidth(value.text, value.cell.span, context));
  return widest;
}

const valueWidth = (text: string, span: ChartValue['cell']['span'], context: BlockContext): number =>
  context.text(text, context.style('chart-value'), 0, 1e4, span, { align: 'left' }).width;

function valueAt(value: ChartValue, end: number, middle: number, before: boolean, context: BlockContext): readonly Placed[] {
  const { valueGap } = context.theme.components.chart;
  const style = context.style('chart-value');
  const set = context.text(value.words, style, 0, 1e4, value.cell.span, { tag: value.cell.id, align: 'left' });
  const x = before ? end - valueGap - set.width : end + valueGap;
  return moveAll(set.content, x, middle + context.typesetter.metrics(style).capHeight / 2 - set.baseline);
}

const sumOf = (parts: readonly (ChartValue | undefined)[]): { below: number; above: number } => ({
  below: parts.reduce((sum, part) => sum + Math.min(0, part?.value ?? 0), 0), above: parts.reduce((sum, part) => sum + Math.max(0, part?.value ?? 0), 0),
});

const decimalsOf = (parts: readonly (ChartValue | undefined)[], decimal: string): number =>
  Math.max(0, ...parts.map((part) => (part && part.text.includes(decimal) ? /^\d+/.exec(part.text.slice(part.text.lastIndexOf(decimal) + 1))?.[0].length ?? 0 : 0)));

function widestSum(sums: readonly { below: number; above: number }[], context: BlockContext, data: ChartData): number {
  const decimals = decimalsOf(data.series.flatMap(({ values }) => values), context.labels.decimal);
  const span = data.categories[0]?.span;
  return span ? Math.max(0, ...sums.map(({ below, above }) => valueWidth(context.numberText(below + above, decimals), span, context))) : 0;
}

function totalAt(parts: readonly (ChartValue | undefined)[], end: number, middle: number, span: ChartValue['cell']['span'] | undefined, context: BlockContext): readonly Placed[] {
  if (!span || parts.every((part) => part === undefined)) return [];
  const { below, above } = sumOf(parts);
  const style = context.style('chart-value');
  const set = context.text(context.numberText(below + above, decimalsOf(parts, context.labels.decimal)), style, 0, 1e4, span, { align: 'left' });
  const { valueGap } = context.theme.components.chart;
  return moveAll(set.content, above === 0 && below < 0 ? end - valueGap - set.width : end + valueGap, middle + context.typesetter.metrics(style).capHeight / 2 - set.baseline);
}

function axis(x: number, top: number, bottom: number, context: BlockContext): Placed {
  const { width, colour } = context.theme.components.chart.axis;
  return { kind: 'path', role: 'axis', path: rectangle(x - width / 2, top, width, bottom - top), fill: colour };
}

export function legendOf(data: ChartData, stretch: Stretch, context: BlockContext, line = false): { content: readonly Placed[]; height: number } {
  const entries = data.series.flatMap(({ name }, index): LegendEntry[] => (name ? [{ look: lookOf(index, context), name, line }] : []));
  return entries.length === 0 ? { content: [], height: 0 } : setLegend(entries, stretch, false, context);
}
