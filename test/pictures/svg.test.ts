// Small SVG sources → shapes in points.
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/pictures/svg/draw-svg.ts';
import { readEmbedded } from '../../src/pictures/svg/embedded.ts';
import { parseColour } from '../../src/pictures/svg/colour.ts';
import { parseTransform } from '../../src/pictures/svg/matrix.ts';
import type { Mark, OutlineText, Shape } from '../../src/pictures/index.ts';

function draw(inner: string, attributes = 'width="100" height="100"', outline?: OutlineText): { shapes: readonly Shape[]; width: number; height: number; found: string[] } {
  const found: string[] = [];
  const drawing = drawSvg(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`, (rule, message) => found.push(`${rule} ${message}`), outline);
  return { ...drawing, shapes: drawing.shapes.filter((shape) => 'path' in shape), found };
}
const pathOf = (inner: string, attributes?: string): string => draw(inner, attributes).shapes.map(({ path }) => path.map((segment) => segment.join(' ')).join(' ')).join(' | ');

describe('shapes', () => {
  it('are in points', () => {
    expect(pathOf('<rect x="4" y="8" width="40" height="20"/>')).toBe('M 3 6 L 33 6 L 33 21 L 3 21 Z');
    expect(pathOf('<line x1="0" y1="0" x2="4" y2="4" stroke="black"/>')).toBe('M 0 0 L 3 3');
    expect(pathOf('<polygon points="0,0 4,0 4 4"/>')).toBe('M 0 0 L 3 0 L 3 3 Z');
  });
  it('come from all of the path grammar', () => {
    expect(pathOf('<path d="m4 4h4v4H4z"/>')).toBe('M 3 3 L 6 3 L 6 6 L 3 6 Z');
    expect(pathOf('<path d="M0 0Q4 0 4 4T8 8"/>').startsWith('M 0 0 C 2 0 3 1 3 3 C')).toBe(true);
    expect(pathOf('<path d="M0 0a4 4 0 0 1 4 4"/>')).toMatch(/^M 0 0 C 1\.65\d 0 3 1\.34\d 3 3$/);
    expect(pathOf('<path d="M0 0C0 4 4 4 4 0S8-4 8 0"/>')).toBe('M 0 0 C 0 3 3 3 3 0 C 3 -3 6 -3 6 0');
    const broken = draw('<path d="M0 0L4 4 nonsense"/>');
    expect(broken.found[0]).toMatch(/^picture-path/);
  });
  it('take viewBox, transforms and units', () => {
    expect(draw('', 'viewBox="0 0 40 20" width="10mm"').width).toBeCloseTo(28.35, 1);
    expect(draw('', 'viewBox="0 0 40 20"')).toMatchObject({ width: 30, height: 15 });
    expect(pathOf('<rect width="10" height="10"/>', 'viewBox="0 0 10 20" width="40" height="40"')).toBe('M 7.5 0 L 22.5 0 L 22.5 15 L 7.5 15 Z');
    expect(pathOf('<g transform="translate(4)"><rect transform="rotate(90)" width="4" height="8"/></g>')).toBe('M 3 0 L 3 3 L -3 3 L -3 0 Z');
    expect(parseTransform('scale(2) translate(3,4)')).toEqual([2, 0, 0, 2, 6, 8]);
    expect(parseTransform('turn(2)')).toBeUndefined();
  });
  it('are used again, and never for ever', () => {
    expect(pathOf('<defs><rect id="r" width="4" height="4"/></defs><use href="#r" x="4"/><use xlink:href="#r" y="4"/>')).toBe('M 3 0 L 6 0 L 6 3 L 3 3 Z | M 0 3 L 3 3 L 3 6 L 0 6 Z');
    expect(draw('<g id="a"><use href="#a"/><use href="#a"/></g>').found[0]).toMatch(/uses itself/);
    const laughs = Array.from({ length: 12 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`).join('');
    expect(() => draw(`<defs><rect id="l0" width="1" height="1"/>${laughs}</defs><use href="#l12"/>`)).toThrow(/more than 50000 times/);
    expect(pathOf('<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol><use href="#s" width="4" height="4"/>')).toBe('M 0 0 L 3 0 L 3 3 L 0 3 Z');
  });
});

describe('paint', () => {
  it('is inherited, and styled by attribute, sheet and style in that order', () => {
    const { shapes } = draw('<style>.a{fill:#f00} #b{fill:blue}</style><g fill="lime"><rect class="a" width="1" height="1"/><rect id="b" class="a" width="1" height="1"/><rect class="a" style="fill:black" width="1" height="1"/><rect width="1" height="1"/></g>');
    expect(shapes.map(({ fill }) => fill)).toEqual([{ rgb: [1, 0, 0] }, { rgb: [0, 0, 1] }, { gray: 0 }, { rgb: [0, 1, 0] }]);
  });
  it('keeps greys grey', () => {
    expect(parseColour('#808080')?.colour).toEqual({ gray: 128 / 255 });
    expect(parseColour('rgb(50%, 50%, 50%)')?.colour).toEqual({ gray: 0.5 });
    expect(parseColour('rgba(255,0,0,.5)')).toEqual({ colour: { rgb: [1, 0, 0] }, opacity: 0.5 });
    expect(parseColour('hsl(120, 100%, 50%)')?.colour).toEqual({ rgb: [0, 1, 0] });
    expect(parseColour('RebeccaPurple')?.colour).toEqual({ rgb: [0.4, 0.2, 0.6] });
    expect(parseColour('constructor')).toBeUndefined();
  });
  it('has strokes, dashes, opacity and fill rules', () => {
    const [shape] = draw('<path d="M0 0L4 4" opacity=".5" fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="4"/>').shapes;
    expect(shape?.stroke).toEqual({ colour: { gray: 0 }, width: 3, opacity: 0.5, dash: [3, 3], cap: 1, join: 2, miterLimit: 4 });
    expect(shape?.fill).toBeUndefined();
    expect(draw('<path d="M0 0h4v4z" fill-rule="evenodd"/>').shapes[0]?.evenOdd).toBe(true);
  });
  const STOPS = '<stop offset="0" stop-color="black"/><stop offset="1" stop-color="white"/>';
  const stops = [{ offset: 0, colour: { gray: 0 }, opacity: 1 }, { offset: 1, colour: { gray: 1 }, opacity: 1 }];
  it('has gradients on the shape that they fill', () => {
    const { shapes, found } = draw(`<linearGradient id="g" gradientTransform="rotate(90)">${STOPS}</linearGradient><rect x="8" width="4" height="8" fill="url(#g)"/>`);
    expect(shapes[0]?.fill).toEqual({ kind: 'linear', from: [0, 0, 0], to: [1, 0, 0], matrix: [expect.closeTo(0), 6, -3, expect.closeTo(0), 6, 0], stops });
    expect(found).toEqual([]);
  });
  it('has gradients in user units that take what they lack from another', () => {
    const { shapes } = draw(`<radialGradient id="a" r="8" gradientUnits="userSpaceOnUse">${STOPS}</radialGradient><radialGradient id="b" href="#a" cx="20" cy="12" fx="40"/><path d="M0 0H40V40" fill="none" stroke="url(#b)"/>`);
    expect(shapes[0]?.stroke?.colour).toEqual({ kind: 'radial', from: [expect.closeTo(27.992), 12, 0], to: [20, 12, 8], matrix: [0.75, 0, 0, 0.75, 0, 0], stops });
  });
  it('writes repeats out as far as the shape reaches', () => {
    const of = (method: string): unknown => draw(`<linearGradient id="g" x2="4" gradientUnits="userSpaceOnUse" spreadMethod="${method}">${STOPS}</linearGradient><rect x="-2" width="8" height="4" fill="url(#g)"/>`).shapes[0]?.fill;
    const offsets = (fill: unknown): string => (fill as { stops: typeof stops }).stops.map(({ offset, colour }) => `${offset}:${colour.gray}`).join(' ');
    expect(offsets(of('repeat'))).toBe('-1:0 0:1 0:0 1:1 1:0 2:1');
    expect(offsets(of('reflect'))).toBe('-1:1 0:0 0:0 1:1 1:1 2:0');
    expect(offsets(of('pad'))).toBe('0:0 1:1');
  });
  it('is one colour where a gradient has no extent', () => {
    expect(draw(`<linearGradient id="g" x1="1">${STOPS}</linearGradient><rect width="4" height="4" fill="url(#g)"/>`).shapes[0]?.fill).toEqual({ gray: 0.5 });
    expect(draw('<linearGradient id="g"><stop stop-color="red" stop-opacity=".5"/></linearGradient><rect width="4" height="4" fill="url(#g)"/>').shapes[0]).toMatchObject({ fill: { rgb: [1, 0, 0] }, fillOpacity: 0.5 });
  });
  it('clips, by the rule that the clip gives', () => {
    expect(draw('<clipPath id="c" clip-rule="evenodd"><path d="M0 0H8V8Z"/></clipPath><circle r="8" clip-path="url(#c)"/>').shapes[0]?.clip?.[0]?.evenOdd).toBe(true);
    expect(draw('<clipPath id="c"><path fill-rule="evenodd" d="M0 0H8V8Z"/></clipPath><circle r="8" clip-path="url(#c)"/>').shapes[0]?.clip?.[0]?.evenOdd).toBeUndefined();
    const [shape] = draw('<clipPath id="c"><rect width="4" height="4"/></clipPath><circle r="8" clip-path="url(#c)"/>').shapes;
    expect(shape?.clip?.[0]?.path.length).toBe(5);
  });
  it('clips groups, pictures and uses to their own bounds', () => {
    const clip = '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height=".5"/></clipPath><defs><rect id="r" width="8" height="8"/></defs>';
    expect(draw(`${clip}<g clip-path="url(#c)"><rect x="4" width="8" height="8"/><use href="#r" transform="translate(12 8)"/></g>`).shapes[0]?.clip?.[0]?.path).toEqual([['M', 3, 0], ['L', 15, 0], ['L', 15, 6], ['L', 3, 6], ['Z']]);
  });
  it('draws nothing that is hidden', () => {
    expect(draw('<rect width="4" height="4" display="none"/><g visibility="hidden"><rect width="4" height="4"/></g><rect width="4" height="4" fill="none"/>').shapes).toEqual([]);
  });
});

describe('patterns, masks and groups', () => {
  const marks = (inner: string): { marks: readonly Mark[]; found: string[] } => {
    const found: string[] = [];
    return { marks: drawSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${inner}</svg>`, (rule) => found.push(rule)).shapes, found };
  };
  const RED = { rgb: [1, 0, 0] };
  it('a pattern is a cell in its own space, the same one for all that it paints alike', () => {
    const pattern = '<pattern id="p" x="4" y="8" width="8" height="4" patternUnits="userSpaceOnUse" patternTransform="scale(2)"><path d="M0 0H4V4" fill="red"/></pattern>';
    const { marks: [a, b], found } = marks(`${pattern}<rect width="40" height="40" fill="url(#p)"/><rect x="40" width="40" height="40" fill="url(#p)"/>`);
    const fill = a && 'path' in a ? a.fill : undefined;
    expect(fill).toEqual({ tile: [{ path: [['M', 0, 0], ['L', 4, 0], ['L', 4, 4]], fill: RED }], width: 8, height: 4, matrix: [1.5, 0, 0, 1.5, 6, 12] });
    expect(b && 'path' in b ? b.fill : undefined).toBe(fill);
    expect(found).toEqual([]);
  });
  it('a pattern goes by the box of what it paints, and takes what it lacks from the one it names', () => {
    const { marks: [a] } = marks('<pattern id="a" width=".5" height=".25" viewBox="0 0 2 2" preserveAspectRatio="none"><rect width="1" height="1" fill="red"/></pattern><pattern id="b" href="#a"/><rect x="8" width="40" height="40" fill="url(#b)"/>');
    expect(a && 'path' in a ? a.fill : undefined).toMatchObject({ width: 20, height: 10, matrix: [0.75, 0, 0, 0.75, 6, 0], tile: [{ path: [['M', 0, 0], ['L', 10, 0], ['L', 10, 5], ['L', 0, 5], ['Z']] }] });
  });
  it('a pattern that holds itself, has no size or is finer than print is a plain colour, and said', () => {
    for (const size of ['width="0" height="4"', 'width=".001" height=".001"']) {
      const { marks: [a], found } = marks(`<pattern id="p" ${size} patternUnits="userSpaceOnUse"><rect width="1" height="1" fill="red"/></pattern><rect width="40" height="40" fill="url(#p)"/>`);
      expect([a && 'path' in a ? a.fill : undefined, found]).toEqual([RED, ['picture-pattern']]);
    }
    expect(marks('<pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="url(#p)"/></pattern><rect width="40" height="40" fill="url(#p)"/>').found).toEqual(['picture-pattern']);
  });
  it('a mask holds for the whole group, as far as it reaches', () => {
    const { marks: [a, ...more], found } = marks('<mask id="m"><circle r="8" fill="white"/></mask><g mask="url(#m)" opacity=".5"><rect width="40" height="40"/><rect x="40" width="40" height="40"/></g>');
    expect(more).toEqual([]);
    expect(a).toMatchObject({ opacity: 0.5, mask: { by: 'luminosity', marks: [{ clip: [{ path: [['M', -6, -3], ['L', 66, -3], ['L', 66, 33], ['L', -6, 33], ['Z']] }] }] } });
    expect(a && 'group' in a ? a.group.length : 0).toBe(2);
    expect(found).toEqual([]);
  });
  it('a mask may be cut by its own measures, in units of the box, and by opacity', () => {
    const { marks: [a] } = marks('<mask id="m" mask-type="alpha" maskUnits="userSpaceOnUse" width="20" height="20" x="0" y="0" maskContentUnits="objectBoundingBox"><rect width="1" height="1"/></mask><rect width="40" height="40" mask="url(#m)"/>');
    expect(a).toMatchObject({ mask: { by: 'opacity', marks: [{ path: [['M', 0, 0], ['L', 30, 0], ['L', 30, 30], ['L', 0, 30], ['Z']], clip: [{ path: [['M', 0, 0], ['L', 15, 0], ['L', 15, 15], ['L', 0, 15], ['Z']] }] }] } });
  });
  it('what lies over each other in a group that is not opaque does not shine through', () => {
    expect(marks('<g opacity=".5"><rect width="4" height="4"/><rect width="4" height="4"/></g>').marks).toMatchObject([{ opacity: 0.5, group: [{}, {}] }]);
    expect(marks('<g opacity=".5"><rect width="4" height="4"/></g>').marks).toMatchObject([{ fillOpacity: 0.5 }]);
  });
});

describe('markers', () => {
  const MARKER = '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2" orient="auto" overflow="visible"><path d="M0 0H4V4" fill="context-stroke"/></marker>';
  it('stand at vertices, turned along the line and as large as it is thick', () => {
    const { shapes } = draw(`${MARKER}<path d="M8 8H16V24" fill="none" stroke="red" stroke-width="2" marker-start="url(#m)" marker-end="url(#m)"/>`);
    expect(shapes.map(({ path }) => path.map((segment) => segment.join(' ')).join(' '))).toEqual(['M 6 6 L 12 6 L 12 18', 'M 3 3 L 9 3 L 9 9', 'M 15 15 L 15 21 L 9 21']);
    expect(shapes[1]?.fill).toEqual({ rgb: [1, 0, 0] });
  });
  it('are inherited, and turn half-way at a bend', () => {
    const { shapes } = draw(`${MARKER}<g marker-mid="url(#m)"><polyline points="0,0 8,0 8,8" stroke="black" fill="none"/><rect width="4" height="4"/></g>`);
    expect(shapes.length).toBe(3);
    expect(shapes[1]?.path[0]).toEqual(['M', 6, expect.closeTo(-2.121, 3)]);
  });
});

describe('pictures inside', () => {
  it('are placed by preserveAspectRatio, or told of', async () => {
    const png = Buffer.from(PNG.sync.write(new PNG({ width: 4, height: 2 }))).toString('base64');
    const source = `<svg width="40" height="40"><image x="4" width="20" height="20" opacity=".5" xlink:href="data:image/png;base64,\n ${png.slice(0, 9)}&#10;${png.slice(9)}"/><image width="4" href="data:image/gif;base64,R0lG"/></svg>`;
    const found: string[] = [];
    const { shapes: [shape] } = drawSvg(source, (rule, message) => found.push(`${rule} ${message}`), undefined, await readEmbedded(source));
    expect(shape).toMatchObject({ bitmap: { width: 4, height: 2 }, opacity: 0.5, matrix: [15, 0, 0, 7.5, 3, 3.75] });
    expect(found).toEqual(['picture-embedded line 2 holds another picture, which is left out: it is gif; PNG and JPEG are shown.']);
  });
});

describe('text', () => {
  const outline: OutlineText = (text, { size }) => ({ width: text.length * size, path: [['M', 0, 0], ['L', text.length * size, 0]] });
  it('becomes outlines where it stands', () => {
    const { shapes } = draw('<text x="40" y="20" font-size="4" text-anchor="middle">ab<tspan fill="red">c</tspan></text>', undefined, outline);
    expect(shapes.map(({ path, fill }) => [path[0]?.join(' '), fill])).toEqual([['M 25.5 15', { gray: 0 }], ['M 31.5 15', { rgb: [1, 0, 0] }]]);
  });
  it('is never lost in silence', () => {
    expect(draw('<text y="9">Hej <tspan>du</tspan></text>').found).toEqual(['picture-text the text "Hej du" of line 1 is left out.']);
  });
});

describe('faults', () => {
  it('name the line', () => {
    expect(() => drawSvg('<svg>\n<g>\n</svg>', () => undefined)).toThrow(/line 3 is not well formed/);
    expect(() => drawSvg('<html/>', () => undefined)).toThrow(/its root is <html>/);
    expect(() => drawSvg('<svg width="0" height="4"/>', () => undefined)).toThrow(/width or height is 0/);
  });
  it('tolerate entities of editors, run no script, fetch nothing', () => {
    const source = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns "http://x"> <!ENTITY a "&ns;&ns;">]><svg xmlns:i="&ns;" width="4" height="4"><script>alert(1)</script><image href="http://x/y.png"/><rect width="4" height="4"/></svg>';
    const found: string[] = [];
    expect(drawSvg(source, (rule) => found.push(rule)).shapes.length).toBe(1);
    expect(found).toEqual(['picture-embedded']);
  });
  it('stop at depth and number', () => {
    expect(() => drawSvg(`<svg>${'<g>'.repeat(300)}`, () => undefined)).toThrow(/inside each other/);
  });
  it('stop where patterns of patterns would be painted without end, and where a large path is used too often', () => {
    const patterns = Array.from({ length: 40 }, (_, n) => `<pattern id="p${n}" width="3" height="3" patternUnits="userSpaceOnUse"><rect width="3" height="3" fill="url(#p${n + 1})"/><rect width="2" height="2" fill="url(#p${n + 1})"/></pattern>`);
    expect(() => drawSvg(`<svg width="9" height="9">${patterns.join('')}<rect width="9" height="9" fill="url(#p0)"/></svg>`, () => undefined)).toThrow(/uses its parts more than 50000 times/);
    expect(drawSvg(`<svg width="9" height="9">${patterns.slice(30).join('')}<rect width="9" height="9" fill="url(#p30)"/></svg>`, () => undefined).shapes).toHaveLength(1);
    expect(() => drawSvg(`<svg width="9" height="9"><path id="a" d="M0 0${' l1 1'.repeat(10_000)}"/>${'<use href="#a"/>'.repeat(300)}</svg>`, () => undefined)).toThrow(/paths of more than 2000000 points/);
  });
});
