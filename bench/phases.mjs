// A manuscript → what each phase of a build takes, in one process: the first time, and when the machine knows the way.
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const WARM = 5;

/** Breaking has no seam of its own: the bundle counts the time inside it. */
const clockInBreaking = {
  name: 'clock-in-breaking',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]breaking[\\/]break-lines\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replace('export function breakLines(', `
export function breakLines(...given: any) {
  const start = performance.now();
  try { return (untimed as any)(...given); } finally { (globalThis as any).breaking = ((globalThis as any).breaking ?? 0) + performance.now() - start; }
}
function untimed(`),
    }));
  },
};

async function load() {
  const place = join(root, 'node_modules/.cache/printvenlig-bench');
  const outfile = join(place, 'chunks/program.mjs');
  await mkdir(place, { recursive: true });
  await cp(join(root, 'src/text/data'), join(place, 'data'), { recursive: true });
  await build({
    stdin: {
      contents: ['diagnostics/index', 'markdown/index', 'theme/index', 'text/index', 'flow/index', 'pages/index', 'pdf/index', 'publication/index', 'pictures/index']
        .map((room) => `export * from './src/${room}.ts';`).join('\n'),
      resolveDir: root, loader: 'ts',
    },
    outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', loader: { '.txt': 'text' }, logLevel: 'warning', plugins: [clockInBreaking],
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  return import(pathToFileURL(outfile).href);
}

export async function phases(folder) {
  const program = await load();
  const cold = await once(program, folder);
  const warm = [];
  for (let run = 0; run < WARM; run++) warm.push(await once(program, folder));
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  return Object.keys(cold).map((name) => ({ name, cold: cold[name], warm: median(warm.map((taken) => taken[name])) }));
}

async function once(program, folder) {
  const diagnostics = new program.Diagnostics();
  const clock = {};
  const during = (name, work) => {
    const start = performance.now();
    const done = work();
    clock[name] = (clock[name] ?? 0) + performance.now() - start;
    return done;
  };
  const publication = during('read', () => program.readPublication(folder, diagnostics));
  const document = during('parse', () => program.parseManuscript(publication, diagnostics));
  const theme = during('template', () => program.loadTheme(publication.template, diagnostics));
  const pictures = await program.readPictures(document, (file) => publication.read(file), diagnostics);
  const typesetter = program.createTypesetter({ faces: theme.faces, fallback: theme.fallback, rules: theme.rules });
  globalThis.breaking = 0;
  let set = 0;
  const timed = { ...typesetter, set: (request) => { const start = performance.now(); const done = typesetter.set(request); set += performance.now() - start; return done; } };
  let facts = { pages: 0, pageOf: new Map() };
  let flowed, madeUp;
  for (let round = 1; round < 5; round++) {
    flowed = during('flow', () => program.flowDocument(document, theme, timed, pictures, facts, diagnostics));
    madeUp = during('make up pages', () => program.fillPages(flowed.galleys, theme.master, theme.costs, { notes: program.footStyle(theme), leading: theme.styles.body.leading }, diagnostics));
    if (madeUp.facts.pages === facts.pages && [...madeUp.facts.pageOf].every(([id, page]) => facts.pageOf.get(id) === page)) break;
    facts = madeUp.facts;
  }
  const pages = during('make up pages', () => program.finishPages(madeUp, flowed));
  const start = performance.now();
  await program.writePdf({ pages, tags: flowed.tags, outline: flowed.outline, faces: theme.faces, pictures, standard: publication.config.pdf.standard, meta: { title: 'Bench', language: 'da' }, attachments: [] });
  const { breaking } = globalThis;
  return {
    'read and template': clock.read + clock.template, parse: clock.parse, 'shape and divide words': set - breaking, 'break lines': breaking,
    'flow, the rest': clock.flow - set, 'make up pages': clock['make up pages'], paint: performance.now() - start,
  };
}
