// Boxes, glue and penalties + widths → the breaks with the least demerits over the whole paragraph (Knuth and Plass 1981).
import { findBreakpoints, type Breakpoints } from './breakpoints.ts';
import { fitLine, type Fit, type FitRules } from './fit-line.ts';
import { FORCED, HYPHEN, KEPT, LETTERS, FREELY, RELUCTANTLY, type Items } from './items.ts';

export interface BreakParams extends FitRules {
  /** How far spaces may shrink, as a multiple of their shrink; beyond 1 at a price that grows as badness does. */
  readonly tightest: number;
  /** Demerits in TeX's scale. */
  readonly linePenalty: number;
  readonly consecutiveHyphens: number;
  /** For each line, where a paragraph cannot do without: one hyphen more than may follow each other, and a ratio beyond `loosest`. */
  readonly ladder: number;
  readonly looseLine: number;
  /** How far spaces stretch, as a multiple of their stretch, before a line looks full of holes. */
  readonly loosest: number;
  readonly fitnessChange: number;
  readonly secondLastHyphen: number;
  readonly runt: number;
  /** Lines ending in a hyphen that may follow each other. */
  readonly maxHyphenRun: number;
  /** The last line of several should be at least this wide. */
  readonly minLastLine: number;
  /** Also the best ways with a line fewer and a line more, if they cost at most this much more a line. */
  readonly loosenessTolerance?: number;
}

export interface BrokenLine {
  /** Items from … up to (the break's own item is not part of it unless it is a penalty with width). */
  readonly from: number;
  readonly to: number;
  /** The penalty or glue it is broken at. */
  readonly at: number;
  readonly fit: Fit;
  /** How far it hangs out. */
  readonly left: number;
  readonly right: number;
}

export interface Breaking {
  readonly lines: readonly BrokenLine[];
  readonly demerits: number;
  /** How much had to be given up: FREELY, RELUCTANTLY, KEPT or LETTERS. */
  readonly level: number;
}

interface Pass {
  readonly level: number;
  /** As a multiple of the template's own. */
  readonly loosest: number;
  /** Spaces shrink as far as the template ever lets them. */
  readonly cramped: boolean;
  /** Two lines that end in hyphens are rather read than one with holes, where the template else wants none. */
  readonly ladder?: boolean;
  readonly strict: boolean;
  readonly emergency: number;
  readonly force: boolean;
}

/** What is given up, one thing after the other, until the paragraph fits (ragged text first gives up that its last line is no scrap): never the measure, unless a single letter exceeds it. */
const PASSES: readonly Pass[] = [
  { level: FREELY, loosest: 1, cramped: false, strict: true, emergency: 0, force: false },
  { level: RELUCTANTLY, loosest: 1.3, cramped: true, ladder: true, strict: true, emergency: 0, force: false },
  { level: RELUCTANTLY, loosest: 2, cramped: true, ladder: true, strict: true, emergency: 0, force: false },
  { level: RELUCTANTLY, loosest: Infinity, cramped: true, ladder: true, strict: true, emergency: 0.04, force: false },
  { level: RELUCTANTLY, loosest: Infinity, cramped: true, strict: false, emergency: 0.04, force: false },
  { level: KEPT, loosest: Infinity, cramped: true, strict: false, emergency: 0.04, force: false },
  { level: LETTERS, loosest: Infinity, cramped: true, strict: false, emergency: 0.04, force: false },
  { level: LETTERS, loosest: Infinity, cramped: true, strict: false, emergency: 0.04, force: true },
];

/** The best breaking first, then those with other numbers of lines. `widths`: of each line, the last goes on. */
export function breakLines(items: Items, widths: readonly number[], params: BreakParams): readonly [Breaking, ...Breaking[]] {
  const points = findBreakpoints(items);
  for (const pass of PASSES) {
    const found = new Search(points, widths, params, pass).run();
    const [best, ...rest] = found;
    if (best) return [best, ...rest];
  }
  throw new Error('A forced pass always ends.');
}

/** A feasible break: the end of one best way to set the paragraph up to here. */
interface Node {
  readonly point: number;
  readonly line: number;
  readonly fitness: number;
  readonly run: number;
  readonly demerits: number;
  readonly before: Node | undefined;
}

/** Hyphens under each other that a pass with a ladder lets stand. */
const LADDER = 2;
/** Longer paragraphs are set in one way. */
const MOST_LINES = 100;

class Search {
  private active: Node[] = [{ point: 0, line: 0, fitness: 1, run: 0, demerits: 0, before: undefined }];
  private readonly byLine: boolean;
  private readonly longestRun: number;
  private readonly tightest: number;
  private readonly loosest: number;
  /** Best way to each class of node at the point at hand: by line, fitness and run of hyphens. */
  private readonly best = new Map<number, Node>();

  constructor(private readonly points: Breakpoints, private readonly widths: readonly number[], private readonly params: BreakParams, private readonly pass: Pass) {
    this.tightest = pass.cramped ? Math.max(params.tightest, params.cramped) : params.tightest;
    // A ragged line has no holes: how short it may be is a matter of price.
    this.loosest = params.ragged ? Infinity : pass.loosest * params.loosest;
    this.longestRun = pass.ladder ? Math.max(params.maxHyphenRun, LADDER) : params.maxHyphenRun;
    // Where lines may be of any length, every count of lines is possible: to tell them apart would cost the square of the words.
    // So it would in a paragraph of many pages, where a line more or less helps nobody.
    this.byLine = params.loosenessTolerance !== undefined && pass.loosest !== Infinity && (points.endWidth[points.count - 1] ?? 0) < MOST_LINES * this.widthOf(1);
  }

  run(): Breaking[] {
    const { points, pass } = this;
    for (let point = 1; point < points.count; point += 1) {
      if ((points.level[point] ?? 0) > pass.level) continue;
      this.reach(point);
      if (this.active.length === 0) return [];
    }
    return this.finish();
  }

  private widthOf(line: number): number {
    return this.widths[Math.min(line, this.widths.length - 1)] ?? 0;
  }

  /** Every way on from the active nodes to this point; nodes that are out of reach retire. */
  private reach(point: number): void {
    const { points, pass, active } = this;
    const forced = (points.cost[point] ?? 0) <= FORCED;
    const final = point === points.count - 1;
    const slack = points.widest + 0.01;
    const endWidth = points.endWidth[point] ?? 0;
    this.best.clear();
    let kept = 0;
    let overfull: Node | undefined;
    for (let n = 0; n < active.length; n += 1) {
      const node = active[n] as Node;
      const width = this.widthOf(node.line);
      const start = node.point;
      const boxes = (points.endBoxes[point] ?? 0) - (points.startBoxes[start] ?? 0);
      const shrink = (points.endShrink[point] ?? 0) - (points.startShrink[start] ?? 0);
      const hang = (points.left[start] ?? 0) + (points.right[point] ?? 0);
      const natural = endWidth - (points.startWidth[start] ?? 0);
      const least = natural - (this.params.ragged ? 0 : shrink * this.tightest + boxes * this.params.expansion);
      if (least > width + hang + 0.001) {
        overfull = node;
        // A hyphen may be wider than what else could end the line here.
        if (!forced && least <= width + hang + slack) active[kept++] = node;
        continue;
      }
      if (!forced) active[kept++] = node;
      const stretch = (points.endStretch[point] ?? 0) - (points.startStretch[start] ?? 0) + pass.emergency * width;
      const fit = fitLine(natural, stretch, shrink, boxes, width + hang, forced, this.params);
      if (fit.ratio > this.loosest) {
        // Nodes stand in order: every later one makes a still looser line.
        if (!forced) { for (n += 1; n < active.length; n += 1) active[kept++] = active[n] as Node; break; }
        continue;
      }
      this.offer(node, point, fit, natural, final);
    }
    active.length = kept;
    if (this.best.size === 0 && active.length === 0 && pass.force && overfull) {
      this.offer(overfull, point, { ratio: -this.tightest, expansion: 0, badness: 10_000 }, 0, false);
    }
    for (const node of this.best.values()) active.push(node);
  }

  private offer(node: Node, point: number, fit: Fit, natural: number, final: boolean): void {
    const { points, params, pass } = this;
    const cost = points.cost[point] ?? 0;
    const flagged = ((points.flag[point] ?? 0) & HYPHEN) !== 0;
    const run = flagged ? node.run + 1 : 0;
    if (run > this.longestRun && pass.strict) return;
    const { badness } = fit;
    const loose = params.linePenalty + badness;
    let demerits = node.demerits + loose * loose;
    if (cost > 0) demerits += cost * cost;
    if (run > params.maxHyphenRun) demerits += params.ladder;
    else if (run > 1) demerits += params.consecutiveHyphens;
    if (!params.ragged && fit.ratio > params.loosest) demerits += params.looseLine;
    const fitness = fitnessOf(fit.ratio);
    if (!params.ragged && Math.abs(fitness - node.fitness) > 1) demerits += params.fitnessChange;
    if (final && node.line > 0) {
      if (node.run > 0) demerits += params.secondLastHyphen;
      // No space in it: nothing but the rest of a divided word.
      if (node.run > 0 && points.endStretch[point] === points.startStretch[node.point]) demerits += params.runt;
      // The shorter the worse, so that even a paragraph that cannot avoid it does its best.
      if (natural < params.minLastLine && params.ragged && pass === PASSES[0]) return;
      if (natural < params.minLastLine) demerits += params.runt * (2 - natural / params.minLastLine);
    }
    const line = node.line + 1;
    const key = ((this.byLine ? line : Math.min(line, this.widths.length - 1)) * 4 + fitness) * 16 + Math.min(run, params.maxHyphenRun + 1, 15);
    const known = this.best.get(key);
    if (!known || demerits < known.demerits) this.best.set(key, { point, line, fitness, run, demerits, before: node });
  }

  private finish(): Breaking[] {
    const byCount = new Map<number, Node>();
    for (const node of this.active) {
      const known = byCount.get(node.line);
      if (!known || node.demerits < known.demerits) byCount.set(node.line, node);
    }
    const ends = [...byCount.values()].sort((a, b) => a.demerits - b.demerits || a.line - b.line);
    const [best] = ends;
    if (!best) return [];
    const { loosenessTolerance } = this.params;
    // A paragraph that already had to give something up offers no worse way for the page's sake.
    const wanted = loosenessTolerance === undefined || this.pass !== PASSES[0] ? [best] : ends.filter((end) => end === best
      || (Math.abs(end.line - best.line) === 1 && end.demerits - best.demerits <= loosenessTolerance * best.line));
    return wanted.map((end) => this.trace(end));
  }

  private trace(end: Node): Breaking {
    const { points } = this;
    const lines: BrokenLine[] = [];
    for (let node: Node = end; node.before; node = node.before) {
      const start = node.before.point;
      const { point } = node;
      const [left, right] = [points.left[start] ?? 0, points.right[point] ?? 0];
      const natural = (points.endWidth[point] ?? 0) - (points.startWidth[start] ?? 0);
      const fit = fitLine(
        natural, (points.endStretch[point] ?? 0) - (points.startStretch[start] ?? 0), (points.endShrink[point] ?? 0) - (points.startShrink[start] ?? 0),
        (points.endBoxes[point] ?? 0) - (points.startBoxes[start] ?? 0), this.widthOf(node.before.line) + left + right, (points.cost[point] ?? 0) <= FORCED, this.params);
      const at = points.item[point] ?? 0;
      lines.push({ from: points.next[start] ?? 0, to: at, at, fit, left, right });
    }
    return { lines: lines.reverse(), demerits: end.demerits, level: this.pass.level };
  }
}

/** Tight, decent, loose, very loose (Knuth and Plass, p. 1127; TeX's four). */
function fitnessOf(ratio: number): number {
  return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}
