// Series → a legend: swatch, name and perhaps the value, on as many lines as it takes.
import type { TableCell } from '../document/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import type { ChartValue } from './chart-data.ts';
import { paintBar, paintPoint, lineColour, type SeriesLook } from './chart-paint.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';

export interface LegendEntry { readonly look: SeriesLook; readonly name: TableCell; readonly value?: ChartValue; readonly line?: boolean }

/** `spread`: entries of a single line from edge to edge. */
export function setLegend(entries: readonly LegendEntry[], stretch: Stretch, spread: boolean, context: BlockContext): { content: readonly Placed[]; height: number } {
  const { legend } = context.theme.components.chart;
  const style = context.style('chart');
  const set = entries.map((entry) => setEntry(entry, stretch.width, context));
  const total = set.reduce((sum, { width }) => sum + width, 0);
  const justified = spread && set.length > 1 && total + (set.length - 1) * legend.between <= stretch.width;
  const gap = justified ? (stretch.width - total) / (set.length - 1) : legend.between;
  const content: Placed[] = [];
  let x = 0;
  let y = 0;
  let tallest = style.leading;
  for (const entry of set) {
    if (x > 0 && x + entry.width > stretch.width + 0.01) { x = 0; y += tallest; tallest = style.leading; }
    content.push(...moveAll(entry.content, stretch.x + x, y));
    x += entry.width + gap;
    tallest = Math.max(tallest, entry.height);
  }
  return { content, height: y + tallest };
}

function setEntry({ look, name, value, line }: LegendEntry, room: number, context: BlockContext): { content: readonly Placed[]; width: number; height: number } {
  const { legend, dot, line: thickness } = context.theme.components.chart;
  const style = context.style('chart');
  const valueStyle = context.style('chart-value');
  const swatch = line ? legend.swatch * 2 : legend.swatch;
  const start = swatch + legend.gap;
  const space = style.size * 0.28;
  const number = value ? context.text(value.words, valueStyle, 0, room, value.cell.span, { tag: value.cell.id, align: 'left' }) : undefined;
  const words = context.text(name.children, style, start, Math.max(room - start - (number ? number.width + space : 0), style.size * 4), name.span, { tag: name.id, align: 'left' });
  const middle = words.baseline - context.typesetter.metrics(style).capHeight / 2;
  const mark: Placed[] = line
    ? [{ kind: 'path', role: 'line', path: [['M', 0, middle], ['L', swatch, middle]], stroke: { colour: lineColour(look), width: thickness, ...(look.dash ? { dash: look.dash } : {}) } }, paintPoint(swatch / 2, middle, dot, look)]
    : paintBar({ x: 0, y: middle - swatch / 2, width: swatch, height: swatch }, look);
  const last = words.content[words.content.length - 1];
  const end = last ? last.line.x + last.line.width : 0;
  const moved = number ? moveAll(number.content, start + end + space, (last?.y ?? words.baseline) - number.baseline) : [];
  return { content: [...mark, ...words.content, ...moved], width: number ? Math.max(start + words.width, start + end + space + number.width) : start + words.width, height: words.height };
}
