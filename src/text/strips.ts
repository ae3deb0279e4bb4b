// Text in a style → strips of glyphs: each character from its own face, else a fallback, else its code point in a box.
import type { Diagnostics } from '../diagnostics/index.ts';
import { spanAt } from '../document/index.ts';
import type { FaceKey, FaceSource } from '../theme/index.ts';
import { openFace, type Face } from './fonts/face.ts';
import { Shaper } from './fonts/shape.ts';
import { widthOf, type KnownWord, type Strip, type StripMaker, type WordPiece } from './inlines/pieces.ts';
import type { CharacterStyle } from './inlines/stream.ts';
import { Recent } from './recent.ts';

/** Faces opened when first asked for. */
export class Faces {
  private readonly shapers = new Map<FaceKey, Shaper>();
  private readonly words = new Map<string, Recent<KnownWord>>();
  constructor(private readonly sources: ReadonlyMap<FaceKey, FaceSource>) {}

  shaper(key: FaceKey): Shaper {
    let shaper = this.shapers.get(key);
    if (!shaper) {
      const source = this.sources.get(key);
      if (!source) throw new Error(`The theme has no face "${key}".`);
      this.shapers.set(key, (shaper = new Shaper(openFace(source))));
    }
    return shaper;
  }

  /** Words that one face covers, as they have been set in this style before. */
  wordsIn({ face, size, features, tracking, kind }: CharacterStyle): Recent<KnownWord> {
    const key = `${face} ${size} ${features} ${tracking} ${kind}`;
    let words = this.words.get(key);
    if (!words) this.words.set(key, (words = new Recent()));
    return words;
  }

  face(key: FaceKey): Face { return this.shaper(key).face; }
}

export type PlaceFinder = (at: number) => { readonly file: string; readonly line: number; readonly column: number } | undefined;

/** Characters that show nothing and only say how others behave. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/g;
const MARK = /^[\p{M}\u200C\u200D\uFE00-\uFE0F]/u;
const BOX_SIZE = 0.6;

export class Strips implements StripMaker {
  constructor(private readonly faces: Faces, private readonly fallback: readonly FaceKey[], private readonly diagnostics: Diagnostics, private readonly place: PlaceFinder) {}

  private style: CharacterStyle | undefined;
  private words = new Recent<KnownWord>();

  known(text: string, style: CharacterStyle): KnownWord | undefined {
    if (style !== this.style) { this.style = style; this.words = this.faces.wordsIn(style); }
    const known = this.words.get(text);
    if (known) return known;
    const own = this.faces.shaper(style.face);
    const alone = own.shapeAlone(text, style.features);
    if (!alone && !this.covers(own.face, text)) return undefined;
    const strips = [{ face: style.face, size: style.size, start: 0, text, shaped: alone ?? own.shape(text, style.features) }];
    const word = { text, strips, width: widthOf(strips, style) };
    this.words.set(text, word);
    return word;
  }

  strips(text: string, style: CharacterStyle, at: number): readonly Strip[] {
    const known = this.known(text, style);
    if (known) return known.strips;
    const strips: Strip[] = [];
    let start = 0;
    let face: FaceKey | undefined;
    let from = 0;
    const flush = (end: number): void => {
      if (end > start) strips.push(this.strip(text.slice(start, end), style, face, start, at + start));
      start = end;
    };
    for (const character of text) {
      const mark = MARK.test(character);
      const chosen = mark && from > 0 ? face : this.faceOf(character, style.face);
      // What no face has is a box each, with its marks and what it is joined to.
      if (from > 0 && (chosen !== face || (chosen === undefined && !mark && text.charAt(from - 1) !== '\u200D'))) flush(from);
      face = chosen;
      from += character.length;
    }
    flush(text.length);
    return strips;
  }

  halves({ strips, style }: WordPiece, cut: number, hyphen: boolean): { readonly head: number; readonly tail: number; readonly last: number } | undefined {
    const strip = strips[0];
    if (!strip?.shaped.separable || strips.length > 1 || strip.box || strip.face !== style.face) return undefined;
    const found = this.faces.shaper(strip.face).halves(strip.shaped, style.features, cut, hyphen);
    if (!found) return undefined;
    const { size } = strip;
    const letters = strip.shaped.glyphs.length;
    return {
      head: (found.head * size) / 1000 + style.tracking * (hyphen ? cut + 1 : cut), tail: (found.tail * size) / 1000 + style.tracking * (letters - cut),
      last: (found.last * size) / 1000,
    };
  }

  space(style: CharacterStyle, before: WordPiece | undefined, after: WordPiece | undefined): { readonly glyph: number; readonly width: number; readonly natural: number } {
    const { face } = this.faces.shaper(style.face);
    const glyph = face.glyph(0x20);
    const natural = (face.advance(glyph) * style.size) / 1000;
    let kern = 0;
    const { kerning } = face;
    if (kerning) {
      const left = before && before.style.face === style.face ? before.strips.at(-1) : undefined;
      const right = after && after.style.face === style.face ? after.strips[0] : undefined;
      const [last, first] = [left?.face === style.face ? left.shaped.glyphs.at(-1) : undefined, right?.face === style.face ? right.shaped.glyphs[0] : undefined];
      if (last !== undefined) kern += kerning.between(last, glyph);
      if (first !== undefined) kern += kerning.between(glyph, first);
    }
    return { glyph, width: natural + (kern * style.size) / face.unitsPerEm, natural };
  }

  private covers(face: Face, text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if ((code >= 0xd800 && code < 0xe000) || code === 0xad || (code >= 0x2000 && code < 0x2010) || face.glyph(code) === 0) return false;
    }
    return true;
  }

  private faceOf(character: string, own: FaceKey): FaceKey | undefined {
    const code = character.codePointAt(0) ?? 0;
    if (character.replace(INVISIBLE, '') === '' || this.faces.face(own).glyph(code) !== 0) return own;
    return this.fallback.find((key) => this.faces.face(key).glyph(code) !== 0) ?? (THIN.has(code) ? own : undefined);
  }

  private strip(text: string, style: CharacterStyle, key: FaceKey | undefined, start: number, at: number): Strip {
    if (key === undefined) return this.box(text, style, start, at);
    const visible = text.replace(INVISIBLE, '');
    const shaper = this.faces.shaper(key);
    if (visible !== text) {
      // Characters that show nothing belong to the glyph before them.
      const kept = [...text].filter((character) => character.replace(INVISIBLE, '') !== '').join('');
      return { face: key, size: style.size, start, text: kept.length === 0 ? '' : visible, shaped: { ...shaper.shape(visible, style.features), separable: false } };
    }
    if (THIN.has(text.codePointAt(0) ?? 0) && shaper.face.glyph(text.codePointAt(0) ?? 0) === 0) {
      const glyph = shaper.face.glyph(0x20);
      const advances = [...text].map(() => shaper.face.advance(glyph) / 2);
      return { face: key, size: style.size, start, text, shaped: { glyphs: advances.map(() => glyph), advances, clusters: advances.map((_, n) => n), width: advances.reduce((sum, advance) => sum + advance, 0) } };
    }
    return { face: key, size: style.size, start, text, shaped: shaper.shape(text, style.features) };
  }

  /** A box of brackets around the code point, standing for the character in the PDF's text. */
  private box(text: string, style: CharacterStyle, start: number, at: number): Strip {
    const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const place = this.place(at);
    this.diagnostics.warning('missing-glyph', spanAt(place?.file ?? '', place?.line ?? 1, place?.column ?? 1),
      `No font of the template has the character "${text}" (U+${code}).`, 'It is printed as its code in a box; add a font that has it to the template\'s fallback faces.');
    const shaped = this.faces.shaper(style.face).shape(`[${code}]`, 'lnum');
    return {
      face: style.face, size: style.size * BOX_SIZE, start, text, box: true,
      shaped: { ...shaped, clusters: shaped.clusters.map(() => 0), separable: false },
    };
  }
}

/** Spaces of other widths, made from the face's own space where it lacks them. */
const THIN = new Set([0x2009, 0x200a, 0x202f, 0x2006, 0x2007, 0x2008, 0x00a0]);
