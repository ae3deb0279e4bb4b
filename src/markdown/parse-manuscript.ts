// Publication → Document: one chapter parsed at a time, ids and references settled over all of them.
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Chapter, Document, Heading, Inline, Note, Span } from '../document/index.ts';
import { spanAt } from '../document/index.ts';
import type { Publication, SourceFile } from '../publication/index.ts';
import { Anchors } from './anchors.ts';
import { didYouMean } from './attributes.ts';
import { BlockConverter } from './blocks.ts';
import { MAX_DEPTH, type ChapterContext } from './context.ts';
import { readFrontMatter } from './front-matter.ts';
import { parseTree } from './parse-tree.ts';

interface Scope {
  readonly folder: string;
  readonly language: string;
  readonly anchors: Anchors;
  readonly references: { target: string; span: Span }[];
  readonly diagnostics: Diagnostics;
}

export function parseManuscript(publication: Publication, diagnostics: Diagnostics): Document {
  const { config, folder } = publication;
  const scope: Scope = { folder, language: config.language, anchors: new Anchors(diagnostics), references: [], diagnostics };
  for (const source of publication.chapters) for (const found of source.text.matchAll(/\{#([^\s{}]+)\}\s*$/gm)) scope.anchors.reserve(found[1] ?? '');
  const chapters = publication.chapters.map((source) => parseChapter(source, scope));
  for (const { target, span } of scope.references) {
    if (!scope.anchors.has(target)) diagnostics.error('unknown-reference', span, `Nothing has the id "${target}".`, didYouMean(target, scope.anchors.names()));
  }
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

function parseChapter(source: SourceFile, scope: Scope): Chapter {
  const { file } = source;
  const { diagnostics } = scope;
  const front = readFrontMatter(source.text, file, diagnostics);
  const deep = tooDeep(front.body);
  if (deep > 0) diagnostics.error('too-deep', spanAt(file, deep), `Lists and quotes are nested more than ${MAX_DEPTH} deep.`);
  const tree: Root = deep > 0 ? { type: 'root', children: [] } : parseTree(front.body);
  const lines = source.text.split('\n');
  const notes = new Map<string, FootnoteDefinition>();
  const definitions = new Map<string, { url: string; title?: string | null | undefined }>();
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') {
      if (notes.has(node.identifier)) diagnostics.error('duplicate-note', place(node, file), `The footnote "${node.label ?? node.identifier}" is given twice.`);
      else notes.set(node.identifier, node);
    } else if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  let last = 0, lastRank = 0;
  const context: ChapterContext = {
    file, lines, folder: scope.folder, language: scope.language, diagnostics, references: scope.references,
    noteLabels: [], defined: new Set(notes.keys()),
    claimAnchor: (explicit, text, span) => scope.anchors.claim(explicit, text, span),
    rank(level, span) {
      if (last > 0 && level > last + 1) diagnostics.warning('heading-jump', span, `The heading is of level ${level}, below one of level ${last}.`, `Write ${'#'.repeat(last + 1)}; for screen readers it is treated so.`);
      // A repaired jump keeps its place under its parent; siblings of the same level keep the same rank.
      const rank = last === 0 ? level : level > last ? lastRank + 1 : Math.max(1, Math.min(level, lastRank));
      last = level;
      lastRank = rank;
      return Math.min(6, rank) as Heading['rank'];
    },
  };
  const convert = new BlockConverter(context, (identifier) => definitions.get(identifier));
  const blocks = convert.blocks(tree.children, source.name);
  const title: readonly Inline[] | undefined = front.title
    ? [{ kind: 'text', value: front.title.text, span: spanAt(file, front.title.line, front.title.column), lines: [{ index: 0, line: front.title.line, column: front.title.column }] }]
    : firstTitle(blocks);
  return {
    id: source.name, file, inToc: front.toc, blocks, notes: readNotes(context, notes, convert, source.name, file),
    span: spanAt(file), ...(title ? { title } : {}), ...(front.startOn ? { startOn: front.startOn } : {}),
  };
}

/** In the order of their marks; a note may hold marks of its own, so the list may grow while it is read. */
function readNotes(context: ChapterContext, definitions: ReadonlyMap<string, FootnoteDefinition>, convert: BlockConverter, chapter: string, file: string): Note[] {
  const notes: Note[] = [];
  for (let i = 0; ; i++) {
    if (i === context.noteLabels.length) {
      // Text that no mark leads to is set all the same, behind the others.
      const unused = [...definitions].find(([label]) => !context.noteLabels.includes(label));
      if (!unused) break;
      const name = unused[1].label ?? unused[0];
      context.diagnostics.warning('unused-note', place(unused[1], file), `Nothing refers to the footnote "${name}".`, `Write [^${name}] where it belongs. It stands as the chapter's last note.`);
      context.noteLabels.push(unused[0]);
    }
    const label = context.noteLabels[i] ?? '';
    const node = definitions.get(label);
    if (!node) continue;
    const id = `${chapter}/note${i + 1}`;
    notes.push({ label, id, span: place(node, file), children: convert.blocks(node.children, id) });
  }
  return notes;
}

function firstTitle(blocks: readonly Block[]): readonly Inline[] | undefined {
  const heading = blocks.find((block): block is Heading => block.kind === 'heading' && block.level === 1);
  return heading?.children.filter((inline) => inline.kind !== 'note-mark');
}

function holdsToc(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'toc'
    || ('children' in block && block.kind !== 'paragraph' && block.kind !== 'heading' && holdsToc(block.children as readonly Block[])));
}

function place(node: Nodes, file: string): Span {
  const position = node.position;
  return position ? { file, line: position.start.line, column: position.start.column, endLine: position.end.line, endColumn: position.end.column } : spanAt(file);
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    see(next);
    if ('children' in next) for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as Nodes);
  }
}

/** The line where quote marks or list markers pile up beyond all use: refused before the parser spends minutes on it. */
function tooDeep(text: string): number {
  const found = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){101,}|^[ \t]{2000,}[-*+>]|^:{120,}/m.exec(text);
  return found ? text.slice(0, found.index).split('\n').length : 0;
}

function coverOf(publication: Publication, diagnostics: Diagnostics): Document['cover'] {
  const { cover } = publication.config;
  if (cover === false) return undefined;
  if (cover?.image === undefined) return {};
  if (cover.alt === undefined) diagnostics.error('missing-alt', cover.span, 'The cover\'s picture has no alternative text.', 'Write alt: "…"; alt: "" where it is decoration.');
  return { image: { file: cover.image, alt: cover.alt ?? '', span: cover.span } };
}
