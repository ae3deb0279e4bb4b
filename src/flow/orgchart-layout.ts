// Units → an organisation chart that fits its room: side by side from the top down, deeper ones on spines, those in columns.
import { plainText, type OrgUnit } from '../document/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { BlockContext } from './builder.ts';
import { moveAll } from './move.ts';
import { Canvas, type Box, type Column, type Measures, type Node, type Stacked } from './orgchart-canvas.ts';
import { foldColumns } from './orgchart-fold.ts';
import { layOutTree, type TreeNode } from './orgchart-tree.ts';
import type { Placed } from './placed.ts';

export interface Room { readonly x: number; readonly width: number; readonly height: number }

/** From level `stackFrom` units hang on spines: on one under their parent, or folded over `columns` side by side. */
interface Attempt { readonly stackFrom: number; readonly width: number; readonly columns: number; readonly gap: number }

export function drawUnits(roots: readonly OrgUnit[], room: Room, scale: number, dividing: boolean, context: BlockContext): { content: readonly Placed[]; height: number } | undefined {
  const units = new Units(scaled(context.theme.components.orgchart, scale), scale, dividing, context);
  for (const attempt of attempts(roots, room, units.measures)) {
    const drawn = drawAttempt(roots, attempt, room, units);
    if (drawn) return drawn;
  }
  return undefined;
}

/** Boxes go with their type; the space in and between them, which is there to be given, goes twice as far. */
function scaled(measures: Measures, scale: number): Measures {
  const { box, smallest, inset, levels, siblings, stacked, indent } = measures;
  const space = scale * scale;
  return { ...measures, box: box * scale, smallest: smallest * scale, inset: inset * space, levels: levels * space, siblings: siblings * space, stacked: stacked * space, indent: indent * space };
}

/**
 * The template's width first, then narrower boxes, then a level more on spines, then those folded into columns, deeper and
 * deeper: the first that fits. What does not is tried once more with levels closer together, then on spines alone.
 */
function attempts(roots: readonly OrgUnit[], room: Room, { box, smallest, stackFrom, siblings, levels, indent }: Measures): Attempt[] {
  const widths = [box, (box * 2 + smallest) / 3, (box + 2 * smallest) / 3, smallest].filter((width) => width <= box);
  const chain = chainLength(roots);
  const tries: Omit<Attempt, 'gap'>[] = widths.map((width) => ({ stackFrom: stackFrom + chain, width, columns: 1 }));
  for (let level = stackFrom + chain - 1; level > chain + 2; level -= 1) tries.push(...widths.slice(0, 2).map((width) => ({ stackFrom: level, width, columns: 1 })));
  const fan = fanSize(roots);
  const across = (width: number): number => Math.floor((room.width + siblings) / (width + siblings));
  // As many columns as the template's boxes leave room for, then more and narrower ones.
  const most = Math.ceil(fan / 2);
  const narrowest = across(smallest + indent);
  for (let columns = Math.max(1, Math.min(across(box), most)); columns <= Math.min(narrowest, most); columns += 1) tries.push({ stackFrom: chain + 2, width: Math.min(box, (room.width + siblings) / columns - siblings), columns });
  for (let level = chain + 3; level <= chain + 4; level += 1) {
    for (let whole = Math.max(2, across(box)); whole <= narrowest; whole += 1) {
      for (let columns = 1; columns <= Math.max(1, Math.floor(whole / 2)); columns += 1) tries.push({ stackFrom: level, width: Math.min(box, (room.width + siblings) / whole - siblings), columns });
    }
  }
  const spines: Omit<Attempt, 'gap'>[] = [];
  for (let level = chain + 2; level >= 1; level -= 1) spines.push(...widths.slice(0, 2).map((width) => ({ stackFrom: level, width, columns: 1 })));
  return [tries, spines].flatMap((some) => [levels, levels / 2].flatMap((gap) => some.map((attempt) => ({ ...attempt, gap }))));
}

/** How many units stand under the last of the chain at the top. */
function fanSize([root, more]: readonly OrgUnit[]): number {
  if (!root || more) return 1;
  let unit = root;
  for (let [only, further] = unit.children; only && !further; [only, further] = unit.children) unit = only;
  return unit.children.length;
}

/** Units at the top that have one below them each count as one level: a line, not a fan. */
function chainLength(roots: readonly OrgUnit[]): number {
  let length = 0;
  let [only, more] = roots;
  while (only && !more && only.children.length === 1) {
    length += 1;
    [only, more] = only.children;
  }
  return length;
}

function drawAttempt(roots: readonly OrgUnit[], attempt: Attempt, room: Room, units: Units): { content: readonly Placed[]; height: number } | undefined {
  const { width, gap } = attempt;
  const { siblings } = units.measures;
  // Its breadth is known before any word is set.
  if (breadthOf(layOutTree({ children: roots.map((root) => outline(root, 1, attempt)) }, width + siblings), width) > room.width + 0.01) return undefined;
  const trees = roots.map((root) => units.node(root, 1, attempt));
  const forest = trees.flatMap((tree) => tree ?? []);
  if (forest.length < roots.length) return undefined;
  const top: TreeNode = { children: forest };
  const centres = layOutTree(top, width + siblings);
  const left = Math.min(...[...centres].flatMap(([node, x]) => (node === top ? [] : [x])));
  const breadth = breadthOf(centres, width);
  if (breadth > room.width + 0.01) return undefined;
  // A root over the text's column, where the whole still fits: the page keeps its axis.
  const middle = room.x + room.width / 2;
  const rootX = (forest.length === 1 && forest[0] ? centres.get(forest[0]) ?? 0 : left + (breadth - width) / 2) - left + width / 2;
  const x = Math.min(Math.max(middle - rootX, room.x), room.x + room.width - breadth);
  const canvas = new Canvas(units.measures, gap);
  const heights = levelTops(forest, gap);
  for (const tree of forest) canvas.draw(tree, (node) => x + (centres.get(node) ?? 0) - left, heights);
  return canvas.height > room.height ? undefined : { content: canvas.finish(), height: canvas.height };
}

function breadthOf(centres: ReadonlyMap<TreeNode, number>, width: number): number {
  const xs = [...centres.values()];
  return Math.max(...xs) - Math.min(...xs) + width;
}

/** The tree with its columns, before anything is set. */
function outline(unit: OrgUnit, level: number, { stackFrom, columns }: Attempt): TreeNode {
  if (level + 1 < stackFrom) return { children: unit.children.map((child) => outline(child, level + 1, { stackFrom, columns, width: 0, gap: 0 })) };
  const folded = columns > 1 && level === stackFrom - 1 ? Math.min(columns, unit.children.length) : 0;
  return { children: Array.from({ length: folded }, () => ({ children: [] })) };
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

/** In a box of fewer ems, words that must be divided are divided everywhere. */
const WHOLE_WORDS = 7.5;

/** Where room is short, lines stand as close as short lines may: this part of their size. */
const CLOSE = 1.25;

/** Units as boxes in one scale; a box once set is not set again in the next attempt. */
class Units {
  private readonly boxes = new Map<string, Box | undefined>();

  constructor(readonly measures: Measures, private readonly scale: number, private readonly dividing: boolean, private readonly context: BlockContext) {}

  /** Undefined where a part of a word is wider than its box, or a spine too deep. */
  node(unit: OrgUnit, level: number, attempt: Attempt): Node | undefined {
    const { stackFrom, width, columns } = attempt;
    const box = this.box(unit, level, width, false);
    if (!box) return undefined;
    if (level + 1 < stackFrom) {
      const children = unit.children.map((child) => this.node(child, level + 1, attempt));
      return children.some((child) => child === undefined) ? undefined : { box, children: children.flatMap((child) => child ?? []), stack: [] };
    }
    const stack = unit.children.map((child) => this.stacked(child, level + 1, width, 1));
    if (stack.some((child) => child === undefined)) return undefined;
    const whole = stack.flatMap((child) => child ?? []);
    // Where others of its level have columns, one unit is a column too: they could else reach under it.
    if (columns === 1 || level !== stackFrom - 1 || whole.length === 0) return { box, children: [], stack: whole };
    const folded = foldColumns(whole.map(({ height }) => height + this.measures.stacked), columns);
    return { box, children: folded.map(([from, to]): Column => ({ children: [], hanging: whole.slice(from, to) })), stack: [] };
  }

  private stacked(unit: OrgUnit, level: number, width: number, depth: number): Stacked | undefined {
    const { indent, smallest, stacked } = this.measures;
    const own = width - depth * indent;
    if (own < smallest * 0.7) return undefined;
    const box = this.box(unit, level, own, true);
    const children = unit.children.map((child) => this.stacked(child, level + 1, width, depth + 1));
    if (!box || children.some((child) => child === undefined)) return undefined;
    const under = children.flatMap((child) => child ?? []);
    return { box, children: under, height: under.reduce((sum, { height }) => sum + stacked + height, box.height) };
  }

  private box(unit: OrgUnit, level: number, width: number, stacked: boolean): Box | undefined {
    const key = `${unit.id} ${width} ${stacked}`;
    if (!this.boxes.has(key)) this.boxes.set(key, this.set(unit, level, width, stacked));
    return this.boxes.get(key);
  }

  private set(unit: OrgUnit, level: number, width: number, stacked: boolean): Box | undefined {
    const { context, measures: { inset } } = this;
    const noteStyle = this.style('orgchart');
    // Leaves on a spine are set in the plain style: names of people and committees, not headings.
    const nameStyle = level === 1 ? this.style('orgchart-top') : unit.children.length > 0 || !stacked ? this.style('orgchart-name') : noteStyle;
    const room = width - 2 * inset;
    const parts = [{ words: unit.name, style: nameStyle, id: `${unit.id}/name` }, ...unit.notes.map((words, index) => ({ words, style: noteStyle, id: `${unit.id}/note${index + 1}` }))];
    const content: Placed[] = [];
    let y = inset;
    for (const { words, style, id } of parts) {
      if (plainText(words) === '') continue;
      // Long words are divided where they would else decide how the whole is drawn.
      const long = context.typesetter.extent(words, style, context.inline).min > room + 0.01;
      if (long && !this.dividing && room < WHOLE_WORDS * style.size) return undefined;
      const set = context.text(words, long ? { ...style, hyphenate: true } : style, inset, room, unit.span, { tag: id, align: 'left' });
      if (long && set.width > room + 0.01) return undefined;
      content.push(...moveAll(set.content, 0, y));
      y += set.height;
    }
    return { level, content, height: Math.max(y, inset + nameStyle.leading) + inset, width };
  }

  private style(role: 'orgchart' | 'orgchart-name' | 'orgchart-top'): RoleStyle {
    const style = this.context.style(role);
    return this.scale === 1 ? style : { ...style, size: style.size * this.scale, leading: Math.min(style.leading, style.size * CLOSE) * this.scale };
  }
}
