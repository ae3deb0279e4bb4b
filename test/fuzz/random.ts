// A seed → numbers that are the same on every machine, and what is drawn with them.

export interface Random {
  /** 0 … limit − 1. */
  below(limit: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
  chance(oneIn: number): boolean;
}

/** Mulberry32: small, and good enough to find faults with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return { below, pick: (values) => values[below(values.length)] ?? values[0], chance: (oneIn) => below(oneIn) === 0 };
}
