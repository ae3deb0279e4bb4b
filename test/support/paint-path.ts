// A path of rectangles → RGBA pixels, dark where it is.
import type { PathSegment } from '../../src/pictures/index.ts';

export function paintPath(path: readonly PathSegment[], size: number, place: (value: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let at = 0; at + 4 < path.length; at += 5) {
    const [from, to] = [path[at], path[at + 2]];
    if (from?.[0] !== 'M' || to?.[0] !== 'L') throw new Error('Not a rectangle.');
    for (let y = Math.round(place(from[2])); y < Math.round(place(to[2])); y += 1) {
      for (let x = Math.round(place(from[1])); x < Math.round(place(to[1])); x += 1) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return pixels;
}
