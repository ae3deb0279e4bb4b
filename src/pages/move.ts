// A placed thing → the same elsewhere.
import type { Placed } from '../flow/index.ts';

export function move(item: Placed, dx: number, dy: number): Placed {
  if (item.kind !== 'path') return { ...item, x: item.x + dx, y: item.y + dy };
  return {
    ...item,
    path: item.path.map((segment) => {
      switch (segment[0]) {
        case 'Z': return segment;
        case 'C': return ['C', segment[1] + dx, segment[2] + dy, segment[3] + dx, segment[4] + dy, segment[5] + dx, segment[6] + dy] as const;
        default: return [segment[0], segment[1] + dx, segment[2] + dy] as const;
      }
    }),
  };
}
