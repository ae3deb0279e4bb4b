// `npm run fuzz -- --count N --seed N` → finds with kind and seed; `--write KIND:SEED` → the case as a folder, to look at and to make smaller.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, makeCase, type Kind } from './cases.ts';
import { runJobs, type Job } from './pool.ts';

/** Manuscripts cost most and find most: as many of them as of all other kinds together. */
const TURNS: readonly Kind[] = KINDS.flatMap((kind) => (kind === 'manuscript' ? [] : ['manuscript', kind]));
const EVERY = 1000;

const { values } = parseArgs({ options: {
  count: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' }, workers: { type: 'string', default: String(availableParallelism()) }, kind: { type: 'string' }, write: { type: 'string' },
} });
const kindOf = (name: string | undefined): Kind => {
  const kind = KINDS.find((known) => known === name);
  if (!kind) throw new Error(`The kinds are ${KINDS.join(', ')}.`);
  return kind;
};

if (values.write === undefined) await fuzz(Number(values.count), Number(values.seed));
else {
  const [kind, seed] = values.write.split(':');
  const folder = join('.cache', `case-${kind}-${seed}`);
  for (const [path, content] of Object.entries((await makeCase(kindOf(kind), Number(seed))).files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  console.log(folder);
}

async function fuzz(count: number, first: number): Promise<void> {
  const kinds = values.kind === undefined ? TURNS : [kindOf(values.kind)];
  console.log(`${count} cases from seed ${first}`);
  const started = Date.now();
  let done = 0;
  const jobs = function* (): Generator<Job> { for (let n = 0; n < count; n += 1) yield { kind: kinds[n % kinds.length] ?? 'manuscript', seed: first + n }; };
  const { finds, counts } = await runJobs(jobs(), {
    workers: Number(values.workers),
    tell: ({ kind, seed }, outcome) => {
      done += 1;
      if (outcome.kind === 'broken') console.log(`FIND ${kind}:${seed} ${outcome.why}`);
      if (done % EVERY === 0) console.log(`${done} cases, ${Math.round((Date.now() - started) / 1000)} s`);
    },
  });
  console.log([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, number]) => `${key}: ${number}`).join(', '));
  console.log(`${done} cases, ${finds.length} finds, ${Math.round((Date.now() - started) / 1000)} s`);
  process.exitCode = finds.length > 0 ? 1 : 0;
}
