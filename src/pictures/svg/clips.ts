// What an element covers, and what its clips leave of it.
import type { Clip, PathSegment } from '../artwork.ts';
import type { Amount } from './amount.ts';
import { declared, type Sheet } from './css.ts';
import type { Box } from './draw-svg.ts';
import { boundsOf, IDENTITY, movePath, multiply, parseTransform, scale, translate, type Matrix } from './matrix.ts';
import { pathOf, type Lengths } from './shapes.ts';
import { INITIAL, inherit, type Style } from './style.ts';
import { setSvgText } from './set-text.ts';
import type { OutlineText } from './text.ts';
import { elementsOf, hrefOf, type Element } from './xml.ts';

/** What is inherited on the way down to an element. */
export interface State {
  readonly matrix: Matrix;
  readonly style: Style;
  readonly opacity: number;
  readonly clip: readonly Clip[];
  readonly viewport: Box;
  /** Ids of what is being used here: what uses itself would never end. */
  readonly using: readonly string[];
}

export class Clips {
  constructor(
    private readonly ids: ReadonlyMap<string, Element>, private readonly sheet: Sheet, private readonly outline: OutlineText | undefined,
    private readonly lengths: (state: State) => Lengths, private readonly amount: Amount,
  ) {}

  /** A clip's shapes as one path; nothing in it hides all. */
  clipOf(id: string, user: Element, state: State): readonly Clip[] {
    const clip = this.ids.get(id);
    if (clip?.name !== 'clipPath' || state.using.includes(id)) return [];
    this.amount.countUse();
    const value = declared(clip, this.sheet);
    let matrix = state.matrix;
    if (clip.attributes.get('clipPathUnits') === 'objectBoundingBox') {
      const bounds = this.bounds(user, state);
      matrix = multiply(matrix, multiply(translate(bounds.x, bounds.y), scale(bounds.width, bounds.height)));
    }
    const transform = value('transform');
    if (transform !== undefined) matrix = multiply(matrix, parseTransform(transform) ?? IDENTITY);
    const path: PathSegment[] = [];
    const rules = new Set<string>();
    const base = inherit(INITIAL, value);
    const gather = (element: Element, within: Matrix, using: readonly string[], style: Style): void => {
      this.amount.countUse();
      const own = declared(element, this.sheet);
      const inherited = inherit(style, own);
      if (own('display') === 'none') return;
      const moved = multiply(within, parseTransform(own('transform') ?? '') ?? IDENTITY);
      const next = element.name === 'use' ? hrefOf(element) ?? '' : '';
      const target = this.ids.get(next);
      if (target && !using.includes(next)) { gather(target, multiply(moved, translate(Number.parseFloat(element.attributes.get('x') ?? '') || 0, Number.parseFloat(element.attributes.get('y') ?? '') || 0)), [...using, next], inherited); return; }
      if (element.name === 'text' && this.outline) {
        setSvgText(element, inherited, this.outline, (child) => declared(child, this.sheet), this.lengths(state), (piece) => path.push(...movePath(piece.path, moved)));
        return;
      }
      const shape = pathOf(element, this.lengths(state), () => undefined) ?? [];
      if (shape.length > 0) rules.add(inherited.clipRule);
      path.push(...movePath(shape, moved));
    };
    for (const child of elementsOf(clip)) gather(child, matrix, [], base);
    this.amount.countPoints(path);
    const further = /^url\(\s*["']?#([^)"']+)/.exec(value('clip-path') ?? '')?.[1];
    const outline: Clip = path.length === 0 ? NOTHING : { path, ...(rules.size === 1 && rules.has('evenodd') ? { evenOdd: true } : {}) };
    return [outline, ...(further === undefined || further === id ? [] : this.clipOf(further, user, { ...state, using: [...state.using, id] }))];
  }

  /** A path with the same bounds as what an element draws, in its own units; of pictures and groups too. */
  extentOf(element: Element, state: State, using: readonly string[]): readonly PathSegment[] {
    const length = this.lengths(state);
    if (element.name === 'image') return pathOf({ ...element, name: 'rect' }, length, () => undefined) ?? [];
    const next = element.name === 'use' ? hrefOf(element) : undefined;
    const target = next === undefined || using.includes(next) ? undefined : this.ids.get(next);
    const moved = next === undefined ? IDENTITY : translate(length(element, 'x', 'width'), length(element, 'y', 'height'));
    const children = target ? [target] : element.name === 'g' || element.name === 'a' ? elementsOf(element) : [];
    if (children.length === 0) return pathOf(element, length, () => undefined) ?? [];
    this.amount.countUse();
    return children.flatMap((child) => movePath(this.extentOf(child, state, next === undefined ? using : [...using, next]), multiply(moved, parseTransform(declared(child, this.sheet)('transform') ?? '') ?? IDENTITY)));
  }

  /** In the element's own units. */
  bounds(element: Element, state: State): Box {
    return boundsOf(this.extentOf(element, state, []));
  }
}

const NOTHING: Clip = { path: [['M', 0, 0], ['L', 0, 0], ['Z']] };
