// Any block → its builder; any blocks, one under the other → one.
import { plainText, type Block } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { flowCards } from './cards.ts';
import { flowChart } from './chart.ts';
import type { Keep } from './context.ts';
import { flowCode } from './code.ts';
import { flowColumns } from './columns.ts';
import { flowFactbox } from './factbox.ts';
import { flowFigure } from './figure.ts';
import { flowHeading } from './heading.ts';
import { EMPTY, joinBlocks, type Part } from './join.ts';
import { flowLinks } from './links.ts';
import { flowList } from './list.ts';
import { flowMedia } from './media.ts';
import { flowOrgchart } from './orgchart.ts';
import { flowQuote } from './quote.ts';
import { flowSignatures } from './signatures.ts';
import { flowTable } from './table.ts';
import { flowTocBlock } from './toc.ts';

/** What only the place among its neighbours says. */
interface Neighbours {
  /** After a paragraph. */
  readonly indented: boolean;
  readonly beforeColumns: boolean;
  /** Nothing stands above it in what it is in. */
  readonly first: boolean;
}

export function flowBlocks(blocks: readonly Block[], context: BlockContext, keep: Keep): FlowedBlock {
  const parts: Part[] = [];
  let inked = false;
  // A break is a property of what stands after it: one at the very end makes no empty page.
  let broken = false;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    if (block.kind === 'pagebreak') { broken = true; continue; }
    const neighbours: Neighbours = { indented: blocks[index - 1]?.kind === 'paragraph', beforeColumns: blocks[index + 1]?.kind === 'columns', first: !inked };
    const around = `${neighbours.indented} ${neighbours.beforeColumns} ${neighbours.first}`;
    const plain = keep(block, around, () => flowBlock(block, context, neighbours));
    const flowed: FlowedBlock = broken && plain.force === undefined ? { ...plain, force: 'page' } : plain;
    if (flowed.items.length > 0 || flowed.sideHeading) { inked = true; broken = false; }
    parts.push({ flowed, span: block.span, announces: announces(block), announced: block.kind !== 'paragraph' && block.kind !== 'heading' });
  }
  const { grid } = context.theme.master;
  return joinBlocks(parts, {
    step: context.onGrid ? grid?.step : undefined, sideGap: context.theme.components.headings.gap,
  });
}

/** "… these three:" — what follows belongs to it. */
const announces = (block: Block): boolean => block.kind === 'paragraph' && /:\s*$/.test(plainText(block.children));

/** Ems of running text that a block needs beside the indents of what it is nested in. */
const NARROWEST = 2.5;

function flowBlock(block: Block, context: BlockContext, neighbours: Neighbours): FlowedBlock {
  if (context.zone.width < NARROWEST * context.theme.styles.body.size) {
    context.diagnostics.error('too-narrow', block.span, 'This is nested so deep that no room is left for it beside the indents.', 'Nest it less deep, or set it outside columns, cards and boxes.');
    return EMPTY;
  }
  switch (block.kind) {
    case 'heading': return flowHeading(block, context, neighbours.beforeColumns, neighbours.first);
    case 'paragraph': {
      const style = context.body;
      const indent = neighbours.indented ? style.indent : 0;
      const item = context.paragraph(block.id, block.span, block.children, style, { indent });
      const tags = [context.tag(block.id, 'P', block.span, context.inlineTags(block.children))];
      const empty = (item.alternatives[0]?.slabs.length ?? 0) === 0;
      return { items: empty ? [] : [item], tags, ...context.spacing(style), snap: context.onGrid };
    }
    case 'lead': {
      const style = context.style('lead');
      const flowed = context.within({ body: style, onGrid: false }).flowBlocks(block.children);
      return { ...flowed, ...(flowed.items.length === 0 ? {} : { after: Math.max(flowed.after, style.after) }) };
    }
    case 'lang': {
      const flowed = context.within({ language: block.code }).flowBlocks(block.children);
      return { ...flowed, tags: [context.tag(block.id, 'Div', block.span, flowed.tags, { language: block.code })] };
    }
    case 'group': return context.flowBlocks(block.children);
    case 'thematic-break': return flowBreak(block.span, context);
    case 'quote': return flowQuote(block, context);
    case 'list': return flowList(block, context);
    case 'code': return flowCode(block, context);
    case 'factbox': return flowFactbox(block, context);
    case 'columns': return flowColumns(block, context);
    case 'toc': return flowTocBlock(block, context);
    case 'pagebreak': return EMPTY;
    case 'table': return flowTable(block, context);
    case 'figure': return flowFigure(block, context);
    case 'cards': return flowCards(block, context);
    case 'links': return flowLinks(block, context);
    case 'signatures': return flowSignatures(block, context);
    case 'orgchart': return flowOrgchart(block, context);
    case 'chart': return flowChart(block, context);
    case 'media': return flowMedia(block, context);
  }
}

function flowBreak(span: Block['span'], context: BlockContext): FlowedBlock {
  const parameters = context.theme.components.break;
  const { zone } = context;
  const width = parameters.width === 0 ? zone.width : Math.min(parameters.width, zone.width);
  const slab = context.slab(0, [context.rule(zone.x, width, 0, parameters.stroke)], { span, anchor: context.halfLine });
  return { items: [slab], tags: [], ...context.componentSpacing(parameters), snap: context.onGrid };
}
