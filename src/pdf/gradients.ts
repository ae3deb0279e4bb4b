// A gradient → a shading, the pattern that paints with it, and a soft mask where its opacity changes.
import type { Drawing, Gradient, GradientStop } from '../pictures/index.ts';
import type { Dict, Objects, Ref } from './objects.ts';

/** Space, then matrices and lengths to four decimals: gradients are often given on a unit square. */
const fine = (value: number): number => Math.round(value * 1e4) / 1e4;
const finer = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A pattern of type 2 (ISO 32000-1, 8.7.4). Its matrix leads to the space of the form that uses it. */
export function shadingPattern(gradient: Gradient, objects: Objects): Ref {
  const grey = gradient.stops.every(({ colour }) => 'gray' in colour);
  const shading = shadingOf(gradient, grey ? 'DeviceGray' : 'DeviceRGB', ({ colour }) => ('gray' in colour ? (grey ? [colour.gray] : [colour.gray, colour.gray, colour.gray]) : colour.rgb), objects);
  return objects.add({ Type: 'Pattern', PatternType: 2, Matrix: gradient.matrix.map(finer), Shading: shading });
}

export const opacityChanges = ({ stops }: Gradient): boolean => stops.some(({ opacity }) => opacity !== stops[0]?.opacity);

/** The opacities as greys of a group whose luminosity is the mask (11.5.3). */
export function softMask(gradient: Gradient, drawing: Pick<Drawing, 'width' | 'height'>, objects: Objects): Dict {
  const shading = shadingOf(gradient, 'DeviceGray', ({ opacity }) => [opacity], objects);
  const group = objects.stream({
    Type: 'XObject', Subtype: 'Form', BBox: [0, 0, drawing.width, drawing.height], Group: { S: 'Transparency', CS: 'DeviceGray' }, Resources: { Shading: { S1: shading } },
  }, `q\n${gradient.matrix.map(finer).join(' ')} cm\n/S1 sh\nQ`);
  return { Type: 'Mask', S: 'Luminosity', G: group };
}

function shadingOf({ kind, from, to, stops }: Gradient, space: string, values: (stop: GradientStop) => readonly number[], objects: Objects): Ref {
  const [first, last] = [stops[0]?.offset ?? 0, stops[stops.length - 1]?.offset ?? 1];
  const [start, end] = last > first ? [Math.min(0, first), Math.max(1, last)] : [0, 1];
  const at = (offset: number): number[] => from.slice(0, kind === 'radial' ? 3 : 2).map((value, index) => fine(value + ((to[index] ?? 0) - value) * offset));
  return objects.add({
    ShadingType: kind === 'radial' ? 3 : 2, ColorSpace: space, Coords: [...at(start), ...at(end)], Domain: [start, end], Extend: [true, true], Function: functionOf(stops, start, end, values, objects),
  });
}

/** Straight steps from stop to stop, sewn together; two stops at one place are a sharp edge. */
function functionOf(stops: readonly GradientStop[], start: number, end: number, values: (stop: GradientStop) => readonly number[], objects: Objects): Ref {
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const whole = [...(first && first.offset > start ? [{ ...first, offset: start }] : []), ...stops, ...(last && last.offset < end ? [{ ...last, offset: end }] : [])];
  const functions: Ref[] = [];
  const bounds: number[] = [];
  for (let index = 1; index < whole.length; index += 1) {
    const [a, b] = [whole[index - 1], whole[index]];
    if (!a || !b || b.offset - a.offset < 1e-6) continue;
    if (functions.length > 0) bounds.push(fine(a.offset));
    functions.push(objects.add({ FunctionType: 2, Domain: [0, 1], C0: values(a).map(fine), C1: values(b).map(fine), N: 1 }));
  }
  const [only] = functions;
  if (functions.length === 1 && only && start === 0 && end === 1) return only;
  return objects.add({ FunctionType: 3, Domain: [start, end], Functions: functions, Bounds: bounds, Encode: functions.flatMap(() => [0, 1]) });
}
