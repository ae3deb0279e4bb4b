// What directives have in common: their label, their one list, and what stands beside it.
import type { List as MdastList, Paragraph } from 'mdast';
import type { Inline } from '../../document/index.ts';
import type { Directive } from '../attributes.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { spanOf } from '../context.ts';

/** `:::name[Label]`: remark puts the label first, as a paragraph marked so. A leaf's label is its children. */
export function splitLabel(node: Directive): { readonly label?: Paragraph; readonly content: readonly FlowNode[] } {
  if (node.type === 'leafDirective') return { content: [], ...(node.children.length > 0 ? { label: { type: 'paragraph', children: node.children } } : {}) };
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph' && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel) return { label: first, content: rest };
  return { content: node.children };
}

export function labelInlines(node: Directive, id: string, convert: BlockConverter): { readonly title?: readonly Inline[]; readonly content: readonly FlowNode[] } {
  const { label, content } = splitLabel(node);
  return { content, ...(label ? { title: convert.inlines(label.children, `${id}/label`) } : {}) };
}

/** The list that a directive is made from, what stands before it, and what should not be there after it. */
export function splitList(node: Directive, content: readonly FlowNode[], convert: BlockConverter): { readonly before: readonly FlowNode[]; readonly list?: MdastList; readonly after: readonly FlowNode[] } {
  const at = content.findIndex((child) => child.type === 'list');
  if (at < 0) {
    const span = spanOf(node, convert.context);
    convert.context.diagnostics.warning('directive-list', { ...span, endLine: span.line, endColumn: span.column + node.name.length + 3 }, `"${node.name}" holds no list.`, `Write ":::${node.name}", a list with "- " before each item, and ":::".`);
    return { before: content, after: [] };
  }
  return { before: content.slice(0, at), list: content[at] as MdastList, after: content.slice(at + 1) };
}
