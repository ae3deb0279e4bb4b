// SVG source → a Drawing: plain paths with all transforms applied, clipped and painted.
import type { Drawing } from '../artwork.ts';
import { PictureFault, unreadable } from '../fault.ts';
import { multiply, scale, translate, type Matrix } from './matrix.ts';
import { parseSheet } from './css.ts';
import type { Embedded } from './embedded.ts';
import { Painter } from './painter.ts';
import { toLength } from './style.ts';
import type { OutlineText } from './text.ts';
import { elementsOf, parseXml, textOf, type Element } from './xml.ts';

export type Warn = (rule: string, message: string, hint?: string) => void;

const POINTS_A_PIXEL = 0.75;
/** CSS: what a replaced element without a size takes. */
const FALLBACK = { width: 300, height: 150 };
const LARGEST = 20_000;

export function drawSvg(source: string, warn: Warn, outline?: OutlineText, embedded: Embedded = new Map()): Omit<Drawing, 'hash'> {
  const root = parseXml(source);
  const box = viewBoxOf(root);
  const size = sizeOf(root, box);
  if (!(size.width > 0) || !(size.height > 0)) throw unreadable('its width or height is 0.');
  if (size.width > LARGEST || size.height > LARGEST) throw new PictureFault('picture-too-large', size.width < FARTHEST && size.height < FARTHEST ? `it is ${Math.round(size.width)} × ${Math.round(size.height)} pixels large.` : 'its size is beyond all measure.', 'Give it a smaller width and height.');
  const ids = new Map<string, Element>();
  let css = '';
  const visit = (element: Element): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    if (element.name === 'style') css += `${textOf(element)}\n`;
    for (const child of elementsOf(element)) visit(child);
  };
  visit(root);
  const painter = new Painter(ids, parseSheet(css), warn, outline, embedded);
  const fit = fitBox(box, size, root.attributes.get('preserveAspectRatio'));
  painter.drawRoot(root, multiply(scale(POINTS_A_PIXEL), fit), box ?? { x: 0, y: 0, ...size });
  const seen = new Map<object, boolean>();
  const shapes = painter.shapes.filter((shape) => isMeasured(shape, seen));
  if (shapes.length < painter.shapes.length) warn('svg-number', 'a part has numbers without measure; it is left out.', 'Look for numbers such as 1e999.');
  return { kind: 'drawing', width: size.width * POINTS_A_PIXEL, height: size.height * POINTS_A_PIXEL, shapes };
}

/** Parts of a path's segment: those are nobody's but its own. */
const SEGMENT = 7;
/** Beyond it PDF's numbers end, and no sheet is as large. */
const FARTHEST = 1e9;

/** Every number of a mark, however deep, is one. Patterns and clips are shared by many: each is looked through once. */
function isMeasured(value: unknown, seen: Map<object, boolean>): boolean {
  if (typeof value === 'number') return Math.abs(value) < FARTHEST;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const measured = Object.values(value).every((part) => isMeasured(part, seen));
  if (!Array.isArray(value) || value.length > SEGMENT) seen.set(value, measured);
  return measured;
}

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export function viewBoxOf(element: Element): Box | undefined {
  const numbers = element.attributes.get('viewBox')?.trim().split(/[\s,]+/).map(Number);
  const [x, y, width, height] = numbers ?? [];
  if (numbers?.length !== 4 || x === undefined || y === undefined || width === undefined || height === undefined || !(width > 0) || !(height > 0)) return undefined;
  return { x, y, width, height };
}

function sizeOf(root: Element, box: Box | undefined): { width: number; height: number } {
  const read = (name: 'width' | 'height'): number | undefined => {
    const value = root.attributes.get(name);
    return value === undefined || value.trim().endsWith('%') ? undefined : toLength(value, 0, 16);
  };
  const width = read('width');
  const height = read('height');
  const ratio = box ? box.height / box.width : FALLBACK.height / FALLBACK.width;
  if (width !== undefined) return { width, height: height ?? width * ratio };
  if (height !== undefined) return { width: height / ratio, height };
  return box ?? FALLBACK;
}

/** The box laid into a stretch, as preserveAspectRatio says. */
export function fitBox(box: Box | undefined, size: { width: number; height: number }, preserve = 'xMidYMid meet'): Matrix {
  if (!box) return translate(0, 0);
  let [sx, sy] = [size.width / box.width, size.height / box.height];
  if (!preserve.includes('none')) sx = sy = preserve.includes('slice') ? Math.max(sx, sy) : Math.min(sx, sy);
  const part = (axis: 'x' | 'Y'): number => (preserve.includes(`${axis}Min`) ? 0 : preserve.includes(`${axis}Max`) ? 1 : 0.5);
  const none = preserve.includes('none');
  const dx = none ? 0 : (size.width - box.width * sx) * part('x');
  const dy = none ? 0 : (size.height - box.height * sy) * part('Y');
  return multiply(translate(dx, dy), multiply(scale(sx, sy), translate(-box.x, -box.y)));
}
