// Nested list → an organisation chart: boxes from the top down, deeper units stacked on a spine; else an indented list.
import type { List, ListItem, OrgChart, OrgUnit } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import type { Slab } from './item.ts';
import { flowFallback } from './fallback.ts';
import { EMPTY } from './join.ts';
import { flowList } from './list.ts';
import { turnAll } from './move.ts';
import { drawUnits } from './orgchart-layout.ts';
import type { TagNode } from './tag.ts';

export function flowOrgchart(block: OrgChart, context: BlockContext): FlowedBlock {
  const { orgchart } = context.theme.components;
  if (block.roots.length === 0) return block.before.length > 0 ? context.flowBlocks(block.before) : EMPTY;
  const slab = draw(block, context);
  if (!slab) {
    context.diagnostics.warning('orgchart-too-large', block.span, 'The organisation chart is larger than a page even with its boxes narrowed, stacked, folded, set smaller and turned; it is set as an indented list.', 'Fewer units, or several charts, would be drawn.');
    return flowFallback(block.before, flowList(listOf(block), context), block.span, context);
  }
  const tags = [context.tag(block.id, 'L', block.span, block.roots.map((root) => tagOf(root, context)), { listNumbering: 'None' })];
  return flowFallback(block.before, { items: [slab], tags, ...context.componentSpacing(orgchart), snap: context.onGrid }, block.span, context);
}

/** Of a page's height: with a heading and some lines over it, with a heading, and alone, where grids round up. */
const PARTS = [0.8, 0.88, 0.96], ALONE = 0.96;
/** Smaller type is not legible in print. */
const LEAST_SIZE = 7;

/**
 * Upright in the template's size, then smaller as long as it is legible, with words whole in narrow boxes, then with words
 * divided there; then on a page alone; then there on its side.
 */
function draw(block: OrgChart, context: BlockContext): Slab | undefined {
  const { zone, theme: { components: { orgchart }, master: { area } } } = context;
  const outer = orgchart.zone === 'full' ? zone.full : zone;
  const smallest = LEAST_SIZE / Math.min(...(['orgchart', 'orgchart-name', 'orgchart-top'] as const).map((role) => context.style(role).size));
  const scales = smallest < 1 ? [1, (1 + smallest) / 2, smallest] : [1];
  for (const part of PARTS) {
    for (const dividing of [false, true]) {
      for (const scale of scales) {
        const drawn = drawUnits(block.roots, { x: outer.x, width: outer.width, height: context.tallest * part }, scale, dividing, context);
        if (drawn) return context.slab(drawn.height, drawn.content, { span: block.span, anchor: context.halfLine, ...(outer.x < zone.x ? { side: drawn.height } : {}) });
      }
    }
  }
  const breadth = area.height * ALONE;
  if (context.depth > 0 || context.inColumns || breadth <= zone.full.width) return undefined;
  for (const scale of scales) {
    const drawn = drawUnits(block.roots, { x: 0, width: breadth, height: zone.full.width }, scale, true, context);
    if (!drawn) continue;
    const across = drawn.height > zone.width && zone.full.x < zone.x;
    return context.slab(breadth, turnAll(drawn.content, across ? zone.full.x : zone.x, breadth), { span: block.span, ...(across ? { side: breadth } : {}) });
  }
  return undefined;
}

/** Units as a nested list: what a reader hears, whatever is drawn. */
function tagOf(unit: OrgUnit, context: BlockContext): TagNode {
  const notes = unit.notes.map((note, index) => context.tag(`${unit.id}/note${index + 1}`, 'P', unit.span, context.inlineTags(note)));
  const name = context.tag(`${unit.id}/name`, 'P', unit.span, context.inlineTags(unit.name));
  const below = unit.children.length === 0 ? [] : [context.tag(`${unit.id}/units`, 'L', unit.span, unit.children.map((child) => tagOf(child, context)), { listNumbering: 'None' })];
  return context.tag(unit.id, 'LI', unit.span, [context.tag(`${unit.id}/body`, 'LBody', unit.span, [name, ...notes, ...below])]);
}

function listOf(block: OrgChart): List {
  const item = (unit: OrgUnit): ListItem => ({
    id: unit.id, span: unit.span, children: [
      // One paragraph, so that a name is not parted from its person.
      { kind: 'paragraph', id: `${unit.id}/name`, span: unit.span, children: unit.notes.reduce((all, note) => [...all, { kind: 'break', span: unit.span } as const, ...note], unit.name) },
      ...(unit.children.length > 0 ? [list(`${unit.id}/units`, unit.children)] : []),
    ],
  });
  const list = (id: string, units: readonly OrgUnit[]): List => ({ kind: 'list', id, span: block.span, ordered: false, start: 1, tight: true, items: units.map(item) });
  return list(block.id, block.roots);
}
