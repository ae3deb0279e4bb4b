// A chapter's text → the line where nesting piles up beyond all use: refused before the parser spends minutes on it, or its stack.
import { MAX_DEPTH } from './context.ts';

export interface TooDeep { readonly line: number; readonly what: string }

/** Unmatched marks and open brackets in one paragraph; the parser's cost grows with their square. */
const MAX_MARKS = 4000;
const MAX_BRACKETS = 400;

/**
 * remark-parse needs 39 s for 1,000 lists one in the other, 35 s for 5,000 pictures one in the other, and overflows the
 * stack at some 4,000 quotes. All this looks at the text only where a cheap pattern says that there is something to see.
 */
export function findTooDeep(text: string): TooDeep | undefined {
  return deepContainers(text) ?? deepDirectives(text) ?? deepMarks(text);
}

function deepContainers(text: string): TooDeep | undefined {
  const onOneLine = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${MAX_DEPTH + 1},}(?=.*[^-*+>\\s])`, 'm').exec(text);
  if (onOneLine) return { line: lineAt(text, onOneLine.index), what: `Lists and quotes are nested more than ${MAX_DEPTH} deep.` };
  // A level of list is indented by two columns at least.
  if (!new RegExp(`^[ \\t>]{${2 * MAX_DEPTH},}(?:[-*+]|\\d{1,9}[.)])(?:[ \\t]|$)`, 'm').test(text)) return undefined;
  const indents: number[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const marker = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.exec(lines[i] ?? '');
    if (!marker) continue;
    const indent = marker[1]?.length ?? 0;
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
    indents.push(indent);
    if (indents.length > MAX_DEPTH) return { line: i + 1, what: `Lists are nested more than ${MAX_DEPTH} deep.` };
  }
  return undefined;
}

/** Boxes that are opened and never closed hold all that follows, so they nest too. */
function deepDirectives(text: string): TooDeep | undefined {
  if (text.split(/^[ \t>]*:{3,}/m, MAX_DEPTH + 2).length <= MAX_DEPTH) return undefined;
  let depth = 0;
  const fences = /^[ \t>]*:{3,}[ \t]*([^\s:]?)/gm;
  for (let fence = fences.exec(text); fence; fence = fences.exec(text)) {
    depth = fence[1] === '' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return { line: lineAt(text, fence.index + fence[0].length - 1), what: `More than ${MAX_DEPTH} directives are open at once; close each with a line of colons.` };
  }
  return undefined;
}

function deepMarks(text: string): TooDeep | undefined {
  if (!hasMany(text, /[*_~]/g, MAX_MARKS) && !hasMany(text, /\[/g, MAX_BRACKETS)) return undefined;
  let open = 0, loose = 0, brackets = 0, line = 0, fenced = '';
  for (const source of text.split('\n')) {
    line++;
    const fence = /^[ \t>]*(`{3,}|~{3,})/.exec(source)?.[1];
    if (fence && (fenced === '' || fence.startsWith(fenced))) fenced = fenced === '' ? fence : '';
    // An empty line, a row of a table and the edge of code end what marks can reach.
    if (fenced !== '' || fence || /^[ \t>]*(?:\||$)/.test(source)) {
      open = loose = brackets = 0;
      continue;
    }
    const marks = /[*_~]+|[[\]]/g;
    for (let mark = marks.exec(source); mark; mark = marks.exec(source)) {
      if (mark[0] === '[') brackets++;
      else if (mark[0] === ']') brackets = Math.max(0, brackets - 1);
      else {
        const after = source[mark.index + mark[0].length] ?? ' ', before = source[mark.index - 1] ?? ' ';
        const closes = !/\s/.test(before) && (open > 0 || /\s/.test(after));
        if (closes && open > 0) open--;
        else if (closes) loose++;
        else if (!/\s/.test(after)) open++;
      }
      if (brackets > MAX_BRACKETS) return { line, what: `More than ${MAX_BRACKETS} brackets are open at once.` };
      if (open + loose > MAX_MARKS) return { line, what: `More than ${MAX_MARKS} marks of emphasis in one paragraph have no partner.` };
    }
  }
  return undefined;
}

function hasMany(text: string, pattern: RegExp, count: number): boolean {
  let found = 0;
  while (pattern.test(text)) if (++found > count) return true;
  return false;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
