// Kinds and seeds → what became of each, from workers that are used again: one that hangs or ends is a find, and replaced.
import { build } from 'esbuild';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Kind } from './cases.ts';
import type { Outcome } from './check.ts';

export interface Job { readonly kind: Kind; readonly seed: number }
export interface Find extends Job { readonly why: string }
export interface Tally { readonly finds: readonly Find[]; readonly counts: ReadonlyMap<string, number> }
export interface Options {
  readonly workers: number;
  /** Hears each case when it is done. */
  readonly tell?: (job: Job, outcome: Outcome) => void;
}

/** A case that takes longer hangs, as far as anybody waiting for it can tell. */
const PATIENCE_MS = 120_000;
/** What a build may hold in memory. */
const MOST_MB = 1500;
/** Tests and `npm run fuzz` both start there. */
const root = process.cwd();

export async function runJobs(jobs: Iterable<Job>, { workers, tell }: Options): Promise<Tally> {
  const file = await bundleWorker();
  const finds: Find[] = [];
  const counts = new Map<string, number>();
  const waiting = jobs[Symbol.iterator]();
  const note = (job: Job, outcome: Outcome): void => {
    if (outcome.kind === 'broken') finds.push({ ...job, why: outcome.why });
    const key = `${job.kind} ${outcome.kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    tell?.(job, outcome);
  };
  await Promise.all(Array.from({ length: workers }, () => work(file, waiting, note)));
  return { finds, counts };
}

function work(file: string, waiting: Iterator<Job>, note: (job: Job, outcome: Outcome) => void): Promise<void> {
  return new Promise((finished) => {
    let timer: NodeJS.Timeout | undefined;
    const start = (): void => {
      const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MOST_MB } });
      let job: Job | undefined;
      const give = (): void => {
        clearTimeout(timer);
        const next = waiting.next();
        if (next.done) { job = undefined; void worker.terminate(); finished(); return; }
        job = next.value;
        timer = setTimeout(() => fail(`takes more than ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
        worker.postMessage(job);
      };
      const fail = (why: string): void => {
        clearTimeout(timer);
        if (job) note(job, { kind: 'broken', why });
        worker.removeAllListeners();
        worker.on('error', () => undefined);
        void worker.terminate();
        start();
      };
      worker.on('message', (outcome: Outcome) => {
        if (job) note(job, outcome);
        give();
      });
      worker.on('error', (error: Error) => fail(`ends its process: ${error.message}`));
      give();
    };
    start();
  });
}

async function bundleWorker(): Promise<string> {
  const folder = join(root, '.cache', `fuzz-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'worker.mjs');
  await build({
    absWorkingDir: root, entryPoints: ['test/fuzz/worker.ts'], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20',
    logLevel: 'error', loader: { '.txt': 'text' }, banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  for (const data of ['src/text/data', 'src/proof/data']) cpSync(join(root, data), join(folder, 'data'), { recursive: true });
  return outfile;
}
