// `watch` → a PDF at every save, a page in the browser that shows it, and a line on the terminal about each.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startedAt, startProgress } from './progress.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { editorLink, openInBrowser, startPreview, type Preview, type PreviewState } from '../preview/index.ts';
import { openProofDesk } from '../proof-desk.ts';
import { packageRoot } from '../publication/index.ts';
import { isFolder } from '../watch-files.ts';
import { watch, type Builder, type News } from '../watch.ts';
import type { Command } from './command.ts';
import { fileName, plural, report, summary } from './report.ts';

/** Runs until the process is told to stop; `builder` is for tests. */
export async function runWatch(command: Extract<Command, { name: 'watch' }>, builder?: Builder): Promise<number> {
  if (!isFolder(command.folder)) {
    process.stderr.write(`printvenlig: There is no folder "${command.folder}". Make one with "printvenlig init FOLDER".\n`);
    return 1;
  }
  let preview: Preview;
  try {
    preview = await startPreview({
      ...(command.port === undefined ? {} : { port: command.port }), name: fileName, editorLink: editorLink(process.env),
      pageFolder: join(packageRoot(), 'src/preview/page'),
      pdfjsFolder: join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'build'),
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    process.stderr.write(`printvenlig: ${code === 'EADDRINUSE' ? `port ${command.port} is taken; try another, or none.` : code === 'EACCES' ? `port ${command.port} may not be used; take one above 1023.` : `the preview could not start (${code ?? String(error)}).`}\n`);
    return 1;
  }
  let state: PreviewState = { version: 0, title: '', language: 'en', building: true, stale: false, diagnostics: [], sheets: [], marks: [] };
  let found: readonly Diagnostic[] = [], read: readonly Diagnostic[] = [];
  const progress = startProgress(process.stderr, startedAt());
  const watching = watch({ folder: command.folder, ...(command.output === undefined ? {} : { output: command.output }) }, {
    building(changed) {
      progress.step(state.version === 0 ? 'Building' : `Building after a change in ${changed.map(fileName).slice(0, 3).join(', ')}`);
      state = { ...state, building: true, marks: [], focus: undefined };
      preview.show(state, undefined);
    },
    built(news) {
      progress.done();
      const { written } = news;
      state = {
        ...state, building: false, stale: !written && news.diagnostics.some(({ severity }) => severity === 'error'), marks: written?.marks ?? [],
        milliseconds: news.milliseconds, diagnostics: [...(found = news.diagnostics), ...read].map(forPage),
        ...(written ? { version: state.version + 1, title: news.title, language: news.language, sheets: written.sheets, focus: written.focus } : {}),
      };
      preview.show(state, written?.pdf);
      say(news, state.version > 0);
    },
    proofread(findings) {
      const told = new Set(read.map(keyOf));
      read = findings;
      state = { ...state, diagnostics: [...found, ...read].map(forPage), marks: [], focus: undefined };
      preview.show(state, undefined);
      // On the terminal once: what was told before still stands there.
      report(findings.filter((finding) => !told.has(keyOf(finding))), 'text');
    },
  }, builder ?? (await import('../watch-builder.ts')).createBuilder(command.folder, progress.step, openProofDesk()));
  process.stdout.write(`Preview: ${preview.url}\n`);
  await watching.first;
  if (command.open) openInBrowser(preview.url);
  return new Promise(() => undefined);
}

/** A finding that only moved to another line is no new one. */
const keyOf = ({ rule, span, message }: Diagnostic): string => `${rule} ${span.file} ${message}`;

function say(news: News, hasEdition: boolean): void {
  report(news.diagnostics, 'text');
  if (news.written) {
    const { output, sheets } = news.written;
    process.stdout.write(`${fileName(output)}: ${plural(sheets.length, 'page')}, ${(news.milliseconds / 1000).toFixed(2)} s, ${summary(news.diagnostics)}\n`);
  } else if (news.diagnostics.some(({ severity }) => severity === 'error')) {
    process.stderr.write(`${hasEdition ? 'The last good PDF stays' : 'No PDF was written'}: ${summary(news.diagnostics)}.\n`);
  }
}

function forPage({ severity, message, hint, rule, span }: Diagnostic): PreviewState['diagnostics'][number] {
  return { severity, message, rule, file: span.file, name: fileName(span.file), line: span.line, column: span.column, ...(hint === undefined ? {} : { hint }) };
}
