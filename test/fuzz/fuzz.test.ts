// Thousands of bad and random publications → each a whole PDF that holds every word, or errors at their places; never anything else.
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { KINDS, type Kind } from './cases.ts';
import { runJobs, type Job } from './pool.ts';

/** `npm run fuzz -- --write KIND:SEED` writes a find as a folder. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_226);
const MANUSCRIPTS = 500, MUTATIONS = 200;
const number = (kind: Kind): number => (kind === 'manuscript' ? MANUSCRIPTS : MUTATIONS);

test(`${MANUSCRIPTS} random manuscripts and ${MUTATIONS} mutations of every kind of file, seed ${SEED}`, { timeout: 1_200_000 }, async () => {
  const jobs: Job[] = KINDS.flatMap((kind) => Array.from({ length: number(kind) }, (_, index) => ({ kind, seed: SEED + index })));
  const { finds, counts } = await runJobs(jobs, { workers: availableParallelism() });
  console.log(`Fuzzed from seed ${SEED}: ${[...counts].map(([key, count]) => `${key} ${count}`).join(', ')}.`);
  expect(finds).toEqual([]);
  for (const kind of KINDS) expect((counts.get(`${kind} pdf`) ?? 0) + (counts.get(`${kind} errors`) ?? 0)).toBe(number(kind));
  // A fuzzer whose cases all fail early finds nothing behind the first door.
  expect(counts.get('manuscript pdf') ?? 0).toBeGreaterThan(MANUSCRIPTS * 0.8);
});
