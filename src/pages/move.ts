// A placed thing → the same elsewhere on its page.
import type { Placed, PlacedPath } from '../flow/index.ts';

export function move(item: Placed, dx: number, dy: number): Placed {
  if (item.kind !== 'path') return { ...item, x: item.x + dx, y: item.y + dy };
  return { ...item, moved: { dx: (item.moved?.dx ?? 0) + dx, dy: (item.moved?.dy ?? 0) + dy } };
}

/** A path as it stands on its page. */
export function segmentsOf({ path, moved }: PlacedPath): PlacedPath['path'] {
  if (!moved) return path;
  const { dx, dy } = moved;
  return path.map((segment) => {
    switch (segment[0]) {
      case 'Z': return segment;
      case 'C': return ['C', segment[1] + dx, segment[2] + dy, segment[3] + dx, segment[4] + dy, segment[5] + dx, segment[6] + dy] as const;
      default: return [segment[0], segment[1] + dx, segment[2] + dy] as const;
    }
  });
}
