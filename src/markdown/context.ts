// What the conversion of one chapter knows: its file, its places, its ids and where faults go.
import type { Node } from 'mdast';
import { dirname, resolve, sep } from 'node:path';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { NodeId, Span } from '../document/index.ts';

/** Deeper nesting is refused: it is a slip or an attack, and every later stage may then recurse. */
export const MAX_DEPTH = 100;

export interface ChapterContext {
  readonly file: string;
  /** Lines of the file, for places inside text. */
  readonly lines: readonly string[];
  /** Absolute path of the publication's folder. */
  readonly folder: string;
  readonly language: string;
  readonly diagnostics: Diagnostics;
  /** Labels of notes in the order of their first marks. */
  readonly noteLabels: string[];
  /** Labels that have a definition in this chapter. */
  readonly defined: ReadonlySet<string>;
  /** Everything that refers to an anchor, checked when all chapters are read. */
  readonly references: { readonly target: string; readonly span: Span }[];
  /** Gives a heading its anchor, unique in the publication. */
  claimAnchor(explicit: string | undefined, text: string, span: Span): string;
  /** Repairs heading jumps: the rank in the tree. */
  rank(level: number, span: Span): 1 | 2 | 3 | 4 | 5 | 6;
}

export function spanOf(node: Node, context: ChapterContext): Span {
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

/** A picture's address → absolute path inside the publication, or why not. */
export function resolvePicture(source: string, context: ChapterContext): { readonly file: string } | { readonly reason: string } {
  if (/^[a-z][a-z0-9+.-]*:/i.test(source) || source.startsWith('//')) return { reason: 'Remote pictures are never fetched; save the picture beside the chapter.' };
  let path: string;
  try {
    path = decodeURIComponent(source.replace(/[?#].*$/, ''));
  } catch {
    path = source;
  }
  if (path === '' || path.includes('\0')) return { reason: 'The picture has no address.' };
  const file = resolve(dirname(context.file), path);
  if (!file.startsWith(context.folder + sep)) return { reason: 'The picture lies outside the publication\'s folder.' };
  return { file };
}
