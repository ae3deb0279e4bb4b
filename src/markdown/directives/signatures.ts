// `:::signatures{place="…" date="…"}` + a list → who signs: a name and, after commas, what stands under it.
import type { Block, Inline, Signatory } from '../../document/index.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { spanOf } from '../context.ts';
import { cut } from '../place-text.ts';
import type { DirectiveRule } from './index.ts';
import { itemLines, splitLines } from './lines.ts';
import { splitList, withoutLabel } from './shared.ts';

export const signatures: DirectiveRule = {
  form: 'container',
  attributes: ['place', 'date', 'columns'],
  read(node, attributes, ids, convert) {
    const id = ids.next('signatures');
    const span = spanOf(node, convert.context);
    const { before, list, after } = splitList(node, withoutLabel(node, convert), convert);
    const body = convert.blocks(before, `${id}/body`);
    const place = attributes.text('place')?.trim() || undefined;
    const columns = attributes.integer('columns', 1, 2) === 2 ? 2 : 1;
    let date = attributes.text('date')?.trim();
    if (date !== undefined && !isDate(date)) {
      attributes.fault('date', `"${date}" is no date.`, 'Write year-month-day: 2026-02-26.');
      date = undefined;
    }
    const people = list ? list.children.map((item, index) => signatory(item.children as FlowNode[], `${id}/${index + 1}`, spanOf(item, convert.context), convert)) : [];
    const rest: Block[] = list ? convert.blocks(after, `${id}/after`) : [];
    return [{ kind: 'signatures', id, span, columns, body, people, ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) }, ...rest];
  },
};

/** A day that exists, as year-month-day. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function signatory(nodes: readonly FlowNode[], id: string, span: Signatory['span'], convert: BlockConverter): Signatory {
  const parts = nodes.flatMap((node, index) => {
    const inner = `${id}/l${index + 1}`;
    const lines = node.type === 'list' ? listLines(node.children.flatMap((item) => item.children as FlowNode[]), inner, convert) : itemLines(node, inner, 'signatures', convert);
    return lines.flatMap(splitAtCommas);
  });
  const [name = [], ...roles] = parts;
  return { id, span, name, roles };
}

/** A list under a name is more of what stands under it. */
function listLines(nodes: readonly FlowNode[], id: string, convert: BlockConverter): Inline[][] {
  return nodes.flatMap((node, index) => (node.type === 'paragraph' ? splitLines(convert.inlines(node.children, `${id}/${index + 1}`)) : itemLines(node, `${id}/${index + 1}`, 'signatures', convert)));
}

/** Commas in plain text part the lines, those between digits or inside emphasis and links do not. */
function splitAtCommas(line: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const inline of line) {
    if (inline.kind !== 'text') {
      parts.at(-1)?.push(inline);
      continue;
    }
    let from = 0;
    for (const comma of [...inline.value.matchAll(/,(?!(?<=\d,)\d)/g)].map(({ index }) => index).concat(inline.value.length)) {
      if (from > 0) parts.push([]);
      const piece = inline.value.slice(from, comma);
      const isFirst = parts.at(-1)?.length === 0;
      const start = from + (isFirst ? piece.length - piece.trimStart().length : 0);
      const end = comma < inline.value.length ? from + piece.trimEnd().length : comma;
      if (end > start) parts.at(-1)?.push(cut(inline, start, end));
      from = comma + 1;
    }
  }
  return parts.filter((part) => part.length > 0);
}
