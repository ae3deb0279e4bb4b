// A path and the markers that it names → where each stands and how it is turned.
import type { PathSegment } from '../artwork.ts';
import { fitBox, viewBoxOf } from './draw-svg.ts';
import { IDENTITY, multiply, translate, type Matrix } from './matrix.ts';
import type { Lengths } from './shapes.ts';
import type { Style } from './style.ts';
import type { Element } from './xml.ts';

export interface PlacedMarker {
  readonly marker: Element;
  /** From the marker's own units to the user's. */
  readonly matrix: Matrix;
  /** What is shown of it, in its own units. */
  readonly width: number;
  readonly height: number;
  /** From the units of its size, where its viewport stands, to the user's. */
  readonly frame: Matrix;
}

type Point = readonly [number, number];
interface Vertex { readonly at: Point; readonly into?: Point | undefined; readonly out?: Point | undefined }

/** At the first vertex, the last one, and all between (SVG 2, section 13.7). */
export function placeMarkers(path: readonly PathSegment[], style: Style, strokeWidth: number, ids: ReadonlyMap<string, Element>, length: Lengths): PlacedMarker[] {
  const named = [style.markerStart, style.markerMid, style.markerEnd].map((value) => {
    const marker = ids.get(/^url\(\s*["']?#([^)"']+)["']?\s*\)/.exec(value.trim())?.[1] ?? '');
    return marker?.name === 'marker' ? marker : undefined;
  });
  if (named.every((marker) => marker === undefined)) return [];
  const vertices = verticesOf(path);
  return vertices.flatMap((vertex, index): PlacedMarker[] => {
    const places = [...(index === 0 ? [0] : []), ...(index > 0 && index < vertices.length - 1 ? [1] : []), ...(index === vertices.length - 1 ? [2] : [])];
    return places.flatMap((place) => { const marker = named[place]; return marker ? place1(marker, vertex, place === 0, strokeWidth, length) : []; });
  });
}

function place1(marker: Element, vertex: Vertex, start: boolean, strokeWidth: number, length: Lengths): PlacedMarker[] {
  const own = (name: string, whole: 'width' | 'height', otherwise: number): number => length(marker, name, whole, otherwise);
  const [width, height] = [own('markerWidth', 'width', 3), own('markerHeight', 'height', 3)];
  if (!(width > 0) || !(height > 0)) return [];
  const orient = marker.attributes.get('orient')?.trim() ?? '0';
  const angle = orient.startsWith('auto') ? direction(vertex) + (orient === 'auto-start-reverse' && start ? Math.PI : 0) : (Number.parseFloat(orient) || 0) * (Math.PI / 180);
  const unit = marker.attributes.get('markerUnits') === 'userSpaceOnUse' ? 1 : strokeWidth;
  const turn: Matrix = [Math.cos(angle) * unit, Math.sin(angle) * unit, -Math.sin(angle) * unit, Math.cos(angle) * unit, vertex.at[0], vertex.at[1]];
  const fit = viewBoxOf(marker) ? fitBox(viewBoxOf(marker), { width, height }, marker.attributes.get('preserveAspectRatio')) : IDENTITY;
  const [refX, refY] = [own('refX', 'width', 0), own('refY', 'height', 0)];
  const [dx, dy] = [fit[0] * refX + fit[4], fit[3] * refY + fit[5]];
  const frame = multiply(turn, translate(-dx, -dy));
  return [{ marker, width, height, frame, matrix: multiply(frame, fit) }];
}

/** Along the path; at a bend half-way between both ways. */
function direction({ into, out }: Vertex): number {
  const [a, b] = [into ?? out, out ?? into];
  if (!a || !b) return 0;
  const [x, y] = [a[0] + b[0], a[1] + b[1]];
  return Math.hypot(x, y) < 1e-9 ? Math.atan2(a[1], a[0]) + Math.PI / 2 : Math.atan2(y, x);
}

function verticesOf(path: readonly PathSegment[]): Vertex[] {
  const vertices: { at: Point; into?: Point | undefined; out?: Point | undefined }[] = [];
  let start = 0;
  for (const segment of path) {
    const last = vertices[vertices.length - 1];
    if (segment[0] === 'M' || !last) {
      if (segment[0] === 'Z') continue;
      start = vertices.length;
      vertices.push({ at: [segment[1], segment[2]] });
      continue;
    }
    const opening = vertices[start];
    const points: Point[] = segment[0] === 'Z' ? [opening?.at ?? last.at] : segment[0] === 'L' ? [[segment[1], segment[2]]]
      : [[segment[1], segment[2]], [segment[3], segment[4]], [segment[5], segment[6]]];
    const end = points[points.length - 1] ?? last.at;
    const all = [last.at, ...points];
    last.out = firstWay(all) ?? last.into;
    const into = firstWay([...all].reverse().map(([x, y]): Point => [-x, -y]));
    vertices.push({ at: end, into: into ?? last.into });
    if (segment[0] === 'Z' && opening) {
      const closing = vertices[vertices.length - 1];
      opening.into ??= into;
      if (closing) closing.out = opening.out;
    }
  }
  return vertices;
}

/** From the first point to the next that is another, as a unit vector. */
function firstWay([from, ...others]: readonly Point[]): Point | undefined {
  if (!from) return undefined;
  for (const [x, y] of others) {
    const far = Math.hypot(x - from[0], y - from[1]);
    if (far > 1e-9) return [(x - from[0]) / far, (y - from[1]) / far];
  }
  return undefined;
}
