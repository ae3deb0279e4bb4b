// A publication's chapters → the same parsed, ids and references settled over all; those that nothing touched are kept from the last edition.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Chapter, Heading, Note } from '../document/index.ts';
import type { Publication, SourceFile } from '../publication/index.ts';
import { Anchors } from './anchors.ts';
import { parseChapter, type ManuscriptScope, type ParsedChapter } from './parse-chapter.ts';
import { Ranks } from './ranks.ts';

/** What a chapter's headings and references were given. */
interface Given {
  readonly headings: readonly { readonly anchor: string; readonly rank: Heading['rank'] }[];
  readonly targets: readonly (string | undefined)[];
}
interface Kept { readonly parsed: ParsedChapter; readonly given: Given; readonly chapter: Chapter }

/**
 * A chapter that is given out stays the very same object, and is never changed, as long as its text, its ids and what it
 * refers to are the same: later rooms know by that what they need not make again. So do the blocks of a chapter that has
 * changed, where they say the same in the same place.
 */
export class KeptChapters {
  private kept: ReadonlyMap<string, Kept> = new Map();

  parse({ chapters, folder }: Publication, diagnostics: Diagnostics): readonly Chapter[] {
    const scope: ManuscriptScope = { folder, chapterFiles: new Set(chapters.map(({ file }) => file)) };
    const parsed = chapters.map((source) => this.unchanged(source, scope) ?? parseChapter(source, scope));
    for (const { found } of parsed) diagnostics.addAll(found);
    const given = settleAll(parsed, diagnostics);
    const now = new Map<string, Kept>();
    const result = parsed.map((chapter, index): Chapter => {
      const kept = this.settled(chapter, given[index] ?? { headings: [], targets: [] }, scope);
      now.set(kept.parsed.source.file, kept);
      return kept.chapter;
    });
    this.kept = now;
    return result;
  }

  private unchanged({ file, name, text }: SourceFile, { folder, chapterFiles }: ManuscriptScope): ParsedChapter | undefined {
    const parsed = this.kept.get(file)?.parsed;
    if (parsed?.source.text !== text || parsed.source.name !== name || parsed.folder !== folder) return undefined;
    for (const [path, known] of parsed.asked) if (chapterFiles.has(path) !== known) return undefined;
    return parsed;
  }

  /** Another chapter may have taken a heading's id, or what a reference leads to: then it is parsed anew, since what was given out stays as it is. */
  private settled(parsed: ParsedChapter, given: Given, scope: ManuscriptScope): Kept {
    const old = this.kept.get(parsed.source.file);
    if (old?.parsed === parsed) {
      if (isSame(old.given, given)) return old;
      parsed = parseChapter(parsed.source, scope);
    }
    parsed.headings.forEach((heading, index) => {
      const to = given.headings[index];
      if (to) heading.settle(to.anchor, to.rank);
    });
    parsed.references.forEach((reference, index) => {
      const target = given.targets[index];
      if (target !== undefined) reference.settle(target);
    });
    return { parsed, given, chapter: old ? withOldBlocks(parsed.chapter, old.chapter) : parsed.chapter };
  }
}

/** Explicit ids of all chapters are reserved first; references are looked up when all headings have theirs. */
function settleAll(parsed: readonly ParsedChapter[], diagnostics: Diagnostics): Given[] {
  const anchors = new Anchors(diagnostics);
  const ranks = new Ranks(diagnostics);
  for (const { ids } of parsed) for (const id of ids) anchors.reserve(id);
  const headings = parsed.map((chapter) => chapter.headings.map(({ explicit, text, level, span }) =>
    ({ anchor: anchors.claim(explicit, text, span), rank: ranks.rank(level, span) })));
  return parsed.map(({ references }, index) => ({ headings: headings[index] ?? [], targets: references.map((reference) => anchors.resolve(reference)) }));
}

function withOldBlocks(chapter: Chapter, old: Chapter): Chapter {
  const blocks = new Map<string, Block>(old.blocks.map((block) => [block.id, block]));
  const notes = new Map<string, Note>(old.notes.map((note) => [note.id, note]));
  const same = <T extends { readonly id: string }>(now: T, before: T | undefined): T => (before && isSame(before, now) ? before : now);
  return { ...chapter, blocks: chapter.blocks.map((block) => same(block, blocks.get(block.id))), notes: chapter.notes.map((note) => same(note, notes.get(note.id))) };
}

/** Plain data, compared to the ground. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
