// mdast flow content → Block[]: each block with its id and place, directives through their own files, nothing lost.
import type { BlockContent, DefinitionContent, Heading as MdastHeading, Html, List as MdastList, ListItem as MdastListItem, Paragraph as MdastParagraph, PhrasingContent, RootContent, Table as MdastTable, Text as MdastText } from 'mdast';
import type { Block, Inline, List, ListItem, NodeId, Table } from '../document/index.ts';
import { plainText } from '../document/index.ts';
import { MAX_DEPTH, Ordinals, spanOf, type ChapterContext } from './context.ts';
import { toDirective } from './directives/index.ts';
import { toInlines, toPicture, type InlineScope } from './inlines.ts';

export type FlowNode = RootContent | BlockContent | DefinitionContent;

export class BlockConverter {
  readonly context: ChapterContext;
  private readonly definition: InlineScope['definition'];
  private depth = 0;

  constructor(context: ChapterContext, definition: InlineScope['definition']) {
    this.context = context;
    this.definition = definition;
  }

  inlines(nodes: readonly PhrasingContent[], parent: NodeId): Inline[] {
    return toInlines(nodes, { context: this.context, ids: new Ordinals(parent), definition: this.definition });
  }

  blocks(nodes: readonly FlowNode[], parent: NodeId): Block[] {
    if (this.depth >= MAX_DEPTH) {
      const first = nodes[0];
      if (first) this.context.diagnostics.error('too-deep', spanOf(first, this.context), `Lists, quotes and directives are nested more than ${MAX_DEPTH} deep.`);
      return [];
    }
    this.depth++;
    const ids = new Ordinals(parent);
    const blocks = nodes.flatMap((node) => this.block(node, ids));
    this.depth--;
    return blocks;
  }

  private block(node: FlowNode, ids: Ordinals): Block[] {
    const span = spanOf(node, this.context);
    switch (node.type) {
      case 'paragraph': return this.paragraph(node, ids);
      case 'heading': return [this.heading(node, ids)];
      case 'blockquote': {
        const id = ids.next('quote');
        return [{ kind: 'quote', id, span, children: this.blocks(node.children, id) }];
      }
      case 'list': return [this.list(node, ids.next('list'))];
      case 'code': return [{ kind: 'code', id: ids.next('code'), span, value: node.value, ...(node.lang ? { language: node.lang } : {}) }];
      case 'thematicBreak': return [{ kind: 'thematic-break', id: ids.next('break'), span }];
      case 'table': return [this.table(node, ids.next('table'))];
      case 'html': return this.html(node, ids);
      case 'containerDirective': case 'leafDirective': return toDirective(node, ids, this);
      case 'footnoteDefinition': case 'definition': case 'yaml': return [];
      default: {
        // Phrasing content at the top, as some extensions leave it.
        const id = ids.next('p');
        return [{ kind: 'paragraph', id, span, children: this.inlines([node as PhrasingContent], id) }];
      }
    }
  }

  private paragraph(node: MdastParagraph, ids: Ordinals): Block[] {
    const span = spanOf(node, this.context);
    const figure = this.figure(node);
    if (figure) {
      const id = ids.next('figure');
      const picture = toPicture(figure.source, figure.alt, figure.span, figure.attributes, this.context);
      if (!picture) return figure.alt ? [{ kind: 'paragraph', id, span, children: [this.words(figure.alt, figure.span)] }] : [];
      return [{ kind: 'figure', id, span, picture, ...(figure.title ? { caption: [this.words(figure.title, figure.span)] } : {}) }];
    }
    const id = ids.next('p');
    const children = this.inlines(node.children, id);
    return children.length === 0 ? [] : [{ kind: 'paragraph', id, span, children }];
  }

  /** A picture alone in its paragraph, its {width=…} with it. */
  private figure(node: MdastParagraph): { source: string; alt: string; title?: string; attributes?: string; span: ReturnType<typeof spanOf> } | undefined {
    const [image, rest, more] = node.children;
    if (!image || more || (image.type !== 'image' && image.type !== 'imageReference')) return undefined;
    const braces = rest === undefined ? undefined : rest.type === 'text' ? /^\{([^}\n]*)\}\s*$/.exec(rest.value)?.[1] : undefined;
    if (rest !== undefined && braces === undefined) return undefined;
    const found = image.type === 'image' ? image : this.definition(image.identifier);
    const title = found?.title;
    return {
      source: found?.url ?? '', alt: image.alt ?? '', span: spanOf(image, this.context),
      ...(title ? { title } : {}), ...(braces === undefined ? {} : { attributes: braces }),
    };
  }

  words(value: string, span: ReturnType<typeof spanOf>): Inline {
    return { kind: 'text', span, value, lines: [{ index: 0, line: span.line, column: span.column }] };
  }

  private heading(node: MdastHeading, ids: Ordinals): Block {
    const span = spanOf(node, this.context);
    const children = [...node.children];
    const last = children.at(-1);
    let explicit: string | undefined;
    if (last?.type === 'text') {
      const braces = /\s*\{#([^\s{}]+)\}\s*$/.exec(last.value);
      if (braces) {
        explicit = braces[1];
        children[children.length - 1] = { ...last, value: last.value.slice(0, braces.index) } as MdastText;
      }
    }
    const id = ids.next(`h${node.depth}-`);
    const inlines = this.inlines(children, id);
    const anchor = this.context.claimAnchor(explicit, plainText(inlines), span);
    return { kind: 'heading', id, span, level: node.depth, rank: this.context.rank(node.depth, span), anchor, children: inlines };
  }

  list(node: MdastList, id: NodeId): List {
    const items = node.children.map((item, index) => this.item(item, `${id}/${index + 1}`));
    const tight = !node.spread && node.children.every((item) => !item.spread);
    return { kind: 'list', id, span: spanOf(node, this.context), ordered: node.ordered === true, start: node.start ?? 1, tight, items };
  }

  item(item: MdastListItem, id: NodeId): ListItem {
    return {
      id, span: spanOf(item, this.context), children: this.blocks(item.children, id),
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
    };
  }

  table(node: MdastTable, id: NodeId): Table {
    const columns = Math.max(0, ...node.children.map((row) => row.children.length));
    return {
      kind: 'table', id, span: spanOf(node, this.context),
      align: Array.from({ length: columns }, (_, i) => node.align?.[i] ?? undefined),
      rows: node.children.map((row, r) => ({
        id: `${id}/${r + 1}`, span: spanOf(row, this.context),
        cells: row.children.map((cell, c) => ({ id: `${id}/${r + 1}/${c + 1}`, span: spanOf(cell, this.context), children: this.inlines(cell.children, `${id}/${r + 1}/${c + 1}`) })),
      })),
    };
  }

  private html(node: Html, ids: Ordinals): Block[] {
    const span = spanOf(node, this.context);
    const value = node.value.replace(/<!--[\s\S]*?(-->|$)/g, '');
    if (value.trim() === '') return [];
    const tags = value.match(/<[/!?]?[a-z][^>]*>?/gi);
    if (tags) this.context.diagnostics.warning('raw-html', span, `The tag ${(tags[0] ?? '').slice(0, 40)} is not understood.`, 'Of raw HTML, comments, <br>, <sub> and <sup> are. What the tag holds is set as text.');
    const text = value.replace(/<[/!?]?[a-z][^>]*>?/gi, ' ').replace(/\s+/g, ' ').trim();
    if (text === '') return [];
    const id = ids.next('p');
    return [{ kind: 'paragraph', id, span, children: [this.words(text, span)] }];
  }
}
