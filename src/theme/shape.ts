// Shapes: what may stand in a template.yaml, said once — checker, JSON Schema, reference and types all come from it.
import type { Colour, FaceKey } from './theme.ts';

interface ShapeBase<T> {
  /** One sentence for the designer: schema's description, docs/. */
  readonly doc: string;
  readonly optional?: boolean;
  /** What a checked value is in TypeScript; never there at run time. */
  readonly phantom?: T;
}
export type Shape<T = unknown> = ShapeBase<T> & (
  | { readonly kind: 'length'; readonly negative: boolean; readonly least?: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'boolean' } | { readonly kind: 'text'; readonly empty: boolean }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'colour' } | { readonly kind: 'colour-name' } | { readonly kind: 'face' } | { readonly kind: 'family' }
  | { readonly kind: 'role' }
  | { readonly kind: 'list'; readonly item: Shape; readonly length?: number }
  | { readonly kind: 'record'; readonly item: Shape; readonly keys?: readonly string[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> }
);
export type TypeOf<S> = S extends { readonly phantom?: infer T } ? Exclude<T, undefined> : never;

type Fields = Readonly<Record<string, Shape>>;
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends { readonly optional: true } ? K : never }[keyof F];
type Fielded<F extends Fields> =
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: TypeOf<F[K]> } & { readonly [K in OptionalKeys<F>]?: TypeOf<F[K]> };

/** A measure: points, millimetres or grid lines in the YAML, points when checked. */
export const length = (doc: string): Shape<number> => ({ kind: 'length', doc, negative: false });
/** A measure of type: smaller, nobody could read it, and at 0 it would be lost. */
export const typeSize = (doc: string): Shape<number> => ({ kind: 'length', doc, negative: false, least: 2 });
/** A measure that may be negative (tracking, a shift). */
export const shift = (doc: string): Shape<number> => ({ kind: 'length', doc, negative: true });
export const number = (doc: string, min = 0, max = 1e9): Shape<number> => ({ kind: 'number', doc, min, max, whole: false });
export const whole = (doc: string, min = 0, max = 1e9): Shape<number> => ({ kind: 'number', doc, min, max, whole: true });
export const flag = (doc: string): Shape<boolean> => ({ kind: 'boolean', doc });
export const text = (doc: string): Shape<string> => ({ kind: 'text', doc, empty: false });
/** A text that may be empty. */
export const anyText = (doc: string): Shape<string> => ({ kind: 'text', doc, empty: true });
export const choice = <const O extends readonly string[]>(options: O, doc: string): Shape<O[number]> => ({ kind: 'choice', options, doc });
/** "#983A1A". */
export const colour = (doc: string): Shape<Colour> => ({ kind: 'colour', doc });
/** One of the template's own colours by name. */
export const colourName = (doc: string): Shape<Colour> => ({ kind: 'colour-name', doc });
export const face = (doc: string): Shape<FaceKey> => ({ kind: 'face', doc });
export const family = (doc: string): Shape<string> => ({ kind: 'family', doc });
export const role = (doc: string): Shape<string> => ({ kind: 'role', doc });
export const list = <T>(item: Shape<T>, doc: string, length?: number): Shape<readonly T[]> =>
  ({ kind: 'list', item, doc, ...(length === undefined ? {} : { length }) });
export const record = <T>(item: Shape<T>, doc: string): Shape<Readonly<Record<string, T>>> => ({ kind: 'record', item, doc });
/** A record of which exactly these keys must be there. */
export const keyed = <const K extends readonly string[], T>(keys: K, item: Shape<T>, doc: string): Shape<Readonly<Record<K[number], T>>> =>
  ({ kind: 'record', item, keys, doc });
export const object = <F extends Fields>(fields: F, doc: string): Shape<Fielded<F>> => ({ kind: 'object', fields, doc });
export const optional = <T>(shape: Shape<T>): Shape<T> & { readonly optional: true } => ({ ...shape, optional: true });
/** A rule or outline: how thick, in which colour. */
export const stroke = (doc: string) => object({ width: length('Thickness.'), colour: colourName('Colour.') }, doc);
