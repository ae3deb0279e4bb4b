// Diagnostics → where the reader looks for them, in the form asked for; and the exit code they mean.
import { relative, sep } from 'node:path';
import { writeGithub, writeText, type Diagnostic } from '../diagnostics/index.ts';
import type { Format } from './command.ts';

/** A file as seen from the working directory, with forward slashes. */
export function fileName(file: string): string {
  return relative(process.cwd(), file).split(sep).join('/') || '.';
}

/** Text goes to standard error, annotations to standard output; JSON is the caller's one document. */
export function report(diagnostics: readonly Diagnostic[], format: Format): void {
  if (format === 'text') process.stderr.write(writeText(diagnostics, fileName));
  else if (format === 'github') process.stdout.write(writeGithub(diagnostics, fileName));
}

export function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "3 errors, 1 warning": only what there is. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const errors = count(diagnostics, 'error'), warnings = count(diagnostics, 'warning');
  return [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : ''].filter(Boolean).join(', ') || 'no warnings';
}

export function failed(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}
