// A text node and its source → Text that knows the place of every character, through entities, escapes and line ends.
import type { Text as MdastText } from 'mdast';
import type { Text } from '../document/index.ts';
import { spanOf, type ChapterContext } from './context.ts';

type Place = Text['lines'][number];

export function toText(node: MdastText, context: ChapterContext): Text {
  const span = spanOf(node, context);
  const from = node.position?.start.offset, to = node.position?.end.offset;
  const source = from === undefined || to === undefined ? '' : context.text.slice(from, to);
  return { kind: 'text', span, value: node.value.replace(/\n/g, ' '), lines: placesOf(node.value, source, span.line, span.column) };
}

export function textAt(value: string, span: Text['span']): Text {
  return { kind: 'text', span, value, lines: [{ index: 0, line: span.line, column: span.column }] };
}

/** Where value and source run apart – an entity, an escape, a line's indent and quote marks – a new entry begins. */
function placesOf(value: string, source: string, line: number, column: number): Place[] {
  const places: Place[] = [{ index: 0, line, column }];
  if (value === source && !value.includes('\n')) return places;
  let i = 0, s = 0;
  while (i < value.length && s < source.length) {
    const sign = value[i], written = source[s];
    if (sign === '\n' && written === '\n') {
      const prefix = /^[ \t>]*/.exec(source.slice(s + 1, s + 1001))?.[0].length ?? 0;
      s += 1 + prefix;
      line++;
      column = 1 + prefix;
      places.push({ index: ++i, line, column });
    } else if (sign === '\n') {
      // Spaces before a line end are not in the value.
      s++;
      column++;
    } else if (written === '\\' && source[s + 1] === sign) {
      s += 2;
      column += 2;
      places.push({ index: i++, line, column: column - 1 });
    } else if (written === '&' && (sign !== '&' || /^&(?:amp|AMP|#0*38|#[xX]0*26);/.test(source.slice(s, s + 40)))) {
      const entity = /^&[^;\s]{1,40};/.exec(source.slice(s, s + 42))?.[0].length ?? 1;
      const next = source[s + entity];
      // Some names stand for two characters.
      const width = (value.codePointAt(i) ?? 0) > 0xffff || (next !== undefined && value[i + 1] !== next && value[i + 2] === next) ? 2 : 1;
      places.push({ index: i, line, column });
      i += width;
      s += entity;
      column += entity;
      places.push({ index: i, line, column });
    } else {
      i++;
      s++;
      column++;
    }
  }
  return places.filter(({ index }, at) => index < value.length && places[at + 1]?.index !== index);
}

/** The place of a character of a text. */
export function placeIn(text: Text, index: number): { readonly line: number; readonly column: number } {
  let low = 0, high = text.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.lines[middle]?.index ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const entry = text.lines[low];
  return entry ? { line: entry.line, column: entry.column + index - entry.index } : { line: text.span.line, column: text.span.column };
}

/** A part of a text, its places with it. */
export function cut(text: Text, from: number, to = text.value.length): Text {
  if (from === 0 && to === text.value.length) return text;
  const start = placeIn(text, from), end = placeIn(text, to);
  const span = { file: text.span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  const rest = text.lines.filter(({ index }) => index > from && index < to).map((entry) => ({ ...entry, index: entry.index - from }));
  return { kind: 'text', span, value: text.value.slice(from, to), lines: [{ index: 0, line: start.line, column: start.column }, ...rest] };
}

/** The text of each source line by itself. */
export function sourceLines(text: Text): Text[] {
  const parts: Text[] = [];
  let from = 0, line = text.span.line;
  for (const entry of text.lines) {
    if (entry.line === line) continue;
    // The space before stands for the line's end.
    parts.push(cut(text, from, Math.max(from, entry.index - 1)));
    from = entry.index;
    line = entry.line;
  }
  parts.push(cut(text, from));
  return parts;
}
