// Components that are being built: set as nothing until then.
import type { Block } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { EMPTY } from './join.ts';
const nothing = (_block: Block, _context: BlockContext): FlowedBlock => EMPTY;
export { nothing as flowCards, nothing as flowChart, nothing as flowFigure, nothing as flowLinks, nothing as flowMedia, nothing as flowOrgchart, nothing as flowSignatures, nothing as flowTable };
