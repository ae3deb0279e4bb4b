// A block flowed once is not flowed again: settling and watching ask for the same blocks in the same surroundings many times.
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { Block } from '../document/index.ts';
import type { FlowedBlock, Surroundings } from './builder.ts';
import type { Setup } from './context.ts';

/** A collector that also knows in which order things were found, so that a block's findings can be told again. */
export class RecordingDiagnostics extends Diagnostics {
  readonly log: Diagnostic[] = [];

  override add(diagnostic: Diagnostic): void {
    this.log.push(diagnostic);
    super.add(diagnostic);
  }
}

interface Remembered {
  readonly signature: string;
  /** What must be the very same: a theme's, typesetter's or style's look does not fit into a signature. */
  readonly theme: object;
  readonly typesetter: object;
  readonly body: object;
  readonly pictures: object | undefined;
  readonly flowed: FlowedBlock;
  readonly figures: number;
  readonly tables: number;
  readonly found: readonly Diagnostic[];
}

const memory = new WeakMap<Block, Remembered[]>();

/**
 * `build` is called unless the same block has been flowed in the same surroundings. What asked for page numbers or notes
 * is not kept: those are not known to stay.
 */
export function remember(block: Block, around: string, surroundings: Surroundings, setup: Setup, build: () => FlowedBlock): FlowedBlock {
  const { numbers, asked, diagnostics } = setup;
  const { zone } = surroundings;
  const signature = [
    around, zone.x, zone.width, zone.side?.x, zone.side?.width, zone.full.x, zone.full.width, surroundings.body.role, surroundings.language,
    surroundings.onGrid, surroundings.listDepth, surroundings.depth, surroundings.heading, surroundings.frame, surroundings.inColumns,
    surroundings.opening?.index, surroundings.opening?.count, numbers.figure, numbers.table,
  ].join(' ');
  const known = memory.get(block);
  const found = known?.find((entry) => entry.signature === signature && entry.theme === setup.theme && entry.typesetter === setup.typesetter
    && entry.body === surroundings.body && (entry.pictures === undefined || entry.pictures === setup.pictures));
  if (found) {
    numbers.figure += found.figures;
    numbers.table += found.tables;
    for (const diagnostic of found.found) diagnostics.add(diagnostic);
    return found.flowed;
  }
  const before = { figure: numbers.figure, table: numbers.table, facts: asked.facts, pictures: asked.pictures, log: diagnostics.log.length };
  const flowed = build();
  if (asked.facts === before.facts) {
    const entry: Remembered = {
      signature, theme: setup.theme, typesetter: setup.typesetter, body: surroundings.body, flowed,
      pictures: asked.pictures > before.pictures ? setup.pictures : undefined,
      figures: numbers.figure - before.figure, tables: numbers.table - before.table, found: diagnostics.log.slice(before.log),
    };
    // A block is asked for in few ways; the newest ones serve a watch.
    memory.set(block, [entry, ...(known ?? []).slice(0, 3)]);
  }
  return flowed;
}
