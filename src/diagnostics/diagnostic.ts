// What is wrong, where, and what to do about it: data that only cli/ prints.
import type { Span } from '../document/index.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  readonly severity: Severity;
  readonly span: Span;
  /** Kebab-case id of the rule: "unknown-directive". */
  readonly rule: string;
  /** One plain sentence. */
  readonly message: string;
  /** What to do about it: "Did you mean \"factbox\"?" */
  readonly hint?: string;
  /** Replaces the span's text (proofreader). */
  readonly fix?: string;
  readonly notes?: readonly string[];
}

/** Collects, deduplicates and sorts by file, line, column; a manuscript's faults never throw. */
export class Diagnostics {
  private readonly seen = new Map<string, Diagnostic>();

  add(diagnostic: Diagnostic): void {
    const { span, rule, message } = diagnostic;
    const key = `${span.file}:${span.line}:${span.column}:${rule}:${message}`;
    if (!this.seen.has(key)) this.seen.set(key, diagnostic);
  }

  error(rule: string, span: Span, message: string, hint?: string): void {
    this.add({ severity: 'error', rule, span, message, ...(hint === undefined ? {} : { hint }) });
  }

  warning(rule: string, span: Span, message: string, hint?: string): void {
    this.add({ severity: 'warning', rule, span, message, ...(hint === undefined ? {} : { hint }) });
  }

  info(rule: string, span: Span, message: string, hint?: string): void {
    this.add({ severity: 'info', rule, span, message, ...(hint === undefined ? {} : { hint }) });
  }

  addAll(list: Iterable<Diagnostic>): void {
    for (const diagnostic of list) this.add(diagnostic);
  }

  get hasErrors(): boolean {
    for (const { severity } of this.seen.values()) if (severity === 'error') return true;
    return false;
  }

  /** Sorted by file, line, column. Comparison is by code unit: the same on every machine. */
  list(): Diagnostic[] {
    const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.seen.values()].sort((a, b) =>
      order(a.span.file, b.span.file) || a.span.line - b.span.line || a.span.column - b.span.column || order(a.rule, b.rule));
  }
}
