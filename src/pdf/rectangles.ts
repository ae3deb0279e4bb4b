// Marked groups → where elements stand: a link's rectangle on each line, a figure's bounds.
import type { NodeId } from '../document/index.ts';
import type { TagNode } from '../flow/index.ts';
import { segmentsOf } from '../pages/index.ts';
import { onPage, originOf } from './axes.ts';
import { isElement, type Element } from './elements.ts';
import type { Face } from './face.ts';
import type { Group, Part } from './marked.ts';
import { partX } from './paint-run.ts';

/** In page points from the top left. */
export interface Rectangle { readonly page: number; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

export type Faces = (key: string) => Face;

/** One rectangle for each line that the element's content stands on, in order. */
export function lineRectangles(element: Element, faces: Faces): Rectangle[] {
  const lines: { key: unknown; box: Rectangle }[] = [];
  for (const group of groupsOf(element)) {
    for (const part of group.parts) {
      const box = partBox(part, group.page, faces);
      const key = part.kind === 'run' ? part.placed : part;
      const last = lines.at(-1);
      const turned = part.kind === 'run' && part.placed.turned === true;
      if (last !== undefined && (last.key === key || (!turned && onSameLine(last.box, box)))) last.box = union(last.box, box);
      else lines.push({ key, box });
    }
  }
  return lines.map(({ box }) => box);
}

/** The bounds of all that the element holds on the page where it begins; its caption is an element of its own. */
export function bounds(element: Element, faces: Faces): Rectangle | undefined {
  let box: Rectangle | undefined;
  for (const group of groupsOf(element, (node) => node.role === 'Caption')) {
    for (const part of group.parts) {
      const next = partBox(part, group.page, faces);
      if (box === undefined) box = next;
      else if (next.page === box.page) box = union(box, next);
    }
  }
  return box;
}

export function* groupsOf(element: Element, leave?: (node: TagNode) => boolean): Generator<Group> {
  for (const kid of element.kids) {
    if (!isElement(kid)) yield kid;
    else if (!leave?.(kid.node)) yield* groupsOf(kid, leave);
  }
}

/** First element of the tree, by name, whose content stands at or below a place: where a destination leads. */
export function elementAt(groups: readonly Group[], y: number, faces: Faces): NodeId | undefined {
  for (const group of groups) {
    if (group.tag === undefined) continue;
    for (const part of group.parts) if (partBox(part, group.page, faces).y1 > y) return group.tag;
  }
  return undefined;
}

function partBox(part: Part, page: number, faces: Faces): Rectangle {
  if (part.kind === 'picture') {
    const [width, height] = part.turned ? [part.height, part.width] : [part.width, part.height];
    return { page, x0: part.x, y0: part.y, x1: part.x + width, y1: part.y + height };
  }
  if (part.kind === 'run') {
    const { placed, run, to } = part;
    const { ascent, descent } = faces(run.face).font;
    const x0 = partX(part);
    const x1 = to === run.glyphs.length ? originOf(placed).along + placed.line.x + run.x + run.width : partX({ ...part, from: to });
    const baseline = originOf(placed).across - run.rise;
    return { page, ...onPage(placed, { x0, y0: baseline - (ascent * run.size) / 1000, x1, y1: baseline - (descent * run.size) / 1000 }) };
  }
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const half = (part.path.stroke?.width ?? 0) / 2;
  for (const segment of segmentsOf(part.path)) {
    for (let n = 1; n + 1 < segment.length; n += 2) {
      const [x, y] = [segment[n] as number, segment[n + 1] as number];
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
  }
  return { page, x0: x0 - half, y0: y0 - half, x1: x1 + half, y1: y1 + half };
}

const onSameLine = (a: Rectangle, b: Rectangle): boolean => a.page === b.page && b.y0 < (a.y0 + a.y1) / 2 && b.y1 > (a.y0 + a.y1) / 2;

const union = (a: Rectangle, b: Rectangle): Rectangle => ({
  page: a.page, x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1),
});
