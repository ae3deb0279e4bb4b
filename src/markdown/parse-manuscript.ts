// Publication → Document: one chapter parsed at a time, ids and references settled over all of them.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Document } from '../document/index.ts';
import type { Publication } from '../publication/index.ts';
import { Anchors } from './anchors.ts';
import { parseChapter, type ManuscriptScope } from './parse-chapter.ts';
import { Ranks } from './ranks.ts';

export function parseManuscript(publication: Publication, diagnostics: Diagnostics): Document {
  const { config, folder } = publication;
  const anchors = new Anchors(diagnostics);
  for (const { text } of publication.chapters) for (const found of text.matchAll(/\{[ \t]*#([^\s{}]+)[ \t]*\}[ \t#]*$/gm)) anchors.reserve(found[1] ?? '');
  const scope: ManuscriptScope = {
    folder, anchors, references: [], diagnostics, ranks: new Ranks(diagnostics), chapterFiles: new Set(publication.chapters.map(({ file }) => file)),
  };
  const chapters = publication.chapters.map((source) => parseChapter(source, scope));
  anchors.settle(scope.references);
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
