// A bare master and square pieces: every line 10 pt high, a page of ten lines; places are mental arithmetic.
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { Span } from '../../src/document/index.ts';
import type { BreakRule, FlowItem, Galley, NoteItem, ParagraphItem, Placed, Slab } from '../../src/flow/index.ts';
import { checkMadeUp, checkPages, fillPages, finishPages, type FillOptions, type MadeUp, type Page } from '../../src/pages/index.ts';
import type { MakeUpCosts, PageMaster } from '../../src/theme/index.ts';

export const LINE = 10;
const zone = { x: 0, width: 100 };
/** Ten lines a page. */
export const MASTER: PageMaster = {
  width: 100, height: 100, mirrored: false, area: { x: 0, y: 0, width: 100, height: 100 }, zones: { side: zone, text: zone, full: zone },
  columns: 1, gutter: 0, alignSpreads: false,
};
export const COSTS: MakeUpCosts = {
  widow: 1e6, orphan: 1e6, heading: 1e6, headingLines: 1e6, tornTable: 300, tornRow: 1e6, tornList: 40, tornBox: 200, listIntro: 1e6, loneItem: 200, hyphenAtPageEnd: 400,
  shortPage: 2000, nearlyEmptyLastPage: 4000, lastPageLines: 5, scrapLines: 3, unevenSpread: 150, footnoteSplit: 800, movedPicture: 40, changedParagraph: 60, movedBreak: 300, page: 1000,
};
export const at = (line: number): Span => ({ file: 'bare.md', line, column: 1, endLine: line, endColumn: 1 });

const textLine = (text: string, y: number, span: Span): Placed => ({
  kind: 'line', x: 0, y, size: 10, role: 'body', tag: text,
  line: { runs: [], objects: [], x: 0, width: 50, text, hyphenated: false, span, notes: [] },
});

/** One line of text, or a block of several that is never cut. */
export function slab(text: string, options: Partial<Slab> & { readonly high?: number } = {}): Slab {
  const { high = 1, ...rest } = options;
  const span = rest.span ?? at(1);
  return { kind: 'slab', height: high * LINE, content: [textLine(text, 8, span)], anchor: 8, notes: [], anchors: [], lines: 1, span, ...rest };
}

/** `name.1` … `name.n`; more counts are its alternatives. */
export function paragraph(name: string, counts: number | readonly number[], options: Partial<ParagraphItem> & { readonly notes?: Readonly<Record<number, readonly string[]>> } = {}): ParagraphItem {
  const { notes = {}, ...rest } = options;
  const alternatives = (typeof counts === 'number' ? [counts] : counts).map((count, demerits) => ({
    demerits, slabs: Array.from({ length: count }, (_, line) => slab(`${name}.${line + 1}`, { notes: notes[line + 1] ?? [] })),
  }));
  return { kind: 'paragraph', id: name, span: at(1), keep: false, alternatives, ...rest };
}

export const gap = (lines = 0): FlowItem => ({ kind: 'space', height: lines * LINE });
export const penalty = (...rules: BreakRule[]): FlowItem => ({ kind: 'penalty', rules, span: at(7) });
export const force = (kind: 'page' | 'right' = 'page'): FlowItem => ({ kind: 'penalty', rules: [], force: kind, span: at(9) });
/** A heading of one line, kept with what follows. */
export const heading = (text: string): FlowItem[] => [slab(text, { heading: true, lines: 0 }), penalty('heading')];
export const note = (name: string, lines: number): NoteItem => ({
  id: name, slabs: Array.from({ length: lines }, (_, line) => slab(`${name}.${line + 1}`, { anchors: line === 0 ? [name] : [], lines: 0 })),
});

export function galley(items: readonly FlowItem[], notes: readonly NoteItem[] = [], more: Partial<Galley> = {}): Galley {
  return { items, notes: new Map(notes.map((item) => [item.id, item])), startOn: 'page', bare: false, span: at(1), ...more };
}

const NO_FURNITURE = { decorate: (): readonly Placed[] => [], label: (number: number, pages: number): string => `${number}/${pages}` };

export interface Made { readonly madeUp: MadeUp; readonly pages: readonly Page[]; readonly rules: readonly string[]; readonly words: readonly (readonly string[])[]; readonly cost: number }

export function make(galleys: readonly Galley[], master: PageMaster = MASTER, costs: MakeUpCosts = COSTS, preferred?: FillOptions['preferred']): Made {
  const diagnostics = new Diagnostics();
  const notes = { before: 5, ruleToTop: 5, between: 0, most: 0.7, rule: (): readonly Placed[] => [] };
  const madeUp = fillPages(galleys, master, costs, { notes, leading: LINE, ...(preferred ? { preferred } : {}) }, diagnostics);
  const pages = finishPages({ ...madeUp, pages: [...madeUp.pages] }, NO_FURNITURE);
  const violations = [...checkMadeUp(madeUp), ...checkPages(pages)];
  if (violations.length > 0) throw new Error(violations.map(({ message }) => message).join('\n'));
  return {
    madeUp, pages, rules: diagnostics.list().map(({ rule }) => rule), words: pages.map(wordsOf),
    cost: madeUp.pages.flatMap(({ cuts }) => cuts).reduce((sum, { candidate }) => sum + candidate.cost, 0),
  };
}

export const linesOf = (page: Page): { text: string; y: number; x: number }[] =>
  page.items.flatMap((item) => (item.kind === 'line' ? [{ text: item.line.text, y: item.y, x: item.x }] : []));
const wordsOf = (page: Page): string[] => linesOf(page).map(({ text }) => text);

/** First-fit filling, as the usual systems do it: for what a naive breaker would have done. */
export function firstFit(items: readonly FlowItem[], perPage = 10): string[][] {
  const pages: string[][] = [[]];
  const put = (text: string): void => {
    if ((pages.at(-1)?.length ?? 0) >= perPage) pages.push([]);
    pages.at(-1)?.push(text);
  };
  for (const item of items) {
    if (item.kind === 'slab') put(textOf(item));
    else if (item.kind === 'paragraph') item.alternatives[0]?.slabs.forEach((one) => put(textOf(one)));
  }
  return pages;
}
const textOf = (one: Slab): string => (one.content[0]?.kind === 'line' ? one.content[0].line.text : '');
