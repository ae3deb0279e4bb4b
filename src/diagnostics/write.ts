// Diagnostics → text for a terminal, annotations for GitHub, or plain objects for JSON.
import type { Diagnostic } from './diagnostic.ts';

/** `file:line:column  severity  message  rule`, the hint after the message. `name` gives the file as the reader knows it. */
export function writeText(diagnostics: readonly Diagnostic[], name: (file: string) => string): string {
  return diagnostics.map(({ span, severity, message, hint, rule, notes }) => {
    const said = hint === undefined ? message : `${message} ${hint}`;
    const more = (notes ?? []).map((note) => `\n    ${oneLine(note)}`).join('');
    return `${oneLine(name(span.file))}:${span.line}:${span.column}  ${severity}  ${oneLine(said)}  ${rule}${more}\n`;
  }).join('');
}

/** One line, and nothing that a terminal would obey: neither its commands nor the signs that turn text round. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');

export interface JsonDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  readonly fix?: string;
}

export function toJson(diagnostics: readonly Diagnostic[], name: (file: string) => string): JsonDiagnostic[] {
  return diagnostics.map(({ span, severity, rule, message, hint, fix }) => ({
    file: name(span.file), line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn, severity, rule, message,
    ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }),
  }));
}

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function writeGithub(diagnostics: readonly Diagnostic[], name: (file: string) => string): string {
  return diagnostics.map((diagnostic) => {
    const { span, severity, message, hint, rule } = diagnostic;
    const command = severity === 'info' ? 'notice' : severity;
    const place = `file=${property(name(span.file))},line=${span.line},endLine=${span.endLine},col=${span.column},endColumn=${span.endColumn},title=${property(rule)}`;
    return `::${command} ${place}::${data(hint === undefined ? message : `${message} ${hint}`)}\n`;
  }).join('');
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
