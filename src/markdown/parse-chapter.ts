// One SourceFile → ParsedChapter: front matter, blocks, and the notes in the order of their marks. Depends on the chapter's text and nothing else that may change, but for what `asked` says.
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import { spanAt, type Block, type Chapter, type Heading, type Inline, type Note } from '../document/index.ts';
import type { SourceFile } from '../publication/index.ts';
import { BlockConverter } from './blocks.ts';
import { spanOf, type ChapterContext, type Reference, type UnsettledHeading } from './context.ts';
import { readFrontMatter } from './front-matter.ts';
import { findTooDeep } from './nesting.ts';
import { parseTree } from './parse-tree.ts';

/** What all chapters share. */
export interface ManuscriptScope {
  readonly folder: string;
  readonly chapterFiles: ReadonlySet<string>;
}

/** A chapter before ids and references are settled over all of them. */
export interface ParsedChapter {
  readonly source: SourceFile;
  readonly folder: string;
  readonly chapter: Chapter;
  /** Explicit ids, as a line's pattern finds them. */
  readonly ids: readonly string[];
  readonly headings: readonly UnsettledHeading[];
  readonly references: readonly Reference[];
  readonly found: readonly Diagnostic[];
  /** Files that it leads to, and whether they were chapters. */
  readonly asked: ReadonlyMap<string, boolean>;
}

type LinkTarget = { readonly url: string; readonly title?: string | null | undefined };

export function parseChapter(source: SourceFile, { folder, chapterFiles }: ManuscriptScope): ParsedChapter {
  const { file } = source;
  const diagnostics = new Diagnostics();
  const asked = new Map<string, boolean>();
  const front = readFrontMatter(source.text, file, diagnostics);
  const deep = findTooDeep(front.body);
  if (deep) diagnostics.error('too-deep', spanAt(file, deep.line), deep.what, 'Is something not closed, or pasted by mistake?');
  const tree: Root = deep ? { type: 'root', children: [] } : parseTree(front.body);
  const { notes, links, unused } = readDefinitions(tree, file, diagnostics);
  const context: ChapterContext = {
    file, text: front.body, lines: front.body.split('\n'), folder, diagnostics,
    references: [], headings: [], openedTags: new Set(), closingLines: new Set(),
    noteLabels: [], defined: new Set(notes.keys()), unused, noteOf: (label) => notes.get(label),
    isChapter(path) {
      const known = chapterFiles.has(path);
      asked.set(path, known);
      return known;
    },
  };
  for (const label of unused) sayUnused(notes.get(label), context);
  const convert = new BlockConverter(context, (identifier) => links.get(identifier));
  const blocks = convert.blocks(tree.children, source.name);
  const title = front.title ?? firstTitle(blocks);
  const chapter: Chapter = {
    id: source.name, file, inToc: front.toc, blocks, notes: readNotes(context, convert, source.name),
    span: spanAt(file), ...(title ? { title } : {}), ...(front.startOn ? { startOn: front.startOn } : {}),
  };
  return { source, folder, chapter, ids: explicitIds(source.text), headings: context.headings, references: context.references, found: diagnostics.list(), asked };
}

const explicitIds = (text: string): string[] => [...text.matchAll(/\{[ \t]*#([^\s{}]+)[ \t]*\}[ \t#]*$/gm)].map((found) => found[1] ?? '');

/** Definitions of notes and links by label, and the notes that no mark in the text leads to, by way of other notes or not. */
function readDefinitions(tree: Root, file: string, diagnostics: Diagnostics): {
  readonly notes: ReadonlyMap<string, FootnoteDefinition>; readonly links: ReadonlyMap<string, LinkTarget>; readonly unused: ReadonlySet<string>;
} {
  const notes = new Map<string, FootnoteDefinition>();
  const links = new Map<string, LinkTarget>();
  const marksIn = new Map<FootnoteDefinition | undefined, string[]>();
  visit(tree, (node, note) => {
    if (node.type === 'footnoteDefinition') {
      if (notes.has(node.identifier)) diagnostics.error('duplicate-note', spanOf(node, { file }), `The footnote "${node.label ?? node.identifier}" is given twice.`);
      else notes.set(node.identifier, node);
    } else if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node);
    else if (node.type === 'footnoteReference') {
      const marks = marksIn.get(note);
      if (marks) marks.push(node.identifier);
      else marksIn.set(note, [node.identifier]);
    }
  });
  const reached = new Set<string>(), unused = new Set<string>();
  const reach = (labels: readonly string[]): void => {
    const waiting = [...labels];
    for (let label = waiting.pop(); label !== undefined; label = waiting.pop()) {
      if (reached.has(label)) continue;
      reached.add(label);
      waiting.push(...(marksIn.get(notes.get(label)) ?? []));
    }
  };
  reach(marksIn.get(undefined) ?? []);
  const marked = new Set([...marksIn.values()].flat());
  // First those that nothing mentions, then those that only mention each other.
  for (const inCircles of [false, true]) {
    for (const label of notes.keys()) {
      if (reached.has(label) || (!inCircles && marked.has(label))) continue;
      unused.add(label);
      reach([label]);
    }
  }
  return { notes, links, unused };
}

function sayUnused(node: FootnoteDefinition | undefined, context: ChapterContext): void {
  if (!node) return;
  const name = node.label ?? node.identifier;
  context.diagnostics.warning('unused-note', spanOf(node, context), `Nothing refers to the footnote "${name}".`, `Write [^${name}] where it belongs. Its text is set where it stands.`);
}

/** In the order of their marks; a note may hold marks of its own, so the list may grow while it is read. */
function readNotes(context: ChapterContext, convert: BlockConverter, chapter: string): Note[] {
  const notes: Note[] = [];
  for (let i = 0; i < context.noteLabels.length; i++) {
    const label = context.noteLabels[i] ?? '';
    const node = context.noteOf(label);
    if (!node) continue;
    // Named by its label, so that what is written before it does not give it another destination in the file.
    const id = `${chapter}/note:${encodeURIComponent(label.replace(/\p{Surrogate}/gu, '\ufffd'))}`;
    notes.push({ label, id, span: spanOf(node, context), children: convert.blocks(node.children, id) });
  }
  return notes;
}

function firstTitle(blocks: readonly Block[]): readonly Inline[] | undefined {
  const heading = blocks.find((block): block is Heading => block.kind === 'heading' && block.level === 1);
  return heading?.children.filter((inline) => inline.kind !== 'note-mark');
}

/** Every node and the note that it stands in. */
function visit(root: Nodes, see: (node: Nodes, note: FootnoteDefinition | undefined) => void): void {
  const stack: { readonly node: Nodes; readonly note: FootnoteDefinition | undefined }[] = [{ node: root, note: undefined }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next;
    see(node, next.note);
    const note = node.type === 'footnoteDefinition' ? node : next.note;
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) stack.push({ node: node.children[i] as Nodes, note });
  }
}
