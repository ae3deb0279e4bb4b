// `watch` → not there yet; said plainly instead of pretending.
import type { Command } from './command.ts';

export async function runWatch(command: Extract<Command, { name: 'watch' }>): Promise<number> {
  process.stderr.write(`printvenlig: "watch" is not made yet; run "printvenlig build ${command.folder}" after a save.\n`);
  return 2;
}
