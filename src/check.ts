// A publication, and what was committed of it → findings of the proofreader and the layout's changes, page by page.
import { join } from 'node:path';
import { layOut, makePdf, type LaidOut } from './build.ts';
import { makeFolder, writeWhole } from './cli/index.ts';
import { Diagnostics, type Diagnostic } from './diagnostics/index.ts';
import { spanAt, type Document } from './document/index.ts';
import { applyFixes, LINE_END, proofread } from './proof/index.ts';
import { checkOutRevision, type Publication } from './publication/index.ts';
import { compareSnapshots, readSnapshot, takeSnapshot, writeSnapshot, type LayoutDifference, type Snapshot } from './snapshot/index.ts';

export interface CheckOptions {
  readonly folder: string;
  readonly update: boolean;
  readonly fix: boolean;
  /** false: proofread only. */
  readonly layout: boolean;
  /** Compare with this git revision instead of the snapshot. */
  readonly against?: string;
  /** Folder for pictures of what changed. */
  readonly pictures?: string;
  readonly ci: boolean;
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** null without a snapshot, or where errors stopped the layout. */
  readonly layout: LayoutDifference | null;
  /** What was done, a sentence a line. */
  readonly said: readonly string[];
}

export async function check(options: CheckOptions): Promise<CheckResult> {
  const diagnostics = new Diagnostics();
  const said: string[] = [];
  // A picture that is missing hides no slip of the pen: the text is proofread whether it can be laid out or not.
  const manuscripts: { publication: Publication; document: Document }[] = [];
  const now = await layOut(options.folder, diagnostics, { onRead: (publication, document) => manuscripts.push({ publication, document }) });
  for (const { publication, document } of manuscripts) {
    const { language, lint } = publication.config;
    const findings = new Diagnostics();
    await proofread(document, publication.chapters, { language, lint, words: publication.words, configFile: publication.configFile, ...(now ? { pages: now.pages.length } : {}) }, findings);
    if (options.fix && fix(publication, findings.list(), diagnostics, said)) {
      // What is left stands elsewhere now, and the lines may break anew: all of it is read again.
      const rest = await check({ ...options, fix: false });
      return { ...rest, diagnostics: [...rest.diagnostics, ...diagnostics.list().filter(({ rule }) => rule === 'output')], said: [...said, ...rest.said] };
    }
    diagnostics.addAll(findings.list());
  }
  let layout: LayoutDifference | null = null;
  if (now && options.layout) {
    const snapshot = takeSnapshot(now.pages, now.pictures);
    if (options.against !== undefined) layout = await compareWithRevision(options.against, now, snapshot, options.pictures, diagnostics, said);
    else if (options.update) layout = update(now, snapshot, diagnostics, said);
    else layout = compareWithCommitted(now, snapshot, options.ci, diagnostics);
    // The snapshot has words and places, no pixels: "before" is rebuilt from the last commit.
    if (options.pictures !== undefined && options.against === undefined && !options.update) {
      await compareWithRevision('HEAD', now, snapshot, options.pictures, diagnostics, said);
    }
  }
  return { diagnostics: diagnostics.list(), layout, said };
}

/** Makes the safe fixes in the Markdown and nothing else: line ends and byte order marks stay as they are. */
function fix(publication: Publication, findings: readonly Diagnostic[], diagnostics: Diagnostics, said: string[]): boolean {
  const before = said.length;
  for (const { file, name, text: read } of publication.chapters) {
    const own = findings.filter((finding) => finding.span.file === file && finding.fix !== undefined);
    const disk = own.length > 0 ? publication.read(file) : undefined;
    if (!disk || 'reason' in disk) continue;
    const raw = Buffer.from(disk.bytes).toString('utf8');
    const mark = raw.startsWith('\ufeff') ? '\ufeff' : '';
    const lines = raw.slice(mark.length).split(LINE_END), expected = read.split('\n');
    // A line that does not stand on disk as it was read (a control character was left out) is the editor's.
    const { text, applied } = applyFixes(raw.slice(mark.length), own.filter(({ span }) => lines.slice(span.line - 1, span.endLine).join('\n') === expected.slice(span.line - 1, span.endLine).join('\n')));
    if (applied.length === 0) continue;
    const fault = writeWhole(file, Buffer.from(mark + text));
    if (fault !== undefined) diagnostics.error('output', spanAt(file), `The chapter ${fault}`);
    else {
      for (const finding of applied) {
        const { line, column, endLine, endColumn } = finding.span;
        const was = line === endLine ? (expected[line - 1] ?? '').slice(column - 1, endColumn - 1) : '…';
        said.push(`${name}:${line}:${column}  "${was}" → "${finding.fix ?? ''}"  ${finding.rule}`);
      }
      said.push(`${name}: ${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'} made (${[...new Set(applied.map(({ rule }) => rule))].join(', ')}).`);
    }
  }
  return said.length > before;
}

function update(now: LaidOut, snapshot: Snapshot, diagnostics: Diagnostics, said: string[]): LayoutDifference | null {
  const file = join(now.publication.folder, 'layout.snapshot');
  const before = now.publication.snapshot ? readSnapshot(now.publication.snapshot.text) : undefined;
  const fault = writeWhole(file, Buffer.from(writeSnapshot(snapshot)));
  if (fault !== undefined) diagnostics.error('output', spanAt(file), `The snapshot ${fault}`);
  else said.push(`layout.snapshot is written: ${now.pages.length} pages.`);
  return before && 'pages' in before ? compareSnapshots(before, snapshot) : null;
}

function compareWithCommitted(now: LaidOut, snapshot: Snapshot, ci: boolean, diagnostics: Diagnostics): LayoutDifference | null {
  const committed = now.publication.snapshot;
  if (!committed) {
    const span = spanAt(now.publication.configFile.file);
    const hint = 'Make one with "printvenlig check --update" and commit it, or pass --no-layout.';
    if (ci) diagnostics.error('no-snapshot', span, 'There is no layout.snapshot to compare with.', hint);
    else diagnostics.warning('no-snapshot', span, 'There is no layout.snapshot to compare with.', hint);
    return null;
  }
  const before = readSnapshot(committed.text);
  if (!('pages' in before)) {
    diagnostics.error('snapshot', spanAt(committed.file, before.line), before.message, before.hint);
    return null;
  }
  return compareSnapshots(before, snapshot);
}

async function compareWithRevision(revision: string, now: LaidOut, snapshot: Snapshot, pictures: string | undefined, diagnostics: Diagnostics, said: string[]): Promise<LayoutDifference | null> {
  const there = await checkOutRevision(now.publication.folder, revision);
  if ('reason' in there) {
    diagnostics.error('revision', spanAt(now.publication.configFile.file), there.reason);
    return null;
  }
  try {
    const found = new Diagnostics();
    const before = await layOut(there.folder, found);
    if (!before) {
      const first = found.list().find(({ severity }) => severity === 'error');
      diagnostics.error('revision', spanAt(now.publication.configFile.file), `The manuscript of "${revision}" cannot be laid out: ${first?.message ?? 'it has errors.'}`);
      return null;
    }
    const difference = compareSnapshots(takeSnapshot(before.pages, before.pictures), snapshot);
    if (pictures !== undefined) said.push(await draw(now.document.title, pictures, before, now, difference));
    return difference;
  } finally {
    await there.dispose();
  }
}

/** Before, after and difference of each page that changed, and a page that shows them side by side. */
async function draw(title: string, folder: string, before: LaidOut, now: LaidOut, difference: LayoutDifference): Promise<string> {
  const { drawChanges } = await import('./preview/index.ts');
  makeFolder(folder);
  const files = await drawChanges(title, await makePdf(before), await makePdf(now), difference.changes);
  for (const [name, bytes] of files) {
    const fault = writeWhole(join(folder, name), bytes);
    if (fault !== undefined) return fault;
  }
  return `${join(folder, 'index.html')}: before and after of each page that changed.`;
}
