// A small manuscript → its galleys, set in the square font: what tests of flow/ look at.
import { Diagnostics } from '../../src/diagnostics/index.ts';
import type { Block, Chapter, Document, Inline, Span } from '../../src/document/index.ts';
import { flowDocument, type Flowed, type FlowItem, type PageFacts, type Placed, type Slab, type TagNode } from '../../src/flow/index.ts';
import type { Artwork } from '../../src/pictures/index.ts';
import { loadTheme, type Theme } from '../../src/theme/index.ts';
import { squareTypesetter } from './square-typesetter.ts';
import { templateSource } from './template-source.ts';

export const SPAN: Span = { file: '/made-up/01.md', line: 1, column: 1, endLine: 1, endColumn: 1 };

export const words = (value: string): Inline => ({ kind: 'text', value, span: SPAN, lines: [{ index: 0, line: 1, column: 1 }] });
let serial = 0;
const id = (kind: string): string => `${kind}${(serial += 1)}`;
export const paragraph = (...children: (string | Inline)[]): Block =>
  ({ kind: 'paragraph', id: id('p'), span: SPAN, children: children.map((child) => (typeof child === 'string' ? words(child) : child)) });
export const heading = (level: 1 | 2 | 3 | 4 | 5 | 6, value: string, anchor = value.toLowerCase().replace(/\W+/g, '-')): Block =>
  ({ kind: 'heading', id: id('h'), span: SPAN, level, rank: level, anchor, children: [words(value)] });
export const list = (items: readonly (readonly Block[])[], more: Partial<Extract<Block, { kind: 'list' }>> = {}): Block =>
  ({ kind: 'list', id: id('list'), span: SPAN, ordered: false, start: 1, tight: true, items: items.map((children) => ({ id: id('item'), span: SPAN, children })), ...more });
export const block = <K extends Block['kind']>(kind: K, fields: Omit<Extract<Block, { kind: K }>, 'kind' | 'id' | 'span'>): Block =>
  ({ kind, id: id(kind), span: SPAN, ...fields }) as unknown as Block;

export function chapter(blocks: readonly Block[], more: Partial<Chapter> = {}): Chapter {
  const top = blocks.find((entry) => entry.kind === 'heading' && entry.level === 1);
  return { id: id('chapter'), file: SPAN.file, inToc: true, blocks, notes: [], span: SPAN, ...(top?.kind === 'heading' ? { title: top.children } : {}), ...more };
}
export const document = (chapters: readonly Chapter[], more: Partial<Document> = {}): Document =>
  ({ language: 'da', title: 'Titel', chapters, tocByHand: false, ...more });

const themes = new Map<string, Theme>();
export function theme(name: string): Theme {
  const known = themes.get(name);
  if (known) return known;
  const diagnostics = new Diagnostics();
  const loaded = loadTheme(templateSource(name), diagnostics);
  if (!loaded) throw new Error(JSON.stringify(diagnostics.list()));
  themes.set(name, loaded);
  return loaded;
}

export function flow(made: Document, template: string, facts: PageFacts = { pages: 0, pageOf: new Map() }, pictures: ReadonlyMap<string, Artwork> = new Map()): Flowed & { found: readonly string[] } {
  const diagnostics = new Diagnostics();
  const flowed = flowDocument(made, theme(template), squareTypesetter(), pictures, facts, diagnostics);
  return { ...flowed, found: diagnostics.list().map(({ message }) => message) };
}

/** What stands in the galley whole, also where it may move. */
export const slabsOf = (items: readonly FlowItem[]): readonly Slab[] => items.flatMap((item) => (item.kind === 'slab' ? [item] : item.kind === 'float' ? [item.slab] : []));

/** A galley as rows: "slab 14 a14 | words", "space 7", "penalty heading". */
export function describeItems(items: readonly FlowItem[]): string[] {
  const number = (value: number): string => String(Math.round(value * 100) / 100);
  const text = (content: readonly Placed[]): string => content.map((placed) => (placed.kind === 'line' ? placed.line.text : `[${placed.role}]`)).join(' ');
  const piece = (kind: string, { height, side, content }: Slab): string => `${kind} ${number(height)}${side ? ` side ${number(side.height)}` : ''} | ${text(content)}`;
  return items.flatMap((item): string[] => {
    switch (item.kind) {
      case 'slab': return [piece('slab', item)];
      case 'space': return [`space ${number(item.height)}${item.snap === undefined ? '' : ` snap ${number(item.snap)}`}`];
      case 'penalty': return [`penalty ${item.rules.join(' ')}${item.force ?? ''}`];
      case 'paragraph': return (item.alternatives[0]?.slabs ?? []).map((slab, index) => `${index === 0 ? 'par ' : '    '}${number(slab.height)}${slab.side ? ` side ${number(slab.side.height)}` : ''} | ${text(slab.content)}`);
      case 'open': return [`open ${item.frame}`];
      case 'close': return [`close ${item.frame}`];
      case 'columns': return ['columns', ...describeItems(item.galley).map((row) => `  ${row}`)];
      case 'float': return [piece('float', item.slab)];
    }
  });
}

export function describeTags(node: TagNode, depth = 0): string[] {
  return [`${'  '.repeat(depth)}${node.role}`, ...node.children.flatMap((child) => describeTags(child, depth + 1))];
}
