// Nested list → an organisation chart: boxes from the top down, deeper units stacked on a spine; else an indented list.
import { plainText, type List, type ListItem, type OrgChart, type OrgUnit } from '../document/index.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { rectangle } from './drawing.ts';
import { flowFallback } from './fallback.ts';
import { EMPTY } from './join.ts';
import { flowList } from './list.ts';
import { moveAll } from './move.ts';
import { layOutTree, type TreeNode } from './orgchart-tree.ts';
import type { PathSegment } from '../pictures/index.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

export function flowOrgchart(block: OrgChart, context: BlockContext): FlowedBlock {
  const { orgchart } = context.theme.components;
  if (block.roots.length === 0) return block.before.length > 0 ? context.flowBlocks(block.before) : EMPTY;
  const outer: Stretch = orgchart.zone === 'full' ? context.zone.full : context.zone;
  const drawn = drawChart(block, outer, context);
  if (!drawn) {
    context.diagnostics.warning('orgchart-too-large', block.span, 'The organisation chart is larger than a page even with its boxes narrowed, stacked and folded; it is set as an indented list.', 'Fewer units, or several charts, would be drawn.');
    return flowFallback(block.before, flowList(listOf(block), context), block.span, context);
  }
  const slab = context.slab(drawn.height, drawn.content, { span: block.span, anchor: context.halfLine, ...(outer.x < context.zone.x ? { side: drawn.height } : {}) });
  const tags = [context.tag(block.id, 'L', block.span, block.roots.map((root) => tagOf(root, context)), { listNumbering: 'None' })];
  return flowFallback(block.before, { items: [slab], tags, ...context.componentSpacing(orgchart), snap: context.onGrid }, block.span, context);
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
      { kind: 'paragraph', id: `${unit.id}/name`, span: unit.span, children: unit.name },
      ...unit.notes.map((note, index) => ({ kind: 'paragraph', id: `${unit.id}/note${index + 1}`, span: unit.span, children: note }) as const),
      ...(unit.children.length > 0 ? [list(`${unit.id}/units`, unit.children)] : []),
    ],
  });
  const list = (id: string, units: readonly OrgUnit[]): List => ({ kind: 'list', id, span: block.span, ordered: false, start: 1, tight: true, items: units.map(item) });
  return list(block.id, block.roots);
}

/** Of a page's height: heading and caption want room, and grids round up. */
const FULLEST = 0.94;

interface Box { readonly unit: OrgUnit; readonly level: number; readonly content: readonly Placed[]; readonly height: number; readonly width: number }
/** A unit side by side with others; `stack` hangs under it on a spine, or on several in columns that are its children. */
interface Node extends TreeNode { readonly box: Box; readonly children: readonly (Node | Column)[]; readonly stack: readonly Stacked[] }
interface Column extends TreeNode { readonly children: readonly []; readonly hanging: readonly Stacked[] }
interface Stacked { readonly box: Box; readonly children: readonly Stacked[]; readonly height: number }

interface Attempt { readonly stackFrom: number; readonly width: number; readonly columns: number; readonly gap: number }

/**
 * The template's width first, then narrower boxes, then a level more on spines, then those folded into columns: the first
 * that fits. What does not is tried once more with levels closer together, then on spines alone.
 */
function attempts(block: OrgChart, outer: Stretch, context: BlockContext): Attempt[] {
  const { box, smallest, stackFrom, siblings, levels, indent } = context.theme.components.orgchart;
  const widths = [box, (box * 2 + smallest) / 3, (box + 2 * smallest) / 3, smallest].filter((width) => width <= box);
  const chain = chainLength(block);
  const tries: Omit<Attempt, 'gap'>[] = widths.map((width) => ({ stackFrom: stackFrom + chain, width, columns: 1 }));
  for (let level = stackFrom + chain - 1; level > chain + 2; level -= 1) tries.push(...widths.slice(0, 2).map((width) => ({ stackFrom: level, width, columns: 1 })));
  const fan = fanSize(block);
  const across = (width: number): number => Math.max(1, Math.min(Math.floor((outer.width + siblings) / (width + siblings)), Math.ceil(fan / 2)));
  // As many columns as the template's boxes leave room for, then more and narrower ones.
  for (let columns = across(box); columns <= across(smallest + indent); columns += 1) tries.push({ stackFrom: chain + 2, width: Math.min(box, (outer.width + siblings) / columns - siblings), columns });
  const spines: Omit<Attempt, 'gap'>[] = [];
  for (let level = chain + 2; level >= 1; level -= 1) spines.push(...widths.slice(0, 2).map((width) => ({ stackFrom: level, width, columns: 1 })));
  return [tries, spines].flatMap((some) => [levels, levels / 2].flatMap((gap) => some.map((attempt) => ({ ...attempt, gap }))));
}

/** How many units stand under the last of the chain at the top. */
function fanSize(block: OrgChart): number {
  const [root, more] = block.roots;
  if (!root || more) return 1;
  let unit = root;
  for (let [only, further] = unit.children; only && !further; [only, further] = unit.children) unit = only;
  return unit.children.length;
}

/** Units at the top that have one below them each count as one level: a line, not a fan. */
function chainLength(block: OrgChart): number {
  let length = 0;
  let [only, more] = block.roots;
  while (only && !more && only.children.length === 1) {
    length += 1;
    [only, more] = only.children;
  }
  return length;
}

function drawChart(block: OrgChart, outer: Stretch, context: BlockContext): { content: readonly Placed[]; height: number } | undefined {
  const { siblings } = context.theme.components.orgchart;
  for (const { stackFrom, width, columns, gap } of attempts(block, outer, context)) {
    const trees = block.roots.map((root) => makeNode(root, 1, stackFrom, width, columns, context));
    if (trees.some((tree) => tree === undefined)) continue;
    const forest = trees.flatMap((tree) => tree ?? []);
    const top: TreeNode = { children: forest };
    const centres = layOutTree(top, width + siblings);
    const xs = [...centres].filter(([node]) => node !== top).map(([, x]) => x);
    const left = Math.min(...xs);
    const breadth = Math.max(...xs) - left + width;
    if (breadth > outer.width + 0.01) continue;
    const heights = levelTops(forest, gap);
    // A root over the text's column, where the whole still fits: the page keeps its axis.
    const middle = outer.x + outer.width / 2;
    const rootX = (forest.length === 1 && forest[0] ? centres.get(forest[0]) ?? 0 : left + (breadth - width) / 2) - left + width / 2;
    const x = Math.min(Math.max(middle - rootX, outer.x), outer.x + outer.width - breadth);
    const canvas = new Canvas(context, gap);
    for (const tree of forest) canvas.draw(tree, (node) => x + (centres.get(node) ?? 0) - left, heights);
    if (canvas.height > context.theme.master.area.height * FULLEST) continue;
    return { content: canvas.finish(), height: canvas.height };
  }
  return undefined;
}

function makeNode(unit: OrgUnit, level: number, stackFrom: number, width: number, columns: number, context: BlockContext): Node | undefined {
  const box = setBox(unit, level, width, false, context);
  if (level + 1 < stackFrom) {
    const children = unit.children.map((child) => makeNode(child, level + 1, stackFrom, width, columns, context));
    return children.some((child) => child === undefined) || !box ? undefined : { box, children: children.flatMap((child) => child ?? []), stack: [] };
  }
  const stack = unit.children.map((child) => makeStack(child, level + 1, width, 1, context));
  if (stack.some((child) => child === undefined) || !box) return undefined;
  const whole = stack.flatMap((child) => child ?? []);
  return columns > 1 && level === stackFrom - 1 ? { box, children: fold(whole, columns, context), stack: [] } : { box, children: [], stack: whole };
}

/** Units in their order over columns as equal as they can be: the least height that holds all, found by halving. */
function fold(stack: readonly Stacked[], columns: number, context: BlockContext): Column[] {
  const { stacked } = context.theme.components.orgchart;
  const within = (most: number): Column[] => {
    const folded: Stacked[][] = [[]];
    let height = 0;
    for (const entry of stack) {
      if (height > 0 && height + stacked + entry.height > most) { folded.push([]); height = 0; }
      folded[folded.length - 1]?.push(entry);
      height += stacked + entry.height;
    }
    return folded.map((hanging) => ({ children: [], hanging }));
  };
  let [low, high] = [0, stack.reduce((sum, { height }) => sum + stacked + height, 0)];
  for (let round = 0; round < 30; round += 1) {
    const middle = (low + high) / 2;
    if (within(middle).length <= columns) high = middle; else low = middle;
  }
  return within(high);
}

function makeStack(unit: OrgUnit, level: number, width: number, depth: number, context: BlockContext): Stacked | undefined {
  const { indent, smallest, stacked } = context.theme.components.orgchart;
  const own = width - depth * indent;
  if (own < smallest * 0.7) return undefined;
  const box = setBox(unit, level, own, true, context);
  const children = unit.children.map((child) => makeStack(child, level + 1, width, depth + 1, context));
  if (!box || children.some((child) => child === undefined)) return undefined;
  const under = children.flatMap((child) => child ?? []);
  return { box, children: under, height: under.reduce((sum, { height }) => sum + stacked + height, box.height) };
}

/** Undefined where a part of a word is wider than the box. */
function setBox(unit: OrgUnit, level: number, width: number, stacked: boolean, context: BlockContext): Box | undefined {
  const { inset } = context.theme.components.orgchart;
  const noteStyle = context.style('orgchart');
  // Leaves on a spine are set in the plain style: names of people and committees, not headings.
  const nameStyle = level === 1 ? context.style('orgchart-top') : unit.children.length > 0 || !stacked ? context.style('orgchart-name') : noteStyle;
  const room = width - 2 * inset;
  const parts = [{ words: unit.name, style: nameStyle, id: `${unit.id}/name` }, ...unit.notes.map((words, index) => ({ words, style: noteStyle, id: `${unit.id}/note${index + 1}` }))];
  const content: Placed[] = [];
  let y = inset;
  for (const { words, style, id } of parts) {
    if (plainText(words) === '') continue;
    // Long words are divided where they would else decide how the whole is drawn.
    const long = context.typesetter.extent(words, style, context.inline).min > room + 0.01;
    const set = context.text(words, long ? { ...style, hyphenate: true } : style, inset, room, unit.span, { tag: id, align: 'left' });
    if (long && set.width > room + 0.01) return undefined;
    content.push(...moveAll(set.content, 0, y));
    y += set.height;
  }
  return { unit, level, content, height: Math.max(y, inset + nameStyle.leading) + inset, width };
}

/** Boxes of a level stand on one line; a level is as high as its highest box. */
function levelTops(forest: readonly Node[], gap: number): readonly number[] {
  const highest: number[] = [];
  const visit = (node: Node, depth: number): void => {
    highest[depth] = Math.max(highest[depth] ?? 0, node.box.height);
    for (const child of node.children) if ('box' in child) visit(child, depth + 1);
  };
  for (const node of forest) visit(node, 0);
  let y = 0;
  return highest.map((height) => { const top = y; y += height + gap; return top; });
}

class Canvas {
  height = 0;
  private readonly content: Placed[] = [];
  private readonly lines: PathSegment[] = [];

  constructor(private readonly context: BlockContext, private readonly gap: number) {}

  draw(node: Node, xOf: (node: TreeNode) => number, tops: readonly number[], depth = 0): void {
    const { indent } = this.context.theme.components.orgchart;
    const x = xOf(node);
    const y = tops[depth] ?? 0;
    this.box(node.box, x, y);
    const bottom = y + node.box.height;
    const middle = x + node.box.width / 2;
    const [first, last] = [node.children[0], node.children[node.children.length - 1]];
    if (first && last) {
      // A trunk down to the bar half-way between the levels, the bar, a drop to each child or a spine of each column.
      const columns = 'hanging' in first;
      const next = columns ? bottom + this.gap / 2 : tops[depth + 1] ?? bottom + this.gap;
      const bar = columns ? next : next - this.gap / 2;
      const drop = columns ? indent / 2 : node.box.width / 2;
      this.line(middle, bottom, middle, !columns && node.children.length === 1 ? next : bar);
      if (columns || node.children.length > 1) this.line(Math.min(middle, xOf(first) + drop), bar, Math.max(middle, xOf(last) + drop), bar);
      for (const child of node.children) {
        if ('hanging' in child) this.stack(child.hanging, xOf(child), bar);
        else {
          if (node.children.length > 1) this.line(xOf(child) + drop, bar, xOf(child) + drop, next);
          this.draw(child, xOf, tops, depth + 1);
        }
      }
    }
    this.stack(node.stack, x, bottom);
  }

  /** Gives the bottom of the last box. */
  private stack(stack: readonly Stacked[], x: number, top: number): number {
    const { stacked, indent } = this.context.theme.components.orgchart;
    const spine = x + indent / 2;
    let y = top;
    let last = top;
    for (const { box, children } of stack) {
      y += stacked;
      this.box(box, x + indent, y);
      last = y + box.height / 2;
      this.line(spine, last, x + indent, last);
      y = this.stack(children, x + indent, y + box.height);
    }
    if (stack.length > 0) this.line(spine, top, spine, last);
    return y;
  }

  private box({ level, content, width, height }: Box, x: number, y: number): void {
    const { stroke, top, topFill } = this.context.theme.components.orgchart;
    const inset = stroke.width / 2;
    const path = rectangle(x + inset, y + inset, width - stroke.width, height - stroke.width);
    this.content.push({ kind: 'path', role: 'box', path, stroke, ...(level === 1 && topFill ? { fill: topFill } : {}) });
    if (level === 1 && top) this.content.push({ kind: 'path', role: 'bar', path: rectangle(x, y, width, top.width), fill: top.colour });
    this.content.push(...moveAll(content, x, y));
    this.height = Math.max(this.height, y + height);
  }

  private line(x0: number, y0: number, x1: number, y1: number): void {
    this.lines.push(['M', x0, y0], ['L', x1, y1]);
  }

  finish(): readonly Placed[] {
    const { stroke } = this.context.theme.components.orgchart;
    return this.lines.length === 0 ? this.content : [{ kind: 'path', role: 'connection', path: this.lines, stroke }, ...this.content];
  }
}
