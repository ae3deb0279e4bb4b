// A piece of one word in one face → its glyphs, advances and clusters; shaped once, then remembered.
import { Alone } from './alone.ts';
import type { Face } from './face.ts';
import { Recent } from '../recent.ts';
import { shapeWithFontkit } from './fontkit.ts';
import type { GlyphRow } from './substitutions.ts';

/** Advances in thousandths of an em, kerning included; `clusters` as in `GlyphRun`. */
export interface Shaped {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  readonly clusters: readonly number[];
  readonly width: number;
  /** Where glyphs stand above the baseline (placed marks); undefined for none. */
  readonly rises?: readonly number[];
  /** A glyph a character, none of which cares for more than the next: a part of the word is shaped as it is in the whole. */
  readonly separable?: boolean;
}

/** Characters that the own reader shapes: Latin, and what has no script of its own. U+2044 makes fractions. */
const PLAIN = /^[\u0020-\u007E\u00A0-\u02AF\u1E00-\u1EFF\u2010-\u2043\u2045-\u205F\u2070-\u209F\u20A0-\u20CF\u2100-\u214F\u2190-\u23FF\u2460-\u27BF\uFB00-\uFB06]*$/;

export class Shaper {
  private readonly words = new Map<string, Recent<Shaped>>();

  private readonly alone = new Map<string, Alone>();
  private readonly hyphens = new Map<string, Hyphen | undefined>();

  constructor(readonly face: Face) {}

  /** A word of characters that the face has and that stand alone in it; undefined for any other. Not remembered. */
  shapeAlone(text: string, features: string): Shaped | undefined {
    let alone = this.alone.get(features);
    if (!alone) this.alone.set(features, (alone = new Alone(this.face, features)));
    const word = alone.shape(text);
    return word && { glyphs: word.glyphs, advances: word.advances, clusters: countedTo(text.length), width: word.width, separable: true };
  }

  /** `features` as a single string: "onum pnum". */
  shape(text: string, features: string): Shaped {
    let known = this.words.get(features);
    if (!known) this.words.set(features, (known = new Recent()));
    let shaped = known.get(text);
    if (!shaped) known.set(text, (shaped = this.shapeAlone(text, features) ?? shapeText(this.face, text, features)));
    return shaped;
  }

  /** Thousandths that a separable word's parts are wide when shaped alone, the first with a hyphen behind it or without. */
  halves({ glyphs, advances }: Shaped, features: string, cut: number, hyphenated: boolean): { readonly head: number; readonly tail: number; readonly last: number } | undefined {
    const { face } = this;
    const hyphen = hyphenated ? this.hyphen(features) : undefined;
    if (hyphenated && !hyphen) return undefined;
    let head = 0;
    for (let n = 0; n < cut - 1; n += 1) head += advances[n] ?? 0;
    const before = glyphs[cut - 1] ?? 0;
    let last = face.advance(before);
    if (hyphen && face.kerning) last += (face.kerning.between(before, hyphen.glyph) * 1000) / face.unitsPerEm;
    head += last;
    if (hyphen) { last = hyphen.advance; head += last; }
    let tail = 0;
    for (let n = cut; n < glyphs.length; n += 1) tail += advances[n] ?? 0;
    return { head, tail, last };
  }

  /** Undefined where a hyphen may change what stands before it. */
  private hyphen(features: string): Hyphen | undefined {
    if (!this.hyphens.has(features)) {
      const { face } = this;
      const typed = face.glyph(0x2d);
      const [glyph, ...more] = shapePlain(face, '-', features)?.glyphs ?? [];
      const alone = typed !== 0 && glyph !== undefined && more.length === 0
        && [typed, glyph].every((one) => !face.substitutions?.joins(one, features) && !face.kerning?.joins(one));
      this.hyphens.set(features, alone ? { glyph, advance: face.advance(glyph) } : undefined);
    }
    return this.hyphens.get(features);
  }
}

interface Hyphen { readonly glyph: number; readonly advance: number }

export function shapeText(face: Face, text: string, features: string): Shaped {
  return (face.beyond || !PLAIN.test(text) ? undefined : shapePlain(face, text, features)) ?? shapeWithFontkit(face, text, features);
}

/** 0, 1, 2 …: shared by all words of that length. */
function countedTo(length: number): readonly number[] {
  return (counted[length] ??= Array.from({ length }, (_, n) => n));
}
const counted: (readonly number[])[] = [];

/** Undefined where something is at work that the own reader does not know. */
export function shapePlain(face: Face, text: string, features: string): Shaped | undefined {
  const row: GlyphRow = { glyphs: [], clusters: [] };
  for (let index = 0; index < text.length; index += 1) {
    row.glyphs.push(face.glyph(text.charCodeAt(index)));
    row.clusters.push(index);
  }
  const isDigit = (index: number): boolean => { const code = text.charCodeAt(index); return code >= 0x30 && code <= 0x39; };
  if (face.substitutions && !face.substitutions.apply(row, features, isDigit)) return undefined;
  const { glyphs, clusters } = row;
  const { kerning } = face;
  if (kerning?.mayAct(glyphs)) return undefined;
  const advances: number[] = [];
  let width = 0;
  for (let n = 0; n < glyphs.length; n += 1) {
    const glyph = glyphs[n] ?? 0;
    let advance = face.advance(glyph);
    if (kerning && n + 1 < glyphs.length) advance += (kerning.between(glyph, glyphs[n + 1] ?? 0) * 1000) / face.unitsPerEm;
    advances.push(advance);
    width += advance;
  }
  const separable = glyphs.length === text.length;
  // Copied to their length: arrays that grew have room for twice as many, and every word is remembered.
  return { glyphs: glyphs.slice(), advances: advances.slice(), clusters: separable ? countedTo(clusters.length) : clusters.slice(), width, separable };
}
