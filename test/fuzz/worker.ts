// A kind and a seed in → what became of the case out, one at a time, so that whoever waits knows which one hangs.
import { parentPort } from 'node:worker_threads';
import { makeCase } from './cases.ts';
import { buildAndCheck } from './check.ts';
import type { Job } from './pool.ts';

/** Of so many cases one is looked at thoroughly: read back, given to qpdf, built again warm. */
const SAMPLE = { manuscript: 10, markdown: 10, publication: 4, template: 4, png: 4, jpeg: 4, svg: 4, font: 4, snapshot: 4 } as const;

parentPort?.on('message', ({ kind, seed }: Job) => {
  void makeCase(kind, seed).then((made) => buildAndCheck(made, seed % SAMPLE[kind] === 0)).then((outcome) => parentPort?.postMessage(outcome));
});
