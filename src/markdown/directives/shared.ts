// What directives have in common: their label, their one list or table, and what stands beside it.
import type { List as MdastList, Paragraph } from 'mdast';
import type { Block, Inline } from '../../document/index.ts';
import { openingOf, type Directive } from '../attributes.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { spanOf } from '../context.ts';

/** `:::name[Label]`: remark puts the label first, as a paragraph marked so. A leaf's label is its children. */
export function splitLabel(node: Directive): { readonly label?: Paragraph; readonly content: readonly FlowNode[] } {
  if (node.type === 'leafDirective') {
    const [first] = node.children, last = node.children.at(-1);
    if (!first) return { content: [] };
    const position = first.position && last?.position ? { start: first.position.start, end: last.position.end } : node.position;
    return { content: [], label: { type: 'paragraph', children: node.children, ...(position ? { position } : {}) } };
  }
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph' && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel) return { label: first, content: rest };
  return { content: node.children };
}

/** For directives with a title: its inlines, and the rest. */
export function labelInlines(node: Directive, id: string, convert: BlockConverter): { readonly title?: readonly Inline[]; readonly content: readonly FlowNode[] } {
  const { label, content } = splitLabel(node);
  const title = label ? convert.inlines(label.children, `${id}/label`) : [];
  return { content, ...(title.length > 0 ? { title } : {}) };
}

/** For directives without one: what was written in brackets is said, and set first. */
export function withoutLabel(node: Directive, convert: BlockConverter): readonly FlowNode[] {
  const { label, content } = splitLabel(node);
  if (!label) return content;
  convert.context.diagnostics.warning('unknown-label', spanOf(label, convert.context), `"${node.name}" takes no title in brackets; it is set as a paragraph.`);
  return [label, ...content];
}

/** A title whose box could not be made, as a paragraph. */
export function titleBlock(title: readonly Inline[] | undefined, id: string, node: Directive, convert: BlockConverter): Block[] {
  return title ? [{ kind: 'paragraph', id: `${id}/label`, span: openingOf(node, convert.context), children: title }] : [];
}

/** The list that a directive is made from, what stands before it, and what stands after it. */
export function splitList(node: Directive, content: readonly FlowNode[], convert: BlockConverter): { readonly before: readonly FlowNode[]; readonly list?: MdastList; readonly after: readonly FlowNode[] } {
  const at = content.findIndex((child) => child.type === 'list');
  if (at < 0) {
    convert.context.diagnostics.warning('directive-list', openingOf(node, convert.context), `"${node.name}" holds no list.`, `Write ":::${node.name}", a list with "- " before each item, and ":::". What it holds is set as it stands.`);
    return { before: content, after: [] };
  }
  return { before: content.slice(0, at), list: content[at] as MdastList, after: content.slice(at + 1) };
}
