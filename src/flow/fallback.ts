// Blocks that a directive held beside its list → set before it, as the blocks they are.
import type { Block, Span } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { joinBlocks } from './join.ts';

export function flowFallback(before: readonly Block[], flowed: FlowedBlock, span: Span, context: BlockContext): FlowedBlock {
  if (before.length === 0) return flowed;
  const above = context.flowBlocks(before);
  const { grid } = context.theme.master;
  return joinBlocks([
    { flowed: above, span: before[0]?.span ?? span, announces: false, announced: false }, { flowed, span, announces: false, announced: true },
  ], { step: context.onGrid ? grid?.step : undefined, sideGap: context.theme.components.headings.gap });
}
