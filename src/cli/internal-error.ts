// What never should be thrown → one sentence in the form asked for, with the manuscript's place where it is known; no stack trace.
import { toJson, writeGithub, type Diagnostic } from '../diagnostics/index.ts';
import { spanAt, type Span } from '../document/index.ts';
import { fileName } from './report.ts';

const REPORT = 'The PDF was not written. Please report this, with the manuscript if you can share it.';

export function sayInternalError(error: unknown, argv: readonly string[], folder: string): void {
  const { span } = error as { span?: Span };
  const message = `internal error${span ? ` at ${fileName(span.file)}:${span.line}:${span.column}` : ''}: ${sentence(error)}`;
  const format = /(?:^|\s)(?:--json|--format[=\s]json)(?:\s|$)/.test(argv.join(' ')) ? 'json' : /--format[=\s]github(?:\s|$)/.test(argv.join(' ')) ? 'github' : 'text';
  const diagnostic: Diagnostic = { severity: 'error', span: span ?? spanAt(folder), rule: 'internal-error', message: sentence(error), hint: REPORT };
  if (format === 'json') process.stdout.write(`${JSON.stringify({ diagnostics: toJson([diagnostic], fileName), output: null, pages: 0 }, null, 2)}\n`);
  else if (format === 'github') process.stdout.write(writeGithub([diagnostic], fileName));
  process.stderr.write(`printvenlig: ${message}\n${REPORT}\n`);
  if (process.env.PRINTVENLIG_DEBUG) process.stderr.write(`${(error as Error).stack ?? ''}\n`);
}

function sentence(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
