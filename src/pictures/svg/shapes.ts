// Basic shapes and path data → lines and curves in absolute coordinates.
import svgpath from 'svgpath';
import type { PathSegment } from '../artwork.ts';
import type { Element } from './xml.ts';

/** A length attribute in user units. `whole` is what a percentage is of. */
export type Lengths = (element: Element, name: string, whole: 'width' | 'height' | 'diagonal', otherwise?: number) => number;

/** Undefined for an element that is no shape; `fault` hears of path data that cannot be read to its end. */
export function pathOf(element: Element, length: Lengths, fault: (why: string) => void): readonly PathSegment[] | undefined {
  switch (element.name) {
    case 'path': return pathData(element.attributes.get('d') ?? '', fault);
    case 'rect': return rectPath(element, length);
    case 'circle': {
      const r = length(element, 'r', 'diagonal');
      return ellipsePath(length(element, 'cx', 'width'), length(element, 'cy', 'height'), r, r);
    }
    case 'ellipse': {
      const rx = length(element, 'rx', 'width', NaN);
      const ry = length(element, 'ry', 'height', NaN);
      return ellipsePath(length(element, 'cx', 'width'), length(element, 'cy', 'height'), Number.isNaN(rx) ? ry : rx, Number.isNaN(ry) ? rx : ry);
    }
    case 'line': return [['M', length(element, 'x1', 'width'), length(element, 'y1', 'height')], ['L', length(element, 'x2', 'width'), length(element, 'y2', 'height')]];
    case 'polyline': return polyPath(element, false);
    case 'polygon': return polyPath(element, true);
    default: return undefined;
  }
}

/** Arcs, short, relative and quadratic forms resolved by the library; what it cannot read is left out, as the standard says. */
export function pathData(data: string, fault: (why: string) => void): readonly PathSegment[] {
  if (data.trim() === '' || data.trim() === 'none') return [];
  const parsed = svgpath(data) as ReturnType<typeof svgpath> & { readonly err?: string };
  if (parsed.err !== undefined && parsed.err !== '') fault(parsed.err.replace(/^SvgPath:\s*/, ''));
  const path: PathSegment[] = [];
  parsed.abs().unarc().unshort().iterate((segment, _index, x, y) => {
    switch (segment[0]) {
      case 'M': path.push(['M', segment[1], segment[2]]); break;
      case 'L': path.push(['L', segment[1], segment[2]]); break;
      case 'H': path.push(['L', segment[1], y]); break;
      case 'V': path.push(['L', x, segment[1]]); break;
      case 'C': path.push(['C', segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]]); break;
      case 'Q': {
        // A quadratic curve is the cubic one whose handles are two thirds of the way to its own.
        const [, qx, qy, toX, toY] = segment;
        path.push(['C', x + ((qx - x) * 2) / 3, y + ((qy - y) * 2) / 3, toX + ((qx - toX) * 2) / 3, toY + ((qy - toY) * 2) / 3, toX, toY]);
        break;
      }
      case 'Z': case 'z' as never: path.push(['Z']); break;
      default: break;
    }
  });
  return path.some((segment) => segment[0] === 'M') ? path : [];
}

/** A quarter circle as a Bézier curve: (4/3)·tan(π/8). */
const QUARTER = 0.5522847498;

function ellipsePath(cx: number, cy: number, rx: number, ry: number): readonly PathSegment[] {
  if (!(rx > 0) || !(ry > 0)) return [];
  const [kx, ky] = [rx * QUARTER, ry * QUARTER];
  return [
    ['M', cx + rx, cy], ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry], ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry], ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy], ['Z'],
  ];
}

function rectPath(element: Element, length: Lengths): readonly PathSegment[] {
  const x = length(element, 'x', 'width');
  const y = length(element, 'y', 'height');
  const width = length(element, 'width', 'width');
  const height = length(element, 'height', 'height');
  if (!(width > 0) || !(height > 0)) return [];
  const askedX = length(element, 'rx', 'width', NaN);
  const askedY = length(element, 'ry', 'height', NaN);
  const rx = Math.min(Number.isNaN(askedX) ? (Number.isNaN(askedY) ? 0 : askedY) : askedX, width / 2);
  const ry = Math.min(Number.isNaN(askedY) ? (Number.isNaN(askedX) ? 0 : askedX) : askedY, height / 2);
  if (!(rx > 0) || !(ry > 0)) return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
  const [kx, ky] = [rx * (1 - QUARTER), ry * (1 - QUARTER)];
  const [right, bottom] = [x + width, y + height];
  return [
    ['M', x + rx, y], ['L', right - rx, y], ['C', right - kx, y, right, y + ky, right, y + ry],
    ['L', right, bottom - ry], ['C', right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ['L', x + rx, bottom], ['C', x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ['L', x, y + ry], ['C', x, y + ky, x + kx, y, x + rx, y], ['Z'],
  ];
}

function polyPath(element: Element, closed: boolean): readonly PathSegment[] {
  const numbers = (element.attributes.get('points') ?? '').match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi)?.map(Number) ?? [];
  const path: PathSegment[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) path.push([at === 0 ? 'M' : 'L', numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  if (closed && path.length > 0) path.push(['Z']);
  return path;
}
