// Marks and the layers of a filter → the marks with their shadows: copies moved and coloured, and for a blur grown ring by ring.
import type { Colour } from '../../theme/index.ts';
import type { Ink, Mark, Shape } from '../artwork.ts';
import type { Sheet } from './css.ts';
import { readFilter, type Effect, type Layer } from './filter.ts';
import { together } from './mask.ts';
import { growth, movePath, multiply, translate, type Matrix } from './matrix.ts';
import type { Element } from './xml.ts';

/** Rings of a blur, and how many standard deviations it reaches. */
const RINGS = 8, REACH = 2.2;
/** More are not copied ring by ring. */
const MOST_MARKS = 400;

/** As far as they can be drawn; `left` says what is not. */
export function filterMarks(marks: readonly Mark[], filter: Element | undefined, sheet: Sheet, matrix: Matrix): { readonly marks: readonly Mark[]; readonly left?: string } {
  const effect = filter?.name === 'filter' ? readFilter(filter, sheet) : undefined;
  const made = effect && applyEffect(marks, effect, matrix);
  if (!made) return { marks, left: 'the filter' };
  return effect.partly ? { marks: made, left: 'part of the filter' } : { marks: made };
}

/** Undefined where there is too much of it, or a bitmap that would have to be recoloured. */
function applyEffect(marks: readonly Mark[], { layers }: Effect, matrix: Matrix): readonly Mark[] | undefined {
  if (countOf(marks) > MOST_MARKS) return undefined;
  const [a, b, c, d] = matrix;
  const made: Mark[] = [];
  for (const layer of layers) {
    const copy = marks.map((mark) => copyOf(mark, layer, [a * layer.dx + c * layer.dy, b * layer.dx + d * layer.dy]));
    if (copy.some((mark) => mark === undefined)) return undefined;
    const whole = copy.flatMap((mark) => mark ?? []);
    if (whole.length === 0 || layer.opacity <= 0) continue;
    const blur = layer.blur * growth(matrix);
    if (blur > 0.01) made.push(...rings(whole, blur, layer.opacity));
    else made.push(...(layer.opacity < 1 ? together(whole, layer.opacity, undefined) : whole));
  }
  return made;
}

const countOf = (marks: readonly Mark[]): number => marks.reduce((sum, mark) => sum + ('group' in mark ? countOf(mark.group) : 1), 0);

function copyOf(mark: Mark, layer: Layer, by: readonly [number, number]): Mark | undefined {
  const move = translate(by[0], by[1]);
  if ('group' in mark) {
    const group = mark.group.map((inner) => copyOf(inner, layer, by));
    const masked = mark.mask?.marks.map((inner) => copyOf(inner, { opacity: 1, dx: layer.dx, dy: layer.dy, blur: 0 }, by));
    if ([...group, ...(masked ?? [])].some((inner) => inner === undefined)) return undefined;
    return { ...mark, group: group.flatMap((inner) => inner ?? []), ...(mark.mask && masked ? { mask: { ...mark.mask, marks: masked.flatMap((inner) => inner ?? []) } } : {}) };
  }
  if ('bitmap' in mark) {
    if (layer.recolour) return undefined;
    const moved = multiply(move, mark.matrix);
    if (!layer.colour) return { ...mark, matrix: moved };
    return { path: movePath([['M', 0, 0], ['L', 1, 0], ['L', 1, 1], ['L', 0, 1], ['Z']], moved), fill: layer.colour, ...(mark.opacity === undefined ? {} : { fillOpacity: mark.opacity }) };
  }
  const ink = (own: Ink): Ink => layer.colour ?? inkOf(own, layer.recolour, move);
  return {
    ...mark, path: movePath(mark.path, move), ...(mark.fill ? { fill: ink(mark.fill) } : {}), ...(mark.stroke ? { stroke: { ...mark.stroke, colour: ink(mark.stroke.colour) } } : {}),
  };
}

function inkOf(ink: Ink, recolour: ((colour: Colour) => Colour) | undefined, move: Matrix): Ink {
  if ('tile' in ink) return { ...ink, matrix: multiply(move, ink.matrix) };
  if ('stops' in ink) return { ...ink, matrix: multiply(move, ink.matrix), stops: recolour ? ink.stops.map((stop) => ({ ...stop, colour: recolour(stop.colour) })) : ink.stops };
  return recolour ? recolour(ink) : ink;
}

/**
 * The widest ring first, each laid over the last so that opacity rises towards the shape. How much there is of a blurred edge
 * at a distance of t standard deviations is about (1 − t/2.2)^2.5; what is blurred inwards is left out.
 */
function rings(marks: readonly Mark[], blur: number, opacity: number): Mark[] {
  const made: Mark[] = [];
  let covered = 0;
  for (let ring = RINGS; ring >= 0; ring -= 1) {
    const part = ring === 0 ? 1 : Math.round((1 - (ring - 0.5) / RINGS) ** 2.5 * 1000) / 1000;
    const wanted = part * opacity;
    const own = Math.round(((wanted - covered) / (1 - covered)) * 1000) / 1000;
    if (own < 0.002) continue;
    covered = 1 - (1 - covered) * (1 - own);
    made.push(...together(marks.map((mark) => grown(mark, (REACH * blur * ring) / RINGS)), own, undefined));
    if (covered > 0.999) break;
  }
  return made;
}

function grown(mark: Mark, by: number): Mark {
  if (by === 0 || 'bitmap' in mark) return mark;
  if ('group' in mark) return { ...mark, group: mark.group.map((inner) => grown(inner, by)) };
  const { stroke, fill } = mark;
  const colour = stroke?.colour ?? fill;
  if (colour === undefined) return mark;
  const opacity = stroke?.opacity ?? mark.fillOpacity;
  const wide: Shape = { ...mark, stroke: { colour, width: (stroke?.width ?? 0) + 2 * by, cap: 1, join: 1, miterLimit: 4, ...(opacity === undefined ? {} : { opacity }) } };
  return wide;
}
