// An address → its QR code as one path, a module a point, without the quiet zone.
import type { Drawing, PathSegment } from './artwork.ts';

/** Key of an address' code among the pictures; no file's path begins like this. */
export const codeKey = (url: string): string => `qr:${url}`;

/** Undefined where the address is longer than any code holds. */
export async function drawCode(url: string): Promise<Drawing | undefined> {
  const { encode } = await import('uqr');
  let code: ReturnType<typeof encode>;
  try {
    // Level M restores 15 % of damage: print, folds and stains. Never raised by itself, so that modules stay as large as can be.
    code = encode(url, { ecc: 'M', boostEcc: false, border: 0 });
  } catch {
    return undefined;
  }
  return { kind: 'drawing', width: code.size, height: code.size, hash: codeKey(url), shapes: [{ path: tracePath(code.data), fill: { gray: 0 } }] };
}

/**
 * Dark modules as rectangles, each as wide as the run of its row and as high as the same run repeats: hardly any seams,
 * which viewers would show as hairlines.
 */
export function tracePath(matrix: readonly (readonly boolean[])[]): readonly PathSegment[] {
  const path: PathSegment[] = [];
  let open = new Map<string, { from: number; to: number; top: number }>();
  const draw = (run: { from: number; to: number; top: number }, bottom: number): void => {
    path.push(['M', run.from, run.top], ['L', run.to, run.top], ['L', run.to, bottom], ['L', run.from, bottom], ['Z']);
  };
  matrix.forEach((row, y) => {
    const now = new Map<string, { from: number; to: number; top: number }>();
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      const key = `${from} ${x + 1}`;
      now.set(key, open.get(key) ?? { from, to: x + 1, top: y });
      open.delete(key);
    }
    for (const run of open.values()) draw(run, y);
    open = now;
  });
  for (const run of open.values()) draw(run, matrix.length);
  return path;
}
