// Document + Theme + what pages know → galleys ready for make-up, the structure tree, the outline, head and foot.
import type { Diagnostics } from '../diagnostics/index.ts';
import { spanAt, type Chapter, type Document } from '../document/index.ts';
import type { Artwork } from '../pictures/index.ts';
import type { Typesetter } from '../text/index.ts';
import { labelsOf, type Theme } from '../theme/index.ts';
import { flowBlocks } from './blocks.ts';
import type { Surroundings, Zone } from './builder.ts';
import { flowChapter, partsOf } from './chapter.ts';
import { contentsOf, outlineOf } from './contents.ts';
import { makeContext, type Setup } from './context.ts';
import type { PageFacts } from './facts.ts';
import { flowFront } from './front.ts';
import { decoratePage, FurnitureLines, pageLabel, type PageToDecorate } from './furniture.ts';
import type { Galley } from './item.ts';
import { FlowMemory, RecordingDiagnostics, remember } from './memo.ts';
import type { Placed } from './placed.ts';
import type { OutlineEntry, TagNode } from './tag.ts';

export interface Flowed {
  readonly galleys: readonly Galley[];
  readonly tags: TagNode;
  readonly outline: readonly OutlineEntry[];
  /** Head and foot in page coordinates of that page (mirrored where the template mirrors). */
  decorate(page: PageToDecorate): readonly Placed[];
  /** "Side 18 af 40". */
  label(number: number, pages: number): string;
}

/** Depth of a `::toc` in a publication that asks for no contents by themselves. */
const DEFAULT_DEPTH = 2;

export function flowDocument(
  document: Document, theme: Theme, typesetter: Typesetter, pictures: ReadonlyMap<string, Artwork>, facts: PageFacts, diagnostics: Diagnostics,
  memory = new FlowMemory(),
): Flowed {
  const recorded = new RecordingDiagnostics(diagnostics);
  const contents = contentsOf(document, document.toc?.depth ?? DEFAULT_DEPTH);
  let contentsKey: string | undefined;
  const shared: Omit<Setup, 'note'> = {
    theme, typesetter, pictures, facts, diagnostics: recorded, memory, contents, numbers: { figure: 0, table: 0 }, asked: [], flow: flowBlocks,
    contentsKey: () => (contentsKey ??= JSON.stringify(contents)),
  };
  const surroundings: Surroundings = {
    zone: pageZone(theme), body: theme.styles.body, language: document.language, onGrid: theme.master.grid !== undefined, listDepth: 0, depth: 0,
  };
  const { exact, language } = labelsOf(theme, document.language);
  if (!exact) {
    recorded.warning('no-labels', spanAt(document.chapters[0]?.file ?? ''), `The template ${theme.name} has no labels in "${document.language}"; those in "${language}" are used.`,
      `It has ${[...theme.labels.keys()].join(', ')}.`);
  }
  const plainSetup = { ...shared, note: noteOf(undefined) };
  const plain = makeContext(plainSetup, surroundings);
  const pages = facts.pageOf.size > 0 ? facts.pages : undefined;
  const front = remember(typesetter, frontSignature(document, pages), [], plainSetup, () => flowFront(document, plain, pages));
  const partsByChapter = document.chapters.map(partsOf);
  const count = partsByChapter.flat().filter(({ opens, contents }) => opens && !contents).length;
  let opened = 0;
  const chapters = document.chapters.map((chapter, index) => {
    const setup = { ...shared, note: noteOf(chapter) };
    const parts = (partsByChapter[index] ?? []).map((part) => ({ part, opening: { index: part.opens && !part.contents ? opened++ : -1, count, contents: part.contents } }));
    const signature = `${index} ${document.language} ${count} ${parts.map(({ opening }) => opening.index).join()}`;
    return remember(chapter, signature, [], setup, () =>
      flowChapter(chapter, index, parts.map(({ part, opening }) => ({ part, context: makeContext(setup, { ...surroundings, opening }) }))));
  });
  const lines = new FurnitureLines();
  return {
    galleys: [...front.galleys, ...chapters.flatMap(({ galleys }) => galleys)],
    tags: plain.tag('document', 'Document', document.chapters[0]?.span ?? spanAt(''), [...front.tags, ...chapters.map(({ tag }) => tag)]),
    outline: outlineOf(document),
    decorate: (page) => decoratePage(page, document, plain, lines),
    label: (number, pages) => pageLabel(number, pages, plain),
  };
}

function pageZone({ master: { zones } }: Theme): Zone {
  return { ...zones.text, full: zones.full, ...(zones.side.x === zones.text.x ? {} : { side: zones.side }) };
}

/** Notes are numbered in each chapter, in the order of their first marks. */
function noteOf(chapter: Chapter | undefined): Setup['note'] {
  const notes = new Map((chapter?.notes ?? []).map((note, index) => [note.label, { number: String(index + 1), id: note.id }]));
  return (label) => notes.get(label);
}

/** All that the front is made of, but for what it asks. */
function frontSignature({ chapters, ...document }: Document, pages: number | undefined): string {
  return JSON.stringify([document, chapters[0]?.span, pages]);
}
