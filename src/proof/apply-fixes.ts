// A file's text and its findings → the text with every fix made that does not touch another.
import type { Diagnostic } from '../diagnostics/index.ts';

export interface Fixed {
  readonly text: string;
  /** The findings whose fix was made, in the order of the text. */
  readonly applied: readonly Diagnostic[];
}

/** `diagnostics` are those of this one file. Where two fixes overlap, the first stands and the other waits for the next run. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): Fixed {
  const starts = lineStarts(text);
  const edits = diagnostics.flatMap((diagnostic) => {
    const { span, fix } = diagnostic;
    const from = (starts[span.line - 1] ?? text.length) + span.column - 1;
    const to = (starts[span.endLine - 1] ?? text.length) + span.endColumn - 1;
    return fix === undefined || from > to || to > text.length ? [] : [{ from, to, fix, diagnostic }];
  }).sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  let last = -1;
  const applied: Diagnostic[] = [];
  for (const { from, to, fix, diagnostic } of edits) {
    if (from < at || from === last) continue;
    result += text.slice(at, from) + fix;
    at = to;
    last = from;
    applied.push(diagnostic);
  }
  return { text: result + text.slice(at), applied };
}

/** As an editor's file has them. */
export const LINE_END = /\r\n?|\n/;

/** Where each line begins. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(new RegExp(LINE_END, 'g'))].map(({ index, 0: end }) => index + end.length)];
}
