// The YAML between two `---` at a chapter's head → title, toc, startOn; the text below keeps its line numbers.
import { isMap, isScalar, type Node, type Scalar } from 'yaml';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Inline, Span } from '../document/index.ts';
import { parseYaml, type ParsedYaml } from '../publication/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { textAt } from './place-text.ts';

export interface FrontMatter {
  readonly title?: readonly Inline[];
  readonly toc: boolean;
  readonly startOn?: 'page' | 'right';
  /** The chapter with the front matter's lines made empty. */
  readonly body: string;
}

const KEYS = ['title', 'toc', 'startOn'];
/** Longer than any front matter. */
const MAX_LENGTH = 20_000;

export function readFrontMatter(text: string, file: string, diagnostics: Diagnostics): FrontMatter {
  const found = /^---[ \t]*\n((?:(?!(?:---|\.\.\.)[ \t]*(?:\n|$))[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(0, MAX_LENGTH));
  const source = found?.[1] ?? '';
  // A thematic break may open a chapter too: front matter begins with a key, a comment or a brace.
  if (!found || !/^\s*(?:#|\{|["']?[\w-]+["']?[ \t]*:(?:\s|$))/.test(source)) return { toc: true, body: text };
  const body = found[0].replace(/[^\n]/g, '') + text.slice(found[0].length);
  return { ...readKeys(source, file, diagnostics), body };
}

function readKeys(source: string, file: string, diagnostics: Diagnostics): Omit<FrontMatter, 'body'> {
  let yaml: ParsedYaml;
  try {
    yaml = parseYaml(source);
  } catch {
    // Brackets in brackets without end overflow the parser's stack.
    diagnostics.error('front-matter', { file, line: 2, column: 1, endLine: 2, endColumn: 1 }, 'The front matter is nested too deep to be read.');
    return { toc: true };
  }
  const { document, lines, faults } = yaml;
  const place = (from: number, to = from): Span => {
    const a = lines.linePos(from), b = lines.linePos(to);
    return { file, line: a.line + 1, column: a.col, endLine: b.line + 1, endColumn: b.col };
  };
  for (const { from, to, message } of faults) diagnostics.error('front-matter', place(from, to), `The front matter is not valid YAML: ${message}`);
  if (faults.length > 0 || document.contents === null) return { toc: true };
  if (!isMap(document.contents)) {
    diagnostics.error('front-matter', place(0), 'The front matter should be keys and values.', 'Write title: and the chapter\'s name.');
    return { toc: true };
  }
  let result: Omit<FrontMatter, 'body'> = { toc: true };
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const keyPlace = placeOf(key as Node | null, place);
    const scalar = isScalar(value) ? value.value : undefined;
    const there = value === null ? keyPlace : placeOf(value as Node, place);
    const wrong = (expected: string): void => diagnostics.error('wrong-type', there, `"${name}" should be ${expected}.`);
    if (!KEYS.includes(name)) diagnostics.error('unknown-key', keyPlace, `Unknown key "${name}" in the front matter.`, didYouMean(name, KEYS) ?? 'It takes "title", "toc" and "startOn".');
    else if (name === 'title') {
      const title = typeof scalar === 'string' || typeof scalar === 'number' ? String(scalar).replace(/[\s\p{Cc}]+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD').trim() : '';
      if (title === '') wrong('text');
      else result = { ...result, title: [textAt(title, /^QUOTE/.test((value as Scalar).type ?? '') ? { ...there, column: there.column + 1 } : there)] };
    } else if (name === 'toc') {
      if (typeof scalar === 'boolean') result = { ...result, toc: scalar };
      else wrong('true or false');
    } else if (scalar === 'page' || scalar === 'right') result = { ...result, startOn: scalar };
    else wrong('"page" or "right"');
  }
  return result;
}

function placeOf(node: Node | null, place: (from: number, to?: number) => Span): Span {
  const range = node?.range;
  return range ? place(range[0], range[1]) : place(0);
}
