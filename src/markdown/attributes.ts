// A directive's attributes → checked values; what is unknown or cannot be read is a diagnostic at its own place.
import { closest, distance } from 'fastest-levenshtein';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Span } from '../document/index.ts';
import { spanOf, type ChapterContext } from './context.ts';

export type Directive = ContainerDirective | LeafDirective;

/** "Did you mean …?" where a known word is near enough to be meant. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), near) <= Math.max(2, Math.floor(near.length / 3)) ? `Did you mean "${near}"?` : undefined;
}

export class Attributes {
  private readonly values: Record<string, string>;
  private readonly node: Directive;
  private readonly context: ChapterContext;

  constructor(node: Directive, known: readonly string[], context: ChapterContext) {
    this.node = node;
    this.context = context;
    this.values = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']));
    for (const name of Object.keys(this.values)) {
      if (!known.includes(name)) {
        const expected = known.length === 0 ? `"${node.name}" takes no attributes.` : `"${node.name}" takes ${known.map((word) => `"${word}"`).join(', ')}.`;
        context.diagnostics.warning('unknown-attribute', this.place(name), `Unknown attribute "${name}".`, didYouMean(name, known) ?? expected);
      }
    }
  }

  text(name: string): string | undefined {
    return this.values[name];
  }

  /** A whole number in the range; anything else is an error and counts as absent. */
  integer(name: string, least: number, most: number): number | undefined {
    const value = this.values[name];
    if (value === undefined) return undefined;
    const number = /^\d+$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    this.fault(name, `"${name}" should be a whole number from ${least} to ${most}, not "${value}".`);
    return undefined;
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.values[name];
    if (value === undefined) return fallback;
    if ((choices as readonly string[]).includes(value)) return value as T;
    this.fault(name, `"${name}" should be one of ${choices.map((choice) => `"${choice}"`).join(', ')}, not "${value}".`, didYouMean(value, choices));
    return fallback;
  }

  fault(name: string, message: string, hint?: string): void {
    this.context.diagnostics.error('attribute-value', this.place(name), message, hint);
  }

  /** Where the attribute's name stands in the directive's opening line. */
  private place(name: string): Span {
    const span = spanOf(this.node, this.context);
    const source = this.context.lines[span.line - 1] ?? '';
    const brace = source.indexOf('{', span.column - 1);
    const at = brace < 0 ? -1 : source.slice(brace).search(new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`));
    if (at < 0) return { ...span, endLine: span.line, endColumn: source.length + 1 };
    const column = brace + at + 1;
    return { file: span.file, line: span.line, column, endLine: span.line, endColumn: column + name.length };
  }
}
