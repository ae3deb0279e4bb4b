// What was measured → bench/README.md, with a chart that the program made itself.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cell = (value, digits) => (value === undefined ? '–' : value.toFixed(digits));

function versionOf(name, from = here) {
  try { return JSON.parse(readFileSync(join(from, 'node_modules', name, 'package.json'), 'utf8')).version; } catch { return undefined; }
}

export async function writeResults(results, program, work) {
  const node = process.version;
  const versions = [['Node', node], ...['@myriaddreamin/typst-ts-node-compiler', 'pdfmake', '@react-pdf/renderer'].map((name) => [name, versionOf(name)])]
    .filter(([, version]) => version).map(([name, version]) => `${name} ${version.replace(/^v/, '')}`).join(', ');
  const tables = results.map(({ name, runs, rows, phases }) => `## ${name}

Median of ${runs} ${runs === 1 ? 'run' : 'runs'}; × is the median of ratios to printvenlig, run by run.

| | wall s | cpu s | peak MiB | wall × | cpu × |
| :--- | ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => (row.failed ? `| ${row.name} | failed: ${row.failed.replaceAll('|', '/')} | | | | |` : `| ${row.name} | ${cell(row.wall, 3)} | ${cell(row.cpu, 3)} | ${cell(row.memory, 0)} | ${cell(row.ratio, 2)} | ${cell(row.cpuRatio, 2)} |`)).join('\n')}
${phases ? `\n| phase, ms in one process | first time | sixth time |\n| :--- | ---: | ---: |\n${phases.map((phase) => `| ${phase.name} | ${phase.cold.toFixed(1)} | ${phase.warm.toFixed(1)} |`).join('\n')}\n` : ''}`);
  await drawChart(results[0].rows, program, work);
  writeFileSync(join(here, 'README.md'), `<!-- Made by npm run bench -- --write; change bench/results.mjs. -->

# Measured side by side

\`npm run bench\` sets one seeded Danish report, made by \`report.mjs\`, in the measures of the template \`plain\`, with every engine that the machine
has: whole processes, in turn, from source to PDF on disk. The other engines get their own ready source, so that none of them
pays for Markdown except where it says so. \`--large\` adds 350 pages, \`--huge\` 3,500 too, \`--write\` writes this file, \`--short\` is what CI prints.

![Seconds a 35-page report takes, engine by engine](chart.png)

${new Date().toISOString().slice(0, 10)}, ${cpus()[0].model.trim()}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[2].toFixed(1)} (where it is above the number of processors, others were at work: only the columns of cpu seconds then say much); ${versions}.

${tables.join('\n')}`);
}

/** A publication of one chart, its page as pixels, cut to what has ink. */
async function drawChart(rows, program, work) {
  const folder = join(work, 'chart');
  mkdirSync(folder);
  writeFileSync(join(folder, 'publication.yaml'), 'title: Bench\nlanguage: en\ntemplate: beretning\ncover: false\ntoc: false\noutput: chart.pdf\n');
  const shown = rows.filter(({ cpu, wall }) => (cpu ?? wall) !== undefined);
  writeFileSync(join(folder, '1.md'), `:::chart{type="bar" title="Processor seconds from source to PDF, 35 pages"}\n| Engine | Seconds |\n| --- | ---: |\n${shown.map(({ name, cpu, wall }) => `| ${name} | ${(cpu ?? wall).toFixed(2)} |`).join('\n')}\n:::\n`);
  execFileSync(process.execPath, [program, 'build', folder], { stdio: 'inherit' });
  const require = createRequire(join(here, '../package.json'));
  const { PDFiumLibrary } = require('@hyzyla/pdfium');
  const { PNG } = require('pngjs');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(join(folder, 'chart.pdf')));
  const { width, height, data } = await document.getPage(0).render({ scale: 1.5, render: 'bitmap' });
  const inked = (y) => { for (let x = 0; x < width; x++) if (data[(y * width + x) * 4] < 250) return true; return false; };
  let [top, bottom] = [Math.round(height * 0.1), Math.round(height * 0.93)];
  while (top < bottom && !inked(top)) top++;
  while (bottom > top && !inked(bottom)) bottom--;
  const png = new PNG({ width, height: bottom - top + 24 });
  png.data = Buffer.from(data.subarray((top - 12) * width * 4, (bottom + 12) * width * 4));
  writeFileSync(join(here, 'chart.png'), PNG.sync.write(png, { colorType: 2 }));
  document.destroy();
  library.destroy();
}
