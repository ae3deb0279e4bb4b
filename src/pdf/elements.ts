// Structure tree + marked content → the elements of the file, each with its kids in reading order.
import type { NodeId } from '../document/index.ts';
import type { TagNode } from '../flow/index.ts';
import type { Group, RunPart } from './marked.ts';

export interface Element {
  readonly node: TagNode;
  readonly parent?: Element;
  readonly kids: (Element | Group)[];
}

export const isElement = (kid: Element | Group): kid is Element => 'node' in kid;

export interface ElementTree {
  readonly root: Element;
  /** Every element that is in the file. */
  readonly byId: ReadonlyMap<NodeId, Element>;
}

/** Cells hold their place in the row even when empty. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['TH', 'TD']);

/** In the order of placing: page by page, mark by mark. */
const placeOf = ({ page, mcid = 0 }: Group): number => page * 0x100000 + mcid;

interface Entry { readonly node: TagNode; readonly parent: NodeId | undefined }

/**
 * Own content stands in the order in which it is placed, an inline element where its first glyph stands, block
 * elements in the order of the tree whatever the pages did: of content and blocks, what is placed first comes first.
 */
export function arrangeElements(tags: TagNode, pages: readonly (readonly Group[])[]): ElementTree {
  const entries = new Map<NodeId, Entry>();
  index(tags, undefined, entries);

  const content = new Map<NodeId, Group[]>();
  for (const groups of pages) {
    for (const group of groups) {
      if (group.tag === undefined) continue;
      if (!entries.has(group.tag)) {
        const at = group.span ? ` (${group.span.file}:${group.span.line}:${group.span.column})` : '';
        throw new Error(`Content on page ${group.page + 1} belongs to the structure element "${group.tag}", which is not in the tree${at}.`);
      }
      const own = content.get(group.tag);
      if (own) own.push(group);
      else content.set(group.tag, [group]);
    }
  }

  const byId = new Map<NodeId, Element>();
  const build = (node: TagNode, parent: Element | undefined, kept: boolean): { readonly element: Element; readonly first: number } | undefined => {
    const element: Element = { node, ...(parent ? { parent } : {}), kids: [] };
    const own: { readonly kid: Element | Group; readonly first: number }[] =
      (content.get(node.id) ?? []).map((group) => ({ kid: group, first: placeOf(group) }));
    const blocks: { readonly kid: Element; readonly first: number }[] = [];
    const inTable = kept || node.role === 'Table';
    for (const child of node.children) {
      const built = build(child, element, inTable);
      if (built === undefined) continue;
      if (child.inline) own.push({ kid: built.element, first: built.first });
      else blocks.push({ kid: built.element, first: built.first });
    }
    if (own.length > 1) own.sort((a, b) => a.first - b.first);
    let first = Infinity;
    for (let o = 0, b = 0; o < own.length || b < blocks.length;) {
      const next = own[o];
      const block = blocks[b];
      if (next !== undefined && (block === undefined || next.first < block.first)) {
        element.kids.push(next.kid);
        first = Math.min(first, next.first);
        o++;
      } else if (block !== undefined) {
        element.kids.push(block.kid);
        first = Math.min(first, block.first);
        b++;
      }
    }
    if (element.kids.length === 0 && !(kept && KEPT_EMPTY.has(node.role))) return undefined;
    // A table of which nothing is placed goes, though its empty cells would keep it.
    if (first === Infinity && !kept) return undefined;
    byId.set(node.id, element);
    return { element, first };
  };
  const built = build(tags, undefined, false);
  return { root: built?.element ?? { node: tags, kids: [] }, byId };
}

function index(node: TagNode, parent: NodeId | undefined, entries: Map<NodeId, Entry>): void {
  if (entries.has(node.id)) throw new Error(`Two structure elements are called "${node.id}" (${node.span.file}:${node.span.line}).`);
  entries.set(node.id, { node, parent });
  for (const child of node.children) index(child, node.id, entries);
}

/** Marks that are looked at once more when all are painted: a link's words and rectangles, a figure's words and bounds. */
export function lastingMarks({ root }: ElementTree): ReadonlySet<Group> {
  const lasting = new Set<Group>();
  const collect = ({ node, kids }: Element, within: boolean): void => {
    const here = within || node.link !== undefined || node.role === 'Figure' || node.role === 'Formula';
    for (const kid of kids) {
      if (isElement(kid)) collect(kid, here);
      else if (here) lasting.add(kid);
    }
  };
  collect(root, false);
  return lasting;
}

/** The text of an element as it is read, hyphens of line ends gone. */
export function textOf(element: Element): string {
  return element.kids.map((kid) => (isElement(kid) ? textOf(kid) : groupText(kid))).join('');
}

export function groupText(group: Group): string {
  if (group.actualText !== undefined) return group.actualText;
  let all = '';
  for (const part of group.parts) {
    if (part.kind === 'run') all += part.run.text.slice(characterAt(part, part.from), characterAt(part, part.to)) + (part.space ? ' ' : '');
  }
  return all;
}

const characterAt = ({ run }: RunPart, glyph: number): number => run.clusters[glyph] ?? run.text.length;
