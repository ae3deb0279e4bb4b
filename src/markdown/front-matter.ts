// The YAML between two `---` at a chapter's head → title, toc, startOn; the text below keeps its line numbers.
import { isMap, isScalar, LineCounter, parseDocument, type Scalar } from 'yaml';
import type { Diagnostics } from '../diagnostics/index.ts';
import { didYouMean } from './attributes.ts';

export interface FrontMatter {
  readonly title?: { readonly text: string; readonly line: number; readonly column: number };
  readonly toc: boolean;
  readonly startOn?: 'page' | 'right';
  /** The chapter with the front matter's lines made empty. */
  readonly body: string;
}

const KEYS = ['title', 'toc', 'startOn'];

export function readFrontMatter(text: string, file: string, diagnostics: Diagnostics): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  // A thematic break may open a chapter too: front matter has a key before its second line of dashes.
  if (!found || !/^[A-Za-z_"'{#][^\n]*/m.test(found[1] ?? '') || !/^\s*("?[\w-]+"?\s*:|#|\{)/.test((found[1] ?? '').replace(/^\s*\n/, ''))) return { toc: true, body: text };
  const lineCounter = new LineCounter();
  const yaml = parseDocument(found[1] ?? '', { lineCounter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): { file: string; line: number; column: number; endLine: number; endColumn: number } => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + 1, column: col, endLine: line + 1, endColumn: col };
  };
  for (const error of yaml.errors) diagnostics.error('front-matter', at(error.pos[0]), `The front matter is no YAML that can be read: ${error.message.split('\n')[0]}`);
  const body = found[0].replace(/[^\n]/g, '') + text.slice(found[0].length);
  let result: FrontMatter = { toc: true, body };
  if (yaml.errors.length > 0 || yaml.contents === null) return result;
  if (!isMap(yaml.contents)) {
    diagnostics.error('front-matter', at(0), 'The front matter should be keys and values: "title: …".');
    return result;
  }
  for (const { key, value } of yaml.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const place = at((key as Scalar | null)?.range?.[0] ?? 0);
    const scalar = isScalar(value) ? value.value : undefined;
    const there = at((value as Scalar | null)?.range?.[0] ?? 0);
    const span = { ...place, endColumn: place.column + name.length };
    if (!KEYS.includes(name)) diagnostics.error('unknown-key', span, `Unknown key "${name}" in the front matter.`, didYouMean(name, KEYS) ?? 'It takes "title", "toc" and "startOn".');
    else if (name === 'title') {
      if (typeof scalar === 'string' || typeof scalar === 'number') result = { ...result, title: { text: String(scalar), line: there.line, column: there.column } };
      else diagnostics.error('wrong-type', there, '"title" should be text.');
    } else if (name === 'toc') {
      if (typeof scalar === 'boolean') result = { ...result, toc: scalar };
      else diagnostics.error('wrong-type', there, '"toc" should be true or false.');
    } else if (scalar === 'page' || scalar === 'right') result = { ...result, startOn: scalar };
    else diagnostics.error('wrong-type', there, '"startOn" should be "page" or "right".');
  }
  return result;
}
