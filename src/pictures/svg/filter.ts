// A `<filter>` → the layers that it makes of a drawing: itself and its shadows, moved, blurred, coloured; undefined where it is more.
// Filter Effects Module Level 1, section 9. What vectors cannot show (lighting, turbulence, shadows inside) is left out.
import type { Colour } from '../../theme/index.ts';
import { colourOf, parseColour } from './colour.ts';
import { declared, type Sheet } from './css.ts';
import { elementsOf, type Element } from './xml.ts';

/** A copy of the drawing, from below upwards. */
export interface Layer {
  /** Undefined: in its own colours. */
  readonly colour?: Colour;
  readonly opacity: number;
  readonly dx: number;
  readonly dy: number;
  /** Standard deviation of its blur, in the drawing's units. */
  readonly blur: number;
  /** What becomes of its own colours. */
  readonly recolour?: (colour: Colour) => Colour;
}
export interface Effect { readonly layers: readonly Layer[]; /** Part of it cannot be drawn. */ readonly partly: boolean }

type Image = { readonly layers: readonly Layer[] } | { readonly flood: Colour; readonly opacity: number };

const OWN: Layer = { opacity: 1, dx: 0, dy: 0, blur: 0 };
const MOST_PRIMITIVES = 60, MOST_LAYERS = 12;

export function readFilter(filter: Element, sheet: Sheet): Effect | undefined {
  if (filter.attributes.get('primitiveUnits') === 'objectBoundingBox') return undefined;
  const results = new Map<string, Image | undefined>();
  const graphic: Image = { layers: [OWN] };
  const alpha: Image = { layers: [{ ...OWN, colour: { gray: 0 } }] };
  let last: Image | undefined = graphic;
  let partly = false;
  const input = (element: Element, name: 'in' | 'in2'): Image | undefined => {
    const asked = element.attributes.get(name);
    if (asked === undefined || asked === '') return last;
    if (asked === 'SourceGraphic') return graphic;
    if (asked === 'SourceAlpha') return alpha;
    // What lies below is there without being asked for.
    return asked === 'BackgroundImage' || asked === 'BackgroundImageFix' ? { layers: [] } : results.get(asked);
  };
  const over = (images: readonly (Image | undefined)[]): Image | undefined => {
    const shown = images.flatMap((image) => (image && 'layers' in image ? [image] : []));
    if (shown.length < images.length) partly = true;
    return shown.length === 0 ? undefined : { layers: shown.flatMap(({ layers }) => layers) };
  };
  const primitives = elementsOf(filter).filter(({ name }) => name.startsWith('fe'));
  if (primitives.length === 0 || primitives.length > MOST_PRIMITIVES) return undefined;
  for (const element of primitives) {
    const [first, second] = [input(element, 'in'), input(element, 'in2')];
    last = apply(element, first, second, sheet, over, elementsOf(element).map((node) => input(node, 'in')));
    const result = element.attributes.get('result');
    if (result !== undefined) results.set(result, last);
  }
  return last && 'layers' in last && last.layers.length <= MOST_LAYERS ? { layers: last.layers, partly } : undefined;
}

function apply(element: Element, image: Image | undefined, below: Image | undefined, sheet: Sheet, over: (images: readonly (Image | undefined)[]) => Image | undefined, nodes: readonly (Image | undefined)[]): Image | undefined {
  const number = (name: string, otherwise = 0): number => { const value = Number.parseFloat(element.attributes.get(name) ?? ''); return Number.isFinite(value) ? value : otherwise; };
  const each = (change: (layer: Layer) => Layer): Image | undefined => (image && 'layers' in image ? { layers: image.layers.map(change) } : undefined);
  const flood = (): { flood: Colour; opacity: number } => {
    const value = declared(element, sheet);
    const paint = parseColour(value('flood-color') ?? 'black');
    const opacity = Number.parseFloat(value('flood-opacity') ?? '1');
    return { flood: paint?.colour ?? { gray: 0 }, opacity: (paint?.opacity ?? 1) * (Number.isFinite(opacity) ? Math.min(1, Math.max(0, opacity)) : 1) };
  };
  const deviation = (): number => Math.max(0, ...(element.attributes.get('stdDeviation') ?? '').split(/[\s,]+/).map(Number).filter(Number.isFinite));
  const blurred = (layer: Layer, by: number): Layer => ({ ...layer, blur: Math.sqrt(layer.blur * layer.blur + by * by) });
  switch (element.name) {
    case 'feOffset': return each((layer) => ({ ...layer, dx: layer.dx + number('dx'), dy: layer.dy + number('dy') }));
    case 'feGaussianBlur': return each((layer) => blurred(layer, deviation()));
    case 'feFlood': return flood();
    case 'feMerge': return over(nodes);
    case 'feDropShadow': {
      const { flood: colour, opacity } = flood();
      const by = element.attributes.has('stdDeviation') ? deviation() : 2;
      const shadow = each((layer) => ({ ...blurred(layer, by), colour, opacity: layer.opacity * opacity, dx: layer.dx + number('dx', 2), dy: layer.dy + number('dy', 2) }));
      return shadow && over([shadow, image]);
    }
    case 'feBlend': return (element.attributes.get('mode') ?? 'normal') === 'normal' ? over([below, image]) : undefined;
    case 'feComposite': {
      const operator = element.attributes.get('operator') ?? 'over';
      if (operator === 'over') return over([below, image]);
      // A shadow cut away under its own shape: the shape is laid on it, so that nothing of it is seen there.
      if (operator === 'out' && below && 'layers' in below && below.layers.every(({ dx, dy, blur }) => dx === 0 && dy === 0 && blur === 0)) return image;
      // A flood cut to a shape is the shape in its colour.
      if (operator !== 'in' || !image || !below) return undefined;
      if ('flood' in image && 'layers' in below) return { layers: below.layers.map((layer) => ({ ...layer, colour: image.flood, opacity: layer.opacity * image.opacity })) };
      return 'flood' in below ? each((layer) => ({ ...layer, opacity: layer.opacity * below.opacity })) : undefined;
    }
    case 'feComponentTransfer': {
      const functions = elementsOf(element).filter(({ attributes }) => (attributes.get('type') ?? 'identity') !== 'identity');
      const [only, more] = functions;
      if (!only) return image;
      const slope = Number(only.attributes.get('slope') ?? '1');
      const plain = !more && only.name === 'feFuncA' && only.attributes.get('type') === 'linear' && Number(only.attributes.get('intercept') ?? '0') === 0;
      return plain && slope >= 0 ? each((layer) => ({ ...layer, opacity: Math.min(1, layer.opacity * slope) })) : undefined;
    }
    case 'feColorMatrix': return matrixOf(element, each);
    default: return undefined;
  }
}

function matrixOf(element: Element, each: (change: (layer: Layer) => Layer) => Image | undefined): Image | undefined {
  const numbers = (element.attributes.get('values') ?? '').trim().split(/[\s,]+/).map(Number);
  if (numbers.some((value) => !Number.isFinite(value))) return undefined;
  const type = element.attributes.get('type') ?? 'matrix';
  const rows = type === 'saturate' ? saturation(numbers[0] ?? 1) : type === 'matrix' && numbers.length === 20 ? [0, 5, 10, 15].map((at) => numbers.slice(at, at + 5)) : undefined;
  const [red = [], green = [], blue = [], alpha = []] = rows ?? [];
  // Opacity that comes of colours, or where there was none, is no shape of its own.
  if (!rows || alpha.slice(0, 3).some((part) => part !== 0) || (alpha[4] ?? 0) > 0 || [red, green, blue].some((row) => row[3] !== 0)) return undefined;
  const channel = (row: readonly number[], [r, g, b]: readonly [number, number, number]): number => Math.min(1, Math.max(0, Math.round(((row[0] ?? 0) * r + (row[1] ?? 0) * g + (row[2] ?? 0) * b + (row[4] ?? 0)) * 1e4) / 1e4));
  const recolour = (colour: Colour): Colour => {
    const rgb = 'gray' in colour ? [colour.gray, colour.gray, colour.gray] as const : colour.rgb;
    return colourOf(channel(red, rgb), channel(green, rgb), channel(blue, rgb));
  };
  const single = [red, green, blue].every((row) => row.slice(0, 3).every((part) => part === 0));
  return each((layer) => {
    const opacity = Math.min(1, layer.opacity * (alpha[3] ?? 1));
    if (single || layer.colour) return { ...layer, opacity, colour: recolour(layer.colour ?? { gray: 0 }) };
    const before = layer.recolour;
    return { ...layer, opacity, recolour: before ? (colour) => recolour(before(colour)) : recolour };
  });
}

/** Filter Effects Module Level 1, section 9.6: the luminances of Rec. 709. */
function saturation(s: number): number[][] {
  const [r, g, b] = [0.213, 0.715, 0.072];
  return [
    [r + (1 - r) * s, g - g * s, b - b * s, 0, 0], [r - r * s, g + (1 - g) * s, b - b * s, 0, 0], [r - r * s, g - g * s, b + (1 - b) * s, 0, 0], [0, 0, 0, 1, 0],
  ];
}
