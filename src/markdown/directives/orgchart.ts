// `:::orgchart` + a nested list → units: an item's first line is the name, further lines are notes, its lists the units below.
import type { List as MdastList, PhrasingContent } from 'mdast';
import type { Inline, OrgUnit } from '../../document/index.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { splitLabel, splitList } from './shared.ts';

export const orgchart: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('orgchart');
    const span = spanOf(node, convert.context);
    const { label, content } = splitLabel(node);
    const { before, list, after } = splitList(node, content, convert);
    const lead = convert.blocks([...(label ? [label] : []), ...before], `${id}/before`);
    const rest = convert.blocks(after, `${id}/after`);
    if (!list) return [{ kind: 'group', id, span, children: [...lead, ...rest] }];
    return [{ kind: 'orgchart', id, span, before: lead, roots: units(list, id, convert, 0) }, ...rest];
  },
};

function units(list: MdastList, parent: string, convert: BlockConverter, depth: number): OrgUnit[] {
  if (depth > 50) {
    convert.context.diagnostics.error('too-deep', spanOf(list, convert.context), 'The organisation chart is nested more than 50 deep.');
    return [];
  }
  return list.children.map((item, index) => {
    const id = `${parent}/${index + 1}`;
    const lines: Inline[][] = [];
    const children: OrgUnit[] = [];
    for (const child of item.children as FlowNode[]) {
      if (child.type === 'list') children.push(...units(child, id, convert, depth + 1));
      else if (child.type === 'paragraph') lines.push(...splitLines(child.children).map((part, line) => convert.inlines(part, `${id}/l${lines.length + line}`)));
      else convert.context.diagnostics.warning('orgchart-content', spanOf(child, convert.context), 'An item of an organisation chart holds text and lists only; this is left out of the drawing.');
    }
    const [name = [], ...notes] = lines;
    return { id, span: spanOf(item, convert.context), name, notes, children };
  });
}

/** Hard breaks and source line ends part an item's lines. */
export function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value))) lines.push([]);
    else if (node.type === 'text' && node.value.includes('\n')) {
      node.value.split('\n').forEach((value, i) => {
        const position = node.position;
        const start = position && (i === 0 ? position.start : { line: position.start.line + i, column: 1 });
        const part = { ...node, value, ...(position && start ? { position: { start, end: position.end } } : {}) } as PhrasingContent;
        if (i > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push(part);
      });
    } else lines.at(-1)?.push(node);
  }
  return lines.filter((line) => line.length > 0);
}
