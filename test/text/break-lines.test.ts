// Published breaks, brute force over short paragraphs, and what must never happen.
import { describe, expect, it } from 'vitest';
import { breakLines, type BreakParams } from '../../src/text/breaking/break-lines.ts';
import { fitLine } from '../../src/text/breaking/fit-line.ts';
import { FORCED, HYPHEN, Items, KEPT, LETTERS, RELUCTANTLY } from '../../src/text/breaking/items.ts';
import { random } from './support.ts';

const params: BreakParams = {
  ragged: false, rag: 40, tightest: 1, cramped: 1, ease: 0.03, loosest: 0.99, ladder: 0, looseLine: 0, expansion: 0, linePenalty: 1, consecutiveHyphens: 3000, fitnessChange: 3000, secondLastHyphen: 0, runt: 0,
  maxHyphenRun: 9, minLastLine: 0,
};

/** Widths of the letters in Knuth and Plass's examples, in units of which an em has 18. */
const UNITS: Readonly<Record<string, number>> = {
  a: 9, b: 10, c: 8, d: 10, e: 8, f: 6, g: 9, h: 10, i: 5, j: 6, k: 10, l: 5, m: 15, n: 10, o: 9, p: 10, q: 10, r: 7, s: 7, t: 7, u: 10, v: 9, w: 13,
  x: 10, y: 10, z: 8, C: 13, I: 6, ',': 5, ';': 5, '.': 5, '-': 6, '’': 5,
};

/** "In olden times …", the paragraph of Knuth and Plass's figures, with its optional hyphens. */
const FROG = `In olden times when wish-ing still helped one, there lived a king whose daugh-ters were all beau-ti-ful; and the young-est was so beau-ti-ful that the sun it-self, which has seen so much, was aston-ished when-ever it shone in her face. Close by the king’s castle lay a great dark for-est, and un-der an old lime-tree in the for-est was a well, and when the day was very warm, the king’s child went out into the for-est and sat down by the side of the cool foun-tain; and when she was bored she took a golden ball, and threw it up on high and caught it; and this ball was her favor-ite play-thing.`;

function frog(): Items {
  const items = new Items();
  items.box(18);
  const widthOf = (part: string): number => [...part].reduce((sum, letter) => sum + (UNITS[letter] ?? 0), 0);
  FROG.split(' ').forEach((word, index, words) => {
    if (word === 'lime-tree') { items.box(widthOf('lime-')); items.penalty(50, { flag: HYPHEN }); items.box(widthOf('tree')); }
    else word.split('-').forEach((part, n) => {
      if (n > 0) items.penalty(50, { width: 6, flag: HYPHEN });
      items.box(widthOf(part));
    });
    if (index === words.length - 1) return;
    if (word.endsWith(',')) items.glue(6, 4, 2);
    else if (word.endsWith(';')) items.glue(6, 4, 1);
    else if (word.endsWith('.')) items.glue(8, 6, 1);
    else items.glue(6, 3, 2);
  });
  items.penalty(FORCED);
  return items;
}

describe('the frog king', () => {
  it('is set in the ten lines that Knuth and Plass print for a measure of 500 units , space by space', () => {
    const [best] = breakLines(frog(), [500], params);
    expect(best.lines.map((line) => line.fit.ratio.toFixed(3))).toEqual(
      ['0.774', '0.179', '0.629', '0.545', '0.000', '0.079', '0.282', '0.294', '0.575', '0.000']);
  });
  it.each([300, 330, 360, 400, 450, 500])('no line leaves a measure of %i', (measure) => {
    const [best] = breakLines(frog(), [measure], params);
    for (const line of best.lines) expect(line.fit.ratio).toBeGreaterThanOrEqual(-1);
  });
});

describe('a break that is taken reluctantly', () => {
  const row = (...boxes: readonly number[]): Items => {
    const items = new Items();
    boxes.forEach((width, index) => {
      if (index > 0) items.glue(5, 2.5, 1.7);
      items.box(width / 2);
      items.penalty(50, { level: RELUCTANTLY, flag: HYPHEN });
      items.box(width / 2);
    });
    items.penalty(10_000);
    items.penalty(FORCED);
    return items;
  };
  it('stays whole where lines are decent without it', () => {
    const [{ lines, level }] = breakLines(row(45, 45, 45, 45), [95], params);
    expect(lines).toHaveLength(2);
    expect(level).toBe(0);
  });
  it('is taken rather than a line with a hole', () => {
    const [{ lines, level }] = breakLines(row(60, 70, 60), [100], params);
    expect(lines[0]?.fit.ratio).toBeLessThan(1);
    expect(level).toBe(RELUCTANTLY);
  });
});

interface Try { demerits: number; breaks: string }

/** Every set of breaks, priced by the definition and not by the algorithm; `yields`: where a ladder, tight and loose lines have their prices. */
function brute(items: Items, measure: number, rules: BreakParams, yields = false): Map<number, Try> {
  const { kind, width, stretch, shrink, cost, flag } = items;
  const legal: number[] = [];
  for (let at = 0; at < items.length; at += 1) if (kind[at] === 1 ? at > 0 && kind[at - 1] === 0 : kind[at] === 2 && (cost[at] ?? 0) < 10_000) legal.push(at);
  const best = new Map<number, Try>();
  const fitness = (ratio: number): number => (ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3);
  const go = (from: number, line: number, run: number, before: number, sum: number, breaks: string): void => {
    let start = from;
    while (start < items.length && kind[start] !== 0) start += 1;
    for (const at of legal) {
      if (at < start) continue;
      let [w, y, z, boxes] = [kind[at] === 2 ? width[at] ?? 0 : 0, 0, 0, kind[at] === 2 ? width[at] ?? 0 : 0];
      for (let n = start; n < at; n += 1) {
        if (kind[n] === 2) continue;
        w += width[n] ?? 0; y += stretch[n] ?? 0; z += shrink[n] ?? 0;
        if (kind[n] === 0) boxes += width[n] ?? 0;
      }
      if (w - (rules.ragged ? 0 : z * (yields ? rules.cramped : rules.tightest) + boxes * rules.expansion) > measure + 0.001) continue;
      const last = at === items.length - 1;
      const fit = fitLine(w, y, z, boxes, measure, last, rules);
      if (!rules.ragged && fit.ratio > 0.99 * (yields ? 1.3 : 1)) continue;
      if (rules.ragged && !yields && last && line > 0 && w < rules.minLastLine) continue;
      const hyphen = ((flag[at] ?? 0) & HYPHEN) !== 0;
      const now = hyphen ? run + 1 : 0;
      if (now > (yields ? Math.max(2, rules.maxHyphenRun) : rules.maxHyphenRun)) continue;
      const price = cost[at] ?? 0;
      let demerits = sum + (rules.linePenalty + fit.badness) ** 2 + (price > 0 ? price * price : 0);
      if (now > rules.maxHyphenRun) demerits += rules.ladder;
      else if (now > 1) demerits += rules.consecutiveHyphens;
      if (!rules.ragged && fit.ratio > 0.99) demerits += rules.looseLine;
      if (!rules.ragged && Math.abs(fitness(fit.ratio) - before) > 1) demerits += rules.fitnessChange;
      if (last && line > 0 && run > 0) demerits += rules.secondLastHyphen;
      if (last && line > 0 && run > 0 && y === 0) demerits += rules.runt;
      if (last && line > 0 && w < rules.minLastLine) demerits += rules.runt * (2 - w / rules.minLastLine);
      if (last) {
        const known = best.get(line + 1);
        if (!known || demerits < known.demerits) best.set(line + 1, { demerits, breaks: `${breaks} ${String(at)}` });
      } else go(at + 1, line + 1, now, fitness(fit.ratio), demerits, `${breaks} ${String(at)}`);
    }
  };
  go(0, 0, 0, 1, 0, '');
  return best;
}

describe('ragged text', () => {
  it('ends in no short word where any other breaks are possible, and in it where they are not', () => {
    const words = (...widths: number[]): Items => {
      const items = new Items();
      widths.forEach((width, index) => { if (index > 0) items.glue(5, 3, 2); items.box(width); });
      items.penalty(FORCED);
      return items;
    };
    const rules: BreakParams = { ...params, ragged: true, rag: 4, minLastLine: 15, runt: 1 };
    const lastOf = (items: Items, measure: number): number => { const last = breakLines(items, [measure], rules)[0].lines.at(-1); return last ? last.to - last.from : 0; };
    // A line shorter by half is far beyond the rag, and still better than the scrap.
    expect(lastOf(words(40, 50, 10), 100)).toBeGreaterThan(1);
    expect(lastOf(words(40, 10), 44)).toBe(1);
  });
});

describe('brute force', () => {
  const SEED = 1981;
  it(`never finds a cheaper set of breaks (seed ${String(SEED)})`, () => {
    const next = random(SEED);
    let judged = 0;
    let yielded = 0;
    for (let round = 0; round < 900; round += 1) {
      const items = new Items();
      const ragged = next() < 0.2;
      const words = 3 + Math.floor(next() * (ragged ? 4 : 9));
      for (let word = 0; word < words; word += 1) {
        const parts = 1 + Math.floor(next() * (ragged ? 2 : 3));
        for (let part = 0; part < parts; part += 1) {
          if (part > 0) items.penalty(Math.floor(next() * 80), { width: 3, flag: HYPHEN });
          items.box(4 + Math.floor(next() * 16));
        }
        if (word < words - 1) items.glue(5, 3, 2);
      }
      items.penalty(FORCED);
      const rules: BreakParams = {
        ...params, linePenalty: 10, secondLastHyphen: 5000, runt: 2500, minLastLine: 15, maxHyphenRun: next() < 0.5 ? 1 : 3, expansion: next() < 0.5 ? 0.02 : 0, ragged, rag: 20,
        tightest: next() < 0.5 ? 1 : 1.2, cramped: 1.4, loosenessTolerance: 1e12, ladder: 4000, looseLine: 3000,
      };
      const measure = 45 + Math.floor(next() * 50);
      const found = breakLines(items, [measure], rules);
      const truth = brute(items, measure, rules);
      if (truth.size === 0) {
        const ways = [...brute(items, measure, rules, true).values()];
        if (ways.length === 0 || ragged) continue;
        yielded += 1;
        expect(found[0].demerits).toBeCloseTo(Math.min(...ways.map((way) => way.demerits)), 4);
        continue;
      }
      judged += 1;
      const least = Math.min(...[...truth.values()].map((way) => way.demerits));
      expect(found[0].demerits).toBeCloseTo(least, 4);
      for (const way of found) expect(way.demerits).toBeCloseTo(truth.get(way.lines.length)?.demerits ?? NaN, 4);
    }
    expect(judged).toBeGreaterThan(100);
    expect(yielded).toBeGreaterThan(50);
  });
});

describe('what has to yield', () => {
  const paragraph = (widths: readonly number[], kept: ReadonlySet<number> = new Set()): Items => {
    const items = new Items();
    widths.forEach((width, index) => {
      items.box(width);
      if (index === widths.length - 1) return;
      if (kept.has(index)) items.penalty(3000, { level: KEPT });
      items.glue(5, 2.5, 1.6);
    });
    items.penalty(FORCED);
    return items;
  };
  it('a very loose line is rather taken than a bound space', () => {
    const [best] = breakLines(paragraph([30, 30, 40, 20], new Set([1])), [100], params);
    expect(best.lines.map((line) => line.at)).not.toContain(3);
  });
  it('a bound space is rather taken than an overfull line', () => {
    const [best] = breakLines(paragraph([60, 60], new Set([0])), [100], params);
    expect(best.lines).toHaveLength(2);
  });
  it('a single thing wider than the measure stands alone', () => {
    const [best] = breakLines(paragraph([30, 150, 30]), [100], params);
    expect(best.lines).toHaveLength(3);
  });
  it('letters part only when nothing else helps', () => {
    const items = new Items();
    items.box(50); items.penalty(3000, { level: LETTERS }); items.box(70); items.glue(5, 2, 1); items.box(20);
    items.penalty(FORCED);
    expect(breakLines(items, [130], params)[0].lines).toHaveLength(2);
    expect(breakLines(items, [130], params)[0].lines[0]?.at).toBe(3);
    expect(breakLines(items, [90], params)[0].lines[0]?.at).toBe(1);
  });
});
