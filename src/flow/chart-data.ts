// A chart's table → categories, series and numbers; a cell that is no number is told at that cell.
import { plainText, type Chart, type Inline, type TableCell } from '../document/index.ts';
import type { BlockContext } from './builder.ts';
import { plainInlines } from './context.ts';

export interface ChartValue {
  readonly value: number;
  readonly text: string;
  /** What is printed: the text, or the cell's own words where it holds more (a note, a link). */
  readonly words: readonly Inline[];
  readonly cell: TableCell;
}
export interface ChartSeries {
  readonly name: TableCell | undefined;
  /** One a category; undefined where the table has no number. */
  readonly values: readonly (ChartValue | undefined)[];
}
export interface ChartData {
  readonly categories: readonly TableCell[];
  readonly series: readonly ChartSeries[];
}

export function readChart(block: Chart, context: BlockContext): ChartData {
  const [head, ...rows] = block.table.rows;
  const columns = Math.max(0, ...block.table.rows.map(({ cells }) => cells.length));
  const categories = rows.map((row): TableCell => row.cells[0] ?? { id: `${row.id}/empty1`, span: row.span, children: [] });
  const series: ChartSeries[] = [];
  for (let column = 1; column < columns; column += 1) {
    series.push({ name: head?.cells[column], values: rows.map((row) => readCell(row.cells[column], context)) });
  }
  return { categories, series };
}

function readCell(cell: TableCell | undefined, context: BlockContext): ChartValue | undefined {
  const text = cell ? plainText(cell.children).trim() : '';
  if (!cell || /^(?:[\u2013\u2014.…-]|n\/a)?$/i.test(text)) return undefined;
  const value = parseNumber(text, context.labels.decimal, context.labels.thousands);
  if (value === undefined) {
    const example = context.numberText(1234.5, 1);
    context.diagnostics.warning('chart-number', cell.children[0]?.span ?? cell.span, `"${text.slice(0, 40)}" is no number; the chart leaves it out.`, `Numbers are written like ${example}.`);
    return undefined;
  }
  const plain = text.replace(/^[-\u2013](?=\d)/, '\u2212');
  return { value, text: plain, cell, words: cell.children.every(({ kind }) => kind === 'text') ? plainInlines(plain, cell.span) : cell.children };
}

/** Beyond it, differences and steps are lost in rounding; nothing that is counted or paid comes near. */
const LARGEST = 1e100;

/** A number as the language writes it, a sign before and a percent sign after it allowed. */
export function parseNumber(text: string, decimal: string, thousands: string): number | undefined {
  const match = /^([+\-\u2212\u2013]?)\s*([\d.,'’\s\u00a0\u202f]+?)\s*(?:%|‰)?$/u.exec(text);
  if (!match) return undefined;
  const [, sign = '', digits = ''] = match;
  const separators = `[${escape(thousands)}\\s\u00a0\u202f'’]`;
  const mark = escape(decimal);
  if (!new RegExp(`^(?:\\d+|\\d{1,3}(?:${separators}\\d{3})+)(?:${mark}\\d+)?$`, 'u').test(digits)) return undefined;
  const value = Number(digits.replace(new RegExp(separators, 'gu'), '').replace(decimal, '.'));
  if (!(value <= LARGEST)) return undefined;
  return sign === '' || sign === '+' ? value : -value;
}

const escape = (text: string): string => text.replace(/[\\\]^.*+?()[{}|$-]/g, '\\$&');

/** The table in words: what a reader hears in place of the drawing. */
export function describeChart(block: Chart, data: ChartData): string {
  const rows = data.categories.map((category, index) => {
    const values = data.series.map(({ name, values: all }) => {
      const text = all[index]?.text ?? '\u2013';
      const label = name ? plainText(name.children).trim() : '';
      return data.series.length > 1 && label !== '' ? `${label} ${text}` : text;
    });
    return `${plainText(category.children).trim()}: ${values.join(', ')}`;
  });
  const [only] = data.series;
  const what = data.series.length === 1 && only?.name ? plainText(only.name.children).trim() : '';
  const title = [block.title ?? '', what].filter((part) => part !== '').join(' \u2013 ');
  return `${title === '' ? '' : `${title}. `}${rows.join('; ')}.`;
}
