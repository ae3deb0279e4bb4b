// A list item's blocks → its lines: what hard breaks, source line ends and paragraphs part.
import type { Block, Inline } from '../../document/index.ts';
import type { BlockConverter } from '../blocks.ts';
import { spanOf } from '../context.ts';
import type { FlowNode } from '../blocks.ts';
import { sourceLines, textAt } from '../place-text.ts';

/** What is neither text nor list is set as its words, and said. */
export function itemLines(node: FlowNode, id: string, kind: string, convert: BlockConverter): Inline[][] {
  if (node.type === 'paragraph') return splitLines(convert.inlines(node.children, id));
  convert.context.diagnostics.warning('item-content', spanOf(node, convert.context), `An item of "${kind}" holds text and lists only; the words of anything else are set as lines.`);
  return blockLines(convert.blocks([node], id));
}

export function splitLines(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push([]);
    else if (inline.kind === 'text') {
      sourceLines(inline).forEach((part, index) => {
        if (index > 0) lines.push([]);
        if (part.value !== '') lines.at(-1)?.push(part);
      });
    } else lines.at(-1)?.push(inline);
  }
  return lines.filter((line) => line.length > 0);
}

function blockLines(blocks: readonly Block[]): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    switch (block.kind) {
      case 'paragraph': case 'heading': return splitLines(block.children);
      case 'code': return block.value.split('\n').filter((line) => line.trim() !== '').map((line) => [textAt(line, block.span)]);
      case 'list': return block.items.flatMap((item) => blockLines(item.children));
      case 'cards': case 'links': return [...blockLines(block.before), ...block.items.flatMap((item) => blockLines(item.children))];
      case 'table': return block.rows.flatMap((row) => row.cells.map((cell) => [...cell.children])).filter((line) => line.length > 0);
      case 'chart': return block.table.rows.flatMap((row) => row.cells.map((cell) => [...cell.children])).filter((line) => line.length > 0);
      case 'figure': return [[{ kind: 'image', id: block.id, span: block.span, picture: block.picture }], ...(block.caption ? [[...block.caption]] : [])];
      case 'media': return [...(block.title ? [[...block.title]] : []), [textAt(block.url, block.span)]];
      case 'quote': case 'lead': case 'factbox': case 'columns': case 'lang': case 'group': return [...('title' in block && block.title ? [[...block.title]] : []), ...blockLines(block.children)];
      case 'signatures': return [...blockLines(block.body), ...block.people.flatMap(({ name, roles }) => [[...name], ...roles.map((role) => [...role])])];
      case 'orgchart': return blockLines(block.before);
      default: return [];
    }
  });
}
