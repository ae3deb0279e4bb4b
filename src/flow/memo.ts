// What was flowed once is not flowed again: settling and watching ask for the same blocks and chapters in the same surroundings many times.
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { Setup } from './context.ts';

/** A collector that also knows in which order things were found, so that a block's findings can be told again. */
export class RecordingDiagnostics extends Diagnostics {
  readonly log: Diagnostic[] = [];
  constructor(private readonly listener: Diagnostics) { super(); }

  override add(diagnostic: Diagnostic): void {
    this.log.push(diagnostic);
    this.listener.add(diagnostic);
  }
}

export type About = 'page' | 'note' | 'picture' | 'contents';
/** What a block asked that is not in itself, and what it was told: it need not be built again as long as it would be told the same. */
export interface Question { readonly about: About; readonly of: string; readonly answer: unknown }

/** Asks, and writes down the answer. */
export function ask(setup: Setup, about: About, of: string): void {
  setup.asked.push({ about, of, answer: answerTo(setup, about, of) });
}

function answerTo(setup: Setup, about: About, of: string): unknown {
  switch (about) {
    case 'page': return setup.facts.pageOf.get(of);
    case 'note': {
      const note = setup.note(of);
      return note && `${note.number} ${note.id}`;
    }
    case 'picture': return setup.pictures.get(of);
    case 'contents': return setup.contentsKey();
  }
}

interface Remembered {
  readonly signature: string;
  /** What must be the very same: a theme's, typesetter's or style's look does not fit into a signature. */
  readonly same: readonly object[];
  readonly asked: readonly Question[];
  readonly made: unknown;
  readonly figures: number;
  readonly tables: number;
  readonly found: readonly Diagnostic[];
}

/** What was flowed so far: of one edition until its pages settle, or of a watch. */
export class FlowMemory {
  private known = new WeakMap<object, readonly Remembered[]>();

  of(from: object): readonly Remembered[] { return this.known.get(from) ?? []; }
  keep(from: object, entry: Remembered): void { this.known.set(from, [entry, ...this.of(from).slice(0, MOST_WAYS - 1)]); }
  /** Nothing will be asked for again: galleys are let go as their pages are finished. */
  forget(): void { this.known = new WeakMap(); }
}
/** A thing is asked for in few ways, one or two a round; the newest serve a watch. */
const MOST_WAYS = 6;

/** `build` is called unless the same thing has been made of `from` in the same surroundings, with the same answers. */
export function remember<T>(from: object, signature: string, surroundings: readonly object[], setup: Setup, build: () => T): T {
  const { numbers, asked, diagnostics, memory } = setup;
  const key = `${signature} ${numbers.figure} ${numbers.table}`;
  const same = [setup.theme, setup.typesetter, ...surroundings];
  const found = memory.of(from).find((entry) => entry.signature === key && entry.same.length === same.length && entry.same.every((thing, index) => thing === same[index])
    && entry.asked.every(({ about, of, answer }) => answerTo(setup, about, of) === answer));
  if (found) {
    numbers.figure += found.figures;
    numbers.table += found.tables;
    for (const question of found.asked) asked.push(question);
    for (const diagnostic of found.found) diagnostics.add(diagnostic);
    return found.made as T;
  }
  const before = { figure: numbers.figure, table: numbers.table, asked: asked.length, log: diagnostics.log.length };
  const made = build();
  memory.keep(from, {
    signature: key, same, made, asked: asked.slice(before.asked), found: diagnostics.log.slice(before.log),
    figures: numbers.figure - before.figure, tables: numbers.table - before.table,
  });
  return made;
}
