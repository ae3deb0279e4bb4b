// Characters that leave each other alone → a word of them shaped in one short loop: only pairs are looked up, each pair once.
import type { Face } from './face.ts';

/** Characters of a face that get a place; what comes after them is shaped like all others. */
const PLACES = 128;
const FIRST = 0x20;
const CHARACTERS = 0x250;
const [UNASKED, BESIDE] = [0, 255];
/** Of a pair: not yet asked; begins a ligature. No kerning is as much. */
const [UNKNOWN, LIGATES] = [0x7fffffff, -0x80000000];

/** What a word of them becomes: glyphs and advances as in `Shaped`. */
export interface PlainWord { readonly glyphs: readonly number[]; readonly advances: readonly number[]; readonly width: number }

/** What a lookup asks for, and which of it the characters that have a place have. */
interface Context { readonly coverages: readonly number[]; readonly met: boolean[]; covers(coverage: number, glyph: number): boolean }

/**
 * With one set of features. A lookup with a context acts only where each part of it has a glyph ("i" and a mark above it):
 * as long as all characters seen together do not make one up, no word of them does. Most words of a Latin text hold nothing else.
 */
export class Alone {
  private placeOf = new Uint8Array(CHARACTERS);
  private readonly glyphs: number[] = [0];
  private readonly advances: number[] = [0];
  /** Kerning in font units, by the places of left and right. */
  private readonly pairs = new Int32Array(PLACES * PLACES).fill(UNKNOWN);
  private readonly contexts: readonly Context[];

  constructor(private readonly face: Face, private readonly features: string) {
    const contextsOf = (table: Pick<Context, 'covers'> | undefined, rows: readonly (readonly number[])[]): Context[] =>
      (table ? rows.map((coverages) => ({ coverages, met: coverages.map(() => false), covers: (coverage, glyph) => table.covers(coverage, glyph) })) : []);
    this.contexts = [...contextsOf(face.substitutions, face.substitutions?.coverages(features) ?? []), ...contextsOf(face.kerning, face.kerning?.coverages() ?? [])];
    // A context that asks for nothing acts on everything.
    if (face.beyond || this.contexts.some(({ coverages }) => coverages.length === 0)) this.placeOf.fill(BESIDE);
  }

  /** Undefined where a character is not alone. */
  shape(text: string): PlainWord | undefined {
    const { placeOf, pairs } = this;
    const { unitsPerEm } = this.face;
    const glyphs: number[] = [];
    const advances: number[] = [];
    let width = 0;
    let before = 0;
    let advance = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code >= CHARACTERS) return undefined;
      let place = placeOf[code] as number;
      if (place === UNASKED) place = this.ask(code);
      if (place === BESIDE) return undefined;
      if (before !== 0) {
        let kern = pairs[before * PLACES + place] as number;
        if (kern === UNKNOWN) kern = this.askPair(before, place);
        if (kern === LIGATES) return undefined;
        if (kern !== 0) advance += (kern * 1000) / unitsPerEm;
        advances.push(advance);
        width += advance;
      }
      glyphs.push(this.glyphs[place] as number);
      advance = this.advances[place] as number;
      before = place;
    }
    if (before !== 0) { advances.push(advance); width += advance; }
    // Copied to their length: arrays that grew have room for twice as many, and every word is remembered.
    return { glyphs: glyphs.slice(), advances: advances.slice(), width };
  }

  private ask(code: number): number {
    const { face } = this;
    const glyph = face.glyph(code);
    const typed = code >= FIRST && code !== 0xad && !(code > 0x7e && code < 0xa0);
    if (!typed || glyph === 0 || this.glyphs.length === PLACES) return (this.placeOf[code] = BESIDE);
    const here = this.contexts.filter(({ coverages, covers }) => coverages.some((coverage) => covers(coverage, glyph)));
    // What is changed by itself alone stays beside the others.
    if (here.some(({ coverages }) => coverages.length === 1)) return (this.placeOf[code] = BESIDE);
    for (const { coverages, met, covers } of here) coverages.forEach((coverage, n) => { met[n] ||= covers(coverage, glyph); });
    if (here.some(({ met }) => met.every(Boolean))) {
      // Together they might make up a context: from here on each word is looked at in full.
      this.placeOf = new Uint8Array(CHARACTERS).fill(BESIDE);
      return BESIDE;
    }
    this.glyphs.push(glyph);
    this.advances.push(face.advance(glyph));
    return (this.placeOf[code] = this.glyphs.length - 1);
  }

  private askPair(left: number, right: number): number {
    const { face } = this;
    const [before, after] = [this.glyphs[left] as number, this.glyphs[right] as number];
    const kern = face.substitutions?.ligates(before, after, this.features) ? LIGATES : face.kerning?.between(before, after) ?? 0;
    return (this.pairs[left * PLACES + right] = kern);
  }
}
