// Heading texts → ids unique in the publication: explicit ones as written, slugs with -2, -3 where they meet.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Reference } from './context.ts';

/** "Økonomi og drift" → "økonomi-og-drift": letters and digits of any alphabet, the rest hyphens. */
export function slug(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'afsnit';
}

/** The id that other tools make of a heading ("Don't wait" → "dont-wait"): what a manuscript from elsewhere refers to. */
function commonSlug(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '').trim().replace(/\s/gu, '-');
}

export class Anchors {
  private readonly taken = new Map<string, Span>();
  private readonly explicit = new Map<string, Span>();
  private readonly counts = new Map<string, number>();
  /** By file and slug of any kind: the first heading that it could mean. */
  private readonly near = new Map<string, string>();
  private readonly commonCounts = new Map<string, number>();
  private readonly firstOf = new Map<string, string>();
  private readonly diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Explicit ids of all chapters are reserved first, so that a slug never takes one away. */
  reserve(id: string): void {
    this.counts.set(id, Math.max(1, this.counts.get(id) ?? 0));
  }

  claim(explicit: string | undefined, text: string, span: Span): string {
    const anchor = explicit ?? this.makeSlug(text);
    if (explicit !== undefined) {
      const first = this.explicit.get(explicit);
      if (first) this.diagnostics.error('duplicate-id', span, `The id "${explicit}" is given twice.`, `It stands first in line ${first.line} of ${first.file.split(/[\\/]/).at(-1)}.`);
      else this.explicit.set(explicit, span);
    }
    this.taken.set(anchor, span);
    if (!this.firstOf.has(span.file)) this.firstOf.set(span.file, anchor);
    // Headings of the same words are told apart by -1, -2 … in their chapter.
    const common = commonSlug(text);
    const key = `${span.file}\n${common}`;
    const before = this.commonCounts.get(key) ?? 0;
    this.commonCounts.set(key, before + 1);
    for (const name of [anchor, ...(before > 0 ? [`${common}-${before}`] : []), slug(text), common]) {
      for (const key of [`${span.file}\n${name}`, `\n${name}`]) if (!this.near.has(key)) this.near.set(key, anchor);
    }
    return anchor;
  }

  private makeSlug(text: string): string {
    const base = slug(text);
    let count = this.counts.get(base) ?? 0;
    let name: string;
    do {
      count++;
      name = count === 1 ? base : `${base}-${count}`;
    } while (this.taken.has(name) || (count > 1 && this.counts.has(name)));
    this.counts.set(base, count);
    return name;
  }

  /** An id as it is; else the heading that another tool would find by it, in the same chapter first. */
  private find({ target, file, inFile }: Reference): string | undefined {
    if (target === undefined) return this.firstOf.get(file);
    if (this.taken.has(target) && (!inFile || this.taken.get(target)?.file === file)) return target;
    for (const name of [target, target.toLowerCase()]) {
      const found = this.near.get(`${file}\n${name}`) ?? (inFile ? undefined : this.near.get(`\n${name}`));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a reference leads to, once all headings are known. */
  resolve(reference: Reference): string | undefined {
    const anchor = this.find(reference);
    if (anchor === undefined) {
      if (reference.target === undefined) this.diagnostics.error('unknown-reference', reference.span, 'The chapter has no heading to refer to.');
      else this.diagnostics.error('unknown-reference', reference.span, `Nothing has the id "${reference.target}"${reference.inFile ? ' in that chapter' : ''}.`, didYouMean(reference.target, [...this.taken.keys()]));
    }
    return anchor;
  }
}
