// Finished pages → what is wrong with them that never may be: the program checks itself, always, before a PDF is written.
import type { Span } from '../document/index.ts';
import type { PlacedLine } from '../flow/index.ts';
import type { Page } from './page.ts';

export interface Violation {
  readonly message: string;
  readonly span: Span;
  /** It needs more room than the sheet has: the manuscript's or the template's fault, not the program's. */
  readonly outside?: true;
}

/** Glyphs may hang a little out of their line's box. */
const SLACK = 2;

/** Pages that were looked at and found good. */
const sound = new WeakSet<Page>();

export function checkPages(pages: readonly Page[]): Violation[] {
  const violations: Violation[] = [];
  for (const page of pages) {
    if (sound.has(page)) continue;
    const before = violations.length;
    const seen = new Map<string, PlacedLine>();
    for (const item of page.items) {
      if (item.kind !== 'line' || item.line.text === '' || item.hidden) continue;
      const x = item.x + (item.turned ? 0 : item.line.x);
      const y = item.y - (item.turned ? item.line.x : 0);
      const [right, top] = item.turned ? [x, y - item.line.width] : [x + item.line.width, y];
      if (x < -SLACK || right > page.width + SLACK || top < -SLACK || y > page.height + SLACK) {
        violations.push({ span: item.line.span, message: `“${item.line.text.slice(0, 40)}” stands outside page ${page.number}.`, outside: true });
      }
      // What is no number is neither inside nor outside.
      if (!Number.isFinite(x + y + item.line.width)) violations.push({ span: item.line.span, message: `“${item.line.text.slice(0, 40)}” has no place on page ${page.number}.` });
      const key = `${Math.round(y * 10)} ${Math.round(x * 10)}`;
      const other = seen.get(key);
      if (other) violations.push({ span: item.line.span, message: `Two lines stand on each other on page ${page.number}: “${other.line.text.slice(0, 30)}” and “${item.line.text.slice(0, 30)}”.` });
      seen.set(key, item);
    }
    if (violations.length === before) sound.add(page);
  }
  return violations;
}
