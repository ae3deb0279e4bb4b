// Glyphs → which of a font's lookups they concern at all: asked of each glyph once, so that a word passes by all the others.

/** A bit a lookup; the last stands for all that have none of their own. */
const LAST = 30;

export class Concerns {
  private readonly known = new Map<number, number>();

  /** `asks`: for each lookup whether it may act on a row that holds the glyph. */
  constructor(private readonly asks: readonly ((glyph: number) => boolean)[]) {}

  of(glyphs: readonly number[]): number {
    let bits = 0;
    for (let n = 0; n < glyphs.length; n += 1) {
      const glyph = glyphs[n] ?? 0;
      bits |= this.known.get(glyph) ?? this.ask(glyph);
    }
    return bits;
  }

  has(bits: number, lookup: number): boolean {
    return (bits & (1 << Math.min(lookup, LAST))) !== 0;
  }

  private ask(glyph: number): number {
    let bits = 0;
    this.asks.forEach((asks, n) => { if (asks(glyph)) bits |= 1 << Math.min(n, LAST); });
    this.known.set(glyph, bits);
    return bits;
  }
}
