// Tree × shape → the checked value, measures in points and colours resolved; each fault at its own line with the nearest known word.
import { distance } from 'fastest-levenshtein';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import type { Shape } from './shape.ts';
import type { Colour } from './theme.ts';
import type { Tree, TreeMap } from './yaml-tree.ts';

/** What a template's names mean: read before the rest is checked. */
export interface Names {
  /** Points of the unit L. */
  readonly line: number | undefined;
  readonly colours: ReadonlyMap<string, Colour>;
  readonly faces: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

const POINTS_A_MILLIMETRE = 72 / 25.4;
export const MEASURE = /^(-?\d+(?:\.\d+)?)\s*(pt|mm|L)$/;

export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) { least = far; best = candidate; }
  }
  return best;
}

const didYouMean = (word: string, known: Iterable<string>): string | undefined => {
  const found = nearest(word, known);
  return found === undefined ? undefined : `Did you mean "${found}"?`;
};

export function parseColour(text: string): Colour | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (!match) return undefined;
  const [r, g, b] = [match[1], match[2], match[3]].map((part) => parseInt(part ?? '0', 16));
  if (r === undefined || g === undefined || b === undefined) return undefined;
  // Black and grey are painted in DeviceGray: no rich black, no colour page counted by a printer.
  return r === g && g === b ? { gray: r / 255 } : { rgb: [r / 255, g / 255, b / 255] };
}

export class Checker {
  private readonly names: Names;
  private readonly diagnostics: Diagnostics;
  faults = 0;

  constructor(names: Names, diagnostics: Diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  fault(span: Span, message: string, hint?: string): undefined {
    this.faults += 1;
    this.diagnostics.error('template', span, message, hint);
    return undefined;
  }

  check(shape: Shape, tree: Tree, path: string): unknown {
    switch (shape.kind) {
      case 'object': return this.checkObject(shape.fields, tree, path);
      case 'record': return this.checkRecord(shape.item, shape.keys, tree, path);
      case 'list': {
        if (tree.kind !== 'list') return this.wrong(tree, path, 'a list');
        if (shape.length !== undefined && tree.items.length !== shape.length) {
          return this.fault(tree.span, `${path} must hold ${shape.length} values, and holds ${tree.items.length}.`);
        }
        return tree.items.map((item, index) => this.check(shape.item, item, `${path}[${index + 1}]`));
      }
      default: {
        if (tree.kind !== 'scalar') return this.wrong(tree, path, expected(shape));
        return this.checkScalar(shape, tree.value, tree.span, path);
      }
    }
  }

  private checkScalar(shape: Shape, value: string | number | boolean | null, span: Span, path: string): unknown {
    const known = (set: { has(name: string): boolean; keys(): Iterable<string> }, what: string): string | undefined => {
      if (typeof value === 'string' && set.has(value)) return value;
      return this.fault(span, `${path} must name ${what}, and is ${shown(value)}.`, didYouMean(String(value), set.keys()));
    };
    const wrong = (): undefined => this.fault(span, `${path} must be ${expected(shape)}, and is ${shown(value)}.`);
    switch (shape.kind) {
      case 'length': return this.checkLength(value, shape.negative, shape.least ?? 0, span, path);
      case 'number':
        if (typeof value !== 'number' || (shape.whole && !Number.isInteger(value))) return wrong();
        return value < shape.min || value > shape.max ? wrong() : value;
      case 'boolean': return typeof value === 'boolean' ? value : wrong();
      case 'text': return typeof value === 'string' && (shape.empty || value !== '') ? value : wrong();
      case 'choice': {
        const word = String(value);
        if (shape.options.includes(word)) return word;
        return this.fault(span, `${path} must be one of ${shape.options.join(', ')}, and is ${shown(value)}.`, didYouMean(word, shape.options));
      }
      case 'colour': return (typeof value === 'string' ? parseColour(value) : undefined) ?? wrong();
      case 'colour-name': { const name = known(this.names.colours, 'a colour of `colours`'); return name === undefined ? undefined : this.names.colours.get(name); }
      case 'face': return known(this.names.faces, 'a face of `fonts.faces`');
      case 'family': return known(this.names.families, 'a family of `fonts.families`');
      case 'role': return known(this.names.roles, 'a role');
      default: throw new Error(`Not a scalar's shape: ${shape.kind}`);
    }
  }

  private checkLength(value: string | number | boolean | null, negative: boolean, least: number, span: Span, path: string): number | undefined {
    let points = NaN;
    if (typeof value === 'number') points = value;
    else if (typeof value === 'string') {
      const match = MEASURE.exec(value);
      if (match) {
        const amount = Number(match[1]);
        if (match[2] === 'pt') points = amount;
        else if (match[2] === 'mm') points = amount * POINTS_A_MILLIMETRE;
        else if (this.names.line === undefined) return this.fault(span, `${path} is given in L, and page.line does not say what a line is.`);
        else points = amount * this.names.line;
      }
    }
    if (!Number.isFinite(points)) return this.fault(span, `${path} must be a measure such as 14pt, 22mm or 1.5L, and is ${shown(value)}.`);
    if (points < 0 && !negative) return this.fault(span, `${path} must not be negative.`);
    if (points < least && !negative) return this.fault(span, `${path} must be at least ${least}pt, and is ${shown(value)}.`);
    return points;
  }

  private checkObject(fields: Readonly<Record<string, Shape>>, tree: Tree, path: string): unknown {
    if (tree.kind !== 'map') return this.wrong(tree, path, 'a map of names');
    const value: Record<string, unknown> = {};
    this.refuseUnknown(tree, fields, path);
    for (const [name, shape] of Object.entries(fields)) {
      const entry = tree.entries.get(name);
      const place = path === '' ? name : `${path}.${name}`;
      if (entry) value[name] = this.check(shape, entry.value, place);
      else if (shape.optional !== true) this.fault(tree.span, `${place} is missing: ${shape.doc}`);
    }
    return value;
  }

  private checkRecord(item: Shape, keys: readonly string[] | undefined, tree: Tree, path: string): unknown {
    if (tree.kind !== 'map') return this.wrong(tree, path, 'a map of names');
    const value: Record<string, unknown> = {};
    if (keys) this.refuseUnknown(tree, Object.fromEntries(keys.map((key) => [key, item])), path);
    for (const [name, entry] of tree.entries) value[name] = this.check(item, entry.value, `${path}.${name}`);
    for (const key of keys ?? []) if (!tree.entries.has(key)) this.fault(tree.span, `${path}.${key} is missing.`);
    return value;
  }

  private refuseUnknown(tree: TreeMap, fields: Readonly<Record<string, Shape>>, path: string): void {
    for (const [name, entry] of tree.entries) {
      if (Object.hasOwn(fields, name)) continue;
      const free = Object.keys(fields).filter((field) => !tree.entries.has(field));
      this.fault(entry.key, `"${name}" is not known in ${path === '' ? 'a template' : path}.`, didYouMean(name, free) ?? didYouMean(name, Object.keys(fields)));
    }
  }

  private wrong(tree: Tree, path: string, wanted: string): undefined {
    const is = tree.kind === 'map' ? 'a map' : tree.kind === 'list' ? 'a list' : shown(tree.value);
    return this.fault(tree.span, `${path === '' ? 'A template' : path} must be ${wanted}, and is ${is}.`);
  }
}

function shown(value: string | number | boolean | null): string {
  if (value === null) return 'empty';
  // YAML reads .nan, .inf and 1e999 as numbers.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'no number that can be reckoned with';
  return typeof value === 'string' ? `"${value.length > 80 ? `${value.slice(0, 80)}…` : value}"` : String(value);
}

export function expected(shape: Shape): string {
  switch (shape.kind) {
    case 'length': return 'a measure such as 14pt, 22mm or 1.5L';
    case 'number': return `a ${shape.whole ? 'whole ' : ''}number${shape.max < 1e9 ? ` from ${shape.min} to ${shape.max}` : ` of at least ${shape.min}`}`;
    case 'boolean': return 'true or false';
    case 'text': return 'a text';
    case 'choice': return `one of ${shape.options.join(', ')}`;
    case 'colour': return 'a colour such as "#983A1A"';
    case 'colour-name': return 'the name of a colour';
    case 'face': return 'the name of a face';
    case 'family': return 'the name of a family';
    case 'role': return 'a role';
    case 'list': return 'a list';
    default: return 'a map of names';
  }
}
