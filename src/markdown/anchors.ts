// Heading texts → ids unique in the publication: explicit ones as written, slugs with -2, -3 where they meet.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';

/** "Økonomi og drift" → "økonomi-og-drift": letters and digits of any alphabet, the rest hyphens. */
export function slug(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'afsnit';
}

export class Anchors {
  private readonly taken = new Map<string, Span>();
  private readonly explicit = new Map<string, Span>();
  private readonly counts = new Map<string, number>();
  private readonly diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Explicit ids of all chapters are reserved first, so that a slug never takes one away. */
  reserve(id: string): void {
    this.counts.set(id, Math.max(1, this.counts.get(id) ?? 0));
  }

  claim(explicit: string | undefined, text: string, span: Span): string {
    if (explicit !== undefined) {
      const first = this.explicit.get(explicit);
      if (first) this.diagnostics.error('duplicate-id', span, `The id "${explicit}" is given twice.`, `It stands first in line ${first.line} of ${first.file.split(/[\\/]/).at(-1)}.`);
      else this.explicit.set(explicit, span);
      this.taken.set(explicit, span);
      return explicit;
    }
    const base = slug(text);
    let count = this.counts.get(base) ?? 0;
    let name: string;
    do {
      count++;
      name = count === 1 ? base : `${base}-${count}`;
    } while (this.taken.has(name));
    this.counts.set(base, count);
    this.taken.set(name, span);
    return name;
  }

  has(anchor: string): boolean {
    return this.taken.has(anchor);
  }

  names(): string[] {
    return [...this.taken.keys()];
  }
}
