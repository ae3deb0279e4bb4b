// Code → its lines in a monospaced face, every character kept: long lines go on below, with a mark that says so.
import type { Code, Inline, Span } from '../document/index.ts';
import type { BlockContext, FlowedBlock } from './builder.ts';
import { bar } from './drawing.ts';
import type { BreakRule, FlowItem, Slab } from './item.ts';
import { placeLine } from './paragraph.ts';

export function flowCode(block: Code, context: BlockContext): FlowedBlock {
  const { code } = context.theme.components;
  const style = context.style('code');
  const { zone } = context;
  const x = zone.x + code.inset;
  const advance = context.typesetter.extent(codeInlines('n', block.span), style, context.inline).max;
  const columns = Math.max(2, Math.floor((zone.width - code.inset) / Math.max(advance, 0.01) + 0.001));
  const baselines = context.theme.distances === 'baselines';
  const baseline = baselines ? style.leading : context.baseline(style);
  const items: FlowItem[] = [];
  const rows: CodeRow[] = [];
  block.value.split('\n').forEach((line, index) => {
    const span = lineSpan(block.span, index);
    // What the face lacks is set from another, or as its code in a box: it may be wider than a column.
    const cells = (character: string): number => (character <= '\u00ff' ? 1 : Math.ceil(context.typesetter.extent(codeInlines(character, span), style, context.inline).max / advance - 0.001));
    const pieces = wrapCode(expandTabs(line, code.tab), columns, [...code.wrap].length, cells);
    pieces.forEach((piece, part) => {
      const mark = part < pieces.length - 1 ? { text: code.wrap, x: x + (columns - [...code.wrap].length) * advance } : undefined;
      rows.push({ slab: codeSlab(piece, mark, span, context, x, baseline, block.id), within: part > 0 });
    });
  });
  rows.forEach((row, at) => {
    if (at > 0) items.push(...gap(row, at, rows.length));
    items.push(row.slab);
  });
  const rise = baselines ? style.leading : 0;
  return {
    items: [
      { kind: 'open', frame: 'code', span: block.span, torn: 'tornBox', beside: (y0, y1) => [bar(zone.x, baselines ? y0 + style.leading - code.above : y0, baselines ? y1 + code.below : y1, code.bar)] },
      ...items, { kind: 'close', frame: 'code' },
    ],
    tags: [context.tag(`${block.id}/block`, 'P', block.span, [context.tag(block.id, 'Code', block.span)])],
    before: code.before, after: baselines ? code.after + rise : code.after, rise, snap: false,
  };
}

interface CodeRow { readonly slab: Slab; readonly within: boolean }

/** Code is cut as text is: two of its rows on either side, and between lines rather than between the parts of one. */
function gap({ slab, within }: CodeRow, at: number, count: number): FlowItem[] {
  const rules: BreakRule[] = [];
  if (at === 1) rules.push('orphan');
  if (at === count - 1) rules.push('widow');
  if (within) rules.push('tornBox');
  return [...(rules.length > 0 ? [{ kind: 'penalty', rules, span: slab.span } as const] : []), { kind: 'space', height: 0 }];
}

/** The mark of a line that goes on below is no part of the code: an artifact, so that nobody copies it. */
function codeSlab(value: string, mark: { text: string; x: number } | undefined, span: Span, context: BlockContext, x: number, baseline: number, tag: string): Slab {
  const style = context.style('code');
  // Wider than any line: breaking has been done above, by columns.
  const [setting] = context.typesetter.set({ inlines: codeInlines(value, span), style, measure: 1e6, context: context.inline });
  const content = setting.lines.map((line) => placeLine(line, x, baseline, style, tag));
  if (mark) {
    const set = context.typesetter.set({ inlines: codeInlines(mark.text, span), style, measure: 1e6, context: context.inline })[0];
    content.push(...set.lines.map((line) => placeLine(line, mark.x, baseline, style, undefined)));
  }
  return context.slab(style.leading, content, { span, anchor: baseline, lines: 1 });
}

const codeInlines = (value: string, span: Span): readonly Inline[] => [{ kind: 'code', value, span }];

const lineSpan = (span: Span, index: number): Span => {
  const line = Math.min(span.line + index + 1, span.endLine);
  return { file: span.file, line, column: 1, endLine: line, endColumn: 1 };
};

export function expandTabs(line: string, every: number): string {
  let out = '';
  let column = 0;
  for (const character of line) {
    const width = character === '\t' ? every - (column % every) : 1;
    out += character === '\t' ? ' '.repeat(width) : character;
    column += width;
  }
  return out;
}

/** Pieces that leave room for a mark of `mark` characters, cut after a space where the last third of the line has one. */
export function wrapCode(line: string, columns: number, mark: number, cells: (character: string) => number = () => 1): string[] {
  const pieces: string[] = [];
  const room = Math.max(1, columns - mark - 1);
  const characters = [...line];
  const widths = characters.map(cells);
  let left = widths.reduce((sum, width) => sum + width, 0);
  let from = 0;
  while (left > columns && characters.length - from > 1) {
    let end = from;
    for (let used = 0; end < characters.length; end += 1) {
      used += widths[end] ?? 0;
      if (used > room) break;
    }
    let cut = Math.max(from + 1, end);
    for (let at = end; at > from + ((end - from) * 2) / 3; at -= 1) if (characters[at - 1] === ' ') { cut = at; break; }
    pieces.push(characters.slice(from, cut).join(''));
    for (; from < cut; from += 1) left -= widths[from] ?? 0;
  }
  pieces.push(characters.slice(from).join(''));
  return pieces;
}
