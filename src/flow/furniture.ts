// A page's number and chapter → its running head and foot, as artifacts.
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import { spanAt, type Document } from '../document/index.ts';
import type { BlockContext } from './builder.ts';
import { fill } from './format.ts';
import { moveAll } from './move.ts';
import type { Placed, PlacedLine } from './placed.ts';

export interface PageToDecorate {
  readonly number: number;
  readonly pages: number;
  /** The galley's title. */
  readonly title?: string;
  /** Cover: neither head nor foot. */
  readonly bare: boolean;
}

interface SetLine { readonly line: PlacedLine | undefined; readonly found: readonly Diagnostic[] }

/** Lines that many pages share, by style, place and words; those that the last edition had are not set again. */
export class FurnitureLines {
  private static readonly last = new WeakMap<BlockContext['typesetter'], ReadonlyMap<string, SetLine>>();
  private readonly lines = new Map<string, SetLine>();
  private before: ReadonlyMap<string, SetLine> | undefined;

  /** `set` tells its findings to the diagnostics that it is given. */
  get(key: string, context: BlockContext, set: (diagnostics: Diagnostics) => PlacedLine | undefined): PlacedLine | undefined {
    const { typesetter } = context;
    if (this.lines.size === 0) {
      this.before = FurnitureLines.last.get(typesetter);
      FurnitureLines.last.set(typesetter, this.lines);
    }
    let entry = this.lines.get(key) ?? this.before?.get(key);
    if (!entry) {
      const diagnostics = new Diagnostics();
      entry = { line: set(diagnostics), found: diagnostics.list() };
    }
    if (!this.lines.has(key)) context.diagnostics.addAll(entry.found);
    this.lines.set(key, entry);
    return entry.line;
  }
}

export function decoratePage(page: PageToDecorate, document: Document, context: BlockContext, lines: FurnitureLines): readonly Placed[] {
  if (page.bare) return [];
  const { head, foot } = context.theme.components;
  const { master } = context.theme;
  const placed: Placed[] = [];
  const put = (value: string | undefined, y: number, at: 'side' | 'text' | 'right', role: 'head' | 'head-title' | 'foot' | 'folio', artifact: 'header' | 'footer'): void => {
    if (value === undefined || value === '') return;
    const { full, side, text } = zonesOf(context);
    const stretch = at === 'text' ? text : at === 'side' && side ? side : full;
    // One line, whatever it says: what is too long for its stretch goes on to the right margin.
    const width = at === 'right' ? full.width : full.x + full.width - stretch.x;
    const file = document.chapters[0]?.file ?? '';
    const first = lines.get([role, at, value, document.language, file].join('\n'), context, (diagnostics) =>
      context.text(value, context.style(role), at === 'right' ? full.x : stretch.x, width, spanAt(file), { diagnostics, ...(at === 'right' ? { align: 'right' } : {}) }).content[0]);
    if (first) placed.push({ kind: 'line', x: first.x, y, line: first.line, size: first.size, role: artifact, ...(first.tag === undefined ? {} : { tag: first.tag }), artifact });
  };
  for (const line of head.lines) {
    const { title, edition } = document;
    const value = line.what === 'title' ? title : line.what === 'edition' ? edition : line.what === 'chapter' ? page.title
      : [title, ...(edition === undefined ? [] : [edition])].join(head.separator);
    put(value, line.y, line.at, line.role, 'header');
  }
  for (const line of foot.lines) {
    const value = line.what === 'folio' ? pageLabel(page.number, page.pages, context)
      : line.what === 'chapter' ? page.title : line.what === 'title' ? document.title : document.edition;
    put(value, line.y, line.at, line.role, 'footer');
  }
  const mirrored = master.mirrored && page.number % 2 === 0;
  return mirrored ? moveAll(placed, master.width - 2 * master.area.x - master.area.width, 0) : placed;
}

export function pageLabel(number: number, pages: number, context: BlockContext): string {
  return fill(context.labels.page, { page: String(number), pages: String(pages) });
}

function zonesOf(context: BlockContext): { full: { x: number; width: number }; side: { x: number; width: number } | undefined; text: { x: number; width: number } } {
  const { zones } = context.theme.master;
  return { full: zones.full, side: zones.side.x === zones.text.x ? undefined : zones.side, text: zones.text };
}
