// A `<mask>` and what it is laid on → how far it reaches and what its content's units are; what it holds for, as a group.
import type { Clip, Group, Mark, Mask } from '../artwork.ts';
import type { State } from './clips.ts';
import type { Box } from './draw-svg.ts';
import { movePath, multiply, scale, translate, type Matrix } from './matrix.ts';
import type { Lengths } from './shapes.ts';
import type { Element } from './xml.ts';

/** CSS Masking Level 1, section 9: a tenth beyond the box on all sides where nothing is said. What has no box (words) is not cut. */
export function readMask(mask: Element, bounds: Box, state: State, lengths: (state: State) => Lengths): { readonly region: readonly Clip[]; readonly matrix: Matrix } {
  const boxed = mask.attributes.get('maskUnits') !== 'userSpaceOnUse';
  const whole = boxed ? { x: 0, y: 0, width: 1, height: 1 } : state.viewport;
  const length = lengths({ ...state, viewport: whole });
  const x = length(mask, 'x', 'width', whole.width * -0.1);
  const y = length(mask, 'y', 'height', whole.height * -0.1);
  const right = x + length(mask, 'width', 'width', whole.width * 1.2);
  const bottom = y + length(mask, 'height', 'height', whole.height * 1.2);
  const toBox = multiply(state.matrix, multiply(translate(bounds.x, bounds.y), scale(bounds.width, bounds.height)));
  const path = movePath([['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']], boxed ? toBox : state.matrix);
  return {
    region: boxed && !(bounds.width > 0 && bounds.height > 0) ? [] : [{ path }],
    matrix: mask.attributes.get('maskContentUnits') === 'objectBoundingBox' ? toBox : state.matrix,
  };
}

/** One shape alone is as opaque as its group. */
export function together(marks: readonly Mark[], opacity: number, mask: Mask | undefined): readonly Mark[] {
  const [only, more] = marks;
  if (!only) return [];
  if (!mask && !more && 'path' in only && !(only.fill && only.stroke)) {
    return [{ ...only, ...(only.fill ? { fillOpacity: (only.fillOpacity ?? 1) * opacity } : {}), ...(only.stroke ? { stroke: { ...only.stroke, opacity: (only.stroke.opacity ?? 1) * opacity } } : {}) }];
  }
  const group: Group = { group: marks, ...(opacity < 1 ? { opacity } : {}), ...(mask ? { mask } : {}) };
  return [group];
}
