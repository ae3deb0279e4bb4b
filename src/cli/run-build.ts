// `build` → the PDF on disk and a line that says what was made.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from '../index.ts';
import type { Command } from './command.ts';
import { toJson } from '../diagnostics/index.ts';
import { startedAt, startProgress } from './progress.ts';
import { failed, fileName, plural, report, summary } from './report.ts';

/** Bytes in use that only a book of a thousand pages takes before its text is set. */
const LONG = 60e6;

/**
 * V8 lets a heap that it has cleaned grow to twice as much; a long book's may by a fifth, which costs a tenth of the time.
 * What a step has left behind is swept before the next one begins, so that the two never stand side by side.
 */
function spare(): void {
  if (process.memoryUsage().heapUsed <= LONG) return;
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

export async function runBuild(command: Extract<Command, { name: 'build' }>): Promise<number> {
  const start = startedAt();
  const { folder, stable, format, strict, output } = command;
  const progress = startProgress(process.stderr, start);
  const result = await build(folder, { stable, onStep: (what) => { spare(); progress.step(what); }, ...(output === undefined ? {} : { output }) });
  progress.done();
  const { diagnostics } = result;
  const bad = failed(diagnostics, strict);
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ diagnostics: toJson(diagnostics, fileName), output: result.written ? fileName(result.output) : null, pages: result.pages }, null, 2)}\n`);
    return bad ? 1 : 0;
  }
  report(diagnostics, format);
  if (format === 'text') {
    if (result.kept) process.stdout.write(`${result.kept}\n`);
    const time = `${((startedAt() - start) / 1000).toFixed(1)} s`;
    if (result.written) process.stdout.write(`${fileName(result.output)}: ${plural(result.pages, 'page')}, ${time}, ${summary(diagnostics)}\n`);
    else process.stderr.write(`No PDF was written: ${summary(diagnostics)}.\n`);
  }
  return bad ? 1 : 0;
}
