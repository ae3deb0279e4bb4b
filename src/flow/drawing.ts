// Rules, discs, boxes and ticks as paths.
import type { Colour } from '../theme/index.ts';
import type { PathSegment } from '../pictures/index.ts';
import type { PlacedPath } from './placed.ts';

export interface Stroke { readonly width: number; readonly colour: Colour }

/** A quarter circle as a Bézier curve: the constant of the usual approximation, (4/3)·tan(π/8). */
const QUARTER = 0.5522847498;
const round = (value: number): number => Math.round(value * 1000) / 1000;

export function rectangle(x: number, y: number, width: number, height: number): readonly PathSegment[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
}

export function circle(cx: number, cy: number, diameter: number): readonly PathSegment[] {
  const r = diameter / 2;
  const k = round(r * QUARTER);
  return [
    ['M', cx + r, cy],
    ['C', cx + r, cy + k, cx + k, cy + r, cx, cy + r], ['C', cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    ['C', cx - r, cy - k, cx - k, cy - r, cx, cy - r], ['C', cx + k, cy - r, cx + r, cy - k, cx + r, cy], ['Z'],
  ];
}

/** A horizontal rule, filled so that it is as thick at every zoom; `y` is its middle. */
export function rule(x: number, width: number, y: number, stroke: Stroke, tag?: string): PlacedPath {
  return { kind: 'path', role: 'rule', path: rectangle(x, y - stroke.width / 2, width, stroke.width), fill: stroke.colour, ...(tag === undefined ? {} : { tag }) };
}

/** A vertical rule; `x` is its left edge. */
export function bar(x: number, y0: number, y1: number, stroke: Stroke): PlacedPath {
  return { kind: 'path', role: 'bar', path: rectangle(x, y0, stroke.width, y1 - y0), fill: stroke.colour };
}

export function disc(cx: number, cy: number, diameter: number, colour: Colour): PlacedPath {
  return { kind: 'path', role: 'disc', path: circle(cx, cy, diameter), fill: colour };
}

/** A ring of the same outer diameter as the disc. */
export function ring(cx: number, cy: number, diameter: number, colour: Colour): PlacedPath {
  const width = diameter * 0.2;
  return { kind: 'path', role: 'ring', path: circle(cx, cy, diameter - width), stroke: { colour, width } };
}

/** The box of a task; a done one is ticked. */
export function taskBox(x: number, baseline: number, size: number, stroke: Stroke, checked: boolean): PlacedPath {
  const inset = stroke.width / 2;
  const top = baseline - size;
  const box = rectangle(x + inset, top + inset, size - stroke.width, size - stroke.width);
  const tick: PathSegment[] = [
    ['M', x + size * 0.22, top + size * 0.52], ['L', x + size * 0.42, top + size * 0.74], ['L', x + size * 0.8, top + size * 0.26],
  ];
  return { kind: 'path', role: 'box', path: checked ? [...box, ...tick] : box, stroke };
}
