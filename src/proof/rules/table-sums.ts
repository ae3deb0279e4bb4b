// Totals that are not the sum of their rows, sums across that are not the sum of their columns, differences and shares that do not follow.
import { readGrids, writeNumber, type Figure, type Grid } from '../grid.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

const TOTAL = /(?:^|\s)i alt$|^(?:i alt|(?:grand |sub)?totals?|sum(?:men)?|subtotal|samlet|samlede|tilsammen|hele (?:landet|landets)|alle(?: \p{L}+)?|all|altogether|whole \p{L}+|sum of \p{L}+)(?:$|[\s:,(])|(?:^|\s)total$/iu;
const HEAD_TOTAL = /^(?:i alt|total|sum|samlet|tilsammen|all)$|(?: i alt|, total)$/i;
const HEAD_CHANGE = /ændring|forskel|forskydning|difference|afvigelse|change|udvikling|diff\.|vækst|variance/i;
const PART = /heraf|deraf|hvoraf|of which|thereof/i;
const LEVEL = /ultimo|primo|sats|andel|gennemsnit|average|pct|procent|%|per |pr\. |rate|year|^år\b|(?:19|20)\d\d/i;

interface Expected { readonly row: number; readonly column: number; readonly value: number; readonly decimals: number; readonly what: string }

const sums: Rule = {
  id: 'table-sum', severity: 'warning',
  *check({ document, passages }) {
    const language = document.language;
    for (const grid of readGrids(document, passages)) {
      if (grid.heads.length < 2 || grid.labels.length < 2) continue;
      const across = [...differences(grid), ...sharesOfTotal(grid), ...rowSums(grid)];
      const wrong = new Map(across.map((one) => [`${one.row}:${one.column}`, one]));
      const down = [...columnSums(grid, (row, column) => wrong.get(`${row}:${column}`)?.value)];
      for (const one of [...wrong.values(), ...down]) {
        const found = say(grid, one, language);
        if (found) yield found;
      }
      if (across.length === 0 && down.length === 0) yield* percentages(grid, language);
    }
  },
};

function say(grid: Grid, { row, column, value, decimals, what }: Expected, language: string): Finding | undefined {
  const passage = grid.passage(row, column);
  return passage && finding(passage, 0, passage.text.length, `${what} ${writeNumber(value, decimals, language)}, not ${passage.text.trim()}.`);
}

/** Roundings mostly cancel: their sum is spread by the square root of their number. Further off than this is one in two hundred. */
const SPREAD = 2.8 / Math.sqrt(12);
/** How far a sum of rounded figures may lie from the rounded sum. */
const slack = (figures: readonly Figure[]): number => {
  const unit = 10 ** -Math.max(...figures.map((figure) => figure.decimals));
  const rounded = unit < 1 || figures.some(({ percent }) => percent);
  return (rounded ? Math.max(unit, unit * Math.min(figures.length / 2, SPREAD * Math.sqrt(figures.length))) : unit / 2) + 1e-9;
};
const isSum = (terms: readonly Figure[], total: Figure, signs: readonly number[] = []): boolean =>
  Math.abs(terms.reduce((sum, { value }, index) => sum + value * (signs[index] ?? 1), 0) - total.value) <= slack([...terms, total]);

/** The rows that make a row: which, and with what sign. */
interface Formula { readonly rows: readonly number[]; readonly signs: readonly number[] }

/** Ways in which the row may come of those above it, the likeliest first. */
function formulas(grid: Grid, row: number): Formula[] {
  const above = grid.labels.map((_, index) => index).filter((index) => index < row && !PART.test(grid.labels[index] ?? ''));
  const totals = above.filter((index) => TOTAL.test(grid.labels[index] ?? ''));
  const empty = above.filter((index) => grid.figures[index]?.every((figure) => figure === undefined));
  const plus = (rows: readonly number[]): Formula => ({ rows, signs: rows.map(() => 1) });
  const since = (start: number): number[] => above.filter((index) => index > start && !empty.includes(index));
  const last = Math.max(-1, ...totals);
  const found = [plus(since(Math.max(-1, ...empty, last))), plus(since(last)), plus(above.filter((index) => !totals.includes(index) && !empty.includes(index))), plus(totals), plus(last < 0 ? [] : [last, ...since(last)])];
  for (const one of totals) for (const other of totals) if (one < other) found.push({ rows: [one, other], signs: [1, -1] });
  for (let start = row - 2; start >= 0; start--) found.push(plus(since(start - 1)));
  return found.filter(({ rows }) => rows.length >= 2);
}

function* columnSums(grid: Grid, corrected: (row: number, column: number) => number | undefined): Generator<Expected> {
  const columns = grid.heads.map((_, index) => index).slice(1).filter((column) => grid.figures.filter((row) => row[column]).length > grid.figures.filter((row) => row[column] === undefined && (row.length > column)).length || grid.figures.filter((row) => row[column]).length >= 3);
  const mendedHere = new Set<string>();
  const mendedFigure = (row: number, column: number): Figure | undefined => {
    const figure = grid.figures[row]?.[column], value = corrected(row, column);
    return figure && value !== undefined ? { ...figure, value } : figure;
  };
  for (let row = 2; row < grid.labels.length; row++) {
    const name = grid.labels[row] ?? '';
    if (PART.test(name)) continue;
    const named = TOTAL.test(name);
    const read = ({ rows, signs }: Formula, column: number): { terms: Figure[]; total: Figure; signs: readonly number[] } | undefined => {
      const total = grid.figures[row]?.[column];
      const kept = rows.flatMap((index, at) => { const figure = mendedFigure(index, column); return figure ? [{ figure, sign: signs[at] ?? 1 }] : []; });
      const holes = rows.some((index) => grid.figures[index]?.[column] === undefined && !/^[-–—]?$/.test(grid.texts[index]?.[column] ?? ''));
      return total && kept.length >= 2 && !holes ? { terms: kept.map(({ figure }) => figure), signs: kept.map(({ sign }) => sign), total } : undefined;
    };
    const holds = (formula: Formula, column: number): boolean => { const got = read(formula, column); return got !== undefined && isSum(got.terms, got.total, got.signs); };
    const all = formulas(grid, row);
    const usable = columns.filter((column) => grid.figures[row]?.[column]);
    // What most columns obey the rest must obey too.
    const best = all.map((formula) => ({ formula, kept: usable.filter((column) => holds(formula, column)), asked: usable.filter((column) => read(formula, column)) }))
      .sort((a, b) => b.kept.length - a.kept.length)[0];
    if (!best) continue;
    const proven = best.kept.length >= 2 && best.kept.length >= best.asked.length - 1 && digitsOf(best.kept.map((column) => grid.figures[row]?.[column])) >= (named ? 2 : 6);
    // A row that is called a total: no way of making it holds anywhere, and there is only the one plain way.
    const plain = named && best.kept.length === 0 && !grid.labels.slice(0, row).some((label) => PART.test(label) || LEVEL.test(label)) ? all[0] : undefined;
    // One of two columns holds, and the row is called a total.
    const half = named && best.kept.length === 1 && best.asked.length === 2 ? best.formula : undefined;
    const formula = proven ? best.formula : half ?? plain;
    if (!formula) continue;
    for (const column of usable) {
      const got = read(formula, column);
      if (!got || all.some((other) => holds(other, column)) || /%|pct|procent|andel|indeks|index|gennemsnit|average|share|rate|(?<!\p{L})pr\.|(?<!\p{L})per(?!\p{L})/iu.test(grid.heads[column] ?? '') && !got.total.percent && Math.abs(got.total.value - 100) > 1e-9) continue;
      if (!proven && !half && usable.length > 1 && column !== usable[0] && HEAD_CHANGE.test(grid.heads[column] ?? '')) continue;
      const value = got.terms.reduce((sum, figure, at) => sum + figure.value * (got.signs[at] ?? 1), 0);
      const mended = formula.rows.some((index) => mendedHere.has(`${index}:${column}`)) || corrected(row, column) !== undefined;
      if (mended) continue;
      // An average or a level stands in the place of a sum: far away from it.
      if (!proven && !half && !near(value, got.total.value)) continue;
      mendedHere.add(`${row}:${column}`);
      yield { row, column, value, decimals: Math.max(...got.terms.map(({ decimals }) => decimals), got.total.decimals), what: 'The rows add up to' };
    }
  }
}

/** How much it takes to agree by chance. */
const digitsOf = (figures: readonly (Figure | undefined)[]): number => figures.reduce((sum, figure) => sum + (figure ? String(Math.round(Math.abs(figure.value) * 10 ** figure.decimals)).length : 0), 0);
const near = (one: number, other: number): boolean => Math.abs(one - other) <= 0.25 * Math.max(Math.abs(one), Math.abs(other));

/** The last column is called a total and mostly is the sum of those before it. */
function* rowSums(grid: Grid): Generator<Expected> {
  for (let column = 3; column < grid.heads.length; column++) {
    if (!HEAD_TOTAL.test(grid.heads[column] ?? '')) continue;
    yield* odd(grid, column, (row) => {
      const terms = row.slice(1, column);
      return terms.length >= 2 && terms.every((term) => term !== undefined) ? { value: terms.reduce((sum, term) => sum + (term?.value ?? 0), 0), terms: terms as Figure[] } : undefined;
    }, 'The columns add up to');
  }
}

/** A column of changes: the difference of two others in most rows, or that difference in per cent. */
function* differences(grid: Grid): Generator<Expected> {
  for (let column = 1; column < grid.heads.length; column++) {
    if (!HEAD_CHANGE.test(grid.heads[column] ?? '')) continue;
    const others = grid.heads.map((_, index) => index).filter((index) => index > 0 && index !== column);
    let best: Expected[] | undefined;
    let most = 1;
    for (const one of others) {
      for (const other of others) {
        if (one === other) continue;
        for (const share of [false, true]) {
          const made = [...odd(grid, column, (row) => {
            const a = row[one], b = row[other];
            if (!a || !b || share && b.value === 0) return undefined;
            return share ? { value: change(a, b, row[column]), terms: [a, b], share: true } : { value: a.value - b.value, terms: [a, b] };
          }, 'The difference is')];
          const fits = fitting(grid, column, one, other, share);
          if (fits > most) { best = made; most = fits; }
        }
      }
    }
    yield* best ?? [];
  }
}

/** In per cent. Where both are costs, written as negative numbers, a greater cost is a rise to some and a fall to others. */
function change(a: Figure, b: Figure, written: Figure | undefined): number {
  const value = 100 * (a.value - b.value) / Math.abs(b.value);
  return b.value < 0 && written && Math.sign(written.value) === -Math.sign(value) ? -value : value;
}

function fitting(grid: Grid, column: number, one: number, other: number, share: boolean): number {
  return grid.figures.filter((row) => {
    const a = row[one], b = row[other], c = row[column];
    if (!a || !b || !c || share && b.value === 0) return false;
    return share ? Math.abs(change(a, b, c) - c.value) <= shareSlack(a, b, c) : isSum([a, b], c, [1, -1]);
  }).length;
}

const shareSlack = (a: Figure, b: Figure, c: Figure): number => 10 ** -c.decimals / 2 + (b.value === 0 ? 0 : 100 * (10 ** -a.decimals + 10 ** -b.decimals) / 2 / Math.abs(b.value) * (1 + Math.abs(a.value / b.value))) + 1e-9;

/** Shares in per cent beside the amounts that they are shares of: share = amount ÷ total in most rows. */
function* sharesOfTotal(grid: Grid): Generator<Expected> {
  const total = grid.labels.findLastIndex((label) => TOTAL.test(label));
  if (total < 3) return;
  for (let column = 1; column < grid.heads.length; column++) {
    if (Math.abs((grid.figures[total]?.[column]?.value ?? 0) - 100) > 1e-9) continue;
    for (let amounts = 1; amounts < grid.heads.length; amounts++) {
      const whole = grid.figures[total]?.[amounts];
      if (amounts === column || !whole || whole.value === 100 || whole.value === 0) continue;
      const found = [...odd(grid, column, (row) => { const a = row[amounts]; return a ? { value: 100 * a.value / whole.value, terms: [a, whole], share: true } : undefined; }, 'The share is')];
      if (found.length > 0) { yield* found; break; }
    }
  }
}

/** Cells of a column that do not follow from their row, where at least two thirds of three or more do. */
function* odd(grid: Grid, column: number, expect: (row: readonly (Figure | undefined)[]) => { value: number; terms: readonly Figure[]; share?: boolean } | undefined, what: string): Generator<Expected> {
  const wrong: Expected[] = [];
  let right = 0;
  grid.figures.forEach((row, index) => {
    const cell = row[column];
    const got = cell && expect(row);
    if (!cell || !got) return;
    const [a, b] = got.terms;
    const allowed = got.share && a && b ? shareSlack(a, b, cell) : slack([...got.terms, cell]);
    if (Math.abs(got.value - cell.value) <= allowed) right++;
    // A total that does not follow from other totals: they are added up down their columns.
    else if (TOTAL.test(grid.labels[index] ?? '') && !got.share && what === 'The difference is') return;
    else wrong.push({ row: index, column, value: got.value, decimals: got.share ? cell.decimals : Math.max(...got.terms.map(({ decimals }) => decimals)), what });
  });
  if (right >= 2 && right >= 2 * wrong.length) yield* wrong;
}

/** Per cent that divide a whole and nearly make 100, but not by rounding. */
function* percentages(grid: Grid, language: string): Generator<Finding> {
  if (grid.labels.some((label) => TOTAL.test(label) || PART.test(label)) || !/fordel|divided|breakdown|share of|distribution|sammensætning/i.test(grid.caption)) return;
  for (let column = 1; column < grid.heads.length; column++) {
    const figures = grid.figures.map((row) => row[column]);
    if (figures.length < 3 || figures.some((figure) => figure === undefined)) continue;
    const all = figures as Figure[];
    if (!all.every(({ percent }) => percent) && !/%|pct|procent|andel|per ?cent|share/i.test(`${grid.heads[column] ?? ''} ${grid.caption}`)) continue;
    const sum = all.reduce((total, { value }) => total + value, 0);
    if (Math.abs(sum - 100) <= slack(all) || sum < 90 || sum > 110) continue;
    const passage = grid.passage(all.length - 1, column);
    if (passage) yield finding(passage, 0, passage.text.length, `The shares add up to ${writeNumber(sum, Math.max(...all.map(({ decimals }) => decimals)), language)} per cent, not 100.`);
  }
}

export const tableSumRules: readonly Rule[] = [sums];
