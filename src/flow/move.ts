// Placed things → the same elsewhere.
import type { PathSegment } from '../pictures/index.ts';
import type { Placed } from './placed.ts';

export function movePath(path: readonly PathSegment[], dx: number, dy: number): readonly PathSegment[] {
  return path.map((segment): PathSegment => {
    switch (segment[0]) {
      case 'C': return ['C', segment[1] + dx, segment[2] + dy, segment[3] + dx, segment[4] + dy, segment[5] + dx, segment[6] + dy];
      case 'Z': return segment;
      default: return [segment[0], segment[1] + dx, segment[2] + dy];
    }
  });
}

export function move(placed: Placed, dx: number, dy: number): Placed {
  return placed.kind === 'path' ? { ...placed, path: movePath(placed.path, dx, dy) } : { ...placed, x: placed.x + dx, y: placed.y + dy };
}

export const moveAll = (content: readonly Placed[], dx: number, dy: number): readonly Placed[] =>
  (dx === 0 && dy === 0 ? content : content.map((placed) => move(placed, dx, dy)));

/** A quarter of a turn against the clock: what ran to the right runs up from (x, y), what stood below stands to the right. */
export function turnAll(content: readonly Placed[], x: number, y: number): readonly Placed[] {
  return content.map((placed): Placed => {
    switch (placed.kind) {
      case 'line': return { ...placed, x: x + placed.y, y: y - placed.x, turned: true };
      case 'path': return { ...placed, path: turnPath(placed.path, x, y) };
      case 'picture': throw new Error('A picture that is no part of a line cannot be turned.');
    }
  });
}

function turnPath(path: readonly PathSegment[], x: number, y: number): readonly PathSegment[] {
  return path.map((segment): PathSegment => {
    switch (segment[0]) {
      case 'C': return ['C', x + segment[2], y - segment[1], x + segment[4], y - segment[3], x + segment[6], y - segment[5]];
      case 'Z': return segment;
      default: return [segment[0], x + segment[2], y - segment[1]];
    }
  });
}
