// What the conversion of one chapter knows: its file, its places, its ids and where faults go.
import type { FootnoteDefinition, Node } from 'mdast';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Heading, NodeId, Span } from '../document/index.ts';

/** What the parser is let in for; deeper is a slip or an attack, and every later stage may recurse. */
export const MAX_DEPTH = 100;
/** Boxes, quotes and lists in one another: each takes from the measure, and at some 25 no page has any left. */
export const MAX_BLOCKS = 20;

export interface Reference {
  /** As written, without "#"; undefined for a chapter's beginning. */
  readonly target: string | undefined;
  /** The chapter that is meant, or the one where the reference stands. */
  readonly file: string;
  /** Only that chapter is meant. */
  readonly inFile: boolean;
  readonly span: Span;
  settle(anchor: string): void;
}

/** A heading whose id and rank are given when all chapters are read. */
export interface UnsettledHeading {
  readonly explicit: string | undefined;
  readonly text: string;
  readonly level: Heading['level'];
  readonly span: Span;
  settle(anchor: string, rank: Heading['rank']): void;
}

export interface ChapterContext {
  readonly file: string;
  /** What the parser read: the file's text, its front matter blanked out. Offsets in the tree are offsets in it. */
  readonly text: string;
  /** Its lines. */
  readonly lines: readonly string[];
  /** Absolute path of the publication's folder. */
  readonly folder: string;
  readonly diagnostics: Diagnostics;
  /** Labels of notes in the order of their first marks. */
  readonly noteLabels: string[];
  /** Labels that have a definition in this chapter. */
  readonly defined: ReadonlySet<string>;
  /** The definition that a label means: the first. */
  noteOf(label: string): FootnoteDefinition | undefined;
  /** Labels of definitions that no mark leads to: set where they stand. */
  readonly unused: ReadonlySet<string>;
  /** Raw tags that have been opened, known or not; a closing tag is said only where nothing opened it. */
  readonly openedTags: Set<string>;
  /** Lines of colons that have closed a directive. */
  readonly closingLines: Set<number>;
  /** Whether an absolute path is a chapter's: what a link to a file can lead to. */
  isChapter(file: string): boolean;
  /** Everything that refers to an anchor, settled when all chapters are read. */
  readonly references: Reference[];
  /** In the order of reading. */
  readonly headings: UnsettledHeading[];
}

export function spanOf(node: Node, context: { readonly file: string }): Span {
  const position = node.position;
  if (!position) return { file: context.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const { start, end } = position;
  return { file: context.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Counts children by kind: "p1", "list2" under their parent's id. */
export class Ordinals {
  private readonly counts = new Map<string, number>();
  private readonly parent: NodeId;

  constructor(parent: NodeId) {
    this.parent = parent;
  }

  next(kind: string): NodeId {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return `${this.parent}/${kind}${count}`;
  }
}
