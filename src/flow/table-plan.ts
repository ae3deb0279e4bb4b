// Table → how it is set: in which stretch, how large, in which columns; a table wider than all that in parts under each other.
import { plainText, type Inline, type Table } from '../document/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import { chooseWidths, isBlank, tailLength, type ColumnNeeds } from './table-columns.ts';

export interface TableColumn extends ColumnNeeds {
  readonly align: 'left' | 'center' | 'right';
  /** Widest part from the decimal mark on, points, where numbers are aligned at it. */
  readonly tail: number;
}

/** Columns that stand side by side: their index, left edge and width. */
export interface TablePart { readonly columns: readonly { readonly index: number; readonly x: number; readonly width: number; readonly repeated: boolean }[] }

export interface TablePlan {
  readonly stretch: Stretch;
  /** It lies on its side: the stretch runs up the page, from 0. */
  readonly turned: boolean;
  readonly style: RoleStyle;
  readonly headStyle: RoleStyle;
  readonly columns: readonly TableColumn[];
  readonly parts: readonly TablePart[];
  /** The first row says something. */
  readonly headed: boolean;
  /** The first column names the rows. */
  readonly rowHeads: boolean;
}

type Size = Omit<TablePlan, 'stretch' | 'turned' | 'parts'>;

/** A word wider than this part of the stretch is broken rather than that the whole table is turned or parted for it. */
const GIANT = 1 / 3;
/** Parts of the page's height, tried in turn: a heading and some text stand before it, or a heading and a line, or nothing. */
const UP_THE_PAGE = [0.85, 0.92, 1];
/** Lines that the notes of a turned table find room for at the page's foot. */
const NOTE_LINES = 4;
/** From full size to the template's smallest, in steps that the eye takes for the same size. */
const STEPS = 4;

export function planTable(block: Table, context: BlockContext): TablePlan {
  const { table } = context.theme.components;
  const { zone } = context;
  const headed = (block.rows[0]?.cells ?? []).some(({ children }) => children.length > 0);
  const sizes: Size[] = [];
  for (let step = 0; step <= STEPS; step += 1) {
    const scale = 1 - ((1 - table.smallest) * step) / STEPS;
    const styles = scaled(context, scale);
    const columns = measureColumns(block, styles, headed, context);
    const size = { ...styles, columns, headed, rowHeads: columns[0] !== undefined && !columns[0].numeric && columns.length > 1 };
    sizes.push(size);
    for (const stretch of step === 0 && zone.full.width > zone.width ? [zone, zone.full] : [zone.full]) {
      const whole = inOnePart(size, stretch, context);
      if (whole) return whole;
    }
  }
  for (const size of sizes) {
    const broken = inOnePart({ ...size, columns: size.columns.map((column) => withoutGiants(column, zone.full.width)) }, zone.full, context);
    if (!broken) continue;
    sayGiant(block, context);
    return broken;
  }
  const turned = turnTable(block, sizes, context);
  if (turned) return turned;
  const smallest = sizes[STEPS];
  if (!smallest) throw new Error('A table is planned in its smallest size at the latest.');
  return splitTable(block, { ...smallest, stretch: zone.full, turned: false }, context);
}

/** As large as fits up the page; only in the running text, where a page can be the table's alone. */
function turnTable(block: Table, sizes: readonly Size[], context: BlockContext): TablePlan | undefined {
  const { turn, columnGap } = context.theme.components.table;
  if (!turn || context.depth > 0 || context.inColumns) return undefined;
  const noted = block.rows.some(({ cells }) => cells.some(({ children }) => holdsNote(children)));
  const { before, toText } = context.theme.components.footnotes;
  const forNotes = noted ? before + toText + NOTE_LINES * context.style('footnote').leading : 0;
  const most = context.theme.master.area.height - context.body.leading - forNotes;
  for (const part of UP_THE_PAGE) {
    const room = most * part;
    for (const size of sizes) {
      // No wider than its words ask for: what stands after it may follow on the page.
      const natural = gaps(size.columns, columnGap) + size.columns.reduce((sum, { max }) => sum + max, 0);
      const whole = inOnePart(size, { x: 0, width: Math.min(room, natural) }, context);
      if (whole) return { ...whole, turned: true };
    }
  }
  return undefined;
}

function inOnePart(size: Size, stretch: Stretch, context: BlockContext): TablePlan | undefined {
  const { columnGap } = context.theme.components.table;
  const { columns } = size;
  const widths = chooseWidths(columns, stretch.width - gaps(columns, columnGap));
  return widths && { ...size, stretch, turned: false, parts: [placeColumns(columns.map((_, index) => index), widths, stretch, columnGap, false)] };
}

const withoutGiants = (column: TableColumn, room: number): TableColumn => (column.numeric ? column : { ...column, min: Math.min(column.min, room * GIANT) });

function sayGiant(block: Table, context: BlockContext): void {
  context.diagnostics.warning('table-too-wide', block.span, 'A word in the table is wider than its column can be; it is broken.', 'A shorter word, or a space in it, would help.');
}

const holdsNote = (inlines: readonly Inline[]): boolean => inlines.some((inline) => inline.kind === 'note-mark' || ('children' in inline && holdsNote(inline.children)));

const gaps = (columns: readonly unknown[], gap: number): number => (columns.length - 1) * gap;

function scaled(context: BlockContext, scale: number): { style: RoleStyle; headStyle: RoleStyle } {
  const apply = (style: RoleStyle): RoleStyle => (scale === 1 ? style : {
    ...style, size: style.size * scale, leading: style.leading * scale, code: { ...style.code, size: style.code.size * scale },
  });
  return { style: apply(context.style('table')), headStyle: apply(context.style('table-head')) };
}

function placeColumns(indices: readonly number[], widths: readonly number[], stretch: Stretch, gap: number, repeatsFirst: boolean): TablePart {
  let { x } = stretch;
  return {
    columns: indices.map((index, at) => {
      const width = widths[at] ?? 0;
      const column = { index, x, width, repeated: repeatsFirst && at === 0 };
      x += width + gap;
      return column;
    }),
  };
}

/** As many columns as fit, then the next under them, the first one again beside them. */
function splitTable(block: Table, plan: Omit<TablePlan, 'parts'>, context: BlockContext): TablePlan {
  const { columnGap } = context.theme.components.table;
  const { stretch } = plan;
  const columns = plan.columns.map((column) => withoutGiants(column, stretch.width));
  const parts: TablePart[] = [];
  const first = columns[0];
  const repeatable = plan.rowHeads && first !== undefined && first.min < stretch.width / 3;
  let overflows = false;
  for (let next = 0; next < columns.length;) {
    const repeats = repeatable && next > 0;
    const indices: number[] = repeats ? [0] : [];
    let used = repeats && first ? first.min + columnGap : 0;
    const start = next;
    while (next < columns.length) {
      const column = columns[next];
      if (!column || (next > start && used + column.min > stretch.width + 0.01)) break;
      indices.push(next);
      used += column.min + columnGap;
      next += 1;
    }
    const chosen = indices.flatMap((index) => columns[index] ?? []);
    const room = stretch.width - (chosen.length - 1) * columnGap;
    const fitting = chooseWidths(chosen, room);
    if (!fitting) overflows = true;
    const total = chosen.reduce((sum, column) => sum + column.min, 0);
    parts.push(placeColumns(indices, fitting ?? chosen.map((column) => (column.min * room) / total), stretch, columnGap, repeats));
  }
  if (parts.length > 1) {
    context.diagnostics.warning('table-too-wide', block.span, `The table with its ${columns.length} columns is too wide; it is set in ${parts.length} parts, one under the other.`, 'Fewer columns or shorter words would keep it whole.');
  } else if (overflows) {
    sayGiant(block, context);
  }
  return { ...plan, parts };
}

function measureColumns(block: Table, { style, headStyle }: { style: RoleStyle; headStyle: RoleStyle }, headed: boolean, context: BlockContext): TableColumn[] {
  const count = Math.max(1, ...block.rows.map(({ cells }) => cells.length));
  const columns: TableColumn[] = [];
  for (let index = 0; index < count; index += 1) {
    const previous = columns[index - 1];
    columns.push(measureColumn(block, index, previous, style, headStyle, headed, context));
  }
  return columns;
}

function measureColumn(block: Table, index: number, previous: TableColumn | undefined, style: RoleStyle, headStyle: RoleStyle, headed: boolean, context: BlockContext): TableColumn {
  const { typesetter, inline, labels } = context;
  const asked = block.align[index];
  let min = 0;
  let max = 0;
  let head = { min: 0, max: 0 };
  let front = 0;
  let tail = 0;
  let numbers = 0;
  let others = 0;
  block.rows.forEach((row, at) => {
    const children = row.cells[index]?.children ?? [];
    if (children.length === 0) return;
    const isHead = at === 0 && headed;
    const extent = typesetter.extent(children, isHead ? headStyle : style, inline);
    // A rounding hair, so that what was measured fits when it is set.
    min = Math.max(min, extent.min + 0.01);
    max = Math.max(max, extent.max + 0.01);
    if (isHead) { head = extent; return; }
    const text = plainText(children);
    if (isBlank(text)) return;
    const length = tailLength(text, labels.decimal);
    if (length === undefined) { others += 1; return; }
    numbers += 1;
    const part = length === 0 ? 0 : typesetter.extent(lastCharacters(children, length), style, inline).max;
    tail = Math.max(tail, part);
    front = Math.max(front, extent.max - part);
  });
  const numeric = numbers > 0 && others === 0 && asked !== 'center' && asked !== 'left';
  const align = asked ?? (numeric ? 'right' : 'left');
  // Numbers aligned at the mark need the widest front and the widest tail, which may be in different rows.
  if (numeric) {
    min = Math.max(front + tail, head.min) + 0.01;
    max = Math.max(front + tail, head.max) + 0.01;
  }
  const unit = previous?.numeric === true && !numeric && align === 'left' && max < style.size * 9;
  return { min, max, numeric, unit, align, tail: numeric ? tail : 0 };
}

/** The last `count` characters, in the same marks (strong digits are wider). */
export function lastCharacters(inlines: readonly Inline[], count: number): readonly Inline[] {
  const kept: Inline[] = [];
  let rest = count;
  for (let index = inlines.length - 1; index >= 0 && rest > 0; index -= 1) {
    const inline = inlines[index];
    if (!inline) break;
    if (inline.kind === 'text' || inline.kind === 'code') {
      const value = inline.value.slice(-rest);
      rest -= value.length;
      kept.unshift(inline.kind === 'text' ? { ...inline, value, lines: inline.lines.slice(0, 1).map((line) => ({ ...line, index: 0 })) } : { ...inline, value });
    } else if ('children' in inline) {
      const children = lastCharacters(inline.children, rest);
      rest -= plainText(children).length;
      kept.unshift({ ...inline, children } as Inline);
    } else kept.unshift(inline);
  }
  return kept;
}
