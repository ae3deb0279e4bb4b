// GSUB → what a row of glyphs becomes: single substitutions and ligatures; what else may act on it is only recognised.
import { Concerns } from './concerns.ts';
import { coverageIndex, coverageSize, readFeatures, readLookup, type Lookup } from './sfnt.ts';

/** Features that fontkit applies without being asked (its DefaultShaper), as far as GSUB has them. */
const ALWAYS = ['ccmp', 'locl', 'rlig', 'calt', 'clig', 'liga', 'rclt', 'rvrn', 'ltra', 'ltrm'];
const EXTENSION = 7;
const LIGATURE = 4;

/** A row of glyphs in the making; `clusters` holds the text index of each glyph's first character. */
export interface GlyphRow { readonly glyphs: number[]; readonly clusters: number[] }

interface Step { readonly lookup: Lookup; readonly digitsOnly: boolean }
interface Plan { readonly steps: readonly Step[]; readonly concerns: Concerns }

export class Substitutions {
  private readonly features: ReadonlyMap<string, readonly number[]>;
  private readonly plans = new Map<string, Plan>();

  constructor(private readonly table: DataView) {
    this.features = readFeatures(table);
  }

  /** False where a lookup may act that is not understood here. `isDigit` says of a text index whether a digit stands there. */
  apply(row: GlyphRow, asked: string, isDigit: (index: number) => boolean): boolean {
    const { steps, concerns } = this.plan(asked);
    let at = concerns.of(row.glyphs);
    for (let n = 0; n < steps.length; n += 1) {
      const step = steps[n];
      if (!step || !concerns.has(at, n)) continue;
      const { lookup, digitsOnly } = step;
      switch (lookup.type) {
        case 1: this.substitute(lookup, row, digitsOnly ? isDigit : undefined); at |= concerns.of(row.glyphs); break;
        case 4: this.ligate(lookup, row); at |= concerns.of(row.glyphs); break;
        default: if (this.mayAct(lookup, row.glyphs)) return false;
      }
    }
    return true;
  }

  /** What all lookups but ligatures ask for, a row a subtable: it may act where each of the row's coverages has a glyph. */
  coverages(asked: string): readonly (readonly number[])[] {
    return this.plan(asked).steps.flatMap(({ lookup: { type, subtables } }) => (type === LIGATURE ? [] : subtables.map((at) => coveragesOf(this.table, at, type === 6))));
  }

  covers(coverage: number, glyph: number): boolean { return coverageIndex(this.table, coverage, glyph) >= 0; }

  /** Whether a ligature begins with these two. */
  ligates(left: number, right: number, asked: string): boolean {
    const { table } = this;
    return this.plan(asked).steps.some(({ lookup: { type, subtables } }) => type === LIGATURE && subtables.some((at) => {
      const covered = coverageIndex(table, at + table.getUint16(at + 2), left);
      const set = covered < 0 ? 0 : at + table.getUint16(at + 6 + covered * 2);
      if (set > 0) for (let n = 0; n < table.getUint16(set); n += 1) {
        const ligature = set + table.getUint16(set + 2 + n * 2);
        if (table.getUint16(ligature + 2) < 2 || table.getUint16(ligature + 4) === right) return true;
      }
      return false;
    }));
  }

  /** Lookups in the order of their index, as OpenType wants them within one stage. */
  private plan(asked: string): Plan {
    let plan = this.plans.get(asked);
    if (plan) return plan;
    const wanted = asked === '' ? [] : asked.split(' ');
    const found = new Map<number, boolean>();
    for (const feature of [...ALWAYS, ...wanted]) {
      for (const index of this.features.get(feature) ?? []) found.set(index, feature === 'tnum' && found.get(index) !== false);
    }
    const steps = [...found].sort((a, b) => a[0] - b[0]).map(([index, digitsOnly]): Step => ({ lookup: readLookup(this.table, index, EXTENSION), digitsOnly }));
    plan = { steps, concerns: new Concerns(steps.map(({ lookup: { type, subtables } }) => (glyph) => subtables.some((at) => mayBegin(this.table, at, type === 6, glyph)))) };
    this.plans.set(asked, plan);
    return plan;
  }

  private substitute({ subtables }: Lookup, { glyphs, clusters }: GlyphRow, only: ((index: number) => boolean) | undefined): void {
    const { table } = this;
    for (let n = 0; n < glyphs.length; n += 1) {
      const glyph = glyphs[n] ?? 0;
      if (only && !only(clusters[n] ?? 0)) continue;
      for (const at of subtables) {
        const covered = coverageIndex(table, at + table.getUint16(at + 2), glyph);
        if (covered < 0) continue;
        glyphs[n] = table.getUint16(at) === 1 ? (glyph + table.getInt16(at + 4)) & 0xffff : table.getUint16(at + 6 + covered * 2);
        break;
      }
    }
  }

  private ligate({ subtables }: Lookup, row: GlyphRow): void {
    for (let n = 0; n < row.glyphs.length; n += 1) {
      for (const at of subtables) if (this.ligateAt(at, row, n)) break;
    }
  }

  private ligateAt(at: number, { glyphs, clusters }: GlyphRow, n: number): boolean {
    const { table } = this;
    const covered = coverageIndex(table, at + table.getUint16(at + 2), glyphs[n] ?? 0);
    if (covered < 0) return false;
    const set = at + table.getUint16(at + 6 + covered * 2);
    for (let k = 0; k < table.getUint16(set); k += 1) {
      const ligature = set + table.getUint16(set + 2 + k * 2);
      const parts = table.getUint16(ligature + 2);
      if (n + parts > glyphs.length) continue;
      let part = 1;
      while (part < parts && glyphs[n + part] === table.getUint16(ligature + 2 + part * 2)) part += 1;
      if (part < parts) continue;
      glyphs[n] = table.getUint16(ligature);
      glyphs.splice(n + 1, parts - 1);
      clusters.splice(n + 1, parts - 1);
      return true;
    }
    return false;
  }

  /** Whether a glyph may be part of a ligature, or of a context that is not understood. */
  joins(glyph: number, asked: string): boolean {
    return this.plan(asked).steps.some(({ lookup: { type, subtables } }) =>
      type !== 1 && subtables.some((at) => (type === 4 ? inLigature(this.table, at, glyph) : mayConcern(this.table, at, type === 6, glyph))));
  }

  /** Whether a lookup of another kind could change these glyphs. */
  private mayAct({ type, subtables }: Lookup, glyphs: readonly number[]): boolean {
    return subtables.some((at) => mayMatch(this.table, at, type === 6, glyphs));
  }
}

function inLigature(table: DataView, at: number, glyph: number): boolean {
  if (coverageIndex(table, at + table.getUint16(at + 2), glyph) >= 0) return true;
  for (let n = 0; n < table.getUint16(at + 4); n += 1) {
    const set = at + table.getUint16(at + 6 + n * 2);
    for (let k = 0; k < table.getUint16(set); k += 1) {
      const ligature = set + table.getUint16(set + 2 + k * 2);
      for (let part = 1; part < table.getUint16(ligature + 2); part += 1) if (table.getUint16(ligature + 2 + part * 2) === glyph) return true;
    }
  }
  return false;
}

const parts = new WeakMap<DataView, Map<number, readonly number[]>>();

/**
 * Whether a subtable that is not understood could act on these glyphs. A chaining context in coverages (format 3) acts
 * only where each of its parts has a glyph; of anything else, its own coverage is asked.
 */
export function mayMatch(table: DataView, at: number, chained: boolean, glyphs: readonly number[]): boolean {
  return coveragesOf(table, at, chained).every((coverage) => glyphs.some((glyph) => coverageIndex(table, coverage, glyph) >= 0));
}

/** Whether a subtable can act on a row with this glyph in it: one without any such glyph it leaves alone. */
export function mayBegin(table: DataView, at: number, chained: boolean, glyph: number): boolean {
  const [first] = coveragesOf(table, at, chained);
  return first === undefined || coverageIndex(table, first, glyph) >= 0;
}

/** Whether a subtable that is not understood asks for the glyph: where `mayMatch` says no, a glyph that none asks for does not change it. */
export function mayConcern(table: DataView, at: number, chained: boolean, glyph: number): boolean {
  return coveragesOf(table, at, chained).some((coverage) => coverageIndex(table, coverage, glyph) >= 0);
}

export function coveragesOf(table: DataView, at: number, chained: boolean): readonly number[] {
  let known = parts.get(table);
  if (!known) parts.set(table, (known = new Map()));
  let coverages = known.get(at);
  if (!coverages) known.set(at, (coverages = chained && table.getUint16(at) === 3 ? chainedCoverages(table, at) : [at + table.getUint16(at + 2)]));
  return coverages;
}

/** Of backtrack, input and lookahead, the rarest first. */
function chainedCoverages(table: DataView, at: number): readonly number[] {
  const found: number[] = [];
  for (let part = 0, place = at + 2; part < 3; part += 1) {
    const count = table.getUint16(place);
    for (let n = 0; n < count; n += 1) found.push(at + table.getUint16(place + 2 + n * 2));
    place += 2 + count * 2;
  }
  return found.sort((a, b) => coverageSize(table, a) - coverageSize(table, b));
}
