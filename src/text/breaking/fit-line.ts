// A line's natural width and what it may give → how its spaces and letters are set, and how bad that is.

export interface FitRules {
  /** Lines keep their natural width; what they lack is the rag. */
  readonly ragged: boolean;
  /** Ragged: a line this much shorter than the measure has badness 100. */
  readonly rag: number;
  /** Letters may be widened or narrowed by this part. */
  readonly expansion: number;
  /** How much sooner letters give than spaces: see fitLine. */
  readonly ease: number;
  /** How far spaces shrink where nothing else helps, as a multiple of their shrink. */
  readonly cramped: number;
}

export interface Fit {
  /** 1: spaces stretched by all their stretch; −1: shrunk by all their shrink; never under −`cramped`. */
  readonly ratio: number;
  /** Letters' scale less 1. */
  readonly expansion: number;
  readonly badness: number;
}

/**
 * The sum of squares of the space's ratio and `ease` times the letters' part of their limit is made least. Readers see
 * uneven spaces long before letters that are two per cent narrower (Hàn Thế Thành 2000, ch. 5), so letters give first.
 */
export function fitLine(natural: number, stretch: number, shrink: number, boxes: number, width: number, last: boolean, rules: FitRules): Fit {
  const lack = width - natural;
  if (rules.ragged) {
    if (last) return { ratio: 0, expansion: 0, badness: 0 };
    const short = lack / rules.rag;
    return { ratio: 0, expansion: 0, badness: Math.min(10_000, 100 * short * short) };
  }
  if (last && lack >= 0) return { ratio: 0, expansion: 0, badness: 0 };
  const give = lack >= 0 ? stretch : shrink;
  const most = rules.expansion * boxes;
  let letters = 0;
  if (most > 0) {
    letters = Math.max(-most, Math.min(most, (lack * most * most) / (most * most + rules.ease * give * give)));
  }
  const spaces = lack - letters;
  const ratio = spaces === 0 ? 0 : give > 0 ? spaces / give : spaces > 0 ? Infinity : -Infinity;
  const size = Math.abs(ratio);
  const badness = size === Infinity ? 10_000 : Math.min(10_000, 100 * size * size * size);
  return { ratio: Math.max(ratio, -rules.cramped), expansion: boxes > 0 ? letters / boxes : 0, badness };
}
