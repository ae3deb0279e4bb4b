// The program's own words and pictures → docs/: the manuscript's and the template's reference, and pages of the sample.
// `node scripts/docs.mjs` writes them; `--text` leaves the pictures alone. test/whole/docs.test.ts proves that the text is current.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { DRAWING, INTRODUCTION, ROWS } from './manuscript-rows.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGES = { cover: 1, contents: 2, chapter: 10, accounts: 38 };
/** Pixels a point: pictures of directives, pages of the sample. */
const SCALE = 1.25, PAGE_SCALE = 0.75;

export function manuscriptReference() {
  const parts = ROWS.map(({ id, title, text, source }) =>
    `## ${title}\n\n${text}\n\n\`\`\`\`markdown\n${source.trim()}\n\`\`\`\`\n\n![${title}, as the template beretning sets it](pictures/${id}.png)\n`);
  return `<!-- Made by scripts/docs.mjs; change it there. -->\n\n${INTRODUCTION}\n${parts.join('\n')}`;
}

export function templateDocument(reference) {
  return `<!-- Made by scripts/docs.mjs from the shape that every template is checked against. -->

# The template

A template is a folder with a \`template.yaml\`. \`template:\` in publication.yaml names it: a path, or a name that is looked
for in the publication's \`templates/\` and then in the package's. \`extends:\` names another template of which everything
holds that is not said anew: a variation says only what it changes. Lengths are points, unless they say mm. Its own fonts
stand in its \`fonts/\`. \`templates/template.schema.json\` is the same as a JSON Schema, for an editor's YAML mode.

\`\`\`yaml
# yaml-language-server: $schema=../template.schema.json
extends: beretning
colours: { accent: "#004d40" }
\`\`\`

${reference}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await write(process.argv.includes('--text'));

async function write(textOnly) {
  const program = await load();
  await mkdir(join(root, 'docs/pictures'), { recursive: true });
  await writeFile(join(root, 'docs/manuscript.md'), manuscriptReference());
  await writeFile(join(root, 'docs/template.md'), templateDocument(program.templateReference()));
  if (textOnly) return;
  for await (const { name, raster, most } of pictures(program)) await save(program, name, raster, most);
}

/** Every picture, its name and how many kilobytes it may have. `program` is what load() gives. */
export async function* pictures(program) {
  for (const { id, source } of ROWS) yield { name: id, raster: await drawRow(program, id, source), most: 30 };
  const pdf = await makeFrom(program, join(root, 'manuscript'));
  const rasteriser = await program.openRasteriser(pdf);
  for (const [name, page] of Object.entries(PAGES)) {
    yield { name: `page-${name}`, raster: framed(await rasteriser.render(Math.min(page, rasteriser.pages), PAGE_SCALE)), most: 60 };
  }
  rasteriser.close();
}

/** src/ as a module that plain Node can load. */
async function load() {
  const place = join(root, 'node_modules/.cache/printvenlig-docs');
  const outfile = join(place, 'chunks/program.mjs');
  await cp(join(root, 'src/text/data'), join(place, 'data'), { recursive: true });
  await build({
    stdin: {
      contents: `export { layOut, makePdf } from './src/build.ts'; export { Diagnostics } from './src/diagnostics/index.ts'; export { templateReference } from './src/theme/index.ts'; export { openRasteriser, encodePng } from './src/preview/raster.ts';`,
      resolveDir: root, loader: 'ts',
    },
    outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', loader: { '.txt': 'text' }, logLevel: 'warning',
  });
  const program = await import(pathToFileURL(outfile).href);
  return program;
}

async function makeFrom(program, folder) {
  const diagnostics = new program.Diagnostics();
  const laidOut = await program.layOut(folder, diagnostics);
  const found = diagnostics.list();
  for (const { span, message } of found) process.stderr.write(`${span.file}:${span.line}: ${message}\n`);
  if (!laidOut || found.length > 0) throw new Error(`${folder} is not without a finding.`);
  return program.makePdf(laidOut);
}

async function drawRow(program, id, source) {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'));
  await writeFile(join(folder, 'publication.yaml'), `title: Rapport\nlanguage: da\ntemplate: beretning\ncover: false\n${id === 'toc' ? '' : 'toc: false\n'}output: ud.pdf\n`);
  await writeFile(join(folder, 'tegning.svg'), DRAWING);
  await writeFile(join(folder, '01.md'), source);
  const rasteriser = await program.openRasteriser(await makeFrom(program, folder));
  const raster = cropped(await rasteriser.render(1, SCALE));
  rasteriser.close();
  await rm(folder, { recursive: true });
  return raster;
}

async function save(program, name, raster, most) {
  const png = await program.encodePng(raster);
  if (png.length > most * 1024) throw new Error(`docs/pictures/${name}.png has ${Math.ceil(png.length / 1024)} KB; at most ${most} are wanted.`);
  await writeFile(resolve(root, `docs/pictures/${name}.png`), png);
}

/** What the page holds below its head and above its foot, with a margin. */
function cropped(raster) {
  const { width, height, data } = raster;
  const inked = (x, y) => { const at = (y * width + x) * 4; return data[at] < 250 || data[at + 1] < 250 || data[at + 2] < 250; };
  const from = Math.round(height * 0.1), to = Math.round(height * 0.93);
  let left = width, right = 0, top = height, bottom = 0;
  for (let y = from; y < to; y++) for (let x = 0; x < width; x++) {
    if (!inked(x, y)) continue;
    left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
  }
  const margin = 12;
  return cut(raster, Math.max(0, left - margin), Math.max(0, top - margin), Math.min(width, right + margin), Math.min(height, bottom + margin));
}

function cut({ width, data }, left, top, right, bottom) {
  const out = { width: right - left, height: bottom - top, data: new Uint8Array((right - left) * (bottom - top) * 4) };
  for (let y = top; y < bottom; y++) out.data.set(data.subarray((y * width + left) * 4, (y * width + right) * 4), (y - top) * out.width * 4);
  return out;
}

/** A page with a hairline around it, so that its edge shows on white. */
function framed(raster) {
  const { width, height, data } = raster;
  // Sixteen steps a channel are enough for the eye at this size, and a third of the bytes.
  const framedData = data.map((value) => Math.round(value / 17) * 17);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) framedData.fill(170, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { width, height, data: framedData };
}
