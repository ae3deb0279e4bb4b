// What an element inherits and declares → how its shapes are painted.
import type { Paint } from './colour.ts';

/** The properties that children inherit (SVG 2, appendix "Property index"). */
export interface Style {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: string;
  readonly fillOpacity: string;
  readonly strokeOpacity: string;
  readonly fillRule: string;
  readonly cap: string;
  readonly join: string;
  readonly miter: string;
  readonly dash: string;
  readonly dashOffset: string;
  readonly color: string;
  readonly visibility: string;
  readonly family: string;
  readonly fontSize: number;
  readonly weight: string;
  readonly slant: string;
  readonly anchor: string;
  readonly clipRule: string;
  readonly markerStart: string;
  readonly markerMid: string;
  readonly markerEnd: string;
  /** What the line is painted with that the marker stands on. */
  readonly contextFill: string;
  readonly contextStroke: string;
}

export const INITIAL: Style = {
  fill: 'black', stroke: 'none', strokeWidth: '1', fillOpacity: '1', strokeOpacity: '1', fillRule: 'nonzero', cap: 'butt', join: 'miter', miter: '4',
  dash: 'none', dashOffset: '0', color: 'black', visibility: 'visible', family: 'sans-serif', fontSize: 16, weight: '400', slant: 'normal', anchor: 'start', clipRule: 'nonzero',
  markerStart: 'none', markerMid: 'none', markerEnd: 'none', contextFill: 'none', contextStroke: 'none',
};

const PROPERTIES: readonly (readonly [Exclude<keyof Style, 'fontSize' | 'contextFill' | 'contextStroke'>, string])[] = [
  ['fill', 'fill'], ['stroke', 'stroke'], ['strokeWidth', 'stroke-width'], ['fillOpacity', 'fill-opacity'], ['strokeOpacity', 'stroke-opacity'],
  ['fillRule', 'fill-rule'], ['cap', 'stroke-linecap'], ['join', 'stroke-linejoin'], ['miter', 'stroke-miterlimit'], ['dash', 'stroke-dasharray'],
  ['dashOffset', 'stroke-dashoffset'], ['color', 'color'], ['visibility', 'visibility'], ['family', 'font-family'], ['weight', 'font-weight'], ['slant', 'font-style'],
  ['anchor', 'text-anchor'], ['clipRule', 'clip-rule'], ['markerStart', 'marker-start'], ['markerMid', 'marker-mid'], ['markerEnd', 'marker-end'],
];

export function inherit(parent: Style, value: (property: string) => string | undefined): Style {
  let style = parent;
  for (const [key, property] of PROPERTIES) {
    const own = value(property) ?? (property.startsWith('marker-') ? value('marker') : undefined);
    if (own !== undefined && own !== 'inherit' && own !== '') style = { ...style, [key]: own };
  }
  const size = value('font-size');
  return size === undefined ? style : { ...style, fontSize: toLength(size, parent.fontSize, parent.fontSize) ?? parent.fontSize };
}

/** Units a pixel: CSS Values Level 4, section 6.2. */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6 };

/** In user units; undefined where it cannot be read. */
export function toLength(value: string, whole: number, fontSize: number): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*$/i.exec(value);
  if (!match) return undefined;
  const number = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  if (unit === '%') return (number * whole) / 100;
  if (unit === 'em' || unit === 'rem') return number * fontSize;
  if (unit === 'ex' || unit === 'ch') return (number * fontSize) / 2;
  const factor = UNITS[unit];
  return factor === undefined ? undefined : number * factor;
}

export const toOpacity = (value: string | undefined): number => {
  if (value === undefined) return 1;
  const number = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  return Number.isFinite(number) ? Math.min(1, Math.max(0, number)) : 1;
};

export type { Paint };
