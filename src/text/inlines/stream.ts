// Inlines → one run of characters, each with its style and its place in the manuscript.
import type { Inline, NodeId, Span, Text } from '../../document/index.ts';
import type { Colour, FaceKey, TextStyle } from '../../theme/index.ts';
import type { InlineContext } from '../typesetter.ts';

/** How a stretch of characters is set; the same object for all of it. */
export interface CharacterStyle {
  readonly face: FaceKey;
  readonly size: number;
  readonly colour: Colour;
  readonly rise: number;
  readonly features: string;
  readonly tracking: number;
  readonly tag: NodeId | undefined;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** Typography and hyphens are for words; code is set as typed, an address breaks like one. */
  readonly kind: 'words' | 'code' | 'address';
}

/** Where the characters from `index` on stand in the manuscript, until the next such place. */
export interface Place { readonly index: number; readonly file: string; readonly line: number; readonly column: number; readonly fixed: boolean }

export interface StreamObject { readonly width: number; readonly height: number; readonly picture: string; readonly tag: NodeId }

/** Stands for an object or, at `\n`, a hard break. */
export const OBJECT = '\uFFFC';

export interface Stream {
  text: string;
  /** Of each UTF-16 unit the index in `styles`. */
  style: number[];
  readonly styles: CharacterStyle[];
  /** Of each UTF-16 unit the index in the text as written, before typography; undefined: the same. */
  origin: number[] | undefined;
  readonly places: Place[];
  readonly objects: Map<number, StreamObject>;
  /** Notes by the index of their mark's first character, as written. */
  readonly notes: Map<number, NodeId>;
  /** Where characters stood that show nothing: a break with a hyphen (U+00AD), without one (U+200B), none (U+2060). */
  readonly invisible: Map<number, 'hyphen' | 'break' | 'join'>;
}

/** Part of the size that raised and lowered letters have, and how far they are moved, in parts of the size. */
const SMALL = 0.65;
const RAISED = 0.34;
const LOWERED = -0.14;

interface State {
  readonly strong: boolean; readonly italic: boolean; readonly struck: boolean; readonly code: boolean; readonly address: boolean;
  readonly shift: 0 | 1 | -1; readonly tag: NodeId | undefined; readonly underlined: boolean; readonly note: boolean;
}

const PLAIN: State = { strong: false, italic: false, struck: false, code: false, address: false, shift: 0, tag: undefined, underlined: false, note: false };

export function streamOf(inlines: readonly Inline[], style: TextStyle, context: InlineContext): Stream {
  const stream: Stream = { text: '', style: [], styles: [], origin: undefined, places: [], objects: new Map(), notes: new Map(), invisible: new Map() };
  const features = style.features.join(' ');
  const indexOf = (state: State): number => {
    stream.styles.push(styleOf(state, style, features));
    return stream.styles.length - 1;
  };
  const add = (value: string, index: number, span: Span): void => {
    if (value === '') return;
    stream.places.push({ index: stream.text.length, file: span.file, line: span.line, column: span.column, fixed: true });
    append(stream, value, index);
  };
  const walk = (list: readonly Inline[], state: State): void => {
    const own = list.length === 0 ? 0 : indexOf(state);
    for (const inline of list) {
      switch (inline.kind) {
        case 'text': addText(stream, inline, own); break;
        case 'code': add(inline.value, indexOf({ ...state, code: true }), inline.span); break;
        case 'break': add('\n', own, inline.span); break;
        case 'strong': walk(inline.children, { ...state, strong: true }); break;
        case 'emphasis': walk(inline.children, { ...state, italic: !state.italic }); break;
        case 'strike': walk(inline.children, { ...state, struck: true }); break;
        case 'sub': walk(inline.children, { ...state, shift: -1 }); break;
        case 'sup': walk(inline.children, { ...state, shift: 1 }); break;
        case 'link': walk(inline.children, { ...state, tag: inline.id, underlined: style.underlineLinks !== false, address: state.address || inline.bare }); break;
        case 'page-reference': add(context.pageReference(inline.target), indexOf({ ...state, tag: inline.id }), inline.span); break;
        case 'note-mark': {
          const note = context.note(inline.note);
          stream.notes.set(stream.text.length, note.id);
          add(note.number, indexOf({ ...state, shift: 1, tag: inline.id, note: true, underlined: false, struck: false }), inline.span);
          break;
        }
        case 'image': {
          const { width, height, key } = context.picture(inline.picture);
          stream.objects.set(stream.text.length, { width, height, picture: key, tag: inline.id });
          add(OBJECT, own, inline.span);
        }
      }
    }
  };
  walk(inlines, PLAIN);
  return stream;
}

function append(stream: Stream, value: string, index: number): void {
  stream.text += value;
  for (let n = 0; n < value.length; n += 1) stream.style.push(index);
}

function addText(stream: Stream, text: Text, index: number): void {
  const start = stream.text.length;
  for (const { index: at, line, column } of text.lines) {
    stream.places.push({ index: start + at, file: text.span.file, line, column, fixed: false });
  }
  if (text.lines.length === 0) stream.places.push({ index: start, file: text.span.file, line: text.span.line, column: text.span.column, fixed: false });
  append(stream, text.value, index);
}

function styleOf(state: State, style: TextStyle, features: string): CharacterStyle {
  const { faces } = style;
  const words = state.strong ? (state.italic ? faces.strongItalic : faces.strong) : state.italic ? faces.italic : faces.regular;
  const full = state.code ? style.code.size : style.size;
  const size = state.shift === 0 ? full : full * SMALL;
  return {
    face: state.code ? style.code.face : words,
    size,
    colour: style.colour,
    rise: state.shift === 0 ? 0 : full * (state.shift > 0 ? RAISED : LOWERED),
    features: state.code ? '' : state.note ? 'lnum' : features,
    tracking: state.code ? 0 : style.tracking,
    tag: state.tag,
    underlined: state.underlined,
    struck: state.struck,
    kind: state.code ? 'code' : state.address ? 'address' : 'words',
  };
}

/** Where a character of the stream stands in the manuscript. */
export function placeOf(stream: Stream, index: number): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  const { places, origin } = stream;
  const at = origin ? origin[Math.min(index, origin.length - 1)] ?? 0 : index;
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.index ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return place && { file: place.file, line: place.line, column: place.fixed ? place.column : place.column + Math.max(0, at - place.index) };
}
