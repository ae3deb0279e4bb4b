// What a rule of the proofreader is given and what it gives back.
import type { Severity } from '../diagnostics/index.ts';
import type { Document, Span } from '../document/index.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Passage } from './passage.ts';

export interface ProofContext {
  readonly document: Document;
  readonly passages: readonly Passage[];
  /** The publication's own words. */
  readonly words: ReadonlySet<string>;
  /** How many pages there are, where that is known. */
  readonly pages?: number;
  /** Danish word classes; there where some passage is Danish. */
  readonly lexicon?: Lexicon;
}

export interface Finding {
  readonly span: Span;
  /** What stands at the span, as the rule read it. */
  readonly text: string;
  readonly message: string;
  readonly hint?: string;
  readonly fix?: string;
  /** false: probably right as it is; said as info. */
  readonly certain?: false;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  check(context: ProofContext): Iterable<Finding> | Promise<Iterable<Finding>>;
}

/** A finding at [from, to) of a passage. */
export function finding(passage: Passage, from: number, to: number, message: string, more: Pick<Finding, 'hint' | 'fix' | 'certain'> = {}): Finding {
  return { span: passage.span(from, to), text: passage.text.slice(from, to), message, ...more };
}
