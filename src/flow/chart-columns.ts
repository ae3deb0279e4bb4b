// Standing columns and lines: a scale of round numbers at the left, categories below, series named where they end.
import type { PathSegment } from '../pictures/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import { legendOf, lookOf, type DrawnChart } from './chart-bars.ts';
import { namesFit, setNames, type Plot } from './chart-names.ts';
import type { ChartData } from './chart-data.ts';
import { lineColour, paintBar, paintPoint } from './chart-paint.ts';
import { lineRange, reach, roundScale, type Scale } from './chart-scale.ts';
import { rectangle } from './drawing.ts';
import { moveAll } from './move.ts';
import type { Placed, PlacedLine } from './placed.ts';

/** Longer names are better read beside lying bars; a line has no such way out. */
const [LINES_UNDER_COLUMNS, LINES_UNDER_LINES] = [5, 12];
const TICKS = 5;
const TICK = 3.5;
/** A narrower one shows neither its outline nor its hatching, which tell series apart. */
const LEAST_COLUMN = 3;
/** Between a column and its number. */
const CLEAR = 3;

/** Undefined where the categories' names or the columns have no room. */
export function drawColumns(data: ChartData, stretch: Stretch, context: BlockContext): DrawnChart | undefined {
  const numbers = numbersOf(data);
  const scale = roundScale(...reach(numbers), TICKS);
  const { plot, content } = frame(data, stretch, scale, 0, context);
  if (!namesFit(data, plot.slot, LINES_UNDER_COLUMNS, context)) return undefined;
  const { chart } = context.theme.components;
  const count = Math.max(1, data.series.length);
  const gap = count > 1 ? chart.group : 0;
  const width = Math.min(chart.bar * 3, (plot.slot * 0.7 - (count - 1) * gap) / count);
  if (count > 1 && width < LEAST_COLUMN) return undefined;
  const labels: Placed[] = [];
  let complete = true;
  data.categories.forEach((_category, index) => {
    const first = plot.left + (index + 0.5) * plot.slot - (count * width + (count - 1) * gap) / 2;
    data.series.forEach(({ values }, series) => {
      const value = values[index];
      if (!value) return;
      const x = first + series * (width + gap);
      const [top, bottom] = [plot.y(Math.max(0, value.value)), plot.y(Math.min(0, value.value))];
      content.push(...paintBar({ x, y: top, width, height: bottom - top }, lookOf(series, context)));
      const style = context.style('chart-value');
      const text = context.text(value.words, style, 0, 1e4, value.cell.span, { tag: value.cell.id, align: 'left' });
      const room = count === 1 ? plot.slot : width + gap;
      if (text.width > room - 1) { complete = false; return; }
      const below = value.value < 0;
      const baseline = below ? bottom + CLEAR + context.typesetter.metrics(style).capHeight : top - CLEAR;
      labels.push(...moveAll(text.content, x + width / 2 - text.width / 2, baseline - text.baseline));
    });
  });
  // All numbers or none: a few would look like the important ones.
  if (complete) content.push(...labels);
  return finish(data, stretch, plot, content, true, context);
}

/** Undefined where the categories' names have no room. `direct`: series are named at their lines' ends, if they can be. */
export function drawLines(data: ChartData, stretch: Stretch, context: BlockContext, direct = true): DrawnChart | undefined {
  const { chart } = context.theme.components;
  const scale = (() => { const [low, high] = lineRange(numbersOf(data)); return roundScale(low, high, TICKS); })();
  const names = direct && data.series.length > 1 ? endLabels(data, stretch, context) : undefined;
  const { plot, content } = frame(data, stretch, scale, names?.width ?? 0, context);
  if (!namesFit(data, plot.slot, LINES_UNDER_LINES, context)) return undefined;
  const ends: End[] = [];
  const points: Placed[] = [];
  data.series.forEach(({ values }, series) => {
    const look = lookOf(series, context);
    const path: PathSegment[] = [];
    let open = false;
    let last = { x: plot.left, y: plot.bottom, index: 0 };
    values.forEach((value, index) => {
      if (!value) { open = false; return; }
      const x = plot.left + (index + 0.5) * plot.slot;
      const y = plot.y(value.value);
      path.push([open ? 'L' : 'M', x, y]);
      points.push(paintPoint(x, y, chart.dot, look));
      open = true;
      last = { x, y, index };
    });
    if (path.length > 0) content.push({ kind: 'path', role: 'line', path, stroke: { colour: lineColour(look), width: chart.line, ...(look.dash && look.dash.length > 0 ? { dash: look.dash } : {}) } });
    ends.push({ series, ...last });
  });
  content.push(...points);
  if (data.series.length === 1) labelPoints(data, plot, content, context);
  if (names) {
    const latest = Math.max(...ends.map(({ index }) => index));
    const early = nameEarly(data, names.labels, ends.filter(({ index }) => index < latest), plot, context);
    if (!early) return drawLines(data, stretch, context, false);
    content.push(...early, ...placeEnds(names.labels, ends.filter(({ index }) => index === latest), plot, context));
  }
  return finish(data, stretch, plot, content, names === undefined, context);
}

/** Numbers at the points of a single line, where all of them fit: on the side that the line leaves free. */
function labelPoints(data: ChartData, plot: Plot, content: Placed[], context: BlockContext): void {
  const style = context.style('chart-value');
  const placed: Placed[] = [];
  const values = data.series[0]?.values ?? [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (!value) continue;
    const text = context.text(value.words, style, 0, 1e4, value.cell.span, { tag: value.cell.id, align: 'left' });
    if (text.width > plot.slot - 2) return;
    const [x, y] = [plot.left + (index + 0.5) * plot.slot, plot.y(value.value)];
    const [before, after] = [values[index - 1], values[index + 1]].map((near) => (near ? Math.sign(Math.round(plot.y(near.value) - y)) : 0));
    const gap = context.theme.components.chart.dot / 2 + 2.5;
    // Under a dip, over all else; on a slope beside the part that is higher.
    const dip = (before ?? 0) <= 0 && (after ?? 0) <= 0 && (before ?? 0) + (after ?? 0) < -1;
    const left = before === -1 && after !== -1 ? x - 1 : after === -1 && before !== -1 ? x + 1 - text.width : x - text.width / 2;
    const baseline = dip ? y + gap + context.typesetter.metrics(style).capHeight : y - gap;
    placed.push(...moveAll(text.content, Math.max(left, plot.left + 1), baseline - text.baseline));
  }
  content.push(...placed);
}

/** Names of the series right of their lines; undefined where they would take too much room. */
function endLabels(data: ChartData, stretch: Stretch, context: BlockContext): { labels: readonly (readonly PlacedLine[])[]; width: number } | undefined {
  const style = context.style('chart');
  const most = stretch.width * 0.3;
  const labels = data.series.map(({ name }) => (name ? context.text(name.children, style, 0, most, name.span, { tag: name.id, align: 'left' }) : undefined));
  if (labels.some((label) => !label || label.content.length > 1 || label.width > most)) return undefined;
  const { dot, valueGap } = context.theme.components.chart;
  return { labels: labels.map((label) => label?.content ?? []), width: Math.max(...labels.map((label) => label?.width ?? 0)) + dot / 2 + valueGap };
}

/** The last point of a series. */
interface End { readonly series: number; readonly x: number; readonly y: number; readonly index: number }

/** A line that ends before the others has its name there; undefined where that would stand on another line or name. */
function nameEarly(data: ChartData, labels: readonly (readonly PlacedLine[])[], ends: readonly End[], plot: Plot, context: BlockContext): readonly Placed[] | undefined {
  const { chart } = context.theme.components;
  const middle = context.typesetter.metrics(context.style('chart')).capHeight / 2;
  const taken: { left: number; right: number; y: number }[] = [];
  const placed: Placed[] = [];
  for (const { series, x, y } of ends) {
    const lines = labels[series] ?? [];
    const left = x + chart.dot / 2 + chart.valueGap;
    const right = left + Math.max(0, ...lines.map(({ line }) => line.x + line.width));
    const crossed = data.series.some(({ values }, other) => other !== series && [left, (left + right) / 2, right].some((at) => {
      const height = heightAt(values.map((value) => value?.value), at, plot);
      return height !== undefined && Math.abs(height - y) < middle * 3;
    }));
    if (crossed || taken.some((name) => left < name.right && right > name.left && Math.abs(name.y - y) < middle * 3)) return undefined;
    taken.push({ left, right, y });
    placed.push(...moveAll(lines, left, y + middle - (lines[0]?.y ?? 0)));
  }
  return placed;
}

/** Where a line runs at x; undefined where it has a gap. */
function heightAt(values: readonly (number | undefined)[], x: number, plot: Plot): number | undefined {
  const at = (x - plot.left) / plot.slot - 0.5;
  const [before, after] = [values[Math.floor(at)], values[Math.ceil(at)]];
  if (before === undefined || after === undefined) return undefined;
  return plot.y(before + (after - before) * (at - Math.floor(at)));
}

/** Each at its line's end, pushed apart by a line's height where they would touch, from the top down and back up. */
function placeEnds(labels: readonly (readonly PlacedLine[])[], ends: readonly End[], plot: Plot, context: BlockContext): Placed[] {
  const { chart } = context.theme.components;
  const { leading } = context.style('chart');
  const middle = context.typesetter.metrics(context.style('chart')).capHeight / 2;
  const sorted = [...ends].sort((a, b) => a.y - b.y || a.series - b.series).map((end) => ({ ...end }));
  for (let index = 1; index < sorted.length; index += 1) {
    const [above, below] = [sorted[index - 1], sorted[index]];
    if (above && below) below.y = Math.max(below.y, above.y + leading);
  }
  let floor = plot.bottom;
  for (const end of sorted.reverse()) { end.y = Math.min(end.y, floor); floor = end.y - leading; }
  const x = (ends[0]?.x ?? plot.left) + chart.dot / 2 + chart.valueGap;
  return sorted.flatMap(({ series, y }) => {
    const lines = labels[series] ?? [];
    return moveAll(lines, x, y + middle - (lines[0]?.y ?? 0));
  });
}

const numbersOf = (data: ChartData): number[] => {
  const numbers = data.series.flatMap(({ values }) => values.flatMap((value) => (value ? [value.value] : [])));
  return numbers.length === 0 ? [0] : numbers;
};

function frame(data: ChartData, stretch: Stretch, scale: Scale, right: number, context: BlockContext): { plot: Plot; content: Placed[] } {
  const { chart } = context.theme.components;
  const style = context.style('chart');
  const span = data.categories[0]?.span ?? data.series[0]?.name?.span;
  const ticks = span ? scale.ticks.map((value) => ({ value, text: context.text(context.numberText(value, scale.decimals), style, 0, 1e4, span, { align: 'left' }) })) : [];
  const numbers = Math.max(0, ...ticks.map(({ text }) => text.width));
  const left = stretch.x + numbers + TICK * 2;
  const outer = stretch.x + stretch.width - left;
  // Names of lines stand beyond the last point, which is half a category from the edge.
  const slots = Math.max(1, data.categories.length);
  // The last category's own name needs room beyond its point too.
  const last = data.categories[slots - 1];
  const beyond = right === 0 || !last ? right : Math.max(right, Math.min(context.typesetter.extent(last.children, style, context.inline).max / 2, outer / slots / 2));
  const slot = right === 0 ? outer / slots : Math.max((outer - beyond) / (slots - 0.5), outer / slots / 4);
  const width = slot * slots;
  // Room for a number over the highest column and under the lowest one.
  const top = chart.padding + style.leading;
  const bottom = top + chart.height;
  const y = (value: number): number => bottom - ((value - scale.from) / (scale.to - scale.from)) * (bottom - top);
  const content: Placed[] = [];
  const capHalf = context.typesetter.metrics(style).capHeight / 2;
  // Not through the names beyond the last point.
  const lineWidth = right === 0 ? Math.min(width, outer) : width - slot / 2;
  for (const { value, text } of ticks) {
    content.push(...moveAll(text.content, left - TICK * 2 - text.width, y(value) + capHalf - text.baseline));
    if (chart.gridline && value !== 0) content.push(context.rule(left, lineWidth, y(value), chart.gridline));
    else if (value !== 0) content.push(context.rule(left - TICK, TICK, y(value), chart.axis));
  }
  const zero = y(Math.min(Math.max(0, scale.from), scale.to));
  content.push(context.rule(left - TICK, lineWidth + TICK, zero, chart.axis));
  if (!chart.gridline) content.push({ kind: 'path', role: 'axis', path: rectangle(left - chart.axis.width / 2, top, chart.axis.width, bottom - top), fill: chart.axis.colour });
  return { plot: { left, width, top, bottom, slot, y }, content };
}

/** Categories under the plot, the legend under them. */
function finish(data: ChartData, stretch: Stretch, plot: Plot, content: Placed[], legend: boolean, context: BlockContext): DrawnChart {
  const { chart } = context.theme.components;
  const lowest = data.series.some(({ values }) => values.some((value) => value !== undefined && value.value < 0)) ? context.style('chart').leading : 0;
  const names = setNames(data, stretch, plot, context);
  content.push(...moveAll(names.content, 0, plot.bottom + lowest + chart.padding));
  let y = plot.bottom + lowest + chart.padding + names.height;
  if (legend && data.series.length > 1) {
    const set = legendOf(data, stretch, context, content.some((placed) => placed.kind === 'path' && placed.role === 'line'));
    content.push(...moveAll(set.content, 0, y + chart.padding));
    y += chart.padding + set.height;
  }
  return { content, height: y + chart.padding, start: stretch.x };
}
