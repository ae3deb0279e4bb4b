// SVG `transform` → a matrix; points and paths through it.
import type { Matrix, PathSegment } from '../artwork.ts';

export type { Matrix };

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const translate = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];
export const scale = (x: number, y = x): Matrix => [x, 0, 0, y, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Undefined where it squeezes all onto a line. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (!(Math.abs(area) > 1e-12)) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

export const movePoint = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];

/** How much lengths grow: exact for turns and even scales, the mean else. */
export const growth = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

const RADIANS = Math.PI / 180;

/** Undefined where the attribute cannot be read. */
export function parseTransform(value: string): Matrix | undefined {
  let matrix: Matrix = IDENTITY;
  const rest = value.replace(/([a-zA-Z]+)\s*\(([^)]*)\)[\s,]*/g, (_whole, name: string, list: string) => {
    const numbers = (list.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    const next = transformOf(name, numbers);
    if (!next) return '?';
    matrix = multiply(matrix, next);
    return '';
  });
  return rest.trim() === '' || rest.trim() === 'none' ? matrix : undefined;
}

function transformOf(name: string, [p = 0, q, r, s, t, u]: readonly number[]): Matrix | undefined {
  switch (name) {
    case 'matrix': return u === undefined ? undefined : [p, q ?? 0, r ?? 0, s ?? 0, t ?? 0, u];
    case 'translate': return translate(p, q ?? 0);
    case 'scale': return scale(p, q ?? p);
    case 'rotate': {
      const turn: Matrix = [Math.cos(p * RADIANS), Math.sin(p * RADIANS), -Math.sin(p * RADIANS), Math.cos(p * RADIANS), 0, 0];
      return q === undefined ? turn : multiply(translate(q, r ?? 0), multiply(turn, translate(-q, -(r ?? 0))));
    }
    case 'skewX': return [1, 0, Math.tan(p * RADIANS), 1, 0, 0];
    case 'skewY': return [1, Math.tan(p * RADIANS), 0, 1, 0, 0];
    default: return undefined;
  }
}

/** Rounded, so that every machine's trigonometry gives the same path. */
const round = (value: number): number => Math.round(value * 1000) / 1000 || 0;

export function movePath(path: readonly PathSegment[], [a, b, c, d, e, f]: Matrix): readonly PathSegment[] {
  const x = (u: number, v: number): number => round(a * u + c * v + e);
  const y = (u: number, v: number): number => round(b * u + d * v + f);
  return path.map((segment): PathSegment => {
    switch (segment[0]) {
      case 'M': return ['M', x(segment[1], segment[2]), y(segment[1], segment[2])];
      case 'L': return ['L', x(segment[1], segment[2]), y(segment[1], segment[2])];
      case 'C': {
        const [, p, q, r, s, t, u] = segment;
        return ['C', x(p, q), y(p, q), x(r, s), y(r, s), x(t, u), y(t, u)];
      }
      case 'Z': return segment;
    }
  });
}

/** Of what is drawn: a curve's handles may lie outside. */
export function boundsOf(path: readonly PathSegment[]): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let [x, y] = [0, 0];
  const add = (u: number, v: number): void => {
    [left, right, top, bottom] = [Math.min(left, u), Math.max(right, u), Math.min(top, v), Math.max(bottom, v)];
  };
  for (const segment of path) {
    if (segment[0] === 'Z') continue;
    if (segment[0] === 'C') {
      const [, p, q, r, s, t, u] = segment;
      for (const at of turns(x, p, r, t)) add(cubic(x, p, r, t, at), y);
      for (const at of turns(y, q, s, u)) add(x, cubic(y, q, s, u, at));
      [x, y] = [t, u];
    } else [x, y] = [segment[1], segment[2]];
    add(x, y);
  }
  return left > right ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}

const cubic = (p: number, q: number, r: number, s: number, t: number): number =>
  (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;

/** Where a coordinate of a cubic curve turns: roots of its derivative inside it. */
function turns(p: number, q: number, r: number, s: number): number[] {
  const [a, b, c] = [s - 3 * r + 3 * q - p, 2 * (r - 2 * q + p), q - p];
  const roots = Math.abs(a) < 1e-9 ? (Math.abs(b) < 1e-9 ? [] : [-c / b]) : [1, -1].map((sign) => (-b + sign * Math.sqrt(b * b - 4 * a * c)) / (2 * a));
  return roots.filter((t) => t > 0 && t < 1);
}
