// `:::orgchart` + a nested list → units: an item's first line is the name, further lines are notes, its lists the units below.
import type { List as MdastList } from 'mdast';
import type { Inline, OrgUnit } from '../../document/index.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { MAX_DEPTH, spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { itemLines } from './lines.ts';
import { splitList, withoutLabel } from './shared.ts';

export const orgchart: DirectiveRule = {
  form: 'container',
  attributes: [],
  read(node, _attributes, ids, convert) {
    const id = ids.next('orgchart');
    const span = spanOf(node, convert.context);
    const { before, list, after } = splitList(node, withoutLabel(node, convert), convert);
    const lead = convert.blocks(before, `${id}/before`);
    if (!list) return [{ kind: 'group', id, span, children: lead }];
    return [{ kind: 'orgchart', id, span, before: lead, roots: units(list, id, 0, convert, 0) }, ...convert.blocks(after, `${id}/after`)];
  },
};

/** `offset`: units that the parent has from an earlier list. */
function units(list: MdastList, parent: string, offset: number, convert: BlockConverter, depth: number): OrgUnit[] {
  if (depth >= MAX_DEPTH) {
    convert.context.diagnostics.error('too-deep', spanOf(list, convert.context), `The organisation chart is nested more than ${MAX_DEPTH} deep.`);
    return [];
  }
  return list.children.map((item, index) => {
    const id = `${parent}/${offset + index + 1}`;
    const lines: Inline[][] = [];
    const children: OrgUnit[] = [];
    for (const child of item.children as FlowNode[]) {
      if (child.type === 'list') children.push(...units(child, id, children.length, convert, depth + 1));
      else lines.push(...itemLines(child, `${id}/l${lines.length + 1}`, 'orgchart', convert));
    }
    const [name = [], ...notes] = lines;
    return { id, span: spanOf(item, convert.context), name, notes, children };
  });
}
