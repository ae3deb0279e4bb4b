// Commands in turn, A B C A B C … → of each its times and peak memory, and its ratio to the first, pair by pair.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** GNU time knows what the kernel counted for a process and what it started: seconds of processor, peak memory. */
const TIME = '/usr/bin/time';
const counts = existsSync(TIME);

function once({ command, cwd, env }) {
  const out = join(tmpdir(), `bench-${process.pid}.time`);
  const argv = counts ? [TIME, '-f', '%U %S %M', '-o', out, ...command] : command;
  const start = performance.now();
  const { status, stderr } = spawnSync(argv[0], argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], cwd, env: { ...process.env, ...env } });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command.join(' ')} failed: ${stderr}`);
  if (!counts) return { wall };
  const [user, system, kilobytes] = readFileSync(out, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  rmSync(out);
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

export const median = (values) => {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted.length === 0 ? undefined : (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** The first run of each is not counted: it warms the disk, and every cache that an engine keeps. */
export function compare(engines, runs) {
  const rows = engines.map((engine) => ({ ...engine, taken: [] }));
  for (let run = 0; run <= runs; run++) {
    for (const row of rows) {
      if (row.failed) continue;
      try {
        const taken = once(row);
        if (run > 0) row.taken.push(taken);
      } catch (error) {
        row.failed = String(error.message).split('\n')[0].slice(0, 200);
      }
    }
  }
  const [first] = rows;
  return rows.map(({ name, failed, taken }) => ({
    name, ...(failed ? { failed } : {
      wall: median(taken.map(({ wall }) => wall)), cpu: median(taken.map(({ cpu }) => cpu)), memory: median(taken.map(({ memory }) => memory)),
      ratio: median(taken.map(({ wall }, at) => wall / first.taken[at].wall)), cpuRatio: median(taken.map(({ cpu }, at) => cpu && cpu / first.taken[at].cpu)),
    }),
  }));
}
