// A `fill` or `stroke` value → one colour; gradients and patterns become the nearest plain one.
import { colourOf, parseColour, rgbOf, type Paint } from './colour.ts';
import { declared, type Sheet } from './css.ts';
import type { Warn } from './draw-svg.ts';
import { toLength, toOpacity } from './style.ts';
import { elementsOf, hrefOf, type Element } from './xml.ts';

/** Undefined for none. */
export function resolvePaint(value: string, current: string, ids: ReadonlyMap<string, Element>, sheet: Sheet, warn: Warn): Paint | undefined {
  const text = value.trim();
  if (text === 'none') return undefined;
  if (/^currentcolor$/i.test(text)) return parseColour(current) ?? BLACK;
  const reference = /^url\(\s*["']?#([^)"']+)["']?\s*\)\s*(.*)$/.exec(text);
  if (!reference) {
    const paint = parseColour(text);
    if (!paint) warn('picture-colour', `the colour "${text.slice(0, 40)}" is not known; black is drawn.`);
    return paint ?? BLACK;
  }
  const [, id = '', otherwise = ''] = reference;
  const server = ids.get(id);
  if (!server) return otherwise === '' ? undefined : resolvePaint(otherwise, current, ids, sheet, warn);
  if (server.name === 'pattern') {
    warn('picture-pattern', `the pattern of line ${server.line} is drawn as a plain colour.`);
    return colourInside(server, sheet) ?? { colour: { gray: 0.5 }, opacity: 1 };
  }
  const stops = stopsOf(server, ids, sheet, 0);
  if (stops.length > 1) warn('picture-gradient', `the gradient of line ${server.line} is drawn as a plain colour, the mean of its stops.`, 'Print shows gradients as dots; plain colours are sharper.');
  return mean(stops);
}

const BLACK: Paint = { colour: { gray: 0 }, opacity: 1 };

interface Stop extends Paint { readonly offset: number }

function stopsOf(gradient: Element, ids: ReadonlyMap<string, Element>, sheet: Sheet, depth: number): Stop[] {
  const stops = elementsOf(gradient).filter(({ name }) => name === 'stop').map((stop): Stop => {
    const value = declared(stop, sheet);
    const paint = parseColour(value('stop-color') ?? 'black') ?? BLACK;
    return { colour: paint.colour, opacity: paint.opacity * toOpacity(value('stop-opacity')), offset: toLength(stop.attributes.get('offset') ?? '0', 1, 1) ?? 0 };
  });
  const next = hrefOf(gradient);
  const further = next === undefined ? undefined : ids.get(next);
  return stops.length > 0 || !further || depth > 8 ? stops : stopsOf(further, ids, sheet, depth + 1);
}

/** The mean of a gradient over its whole length: each stop weighs half of the way to its neighbours. */
function mean(stops: readonly Stop[]): Paint | undefined {
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
