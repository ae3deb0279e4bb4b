// Words in a drawing → their glyphs' outlines, so that a picture's text needs no font of its own in the PDF.
import { createRequire } from 'node:module';
import type { FaceSet, FaceSource } from '../../theme/index.ts';
import type { PathSegment } from '../../pictures/index.ts';

interface Command { readonly command: string; readonly args: readonly number[] }
interface Font {
  readonly unitsPerEm: number;
  layout(text: string): { readonly glyphs: readonly { readonly path: { readonly commands: readonly Command[] } }[]; readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[] };
}

export interface Outlines { readonly path: readonly PathSegment[]; readonly width: number }
type Asked = { readonly weight: number; readonly italic: boolean; readonly size: number };

/** Always in the template's face: a drawing's own fonts are not in the publication. Points of the drawing, y down. */
export function createOutliner(faces: ReadonlyMap<string, FaceSource>, set: FaceSet): (text: string, asked: Asked) => Outlines | undefined {
  const load = createRequire(import.meta.url);
  const fonts = new Map<string, Font>();
  return (text, { weight, italic, size }) => {
    const key = weight >= 600 ? (italic ? set.strongItalic : set.strong) : italic ? set.italic : set.regular;
    const source = faces.get(key);
    if (!source) return undefined;
    let font = fonts.get(key);
    if (!font) fonts.set(key, (font = (load('fontkit') as { create(bytes: Uint8Array): Font }).create(source.bytes)));
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    const path: PathSegment[] = [];
    let x = 0;
    glyphs.forEach((glyph, index) => {
      const position = positions[index];
      const dx = x + (position?.xOffset ?? 0), dy = position?.yOffset ?? 0;
      path.push(...segmentsOf(glyph.path.commands, (px) => (px + dx) * scale, (py) => -(py + dy) * scale));
      x += position?.xAdvance ?? 0;
    });
    return { path, width: x * scale };
  };
}

/** TrueType's quadratic curves raised to cubic ones: the same curve. */
function segmentsOf(commands: readonly Command[], x: (value: number) => number, y: (value: number) => number): PathSegment[] {
  const out: PathSegment[] = [];
  let px = 0, py = 0;
  for (const { command, args: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] } of commands) {
    switch (command) {
      case 'moveTo': out.push(['M', x(a), y(b)]); [px, py] = [a, b]; break;
      case 'lineTo': out.push(['L', x(a), y(b)]); [px, py] = [a, b]; break;
      case 'quadraticCurveTo':
        out.push(['C', x(px + (a - px) * 2 / 3), y(py + (b - py) * 2 / 3), x(c + (a - c) * 2 / 3), y(d + (b - d) * 2 / 3), x(c), y(d)]);
        [px, py] = [c, d];
        break;
      case 'bezierCurveTo': out.push(['C', x(a), y(b), x(c), y(d), x(e), y(f)]); [px, py] = [e, f]; break;
      default: out.push(['Z']);
    }
  }
  return out;
}
