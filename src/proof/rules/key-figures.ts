// The same figure given two ways: in prose, in tables, in charts. Two figures are compared only where the same thing is counted.
import { MEASURES, readFacts, stem, type Fact } from '../facts.ts';
import { readGrids } from '../grid.ts';
import { ownYear } from '../years.ts';
import { bare, slip } from '../slip.ts';
import type { Passage } from '../passage.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';
import { byLabel, chartsAndTables, factsAndRows, proseAndTable, wrongly, yearsAndProse, type Given } from './figures-in-tables.ts';

const AFTER = /^[ \u00A0]?(mia\. ?kr|milliarder|mio\. ?kr|mill\. kr|millioner|kr|kroner|pct|procent|%|billion|million|per cent|percent)(?!\p{L})/u;
const DEFINITE = /(?:^|\s)(?:de|alle|vores|landets|the|all|our|its|\p{L}{4,}s)$/iu;
/** Words of a number's own kind: what follows is no thing counted. */
const NO_NOUN = /^(?:i|og|eller|til|på|af|for|med|mod|ud|er|var|blev|har|om|at|som|der|den|det|de|fra|ved|gange|år|års|and|or|to|of|in|is|was|were|the|for|from|with|at|on|by|as|that|times|years?|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october|side|sider|pages?|minutter|timer|dage|uger|måneder|hours|days|weeks|months|minutes|point|m²|m2|m³|km|kg|ton|meter|stk|nye|flere|færre|more|new|fewer|less|mere|mindre)$/;

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
      const own = passage.tokens.filter((other) => other.sentence === sentence);
      const text = passage.text.slice(own[0]?.from ?? 0, own.at(-1)?.to ?? 0).toLowerCase();
      yield { passage, from, to, digits: match[0], unit, measure: measure !== undefined, words, sentence, text, definite: DEFINITE.test(before) };
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
    const facts = readFacts(passages);
    const year = ownYear(document);
    yield* once2(once, yearsAndProse(given, grids, times));
    yield* once2(once, factsAndRows(facts, grids, year));
    yield* once2(once, factsAndFacts(facts, times, year));
    yield* once2(once, proseAndProse(given, times));
  },
};

function* once2(once: (found: Finding | undefined) => Generator<Finding>, all: Iterable<Finding>): Generator<Finding> {
  for (const found of all) yield* once(found);
}

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

/** Too common to be one thing throughout a publication. */
const COMMON = /(?:antal|pris|andel|(?<!kapi)tal|beløb|gennemsnit|del|side|række|tid|alder|vægt|størrelse|afstand|number|price|share|amount|average|total|size)$/;

/** One subject, one year, two figures that are a slip apart. */
function* factsAndFacts(facts: readonly Fact[], times: ReadonlyMap<string, number>, year: number | undefined): Generator<Finding> {
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) {
    const subject = stem(fact.subject);
    if (fact.subject.length < 6 || COMMON.test(subject)) continue;
    const key = `${subject}|${fact.unit}`;
    byKey.set(key, [...(byKey.get(key) ?? []), fact]);
  }
  for (const list of byKey.values()) {
    for (const [index, one] of list.entries()) {
      for (const other of list.slice(0, index)) {
        if (one.passage === other.passage || one.value === other.value) continue;
        const kind = slip(one.digits, other.digits);
        // Two neighbours swapped are a slip where the one sentence names no year; one digit, only in the same year.
        const sameYear = (one.year ?? year) === (other.year ?? year);
        if (kind === undefined || !sameYear && (kind !== 'swapped' || one.year !== undefined && other.year !== undefined)) continue;
        const [wrong, right] = (times.get(one.digits) ?? 0) <= (times.get(other.digits) ?? 0) ? [one, other] : [other, one];
        yield wrongly(wrong, right.digits);
      }
    }
  }
}

/** "De 338 boliger er udlejet": the article takes up a number that was given shortly before. */
function takesUp(one: Given, other: Given, times: ReadonlyMap<string, number>): boolean {
  const { passage, from, to } = one;
  return /(?:^|[.!?] )(?:De|Alle|The|All) $/.test(passage.text.slice(0, from)) && /^ \p{L}+ (?:er|har|blev|var|skal|kan|vil|bliver|are|were|have|will)(?!\p{L})/u.test(passage.text.slice(to)) && (times.get(one.digits) ?? 0) < 2
    && other.passage.chapter === passage.chapter && other.passage.kind !== 'cell' && Math.abs(other.passage.block.line - passage.block.line) <= 12;
}

/** Whether so small a difference between two figures is a slip: the longer the figures, the less else must agree. */
function alike(one: Given, other: Given, kind: 'swapped' | 'digit' | 'mark', values: number, times: ReadonlyMap<string, number>): boolean {
  const length = bare(one.digits).length;
  const shared = [...one.words].filter((word) => other.words.has(word) && word !== one.unit).length;
  if (kind === 'digit') return length >= 6 && (one.measure ? shared >= 1 : true) || length >= 3 && !one.measure && takesUp(one, other, times);
  if (kind === 'mark' || length >= 4) return one.measure ? shared >= 1 : true;
  if (one.measure) {
    const [less = 0, more = 0] = [times.get(one.digits) ?? 0, times.get(other.digits) ?? 0].sort((a, b) => a - b);
    return length === 3 && (shared >= 2 || shared === 1 && less < 2 && more >= 2);
  }
  // "34 and 43 branches": nobody counts them twice, unless they are counted often.
  if (one.passage.kind === 'cell' || other.passage.kind === 'cell') return false;
  if (length === 3) return values <= 6;
  return values <= 3 || values <= 12 && Math.max(times.get(one.digits) ?? 0, times.get(other.digits) ?? 0) >= 3 && (one.definite || other.definite);
}

export const keyFigureRules: readonly Rule[] = [keyFigures];
