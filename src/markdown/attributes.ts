// A directive's attributes → checked values; what is unknown or cannot be read is a diagnostic at its own place.
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Span } from '../document/index.ts';
import { spanOf, type ChapterContext } from './context.ts';
import { didYouMean } from './did-you-mean.ts';

export type Directive = ContainerDirective | LeafDirective;

/** Unknown attributes of one directive that are said; each is looked for in its line. */
const MOST_SAID = 20;

export class Attributes {
  private readonly values: Record<string, string>;
  private readonly node: Directive;
  private readonly context: ChapterContext;

  constructor(node: Directive, known: readonly string[], context: ChapterContext) {
    this.node = node;
    this.context = context;
    this.values = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']));
    let unknown = 0;
    for (const name of Object.keys(this.values)) {
      if (!known.includes(name) && ++unknown <= MOST_SAID) {
        const expected = known.length === 0 ? `"${node.name}" takes no attributes.` : `"${node.name}" takes ${known.map((word) => `"${word}"`).join(', ')}.`;
        context.diagnostics.warning('unknown-attribute', this.placeOf(name), `Unknown attribute "${name}".`, didYouMean(name, known) ?? expected);
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
    this.context.diagnostics.error('attribute-value', this.placeOf(name), message, hint);
  }

  /** The directive's opening line, for what has no place of its own. */
  opening(): Span {
    return openingOf(this.node, this.context);
  }

  /** Where the attribute's name stands in the directive's opening line. */
  placeOf(name: string): Span {
    const span = this.opening();
    const source = this.context.lines[span.line - 1] ?? '';
    const brace = source.indexOf('{', labelEnd(this.node, span));
    if (brace < 0) return span;
    // Values in quotes may hold anything; names stand outside them. "#x" and ".x" are id and class.
    const bare = source.slice(brace).replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
    const written = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const sign = name === 'id' ? '|#' : name === 'class' ? '|\\.' : '';
    const at = bare.search(new RegExp(`(?<=[{\\s])(?:${written}(?=[\\s=}])${sign})`));
    if (at < 0) return span;
    const column = brace + at + 1;
    return { ...span, column, endColumn: column + (bare.startsWith(name, at) ? name.length : (/^[^\s}]*/.exec(bare.slice(at))?.[0].length ?? 1)) };
  }
}

export function openingOf(node: Directive, context: ChapterContext): Span {
  const span = spanOf(node, context);
  return { ...span, endLine: span.line, endColumn: Math.max(span.column + 1, (context.lines[span.line - 1] ?? '').trimEnd().length + 1) };
}

/** The index in the opening line behind name and label. */
function labelEnd(node: Directive, { line, column }: Span): number {
  const label = node.type === 'leafDirective' ? node.children.at(-1) : (node.children[0]?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel ? node.children[0] : undefined;
  const end = label?.position?.end;
  return end && end.line === line ? end.column - 1 : column - 1 + node.name.length;
}
