// Pieces → boxes, glue and penalties, and which characters of the stream each of them stands for.
import { Items, FORCED, HYPHEN, KEPT, LETTERS, NEVER, type Rows } from '../breaking/items.ts';
import type { SettingRules, TextStyle } from '../../theme/index.ts';
import { widthOf, type Piece, type StripMaker, type WordPiece } from './pieces.ts';
import { NAME, type TokenBreak } from './token-breaks.ts';

export interface Laid {
  readonly items: Items;
  /** Of each item, the stream's index where it begins (a break's: where the line ends). */
  readonly at: readonly number[];
  /** Items whose break puts a hyphen in. */
  readonly hyphens: ReadonlySet<number>;
}

export interface LayOptions {
  readonly style: TextStyle;
  readonly rules: SettingRules;
  readonly measure: number;
  readonly maker: StripMaker;
  readonly length: number;
  /** Where no line may break while any other set of breaks is possible. */
  bound(at: number, before: WordPiece | undefined): boolean;
  /** Number of the kind of paragraph: words laid before in the same need not be laid again. Undefined where a word's breaks are not its own alone. */
  readonly paragraph: number | undefined;
  /** Breaks inside the words from … to. */
  breaksIn(from: number, to: number, kind: 'words' | 'code' | 'address', tooWide: boolean): readonly TokenBreak[];
}

/** A word laid twice before (once: null): its rows, where each begins in the word, and which are hyphens. */
export interface LaidWord { readonly rows: Rows; readonly at: readonly number[]; readonly hyphens: readonly number[] }

/** Letters of a word that is no word, and how many around a break say how wide it is. */
const LONG = 200;
const NEAR = 12;

/** Price of a break that is taken only to avoid an overfull line, and of one between letters: as bad as the loosest line. */
const LAST_RESORT = 3000;
const BETWEEN_LETTERS = 9000;

export function layItems(pieces: readonly Piece[], options: LayOptions): Laid {
  const { style, rules, maker, paragraph } = options;
  const items = new Items();
  const at: number[] = [];
  const hyphens = new Set<number>();
  const mark = (index: number): void => { while (at.length < items.length) at.push(index); };
  const hangs = hangsOf(rules);
  const hangsRight = style.protrude && style.align === 'justify';
  const hangsLeft = hangsRight || (style.protrude && style.align === 'left');
  const hangingLeft = (code: number): number => (hangsLeft ? hangs.of(code, 0) : 0);
  const hangingRight = (code: number): number => (hangsRight ? hangs.of(code, 1) : 0);
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece) continue;
    switch (piece.kind) {
      case 'break': items.penalty(FORCED); mark(piece.from); break;
      case 'object': items.box(piece.width); mark(piece.from); break;
      case 'space': {
        const next = pieces[index + 1];
        const previous = pieces[index - 1];
        // Code keeps the spaces that it begins with, and each of several: they are its indentation.
        if (next && piece.style.kind === 'code' && (!previous || previous.kind !== 'word')) { items.box(piece.width); mark(piece.from); break; }
        if (!next || next.kind === 'break' || !previous || previous.kind === 'break' || previous.kind === 'space') break;
        const kept = piece.fixed || options.bound(piece.from, previous.kind === 'word' ? previous : undefined);
        // A line that ends in a word's own hyphen looks like one that divides a word.
        const flag = previous.kind === 'word' && /[^\W\d_]-$|\p{L}-$/u.test(previous.text) ? HYPHEN : 0;
        if (kept) items.penalty(LAST_RESORT, { level: KEPT, flag });
        else if (flag !== 0) items.penalty(0, { flag });
        items.glue(piece.width, piece.natural * rules.spaceStretch, piece.natural * rules.spaceShrink * (piece.light ? rules.lightShrink : 1));
        mark(piece.from);
        break;
      }
      case 'word': {
        let last = index;
        for (let next = pieces[last + 1]; next?.kind === 'word'; next = pieces[last + 1]) last += 1;
        const remembered = last === index && paragraph !== undefined ? piece.known : undefined;
        const known = remembered?.laid?.[paragraph ?? 0];
        const first = items.length;
        if (known) {
          items.append(known.rows);
          for (const offset of known.at) at.push(piece.from + offset);
          for (const row of known.hyphens) hyphens.add(first + row);
          break;
        }
        const end = pieces[last]?.to ?? piece.to;
        let width = 0;
        for (let n = index; n <= last; n += 1) { const part = pieces[n]; if (part?.kind === 'word') width += part.width; }
        const breaks = options.breaksIn(piece.from, end, piece.style.kind, width > options.measure);
        for (let n = index; n <= last; n += 1) {
          const part = pieces[n];
          if (part?.kind === 'word') layWord(part, breaks, n === last);
        }
        // Most words are said once: kept is what comes again.
        if (remembered) (remembered.laid ??= [])[paragraph ?? 0] = known === undefined ? null : laidFrom(first, piece.from);
        index = last;
      }
    }
  }
  items.penalty(NEVER);
  items.penalty(FORCED);
  mark(options.length);
  return { items, at, hyphens };

  function laidFrom(first: number, from: number): LaidWord {
    const places: number[] = [];
    const divided: number[] = [];
    for (let row = first; row < items.length; row += 1) {
      places.push((at[row] ?? 0) - from);
      if (hyphens.has(row)) divided.push(row - first);
    }
    return { rows: items.rows(first), at: places, hyphens: divided };
  }

  function layWord(piece: WordPiece, breaks: readonly TokenBreak[], final: boolean): void {
    const { text, width: total, style: { tracking } } = piece;
    // Most words are one strip with a glyph a character: what comes before a break is then added up once.
    const strip = piece.strips.length === 1 && piece.strips[0]?.shaped.separable ? piece.strips[0] : undefined;
    const { advances } = strip?.shaped ?? { advances: [] };
    const size = strip?.size ?? 0;
    let done = 0, from = 0, sum = 0, summed = 0;
    const widthTo = (cut: number): number => {
      if (!strip) return prefixWidth(piece, cut);
      for (; summed < cut; summed += 1) sum += ((advances[summed] as number) * size) / 1000 + tracking;
      return sum;
    };
    const edge = (offset: number): number => (strip ? ((advances[offset] as number) * size) / 1000 : edgeAdvance(piece, offset));
    const box = (to: number, width: number): void => {
      if (to <= from) return;
      const left = hangingLeft(text.codePointAt(from) ?? 32);
      const right = hangingRight(text.charCodeAt(to - 1));
      items.box(width, left === 0 ? 0 : left * edge(from), right === 0 ? 0 : right * edge(to - 1));
      mark(piece.from + from);
      from = to;
    };
    const inside = breaks.length === 0 ? breaks : breaks.filter((point) => point.at > piece.from && (point.at < piece.to || (point.at === piece.to && !final)));
    for (const point of wide(piece, inside, options.measure)) {
      const cut = point.at - piece.from;
      const prefix = cut >= text.length ? total : widthTo(cut);
      box(cut, prefix - done);
      done = prefix;
      const flag = point.hyphen || point.flagged ? HYPHEN : 0;
      if (cut >= text.length) {
        items.penalty(point.cost, { flag, level: point.level });
      } else {
        const hanging = hangingLeft(text.codePointAt(cut) ?? 32);
        const left = hanging === 0 ? 0 : hanging * edge(cut);
        const halves = text.length <= LONG ? maker.halves(piece, cut, point.hyphen) : undefined;
        if (halves) {
          items.dividing(point.cost, halves.head - prefix, halves.tail - (total - prefix), flag, point.level, left, point.hyphen ? hangingRight(HYPHEN_MINUS) * halves.last : NaN);
          if (point.hyphen) hyphens.add(items.length - 1);
          mark(point.at);
          continue;
        }
        // A word beyond all measure is judged by the letters around the break: else each break would shape all of it again.
        const near = piece.text.length > LONG ? Math.max(0, cut - NEAR) : 0;
        const before = near === 0 ? prefix : widthOf(maker.strips(piece.text.slice(near, cut), piece.style, piece.from + near), piece.style);
        const head = maker.strips(piece.text.slice(near, cut) + (point.hyphen ? '-' : ''), piece.style, piece.from + near);
        if (near > 0) {
          items.penalty(point.cost, { width: widthOf(head, piece.style) - before, flag: point.hyphen || point.flagged ? HYPHEN : 0, level: point.level });
          mark(point.at);
          if (point.hyphen) hyphens.add(items.length - 1);
          continue;
        }
        const tail = maker.strips(piece.text.slice(cut), piece.style, piece.from + cut);
        const hyphen = point.hyphen ? hangingRight(HYPHEN_MINUS) * lastAdvance(head) : NaN;
        items.penalty(point.cost, {
          width: widthOf(head, piece.style) - prefix, after: widthOf(tail, piece.style) - (total - prefix),
          flag: point.hyphen || point.flagged ? HYPHEN : 0, level: point.level, right: hyphen,
          left,
        });
        if (point.hyphen) hyphens.add(items.length - 1);
      }
      mark(point.at);
    }
    box(piece.text.length, total - done);
  }
}

/** How far characters hang out, by their code; parts of their width. */
interface Hangs { of(code: number, end: 0 | 1): number }

const HYPHEN_MINUS = 0x2d;
const OFTEN = 0x250;
const hangsByRules = new WeakMap<SettingRules, Hangs>();

function hangsOf(rules: SettingRules): Hangs {
  let hangs = hangsByRules.get(rules);
  if (!hangs) {
    const look = (code: number, end: 0 | 1): number => (rules.protrusion[String.fromCodePoint(code)]?.[end] ?? 0) / 1000;
    const known = new Float64Array(OFTEN * 2).fill(-1);
    hangs = {
      of(code, end) {
        if (code >= OFTEN) return look(code, end);
        const place = code * 2 + end;
        const found = known[place] as number;
        return found >= 0 ? found : (known[place] = look(code, end));
      },
    };
    hangsByRules.set(rules, hangs);
  }
  return hangs;
}

/** In a word wider than the measure, also breaks between letters. */
function wide(piece: WordPiece, breaks: readonly TokenBreak[], measure: number): readonly TokenBreak[] {
  if (piece.width < measure * 0.5) return breaks;
  const points = new Map(breaks.map((point) => [point.at, point]));
  // Between the letters of a name or an address a hyphen would be read as part of it.
  const name = NAME.test(piece.text);
  let offset = 0;
  for (const character of piece.text) {
    offset += character.length;
    const at = piece.from + offset;
    if (offset < piece.text.length && !points.has(at)) {
      const letters = piece.style.kind === 'words' && !name && /^\p{L}$/u.test(character) && /^\p{L}/u.test(piece.text.slice(offset, offset + 2));
      points.set(at, { at, cost: BETWEEN_LETTERS, hyphen: letters, flagged: letters, level: LETTERS });
    }
  }
  return [...points.values()].sort((a, b) => a.at - b.at);
}

/** Width of the glyphs whose characters begin before `cut`. */
function prefixWidth(piece: WordPiece, cut: number): number {
  let width = 0;
  for (const { start, text, shaped, size } of piece.strips) {
    if (start >= cut) break;
    if (start + text.length <= cut) width += (shaped.width * size) / 1000 + piece.style.tracking * shaped.glyphs.length;
    else {
      for (let n = 0; n < shaped.glyphs.length && start + (shaped.clusters[n] ?? 0) < cut; n += 1) {
        width += ((shaped.advances[n] ?? 0) * size) / 1000 + piece.style.tracking;
      }
    }
  }
  return width;
}

/** Advance of the glyph that the character at `offset` is part of. */
function edgeAdvance(piece: WordPiece, offset: number): number {
  for (const { start, text, shaped, size } of piece.strips) {
    if (offset >= start + text.length) continue;
    let found = 0;
    for (let n = 0; n < shaped.glyphs.length && start + (shaped.clusters[n] ?? 0) <= offset; n += 1) found = shaped.advances[n] ?? 0;
    return (found * size) / 1000;
  }
  return 0;
}

function lastAdvance(strips: ReturnType<StripMaker['strips']>): number {
  const strip = strips.at(-1);
  return strip ? ((strip.shaped.advances.at(-1) ?? 0) * strip.size) / 1000 : 0;
}
