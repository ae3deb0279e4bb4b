// A block of raw HTML → paragraphs of the text that it holds; each tag that is not understood is said at its place.
import type { Html, Paragraph } from 'mdast';
import type { Inline, Span, Text } from '../document/index.ts';
import { MAX_DEPTH, spanOf, type ChapterContext } from './context.ts';
import { sayTag, tagOf } from './html-tags.ts';
import { parseTree } from './parse-tree.ts';
import { cut } from './place-text.ts';

/** A quote in a tag is bounded, so that many tags without an end cost no more than their length. */
const PIECE = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![a-z][^>]{0,1000}>?|<\/?[a-z][a-z0-9:-]*(?:(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,400}>)?/gi;

/** Elements that stand among words; all others part paragraphs. */
const PHRASING = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'input', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'br']);

export function htmlBlock(node: Html, context: ChapterContext): Inline[][] {
  const value = node.value;
  const start = spanOf(node, context);
  const places = lineStarts(value, start, context);
  const placeAt = (offset: number): { line: number; column: number } => {
    let i = places.length - 1;
    while (i > 0 && (places[i]?.offset ?? 0) > offset) i--;
    const entry = places[i] ?? { offset: 0, line: start.line, column: start.column };
    return { line: entry.line, column: entry.column + offset - entry.offset };
  };
  const spanFrom = (from: number, to: number): Span => {
    const a = placeAt(from), b = placeAt(to);
    return { file: start.file, line: a.line, column: a.column, endLine: b.line, endColumn: b.column };
  };
  const paragraphs: Inline[][] = [[]];
  // The innermost of open <sub> and <sup>, else the paragraph.
  const open: { readonly name: 'sub' | 'sup'; readonly children: Inline[] }[] = [];
  const target = (): Inline[] => open.at(-1)?.children ?? (paragraphs.at(-1) as Inline[]);
  const addText = (from: number, to: number, raw: string): void => {
    const text = wordsOf(raw, from, to, spanFrom, placeAt);
    const isFirst = target().length === 0;
    if (text && !(isFirst && text.value.trim() === '')) target().push(isFirst && text.value.startsWith(' ') ? cut(text, 1) : text);
  };
  let at = 0;
  for (const found of value.matchAll(PIECE)) {
    const end = found.index + found[0].length;
    addText(at, found.index, value.slice(at, found.index));
    at = end;
    const tag = tagOf(found[0]);
    const span = spanFrom(found.index, end);
    if (tag.kind === 'comment') continue;
    if (tag.name === 'br') target().push({ kind: 'break', span });
    else if (tag.kind === 'open' && (tag.name === 'sub' || tag.name === 'sup') && open.length < MAX_DEPTH) {
      const children: Inline[] = [];
      target().push({ kind: tag.name, span, children });
      open.push({ name: tag.name, children });
    } else if (tag.kind === 'close' && open.at(-1)?.name === tag.name) open.pop();
    else {
      sayTag(tag, span, context);
      if (tag.text !== '') target().push({ kind: 'text', span, value: tag.text, lines: [{ index: 0, line: span.line, column: span.column }] });
      if (tag.name !== '' && !PHRASING.has(tag.name)) {
        open.length = 0;
        if ((paragraphs.at(-1) ?? []).length > 0) paragraphs.push([]);
      }
    }
  }
  addText(at, value.length, value.slice(at));
  return paragraphs.filter((inlines) => inlines.some((inline) => inline.kind !== 'break' && !(inline.kind === 'text' && inline.value.trim() === '')));
}

/** Where each line of the block begins in its file: containers have taken their marks off it. */
function lineStarts(value: string, start: Span, context: ChapterContext): { offset: number; line: number; column: number }[] {
  const starts = [{ offset: 0, line: start.line, column: start.column }];
  let line = start.line;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
    line++;
    const end = value.indexOf('\n', at + 1);
    const own = value.slice(at + 1, end < 0 ? undefined : end);
    const source = context.lines[line - 1] ?? '';
    starts.push({ offset: at + 1, line, column: (source.endsWith(own) ? source.length - own.length : 0) + 1 });
  }
  return starts;
}

function wordsOf(raw: string, from: number, to: number, spanFrom: (from: number, to: number) => Span, placeAt: (offset: number) => { line: number; column: number }): Text | undefined {
  if (raw === '') return undefined;
  let value = '';
  const lines: { index: number; line: number; column: number }[] = [];
  for (const piece of raw.matchAll(/\s+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,31});|[^\s&]+|&/gi)) {
    if (/^\s/.test(piece[0])) {
      if (!value.endsWith(' ')) value += ' ';
      continue;
    }
    const place = placeAt(from + piece.index);
    const last = lines.at(-1);
    if (last?.line !== place.line || last.column - last.index !== place.column - value.length) lines.push({ index: value.length, ...place });
    value += piece[0].startsWith('&') && piece[0].length > 1 ? entity(piece[0]) : piece[0];
  }
  const span = spanFrom(from, to);
  if (lines[0]?.index !== 0) lines.unshift({ index: 0, line: span.line, column: span.column });
  return { kind: 'text', span, value, lines };
}

/** The parser knows all names of characters. */
function entity(source: string): string {
  const [paragraph] = parseTree(source).children;
  const [text] = (paragraph as Paragraph | undefined)?.children ?? [];
  return text?.type === 'text' ? text.value : source;
}
