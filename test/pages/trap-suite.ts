// The chapters of traps/ on pages of several heights: what no reader should find, where filling page after page makes it find you.
import { beforeAll, describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { checkMadeUp } from '../../src/pages/index.ts';
import { faultsOf, type Fault } from './faults.ts';
import { firstFit } from './first-fit.ts';
import { setTraps, type Measure, type Traps } from './trap-chapters.ts';

/** Lines of the pages; the template's own page is the last. */
const HEIGHTS = [37, 41, 44, 47];
const LEAST = 5;

export function describeTraps(measure: Measure, allowedShort: ReadonlySet<string>): void {
  describe(measure, () => {
    let traps: Traps;
    beforeAll(async () => { traps = await setTraps(measure); });

    test('no fault that can be avoided, on no height of page', () => {
      const faults: string[] = [];
      const short: string[] = [];
      const fell = new Set<string>();
      let pages = 0, naivePages = 0;
      const leading = traps.theme.styles.body.leading;
      const full = traps.theme.master.area.height;
      const say = (name: string, lines: number, fault: Fault): string => `${name} ${lines}: ${fault.kind} on page ${fault.page}, ${fault.text}`;
      for (const chapter of traps.chapters) {
        for (const lines of HEIGHTS) {
          const height = Math.min(lines * leading, full);
          const diagnostics = new Diagnostics();
          const made = traps.makeUp(chapter, height, diagnostics);
          expect(checkMadeUp(made)).toEqual([]);
          const found = faultsOf(made, made.master, { leading, least: LEAST });
          faults.push(...found.filter(({ kind }) => kind !== 'short').map((fault) => say(chapter.name, lines, fault)));
          faults.push(...diagnostics.list().filter(({ rule }) => rule !== 'layout-half-empty').map(({ rule }) => `${chapter.name} ${lines}: ${rule}`));
          // On the template's own pages only what is taller than the rest of the page may leave it short.
          if (height === full) short.push(...found.filter(({ kind }) => kind === 'short').map((fault) => say(chapter.name, lines, fault)));
          const naive = firstFit(chapter.galleys, made, traps.theme.costs, leading);
          const naiveFaults = faultsOf(naive, made.master, { leading, least: LEAST });
          if (naiveFaults.length > 0) fell.add(chapter.name);
          pages += made.pages.length;
          naivePages += naive.pages.length;
          // A page more than filling needs only where filling makes a fault.
          if (made.pages.length > naive.pages.length && naiveFaults.length === 0) faults.push(`${chapter.name} ${lines}: ${made.pages.length} pages, first-fit ${naive.pages.length}`);
        }
      }
      expect(faults).toEqual([]);
      expect(short.filter((said) => !allowedShort.has(said))).toEqual([]);
      // The traps are traps: the naive breaker falls into most of them.
      expect(fell.size).toBeGreaterThanOrEqual(traps.chapters.length * 0.75);
      expect(pages).toBeLessThanOrEqual(naivePages * 1.01);
    });
  });
}
