// A `<pattern>` and what it paints → its cell: how large, where it stands, what its content's units are.
import { fitBox, viewBoxOf, type Box } from './draw-svg.ts';
import { attributeOf, type Canvas } from './gradient.ts';
import { growth, IDENTITY, multiply, parseTransform, scale, translate, type Matrix } from './matrix.ts';
import { toLength } from './style.ts';
import { elementsOf, hrefOf, type Element } from './xml.ts';

export interface PatternCell {
  /** The pattern whose children are drawn: itself, or the one that it names. */
  readonly holder: Element;
  readonly width: number;
  readonly height: number;
  /** From the cell, whose corner is (0, 0), to the drawing. */
  readonly matrix: Matrix;
  /** From the content's units to the cell. */
  readonly content: Matrix;
  readonly viewport: Box;
}

/** More cells than this are finer than print, and more than a reader of PDF will paint in time. */
const MOST_CELLS = 250_000;

/** SVG 2, section 14.3. Undefined where a cell has no size. */
export function readPattern(server: Element, { bounds, viewport, matrix }: Canvas, ids: ReadonlyMap<string, Element>): PatternCell | undefined {
  const given = (name: string): string | undefined => attributeOf(server, name, ids, 0);
  const boxed = given('patternUnits') !== 'userSpaceOnUse';
  const whole = boxed ? { width: 1, height: 1 } : viewport;
  const length = (name: string, of: number): number => toLength(given(name) ?? '0', of, 16) ?? 0;
  let [x, y, width, height] = [length('x', whole.width), length('y', whole.height), length('width', whole.width), length('height', whole.height)];
  if (boxed) [x, y, width, height] = [bounds.x + x * bounds.width, bounds.y + y * bounds.height, width * bounds.width, height * bounds.height];
  const own = parseTransform(given('patternTransform') ?? '') ?? IDENTITY;
  if (!(width > 0) || !(height > 0) || !(growth(own) > 0) || !(growth(matrix) > 0)) return undefined;
  if ((bounds.width * bounds.height) / (width * height * growth(own) ** 2) > MOST_CELLS) return undefined;
  const box = viewBoxOf({ ...server, attributes: new Map([['viewBox', given('viewBox') ?? '']]) });
  const content = box ? fitBox(box, { width, height }, given('preserveAspectRatio'))
    : given('patternContentUnits') === 'objectBoundingBox' ? scale(bounds.width, bounds.height) : IDENTITY;
  return { holder: holderOf(server, ids, 0), width, height, matrix: multiply(multiply(matrix, own), translate(x, y)), content, viewport: box ?? viewport };
}

function holderOf(pattern: Element, ids: ReadonlyMap<string, Element>, depth: number): Element {
  const next = hrefOf(pattern);
  const further = next === undefined ? undefined : ids.get(next);
  return elementsOf(pattern).length > 0 || further?.name !== 'pattern' || depth > 8 ? pattern : holderOf(further, ids, depth + 1);
}
