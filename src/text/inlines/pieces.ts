// A stream → pieces that are shaped as one: stretches of one style without a space, spaces, objects, hard breaks.
import type { FaceKey } from '../../theme/index.ts';
import type { Shaped } from '../fonts/shape.ts';
import type { Conventions } from '../language/conventions.ts';
import type { LaidWord } from './lay-items.ts';
import { OBJECT, type CharacterStyle, type Stream, type StreamObject } from './stream.ts';

/** Glyphs of one face; a piece of text has several where faces step in for each other. */
export interface Strip {
  readonly face: FaceKey;
  readonly size: number;
  /** From the piece's first character. */
  readonly start: number;
  readonly text: string;
  readonly shaped: Shaped;
  /** A character that no face has: its code point in a box. */
  readonly box?: boolean;
}

/** A word that one face covers, as it is in one style: looked up once, then asked for all that was found out about it. */
export interface KnownWord {
  readonly text: string;
  readonly strips: readonly Strip[];
  readonly width: number;
  /** It holds nothing behind it by these conventions, or may (bind.ts). */
  freeIn?: Conventions;
  free?: boolean;
  /** Its rows by the kind of paragraph (lay-items.ts). */
  laid?: (LaidWord | null | undefined)[];
}

interface PieceBase { readonly from: number; readonly to: number; readonly style: CharacterStyle }
export interface WordPiece extends PieceBase { readonly kind: 'word'; readonly text: string; readonly strips: readonly Strip[]; readonly width: number; readonly known: KnownWord | undefined }
/** A space that may grow, shrink and vanish at a break; `light`: beside punctuation. */
export interface SpacePiece extends PieceBase { readonly kind: 'space'; readonly light: boolean; readonly fixed: boolean; readonly width: number; readonly glyph: number; readonly face: FaceKey; readonly natural: number }
export interface ObjectPiece extends PieceBase { readonly kind: 'object'; readonly object: StreamObject; readonly width: number }
export interface BreakPiece extends PieceBase { readonly kind: 'break' }
export type Piece = WordPiece | SpacePiece | ObjectPiece | BreakPiece;

/** Shapes text in a style, whatever faces that takes. `at` is where it stands in the stream. */
export interface StripMaker {
  /** Undefined where a word takes more than one face. */
  known(text: string, style: CharacterStyle): KnownWord | undefined;
  strips(text: string, style: CharacterStyle, at: number): readonly Strip[];
  /** Widths of a word's two halves, each shaped alone, and of the first one's last glyph, in points; undefined where that has to be tried. */
  halves(word: WordPiece, cut: number, hyphen: boolean): { readonly head: number; readonly tail: number; readonly last: number } | undefined;
  /** The space's glyph and advance in points, kerned between what stands before and after it. */
  space(style: CharacterStyle, before: WordPiece | undefined, after: WordPiece | undefined): { readonly glyph: number; readonly width: number; readonly natural: number };
}

export function widthOf(strips: readonly Strip[], style: CharacterStyle): number {
  let width = 0;
  for (const { shaped, size } of strips) width += (shaped.width * size) / 1000 + style.tracking * shaped.glyphs.length;
  return width;
}

/** No word has more letters; what has is shaped in parts, so that its cost stays in proportion. */
const LONGEST = 400;

/** What goes on with the character before it: its second half, a mark, a joiner. */
const JOINED = /^(?:[\uDC00-\uDFFF]|[\p{M}\u200C\u200D])/u;

/**
 * What has so little ink that its white adds to the space behind or before it: there a tight line gives first
 * (Tschichold's and Hochuli's rule for the space after a comma or full stop).
 */
const AFTER = new Set('.,:;!?…-‐–—)»”’“');
const BEFORE = new Set('(«„“”‘–—');

const SPACES = new Set([' ', '\t', '\u00A0', '\u2002', '\u2003', '\u2004', '\u2005']);

const ENDS: ReadonlySet<number> = new Set([...SPACES, '\n', OBJECT].map((character) => character.charCodeAt(0)));
/** Asked of every character: most are told by their code alone. */
const endsWord = (code: number): boolean => (code > 0x20 && code < 0xa0 ? false : ENDS.has(code));

export function cutPieces(stream: Stream, maker: StripMaker): Piece[] {
  const { text, style: styleAt, styles } = stream;
  type Raw = { kind: 'word' | 'space' | 'object' | 'break'; from: number; to: number; style: CharacterStyle };
  const raws: Raw[] = [];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const styleIndex = styleAt[at] ?? 0;
    const style = styles[styleIndex];
    if (!style) throw new Error('A character without a style.');
    const from = at;
    at += 1;
    if (character === '\n') raws.push({ kind: 'break', from, to: at, style });
    else if (character === OBJECT && stream.objects.has(stream.origin ? stream.origin[from] ?? from : from)) raws.push({ kind: 'object', from, to: at, style });
    else if (SPACES.has(character)) {
      // Spaces typed in a row are one.
      while (at < text.length && (text.charAt(at) === ' ' || text.charAt(at) === '\t') && style.kind !== 'code') at += 1;
      raws.push({ kind: 'space', from, to: at, style });
    } else {
      while (at < text.length && styleAt[at] === styleIndex && !endsWord(text.charCodeAt(at))) at += 1;
      let start = from;
      for (let end = from + LONGEST; end < at; end += LONGEST) {
        // A character and the marks on it stay together, unless they too are beyond all measure.
        while (end < at && end < start + 2 * LONGEST && JOINED.test(text.slice(end, end + 2))) end += 1;
        if (end >= at) break;
        raws.push({ kind: 'word', from: start, to: end, style });
        start = end;
      }
      raws.push({ kind: 'word', from: start, to: at, style });
    }
  }
  const words = raws.map((raw): WordPiece | undefined => {
    if (raw.kind !== 'word') return undefined;
    const { from, to, style } = raw;
    const value = text.slice(from, to);
    const known = maker.known(value, style);
    if (known) return { kind: 'word', from, to, style, text: known.text, strips: known.strips, width: known.width, known };
    const strips = maker.strips(value, style, from);
    return { kind: 'word', from, to, style, text: value, strips, width: widthOf(strips, style), known };
  });
  return raws.map((raw, index): Piece => {
    const { from, to, style } = raw;
    const word = words[index];
    if (word) return word;
    if (raw.kind === 'break') return { kind: 'break', from, to, style };
    if (raw.kind === 'object') {
      const object = stream.objects.get(stream.origin ? stream.origin[from] ?? from : from);
      if (!object) throw new Error('An object without a picture.');
      return { kind: 'object', from, to, style, object, width: object.width };
    }
    const { glyph, width, natural } = maker.space(style, words[index - 1], words[index + 1]);
    return { kind: 'space', from, to, style, light: AFTER.has(text.charAt(from - 1)) || BEFORE.has(text.charAt(to)), fixed: text.charAt(from) === '\u00A0', width: width + style.tracking, glyph, face: style.face, natural };
  });
}
