// SVG `<text>` → the outlines of its letters where they stand.
import type { PathSegment } from '../artwork.ts';
import { movePath, translate } from './matrix.ts';
import type { Lengths } from './shapes.ts';
import { inherit, type Style } from './style.ts';
import type { OutlineText } from './text.ts';
import type { Element } from './xml.ts';

export interface TextPiece { readonly path: readonly PathSegment[]; readonly style: Style }

interface Piece { readonly text: string; readonly style: Style; readonly x?: number; readonly y?: number; readonly dx: number; readonly dy: number }

/** Gives the words that no face has. */
export function setSvgText(
  element: Element, style: Style, outline: OutlineText, value: (element: Element) => (property: string) => string | undefined, length: Lengths, draw: (piece: TextPiece) => void,
): string {
  const pieces: Piece[] = [];
  gather(element, style, value, length, pieces);
  let left = '';
  let [x, y] = [0, 0];
  for (let from = 0; from < pieces.length;) {
    // A chunk runs to the next piece with a place of its own; it is anchored as a whole.
    let to = from + 1;
    while (to < pieces.length && pieces[to]?.x === undefined && pieces[to]?.y === undefined) to += 1;
    const chunk = pieces.slice(from, to);
    x = chunk[0]?.x ?? x;
    y = chunk[0]?.y ?? y;
    const outlines = chunk.map((piece) => ({ piece, drawn: outline(piece.text, faceOf(piece.style)) }));
    const width = outlines.reduce((sum, { piece, drawn }) => sum + (drawn?.width ?? 0) + piece.dx, 0);
    const anchor = chunk[0]?.style.anchor;
    x -= anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
    for (const { piece, drawn } of outlines) {
      x += piece.dx;
      y += piece.dy;
      if (drawn) draw({ path: movePath(drawn.path, translate(x, y)), style: piece.style });
      else left += piece.text;
      x += drawn?.width ?? 0;
    }
    from = to;
  }
  return left.trim();
}

function gather(element: Element, style: Style, value: (element: Element) => (property: string) => string | undefined, length: Lengths, pieces: Piece[]): void {
  const read = (name: string, whole: 'width' | 'height'): number | undefined => {
    const first = element.attributes.get(name)?.trim().split(/[\s,]+/)[0];
    if (first === undefined || first === '') return undefined;
    return length({ ...element, attributes: new Map([[name, first]]) }, name, whole);
  };
  const own = { x: read('x', 'width'), y: read('y', 'height'), dx: read('dx', 'width') ?? 0, dy: read('dy', 'height') ?? 0 };
  let first = true;
  for (const child of element.children) {
    if (typeof child !== 'string') {
      if (child.name === 'tspan' || child.name === 'a' || child.name === 'textPath') gather(child, inherit(style, value(child)), value, length, pieces);
      continue;
    }
    const last = pieces[pieces.length - 1];
    let text = child.replace(/[\t\n\r ]+/g, ' ');
    // White space between pieces counts once.
    if (!last || last.text.endsWith(' ') || (first && own.x !== undefined)) text = text.trimStart();
    if (text === '') continue;
    pieces.push({
      text, style, dx: first ? own.dx : 0, dy: first ? own.dy : 0, ...(first && own.x !== undefined ? { x: own.x } : {}), ...(first && own.y !== undefined ? { y: own.y } : {}),
    });
    first = false;
  }
}

function faceOf(style: Style): { family: string; weight: number; italic: boolean; size: number } {
  const weight = style.weight === 'bold' || style.weight === 'bolder' ? 700 : style.weight === 'normal' || style.weight === 'lighter' ? 400 : Number(style.weight) || 400;
  return { family: style.family, weight, italic: style.slant === 'italic' || style.slant === 'oblique', size: style.fontSize };
}
