// Heading levels as written → ranks without jumps, over the whole publication: what the tag tree and the bookmarks need.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Heading, Span } from '../document/index.ts';

export class Ranks {
  /** The headings that the next one may stand under. */
  private readonly open: { readonly level: number; readonly rank: number }[] = [];
  private readonly diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
  }

  rank(level: Heading['level'], span: Span): Heading['rank'] {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop();
    const parent = this.open.at(-1);
    if (level > (parent?.level ?? 0) + 1) {
      const least = '#'.repeat((parent?.level ?? 0) + 1);
      this.diagnostics.warning('heading-jump', span, parent
        ? `The heading is of level ${level}, right below one of level ${parent.level}.`
        : `The first heading is of level ${level}.`, `Write ${least}; screen readers are told that level.`);
    }
    const rank = Math.min(6, (parent?.rank ?? 0) + 1) as Heading['rank'];
    this.open.push({ level, rank });
    return rank;
  }
}
