// A typesetter whose every letter is one em wide: lines, heights and places are mental arithmetic.
import type { Inline, NodeId, Span } from '../../src/document/index.ts';
import type { GlyphRun, InlineContext, InlineObject, Line, ParagraphRequest, Settings, Typesetter } from '../../src/text/index.ts';
import type { TextStyle } from '../../src/theme/index.ts';

interface Letter { readonly text: string; readonly tag?: NodeId; readonly note?: NodeId; readonly object?: { width: number; height: number; key: string }; readonly span: Span }

function letters(inlines: readonly Inline[], context: InlineContext, tag?: NodeId): Letter[] {
  const out: Letter[] = [];
  const put = (text: string, span: Span, own = tag): void => {
    for (const character of text) out.push({ text: character, span, ...(own === undefined ? {} : { tag: own }) });
  };
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text': put(inline.value, inline.span); break;
      case 'code': put(inline.value.replace(/ /g, '\u00a0'), inline.span); break;
      case 'break': put('\n', inline.span); break;
      case 'page-reference': put(context.pageReference(inline.target), inline.span, inline.id); break;
      case 'note-mark': { const note = context.note(inline.note); out.push({ text: note.number, tag: inline.id, note: note.id, span: inline.span }); break; }
      case 'image': out.push({ text: '\ufffc', tag: inline.id, object: context.picture(inline.picture), span: inline.span }); break;
      case 'link': out.push(...letters(inline.children, context, inline.id)); break;
      default: out.push(...letters(inline.children, context, tag));
    }
  }
  return out;
}

function lineOf(content: readonly Letter[], style: TextStyle, measure: number, indent: number): Line {
  const runs: GlyphRun[] = [];
  const objects: InlineObject[] = [];
  let x = 0;
  let text = '';
  let from = 0;
  for (let at = 0; at <= content.length; at += 1) {
    const letter = content[at];
    if (at > from && (!letter || letter.tag !== content[from]?.tag)) {
      const piece = content.slice(from, at);
      const tag = piece[0]?.tag;
      const words = piece.map((entry) => entry.text).join('');
      const plain = piece.filter(({ object }) => !object).length;
      if (plain > 0) {
        runs.push({
          face: style.faces.regular, size: style.size, colour: style.colour, x, width: plain * style.size, rise: 0, scale: 1,
          glyphs: new Uint16Array(plain), advances: new Float32Array(plain).fill(1000), text: words, clusters: Uint16Array.from({ length: plain }, (_, index) => index),
          ...(tag === undefined ? {} : { tag }),
        });
        x += plain * style.size;
      }
      for (const { object, tag: own } of piece) {
        if (!object) continue;
        objects.push({ x, width: object.width, height: object.height, tag: own ?? '', picture: object.key });
        x += object.width;
      }
      text += words;
      from = at;
    }
  }
  const free = measure - x;
  const start = style.align === 'right' ? free : style.align === 'center' ? free / 2 : indent;
  const span = content[0]?.span ?? { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { runs, objects, x: start, width: x, text, hyphenated: false, span, notes: content.flatMap(({ note }) => (note === undefined ? [] : [note])) };
}

/** First-fit lines; a word wider than the measure stands alone. */
export function squareTypesetter(): Typesetter {
  const set = ({ inlines, style, measure, context, indent = 0 }: ParagraphRequest): Settings => {
    const all = letters(inlines, context);
    const lines: Line[] = [];
    let line: Letter[] = [];
    let word: Letter[] = [];
    const room = (): number => Math.floor((measure - (lines.length === 0 ? indent : 0)) / style.size + 1e-6);
    const end = (): void => {
      while (line[line.length - 1]?.text === ' ') line.pop();
      lines.push(lineOf(line, style, measure, lines.length === 0 ? indent : 0));
      line = [];
    };
    const endWord = (): void => {
      const used = line.filter(({ text }) => text !== ' ').length === 0 ? 0 : line.length;
      if (used > 0 && line.length + word.length > room()) end();
      if (line.length === 0) while (word[0]?.text === ' ') word.shift();
      line.push(...word);
      word = [];
    };
    for (const letter of all) {
      if (letter.text === '\n') { endWord(); end(); continue; }
      if (letter.text === ' ') { endWord(); line.push(letter); continue; }
      word.push(letter);
    }
    endWord();
    if (line.length > 0) end();
    return [{ lines, demerits: 0 }];
  };
  return {
    set,
    extent: (inlines, style, context) => {
      const all = letters(inlines, context);
      const words = all.map(({ text }) => text).join('').split(/[ \n]/);
      return { min: Math.max(0, ...words.map((word) => [...word].length)) * style.size, max: all.length * style.size };
    },
    metrics: (style) => ({ capHeight: style.size * 0.7, xHeight: style.size * 0.5, ascender: style.size * 0.9, descender: style.size * 0.25 }),
  };
}
