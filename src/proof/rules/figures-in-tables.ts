// The figures of tables and charts held against prose and against each other.
import { FACTOR, MEASURES, stem, type Fact } from '../facts.ts';
import { readNumber, type Grid } from '../grid.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding } from '../rule.ts';
import { bare, slip } from '../slip.ts';

export interface Given {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  /** Unit or the noun that is counted. */
  readonly unit: string;
  /** A unit says nothing of what is measured. */
  readonly measure: boolean;
  /** Other long words of the sentence, by their stems. */
  readonly words: ReadonlySet<string>;
  readonly sentence: number;
  /** The sentence, small. */
  readonly text: string;
  /** "de 98", "alle 98", "landets 98". */
  readonly definite: boolean;
}

export const wrongly = (one: Pick<Given, 'passage' | 'from' | 'to' | 'digits'>, right: string): Finding => finding(one.passage, one.from, one.to, `${one.digits} here, but ${right} elsewhere.`, { hint: `Is ${right} meant?` });

/** A sentence names a row and gives a figure that is a slip of one in the row. */
export function proseAndTable(one: Given, grid: Grid, times: ReadonlyMap<string, number>): Finding | undefined {
  if (bare(one.digits).length < 3) return undefined;
  const { text } = one;
  const cells = cellsOf(grid);
  if (cells.has(one.digits)) return undefined;
  for (const [row, label] of grid.labels.entries()) {
    const name = label.toLowerCase().replace(/^[–-]\s*/, '');
    const key = name.replace(/ i alt$|^samlede?t? /, '');
    if (key.length < 4 || !text.includes(key) || !new RegExp(`(?<!\\p{L})${escape(key)}(?:e?n|e?t|s|ne)?(?!\\p{L})`, 'u').test(text)) continue;
    for (let column = 1; column < grid.heads.length; column++) {
      const cell = (grid.texts[row]?.[column] ?? '').replace(/\s*(?:%|pct\.|procent)$/, '');
      const kind = /^\d/.test(cell) ? slip(one.digits, cell) : undefined;
      if (kind === undefined || kind === 'mark' || kind === 'digit' && (grid.heads.length > 2 && bare(cell).length < 5 || (grid.chart === undefined && grid.heads.length > 3 && bare(cell).length < 5))) continue;
      const passage = grid.passage(row, column);
      if ((times.get(cell) ?? 0) < (times.get(one.digits) ?? 0) && passage) return finding(passage, 0, passage.text.length, `${cell} here, but ${one.digits} elsewhere.`, { hint: `Is ${one.digits} meant?` });
      return wrongly(one, cell);
    }
  }
  return undefined;
}

const CELLS = new WeakMap<Grid, ReadonlySet<string>>();
function cellsOf(grid: Grid): ReadonlySet<string> {
  const known = CELLS.get(grid) ?? new Set(grid.texts.flatMap((row) => row.slice(1)).map((cell) => cell.replace(/\s*(?:%|pct\.|procent)$/, '')));
  CELLS.set(grid, known);
  return known;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Two tables with mostly the same rows and mostly the same figures in a column: the cells that differ. */
export function* chartsAndTables(one: Grid, other: Grid, all: readonly Grid[], times: ReadonlyMap<string, number>): Generator<Finding> {
  // Each pair once: the chart is read against the table, else the later against the earlier.
  if (one.chart && other.chart ? all.indexOf(one) < all.indexOf(other) : one.chart === undefined && (other.chart !== undefined || all.indexOf(one) < all.indexOf(other))) return;
  const rows = one.labels.map((label) => other.labels.findIndex((there) => there !== '' && there.toLowerCase() === label.toLowerCase()));
  for (let column = 1; column < one.heads.length; column++) {
    for (let there = 1; there < other.heads.length; there++) {
      const pairs = rows.flatMap((row, index) => { const a = one.figures[index]?.[column], b = other.figures[row]?.[there]; return row >= 0 && a && b ? [{ index, row, a, b }] : []; });
      const unlike = pairs.filter(({ a, b }) => Math.abs(a.value - b.value) > 10 ** -Math.min(a.decimals, b.decimals) / 2 + 1e-9);
      if (pairs.length < 3 || unlike.length === 0 || unlike.length > pairs.length / 3) continue;
      for (const { index, row } of unlike) {
        const a = one.texts[index]?.[column] ?? '', b = other.texts[row]?.[there] ?? '';
        const inTable = (times.get(b) ?? 0) < (times.get(a) ?? 0);
        const passage = inTable ? other.passage(row, there) : one.passage(index, column);
        if (passage) yield finding(passage, 0, passage.text.length, `${inTable ? b : a} here, but ${inTable ? a : b} in the ${inTable ? (one.chart ? 'chart' : 'other table') : (other.chart ? 'other chart' : 'table')}.`);
      }
    }
  }
}

/** "Egenkapital ultimo | 841,2" in a table, "egenkapitalen er … 842,1 mio. kr." in prose; one row in two tables. */
export function* byLabel(grids: readonly Grid[], given: readonly Given[]): Generator<Finding> {
  const rows: { name: string; value: string; unit: string; key: string }[] = [];
  for (const grid of grids) {
    for (const [index, cells] of grid.texts.entries()) {
      const name = (grid.labels[index] ?? '').toLowerCase().replace(/^[–-]\s*/, '');
      const figures = cells.flatMap((text, column) => (column > 0 && /^\d[\d.,]*$/.test(text) ? [{ text, column }] : []));
      const unit = cells.slice(1).find((text) => /kr|pct|%/.test(text)) ?? '';
      const [only] = figures;
      if (!only || figures.length !== 1 || name.length < 5) continue;
      const value = only.text;
      const earlier = rows.find((other) => other.name === name && other.unit === unit && readNumber(other.value, 'da')?.value !== readNumber(value, 'da')?.value);
      const passage = grid.passage(index, only.column);
      if (earlier && passage && unit !== '') yield finding(passage, 0, passage.text.length, `"${grid.labels[index] ?? ''}" is ${value} here, but ${earlier.value} in an earlier table.`);
      rows.push({ name, value, unit: unit.startsWith('pct') ? '%' : unit.replace(/\.$/, ''), key: name.split(/[ ,]/)[0] ?? name });
    }
  }
  for (const one of given) {
    if (one.passage.kind === 'cell') continue;
    const before = one.passage.text.slice(Math.max(0, one.from - 50), one.from).toLowerCase();
    for (const row of rows) {
      if ((MEASURES[row.unit] ?? row.unit) !== one.unit || row.value === one.digits || row.key.length < 9) continue;
      if (before.includes(row.key) && new RegExp(`(?<!\\p{L})${escape(row.key)}(?:en|et|n|t)? (?:er|udgør|er på|på|blev|lander på|var)(?: ved \\p{L}+ \\p{L}+)? $`, 'u').test(before) && !rows.some((other) => other.key === row.key && other.value === one.digits)) {
        yield finding(one.passage, one.from, one.to, `${one.digits} here, but ${row.value} in the table.`, { hint: `Is ${row.value} meant?` });
        break;
      }
    }
  }
}


/** How much a figure of the column is worth: "mio. kr." in its head, "1.000 kr." in the caption. */
function scaleOf(grid: Grid, column: number): { readonly factor: number; readonly percent: boolean } | undefined {
  for (const text of [grid.heads[column] ?? '', grid.caption, grid.heads[0] ?? '']) {
    if (/(?:1[.,]000|tusind|t\.) ?kr/i.test(text)) return { factor: 1e3, percent: false };
    if (/mio\.|million/i.test(text)) return { factor: 1e6, percent: false };
    if (/mia\.|billion/i.test(text)) return { factor: 1e9, percent: false };
    if (/(?<!\p{L})kr(?:\.|oner)/iu.test(text)) return { factor: 1, percent: false };
    if (/procent|pct|%|per ?cent/i.test(text)) return { factor: 1, percent: true };
  }
  return undefined;
}

/** "Udgifterne var 59,2 mio. kr." beside a row "Udgifter i alt | 59.600" in thousands: the year's own column is meant. */
export function* factsAndRows(facts: readonly Fact[], grids: readonly Grid[], year: number | undefined): Generator<Finding> {
  for (const fact of facts) {
    for (const grid of grids) {
      const row = grid.labels.findIndex((label) => stem(label.toLowerCase().replace(/^[–-]\s*/, '').replace(/(?:,? i alt| total)$|^(?:samlede?t?|total) /, '')) === stem(fact.subject));
      if (row < 0) continue;
      const numbers = grid.heads.map((_, column) => column).filter((column) => grid.figures[row]?.[column]);
      const wanted = fact.year ?? year;
      const column = numbers.length === 1 ? numbers[0] : numbers.find((index) => wanted !== undefined && (grid.heads[index] ?? '').includes(String(wanted)) && !/budget|ændring|change/i.test(grid.heads[index] ?? ''));
      const scale = column === undefined ? undefined : scaleOf(grid, column);
      if (column === undefined || !scale || scale.percent !== (fact.unit === '%') || !scale.percent && FACTOR[fact.unit] === undefined) continue;
      const inUnit = (index: number): number => Math.abs(grid.figures[row]?.[index]?.value ?? NaN) * scale.factor / (scale.percent ? 1 : FACTOR[fact.unit] ?? 1);
      const same = (index: number): boolean => Math.abs(inUnit(index) - fact.value) <= 10 ** -fact.decimals / 2 + 10 ** -(grid.figures[row]?.[index]?.decimals ?? 0) * scale.factor / (FACTOR[fact.unit] ?? 1) / 2;
      if (numbers.some(same)) continue;
      const right = readAs(inUnit(column), fact);
      if (slip(fact.digits, right) === undefined) continue;
      yield wrongly(fact, right);
      break;
    }
  }
}

/** A value written as the fact's own digits are. */
function readAs(value: number, fact: Fact): string {
  const mark = fact.passage.language === 'en' ? '.' : ',';
  const [whole = '', rest] = value.toFixed(fact.decimals).split('.');
  const grouped = /[.,]\d{3}(?!\d)/.test(fact.digits) && whole.length > 3 ? whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${mark === ',' ? '.' : ','}`) : whole;
  return rest === undefined ? grouped : `${grouped}${mark}${rest}`;
}

/** Cells of a table by years, and prose that counts the same things in the same year. */
export function* yearsAndProse(given: readonly Given[], grids: readonly Grid[], times: ReadonlyMap<string, number>): Generator<Finding> {
  for (const grid of grids) {
    const cells = yearCells(grid);
    if (cells.length < 3) continue;
    const said = given.flatMap((one) => {
      if (one.measure || one.passage.kind === 'cell') return [];
      const year = yearOf(one);
      const cell = cells.find((candidate) => candidate.year === year && candidate.nouns.includes(one.unit));
      return cell ? [{ one, cell, agrees: readNumber(cell.text, one.passage.language)?.value === readNumber(one.digits, one.passage.language)?.value }] : [];
    });
    for (const { one, cell, agrees } of said) {
      if (agrees || cells.some(({ text }) => text === one.digits) || !said.some((other) => other.agrees) && (times.get(one.digits) ?? 0) < 2 && slip(one.digits, cell.text) === undefined) continue;
      const passage = grid.passage(cell.row, cell.column);
      if ((times.get(cell.text) ?? 0) < (times.get(one.digits) ?? 0) && passage) yield finding(passage, 0, passage.text.length, `${cell.text} here, but ${one.digits} elsewhere.`, { hint: `Is ${one.digits} meant?` });
      else yield wrongly(one, cell.text);
    }
  }
}

const IS_YEAR = /^(?:19|20)\d\d$/;

function yearCells(grid: Grid): { year: string; nouns: string[]; text: string; row: number; column: number }[] {
  const down = grid.labels.filter((label) => IS_YEAR.test(label)).length >= 3;
  const across = grid.heads.filter((head) => IS_YEAR.test(head)).length >= 2;
  if (down === across) return [];
  const caption = stem(/^\p{L}+/u.exec(grid.caption)?.[0] ?? '');
  return grid.texts.flatMap((row, index) => row.flatMap((text, column) => {
    const [year, noun] = down ? [grid.labels[index] ?? '', grid.heads[column] ?? ''] : [grid.heads[column] ?? '', grid.labels[index] ?? ''];
    return column > 0 && IS_YEAR.test(year) && /^\d/.test(text) ? [{ year, nouns: [stem(noun), ...(grid.heads.length === 2 ? [caption] : [])].filter((word) => word.length > 3), text, row: index, column }] : [];
  }));
}

/** The year that a number of things is told of: "61 overløb i 2025", "i 2025 var der 61 overløb". */
function yearOf({ passage, to, from, sentence }: Given): string | undefined {
  const tokens = passage.tokens.filter((token) => token.sentence === sentence);
  const years = tokens.filter(({ text }) => IS_YEAR.test(text));
  const after = /^ \p{L}+ (?:i|in) ((?:19|20)\d\d)(?!\d)/u.exec(passage.text.slice(to))?.[1];
  if (after !== undefined) return after;
  const before = /(?:^|[\s(])(?:I|i|In|in|for|For) ((?:19|20)\d\d),?(?: \p{L}+){1,4} $/u.exec(passage.text.slice(tokens[0]?.from ?? 0, from))?.[1];
  // Nothing may narrow it down after the noun.
  return before !== undefined && /^ \p{L}+(?:[.,;]|$| mod | og | compared| and )/u.test(passage.text.slice(to)) && years.length > 0 ? before : undefined;
}
