// `layout --json` → the laid-out pages as data on standard output.
import { layout } from '../index.ts';
import type { Command } from './command.ts';
import { failed, fileName, report } from './report.ts';

export async function runLayout(command: Extract<Command, { name: 'layout' }>): Promise<number> {
  const { diagnostics, pages } = await layout(command.folder);
  if (command.format === 'json') {
    const named = pages.map((page) => ({ ...page, lines: page.lines.map((line) => ({ ...line, source: { ...line.source, file: fileName(line.source.file) } })) }));
    report(diagnostics, 'text');
    process.stdout.write(`${JSON.stringify({ pages: named }, null, 1)}\n`);
  } else {
    report(diagnostics, command.format);
    for (const page of pages) process.stdout.write(`${page.label}: ${page.lines.length} lines, ${page.boxes.length} boxes\n`);
  }
  return failed(diagnostics, false) ? 1 : 0;
}
