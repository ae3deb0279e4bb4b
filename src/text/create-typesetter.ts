// Faces and rules → a typesetter: what sets every paragraph of a publication.
import type { Inline } from '../document/index.ts';
import type { FaceKey, FaceSource, SettingRules, TextStyle } from '../theme/index.ts';
import { cutPieces } from './inlines/pieces.ts';
import { placeOf, streamOf } from './inlines/stream.ts';
import { typeset } from './inlines/typography.ts';
import { setParagraph, type ParagraphKinds, type Prepared } from './set-paragraph.ts';
import { Faces, Strips } from './strips.ts';
import type { InlineContext, Typesetter } from './typesetter.ts';
import { breaksInToken } from './inlines/token-breaks.ts';

export interface TypesetterOptions {
  readonly faces: ReadonlyMap<FaceKey, FaceSource>;
  /** Asked in this order for characters that a face lacks. */
  readonly fallback: readonly FaceKey[];
  readonly rules: SettingRules;
}

export function createTypesetter({ faces: sources, fallback, rules }: TypesetterOptions): Typesetter {
  const faces = new Faces(sources);
  const paragraphs: ParagraphKinds = new Map();
  const prepare = (inlines: readonly Inline[], style: TextStyle, context: InlineContext): Prepared => {
    const stream = streamOf(inlines, style, context);
    typeset(stream, context.language, rules.typography);
    return { stream, maker: new Strips(faces, fallback, context.diagnostics, (at) => placeOf(stream, at)), paragraphs };
  };
  return {
    set: (request) => setParagraph(request, prepare(request.inlines, request.style, request.context), rules),
    extent(inlines, style, context) {
      const { stream, maker } = prepare(inlines, style, context);
      let [min, max, line, word] = [0, 0, 0, 0];
      for (const piece of cutPieces(stream, maker)) {
        if (piece.kind === 'break') { line = 0; word = 0; continue; }
        if (piece.kind === 'space' && !piece.fixed) word = 0;
        if (piece.kind === 'word' && piece.style.kind === 'address') {
          // An address breaks at its slashes: its widest part counts.
          let from = 0;
          for (const { at } of [...breaksInToken(piece.text, 0, 'address', { rules, wide: false, offJoint: 1, hyphenator: undefined }), { at: piece.text.length }]) {
            min = Math.max(min, (piece.width * (at - from)) / piece.text.length);
            from = at;
          }
        } else if (piece.kind !== 'space' || piece.fixed) word += piece.width;
        line += piece.width;
        min = Math.max(min, word);
        max = Math.max(max, line);
      }
      return { min, max };
    },
    metrics(style) {
      const face = faces.face(style.faces.regular);
      const scale = style.size / 1000;
      return { capHeight: face.capHeight * scale, xHeight: face.xHeight * scale, ascender: face.ascent * scale, descender: face.descent * scale };
    },
  };
}
