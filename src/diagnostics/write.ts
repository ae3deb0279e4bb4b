// Diagnostics → text for a terminal, annotations for GitHub, or plain objects for JSON.
import type { Diagnostic } from './diagnostic.ts';

/** A warning of the same words that stands in a file more often than `MOST_ALIKE` is shown at its first `SHOWN` places: it would drown all others. */
const MOST_ALIKE = 10;
const SHOWN = 5;

/**
 * `file:line:column  severity  message  rule`, the hint after the message. `name` gives the file as the reader knows it.
 * Errors are all shown, for each stands in the way of the PDF; and other forms than text hold all of everything.
 */
export function writeText(diagnostics: readonly Diagnostic[], name: (file: string) => string): string {
  const alike = new Map<string, Diagnostic[]>();
  const keyOf = ({ span, rule, message }: Diagnostic): string => `${span.file}\n${rule}\n${message}`;
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'error') continue;
    const group = alike.get(keyOf(diagnostic));
    if (group) group.push(diagnostic);
    else alike.set(keyOf(diagnostic), [diagnostic]);
  }
  return diagnostics.map((diagnostic) => {
    const { span, severity, message, hint, rule, notes } = diagnostic;
    const group = alike.get(keyOf(diagnostic)) ?? [];
    const many = severity !== 'error' && group.length > MOST_ALIKE;
    if (many && !group.slice(0, SHOWN).includes(diagnostic)) return '';
    const said = hint === undefined ? message : `${message} ${hint}`;
    const rest = many && group[SHOWN - 1] === diagnostic ? [`The same at ${group.length - SHOWN} more places in this file, the last in line ${group.at(-1)?.span.line ?? 0}. They are all in --format json.`] : [];
    const more = [...(notes ?? []), ...rest].map((note) => `\n    ${oneLine(note)}`).join('');
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
