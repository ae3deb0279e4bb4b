// src/cli/ bundled afresh → the program as a process: arguments in; status, standard output and standard error out.
import { build } from 'esbuild';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Run { readonly status: number | null; readonly out: string; readonly err: string }
export interface Program {
  run(args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): Run;
  /** Both streams into another program, which may stop reading; its output, and the program's own status. */
  piped(args: readonly string[], reader: string, cwd: string): { readonly status: number | null; readonly out: string };
  start(args: readonly string[], cwd: string): ChildProcess;
}

/** `name` keeps test files that run at the same time apart. */
export async function bundleProgram(name: string): Promise<Program> {
  const folder = join(root, '.cache', `program-${name}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'program.mjs');
  await build({
    absWorkingDir: root, entryPoints: ['src/cli/main.ts'], outfile: file, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error',
    loader: { '.txt': 'text' }, banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  for (const data of ['src/text/data', 'src/proof/data']) cpSync(join(root, data), join(folder, 'data'), { recursive: true });
  const environment = (env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], ...env });
  return {
    run(args, cwd, env) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd, encoding: 'utf8', env: environment(env), maxBuffer: 1 << 28 });
      return { status, out: stdout, err: stderr };
    },
    piped(args, reader, cwd) {
      const { status, stdout } = spawnSync('bash', ['-o', 'pipefail', '-c', `"$@" 2>&1 | ${reader}`, 'bash', process.execPath, file, ...args], { cwd, encoding: 'utf8', env: environment() });
      return { status, out: stdout };
    },
    start: (args, cwd) => spawn(process.execPath, [file, ...args], { cwd, env: environment(), stdio: 'ignore' }),
  };
}
