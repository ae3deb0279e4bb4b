// Lines of a paragraph that begin with colons → what the editor meant by them: the parser takes a directive that it cannot read for text.
import type { Inline, Text } from '../document/index.ts';
import type { ChapterContext } from './context.ts';
import { didYouMean } from './did-you-mean.ts';
import { cut, sourceLines } from './place-text.ts';

export const DIRECTIVES: readonly string[] = ['lead', 'factbox', 'cards', 'links', 'signatures', 'orgchart', 'chart', 'table', 'columns', 'lang', 'video', 'audio', 'pagebreak', 'toc'];

/** 'nothing else' where the paragraph holds only colons that close nothing. */
export function findFailedDirectives(inlines: readonly Inline[], context: ChapterContext): 'nothing else' | undefined {
  let strays = 0, lines = 0;
  for (const inline of inlines) {
    if (inline.kind !== 'text' || !inline.value.includes('::')) continue;
    for (const line of sourceLines(inline)) {
      lines++;
      if (!line.value.startsWith('::') || !beginsLine(line, context)) continue;
      if (/^:{3,}\s*$/.test(line.value) && (context.lines[line.span.line - 1] ?? '').trimEnd().endsWith(line.value.trimEnd())) {
        context.diagnostics.warning('stray-fence', line.span, `${line.value.trim()} closes nothing.`, 'What holds another directive needs more colons than it: ::::columns around :::factbox.');
        strays++;
      } else sayFailed(line, context);
    }
  }
  return strays > 0 && strays === lines && inlines.length === 1 ? 'nothing else' : undefined;
}

function beginsLine(text: Text, context: ChapterContext): boolean {
  return /^[ \t>]*$/.test((context.lines[text.span.line - 1] ?? '').slice(0, text.span.column - 1));
}

function sayFailed(line: Text, context: ChapterContext): void {
  // Emphasis and the like end the text node before the line ends.
  const source = (context.lines[line.span.line - 1] ?? '').slice(line.span.column - 1);
  const found = /^(:{2,})(\s*)([\p{L}][\p{L}\p{N}_-]*)(.*)$/u.exec(source);
  if (!found) return;
  const [, colons = '', space = '', name = '', rest = ''] = found;
  const known = DIRECTIVES.includes(name);
  const near = known ? undefined : didYouMean(name, DIRECTIVES);
  // "::std::vector" is none of ours.
  if (!known && !near && colons.length < 3) return;
  if (!known && !near && !/^\s*(?:\[.*\])?\s*(?:\{.*\})?\s*$/.test(rest)) return;
  const span = cut(line, 0, Math.min(line.value.length, source.length)).span;
  const brace = rest.indexOf('{');
  if (known && space === '' && brace >= 0 && /^(?:\[.*\])?\{/.test(rest)) {
    const column = line.span.column + colons.length + name.length + brace;
    context.diagnostics.error('attribute-syntax', { ...span, line: line.span.line, column, endLine: line.span.line, endColumn: line.span.column + source.trimEnd().length }, `The attributes of "${name}" cannot be read.`, `Write name="value" between braces, with nothing behind them: ${colons}${name}{name="value"}.`);
  } else {
    context.diagnostics.warning('directive-syntax', span, `This line looks like the directive "${name}" and cannot be read as one; it is set as text.`, near ?? `Write ${colons}${name}[Title]{name="value"} without spaces between the parts.`);
  }
}
