// Elements in their order, with what they inherit → shapes.
import type { Clip, EmbeddedBitmap, PathSegment, Shape } from '../artwork.ts';
import { PictureFault } from '../fault.ts';
import { declared, type Sheet } from './css.ts';
import { fitBox, viewBoxOf, type Box, type Warn } from './draw-svg.ts';
import { addressOf, type Embedded } from './embedded.ts';
import { placeMarkers } from './markers.ts';
import { boundsOf, growth, IDENTITY, movePath, multiply, parseTransform, scale, translate, type Matrix } from './matrix.ts';
import { resolvePaint, type Ink } from './paint-server.ts';
import { pathOf, type Lengths } from './shapes.ts';
import { INITIAL, inherit, toLength, toOpacity, type Style } from './style.ts';
import { setSvgText, type TextPiece } from './set-text.ts';
import type { OutlineText } from './text.ts';
import { elementsOf, hrefOf, textOf, type Element } from './xml.ts';

interface State {
  readonly matrix: Matrix;
  readonly style: Style;
  readonly opacity: number;
  readonly clip: readonly Clip[];
  readonly viewport: Box;
  /** Ids of what is being used here: what uses itself would never end. */
  readonly using: readonly string[];
}

/** Uses of uses multiply: ten of ten of ten … would paint for hours. */
const MOST_USES = 50_000;
const MOST_SHAPES = 200_000;
/** Neither drawn where they stand nor reported. */
const SILENT: ReadonlySet<string> = new Set([
  'defs', 'symbol', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'pattern', 'filter', 'marker', 'style', 'title', 'desc', 'metadata', 'namedview',
  'script', 'animate', 'animateTransform', 'animateMotion', 'set', 'view', 'font', 'font-face',
]);

export class Painter {
  readonly shapes: (Shape | EmbeddedBitmap)[] = [];
  private readonly said = new Set<string>();
  private uses = 0;

  constructor(
    private readonly ids: ReadonlyMap<string, Element>, private readonly sheet: Sheet, private readonly tell: Warn, private readonly outline: OutlineText | undefined,
    private readonly embedded: Embedded,
  ) {}

  drawRoot(root: Element, matrix: Matrix, viewport: Box): void {
    const value = declared(root, this.sheet);
    const state: State = { matrix, style: inherit(INITIAL, value), opacity: toOpacity(value('opacity')), clip: [], viewport, using: [] };
    for (const child of elementsOf(root)) this.draw(child, state);
  }

  /** Once a rule: a drawing may do the same a thousand times. */
  private readonly warn: Warn = (rule, message, hint) => {
    if (this.said.has(rule)) return;
    this.said.add(rule);
    this.tell(rule, message, hint);
  };

  private draw(element: Element, parent: State): void {
    if (SILENT.has(element.name)) return;
    const value = declared(element, this.sheet);
    if (value('display') === 'none') return;
    if (this.shapes.length > MOST_SHAPES) throw new PictureFault('picture-too-large', `it draws more than ${MOST_SHAPES} shapes.`, 'Simplify the drawing.');
    const state = this.enter(element, parent, value);
    switch (element.name) {
      case 'g': case 'a': case 'svg': case 'switch': this.drawGroup(element, state); break;
      case 'use': this.drawUse(element, state); break;
      case 'text': this.drawText(element, state); break;
      case 'image': this.drawImage(element, state); break;
      case 'foreignObject': this.warn('picture-element', `line ${element.line} holds <foreignObject>, which is left out.`); break;
      default: this.drawShape(element, state);
    }
  }

  private enter(element: Element, parent: State, value: (property: string) => string | undefined): State {
    const transform = value('transform');
    const own = transform === undefined ? IDENTITY : parseTransform(transform);
    if (!own) this.warn('picture-transform', `the transform of line ${element.line} cannot be read.`);
    const state: State = {
      ...parent, matrix: multiply(parent.matrix, own ?? IDENTITY), style: inherit(parent.style, value), opacity: parent.opacity * toOpacity(value('opacity')),
    };
    if (present(value('filter'))) this.warn('picture-filter', `the filter of line ${element.line} is not drawn.`, 'Effects such as shadows need a bitmap.');
    if (present(value('mask'))) this.warn('picture-mask', `the mask of line ${element.line} is not applied.`);
    const clip = /^url\(\s*["']?#([^)"']+)["']?\s*\)/.exec(value('clip-path') ?? '')?.[1];
    return clip === undefined ? state : { ...state, clip: [...state.clip, ...this.clipOf(clip, element, state)] };
  }

  private drawGroup(element: Element, state: State): void {
    let inner = state;
    if (element.name === 'svg') inner = this.nested(element, state, {});
    for (const child of elementsOf(element)) {
      this.draw(child, inner);
      if (element.name === 'switch') break;
    }
  }

  /** An inner `<svg>` or a used `<symbol>`: a viewport of its own, clipped to it. */
  private nested(element: Element, state: State, size: { width?: number; height?: number }): State {
    const length = this.lengths(state);
    const width = size.width ?? length(element, 'width', 'width', state.viewport.width);
    const height = size.height ?? length(element, 'height', 'height', state.viewport.height);
    const matrix = element.name === 'svg' ? multiply(state.matrix, translate(length(element, 'x', 'width'), length(element, 'y', 'height'))) : state.matrix;
    const box = viewBoxOf(element);
    const frame = movePath([['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']], matrix);
    const visible = declared(element, this.sheet)('overflow') === 'visible';
    return {
      ...state, viewport: box ?? { x: 0, y: 0, width, height }, matrix: multiply(matrix, fitBox(box, { width, height }, element.attributes.get('preserveAspectRatio'))),
      clip: visible ? state.clip : [...state.clip, { path: frame }],
    };
  }

  private drawUse(element: Element, state: State): void {
    const id = hrefOf(element);
    const target = id === undefined ? undefined : this.ids.get(id);
    if (id === undefined || !target) { this.warn('picture-reference', `line ${element.line} uses what is not in the file.`); return; }
    if (state.using.includes(id)) { this.warn('picture-reference', `line ${element.line} uses itself.`); return; }
    this.countUse();
    const length = this.lengths(state);
    const moved: State = { ...state, using: [...state.using, id], matrix: multiply(state.matrix, translate(length(element, 'x', 'width'), length(element, 'y', 'height'))) };
    if (target.name !== 'symbol') { this.draw(target, moved); return; }
    const size = (name: 'width' | 'height'): object => (element.attributes.has(name) ? { [name]: length(element, name, name) } : {});
    const value = declared(target, this.sheet);
    const inner = this.nested(target, this.enter(target, moved, value), { ...size('width'), ...size('height') });
    for (const child of elementsOf(target)) this.draw(child, inner);
  }

  private countUse(): void {
    this.uses += 1;
    if (this.uses > MOST_USES) throw new PictureFault('picture-too-large', `it uses its parts more than ${MOST_USES} times.`, 'Simplify the drawing.');
  }

  private drawShape(element: Element, state: State): void {
    const path = pathOf(element, this.lengths(state), (why) => this.warn('picture-path', `the path of line ${element.line} cannot be read to its end (${why}).`));
    if (!path) { this.warn('picture-element', `line ${element.line} holds <${element.name}>, which is left out.`); return; }
    this.paint(path, state);
    if (MARKED.has(element.name)) this.drawMarkers(path, state);
  }

  /** A marker inherits from where it stands in the file, not from the line that it ends (SVG 2, 13.7.1). */
  private drawMarkers(path: readonly PathSegment[], state: State): void {
    const { style, matrix } = state;
    if (path.length === 0 || style.visibility !== 'visible') return;
    const width = toLength(style.strokeWidth, diagonal(state.viewport), style.fontSize) ?? 1;
    for (const placed of placeMarkers(path, style, width, this.ids, this.lengths(state))) {
      const id = placed.marker.attributes.get('id') ?? '';
      if (state.using.includes(id)) continue;
      this.countUse();
      const value = declared(placed.marker, this.sheet);
      const { width: w, height: h } = placed;
      const frame: Clip = { path: movePath([['M', 0, 0], ['L', w, 0], ['L', w, h], ['L', 0, h], ['Z']], multiply(matrix, placed.frame)) };
      const own: Style = { ...inherit(INITIAL, value), contextFill: style.fill, contextStroke: style.stroke };
      const inner: State = {
        ...state, matrix: multiply(matrix, placed.matrix), style: own, opacity: state.opacity * toOpacity(value('opacity')), using: [...state.using, id],
        viewport: viewBoxOf(placed.marker) ?? { x: 0, y: 0, width: w, height: h }, clip: value('overflow') === 'visible' ? state.clip : [...state.clip, frame],
      };
      for (const child of elementsOf(placed.marker)) this.draw(child, inner);
    }
  }

  private drawImage(element: Element, state: State): void {
    const href = element.attributes.get('href') ?? element.attributes.get('xlink:href') ?? '';
    const bitmap = this.embedded.get(addressOf(href));
    if (typeof bitmap !== 'object') {
      const why = bitmap === undefined ? 'which is left out.' : `which is left out: ${bitmap}`;
      this.warn('picture-embedded', `line ${element.line} holds another picture, ${why}`, 'Place it beside the chapter and show it as a picture of its own.');
      return;
    }
    if (state.style.visibility !== 'visible') return;
    const length = this.lengths(state);
    const ratio = bitmap.height / bitmap.width;
    const [askedWidth, askedHeight] = [length(element, 'width', 'width', NaN), length(element, 'height', 'height', NaN)];
    const width = Number.isNaN(askedWidth) ? (Number.isNaN(askedHeight) ? bitmap.width : askedHeight / ratio) : askedWidth;
    const height = Number.isNaN(askedHeight) ? width * ratio : askedHeight;
    if (!(width > 0) || !(height > 0)) return;
    const place = multiply(state.matrix, translate(length(element, 'x', 'width'), length(element, 'y', 'height')));
    const preserve = element.attributes.get('preserveAspectRatio');
    const fit = fitBox({ x: 0, y: 0, width: bitmap.width, height: bitmap.height }, { width, height }, preserve);
    const frame: Clip = { path: movePath([['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']], place) };
    const clip = preserve?.includes('slice') ? [...state.clip, frame] : state.clip;
    this.shapes.push({
      bitmap, matrix: multiply(place, multiply(fit, scale(bitmap.width, bitmap.height))), ...(state.opacity < 1 ? { opacity: state.opacity } : {}), ...(clip.length > 0 ? { clip } : {}),
    });
  }

  private paint(path: readonly PathSegment[], state: State): void {
    const { style, matrix, opacity } = state;
    if (path.length === 0 || (style.visibility !== 'visible' && style.visibility !== 'inherit')) return;
    const canvas = { bounds: /url\(/.test(style.fill + style.stroke + style.contextFill + style.contextStroke) ? boundsOf(path) : state.viewport, viewport: state.viewport, matrix, current: style.color };
    const resolve = (value: string): Ink | undefined => resolvePaint(value === 'context-fill' ? style.contextFill : value === 'context-stroke' ? style.contextStroke : value, canvas, this.ids, this.sheet, this.warn);
    const fill = resolve(style.fill);
    const stroke = resolve(style.stroke);
    const fillOpacity = (fill?.opacity ?? 0) * toOpacity(style.fillOpacity) * opacity;
    const strokeOpacity = (stroke?.opacity ?? 0) * toOpacity(style.strokeOpacity) * opacity;
    const width = (toLength(style.strokeWidth, diagonal(state.viewport), style.fontSize) ?? 1) * growth(matrix);
    const filled = fill && fillOpacity > 0;
    const stroked = stroke && strokeOpacity > 0 && width > 0;
    if (!filled && !stroked) return;
    const dash = dashOf(style, state);
    this.shapes.push({
      path: movePath(path, matrix),
      ...(filled ? { fill: fill.ink, ...(fillOpacity < 1 ? { fillOpacity } : {}), ...(style.fillRule === 'evenodd' ? { evenOdd: true } : {}) } : {}),
      ...(stroked ? { stroke: {
        colour: stroke.ink, width, ...(strokeOpacity < 1 ? { opacity: strokeOpacity } : {}), ...(dash ? { dash } : {}),
        cap: style.cap === 'round' ? 1 : style.cap === 'square' ? 2 : 0, join: style.join === 'round' ? 1 : style.join === 'bevel' ? 2 : 0,
        miterLimit: Math.max(1, Number(style.miter) || 4),
      } } : {}),
      ...(state.clip.length > 0 ? { clip: state.clip } : {}),
    });
  }

  /** A clip's shapes as one path; nothing in it hides all. */
  private clipOf(id: string, user: Element, state: State): readonly Clip[] {
    const clip = this.ids.get(id);
    if (clip?.name !== 'clipPath' || state.using.includes(id)) return [];
    this.countUse();
    const value = declared(clip, this.sheet);
    let matrix = state.matrix;
    if (clip.attributes.get('clipPathUnits') === 'objectBoundingBox') {
      const bounds = boundsOf(this.extentOf(user, state, []));
      matrix = multiply(matrix, multiply(translate(bounds.x, bounds.y), scale(bounds.width, bounds.height)));
    }
    const transform = value('transform');
    if (transform !== undefined) matrix = multiply(matrix, parseTransform(transform) ?? IDENTITY);
    const path: PathSegment[] = [];
    const rules = new Set<string>();
    const base = inherit(INITIAL, value);
    const gather = (element: Element, within: Matrix, using: readonly string[], style: Style): void => {
      this.countUse();
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
    const further = /^url\(\s*["']?#([^)"']+)/.exec(value('clip-path') ?? '')?.[1];
    const outline: Clip = path.length === 0 ? NOTHING : { path, ...(rules.size === 1 && rules.has('evenodd') ? { evenOdd: true } : {}) };
    return [outline, ...(further === undefined || further === id ? [] : this.clipOf(further, user, { ...state, using: [...state.using, id] }))];
  }

  /** A path with the same bounds as what an element draws, in its own units; of pictures and groups too. */
  private extentOf(element: Element, state: State, using: readonly string[]): readonly PathSegment[] {
    const length = this.lengths(state);
    if (element.name === 'image') return pathOf({ ...element, name: 'rect' }, length, () => undefined) ?? [];
    const next = element.name === 'use' ? hrefOf(element) : undefined;
    const target = next === undefined || using.includes(next) ? undefined : this.ids.get(next);
    const moved = next === undefined ? IDENTITY : translate(length(element, 'x', 'width'), length(element, 'y', 'height'));
    const children = target ? [target] : element.name === 'g' || element.name === 'a' ? elementsOf(element) : [];
    if (children.length === 0) return pathOf(element, length, () => undefined) ?? [];
    this.countUse();
    return children.flatMap((child) => movePath(this.extentOf(child, state, next === undefined ? using : [...using, next]), multiply(moved, parseTransform(declared(child, this.sheet)('transform') ?? '') ?? IDENTITY)));
  }

  private drawText(element: Element, state: State): void {
    if (!this.outline) {
      const words = textOf(element).replace(/\s+/g, ' ').trim();
      if (words !== '') this.warn('picture-text', `the text "${words.slice(0, 40)}" of line ${element.line} is left out.`, 'Convert text to paths in the drawing program.');
      return;
    }
    const draw = (piece: TextPiece): void => this.paint(piece.path, { ...state, style: piece.style });
    const left = setSvgText(element, state.style, this.outline, (child) => declared(child, this.sheet), this.lengths(state), draw);
    if (left !== '') this.warn('picture-text', `no face has the letters of "${left.slice(0, 40)}" in line ${element.line}; they are left out.`);
  }

  private lengths({ viewport, style }: State): Lengths {
    return (element, name, whole, otherwise = 0) => {
      const value = declared(element, this.sheet)(name);
      if (value === undefined || value === 'auto') return otherwise;
      return toLength(value, whole === 'diagonal' ? diagonal(viewport) : viewport[whole], style.fontSize) ?? otherwise;
    };
  }
}

const NOTHING: Clip = { path: [['M', 0, 0], ['L', 0, 0], ['Z']] };

/** Shapes whose vertices markers may stand at. */
const MARKED: ReadonlySet<string> = new Set(['path', 'line', 'polyline', 'polygon']);

const present = (value: string | undefined): boolean => value !== undefined && value !== 'none' && value !== '';

/** SVG 2, section 8.9: what a percentage of neither width nor height is of. */
const diagonal = ({ width, height }: Box): number => Math.sqrt((width * width + height * height) / 2);

function dashOf({ dash, fontSize }: Style, { matrix, viewport }: State): readonly number[] | undefined {
  if (dash === 'none' || dash === '') return undefined;
  const lengths = dash.split(/[\s,]+/).map((part) => (toLength(part, diagonal(viewport), fontSize) ?? NaN) * growth(matrix));
  if (lengths.some((length) => !(length >= 0)) || lengths.every((length) => length === 0)) return undefined;
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
}
