// Pictures of every kind, built and rendered by pdfium → the colours that were put into them, each in its quarter.
import { expect, test } from 'vitest';
import { layOut } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { openRasteriser } from '../../src/preview/raster.ts';
import { makeJpeg, makePng, type Quarters, type Rgb } from '../support/made-pictures.ts';
import { editionOf, publicationOf } from './made.ts';

const QUARTERS: Quarters = [[220, 40, 30], [30, 160, 70], [50, 60, 200], [230, 200, 40]];
const WHITE = 255;
const grey = ([red, green, blue]: Rgb): Rgb => { const mean = (red + green + blue) / 3; return [mean, mean, mean]; };
const through = (colour: Rgb, alpha: number): Rgb => colour.map((value) => (value * alpha + WHITE * (255 - alpha)) / 255) as unknown as Rgb;

interface Case { readonly file: string; readonly bytes: Uint8Array; readonly shown: readonly Rgb[] }
const cases: Case[] = [];
const add = (file: string, bytes: Uint8Array, shown: readonly Rgb[] = QUARTERS): void => { cases.push({ file, bytes, shown }); };

const ALPHA = [255, 128, 0, 64] as const;
const faded = QUARTERS.map((colour, index) => through(colour, ALPHA[index] ?? 255));
for (const interlaced of [false, true]) {
  const name = (kind: string): string => `${kind}${interlaced ? '-interlaced' : ''}.png`;
  for (const depth of [8, 16] as const) {
    add(name(`rgb${depth}`), makePng(QUARTERS, { type: 2, depth, interlaced }));
    add(name(`rgba${depth}`), makePng(QUARTERS, { type: 6, depth, interlaced, alpha: ALPHA }), faded);
    add(name(`ga${depth}`), makePng(QUARTERS, { type: 4, depth, interlaced, alpha: ALPHA }), QUARTERS.map((colour, index) => through(grey(colour), ALPHA[index] ?? 255)));
    add(name(`g${depth}`), makePng(QUARTERS, { type: 0, depth, interlaced }), QUARTERS.map(grey));
  }
  for (const depth of [1, 2, 4] as const) {
    const steps = 2 ** depth - 1;
    add(name(`g${depth}`), makePng(QUARTERS, { type: 0, depth, interlaced }), QUARTERS.map((colour) => grey(colour).map((value) => (Math.round((value * steps) / 255) * 255) / steps) as unknown as Rgb));
  }
  for (const depth of [2, 4, 8] as const) {
    add(name(`palette${depth}`), makePng(QUARTERS, { type: 3, depth, interlaced }));
    add(name(`palette-alpha${depth}`), makePng(QUARTERS, { type: 3, depth, interlaced, alpha: ALPHA }), faded);
  }
}
add('grey.jpg', makeJpeg(QUARTERS, { colours: 'grey' }), QUARTERS.map(grey));
add('ycc.jpg', makeJpeg(QUARTERS, { colours: 'ycc' }));
add('ycc-adobe.jpg', makeJpeg(QUARTERS, { colours: 'ycc', adobe: 1 }));
add('rgb-adobe.jpg', makeJpeg(QUARTERS, { colours: 'rgb', adobe: 0 }));
add('cmyk-adobe.jpg', makeJpeg(QUARTERS, { colours: 'cmyk', adobe: 0, inverted: true }));
add('cmyk-no-marker.jpg', makeJpeg(QUARTERS, { colours: 'cmyk' }));
add('ycck-adobe.jpg', makeJpeg(QUARTERS, { colours: 'ycck', adobe: 2 }));
// What EXIF asks for: which quarter of the file is seen at the top left, top right, bottom left and bottom right.
const TURNS: Readonly<Record<number, readonly number[]>> = { 1: [0, 1, 2, 3], 2: [1, 0, 3, 2], 3: [3, 2, 1, 0], 4: [2, 3, 0, 1], 5: [0, 2, 1, 3], 6: [2, 0, 3, 1], 7: [3, 1, 2, 0], 8: [1, 3, 0, 2] };
for (const [orientation, from] of Object.entries(TURNS)) {
  for (const colours of ['ycc', 'rgb', 'grey'] as const) {
    const shown = from.map((index) => { const colour = QUARTERS[index] ?? [0, 0, 0]; return colours === 'grey' ? grey(colour) : colour; });
    add(`turned${orientation}-${colours}.jpg`, makeJpeg(QUARTERS, { colours, orientation: Number(orientation), ...(colours === 'rgb' ? { adobe: 0 } : {}) }), shown);
  }
}
add('turned-cmyk.jpg', makeJpeg(QUARTERS, { colours: 'cmyk', orientation: 6 }), (TURNS[6] ?? []).map((index) => QUARTERS[index] ?? [0, 0, 0]));

const rect = (index: number, attributes: string): string => `<rect x="${(index % 2) * 50}" y="${index < 2 ? 0 : 50}" width="50" height="50" ${attributes}/>`;
const filled = QUARTERS.map((colour, index) => rect(index, `fill="rgb(${colour.join(',')})"`)).join('');
const svg = (inner: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${inner}</svg>`);
add('plain.svg', svg(filled));
add('tiled.svg', svg(`<pattern id="p" x="-100" y="-100" width="100" height="100" patternUnits="userSpaceOnUse">${filled}</pattern><rect width="100" height="100" fill="url(#p)"/>`));
add('tiled-pale.svg', svg(`<pattern id="p" width="1" height="1">${filled}</pattern><rect width="100" height="100" fill="url(#p)" fill-opacity=".5"/>`), QUARTERS.map((colour) => through(colour, 127.5)));
add('bright-mask.svg', svg(`<mask id="m">${ALPHA.map((value, index) => rect(index, `fill="rgb(${value},${value},${value})"`)).join('')}</mask><g mask="url(#m)">${filled}</g>`), faded);
add('opaque-mask.svg', svg(`<mask id="m" mask-type="alpha">${ALPHA.map((value, index) => rect(index, `fill-opacity="${value / 255}"`)).join('')}</mask><g mask="url(#m)">${filled}</g>`), faded);
add('group.svg', svg(`<g opacity=".5"><rect width="100" height="100"/>${filled}</g>`), QUARTERS.map((colour) => through(colour, 127.5)));

test('are seen in their own colours', async () => {
  const files = Object.fromEntries(cases.map(({ file, bytes }) => [file, bytes]));
  const source = `# Billeder\n\n${cases.map(({ file }) => `![Fire felter](${file}){width=20mm}`).join('\n\n')}\n`;
  const edition = await editionOf(publicationOf({ ...files, '01.md': source }));
  expect(edition.found.filter(({ rule }) => rule !== 'picture-resolution')).toEqual([]);
  const rasteriser = await openRasteriser(edition.pdf);
  const seen: string[] = [];
  try {
    for (const [n, page] of edition.laidOut.pages.entries()) {
      const raster = await rasteriser.render(n + 1, 2);
      for (const item of page.items) {
        if (item.kind !== 'picture') continue;
        const made = cases.find(({ file }) => item.picture.endsWith(`/${file}`));
        const quarters = [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]].map(([u = 0, v = 0]) => {
          const at = (Math.round((item.y + item.height * v) * 2) * raster.width + Math.round((item.x + item.width * u) * 2)) * 4;
          return [...raster.data.subarray(at, at + 3)];
        });
        const worst = Math.max(...quarters.flatMap((colour, index) => colour.map((value, channel) => Math.abs(value - (made?.shown[index]?.[channel] ?? -999)))));
        seen.push(`${made?.file} ${worst <= 8 ? 'as it is' : JSON.stringify(quarters)}`);
      }
    }
  } finally { rasteriser.close(); }
  expect(seen).toEqual(cases.map(({ file }) => `${file} as it is`));
});

test.each(['plain', 'beretning'])('too few pixels are told of with the figure, wherever the picture stands (%s)', async (template) => {
  // 16 pixels across.
  const few = makePng(QUARTERS, { type: 2, depth: 8 });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><image width="50" height="50" href="data:image/png;base64,${few.toString('base64')}"/></svg>`;
  const source = [
    '# Billeder', '', '![Fire](a.png){width=40mm}', '', 'Ord ![fire](a.png){width=4mm} ord.', '', 'Ord ![fire](a.png){width=2mm} ord.', '', '![Fire](b.svg){width=20mm}', '',
    ':::cards', '- ![Fire](a.png)', '', '  **Kort**', ':::', '',
  ].join('\n');
  const yaml = `title: Billeder\nlanguage: da\ntemplate: ${template}\n${template === 'beretning' ? 'cover: { image: a.png, alt: Fire }\n' : ''}`;
  const { found, laidOut } = await editionOf(publicationOf({ '01.md': source, 'a.png': few, 'b.svg': drawing }, yaml));
  const told = found.filter(({ rule }) => rule === 'picture-resolution').map(({ severity, span, message }) => `${severity} ${span.file.replace(/^.*\//, '')}:${span.line} ${message}`);
  const needs = 'print needs 150 or more.';
  const card = laidOut.pages.flatMap(({ items }) => items).filter((item) => item.kind === 'picture').at(-1)?.width ?? 0;
  const cover = laidOut.pages[0]?.items.find((item) => item.kind === 'picture')?.width ?? 0;
  const figure = (width: number): string => `has ${Math.floor((16 * 72) / width)} pixels an inch at ${Math.round((width / 72) * 25.4)} mm`;
  expect(told).toEqual([
    `warning 01.md:3 The picture "a.png" has 10 pixels an inch at 40 mm; ${needs}`, `warning 01.md:5 The picture "a.png" has 101 pixels an inch at 4 mm; ${needs}`,
    `warning 01.md:9 A picture in the drawing "b.svg" has 40 pixels an inch at 20 mm; ${needs}`, `warning 01.md:12 The picture "a.png" ${figure(card)}; ${needs}`,
    ...(template === 'beretning' ? [`warning publication.yaml:4 The picture "a.png" ${figure(cover)}; ${needs}`] : []),
  ]);
});

test('a picture that cannot be used is an error at its line, with the cause', async () => {
  const png = makePng(QUARTERS, { type: 2, depth: 8 });
  const jpeg = makeJpeg(QUARTERS, { colours: 'ycc' });
  const broken: Readonly<Record<string, readonly [Uint8Array | string, RegExp]>> = {
    'tom.png': [Buffer.alloc(0), /the file is empty/], 'kort.png': [png.subarray(0, png.length - 15), /ends too early/], 'kort.jpg': [jpeg.subarray(0, jpeg.length - 3), /ends too early/],
    'gif.png': [Buffer.from('GIF89a000000'), /it is GIF/], 'skæv.svg': ['<svg>\n<g></svg>', /line 2 is not well formed/], 'ord.svg': ['ord', /neither PNG, JPEG nor SVG/],
  };
  const names = [...Object.keys(broken), 'mangler.png'];
  const files = Object.fromEntries(Object.entries(broken).map(([name, [bytes]]) => [name, bytes]));
  const folder = publicationOf({ ...files, '01.md': `# Billeder\n\n${names.map((name) => `![Alt](${name})`).join('\n\n')}\n` });
  const diagnostics = new Diagnostics();
  await layOut(folder, diagnostics);
  const errors = diagnostics.list().filter(({ severity }) => severity === 'error');
  expect(errors.map(({ span }) => `${span.line}:${span.column}`)).toEqual(names.map((_, index) => `${3 + index * 2}:1`));
  errors.forEach(({ message, hint }, index) => {
    expect(message).toContain(`"${names[index]}"`);
    expect(`${message} ${hint}`).toMatch(broken[names[index] ?? '']?.[1] ?? /cannot be read/);
  });
});
