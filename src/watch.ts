// Saves → editions: builds once, then at every save of something that the publication depends on; the last good PDF stays.
import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { writePdf } from './cli/index.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import { spanAt } from './document/index.ts';
import { findLine, newLines, type Mark, type Sheet } from './preview/index.ts';
import { foldersUnder, isFolder, looksLikeSource, watchFiles } from './watch-files.ts';

/** What one build gave. Without a PDF its diagnostics say why. */
export interface Edition {
  readonly diagnostics: readonly Diagnostic[];
  readonly pdf?: Uint8Array;
  readonly output?: string;
  readonly title: string;
  readonly language: string;
  /** Pages for the preview: made when asked for, after the PDF is on disk. */
  sheets(): readonly Sheet[];
  /** Absolute paths of the files that it was made from; undefined where errors kept it from being known. */
  readonly files?: readonly string[];
  /** Findings of the proofreader, which reads somewhere else: nothing here waits for it. */
  proofread?(): Promise<readonly Diagnostic[]>;
  /** The chapters' texts, by file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Lives as long as the watch does, so that it may keep what a change leaves as it was. */
export interface Builder {
  build(changed: readonly string[]): Promise<Edition>;
}

export interface WatchOptions {
  readonly folder: string;
  readonly output?: string;
}

/** What happened, for cli/ to print and the preview to show. */
export interface WatchEvents {
  building(changed: readonly string[]): void;
  built(news: News): void;
  /** Later than the edition, and only while no other is on its way. */
  proofread?(findings: readonly Diagnostic[]): void;
}

export interface News {
  readonly diagnostics: readonly Diagnostic[];
  readonly title: string;
  readonly language: string;
  /** The edition that is on disk now, if this build wrote one. */
  readonly written?: { readonly output: string; readonly pdf: Uint8Array; readonly sheets: readonly Sheet[]; readonly marks: readonly Mark[]; readonly focus?: { readonly page: number; readonly y: number } };
  /** From the save to the PDF on disk. */
  readonly milliseconds: number;
}

export interface Watch {
  /** Resolves when the first build is over. */
  readonly first: Promise<void>;
  close(): Promise<void>;
}

/** Proofreading begins when nothing was saved for so long: whoever types on does not wait for it. */
const QUIET_MS = 250;

export function watch(options: WatchOptions, events: WatchEvents, builder: Builder): Watch {
  const root = resolve(options.folder);
  let files: ReadonlySet<string> = new Set();
  let certain = false, allChapters = true, closed = false;
  /** Folders elsewhere that hold some of it: templates, their fonts. */
  let outside: readonly string[] = [];
  let sheets: readonly Sheet[] = [];
  let lastDiagnostics: readonly Diagnostic[] = [];
  let texts: ReadonlyMap<string, string> = new Map();
  const output = options.output === undefined ? undefined : resolve(options.output);

  const wanted = (file: string): boolean => {
    if (file === output) return false;
    if (files.has(file)) return true;
    // With errors nobody knows what the publication depends on: what mends them may be any file in it.
    if (!certain) return [root, ...outside].some((folder) => looksLikeSource(file, folder));
    if (dirname(file) === root && allChapters && /^[^.].*\.md$/i.test(file.slice(root.length + 1))) return true;
    return isFolder(file) && looksLikeSource(file, root);
  };
  const pending = new Set<string>();
  let since = 0;
  let running: Promise<void> | undefined;
  let reading: NodeJS.Timeout | undefined;

  const cover = (): void => {
    outside = [...new Set([...files].filter((file) => file !== root && !file.startsWith(root + sep)).map((file) => dirname(file)))];
    watcher.cover([dirname(root), ...foldersUnder(root), ...outside, ...outside.map((folder) => join(folder, 'fonts')).filter(isFolder)]);
  };
  const watcher = watchFiles(wanted, (changed) => {
    // A folder that came or went is watched, or no more; what matters in it is found by the build.
    if (changed.some((file) => !files.has(file) && isFolder(file))) cover();
    if (pending.size === 0) since = performance.now();
    for (const file of changed) pending.add(file);
    running ??= work();
  }, (sentence) => events.built({ diagnostics: [...lastDiagnostics, { severity: 'warning', rule: 'watch', span: spanAt(root), message: sentence }], title: '', language: 'en', milliseconds: 0 }));

  /** One build at a time; saves that come meanwhile make one more. */
  const work = async (): Promise<void> => {
    while (pending.size > 0 && !closed) {
      const changed = [...pending].filter((file) => file !== root || pending.size === 1);
      pending.clear();
      clearTimeout(reading);
      events.building(changed);
      const start = since;
      const edition = await buildSafely(builder, changed, root);
      if (closed) break;
      publish(edition, changed, start);
    }
    running = undefined;
  };

  const readLater = (edition: Edition): void => {
    const { proofread } = edition;
    if (!proofread || !events.proofread) return;
    const wanted = (): boolean => !closed && running === undefined && pending.size === 0;
    const mine = setTimeout(() => {
      proofread().then((findings) => { if (reading === mine && wanted()) events.proofread?.(findings); }, (error: unknown) => {
        events.proofread?.([{ severity: 'warning', rule: 'internal', span: spanAt(join(root, 'publication.yaml')), message: `The proofreader failed: ${error instanceof Error ? error.message : String(error)}` }]);
      });
    }, QUIET_MS);
    reading = mine;
  };

  const publish = (edition: Edition, changed: readonly string[], start: number): void => {
    let { diagnostics } = edition;
    const target = output ?? edition.output;
    let fault: string | undefined;
    if (edition.pdf && target !== undefined) {
      fault = writePdf(target, edition.pdf);
      if (fault !== undefined) diagnostics = [...diagnostics, { severity: 'error', rule: 'output', span: spanAt(join(root, 'publication.yaml')), message: `The PDF ${fault}` }];
    }
    const milliseconds = performance.now() - start;
    certain = edition.files !== undefined;
    // What failed says at least where: a template elsewhere, with a fault in it.
    const known = edition.files ?? [...files, ...diagnostics.map(({ span }) => span.file)];
    files = new Set([...known, join(root, 'publication.yaml')].flatMap(withTarget));
    allChapters = takesAllChapters(root, edition.texts);
    cover();
    lastDiagnostics = diagnostics;
    const news = { diagnostics, title: edition.title, language: edition.language, milliseconds };
    if (!edition.pdf || target === undefined || fault !== undefined) return events.built(news);
    const now = edition.sheets();
    const focus = sheets.length > 0 ? focusOf(sheets, now, texts, edition.texts, changed) : undefined;
    const marks = sheets.length > 0 ? newLines(sheets, now) : [];
    sheets = now;
    texts = edition.texts;
    events.built({ ...news, written: { output: target, pdf: edition.pdf, sheets, marks, ...(focus ? { focus } : {}) } });
    readLater(edition);
  };

  cover();
  pending.add(root);
  since = performance.now();
  running = work();
  return {
    first: running,
    async close() {
      closed = true;
      clearTimeout(reading);
      watcher.close();
      await running;
    },
  };
}

/** A fault of the program ends a build, not the watch: the next save may not meet it. */
async function buildSafely(builder: Builder, changed: readonly string[], root: string): Promise<Edition> {
  try {
    return await builder.build(changed);
  } catch (error) {
    const { span } = error as { span?: ReturnType<typeof spanAt> };
    const message = `Internal error: ${error instanceof Error ? error.message : String(error)}`;
    return { diagnostics: [{ severity: 'error', rule: 'internal-error', span: span ?? spanAt(join(root, 'publication.yaml')), message }], title: '', language: 'en', sheets: () => [], texts: new Map() };
  }
}

/** A link is watched where it stands and where it leads. */
function withTarget(file: string): string[] {
  try {
    const real = realpathSync(file);
    return real === file ? [file] : [file, real];
  } catch {
    return [file];
  }
}

/** Whether a new *.md beside publication.yaml would be a chapter: it is where every one now is. */
function takesAllChapters(root: string, texts: ReadonlyMap<string, string>): boolean {
  if (texts.size === 0) return true;
  try {
    return readdirSync(root).every((name) => !/^[^.].*\.md$/i.test(name) || texts.has(join(root, name)));
  } catch {
    return true;
  }
}

/** The first line that a save changed, on its page; else the first page that looks different. */
function focusOf(before: readonly Sheet[], after: readonly Sheet[], had: ReadonlyMap<string, string>, has: ReadonlyMap<string, string>, changed: readonly string[]): { page: number; y: number } | undefined {
  for (const file of changed) {
    const old = had.get(file)?.split('\n'), now = has.get(file)?.split('\n');
    if (!now) continue;
    const line = old ? now.findIndex((text, index) => text !== old[index]) : 0;
    const found = line === -1 ? undefined : findLine(after, file, line + 1);
    if (found) return found;
  }
  const bodies = new Set(before.map(({ body }) => body));
  const differs = after.find(({ body }) => !bodies.has(body));
  return differs && { page: differs.number, y: 0 };
}
