// Boxes of an organisation chart and where they stand → paths and words.
import type { PathSegment } from '../pictures/index.ts';
import type { Components } from '../theme/index.ts';
import { rectangle } from './drawing.ts';
import { moveAll } from './move.ts';
import type { TreeNode } from './orgchart-tree.ts';
import type { Placed } from './placed.ts';

export type Measures = Components['orgchart'];

export interface Box { readonly level: number; readonly content: readonly Placed[]; readonly height: number; readonly width: number }
/** A unit side by side with others; `stack` hangs under it on a spine, or on several in columns that are its children. */
export interface Node extends TreeNode { readonly box: Box; readonly children: readonly (Node | Column)[]; readonly stack: readonly Stacked[] }
export interface Column extends TreeNode { readonly children: readonly []; readonly hanging: readonly Stacked[] }
export interface Stacked { readonly box: Box; readonly children: readonly Stacked[]; readonly height: number }

export class Canvas {
  height = 0;
  private readonly content: Placed[] = [];
  private readonly lines: PathSegment[] = [];

  constructor(private readonly measures: Measures, private readonly gap: number) {}

  draw(node: Node, xOf: (node: TreeNode) => number, tops: readonly number[], depth = 0): void {
    const { indent } = this.measures;
    const x = xOf(node);
    const y = tops[depth] ?? 0;
    this.box(node.box, x, y);
    const bottom = y + node.box.height;
    const middle = x + node.box.width / 2;
    const [first, last] = [node.children[0], node.children[node.children.length - 1]];
    if (first && last) {
      // A trunk down to the bar half-way between the levels, the bar, a drop to each child or a spine of each column.
      const columns = 'hanging' in first;
      const next = columns ? bottom + this.gap / 2 : tops[depth + 1] ?? bottom + this.gap;
      const bar = columns ? next : next - this.gap / 2;
      const drop = columns ? indent / 2 : node.box.width / 2;
      this.line(middle, bottom, middle, !columns && node.children.length === 1 ? next : bar);
      if (columns || node.children.length > 1) this.line(Math.min(middle, xOf(first) + drop), bar, Math.max(middle, xOf(last) + drop), bar);
      for (const child of node.children) {
        if ('hanging' in child) this.stack(child.hanging, xOf(child), bar);
        else {
          if (node.children.length > 1) this.line(xOf(child) + drop, bar, xOf(child) + drop, next);
          this.draw(child, xOf, tops, depth + 1);
        }
      }
    }
    this.stack(node.stack, x, bottom);
  }

  /** Gives the bottom of the last box. */
  private stack(stack: readonly Stacked[], x: number, top: number): number {
    const { stacked, indent } = this.measures;
    const spine = x + indent / 2;
    let y = top;
    let last = top;
    for (const { box, children } of stack) {
      y += stacked;
      this.box(box, x + indent, y);
      last = y + box.height / 2;
      this.line(spine, last, x + indent, last);
      y = this.stack(children, x + indent, y + box.height);
    }
    if (stack.length > 0) this.line(spine, top, spine, last);
    return y;
  }

  private box({ level, content, width, height }: Box, x: number, y: number): void {
    const { stroke, top, topFill } = this.measures;
    const inset = stroke.width / 2;
    const path = rectangle(x + inset, y + inset, width - stroke.width, height - stroke.width);
    this.content.push({ kind: 'path', role: 'box', path, stroke, ...(level === 1 && topFill ? { fill: topFill } : {}) });
    if (level === 1 && top) this.content.push({ kind: 'path', role: 'bar', path: rectangle(x, y, width, top.width), fill: top.colour });
    this.content.push(...moveAll(content, x, y));
    this.height = Math.max(this.height, y + height);
  }

  private line(x0: number, y0: number, x1: number, y1: number): void {
    this.lines.push(['M', x0, y0], ['L', x1, y1]);
  }

  finish(): readonly Placed[] {
    const { stroke } = this.measures;
    return this.lines.length === 0 ? this.content : [{ kind: 'path', role: 'connection', path: this.lines, stroke }, ...this.content];
  }
}
