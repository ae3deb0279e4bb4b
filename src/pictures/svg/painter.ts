// Elements in their order, with what they inherit → shapes.
import type { Clip, Ink, Mark, Mask, PathSegment, Tile } from '../artwork.ts';
import { Amount } from './amount.ts';
import { Clips, type State } from './clips.ts';
import { declared, type Sheet } from './css.ts';
import { fitBox, viewBoxOf, type Box, type Warn } from './draw-svg.ts';
import { filterMarks } from './effect.ts';
import { addressOf, type Embedded } from './embedded.ts';
import type { Canvas } from './gradient.ts';
import { placeMarkers } from './markers.ts';
import { readMask, together } from './mask.ts';
import { boundsOf, growth, IDENTITY, movePath, multiply, parseTransform, scale, translate, type Matrix } from './matrix.ts';
import { resolvePaint, type Paintable } from './paint-server.ts';
import { readPattern } from './pattern.ts';
import { pathOf, type Lengths } from './shapes.ts';
import { INITIAL, inherit, toLength, toOpacity, type Style } from './style.ts';
import { setSvgText, type TextPiece } from './set-text.ts';
import type { OutlineText } from './text.ts';
import { elementsOf, hrefOf, referenceOf, textOf, type Element } from './xml.ts';

/** Neither drawn where they stand nor reported. */
const SILENT: ReadonlySet<string> = new Set([
  'defs', 'symbol', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'pattern', 'filter', 'marker', 'style', 'title', 'desc', 'metadata', 'namedview',
  'script', 'animate', 'animateTransform', 'animateMotion', 'set', 'view', 'font', 'font-face',
]);

/** What is laid on the rest as one where it is not opaque. */
const GROUPS: ReadonlySet<string> = new Set(['g', 'a', 'svg', 'switch', 'use', 'text']);

export class Painter {
  shapes: Mark[] = [];
  private readonly said = new Set<string>();
  /** With how often parts are used inside. */
  private readonly tiles = new Map<string, { readonly tile: Tile; readonly inside: number }>();
  private readonly clips: Clips;
  private readonly amount = new Amount();

  constructor(
    private readonly ids: ReadonlyMap<string, Element>, private readonly sheet: Sheet, private readonly tell: Warn, private readonly outline: OutlineText | undefined,
    private readonly embedded: Embedded,
  ) {
    this.clips = new Clips(ids, sheet, outline, (state) => this.lengths(state), this.amount);
  }

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
    this.amount.countShape();
    const state = this.enter(element, parent, value);
    const mask = this.maskOf(element, state, value);
    const filter = value('filter');
    if (!mask && !present(filter) && (state.opacity >= 1 || !GROUPS.has(element.name))) { this.drawEntered(element, state); return; }
    const group = this.collect(() => this.drawEntered(element, { ...state, opacity: 1 }));
    const { marks, left } = present(filter) ? filterMarks(group, this.ids.get(referenceOf(filter) ?? ''), this.sheet, state.matrix) : { marks: group };
    if (left) this.warn('picture-filter', `${left} of line ${element.line} is not drawn.`, 'Effects other than shadows, blur and colour need a bitmap.');
    this.shapes.push(...(state.opacity < 1 || mask ? together(marks, state.opacity, mask) : marks));
  }

  private drawEntered(element: Element, state: State): void {
    switch (element.name) {
      case 'g': case 'a': case 'svg': case 'switch': this.drawGroup(element, state); break;
      case 'use': this.drawUse(element, state); break;
      case 'text': this.drawText(element, state); break;
      case 'image': this.drawImage(element, state); break;
      case 'foreignObject': this.warn('picture-element', `line ${element.line} holds <foreignObject>, which is left out.`); break;
      default: this.drawShape(element, state);
    }
  }

  /** What is drawn meanwhile, by itself. */
  private collect(draw: () => void): readonly Mark[] {
    const outside = this.shapes;
    this.shapes = [];
    draw();
    const inside = this.shapes;
    this.shapes = outside;
    return inside;
  }

  private maskOf(user: Element, state: State, value: (property: string) => string | undefined): Mask | undefined {
    const id = referenceOf(value('mask'));
    const mask = id === undefined ? undefined : this.ids.get(id);
    if (id === undefined || mask?.name !== 'mask' || state.using.includes(id)) return undefined;
    this.amount.countUse();
    const own = declared(mask, this.sheet);
    const { region, matrix } = readMask(mask, this.clips.bounds(user, state), state, (units) => this.lengths(units));
    const inner: State = { ...state, matrix, style: inherit(INITIAL, own), opacity: 1, clip: region, using: [...state.using, id] };
    return { marks: this.collect(() => { for (const child of elementsOf(mask)) this.draw(child, inner); }), by: own('mask-type') === 'alpha' ? 'opacity' : 'luminosity' };
  }

  /** A pattern as a cell; the same one for all that it paints alike. */
  private tileOf(server: Element, canvas: Canvas, state: State): Tile | undefined {
    const id = server.attributes.get('id') ?? '';
    if (state.using.includes(id)) return undefined;
    const pattern = readPattern(server, canvas, this.ids);
    if (!pattern) return undefined;
    const key = JSON.stringify([id, pattern.width, pattern.height, pattern.matrix, pattern.content]);
    const known = this.tiles.get(key);
    if (known) {
      // Drawn once, but a reader of the PDF paints it each time, and all that is in it.
      this.amount.countUse(known.inside);
      return known.tile;
    }
    this.amount.countUse();
    const before = this.amount.uses;
    const inner: State = { matrix: pattern.content, style: inherit(INITIAL, declared(server, this.sheet)), opacity: 1, clip: [], viewport: pattern.viewport, using: [...state.using, id] };
    const marks = this.collect(() => { for (const child of elementsOf(pattern.holder)) this.draw(child, inner); });
    const tile = { tile: marks, width: pattern.width, height: pattern.height, matrix: pattern.matrix };
    this.tiles.set(key, { tile, inside: this.amount.uses - before });
    return tile;
  }

  private enter(element: Element, parent: State, value: (property: string) => string | undefined): State {
    const transform = value('transform');
    const own = transform === undefined ? IDENTITY : parseTransform(transform);
    if (!own) this.warn('picture-transform', `the transform of line ${element.line} cannot be read.`);
    const state: State = {
      ...parent, matrix: multiply(parent.matrix, own ?? IDENTITY), style: inherit(parent.style, value), opacity: parent.opacity * toOpacity(value('opacity')),
    };
    const clip = referenceOf(value('clip-path'));
    return clip === undefined ? state : { ...state, clip: [...state.clip, ...this.clips.clipOf(clip, element, state)] };
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
    this.amount.countUse();
    const length = this.lengths(state);
    const moved: State = { ...state, using: [...state.using, id], matrix: multiply(state.matrix, translate(length(element, 'x', 'width'), length(element, 'y', 'height'))) };
    if (target.name !== 'symbol') { this.draw(target, moved); return; }
    const size = (name: 'width' | 'height'): object => (element.attributes.has(name) ? { [name]: length(element, name, name) } : {});
    const value = declared(target, this.sheet);
    const inner = this.nested(target, this.enter(target, moved, value), { ...size('width'), ...size('height') });
    for (const child of elementsOf(target)) this.draw(child, inner);
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
      this.amount.countUse();
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
    this.amount.countPoints(path);
    const canvas = { bounds: /url\(/.test(style.fill + style.stroke + style.contextFill + style.contextStroke) ? boundsOf(path) : state.viewport, viewport: state.viewport, matrix, current: style.color };
    const resolve = (value: string): Paintable | undefined => resolvePaint(value === 'context-fill' ? style.contextFill : value === 'context-stroke' ? style.contextStroke : value, canvas,
      { ids: this.ids, sheet: this.sheet, warn: this.warn, tileOf: (server) => this.tileOf(server, canvas, state) });
    const fill = resolve(style.fill);
    const stroke = resolve(style.stroke);
    const fillOpacity = (fill?.opacity ?? 0) * toOpacity(style.fillOpacity) * opacity;
    const strokeOpacity = (stroke?.opacity ?? 0) * toOpacity(style.strokeOpacity) * opacity;
    const width = (toLength(style.strokeWidth, diagonal(state.viewport), style.fontSize) ?? 1) * growth(matrix);
    const filled = fill && fillOpacity > 0;
    const stroked = stroke && strokeOpacity > 0 && width > 0;
    if (!filled && !stroked) return;
    const dash = dashOf(style, state);
    const outline = { path: movePath(path, matrix), ...(state.clip.length > 0 ? { clip: state.clip } : {}) };
    const inside = filled ? { fill: fill.ink, ...(style.fillRule === 'evenodd' ? { evenOdd: true } : {}) } : undefined;
    const around = stroked ? {
      colour: stroke.ink, width, ...(dash ? { dash } : {}), cap: style.cap === 'round' ? 1 : style.cap === 'square' ? 2 : 0, join: style.join === 'round' ? 1 : style.join === 'bevel' ? 2 : 0,
      miterLimit: Math.max(1, Number(style.miter) || 4),
    } as const : undefined;
    // Readers of PDF disagree about patterns that are not opaque: a group that is not, they all know.
    const tiled = (ink: Ink | undefined, opacity: number): boolean => ink !== undefined && 'tile' in ink && opacity < 1;
    if (tiled(fill?.ink, fillOpacity) || tiled(stroke?.ink, strokeOpacity)) {
      if (inside) this.shapes.push({ group: [{ ...outline, ...inside }], opacity: fillOpacity });
      if (around) this.shapes.push({ group: [{ ...outline, stroke: around }], opacity: strokeOpacity });
      return;
    }
    this.shapes.push({
      ...outline, ...inside, ...(inside && fillOpacity < 1 ? { fillOpacity } : {}), ...(around ? { stroke: { ...around, ...(strokeOpacity < 1 ? { opacity: strokeOpacity } : {}) } } : {}),
    });
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
