// test/fuzz/run.ts bundled and run: what `npm run fuzz` is.
import { build } from 'esbuild';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
const outfile = join(root, '.cache/fuzz/run.mjs');
await build({ absWorkingDir: root, entryPoints: ['test/fuzz/run.ts'], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
await import(pathToFileURL(outfile));
