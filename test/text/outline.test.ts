// Words in a drawing become outlines that stand where the words would: fontkit's own advance, y down.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOutliner } from '../../src/text/index.ts';

const file = join(import.meta.dirname, '../../fonts/lato/Lato-Regular.ttf');
const faces = new Map([['lato', { key: 'lato', file, bytes: new Uint8Array(readFileSync(file)) }]]);
const outline = createOutliner(faces, { regular: 'lato', italic: 'lato', strong: 'lato', strongItalic: 'lato' });

it('outlines words from their origin', () => {
  const found = outline('Hi', { weight: 400, italic: false, size: 100 });
  const points = (found?.path ?? []).flatMap((segment) => (segment[0] === 'Z' ? [] : [[segment.at(-2), segment.at(-1)] as [number, number]]));
  expect(found?.width).toBeCloseTo(99.6, 1);
  expect(Math.min(...points.map(([x]) => x))).toBeGreaterThan(0);
  expect(Math.max(...points.map(([x]) => x))).toBeLessThan(99.6);
  // Capitals stand above the baseline: negative y.
  expect(Math.min(...points.map(([, y]) => y))).toBeLessThan(-65);
  expect(Math.max(...points.map(([, y]) => y))).toBeLessThanOrEqual(1);
});
