// Addresses → codes that a decoder reads back from the painted path.
import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { drawCode, tracePath } from '../../src/pictures/qr.ts';
import { paintPath } from '../support/paint-path.ts';

it.each(['https://www.kl.dk/beretning25/forside', 'https://kl.dk/æøå?a=1&b=%20', `https://example.org/${'langt/'.repeat(60)}`])('reads %s back', async (url) => {
  const code = await drawCode(url);
  expect(code?.shapes.length).toBe(1);
  const size = ((code?.width ?? 0) + 8) * 4;
  const [shape] = code?.shapes ?? [];
  const pixels = paintPath(shape && 'path' in shape ? shape.path : [], size, (value) => (value + 4) * 4);
  const read = jsQR(pixels, size, size);
  expect(Buffer.from(read?.binaryData ?? []).toString('utf8')).toBe(url);
});
it('gives up where no code is large enough', async () => {
  expect(await drawCode(`https://example.org/${'x'.repeat(4000)}`)).toBeUndefined();
});
it('draws each dark module once', () => {
  const matrix = [[true, true, false], [true, true, true], [false, false, true]];
  const path = tracePath(matrix);
  let area = 0;
  for (let at = 0; at < path.length; at += 5) {
    const [from, to] = [path[at], path[at + 2]];
    if (from?.[0] === 'M' && to?.[0] === 'L') area += (to[1] - from[1]) * (to[2] - from[2]);
  }
  expect(area).toBe(6);
});
