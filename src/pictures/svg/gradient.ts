// A `<linearGradient>` or `<radialGradient>` and what it is painted on → a Gradient in the drawing's points.
import type { Gradient, GradientStop } from '../artwork.ts';
import { parseColour } from './colour.ts';
import { declared, type Sheet } from './css.ts';
import type { Box } from './draw-svg.ts';
import { IDENTITY, invert, movePoint, multiply, parseTransform, type Matrix } from './matrix.ts';
import { toLength, toOpacity } from './style.ts';
import { elementsOf, hrefOf, type Element } from './xml.ts';

/** What is painted: its bounds and viewport in user units, and the way from there to the drawing. */
export interface Canvas { readonly bounds: Box; readonly viewport: Box; readonly matrix: Matrix; readonly current: string }

/** Undefined where the gradient has no extent, or what it paints has none: a plain colour is then all there is. */
export function gradientOf(server: Element, stops: readonly GradientStop[], canvas: Canvas, ids: ReadonlyMap<string, Element>): Gradient | undefined {
  const radial = server.name === 'radialGradient';
  const given = (name: string): string | undefined => attributeOf(server, name, ids, 0);
  const boxed = given('gradientUnits') !== 'userSpaceOnUse';
  const { bounds, viewport } = canvas;
  if (boxed && !(bounds.width > 0 && bounds.height > 0)) return undefined;
  const whole = { width: boxed ? 1 : viewport.width, height: boxed ? 1 : viewport.height };
  const diagonal = Math.sqrt((whole.width ** 2 + whole.height ** 2) / 2);
  const length = (name: string, otherwise: string, of: number): number => toLength(given(name) ?? otherwise, of, 16) ?? 0;
  const x = (name: string, otherwise: string): number => length(name, otherwise, whole.width);
  const y = (name: string, otherwise: string): number => length(name, otherwise, whole.height);
  const own = parseTransform(given('gradientTransform') ?? '') ?? IDENTITY;
  const toUser = multiply(boxed ? [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y] : IDENTITY, own);
  const matrix = multiply(canvas.matrix, toUser);
  const back = invert(toUser);
  if (!back || !invert(matrix)) return undefined;
  let from: Gradient['from'];
  let to: Gradient['to'];
  if (radial) {
    const [cx, cy, r] = [x('cx', '50%'), y('cy', '50%'), length('r', '50%', diagonal)];
    if (!(r > 0)) return undefined;
    to = [cx, cy, r];
    from = [...inside(x('fx', String(cx)), y('fy', String(cy)), to), Math.min(r, Math.max(0, length('fr', '0', diagonal)))];
  } else {
    from = [x('x1', '0%'), y('y1', '0%'), 0];
    to = [x('x2', '100%'), y('y2', '0%'), 0];
    if (from[0] === to[0] && from[1] === to[1]) return undefined;
  }
  const made = { kind: radial ? 'radial' : 'linear', from, to, matrix } as const;
  return { ...made, stops: spread(stops, given('spreadMethod') ?? 'pad', reach(made, corners(bounds).map(([u, v]) => movePoint(back, u, v)))) };
}

/** Attributes that a gradient does not give are those of the one that it names. */
export function attributeOf(element: Element, name: string, ids: ReadonlyMap<string, Element>, depth: number): string | undefined {
  const own = element.attributes.get(name);
  const next = hrefOf(element);
  const further = next === undefined ? undefined : ids.get(next);
  return own ?? (further && depth < 8 ? attributeOf(further, name, ids, depth + 1) : undefined);
}

export function stopsOf(gradient: Element, current: string, ids: ReadonlyMap<string, Element>, sheet: Sheet, depth = 0): GradientStop[] {
  let last = 0;
  const stops = elementsOf(gradient).filter(({ name }) => name === 'stop').map((stop): GradientStop => {
    const value = declared(stop, sheet);
    const said = value('stop-color') ?? 'black';
    const paint = parseColour(/^currentcolor$/i.test(said) ? current : said);
    // An offset before the one before it counts as that (SVG 2, 14.2.4).
    last = Math.min(1, Math.max(last, toLength(stop.attributes.get('offset') ?? '0', 1, 1) ?? 0));
    return { colour: paint?.colour ?? { gray: 0 }, opacity: (paint?.opacity ?? 1) * toOpacity(value('stop-opacity')), offset: last };
  });
  const next = hrefOf(gradient);
  const further = next === undefined ? undefined : ids.get(next);
  return stops.length > 0 || !further || depth > 8 ? stops : stopsOf(further, current, ids, sheet, depth + 1);
}

/** A focus outside its circle is moved onto it; just inside, for readers of PDF. */
function inside(fx: number, fy: number, [cx, cy, r]: Gradient['to']): readonly [number, number] {
  const away = Math.hypot(fx - cx, fy - cy);
  const most = r * 0.999;
  return away <= most ? [fx, fy] : [cx + ((fx - cx) * most) / away, cy + ((fy - cy) * most) / away];
}

const corners = ({ x, y, width, height }: Box): readonly (readonly [number, number])[] => [[x, y], [x + width, y], [x, y + height], [x + width, y + height]];

/** More repeats than this are finer than print. */
const MOST_REPEATS = 200;

/** Between which whole offsets the points lie. */
function reach({ kind, from, to }: Pick<Gradient, 'kind' | 'from' | 'to'>, points: readonly (readonly [number, number])[]): readonly [number, number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const offsets = kind === 'linear'
    ? points.map(([x, y]) => ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy))
    // Circles grow by at least this much an offset on the side where they lie closest.
    : [0, ...points.map(([x, y]) => Math.hypot(x - from[0], y - from[1]) / Math.max(1e-6, to[2] - from[2] - Math.hypot(dx, dy)))];
  const clamp = (value: number): number => Math.min(MOST_REPEATS, Math.max(-MOST_REPEATS, value));
  return [clamp(Math.floor(Math.min(...offsets))), clamp(Math.ceil(Math.max(...offsets)))];
}

function spread(stops: readonly GradientStop[], method: string, [first, last]: readonly [number, number]): readonly GradientStop[] {
  if (method !== 'repeat' && method !== 'reflect') return stops;
  const whole = [...(stops[0] && stops[0].offset > 0 ? [{ ...stops[0], offset: 0 }] : []), ...stops];
  const end = whole[whole.length - 1];
  if (end && end.offset < 1) whole.push({ ...end, offset: 1 });
  const all: GradientStop[] = [];
  for (let period = first; period < Math.max(last, first + 1); period += 1) {
    const turned = method === 'reflect' && Math.abs(period % 2) === 1;
    const part = turned ? [...whole].reverse().map((stop) => ({ ...stop, offset: 1 - stop.offset })) : whole;
    all.push(...part.map((stop) => ({ ...stop, offset: stop.offset + period })));
  }
  return all;
}
