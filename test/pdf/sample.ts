// A small publication made by hand: every construct that pdf/ writes, set naively.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Span } from '../../src/document/index.ts';
import type { OutlineEntry, Placed, PlacedLine, TagNode, TagRole } from '../../src/flow/index.ts';
import type { Page } from '../../src/pages/index.ts';
import type { PdfInput, PdfStandard } from '../../src/pdf/index.ts';
import type { Artwork } from '../../src/pictures/index.ts';
import { openFont, type Font, type GlyphRun, type InlineObject } from '../../src/text/index.ts';
import type { FaceSource } from '../../src/theme/index.ts';

export const span: Span = { file: '/manuscript/01.md', line: 3, column: 1, endLine: 3, endColumn: 9 };

const fontFile = (path: string): string => fileURLToPath(new URL(`../../fonts/${path}`, import.meta.url));
const FILES: Record<string, string> = {
  regular: 'lato/Lato-Regular.ttf', italic: 'lato/Lato-Italic.ttf', bold: 'lato/Lato-Bold.ttf',
  serif: 'source-serif-4/SourceSerif4_400Regular.ttf', code: 'source-code-pro/SourceCodePro_400Regular.ttf',
};
const fonts = new Map<string, Font>();
export const faces = new Map<string, FaceSource>();
for (const [key, path] of Object.entries(FILES)) {
  const bytes = new Uint8Array(readFileSync(fontFile(path)));
  const source = { key, file: fontFile(path), bytes };
  faces.set(key, source);
  fonts.set(key, openFont(source));
}
export const fontOf = (key: string): Font => {
  const font = fonts.get(key);
  if (font === undefined) throw new Error(key);
  return font;
};

export interface RunOptions {
  readonly face?: string;
  readonly tag?: string;
  readonly rise?: number;
  readonly scale?: number;
  readonly gray?: number;
  readonly underline?: boolean;
  readonly strike?: boolean;
}

/** One glyph a character, but "fi" as a ligature where the face has one; no kerning. */
export function makeRun(text: string, x: number, size: number, { face = 'regular', tag, rise = 0, scale = 1, gray = 0, underline, strike }: RunOptions = {}): GlyphRun {
  const font = fontOf(face);
  const glyphs: number[] = [];
  const clusters: number[] = [];
  const advances: number[] = [];
  for (let n = 0; n < text.length; n++) {
    const ligature = text.startsWith('fi', n) ? font.glyph(0xfb01) : 0;
    const glyph = ligature || font.glyph(text.codePointAt(n) ?? 0);
    glyphs.push(glyph);
    clusters.push(n);
    advances.push(font.advance(glyph) + (text[n] === ' ' ? 12.345 : 0));
    if (ligature) n++;
  }
  const rule = { offset: -1.5, thickness: 0.6 };
  return {
    face, size, colour: { gray }, x, rise, scale, text,
    width: (advances.reduce((sum, advance) => sum + advance, 0) * size * scale) / 1000,
    glyphs: Uint16Array.from(glyphs), clusters: Uint16Array.from(clusters), advances: Float32Array.from(advances),
    ...(tag === undefined ? {} : { tag }),
    ...(underline ? { underline: rule } : {}), ...(strike ? { strike: { ...rule, offset: 3 } } : {}),
  };
}

export type Words = string | (RunOptions & { readonly text: string }) | { readonly picture: string; readonly tag: string; readonly width: number; readonly height: number };

export interface LineOptions {
  readonly size?: number;
  readonly artifact?: PlacedLine['artifact'];
  readonly tight?: boolean;
}

/** A line; it is hyphenated where its text ends in "¬", which becomes a hyphen. */
export function makeLine(tag: string | undefined, x: number, y: number, words: Words | readonly Words[], { size = 10, artifact, tight }: LineOptions = {}): PlacedLine {
  const runs: GlyphRun[] = [];
  const objects: InlineObject[] = [];
  let at = 0;
  let hyphenated = false;
  for (const word of [words].flat() as Words[]) {
    if (typeof word === 'object' && 'picture' in word) {
      objects.push({ x: at, ...word });
      at += word.width;
      continue;
    }
    const { text, ...options } = typeof word === 'string' ? { text: word } : word;
    hyphenated = text.endsWith('¬');
    const run = makeRun(text.replace('¬', '-'), at, size, options);
    runs.push(hyphenated ? { ...run, hyphenated } : run);
    at += run.width;
  }
  return {
    kind: 'line', x, y, size, role: 'body',
    line: { runs, objects, x: 0, width: at, text: runs.map((run) => run.text).join(''), hyphenated, span, notes: [], ...(tight === undefined ? {} : { tight }) },
    ...(tag === undefined ? {} : { tag }), ...(artifact === undefined ? {} : { artifact }),
  };
}

export const tag = (id: string, role: TagRole, children: readonly TagNode[] = [], more: Partial<TagNode> = {}): TagNode => ({ id, role, children, span, ...more });
export const inline = (id: string, role: TagRole, more: Partial<TagNode> = {}): TagNode => tag(id, role, more.children ?? [], { inline: true, ...more });

export const rule = (y: number, more: Partial<Extract<Placed, { kind: 'path' }>> = {}): Placed =>
  ({ kind: 'path', path: [['M', 70, y], ['L', 525, y]], stroke: { colour: { gray: 0.5 }, width: 0.5 }, role: 'rule', ...more });

export function makePage(number: number, items: readonly Placed[], anchors: Page['anchors'] = []): Page {
  return { number, label: `Side ${number}`, width: 595.28, height: 841.89, items, anchors, blank: items.length === 0 };
}

const pixels = (channels: number): Uint8Array => {
  const raw = new Uint8Array(4 * (1 + 4 * channels));
  for (let n = 0; n < raw.length; n++) raw[n] = n % (1 + 4 * channels) === 0 ? 0 : (n * 37) & 255;
  return new Uint8Array(deflateSync(raw));
};

export const pictures = new Map<string, Artwork>([
  ['photo.png', {
    kind: 'bitmap', width: 4, height: 4, hash: 'a1',
    image: { pixelWidth: 4, pixelHeight: 4, colourSpace: 'DeviceRGB', bits: 8, filter: 'FlateDecode', bytes: pixels(3), predictor: { colours: 3, columns: 4 } },
    alpha: { pixelWidth: 4, pixelHeight: 4, colourSpace: 'DeviceGray', bits: 8, filter: 'FlateDecode', bytes: pixels(1), predictor: { colours: 1, columns: 4 } },
  }],
  ['palette.png', {
    kind: 'bitmap', width: 4, height: 4, hash: 'a2',
    image: {
      pixelWidth: 4, pixelHeight: 4, colourSpace: 'DeviceRGB', bits: 8, filter: 'FlateDecode', bytes: new Uint8Array(deflateSync(new Uint8Array(16).map((_, n) => n & 1))),
      palette: Uint8Array.from([200, 30, 30, 30, 30, 200]),
    },
  }],
  ['drawing.svg', {
    kind: 'drawing', width: 100, height: 50, hash: 'b1',
    shapes: [
      { path: [['M', 5, 5], ['L', 95, 5], ['L', 95, 45], ['Z']], fill: { rgb: [0.2, 0.4, 0.6] }, fillOpacity: 0.5 },
      {
        path: [['M', 10, 40], ['C', 30, 0, 60, 0, 90, 40]], clip: [{ path: [['M', 0, 0], ['L', 80, 0], ['L', 80, 50], ['L', 0, 50], ['Z']] }, { path: [['M', 0, 0], ['L', 80, 0], ['L', 80, 50], ['Z']], evenOdd: true }],
        stroke: { colour: { gray: 0 }, width: 2, dash: [4, 2], cap: 1, join: 1, miterLimit: 4 },
      },
      {
        path: [['M', 5, 5], ['L', 45, 5], ['L', 45, 25], ['Z']],
        fill: {
          kind: 'radial', from: [0.5, 0.5, 0], to: [0.5, 0.5, 0.5], matrix: [40, 0, 0, 20, 5, 5],
          stops: [{ offset: 0.2, colour: { rgb: [1, 0, 0] }, opacity: 1 }, { offset: 0.6, colour: { gray: 0.5 }, opacity: 0.2 }, { offset: 0.6, colour: { gray: 1 }, opacity: 0.2 }, { offset: 1, colour: { gray: 0 }, opacity: 1 }],
        },
        stroke: {
          colour: { kind: 'linear', from: [0, 0, 0], to: [100, 0, 0], matrix: [1, 0, 0, 1, 0, 0], stops: [{ offset: 0, colour: { gray: 0 }, opacity: 1 }, { offset: 1, colour: { gray: 1 }, opacity: 1 }] },
          width: 3, cap: 0, join: 0, miterLimit: 4,
        },
      },
      {
        bitmap: { kind: 'bitmap', width: 4, height: 4, hash: 'a3', image: { pixelWidth: 4, pixelHeight: 4, colourSpace: 'DeviceGray', bits: 8, filter: 'FlateDecode', bytes: pixels(1), predictor: { colours: 1, columns: 4 } } },
        matrix: [20, 0, 0, 20, 60, 10], opacity: 0.5,
      },
    ],
  }],
]);

/** The text lines of a paragraph, 14 pt apart. */
const lines = (id: string, x: number, y: number, texts: readonly (Words | readonly Words[])[]): PlacedLine[] =>
  texts.map((words, n) => makeLine(id, x, y + n * 14, words));

const folio = (number: number): Placed[] => [
  makeLine(undefined, 70, 40, 'Beretning 2025', { size: 8, artifact: 'header' }),
  makeLine(undefined, 490, 800, `Side ${number} af 20`, { size: 8, artifact: 'footer' }),
];

export function samplePages(): Page[] {
  return [
    makePage(17, [
      ...folio(17),
      makeLine('title', 70, 100, 'Møller & Søn', { size: 24 }),
      makeLine('toc/1/entry', 70, 140, [{ text: 'Økonomi', tag: 'toc/1/link' }, { text: ' 18', tag: 'toc/1/link' }]),
      makeLine('toc/2/entry', 80, 154, [{ text: 'Et afsnit 18', tag: 'toc/2/link' }]),
      makeLine('h1', 70, 200, 'Økonomi', { size: 18 }),
      ...lines('p1', 70, 230, [
        ['Kommunernes ', { text: 'finansielle', face: 'bold' }, ' stilling er en del af specialun¬'],
        ['dervisningen, og den ', { text: 'kan læses på en', tag: 'p1/link', underline: true, gray: 0.2 }],
        [{ text: 'hjemmeside', tag: 'p1/link', underline: true, gray: 0.2 }, ' med et mærke', { text: '1', tag: 'p1/ref', rise: 3.5, scale: 0.98 }, ' og et ord om e-'],
        ['mail\u00a0til', { text: ' alle', strike: true }, '. Den sidste linje på siden brydes midt i kommu¬'],
      ]),
      rule(700),
      ...lines('note1', 70, 720, [[{ text: '1', tag: 'note1/lbl', rise: 3 }, ' Noten står ved foden af siden og har et link til ', { text: 'Økonomi', tag: 'note1/link' }]]),
    ], [{ name: 'okonomi', x: 70, y: 182 }, { name: 'ærø', x: 70, y: 220 }]),
    makePage(18, [
      ...folio(18),
      ...lines('p1', 70, 100, [['nernes regnskab.']]),
      makeLine('h2', 70, 130, 'Et afsnit', { size: 14 }),
      makeLine('li1/lbl', 70, 150, '•'), makeLine('li1/p', 84, 150, 'Første punkt'),
      makeLine('li2/lbl', 70, 164, '•'), makeLine('li2/p', 84, 164, 'Andet punkt'),
      makeLine('li2/1/lbl', 84, 178, '1.'), makeLine('li2/1/p', 98, 178, 'Under det andet'),
      makeLine('table/caption', 70, 200, 'Tal i millioner'),
      makeLine('r1c1', 70, 214, { text: 'År', face: 'bold' }), makeLine('r1c2', 170, 214, { text: 'Beløb', face: 'bold' }),
      makeLine('r2c1', 70, 228, '2024'), makeLine('r2c2', 170, 228, '22,3'),
      makeLine('r3c1', 70, 242, 'I alt er det en bred celle'),
      makeLine('aside/title', 70, 270, { text: 'Fakta', face: 'bold' }), ...lines('aside/p', 70, 284, ['En boks med et ', 'afsnit.']),
      { kind: 'path', path: [['M', 60, 255], ['L', 535, 255], ['L', 535, 305], ['L', 60, 305], ['Z']], fill: { rgb: [0.9, 0.95, 1] }, role: 'box' },
      ...lines('quote/p', 90, 320, ['Et citat.']),
      makeLine('code', 70, 340, { text: 'const a = 1;', face: 'code' }), makeLine('code', 70, 352, { text: '  b();', face: 'code' }),
      ...lines('en', 70, 380, ['A passage in English with an ', [{ text: 'em', tag: 'en/em', face: 'italic' }, ' and a picture ', { picture: 'drawing.svg', tag: 'en/pic', width: 20, height: 10 }, ' inside.']]),
      { kind: 'picture', x: 70, y: 420, width: 200, height: 100, picture: 'drawing.svg', tag: 'fig', span, role: 'figure' },
      makeLine('fig/caption', 70, 535, 'Figur 1: en tegning'),
      { kind: 'picture', x: 300, y: 420, width: 80, height: 80, picture: 'photo.png', tag: 'fig2', span, role: 'figure' },
      { kind: 'picture', x: 400, y: 420, width: 80, height: 80, picture: 'palette.png', span, role: 'decoration' },
      { kind: 'picture', x: 400, y: 520, width: 40, height: 40, picture: 'photo.png', span, role: 'decoration' },
      { kind: 'path', path: [['M', 70, 600], ['L', 170, 600], ['L', 170, 640], ['L', 70, 640], ['Z']], fill: { gray: 0.3 }, role: 'bar', tag: 'chart' },
      makeLine('chart', 70, 655, '2024 er en søjle'),
    ], [{ name: 'et-afsnit', x: 70, y: 118 }]),
    makePage(19, []),
    makePage(20, [...folio(20), ...lines('last', 70, 100, ['Slut.'])]),
  ];
}

export const sampleTags: TagNode = tag('document', 'Document', [
  tag('title', 'Title'),
  tag('toc', 'TOC', [
    tag('toc/1', 'TOCI', [tag('toc/1/entry', 'Reference', [inline('toc/1/link', 'Link', { link: { anchor: 'okonomi' }, alt: 'Økonomi, side 17' })])], { ref: 'h1' }),
    tag('toc/2', 'TOCI', [tag('toc/2/entry', 'Reference', [inline('toc/2/link', 'Link', { link: { anchor: 'et-afsnit' } })])], { ref: 'h2' }),
  ]),
  tag('chapter', 'Part', [
    tag('h1', 'H1'),
    tag('p1', 'P', [
      inline('p1/link', 'Link', { link: { url: 'https://eksempel.dk/søg?q=a b' }, alt: 'Læs på hjemmesiden' }),
      inline('p1/ref', 'Reference', { ref: 'note1' }),
    ]),
    tag('note1', 'Note', [inline('note1/lbl', 'Lbl'), inline('note1/link', 'Link', { link: { anchor: 'ærø' } })], { ref: 'p1/ref' }),
    tag('s1', 'Sect', [
      tag('h2', 'H2'),
      tag('list', 'L', [
        tag('li1', 'LI', [tag('li1/lbl', 'Lbl'), tag('li1/body', 'LBody', [tag('li1/p', 'P')])]),
        tag('li2', 'LI', [tag('li2/lbl', 'Lbl'), tag('li2/body', 'LBody', [
          tag('li2/p', 'P'),
          tag('list2', 'L', [tag('li2/1', 'LI', [tag('li2/1/lbl', 'Lbl'), tag('li2/1/body', 'LBody', [tag('li2/1/p', 'P')])])], { listNumbering: 'Ordered' }),
        ])]),
      ], { listNumbering: 'Unordered' }),
      tag('table', 'Table', [
        tag('table/caption', 'Caption'),
        tag('thead', 'THead', [tag('r1', 'TR', [tag('r1c1', 'TH', [], { scope: 'Column' }), tag('r1c2', 'TH', [], { scope: 'Column' }), tag('r1c3', 'TH', [], { scope: 'Column' })])]),
        tag('tbody', 'TBody', [
          tag('r2', 'TR', [tag('r2c1', 'TH', [], { scope: 'Row' }), tag('r2c2', 'TD'), tag('r2c3', 'TD')]),
          tag('r3', 'TR', [tag('r3c1', 'TD', [], { colSpan: 3 })]),
        ]),
      ]),
      tag('aside', 'Aside', [tag('aside/title', 'P'), tag('aside/p', 'P')]),
      tag('quote', 'BlockQuote', [tag('quote/p', 'P')]),
      tag('code/p', 'P', [tag('code', 'Code')]),
      tag('en', 'P', [inline('en/em', 'Em'), inline('en/pic', 'Figure', { alt: 'A small drawing' })], { language: 'en' }),
      tag('fig', 'Figure', [tag('fig/caption', 'Caption')], { alt: 'En blå trekant' }),
      tag('fig2', 'Figure', [], { alt: 'Støj' }),
      tag('chart', 'Figure', [], { alt: 'Søjlediagram' }),
      tag('empty', 'P'),
    ]),
    tag('last', 'P'),
  ]),
]);

export const outline: readonly OutlineEntry[] = [
  { title: 'Økonomi', anchor: 'okonomi', children: [{ title: 'Et afsnit', anchor: 'et-afsnit', children: [] }] },
  { title: 'Ærø', anchor: 'ærø', children: [] },
];

export function sampleInput(standard: PdfStandard = 'ua1+a2a', attach = false): PdfInput {
  return {
    pages: samplePages(), tags: sampleTags, outline, faces, pictures, standard,
    meta: { title: 'Møller & Søn <A/S> "2025"', author: 'KL & Co', language: 'da', date: '2026-02-26', subject: 'Printvenlig version' },
    attachments: attach ? [{ name: '01-økonomi.md', mime: 'text/markdown', bytes: new TextEncoder().encode('# Økonomi\n'), description: 'Kapitel 1' }] : [],
  };
}

/** A page with one paragraph and nothing that can be left out: no author, no date, no outline. */
export function emptyInput(standard: PdfStandard): PdfInput {
  return {
    pages: [makePage(1, [makeLine('p', 70, 100, 'Ord')])], tags: tag('document', 'Document', [tag('p', 'P')]), outline: [], faces, pictures, standard,
    meta: { title: 'Ord', language: 'da' }, attachments: [],
  };
}
