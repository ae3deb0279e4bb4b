// Structure tree → the pictures in it that say nothing: their ink is an artifact.
import type { NodeId } from '../document/index.ts';
import type { TagNode } from '../flow/index.ts';
import type { Page } from '../pages/index.ts';

/**
 * A figure with an empty alternative text is decoration. Not one with a caption or words in it (they stand for it), nor
 * one in a link (the link's address does: a link must hold something).
 */
export function findDecorations(tags: TagNode, pages: readonly Page[]): ReadonlySet<NodeId> {
  const silent = new Set<NodeId>();
  collect(tags, silent);
  if (silent.size === 0) return silent;
  for (const page of pages) {
    for (const placed of page.items) {
      if (placed.kind !== 'line') continue;
      if (placed.tag !== undefined && placed.line.runs.length > 0) silent.delete(placed.tag);
      for (const run of placed.line.runs) if (run.tag !== undefined) silent.delete(run.tag);
    }
  }
  return silent;
}

function collect(node: TagNode, silent: Set<NodeId>): void {
  if (node.role === 'Link') return;
  const figure = node.role === 'Figure' || node.role === 'Formula';
  if (figure && node.children.length === 0 && (node.alt ?? '').trim() === '') silent.add(node.id);
  for (const child of node.children) collect(child, silent);
}
