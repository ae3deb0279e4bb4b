// Categories → their names under the plot: side by side, divided, on several steps, or every second, third … of a row of years.
import { plainText, type TableCell } from '../document/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { BlockContext, Stretch } from './builder.ts';
import type { ChartData } from './chart-data.ts';
import { bar } from './drawing.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';

export interface Plot {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of a category. */
  readonly slot: number;
  y(value: number): number;
}

/** Free space between two names: less looks like the space between two words. */
const BETWEEN = 6;
/** More steps than this part names from what they name. */
const MOST_STEPS = 3;

interface Way { readonly style: RoleStyle; readonly steps: number; readonly every: number; /** Lines of the longest name. */ readonly lines: number }

/**
 * Years, quarters, months, numbers: who reads some of them knows the rest. They differ in their figures, or in the month;
 * "Skole 1, Museum 2" differ in more.
 */
export function inSequence(names: readonly string[], months: readonly string[]): boolean {
  const rest = new Set(names.map((name) => (name.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !isMonth(word, months)).join(' ')));
  return rest.size <= 1 && names.every((name) => /\d/.test(name) || (name.match(/\p{L}+/gu) ?? []).some((word) => isMonth(word.toLowerCase(), months)));
}

/** Written in full or shortened to three letters or more. */
const isMonth = (word: string, months: readonly string[]): boolean => word.length >= 3 && months.some((month) => month.toLowerCase().startsWith(word));

export const sequence = ({ categories }: ChartData, { labels }: BlockContext): boolean => inSequence(categories.map(({ children }) => plainText(children)), labels.months);

function wayOf(data: ChartData, slot: number, context: BlockContext): Way {
  const style = context.style('chart');
  const needed = Math.max(1, Math.ceil((widestName(data, context) + BETWEEN) / slot));
  if (sequence(data, context)) return { style, steps: 1, every: needed, lines: 1 };
  const divided = { ...style, hyphenate: true };
  let best: Way | undefined;
  let least = Infinity;
  for (let steps = 1; steps <= Math.min(MOST_STEPS, data.categories.length); steps += 1) {
    const room = slot * steps - BETWEEN;
    const used = steps >= needed ? style : divided;
    const labels = data.categories.map((category) => set(category, used, 0, room, context));
    if (steps < needed && (room < style.size * 4 || labels.some(({ width }) => width > room + 0.01))) continue;
    let height = 0;
    for (let step = 0; step < steps; step += 1) height += Math.max(...labels.filter((_, index) => index % steps === step).map((label) => label.height));
    // A step costs two lines: names on one line read best.
    const cost = height + steps * 2 * style.leading;
    if (cost >= least) continue;
    least = cost;
    best = { style: used, steps, every: 1, lines: Math.max(...labels.map((label) => Math.round(label.height / style.leading))) };
  }
  return best ?? { style, steps: 1, every: needed, lines: 1 };
}

/** Width of the widest word of all the names. */
const widestName = (data: ChartData, context: BlockContext): number => Math.max(0, ...data.categories.map(({ children }) => context.typesetter.extent(children, context.style('chart'), context.inline).min));

/** Whether each category can be named under the plot, in `most` lines. */
export function namesFit(data: ChartData, slot: number, most: number, context: BlockContext): boolean {
  // Numbers beside the axis may take all the room there is.
  if (slot * data.categories.length < widestName(data, context) + BETWEEN) return false;
  const { every, lines } = wayOf(data, slot, context);
  return (every === 1 && lines <= most) || sequence(data, context);
}

const set = ({ id, span, children }: TableCell, style: RoleStyle, x: number, width: number, context: BlockContext): ReturnType<BlockContext['text']> =>
  context.text(children, style, x, width, span, { tag: id, align: 'center' });

/** From y = 0 down. */
export function setNames(data: ChartData, stretch: Stretch, plot: Plot, context: BlockContext): { content: readonly Placed[]; height: number } {
  const { axis } = context.theme.components.chart;
  const { style, steps, every } = wayOf(data, plot.slot, context);
  const width = plot.slot * steps * every - BETWEEN;
  const names = data.categories.flatMap((category, index) => {
    if (index % every !== 0) return [];
    const middle = plot.left + (index + 0.5) * plot.slot;
    const left = Math.max(stretch.x, middle - width / 2);
    const right = Math.max(left + Math.min(width, plot.slot), Math.min(stretch.x + stretch.width, middle + width / 2));
    // At the edge there may be no room for another of them.
    if (every > 1 && right - left < context.typesetter.extent(category.children, style, context.inline).min) return [];
    return [{ step: index % steps, middle, label: set(category, style, left, right - left, context) }];
  });
  const content: Placed[] = [];
  let y = 0;
  for (let step = 0; step < steps; step += 1) {
    let tallest = 0;
    for (const { middle, label } of names.filter((name) => name.step === step)) {
      // A thread from the plot to a name that stands lower.
      if (step > 0) content.push(bar(middle - axis.width / 4, -2, y + 1, { width: axis.width / 2, colour: axis.colour }));
      content.push(...moveAll(label.content, 0, y));
      tallest = Math.max(tallest, label.height);
    }
    y += tallest;
  }
  return { content, height: y };
}
