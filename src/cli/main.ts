// The program: argv → a command run, results on standard output, diagnostics on standard error, an exit code.
import { readCommand, HELP, type Command } from './command.ts';

const argv = process.argv.slice(2);
// A reader that has seen enough ("| head") is no error, and no success either: the work goes on to its own exit code. What a
// watch shows, nobody would see any more.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    const gone = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
    if (!gone || argv[0] === 'watch') process.exit(gone ? 0 : 1);
  });
}
const fail = async (error: unknown): Promise<void> => {
  // Said by whatever asks first where it was called from.
  if ((error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd') {
    process.exitCode = 1;
    process.stderr.write('printvenlig: the folder that this was called in is gone.\n');
    return;
  }
  process.exitCode = 70;
  (await import('./internal-error.ts')).sayInternalError(error, argv, folderOf(argv));
};
// Nothing may end in a stack trace, not even what a library throws from a callback of its own.
process.on('uncaughtException', (error) => { void fail(error).finally(() => process.exit()); });
run(argv).then((code) => { process.exitCode = code; }, fail);

function folderOf(given: readonly string[]): string {
  const command = readCommand(given);
  return 'folder' in command ? command.folder : '.';
}

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
