// Tables whose total is not the sum of its rows, and the same key figure given two ways in tables, charts and prose.
import type { Block, Document, Table, TableCell } from '../../document/index.ts';
import { plainText } from '../../document/index.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

function* tablesOf(document: Document): Generator<Table> {
  const visit = function* (blocks: readonly Block[]): Generator<Table> {
    for (const block of blocks) {
      if (block.kind === 'table') yield block;
      else if (block.kind === 'chart') yield block.table;
      else if ('items' in block) for (const item of block.items) yield* visit(item.children);
      else if ('children' in block && block.kind !== 'heading' && block.kind !== 'paragraph') yield* visit(block.children);
    }
  };
  for (const chapter of document.chapters) yield* visit(chapter.blocks);
}

interface Figure { readonly value: number; readonly decimals: number }

/** "1.234,5", "–2,0", "(12)" as a number; undefined for anything else. */
function readFigure(text: string, language: string): Figure | undefined {
  const match = /^\s*([-–−(]?)\s*(\d[\d.,  ]*?)\)?\s*(?:%|pct\.|kr\.)?\s*$/.exec(text);
  if (!match) return undefined;
  const plain = language === 'da' ? (match[2] ?? '').replace(/[.  ]/g, '').replace(',', '.') : (match[2] ?? '').replace(/[,  ]/g, '');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return undefined;
  return { value: (match[1] ? -1 : 1) * Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

const TOTAL = /^(?:i alt|total|sum|samlet|tilsammen|samlede udgifter|samlede indtægter|udgifter i alt|indtægter i alt|aktiver i alt|passiver i alt|all|altogether)(?:$|[\s:,(])/i;

const sums: Rule = {
  id: 'table-sum', severity: 'warning',
  *check({ document, passages }) {
    const byId = new Map(passages.map((passage) => [passage.id, passage]));
    for (const table of tablesOf(document)) {
      const columns = table.rows[0]?.cells.length ?? 0;
      for (let column = 1; column < columns; column++) yield* sumColumn(table, column, document.language.split('-')[0] ?? '', byId);
    }
  },
};

const label = (cell: TableCell | undefined): string => (cell ? plainText(cell.children).trim() : '');

function* sumColumn(table: Table, column: number, language: string, byId: ReadonlyMap<string, Passage>): Generator<Finding> {
  let sum = 0;
  let terms = 0;
  let decimals = 0;
  for (const row of table.rows.slice(1)) {
    const name = label(row.cells[0]);
    const cell = row.cells[column];
    const figure = readFigure(label(cell), language);
    if (/heraf|deraf|ultimo|primo|sats|andel|pct|%|of which|year|^år/i.test(name)) { if (/heraf|deraf|of which/i.test(name)) continue; return; }
    if (TOTAL.test(name)) {
      const passage = cell && byId.get(cell.id);
      if (figure && passage && terms >= 2) {
        const unit = 10 ** -Math.max(decimals, figure.decimals);
        // Each row may be rounded by half a unit.
        const slack = decimals > 0 ? unit * (terms + 1) / 2 : unit / 2;
        if (Math.abs(sum - figure.value) > slack + 1e-9) {
          const right = write(sum, Math.max(decimals, figure.decimals), language);
          yield finding(passage, 0, passage.text.length, `The rows add up to ${right}, not ${passage.text.trim()}.`);
        }
      }
      return;
    }
    if (!figure) { if (label(cell) !== '' && label(cell) !== '–' && label(cell) !== '-') return; continue; }
    sum += figure.value;
    terms++;
    decimals = Math.max(decimals, figure.decimals);
  }
}

function write(value: number, decimals: number, language: string): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${language === 'da' ? '.' : ','}`);
  return `${value < 0 ? '–' : ''}${grouped}${rest === undefined ? '' : `${language === 'da' ? ',' : '.'}${rest}`}`;
}

interface Given { readonly passage: Passage; readonly from: number; readonly to: number; readonly digits: string; readonly unit: string; readonly words: ReadonlySet<string> }

/** Two long figures with one unit and a word in common that differ by a slip: 247.620 and 247.260. */
const keyFigures: Rule = {
  id: 'key-figure', severity: 'warning',
  *check({ passages, document }) {
    const given: Given[] = [];
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<![\d\p{L}.,–-])(\d[\d.,]*\d)(?=\s?(mia\. kr|mio\. kr|kr|pct|procent|%|kommuner|billion|million|per cent|percent)?)/gu)) {
        const digits = match[1] ?? '';
        const unit = match[2];
        if (unit === undefined) continue;
        given.push({ passage, from: match.index, to: match.index + digits.length, digits, unit: unit.startsWith('pct') || unit.startsWith('procent') ? '%' : unit, words: near(passage, match.index) });
      }
    }
    yield* byLabel(document, passages, given);
    for (const [index, one] of given.entries()) {
      for (const other of given.slice(0, index)) {
        if (one.unit !== other.unit || one.digits === other.digits || !slip(one.digits, other.digits)) continue;
        if (![...one.words].some((word) => other.words.has(word))) continue;
        const wrong = given.filter(({ digits }) => digits === one.digits).length <= given.filter(({ digits }) => digits === other.digits).length ? one : other;
        const right = wrong === one ? other : one;
        yield finding(wrong.passage, wrong.from, wrong.to, `${wrong.digits} here, but ${right.digits} elsewhere.`, { hint: `Is ${right.digits} meant?` });
      }
    }
  },
};

const near = (passage: Passage, at: number): Set<string> => {
  const number = passage.tokens.find(({ from, to }) => from <= at && to > at)?.sentence;
  return new Set(passage.tokens.filter(({ sentence, kind, low }) => sentence === number && kind === 'word' && low.length > 6).map(({ low }) => low.replace(/(?:en|et|erne|ene|s|ets|ens)$/, '')));
};

/** Figures of four digits or more that differ by one digit or two neighbours swapped. */
function slip(one: string, other: string): boolean {
  const a = one.replace(/[.,]/g, '');
  const b = other.replace(/[.,]/g, '');
  if (a.length < 4 || a.length !== b.length) return false;
  const apart = [...a].flatMap((digit, index) => (digit === b.charAt(index) ? [] : [index]));
  if (a === b) return one.includes(',') !== other.includes(',');
  const [first = 0, second = 0] = apart;
  // One digit off may be two true figures ("1.250" and "1.350"): only long ones.
  return apart.length === 2 && second === first + 1 && a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first) || apart.length === 1 && a.length >= 6;
}

/** "Egenkapital ultimo | 841,2" in a table, "egenkapitalen er … 842,1 mio. kr." in prose. */
function* byLabel(document: Document, passages: readonly Passage[], given: readonly Given[]): Generator<Finding> {
  const rows: { name: string; value: string; unit: string; key: string }[] = [];
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  for (const table of tablesOf(document)) {
    for (const row of table.rows.slice(1)) {
      const name = label(row.cells[0]).toLowerCase().replace(/^[–-]\s*/, '');
      const figures = row.cells.slice(1).map(label).filter((text) => /^\d[\d.,]*$/.test(text));
      const unit = row.cells.slice(1).map(label).find((text) => /kr|pct|%/.test(text)) ?? '';
      if (figures.length !== 1 || name.length < 5) continue;
      const value = figures[0] ?? '';
      const earlier = rows.find((other) => other.name === name && other.unit === unit && other.value !== value && Number(other.value.replace(/\./g, '').replace(',', '.')) !== Number(value.replace(/\./g, '').replace(',', '.')));
      const cell = row.cells.find((candidate) => label(candidate) === value);
      const passage = cell && byId.get(cell.id);
      if (earlier && passage && unit !== '') yield finding(passage, 0, passage.text.length, `"${label(row.cells[0])}" is ${value} here, but ${earlier.value} in an earlier table.`);
      rows.push({ name, value, unit: unit.startsWith('pct') ? '%' : unit.replace(/\.$/, ''), key: name.split(/[ ,]/)[0] ?? name });
    }
  }
  for (const one of given) {
    if (one.passage.kind === 'cell') continue;
    const before = one.passage.text.slice(Math.max(0, one.from - 50), one.from).toLowerCase();
    for (const row of rows) {
      if (row.unit !== one.unit || row.value === one.digits || row.key.length < 9) continue;
      if (new RegExp(`(?<!\\p{L})${row.key.replace(/[.*+?^\${}()|[\]\\]/g, '')}(?:en|et|n|t)? (?:er|udgør|er på|på|blev|lander på|var)(?: ved \\p{L}+ \\p{L}+)? $`, 'u').test(before) && !rows.some((other) => other.key === row.key && other.value === one.digits)) {
        yield finding(one.passage, one.from, one.to, `${one.digits} here, but ${row.value} in the table.`, { hint: `Is ${row.value} meant?` });
        break;
      }
    }
  }
}

export const figureRules: readonly Rule[] = [sums, keyFigures];
