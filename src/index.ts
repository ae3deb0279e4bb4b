// The same from code as from the command line: typed, no printing, no exit.
import { Diagnostics, type Diagnostic } from './diagnostics/index.ts';
import { layOut, makePdf, printable, type LaidOut } from './build.ts';
import { writePdf } from './cli/index.ts';
import { spanAt } from './document/index.ts';
import { describeLayout, takeSnapshot, writeSnapshot, type LayoutPage } from './snapshot/index.ts';
import { resolve } from 'node:path';

export type { Diagnostic, Severity } from './diagnostics/index.ts';
export type { LayoutBox, LayoutLine, LayoutPage } from './snapshot/index.ts';

export interface BuildOptions {
  /** Where the PDF goes; by default what publication.yaml says. */
  readonly output?: string;
  /** Keep the snapshot's page breaks where they are still good. */
  readonly stable?: boolean;
  /** Hears what is done from now on: "Setting the text". */
  readonly onStep?: (what: string) => void;
}

export interface BuildResult {
  /** Sorted by file, line and column. With an error among them nothing is written and the last PDF stays. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute path of the PDF. */
  readonly output: string;
  readonly pages: number;
  readonly written: boolean;
  /** What `stable` kept and what moved, in a sentence. */
  readonly kept?: string;
}

export interface LayoutResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: readonly LayoutPage[];
  /** Absolute path of the publication. */
  readonly folder: string;
  /** The text that `layout.snapshot` would have. */
  readonly snapshot: string;
}

/** Builds the publication in `folder` and writes its PDF, whole or not at all. Faults of the manuscript never throw. */
export async function build(folder = 'manuscript', options: BuildOptions = {}): Promise<BuildResult> {
  const diagnostics = new Diagnostics();
  // In a function of its own: what stands in this one's frame is kept while the PDF is written.
  const laidOut = await layOut(folder, diagnostics, { stable: options.stable ?? false, tell: options.onStep }).then((made) => made && printable(made));
  const output = resolve(options.output ?? laidOut?.publication.config.output ?? '');
  if (!laidOut) return { diagnostics: diagnostics.list(), output, pages: 0, written: false };
  const pdf = await makePdf(laidOut, options.onStep);
  const fault = writePdf(output, pdf);
  if (fault !== undefined) diagnostics.error('output', spanAt(laidOut.publication.configFile.file), `The PDF ${fault}`);
  return { diagnostics: diagnostics.list(), output, pages: laidOut.pages.length, written: fault === undefined, ...(laidOut.kept === undefined ? {} : { kept: laidOut.kept }) };
}

/** The laid-out pages as data; points, origin at the page's top left, `y` a line's baseline. */
export async function layout(folder = 'manuscript'): Promise<LayoutResult> {
  const diagnostics = new Diagnostics();
  const laidOut = await layOut(folder, diagnostics);
  return {
    diagnostics: diagnostics.list(), folder: resolve(folder), pages: laidOut ? describe(laidOut) : [],
    snapshot: laidOut ? writeSnapshot(takeSnapshot(laidOut.pages, laidOut.pictures)) : '',
  };
}

function describe(laidOut: LaidOut): readonly LayoutPage[] {
  return describeLayout(laidOut.pages, laidOut.fontName).pages;
}
