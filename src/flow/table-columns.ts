// What each column of a table holds and how wide it wants to be → the columns' widths and what is aligned at the decimal mark.

export interface ColumnNeeds {
  /** Widest word, or widest number as the column aligns them, points. */
  readonly min: number;
  /** Widest cell on one line, points. */
  readonly max: number;
  /** Numbers: never broken, no room to spare. */
  readonly numeric: boolean;
  /** The unit of the number before it. */
  readonly unit: boolean;
}

/**
 * Widths that fill `room`, gaps not counted. Every column gets its widest word; what remains goes to columns in
 * proportion to what they lack, and what is then left over to columns of words. Undefined where the words do not fit.
 */
export function chooseWidths(columns: readonly ColumnNeeds[], room: number): number[] | undefined {
  const least = columns.map(({ min }) => min);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const leastSum = sum(least);
  if (leastSum > room + 0.01) return undefined;
  const most = columns.map(({ max }) => max);
  const mostSum = sum(most);
  if (mostSum > room) {
    // Proportional to the square root of what is lacking: a long text takes more lines, a short one keeps its line.
    return shareOut(least, most, room - leastSum);
  }
  const words = columns.map(({ numeric, unit, max }) => (numeric || unit ? 0 : Math.max(max, 1)));
  const weights = sum(words) > 0 ? words : columns.map(() => 1);
  const weightSum = sum(weights);
  return most.map((width, index) => width + ((room - mostSum) * (weights[index] ?? 0)) / weightSum);
}

function shareOut(least: readonly number[], most: readonly number[], spare: number): number[] {
  const widths = [...least];
  let rest = spare;
  // Columns that get all they want leave the rest to the others: at most a round a column.
  for (let round = 0; round < least.length && rest > 0.01; round += 1) {
    const lack = widths.map((width, index) => Math.max(0, (most[index] ?? 0) - width));
    const weights = lack.map((value) => Math.sqrt(value));
    const total = weights.reduce((sum, value) => sum + value, 0);
    if (total === 0) break;
    const before = rest;
    widths.forEach((width, index) => {
      const share = Math.min(lack[index] ?? 0, (before * (weights[index] ?? 0)) / total);
      widths[index] = width + share;
      rest -= share;
    });
  }
  return widths;
}

/**
 * A number as a language writes it, with sign, currency or unit around it: the length of what stands from its decimal
 * mark on (or after its last digit). Undefined where the text is no number.
 */
export function tailLength(text: string, decimal: string): number | undefined {
  const number = findNumber(text);
  if (!number) return undefined;
  const { digits, end } = number;
  const mark = digits.lastIndexOf(decimal);
  return text.length - (mark < 0 ? end : end - digits.length + mark);
}

function findNumber(text: string): { digits: string; end: number } | undefined {
  // Sign or bracket, perhaps a currency before, then digits with separators, then at most a short unit or bracket.
  const match = /^([\s(+\-\u2212\u2013±<>≈~]*(?:[€$£]\s*)?[+\-\u2212]?)(\d(?:[\d.,'’\u00a0\u202f ]*\d)?)(\s*(?:%|‰|pct\.?|kr\.?|€|[*)†]|)\s*)$/iu.exec(text);
  if (!match) return undefined;
  const [, before = '', digits = ''] = match;
  return { digits, end: before.length + digits.length };
}

/** Empty, or a dash that stands for nothing. */
export const isBlank = (text: string): boolean => /^[\s\u2013\u2014\u2212.…-]*$/.test(text);
