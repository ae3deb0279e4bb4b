// The program: argv → a command run, results on standard output, diagnostics on standard error, an exit code.
import { readCommand, HELP, type Command } from './command.ts';

// A reader that has seen enough ("| head") is no error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

run(process.argv.slice(2)).then((code) => { process.exitCode = code; }, (error: unknown) => {
  const where = (error as { place?: string }).place;
  process.stderr.write(`printvenlig: internal error${where ? ` at ${where}` : ''}: ${error instanceof Error ? error.message : String(error)}\nThe PDF was not written. Please report this, with the manuscript if you can share it.\n`);
  if (process.env.PRINTVENLIG_DEBUG) process.stderr.write(`${(error as Error).stack ?? ''}\n`);
  process.exitCode = 70;
});

async function run(argv: readonly string[]): Promise<number> {
  const command = readCommand(argv);
  if ('usage' in command) {
    process.stderr.write(`printvenlig: ${command.usage}\n`);
    return 2;
  }
  return dispatch(command);
}

/** Each command is loaded when it is asked for: a build does not pay for a preview server. */
async function dispatch(command: Command): Promise<number> {
  switch (command.name) {
    case 'help': process.stdout.write(HELP); return 0;
    case 'version': process.stdout.write(`${(await import('./version.ts')).version()}\n`); return 0;
    case 'build': return (await import('./run-build.ts')).runBuild(command);
    case 'layout': return (await import('./run-layout.ts')).runLayout(command);
    case 'check': return (await import('./run-check.ts')).runCheck(command);
    case 'watch': return (await import('./run-watch.ts')).runWatch(command);
    case 'init': return (await import('./run-init.ts')).runInit(command);
  }
}
