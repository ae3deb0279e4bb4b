// Never more pages than filling one after the other takes, unless filling makes a fault: real chapters and random galleys, random pages.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { FlowItem, Slab } from '../../src/flow/index.ts';
import { ROOT } from '../support/template-source.ts';
import type { MadeUpPage } from '../../src/pages/fill-pages.ts';
import { leastPages } from '../../src/pages/least-pages.ts';
import { forward } from '../../src/pages/stretch.ts';
import { COSTS, force, galley, gap, heading, LINE, make, paragraph, penalty, slab } from './bare.ts';
import { faultsOf } from './faults.ts';
import { firstFit } from './first-fit.ts';
import { setTraps, type Measure } from './trap-chapters.ts';

/** Lines that a chapter's last page holds. */
const LEAST = 5;

function random(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

describe.each<Measure>(['plain', 'beretning'])('%s', (measure) => {
  test('the sample\'s chapters on pages of many heights', async () => {
    const { chapters, theme, makeUp } = await setTraps(measure, join(ROOT, 'manuscript'));
    const below = random(5);
    const more: string[] = [];
    let pages = 0, naivePages = 0;
    for (const chapter of chapters) {
      for (let round = 0; round < 6; round++) {
        const lines = 28 + below(20);
        const { leading } = theme.styles.body;
        const made = makeUp(chapter, Math.min(lines * leading, theme.master.area.height), new Diagnostics());
        const naive = firstFit(chapter.galleys, made, theme.costs, leading);
        pages += made.pages.length;
        naivePages += naive.pages.length;
        const faulty = faultsOf(naive, made.master, { leading, least: LEAST }).some(({ kind }) => kind !== 'short');
        if (made.pages.length > naive.pages.length && !faulty) more.push(`${chapter.name} ${lines}: ${made.pages.length} > ${naive.pages.length}`);
      }
    }
    expect(more).toEqual([]);
    expect(pages).toBeLessThanOrEqual(naivePages);
  });
});

const nameOf = ({ content: [first] }: Slab): string => (first?.kind === 'line' ? first.line.text : '');
const namesOn = (cuts: MadeUpPage['cuts']): string[] => cuts.flatMap(({ candidate }) => forward(candidate.cursor.trail).flatMap((step) => (step.kind === 'slab' ? [nameOf(step.slab)] : [])));

/** A widow, an orphan, a heading with fewer than two lines below it, or a last page of fewer than five lines. */
function isFaulty(pages: readonly (readonly string[])[], items: readonly FlowItem[]): boolean {
  const lines = new Map(items.flatMap((item) => (item.kind === 'paragraph' ? [[item.id, item.alternatives[0]?.slabs.length ?? 0] as const] : [])));
  if (pages.length > 1 && (pages.at(-1)?.length ?? 0) < LEAST) return true;
  return pages.slice(0, -1).some((page, at) => {
    const [id = '', line] = (page.at(-1) ?? '').split('.');
    const torn = pages[at + 1]?.[0]?.startsWith(`${id}.`) === true && lines.has(id);
    return (torn && (line === '1' || Number(line) === (lines.get(id) ?? 0) - 1)) || page.slice(-2).some((name) => name.startsWith('h'));
  });
}

test('no set of pages falls below the least: on no page of it, however what is between is spaced', () => {
  let tight = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const below = random(seed);
    const items: FlowItem[] = [];
    for (let at = 0, count = 4 + below(14); at < count; at++) {
      if (items.length > 0) items.push(...(below(12) === 0 ? [gap(below(3)), force(), gap(below(2))] : [gap(below(5) / 2)]));
      const kind = below(8);
      if (kind === 0) items.push(...heading(`h${at}`), gap(1), paragraph(`p${at}`, 2 + below(5)));
      else if (kind === 1) items.push({ kind: 'float', span: slab('').span, slab: slab(`f${at}`, { high: 1 + below(6), lines: 0 }) });
      else if (kind === 2) items.push(slab(`s${at}`, { high: 1 + below(12), lines: 0 }));
      else items.push(paragraph(`p${at}`, below(2) === 0 ? [2 + below(8), 1 + below(9)] : 1 + below(8)));
    }
    const { madeUp } = make([galley(items)]);
    const least = leastPages(items, 10 * LINE);
    const cuts = madeUp.pages.flatMap((page) => page.cuts);
    cuts.forEach(({ from }, at) => {
      expect(`${seed}: ${Math.max(least(from), cuts.length - at)}`).toBe(`${seed}: ${cuts.length - at}`);
      if (least(from) === cuts.length - at) tight++;
    });
  }
  // It is near what is needed, not only below.
  expect(tight).toBeGreaterThan(600);
});

test('random galleys', () => {
  let pages = 0, naivePages = 0, sound = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const below = random(seed);
    const items: FlowItem[] = [];
    for (let at = 0, count = 4 + below(12); at < count; at++) {
      if (items.length > 0) items.push(gap(below(3) / 2));
      const kind = below(8);
      if (kind === 0) items.push(...heading(`h${at}`), paragraph(`p${at}`, 2 + below(5)));
      else if (kind === 1) items.push(slab(`s${at}`, { high: 1 + below(5), lines: 0 }));
      else if (kind === 2) for (let line = 0, most = 2 + below(6); line < most; line++) items.push(...(line > 0 ? [penalty('tornList'), gap()] : []), slab(`l${at}.${line}`));
      else items.push(paragraph(`p${at}`, 1 + below(8)));
    }
    const own = galley(items);
    const { madeUp } = make([own]);
    const naive = firstFit([own], madeUp, COSTS, LINE);
    pages += madeUp.pages.length;
    naivePages += naive.pages.length;
    if (!isFaulty(naive.pages.map(({ cuts }) => namesOn(cuts)), items)) { sound++; expect(`${seed}: ${Math.max(madeUp.pages.length, naive.pages.length)}`).toBe(`${seed}: ${naive.pages.length}`); }
  }
  expect(sound).toBeGreaterThan(50);
  expect(pages).toBeLessThanOrEqual(naivePages * 1.06);
});
