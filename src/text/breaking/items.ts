// What a paragraph is to the breaker: a row of boxes, glue and penalties, blind to fonts (Knuth and Plass 1981, p. 1125).

export const BOX = 0;
export const GLUE = 1;
export const PENALTY = 2;

/** A break that costs this is forced; one that costs `NEVER` is none. */
export const FORCED = -10_000;
export const NEVER = 10_000;

/** When a penalty may be taken at all: always; only to avoid a ladder or a hole; only to avoid an overfull line; only when not even that helps. */
export const FREELY = 0;
export const RELUCTANTLY = 1;
export const KEPT = 2;
export const LETTERS = 3;

/** The line that ends here ends in a hyphen (of the break, or the word's own). */
export const HYPHEN = 1;

export type Rows = readonly number[];
const COLUMNS = 10;

/** Columns of one table, a row an item, so that the breaker's loop reads plain numbers. */
export class Items {
  readonly kind: number[] = [];
  /** Box, glue: natural width. Penalty: what a break here adds before it (the hyphen, less lost kerning). */
  readonly width: number[] = [];
  readonly stretch: number[] = [];
  readonly shrink: number[] = [];
  readonly cost: number[] = [];
  /** Penalty: what a break here adds at the next line's start. */
  readonly after: number[] = [];
  readonly flag: number[] = [];
  readonly level: number[] = [];
  /** Box: how far its first character may hang out to the left, its last to the right. Penalty: the same of a line broken here. */
  readonly left: number[] = [];
  readonly right: number[] = [];

  get length(): number { return this.kind.length; }

  box(width: number, left = 0, right = 0): void { this.add(BOX, width, 0, 0, 0, 0, 0, FREELY, left, right); }

  glue(width: number, stretch: number, shrink: number): void { this.add(GLUE, width, stretch, shrink, 0, 0, 0, FREELY, 0, 0); }

  /** `left` and `right` NaN: as of the boxes around it. */
  penalty(cost: number, { width = 0, after = 0, flag = 0, level = FREELY, left = NaN, right = NaN }: Partial<PenaltyDetails> = {}): void {
    this.add(PENALTY, width, 0, 0, cost, after, flag, level, left, right);
  }

  /** A penalty inside a word, all of its columns told. */
  dividing(cost: number, width: number, after: number, flag: number, level: number, left: number, right: number): void {
    this.add(PENALTY, width, 0, 0, cost, after, flag, level, left, right);
  }

  /** The rows from … on, as numbers that `append` puts behind other rows. */
  rows(from: number): Rows {
    const { kind, width, stretch, shrink, cost, after, flag, level, left, right } = this;
    const rows: number[] = [];
    for (let n = from; n < this.length; n += 1) {
      rows.push(kind[n] ?? 0, width[n] ?? 0, stretch[n] ?? 0, shrink[n] ?? 0, cost[n] ?? 0, after[n] ?? 0, flag[n] ?? 0, level[n] ?? 0, left[n] ?? 0, right[n] ?? 0);
    }
    return rows;
  }

  append(rows: Rows): void {
    for (let n = 0; n < rows.length; n += COLUMNS) {
      this.add(rows[n] as number, rows[n + 1] as number, rows[n + 2] as number, rows[n + 3] as number, rows[n + 4] as number,
        rows[n + 5] as number, rows[n + 6] as number, rows[n + 7] as number, rows[n + 8] as number, rows[n + 9] as number);
    }
  }

  private add(kind: number, width: number, stretch: number, shrink: number, cost: number, after: number, flag: number, level: number, left: number, right: number): void {
    this.kind.push(kind); this.width.push(width); this.stretch.push(stretch); this.shrink.push(shrink); this.cost.push(cost);
    this.after.push(after); this.flag.push(flag); this.level.push(level); this.left.push(left); this.right.push(right);
  }
}

interface PenaltyDetails {
  readonly width: number; readonly after: number; readonly flag: number; readonly level: number; readonly left: number; readonly right: number;
}
