// Page[] → sheets: what the preview knows of a page without opening the PDF. Its digest, and where its lines come from.
import { createHash } from 'node:crypto';
import { segmentsOf, type Page } from '../pages/index.ts';

type Placed = Page['items'][number];
type Line = Extract<Placed, { kind: 'line' }>;

export interface SheetLine {
  readonly text: string;
  readonly x: number;
  /** Top of the line's box; its baseline lies at y + 0.8 height. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Head, folio, repeated table head. */
  readonly artifact: boolean;
  /** What it looks like, wherever it stands. */
  readonly look: string;
}

export interface Sheet {
  readonly number: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Equal digests: equal ink. Where in the manuscript it comes from does not count. */
  readonly digest: string;
  /** The same without head and folio: a page that is only renumbered keeps it. */
  readonly body: string;
  readonly lines: readonly SheetLine[];
}

/** What a page is painted with, by the name that pages use for it: a new font or picture under an old name is new ink. */
export interface Ink {
  face(key: string): string;
  picture(key: string): string;
}

export function describeSheets(pages: readonly Page[], ink: Ink): Sheet[] {
  return pages.map((page) => {
    const known = described.get(page);
    if (known?.asked.every(({ what, key, answer }) => ink[what](key) === answer)) return known.sheet;
    const asked: Asked[] = [];
    const ask = (what: keyof Ink) => (key: string): string => {
      const answer = ink[what](key);
      if (!asked.some((other) => other.what === what && other.key === key)) asked.push({ what, key, answer });
      return answer;
    };
    const sheet = describeSheet(page, { face: ask('face'), picture: ask('picture') });
    described.set(page, { sheet, asked });
    return sheet;
  });
}

/** A page that is the very same, painted with the same, is described once. */
const described = new WeakMap<Page, { readonly sheet: Sheet; readonly asked: readonly Asked[] }>();
interface Asked { readonly what: keyof Ink; readonly key: string; readonly answer: string }

function describeSheet(page: Page, ink: Ink): Sheet {
  const lines: SheetLine[] = [];
  const looks = [`${page.width} ${page.height}`];
  const furniture: string[] = [];
  for (const item of page.items) {
    if (item.kind === 'line') {
      const look = lookOf(item, ink);
      (item.tag === undefined ? furniture : looks).push(`${item.x} ${item.y} ${item.turned ? 'turned ' : ''}${look}`);
      if (item.line.text !== '') lines.push(describeLine(item, look));
    } else if (item.kind === 'picture') {
      looks.push(`picture ${item.x} ${item.y} ${item.width} ${item.height} ${ink.picture(item.picture)}`);
    } else {
      looks.push(JSON.stringify([segmentsOf(item), item.fill, item.evenOdd, item.stroke]));
    }
  }
  const body = digestOf(looks.join('\n'));
  const digest = digestOf([body, ...furniture].join('\n'));
  return { number: page.number, label: page.label, width: page.width, height: page.height, digest, body, lines };
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url').slice(0, 16);
}

function lookOf({ line }: Line, ink: Ink): string {
  const parts = [line.x.toString()];
  for (const { face, size, colour, x, width, rise, scale, text, underline, strike } of line.runs) {
    parts.push(`${ink.face(face)} ${size} ${'gray' in colour ? colour.gray : colour.rgb.join(' ')} ${x} ${width} ${rise} ${scale} ${underline ? 'u' : ''}${strike ? 's' : ''} ${text}`);
  }
  for (const { x, width, height, picture } of line.objects) parts.push(`${x} ${width} ${height} ${ink.picture(picture)}`);
  return parts.join('\u0001');
}

function describeLine(item: Line, look: string): SheetLine {
  const { line, size } = item;
  const { file, line: row, column } = line.span;
  return {
    text: line.text, ...(item.turned
      ? { x: item.x - size * 0.9, y: item.y - line.x - line.width, width: size * 1.15, height: line.width }
      : { x: item.x + line.x, y: item.y - size * 0.9, width: line.width, height: size * 1.15 }),
    file, line: row, column, artifact: item.tag === undefined, look,
  };
}

/** A rectangle to mark: page number, then points. */
export type Mark = readonly [page: number, x: number, y: number, width: number, height: number];

/** Lines that the publication did not have before; a line that only moved is not new. */
export function newLines(before: readonly Sheet[], after: readonly Sheet[]): Mark[] {
  const had = new Map<string, number>();
  for (const { lines } of before) for (const { look } of lines) had.set(look, (had.get(look) ?? 0) + 1);
  const marks: Mark[] = [];
  for (const { number, lines } of after) {
    for (const { look, artifact, x, y, width, height } of lines) {
      const left = had.get(look) ?? 0;
      if (left > 0) had.set(look, left - 1);
      else if (!artifact) marks.push([number, x, y, width, height]);
    }
  }
  return marks;
}

interface Row { readonly row: number; readonly column: number; readonly page: number; readonly y: number }

/** The page and height of a line of the manuscript: of the lines set from the file, the last that starts at or before it. */
export function findLine(sheets: readonly Sheet[], file: string, line: number): { readonly page: number; readonly y: number } | undefined {
  const rows = rowsOf(sheets).get(file);
  if (!rows) return undefined;
  let low = 0, high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.row ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const found = rows[low];
  return found && { page: found.page, y: found.y };
}

const known = new WeakMap<readonly Sheet[], ReadonlyMap<string, readonly Row[]>>();

/** Of each file the lines that something is set from, in order, each where its first words stand. */
function rowsOf(sheets: readonly Sheet[]): ReadonlyMap<string, readonly Row[]> {
  const there = known.get(sheets);
  if (there) return there;
  const first = new Map<string, Map<number, Row>>();
  for (const { number, lines } of sheets) {
    for (const { file, line: row, column, artifact, y } of lines) {
      if (artifact) continue;
      let rows = first.get(file);
      if (!rows) first.set(file, (rows = new Map()));
      // A heading's words stand in the contents first, and then where they are meant.
      if ((rows.get(row)?.column ?? Infinity) >= column) rows.set(row, { row, column, page: number, y });
    }
  }
  const rows = new Map([...first].map(([file, own]) => [file, [...own.values()].sort((a, b) => a.row - b.row)]));
  known.set(sheets, rows);
  return rows;
}
