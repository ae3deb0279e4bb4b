// SVG filters → shadows, blur and colours as vectors; what is more is told and left out, and the drawing stays.
import { describe, expect, it } from 'vitest';
import type { Mark, Shape } from '../../src/pictures/index.ts';
import { drawSvg } from '../../src/pictures/svg/draw-svg.ts';

const RECT = '<rect id="r" width="40" height="40" fill="#f00" filter="url(#f)"/>';
function draw(filter: string, content = RECT): { marks: readonly Mark[]; flat: readonly Shape[]; found: string[] } {
  const found: string[] = [];
  const { shapes } = drawSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><defs><filter id="f">${filter}</filter></defs>${content}</svg>`, (rule, message) => found.push(`${rule} ${message}`), undefined);
  const flatten = (marks: readonly Mark[]): Shape[] => marks.flatMap((mark) => ('group' in mark ? flatten(mark.group) : 'path' in mark ? [mark] : []));
  return { marks: shapes, flat: flatten(shapes), found };
}
const RED = { rgb: [1, 0, 0] };
const leftOf = ({ path: [start] }: Shape): unknown => start?.slice(1);

describe('a filter', () => {
  it('of a drop shadow is grown copies in its colour below the shape, paler outwards', () => {
    const { flat, found } = draw('<feDropShadow dx="4" dy="8" stdDeviation="4" flood-color="#00f" flood-opacity=".5"/>');
    expect(found).toEqual([]);
    const own = flat.at(-1);
    const shadow = flat.slice(0, -1);
    expect([own?.fill, own && leftOf(own)]).toEqual([RED, [0, 0]]);
    expect(shadow.length).toBeGreaterThan(4);
    for (const part of shadow) expect([part.fill, leftOf(part)]).toEqual([{ rgb: [0, 0, 1] }, [3, 6]]);
    const widths = shadow.map(({ stroke }) => stroke?.width ?? 0);
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
    expect(widths.at(-1)).toBe(0);
  });
  it('never makes a shadow more opaque than it says', () => {
    const { marks } = draw('<feDropShadow dx="0" dy="0" stdDeviation="4" flood-opacity=".5"/>');
    const opacities = marks.slice(0, -1).map((mark) => ('group' in mark ? mark.opacity ?? 1 : 'path' in mark ? mark.fillOpacity ?? 1 : 1));
    const whole = 1 - opacities.reduce((clear, opacity) => clear * (1 - opacity), 1);
    expect(whole).toBeGreaterThan(0.48);
    expect(whole).toBeLessThan(0.52);
  });
  it('as drawing programs write it is a shadow too: offset, blur, colour and blend', () => {
    const { flat, found } = draw('<feFlood flood-opacity="0" result="B"/><feColorMatrix in="SourceAlpha" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hard"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hard" operator="out"/><feColorMatrix values="0 0 0 0 1 0 0 0 0 0 0 0 0 0 1 0 0 0 .25 0"/><feBlend in2="BackgroundImageFix" result="s"/><feBlend in="SourceGraphic" in2="s"/>');
    expect(found).toEqual([]);
    expect(flat[0]?.fill).toEqual({ rgb: [1, 0, 1] });
    expect(flat.at(-1)?.fill).toEqual(RED);
  });
  it('merges, and moves with the transform of its shape', () => {
    const merged = draw('<feOffset in="SourceAlpha" dx="4" result="o"/><feMerge><feMergeNode in="o"/><feMergeNode in="SourceGraphic"/></feMerge>', `<g transform="scale(2)">${RECT}</g>`);
    expect(merged.flat.map((shape) => [shape.fill, leftOf(shape)])).toEqual([[{ gray: 0 }, [6, 0]], [RED, [0, 0]]]);
  });
  it('changes colours', () => {
    expect(draw('<feColorMatrix type="saturate" values="0"/>').flat[0]?.fill).toEqual({ gray: 0.213 });
    expect(draw('<feColorMatrix values="0 1 0 0 0 1 0 0 0 0 0 0 1 0 0 0 0 0 1 0"/>').flat[0]?.fill).toEqual({ rgb: [0, 1, 0] });
    expect(draw('<feFlood flood-color="lime"/><feComposite in2="SourceAlpha" operator="in"/>').flat[0]?.fill).toEqual({ rgb: [0, 1, 0] });
  });
  it.each([
    ['<feTurbulence baseFrequency=".05"/><feDisplacementMap in="SourceGraphic" scale="9"/>'], ['<feDiffuseLighting><feDistantLight/></feDiffuseLighting>'], [''], ['<feOffset in="nothing"/>'],
    ['<feFlood/>'], [`${'<feMerge><feMergeNode/><feMergeNode/></feMerge>'.repeat(9)}`], ['<feColorMatrix values="1 2 x"/>'],
  ])('that is more leaves the shape as it is, with a word about it: %s', (filter) => {
    const { flat, found } = draw(filter);
    expect(flat.map((shape) => [shape.fill, leftOf(shape)])).toEqual([[RED, [0, 0]]]);
    expect(found).toEqual(['picture-filter the filter of line 1 is not drawn.']);
  });
  it('of which a part is more is drawn for the rest', () => {
    const { flat, found } = draw('<feTurbulence result="t"/><feOffset in="SourceAlpha" dx="4" result="o"/><feMerge><feMergeNode in="o"/><feMergeNode in="t"/><feMergeNode in="SourceGraphic"/></feMerge>');
    expect(flat.length).toBe(2);
    expect(found).toEqual(['picture-filter part of the filter of line 1 is not drawn.']);
  });
});
