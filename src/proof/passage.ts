// Document → Passages: the words of each paragraph, heading, cell and caption as one string that knows where it stands.
import type { Block, Document, Heading, Inline, Span, Text } from '../document/index.ts';
import { tokenize, type Token } from './tokens.ts';

export type PassageKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'caption' | 'title' | 'name';

/** Stands for what is not words: code, an address, a picture, a page number. */
export const OBJECT = '\uFFFC';

interface Piece { readonly at: number; readonly length: number; readonly node: Text | { readonly span: Span } }

export class Passage {
  private readonly pieces: Piece[] = [];
  private ready: readonly Token[] | undefined;
  text = '';
  /** Level of a heading. */
  level = 0;
  /** What follows it among its siblings. */
  next: Block['kind'] | undefined;
  /** Last child of a block that leads into nothing: false in cards, link lists and boxes' items. */
  running = false;
  readonly links: { readonly from: number; readonly to: number }[] = [];
  /** Position of the list item that begins the passage. */
  list: { readonly id: string; readonly index: number } | undefined;

  constructor(readonly kind: PassageKind, readonly language: string, readonly id: string, readonly block: Span, readonly chapter: number) {}

  add(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      switch (inline.kind) {
        case 'text': this.piece(inline.value, inline); break;
        case 'code': case 'image': case 'page-reference': this.piece(OBJECT, inline); break;
        case 'note-mark': break;
        case 'break': this.piece('\n', inline); break;
        case 'link':
          if (inline.bare) this.piece(OBJECT, inline);
          else {
            const from = this.text.length;
            this.add(inline.children);
            this.links.push({ from, to: this.text.length });
          }
          break;
        default: this.add(inline.children);
      }
    }
  }

  private piece(value: string, node: Piece['node']): void {
    this.pieces.push({ at: this.text.length, length: value.length, node });
    this.text += value;
  }

  get tokens(): readonly Token[] {
    return (this.ready ??= tokenize(this.text));
  }

  /** Where [from, to) stands in the source. */
  span(from: number, to: number): Span {
    const start = this.place(from, false);
    const end = to > from ? this.place(to - 1, true) : start;
    return { file: this.block.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  private place(index: number, after: boolean): { line: number; column: number } {
    let piece = this.pieces[0];
    for (const candidate of this.pieces) if (candidate.at <= index && candidate.length > 0) piece = candidate;
    if (!piece) return this.block;
    const { node } = piece;
    if (!('lines' in node)) return after ? { line: node.span.endLine, column: node.span.endColumn } : node.span;
    const within = Math.min(index - piece.at, piece.length);
    let line = node.lines[0];
    for (const candidate of node.lines) if (candidate.index <= within) line = candidate;
    if (!line) return node.span;
    return { line: line.line, column: line.column + within - line.index + (after ? 1 : 0) };
  }
}

const asLanguage = (code: string): string => code.toLowerCase().split('-')[0] ?? code;

export function readPassages(document: Document, language: string): Passage[] {
  const passages: Passage[] = [];
  document.chapters.forEach((chapter, index) => {
    const blocks = chapter.blocks;
    walk(blocks, { chapter: index, language: asLanguage(language), running: true, kind: 'paragraph' }, passages);
    for (const note of chapter.notes) walk(note.children, { chapter: index, language: asLanguage(language), running: true, kind: 'paragraph' }, passages);
  });
  return passages;
}

interface Where { readonly chapter: number; readonly language: string; readonly running: boolean; readonly kind: PassageKind; readonly list?: { id: string; index: number } }

function walk(blocks: readonly Block[], where: Where, out: Passage[]): void {
  const add = (kind: PassageKind, block: { readonly id: string; readonly span: Span }, inlines: readonly Inline[] | undefined, running = false): Passage | undefined => {
    if (!inlines || inlines.length === 0) return undefined;
    const passage = new Passage(kind, where.language, block.id, block.span, where.chapter);
    passage.add(inlines);
    passage.running = running;
    out.push(passage);
    return passage;
  };
  const inside = (children: readonly Block[], more: Partial<Where> = {}): void => walk(children, { ...where, ...more }, out);
  blocks.forEach((block, index) => {
    switch (block.kind) {
      case 'heading': { const passage = add('heading', block, block.children); if (passage) passage.level = (block as Heading).level; break; }
      case 'paragraph': {
        const passage = add(where.kind, block, block.children, where.running);
        if (passage) {
          passage.next = blocks[index + 1]?.kind;
          if (where.list) passage.list = where.list;
        }
        break;
      }
      case 'lead': case 'quote': case 'columns': case 'group': inside(block.children); break;
      case 'lang': inside(block.children, { language: asLanguage(block.code) }); break;
      case 'factbox': add('title', block, block.title); inside(block.children); break;
      case 'list': block.items.forEach((item, position) => inside(item.children, { kind: 'item', running: false, list: { id: block.id, index: position } })); break;
      case 'cards': inside(block.before); for (const item of block.items) inside(item.children, { kind: 'item', running: false }); break;
      case 'links': add('title', block, block.title); inside(block.before); for (const item of block.items) inside(item.children, { kind: 'item', running: false }); break;
      case 'table': add('caption', block, block.caption); for (const row of block.rows) for (const cell of row.cells) add('cell', cell, cell.children); break;
      case 'chart': for (const row of block.table.rows) for (const cell of row.cells) add('cell', cell, cell.children); break;
      case 'figure': add('caption', block, block.caption); break;
      case 'media': add('title', block, block.title); break;
      case 'signatures': inside(block.body, { running: false }); for (const person of block.people) { add('name', person, person.name); for (const role of person.roles) add('name', person, role); } break;
      case 'orgchart': inside(block.before); break;
      default: break;
    }
  });
}
