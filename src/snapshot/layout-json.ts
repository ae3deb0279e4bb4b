// Page[] → the laid-out pages as data, for `layout --json` and whoever wants to look at a layout without a PDF.
import type { PathSegment } from '../pictures/index.ts';
import type { Placed, PlacedLine } from '../flow/index.ts';
import { segmentsOf, type Page } from '../pages/index.ts';

export interface LayoutLine {
  readonly text: string;
  /** Left edge of the first glyph, points. */
  readonly x: number;
  /** The baseline, points from the page's top. */
  readonly y: number;
  /** The line runs up the page from (x, y), its baseline at x. */
  readonly turned?: true;
  readonly width: number;
  /** PostScript name of the line's first face. */
  readonly font: string;
  readonly size: number;
  readonly role: string;
  /** Only there where a chart's cell is read and not seen. */
  readonly hidden?: true;
  /** Where it comes from: file (relative to the working directory when printed), line, column. */
  readonly source: { readonly file: string; readonly line: number; readonly column: number };
}

export interface LayoutBox {
  readonly role: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LayoutPage {
  readonly number: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LayoutLine[];
  readonly boxes: readonly LayoutBox[];
}

export interface Layout { readonly pages: readonly LayoutPage[] }

/** Rounded once, to a hundredth of a point, so that no machine's last bit shows; -0 is 0. */
export function round(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}

export function describeLayout(pages: readonly Page[], fontName: (face: string) => string): Layout {
  return { pages: pages.map((page) => describePage(page, fontName)) };
}

function describePage(page: Page, fontName: (face: string) => string): LayoutPage {
  const lines: LayoutLine[] = [];
  const boxes: LayoutBox[] = [];
  for (const item of page.items) {
    if (item.kind === 'line') {
      if (item.line.text !== '') lines.push(describeLine(item, fontName));
    } else {
      const { x, y, width, height } = bounds(item);
      boxes.push({ role: item.role, x: round(x), y: round(y), width: round(width), height: round(height) });
    }
  }
  return { number: page.number, label: page.label, width: round(page.width), height: round(page.height), lines, boxes };
}

function describeLine(item: PlacedLine, fontName: (face: string) => string): LayoutLine {
  const { line } = item;
  const { file, line: row, column } = line.span;
  return {
    text: line.text, ...(item.turned ? { x: round(item.x), y: round(item.y - line.x), turned: true as const } : { x: round(item.x + line.x), y: round(item.y) }), width: round(line.width),
    font: fontName(line.runs[0]?.face ?? ''), size: round(item.size), role: item.role,
    ...(item.hidden ? { hidden: true } : {}), source: { file, line: row, column },
  };
}

/** The rectangle around a placed thing, points; control points count, so a curve may lie a little inside. */
export function bounds(item: Placed): { x: number; y: number; width: number; height: number } {
  if (item.kind === 'picture') return item;
  if (item.kind === 'line' && item.turned) return { x: item.x - item.size, y: item.y - item.line.x - item.line.width, width: item.size, height: item.line.width };
  if (item.kind === 'line') return { x: item.x + item.line.x, y: item.y - item.size, width: item.line.width, height: item.size };
  return pathBounds(segmentsOf(item));
}

export function pathBounds(path: readonly PathSegment[]): { x: number; y: number; width: number; height: number } {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const segment of path) {
    for (let i = 1; i < segment.length; i += 2) {
      const x = segment[i] as number, y = segment[i + 1] as number;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return left === Infinity ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}
