// The same figure given two ways: in prose, in tables, in charts. Two figures are compared only where the same thing is counted.
import { readGrids, readNumber, type Grid } from '../grid.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

interface Given {
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
  /** "de 98", "alle 98", "landets 98". */
  readonly definite: boolean;
}

const MEASURES: Readonly<Record<string, string>> = {
  'mia. kr': 'mia', 'mia.kr': 'mia', 'milliarder': 'mia', 'mio. kr': 'mio', 'mio.kr': 'mio', 'mill. kr': 'mio', 'millioner': 'mio', 'kr': 'kr', 'kroner': 'kr', 'pct': '%', 'procent': '%', '%': '%', 'per cent': '%', 'percent': '%', 'billion': 'mia', 'million': 'mio',
};
const AFTER = /^[ \u00A0]?(mia\. ?kr|milliarder|mio\. ?kr|mill\. kr|millioner|kr|kroner|pct|procent|%|billion|million|per cent|percent)(?!\p{L})/u;
const DEFINITE = /(?:^|\s)(?:de|alle|vores|landets|the|all|our|its|\p{L}{4,}s)$/iu;
/** Words of a number's own kind: what follows is no thing counted. */
const NO_NOUN = /^(?:i|og|eller|til|på|af|for|med|mod|ud|er|var|blev|har|om|at|som|der|den|det|de|fra|ved|gange|år|års|and|or|to|of|in|is|was|were|the|for|from|with|at|on|by|as|that|times|years?|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october|side|sider|pages?|minutter|timer|dage|uger|måneder|hours|days|weeks|months|minutes|point|m²|m2|m³|km|kg|ton|meter|stk|nye|flere|færre|more|new|fewer|less|mere|mindre)$/;

const stem = (word: string): string => word.toLowerCase().replace(/(?:erne|ene|ernes|enes|ets|ens|er|en|et|ne|s|e)$/u, '');

function* readGiven(passages: readonly Passage[]): Generator<Given> {
  for (const passage of passages) {
    for (const match of passage.text.matchAll(/(?<![\d\p{L}.,:/§#+-]|[–−-])\d[\d.,]*(?<=\d)(?![\d\p{L}]|[-–:/]\d)/gu)) {
      const from = match.index, to = from + match[0].length;
      const before = passage.text.slice(0, from).trimEnd();
      if (/(?:§|nr\.|kap\.|kapitel|side|figur|tabel|tlf\.|kl\.|no\.|page|chapter|figure|table|version|note|stk\.|art\.|den|d\.)$/i.test(before)) continue;
      const measure = AFTER.exec(passage.text.slice(to))?.[1];
      const index = passage.tokens.findIndex((token) => token.from <= from && token.to >= to);
      const token = passage.tokens[index];
      const noun = nounAfter(passage.tokens, index + 1);
      if (measure === undefined && noun === undefined) continue;
      if (/^(?:19|20)\d\d$/.test(match[0]) && measure === undefined) continue;
      const sentence = token?.sentence ?? 0;
      const unit = measure !== undefined ? MEASURES[measure] ?? measure : stem(noun?.text ?? '');
      const words = new Set(passage.tokens.filter((other) => other.sentence === sentence && other.kind === 'word' && other.low.length > 6).map(({ text }) => stem(text)));
      yield { passage, from, to, digits: match[0], unit, measure: measure !== undefined, words, sentence, definite: DEFINITE.test(before) };
    }
  }
}

/** The noun right after a figure, or after one adjective. */
function nounAfter(tokens: readonly Token[], at: number): Token | undefined {
  const next = tokens[at];
  if (!next?.spaced || next.kind !== 'word' || next.text.length < 3 || NO_NOUN.test(next.low)) return undefined;
  const after = tokens[at + 1];
  return /(?:e|ede|ske|lige|al|ic|ed)$/.test(next.text) && after?.spaced && after.kind === 'word' && after.text.length > 3 && !NO_NOUN.test(after.low) && /^\p{Ll}/u.test(after.text) && next.text.length > 4 && !/(?:ere|ende|mme)$/.test(next.text) ? after : next;
}

const bare = (digits: string): string => digits.replace(/[.,]/g, '');

/** Two neighbouring digits swapped, or in long figures one digit that differs. */
function slip(one: string, other: string): 'swapped' | 'digit' | 'mark' | undefined {
  const a = bare(one), b = bare(other);
  if (a.length < 2 || a.length !== b.length) return undefined;
  if (a === b) return a.length >= 4 && one.includes(',') !== other.includes(',') ? 'mark' : undefined;
  if (one.replace(/\d/g, '') !== other.replace(/\d/g, '')) return undefined;
  const apart = [...a].flatMap((digit, index) => (digit === b.charAt(index) ? [] : [index]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 2 && second === first + 1 && a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first)) return 'swapped';
  return apart.length === 1 ? 'digit' : undefined;
}

const keyFigures: Rule = {
  id: 'key-figure', severity: 'warning',
  *check({ passages, document }) {
    const given = [...readGiven(passages)];
    const grids = readGrids(document, passages);
    const times = new Map<string, number>();
    const count = (digits: string): void => { times.set(digits, (times.get(digits) ?? 0) + 1); };
    for (const { digits, passage } of given) if (passage.kind !== 'cell') count(digits);
    for (const { texts } of grids) for (const row of texts) for (const text of row.slice(1)) if (/\d/.test(text)) count(text.replace(/\s*(?:%|pct\.|kr\.|mio\..*|mia\..*)$/, ''));
    const told = new Set<string>();
    const once = function* (found: Finding | undefined): Generator<Finding> {
      const key = found && `${found.span.file}:${found.span.line}:${found.span.column}`;
      if (found && key !== undefined && !told.has(key)) { told.add(key); yield found; }
    };
    for (const one of grids) for (const other of grids) if (one !== other) yield* once2(once, chartsAndTables(one, other, grids, times));
    for (const one of given) if (one.passage.kind !== 'cell') for (const grid of grids) yield* once(proseAndTable(one, grid, times));
    yield* once2(once, byLabel(grids, given));
    yield* once2(once, proseAndProse(given, times));
  },
};

function* once2(once: (found: Finding | undefined) => Generator<Finding>, all: Iterable<Finding>): Generator<Finding> {
  for (const found of all) yield* once(found);
}

const wrongly = (one: Given, right: string): Finding => finding(one.passage, one.from, one.to, `${one.digits} here, but ${right} elsewhere.`, { hint: `Is ${right} meant?` });

function* proseAndProse(given: readonly Given[], times: ReadonlyMap<string, number>): Generator<Finding> {
  const byUnit = new Map<string, Given[]>();
  for (const one of given) byUnit.set(one.unit, [...(byUnit.get(one.unit) ?? []), one]);
  for (const list of byUnit.values()) {
    const values = new Set(list.map(({ digits }) => digits));
    for (const [index, one] of list.entries()) {
      for (const other of list.slice(0, index)) {
        if (one.passage === other.passage && one.sentence === other.sentence || one.digits === other.digits) continue;
        const kind = slip(one.digits, other.digits);
        if (kind === undefined || !alike(one, other, kind, values.size, times)) continue;
        const [wrong, right] = (times.get(one.digits) ?? 0) <= (times.get(other.digits) ?? 0) ? [one, other] : [other, one];
        if ((times.get(wrong.digits) ?? 0) > 1 && (times.get(right.digits) ?? 0) <= (times.get(wrong.digits) ?? 0)) continue;
        yield wrongly(wrong, right.digits);
      }
    }
  }
}

/** Whether so small a difference between two figures is a slip: the longer the figures, the less else must agree. */
function alike(one: Given, other: Given, kind: 'swapped' | 'digit' | 'mark', values: number, times: ReadonlyMap<string, number>): boolean {
  const length = bare(one.digits).length;
  const shared = [...one.words].filter((word) => other.words.has(word) && word !== one.unit).length;
  if (kind === 'digit') return length >= 6 && (one.measure ? shared >= 1 : true);
  if (kind === 'mark' || length >= 4) return one.measure ? shared >= 1 : true;
  if (one.measure) return length === 3 && shared >= 2;
  // "34 and 43 branches": nobody counts them twice, unless they are counted often.
  if (one.passage.kind === 'cell' || other.passage.kind === 'cell') return false;
  if (length === 3) return values <= 6;
  return values <= 3 || values <= 12 && Math.max(times.get(one.digits) ?? 0, times.get(other.digits) ?? 0) >= 3 && (one.definite || other.definite);
}

/** A sentence names a row and gives a figure that is a slip of one in the row. */
function proseAndTable(one: Given, grid: Grid, times: ReadonlyMap<string, number>): Finding | undefined {
  if (bare(one.digits).length < 3) return undefined;
  const sentence = one.passage.tokens.filter(({ sentence }) => sentence === one.sentence);
  const text = one.passage.text.slice(sentence[0]?.from ?? 0, sentence.at(-1)?.to ?? 0).toLowerCase();
  const cells = grid.texts.flatMap((row) => row.slice(1)).map((cell) => cell.replace(/\s*(?:%|pct\.|procent)$/, ''));
  if (cells.includes(one.digits)) return undefined;
  for (const [row, label] of grid.labels.entries()) {
    const name = label.toLowerCase().replace(/^[–-]\s*/, '');
    const key = name.replace(/ i alt$|^samlede?t? /, '');
    if (key.length < 4 || !new RegExp(`(?<!\\p{L})${escape(key)}(?:e?n|e?t|s|ne)?(?!\\p{L})`, 'u').test(text)) continue;
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

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Two tables with mostly the same rows and mostly the same figures in a column: the cells that differ. */
function* chartsAndTables(one: Grid, other: Grid, all: readonly Grid[], times: ReadonlyMap<string, number>): Generator<Finding> {
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
function* byLabel(grids: readonly Grid[], given: readonly Given[]): Generator<Finding> {
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
      if (new RegExp(`(?<!\\p{L})${escape(row.key)}(?:en|et|n|t)? (?:er|udgør|er på|på|blev|lander på|var)(?: ved \\p{L}+ \\p{L}+)? $`, 'u').test(before) && !rows.some((other) => other.key === row.key && other.value === one.digits)) {
        yield finding(one.passage, one.from, one.to, `${one.digits} here, but ${row.value} in the table.`, { hint: `Is ${row.value} meant?` });
        break;
      }
    }
  }
}

export const keyFigureRules: readonly Rule[] = [keyFigures];
