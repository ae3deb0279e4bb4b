// A series' look → painted bars, points and lines that differ without colour.
import { contrast, LEAST_MARK_CONTRAST, type Components } from '../theme/index.ts';
import { circle, rectangle } from './drawing.ts';
import type { PathSegment } from '../pictures/index.ts';
import type { PlacedPath } from './placed.ts';

export type SeriesLook = Components['chart']['series'][number];

export interface Rect { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A bar or swatch: fill, then hatching, then the outline inside its edges. */
export function paintBar(rect: Rect, look: SeriesLook): PlacedPath[] {
  const painted: PlacedPath[] = [];
  if (!(rect.width > 0) || !(rect.height > 0)) return painted;
  if (look.fill) painted.push({ kind: 'path', role: 'bar', path: rectangle(rect.x, rect.y, rect.width, rect.height), fill: look.fill });
  if (look.hatch) {
    const path = hatchLines(rect, Number(look.hatch.angle), look.hatch.step);
    if (path.length > 0) painted.push({ kind: 'path', role: 'hatch', path, stroke: look.hatch.stroke });
  }
  if (look.stroke) {
    const inset = Math.min(look.stroke.width, rect.width, rect.height) / 2;
    painted.push({ kind: 'path', role: 'bar', path: rectangle(rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - 2 * inset), stroke: look.stroke });
  }
  return painted;
}

const ROOT = 1.4142136;

/** Parallel lines cut off at the rectangle: a page has no clipping of its own. */
export function hatchLines({ x, y, width, height }: Rect, angle: number, step: number): PathSegment[] {
  const path: PathSegment[] = [];
  const [right, bottom] = [x + width, y + height];
  if (angle === 0) for (let at = y + step / 2; at < bottom; at += step) path.push(['M', x, at], ['L', right, at]);
  else if (angle === 90) for (let at = x + step / 2; at < right; at += step) path.push(['M', at, y], ['L', at, bottom]);
  else {
    // Lines x + y = c (rising) or x − y = c (falling), a step apart across.
    const rising = angle === 45;
    const apart = step * ROOT;
    for (let c = apart / 2; c < width + height; c += apart) {
      const [fromX, fromDown] = c <= height ? [0, c] : [c - height, height];
      const [toX, toDown] = c <= width ? [c, 0] : [width, c - width];
      const vertical = (down: number): number => (rising ? y + down : bottom - down);
      path.push(['M', x + fromX, vertical(fromDown)], ['L', x + toX, vertical(toDown)]);
    }
  }
  return path;
}

/** The colour of a series' line and points: what it is filled with, unless that is too pale without its outline. */
export function lineColour(look: SeriesLook): NonNullable<PlacedPath['fill']> {
  const pale = look.fill && contrast(look.fill, { gray: 1 }) < LEAST_MARK_CONTRAST;
  return (look.fill && !pale ? look.fill : undefined) ?? look.stroke?.colour ?? look.hatch?.stroke.colour ?? { gray: 0 };
}

const PAPER = { gray: 1 } as const;

export function paintPoint(x: number, y: number, size: number, look: SeriesLook): PlacedPath {
  const colour = lineColour(look);
  const half = size / 2;
  const filled = (path: readonly PathSegment[]): PlacedPath => ({ kind: 'path', role: 'point', path, fill: colour });
  const hollow = (path: readonly PathSegment[]): PlacedPath => ({ kind: 'path', role: 'point', path, fill: PAPER, stroke: { colour, width: size / 5 } });
  switch (look.point) {
    case 'disc': return filled(circle(x, y, size));
    case 'ring': return hollow(circle(x, y, size));
    case 'square': return filled(rectangle(x - half, y - half, size, size));
    case 'box': return hollow(rectangle(x - half, y - half, size, size));
    case 'diamond': return filled([['M', x, y - size * 0.65], ['L', x + size * 0.65, y], ['L', x, y + size * 0.65], ['L', x - size * 0.65, y], ['Z']]);
    case 'triangle': return hollow([['M', x, y - size * 0.6], ['L', x + size * 0.6, y + half], ['L', x - size * 0.6, y + half], ['Z']]);
  }
}
