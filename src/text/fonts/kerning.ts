// GPOS → the space between two glyphs: pair adjustments of `kern`, classes and extensions included.
import { classOf, coverageIndex, readFeatures, readLookup } from './sfnt.ts';
import { Concerns } from './concerns.ts';
import { coveragesOf, mayBegin, mayConcern, mayMatch } from './substitutions.ts';

const EXTENSION = 9;
const PAIR = 2;
const X_ADVANCE = 4;

export class Kerning {
  private readonly lookups: (readonly number[])[] = [];
  private readonly contexts: { readonly type: number; readonly at: number }[] = [];
  private readonly concerns: Concerns;
  private readonly known = new Map<number, number>();
  /** The face positions in ways that a single number between two glyphs cannot say. */
  readonly beyond: boolean;

  constructor(private readonly table: DataView) {
    let beyond = false;
    for (const index of [...(readFeatures(table).get('kern') ?? [])].sort((a, b) => a - b)) {
      const { type, subtables } = readLookup(table, index, EXTENSION);
      if (type === PAIR) {
        this.lookups.push(subtables);
        beyond ||= subtables.some((at) => (table.getUint16(at + 4) & ~X_ADVANCE) !== 0 || table.getUint16(at + 6) !== 0);
      } else for (const at of subtables) this.contexts.push({ type, at });
    }
    this.beyond = beyond;
    this.concerns = new Concerns(this.contexts.map(({ type, at }) => (glyph) => mayBegin(table, at, type === 8, glyph)));
  }

  /** Whether a contextual lookup may act on these glyphs. */
  mayAct(glyphs: readonly number[]): boolean {
    const found = this.concerns.of(glyphs);
    return found !== 0 && this.contexts.some(({ type, at }, n) => this.concerns.has(found, n) && mayMatch(this.table, at, type === 8, glyphs));
  }

  /** What the contextual lookups ask for, a row a subtable: it may act where each of the row's coverages has a glyph. */
  coverages(): readonly (readonly number[])[] {
    return this.contexts.map(({ type, at }) => coveragesOf(this.table, at, type === 8));
  }

  covers(coverage: number, glyph: number): boolean { return coverageIndex(this.table, coverage, glyph) >= 0; }

  /** Whether a contextual lookup names the glyph. */
  joins(glyph: number): boolean {
    return this.contexts.some(({ type, at }) => mayConcern(this.table, at, type === 8, glyph));
  }

  /** Font units added to the left glyph's advance. */
  between(left: number, right: number): number {
    const pair = left * 65536 + right;
    let sum = this.known.get(pair);
    if (sum !== undefined) return sum;
    sum = 0;
    for (const subtables of this.lookups) {
      for (const at of subtables) {
        const value = this.valueWithin(at, left, right);
        if (value === undefined) continue;
        sum += value;
        break;
      }
    }
    this.known.set(pair, sum);
    return sum;
  }

  /** A damaged subtable that leads out of its table says nothing. */
  private valueWithin(at: number, left: number, right: number): number | undefined {
    try {
      return this.value(at, left, right);
    } catch (fault) {
      if (fault instanceof RangeError) return undefined;
      throw fault;
    }
  }

  /** Undefined where the subtable says nothing of the pair, so that the next one is asked. */
  private value(at: number, left: number, right: number): number | undefined {
    const { table } = this;
    const covered = coverageIndex(table, at + table.getUint16(at + 2), left);
    if (covered < 0) return undefined;
    const size = table.getUint16(at + 4) === 0 ? 0 : 2;
    if (table.getUint16(at) === 1) {
      const set = at + table.getUint16(at + 10 + covered * 2);
      let low = 0;
      let high = table.getUint16(set) - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const record = set + 2 + middle * (2 + size);
        const second = table.getUint16(record);
        if (right < second) high = middle - 1;
        else if (right > second) low = middle + 1;
        else return size === 0 ? 0 : table.getInt16(record + 2);
      }
      return undefined;
    }
    if (size === 0) return 0;
    const first = classOf(table, at + table.getUint16(at + 8), left);
    const second = classOf(table, at + table.getUint16(at + 10), right);
    return table.getInt16(at + 16 + (first * table.getUint16(at + 14) + second) * size);
  }
}
