// A `fill` or `stroke` value → a colour, a gradient or the tile of a pattern.
import type { GradientStop, Ink, Tile } from '../artwork.ts';
import { colourOf, parseColour, rgbOf, type Paint } from './colour.ts';
import { declared, type Sheet } from './css.ts';
import type { Warn } from './draw-svg.ts';
import { gradientOf, stopsOf, type Canvas } from './gradient.ts';
import { elementsOf, type Element } from './xml.ts';

export interface Paintable { readonly ink: Ink; readonly opacity: number }

export interface Servers { readonly ids: ReadonlyMap<string, Element>; readonly sheet: Sheet; readonly warn: Warn; tileOf(pattern: Element): Tile | undefined }

/** Undefined for none. */
export function resolvePaint(value: string, canvas: Canvas, servers: Servers): Paintable | undefined {
  const { ids, sheet, warn } = servers;
  const text = value.trim();
  if (text === 'none') return undefined;
  if (/^currentcolor$/i.test(text)) return plain(parseColour(canvas.current) ?? BLACK);
  const reference = /^url\(\s*["']?#([^)"']+)["']?\s*\)\s*(.*)$/.exec(text);
  if (!reference) {
    const paint = parseColour(text);
    if (!paint) warn('picture-colour', `the colour "${text.slice(0, 40)}" is not known; black is drawn.`);
    return plain(paint ?? BLACK);
  }
  const [, id = '', otherwise = ''] = reference;
  const server = ids.get(id);
  if (!server) return otherwise === '' ? undefined : resolvePaint(otherwise, canvas, servers);
  if (server.name === 'pattern') {
    const tile = servers.tileOf(server);
    if (tile) return { ink: tile, opacity: 1 };
    warn('picture-pattern', `the pattern of line ${server.line} has no size, is finer than print or holds itself; it is drawn as a plain colour.`);
    return plain(colourInside(server, sheet) ?? { colour: { gray: 0.5 }, opacity: 1 });
  }
  const stops = stopsOf(server, canvas.current, ids, sheet);
  const [first, ...more] = stops;
  if (!first) return undefined;
  const gradient = more.length > 0 ? gradientOf(server, stops, canvas, ids) : undefined;
  // Opacity that is the same everywhere is the shape's.
  if (gradient) return more.every(({ opacity }) => opacity === first.opacity) ? { opacity: first.opacity, ink: { ...gradient, stops: gradient.stops.map((stop) => ({ ...stop, opacity: 1 })) } } : { ink: gradient, opacity: 1 };
  return plain(mean(stops) ?? BLACK);
}

const plain = ({ colour, opacity }: Paint): Paintable => ({ ink: colour, opacity });

const BLACK: Paint = { colour: { gray: 0 }, opacity: 1 };

/** The mean of a gradient over its whole length: each stop weighs half of the way to its neighbours. */
function mean(stops: readonly GradientStop[]): Paint | undefined {
  if (stops.length === 0) return undefined;
  const sums = [0, 0, 0, 0];
  let total = 0;
  stops.forEach((stop, index) => {
    const from = index === 0 ? 0 : ((stops[index - 1]?.offset ?? 0) + stop.offset) / 2;
    const to = index === stops.length - 1 ? 1 : (stop.offset + (stops[index + 1]?.offset ?? 1)) / 2;
    const weight = Math.max(to - from, 1e-6);
    total += weight;
    [...rgbOf(stop.colour), stop.opacity].forEach((value, channel) => { sums[channel] = (sums[channel] ?? 0) + value * weight; });
  });
  const [red = 0, green = 0, blue = 0, opacity = 1] = sums.map((sum) => sum / total);
  return { colour: colourOf(red, green, blue), opacity };
}

function colourInside(element: Element, sheet: Sheet): Paint | undefined {
  for (const child of elementsOf(element)) {
    const value = declared(child, sheet);
    const found = parseColour(value('fill') ?? '') ?? parseColour(value('stroke') ?? '') ?? colourInside(child, sheet);
    if (found) return found;
  }
  return undefined;
}
