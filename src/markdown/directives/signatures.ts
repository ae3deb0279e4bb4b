// `:::signatures{place="…" date="…"}` + a list → who signs: a name and, after commas, what stands under it.
import type { Paragraph } from 'mdast';
import type { Block, Inline, Signatory } from '../../document/index.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { spanOf } from '../context.ts';
import type { DirectiveRule } from './index.ts';
import { splitLines } from './orgchart.ts';
import { splitLabel, splitList } from './shared.ts';

export const signatures: DirectiveRule = {
  form: 'container',
  attributes: ['place', 'date', 'columns'],
  read(node, attributes, ids, convert) {
    const id = ids.next('signatures');
    const span = spanOf(node, convert.context);
    const { label, content } = splitLabel(node);
    const { before, list, after } = splitList(node, content, convert);
    const body = convert.blocks([...(label ? [label] : []), ...before], `${id}/body`);
    const rest: Block[] = convert.blocks(after, `${id}/after`);
    const place = attributes.text('place');
    const columns = attributes.integer('columns', 1, 2) === 2 ? 2 : 1;
    let date = attributes.text('date');
    if (date !== undefined && !isDate(date)) {
      attributes.fault('date', `"${date}" is no date.`, 'Write year-month-day: 2026-02-26.');
      date = undefined;
    }
    const people = list ? list.children.map((item, index) => signatory(item.children as FlowNode[], `${id}/${index + 1}`, spanOf(item, convert.context), convert)) : [];
    return [{ kind: 'signatures', id, span, columns, body, people, ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) }, ...rest];
  },
};

/** A day that exists, as year-month-day. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function signatory(nodes: readonly FlowNode[], id: string, span: ReturnType<typeof spanOf>, convert: BlockConverter): Signatory {
  const parts: Inline[][] = [];
  for (const node of nodes) {
    if (node.type === 'paragraph') for (const line of splitLines((node as Paragraph).children)) parts.push(...splitAtCommas(convert.inlines(line, `${id}/l${parts.length}`)));
    else for (const block of convert.blocks([node], id)) if ('children' in block && block.kind === 'paragraph') parts.push([...block.children]);
  }
  const [name = [], ...roles] = parts;
  return { id, span, name, roles };
}

/** Commas in plain text part the lines; those inside emphasis or links do not. */
function splitAtCommas(inlines: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      parts.at(-1)?.push(inline);
      continue;
    }
    let index = 0;
    for (const piece of inline.value.split(',')) {
      if (index > 0) parts.push([]);
      const skip = index + (piece.length - piece.trimStart().length);
      const value = parts.at(-1)?.length === 0 ? piece.trimStart() : piece;
      const column = inline.span.column + (value === piece ? index : skip);
      if (value.trim() !== '') parts.at(-1)?.push({ ...inline, value: value.trimEnd(), span: { ...inline.span, column }, lines: [{ index: 0, line: inline.span.line, column }] });
      index += piece.length + 1;
    }
  }
  return parts.filter((part) => part.length > 0);
}
