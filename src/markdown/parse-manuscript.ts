// Publication → Document: one chapter parsed at a time, ids and references settled over all of them.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Document } from '../document/index.ts';
import type { Publication } from '../publication/index.ts';
import { KeptChapters } from './kept-chapters.ts';

/** With `kept` a chapter that is as it was in the last edition is not parsed again. */
export function parseManuscript(publication: Publication, diagnostics: Diagnostics, kept = new KeptChapters()): Document {
  const { config } = publication;
  const chapters = kept.parse(publication, diagnostics).filter(({ title, blocks, span }) => {
    // Without a title it stands in no contents, which would lead to a page that is not made.
    const stays = title === undefined || blocks.some(isPrinted);
    if (!stays) diagnostics.warning('empty-chapter', span, 'The chapter has a title and nothing to print: it is left out, of the contents too.', 'Give it text, or take the file away.');
    return stays;
  });
  const cover = coverOf(publication, diagnostics);
  return {
    language: config.language, title: config.title, chapters,
    ...(config.edition === undefined ? {} : { edition: config.edition }),
    ...(config.organisation === undefined ? {} : { organisation: config.organisation }),
    ...(config.date === undefined ? {} : { date: config.date }),
    ...(config.toc === false ? {} : { toc: { depth: config.toc?.depth ?? 2 } }),
    tocByHand: chapters.some((chapter) => holdsToc(chapter.blocks)),
    ...(cover ? { cover } : {}),
  };
}

/** A page break or a paragraph of comments alone makes no page that contents could lead to. */
function isPrinted(block: Block): boolean {
  switch (block.kind) {
    case 'pagebreak': return false;
    case 'paragraph': return block.children.length > 0;
    case 'quote': case 'lead': case 'columns': case 'lang': case 'group': return block.children.some(isPrinted);
    default: return true;
  }
}

function holdsToc(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    switch (block.kind) {
      case 'toc': return true;
      case 'list': return block.items.some((item) => holdsToc(item.children));
      case 'cards': case 'links': return holdsToc(block.before) || block.items.some((item) => holdsToc(item.children));
      case 'orgchart': return holdsToc(block.before);
      case 'signatures': return holdsToc(block.body);
      case 'quote': case 'lead': case 'factbox': case 'columns': case 'lang': case 'group': return holdsToc(block.children);
      default: return false;
    }
  });
}

function coverOf(publication: Publication, diagnostics: Diagnostics): Document['cover'] {
  const { cover } = publication.config;
  if (cover === false) return undefined;
  if (cover?.image === undefined) return {};
  if (cover.alt === undefined) diagnostics.error('missing-alt', cover.span, 'The cover\'s picture has no alternative text.', 'Write alt: "…"; alt: "" where it is decoration.');
  return { image: { file: cover.image, alt: cover.alt ?? '', span: cover.span } };
}
