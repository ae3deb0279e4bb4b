// What the own reader cannot shape → fontkit, loaded only then: it costs more to load than a whole report to shape.
import { createRequire } from 'node:module';
import type { Face } from './face.ts';
import type { Shaped } from './shape.ts';

interface FontkitGlyph { readonly id: number; readonly codePoints: readonly number[]; readonly isMark: boolean }
interface FontkitPosition { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }
interface FontkitFont { layout(text: string, features: readonly string[]): { readonly glyphs: readonly FontkitGlyph[]; readonly positions: readonly FontkitPosition[] } }
interface Fontkit { create(bytes: Uint8Array): FontkitFont }

const load = createRequire(import.meta.url);
const opened = new WeakMap<Face, FontkitFont>();

export function shapeWithFontkit(face: Face, text: string, features: string): Shaped {
  let font = opened.get(face);
  if (!font) {
    font = (load('fontkit') as Fontkit).create(face.bytes);
    opened.set(face, font);
  }
  const asked = features.split(' ').filter((feature) => feature !== '' && feature !== 'tnum');
  const { glyphs, positions } = font.layout(text, asked);
  const scale = 1000 / face.unitsPerEm;
  const ids: number[] = [];
  const advances: number[] = [];
  const clusters: number[] = [];
  const rises: number[] = [];
  let width = 0;
  let index = 0;
  let offset = 0;
  glyphs.forEach((glyph, n) => {
    const position = positions[n];
    if (!position) return;
    // A glyph's sideways shift is taken from the advance before it and given back after it.
    const shift = position.xOffset * scale;
    if (n > 0) advances[n - 1] = (advances[n - 1] ?? 0) + shift - offset;
    offset = n > 0 ? shift : 0;
    ids.push(glyph.id);
    advances.push(position.xAdvance * scale);
    clusters.push(Math.min(index, text.length - 1));
    rises.push(position.yOffset * scale);
    width += position.xAdvance * scale;
    for (const codePoint of glyph.codePoints) index += codePoint > 0xffff ? 2 : 1;
  });
  const last = advances.length - 1;
  if (last >= 0) advances[last] = (advances[last] ?? 0) - offset;
  return { glyphs: ids, advances, clusters, width, ...(rises.some((rise) => rise !== 0) ? { rises } : {}) };
}
