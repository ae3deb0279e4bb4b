// `npm run bench`: whole processes side by side on the same content, then the program's own phases.
// --short: fewer runs of the small report. --write: bench/README.md and its chart. --large: also 350 pages; --huge: and 3,500.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { htmlSource } from './engines/html.mjs';
import { latexSource } from './engines/latex.mjs';
import { writeMarkdown } from './engines/markdown.mjs';
import { typstSource } from './engines/typst.mjs';
import { compare } from './measure.mjs';
import { phases } from './phases.mjs';
import { makeReport } from './report.mjs';
import { writeResults } from './results.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const asked = (flag) => process.argv.includes(flag);
const work = mkdtempSync(join(tmpdir(), 'printvenlig-bench-'));
const program = join(here, '../dist/printvenlig.mjs');
const node = process.execPath;
const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
const installed = (name) => existsSync(join(here, 'node_modules', name));

/** Six chapters are about 35 pages of `plain`. */
const SIZES = [
  { name: '35 pages', chapters: 6, runs: asked('--short') ? 3 : 9, all: true },
  ...(asked('--large') || asked('--huge') ? [{ name: '350 pages', chapters: 60, runs: asked('--short') ? 1 : 3, all: false }] : []),
  ...(asked('--huge') ? [{ name: '3,500 pages', chapters: 600, runs: 1, all: false }] : []),
];

function enginesFor(folder, all) {
  const path = (name) => join(folder, name);
  const script = (name) => join(here, 'engines', name);
  const engines = [
    { name: 'printvenlig', command: [node, program, 'build', path('manuscript')] },
    { name: 'empty Node process', command: [node, '-e', '0'] },
  ];
  const add = (name, there, command, more = {}) => (there ? engines.push({ name, command, ...more }) : process.stdout.write(`${name}: not on this machine, left out.\n`));
  add('Typst, from ready source', installed('@myriaddreamin/typst-ts-node-compiler'), [node, script('typst.mjs'), path('report.typ'), path('typst.pdf')]);
  if (!all) return engines;
  add('Typst, from Markdown', installed('@myriaddreamin/typst-ts-node-compiler'), [node, script('typst-markdown.mjs'), path('manuscript'), path('markdown.pdf')]);
  add('printvenlig, no cache', true, [node, program, 'build', path('manuscript')], { env: { PRINTVENLIG_NO_CACHE: '1' } });
  const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(has);
  add('Chromium', chromium, [chromium, '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${path('chromium.pdf')}`, `file://${path('report.html')}`]);
  add('pdfmake', installed('pdfmake'), [node, script('pdfmake.mjs'), path('report.json'), path('pdfmake.pdf')]);
  add('react-pdf', installed('@react-pdf/renderer'), [node, script('react.mjs'), path('report.json'), path('react.pdf')]);
  add('WeasyPrint', has('weasyprint'), ['weasyprint', '--pdf-variant', 'pdf/ua-1', path('report.html'), path('weasyprint.pdf')]);
  add('LuaLaTeX, one run', has('lualatex'), ['lualatex', '--interaction=batchmode', 'report.tex'], { cwd: folder });
  return engines;
}

const figure = (value, digits) => (value === undefined ? '' : value.toFixed(digits));
const results = [];
try {
  for (const { name, chapters, runs, all } of SIZES) {
    const folder = join(work, String(chapters));
    mkdirSync(folder);
    const report = makeReport(chapters);
    writeMarkdown(report, join(folder, 'manuscript'));
    writeFileSync(join(folder, 'report.typ'), typstSource(report));
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    writeFileSync(join(folder, 'report.html'), htmlSource(report));
    writeFileSync(join(folder, 'report.tex'), latexSource(report));
    const rows = compare(enginesFor(folder, all), runs);
    process.stdout.write(`\n${name}, median of ${runs}\n${'engine'.padEnd(28)}${'wall s'.padStart(9)}${'cpu s'.padStart(9)}${'MiB'.padStart(7)}${'wall ×'.padStart(9)}${'cpu ×'.padStart(9)}   (× printvenlig's, pair by pair)\n`);
    for (const row of rows) {
      process.stdout.write(row.failed ? `${row.name.padEnd(28)}  failed: ${row.failed}\n`
        : `${row.name.padEnd(28)}${figure(row.wall, 3).padStart(9)}${figure(row.cpu, 3).padStart(9)}${figure(row.memory, 0).padStart(7)}${figure(row.ratio, 2).padStart(9)}${figure(row.cpuRatio, 2).padStart(9)}\n`);
    }
    results.push({ name, runs, rows });
    if (all) {
      const found = await phases(join(folder, 'manuscript'));
      process.stdout.write(`\nPhases in one process, ms          cold     warm\n${found.map(({ name: phase, cold, warm }) => `  ${phase.padEnd(28)}${cold.toFixed(1).padStart(9)}${warm.toFixed(1).padStart(9)}\n`).join('')}`);
      results.at(-1).phases = found;
    }
  }
  if (asked('--write')) await writeResults(results, program, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
