// `check` → findings, the layout's changes by page, and the exit code that CI acts on.
import { appendFileSync } from 'node:fs';
import { check } from '../check.ts';
import { toJson, writeGithub, type Diagnostic } from '../diagnostics/index.ts';
import type { LayoutDifference } from '../snapshot/index.ts';
import type { Command } from './command.ts';
import { failed, fileName, plural, report, summary } from './report.ts';

export async function runCheck(command: Extract<Command, { name: 'check' }>): Promise<number> {
  const ci = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';
  if (command.update && ci) {
    process.stderr.write('printvenlig: with CI set, --update refuses: a snapshot is written where a person looks at it, and committed.\n');
    return 1;
  }
  const result = await check({ ...command, ci });
  const { diagnostics, layout } = result;
  const changed = layout !== null && !command.update && (layout.changes.length > 0 || layout.renumbered.length > 0 && layout.before !== layout.after);
  const bad = failed(diagnostics, command.strict) || changed;
  if (command.format === 'json') {
    const plain = layout && { before: layout.before, after: layout.after, changes: layout.changes.map(({ page, was, kind, message }) => ({ page, was, kind, message })), renumbered: layout.renumbered };
    process.stdout.write(`${JSON.stringify({ diagnostics: toJson(diagnostics, fileName), layout: plain }, null, 2)}\n`);
  } else {
    report(diagnostics, command.format);
    for (const line of result.said) process.stdout.write(`${line}\n`);
    if (layout && command.format === 'github') process.stdout.write(writeGithub(asAnnotations(layout), fileName));
    else if (layout) process.stdout.write(describe(layout));
    if (command.format === 'text') process.stdout.write(`${changed ? 'The layout has changed. ' : ''}${summary(diagnostics)}\n`);
  }
  if (process.env.GITHUB_STEP_SUMMARY && layout) appendFileSync(process.env.GITHUB_STEP_SUMMARY, stepSummary(layout, diagnostics));
  return bad ? 1 : 0;
}

function describe(layout: LayoutDifference): string {
  const lines = layout.changes.map(({ page, was, message }) => `${page === null ? `Page ${was} before` : `Page ${page}`}: ${message}`);
  for (const [from, to] of layout.renumbered) lines.push(`${from === to ? `Page ${from}` : `Pages ${from}–${to}`}: only renumbered.`);
  if (layout.before !== layout.after) lines.push(`${plural(layout.before, 'page')} before, ${layout.after} now.`);
  return lines.map((line) => `${line}\n`).join('');
}

function asAnnotations(layout: LayoutDifference): Diagnostic[] {
  return layout.changes.flatMap(({ span, page, was, kind, message }) => (span ? [{ severity: 'warning' as const, span, rule: `layout-${kind}`, message: `${page === null ? `Page ${was} before` : `Page ${page}`}: ${message}` }] : []));
}

function stepSummary(layout: LayoutDifference, diagnostics: readonly Diagnostic[]): string {
  const rows = layout.changes.map(({ page, was, kind, message }) => `| ${page ?? '–'} | ${was ?? '–'} | ${kind} | ${message.replace(/\|/g, '\\|')} |`);
  const renumbered = layout.renumbered.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return `### Layout\n\n${layout.before} pages before, ${layout.after} now; ${summary(diagnostics)}.\n\n${rows.length > 0 ? `| page | was | kind | what |\n| ---: | ---: | --- | --- |\n${rows.join('\n')}\n` : 'No page looks different.\n'}${renumbered ? `\nOnly renumbered: ${renumbered}.\n` : ''}\n`;
}
