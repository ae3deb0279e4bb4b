// A chapter's text → the same with its plain paragraphs and headings taken out, and a tree of that → the tree of the whole.
// micromark takes half a millisecond for a block, and most blocks of prose hold no mark at all.
import type { Heading, Nodes, Paragraph, Parents, Root } from 'mdast';

/** A run of plain blocks; one paragraph of two letters stands in for it. */
interface Taken {
  /** Where it begins in the whole text and ends, and the line it begins on. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Where its stand-in begins in the short text, and on which line. */
  readonly at: number;
  readonly shortLine: number;
  readonly lines: number;
  readonly lastLine: number;
}

export interface Shortened {
  readonly text: string;
  /** Gives a tree of the short text the blocks and places of the whole; the same object. */
  restore(tree: Root): Root;
}

/** Characters that no manuscript has, or it is left whole; the two say which run it is. */
const PRIVATE = /[\uE000-\uEFFF]/;
const STAND_IN = /[\uE000-\uE7FF][\uE800-\uEFFF]/g;
const FIRST = 0xe000, SECOND = 0xe800, BASE = 0x800;

/** What may begin a mark within a line, an address, a hard break or the end of a heading. */
 
const MARK = /[*_[\]<&`~\\\u0000-\u0009\u000B-\u001F]|:\/\/|www\.| (?:\n|$)/i;
/** Lines that begin like this, at the margin, begin nothing but a paragraph. */
const WORDS = /^(?:[\p{L}»«„“”"'’(–…€§]|\d(?!\d{0,8}[.)]))/u;
const HEADING = /^(#{1,6}) (?=[^\s#])(?!.* #+$)/;

export function shorten(text: string): Shortened {
  const taken: Taken[] = [];
  const parts: string[] = [];
  let [line, removed, removedLines, copied] = [1, 0, 0, 0];
  /** Where the run at hand begins and ends; -1 for none. */
  let [runFrom, runTo, runLine] = [-1, -1, 0];
  const close = (): void => {
    // What is as short as its stand-in stays.
    if (runFrom >= 0 && runTo - runFrom > 8 && taken.length < BASE * BASE) {
      const run = text.slice(runFrom, runTo);
      const lines = countLines(run);
      parts.push(text.slice(copied, runFrom), standIn(taken.length));
      taken.push({ from: runFrom, to: runTo, line: runLine, at: runFrom - removed, shortLine: runLine - removedLines, lines, lastLine: run.length - run.lastIndexOf('\n') - 1 });
      copied = runTo;
      removed += run.length - 2;
      removedLines += lines;
    }
    runFrom = -1;
  };
  if (PRIVATE.test(text)) return { text, restore: (tree) => tree };
  for (let from = 0; from < text.length;) {
    const blank = text.indexOf('\n\n', from);
    const to = blank < 0 ? text.length - (text.endsWith('\n') ? 1 : 0) : blank;
    const block = text.slice(from, to);
    if (isPlain(block)) {
      if (runFrom < 0) [runFrom, runLine] = [from, line];
      runTo = to;
    } else close();
    let next = blank < 0 ? text.length : blank + 2;
    while (text.charCodeAt(next) === 10) next += 1;
    line += countLines(block) + next - to;
    from = next;
  }
  close();
  parts.push(text.slice(copied));
  return { text: taken.length > 0 ? parts.join('') : text, restore: (tree) => (taken.length > 0 ? restore(tree, text, taken) : tree) };
}

function isPlain(block: string): boolean {
  if (MARK.test(block)) return false;
  if (HEADING.test(block)) return !block.includes('\n');
  for (let from = 0; ; ) {
    const end = block.indexOf('\n', from);
    if (!WORDS.test(block.slice(from, from + 12))) return false;
    if (end < 0) return true;
    from = end + 1;
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

const standIn = (index: number): string => String.fromCharCode(FIRST + Math.floor(index / BASE), SECOND + (index % BASE));
const indexOf = (pair: string): number => (pair.charCodeAt(0) - FIRST) * BASE + pair.charCodeAt(1) - SECOND;

function restore(tree: Root, text: string, taken: readonly Taken[]): Root {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.position) { move(node.position.start, taken); move(node.position.end, taken); }
    // In code and HTML a run is not blocks but itself.
    if ('value' in node && typeof node.value === 'string' && PRIVATE.test(node.value)) {
      node.value = node.value.replace(STAND_IN, (pair) => { const run = taken[indexOf(pair)]; return run ? text.slice(run.from, run.to) : pair; });
    }
    if (!('children' in node)) continue;
    if (node.children.some(isStandIn)) {
      const whole = node.children.flatMap((child) => (isStandIn(child) ? blocksOf(taken[indexOf(child.children[0].value)], text) : [child])) as Nodes[];
      for (const child of node.children) if (!isStandIn(child)) stack.push(child);
      (node as Parents).children = whole as typeof node.children;
    } else for (const child of node.children) stack.push(child);
  }
  return tree;
}

type StandIn = Paragraph & { readonly children: readonly [{ readonly type: 'text'; readonly value: string }] };

function isStandIn(node: Nodes): node is StandIn {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'text' && only.value.length === 2 && PRIVATE.test(only.value);
}

/** Each block of a run as micromark would make it. */
function blocksOf(run: Taken | undefined, text: string): (Paragraph | Heading)[] {
  const blocks: (Paragraph | Heading)[] = [];
  if (!run) return blocks;
  let { line } = run;
  for (let from = run.from; from < run.to;) {
    const blank = text.indexOf('\n\n', from);
    const to = blank < 0 || blank > run.to ? run.to : blank;
    const value = text.slice(from, to);
    const marks = HEADING.exec(value)?.[1]?.length;
    const last = line + countLines(value);
    const end = (): { line: number; column: number; offset: number } => ({ line: last, column: value.length - value.lastIndexOf('\n'), offset: to });
    const skip = marks === undefined ? 0 : marks + 1;
    const children = [{ type: 'text' as const, value: value.slice(skip), position: { start: { line, column: 1 + skip, offset: from + skip }, end: end() } }];
    const position = { start: { line, column: 1, offset: from }, end: end() };
    blocks.push(marks === undefined ? { type: 'paragraph', children, position } : { type: 'heading', depth: marks as Heading['depth'], children, position });
    let next = to;
    while (next < run.to && text.charCodeAt(next) === 10) next += 1;
    line = last + next - to;
    from = next;
  }
  return blocks;
}

interface Point { line: number; column: number; offset?: number | undefined }

/** What is taken out before a point is counted in again. */
function move(point: Point, taken: readonly Taken[]): void {
  const { offset } = point;
  if (offset === undefined) return;
  let low = 0, high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const run = taken[low - 1];
  if (!run) return;
  point.offset = offset - run.at - 2 + run.to;
  // A stand-in is alone on its line: what ends there ends where the run ends.
  if (point.line === run.shortLine) point.column = run.lastLine + 1;
  point.line += run.line - run.shortLine + run.lines;
}
