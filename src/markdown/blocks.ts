// mdast flow content → Block[]: each block with its id and place, directives through their own files, nothing lost.
import type { BlockContent, DefinitionContent, FootnoteDefinition, Heading as MdastHeading, Html, List as MdastList, ListItem as MdastListItem, Paragraph as MdastParagraph, PhrasingContent, RootContent } from 'mdast';
import { plainText, type Block, type Heading, type Inline, type List, type ListItem, type NodeId } from '../document/index.ts';
import { MAX_BLOCKS, Ordinals, spanOf, type ChapterContext } from './context.ts';
import { toDirective } from './directives/index.ts';
import { findFailedDirectives } from './failed-directives.ts';
import { htmlBlock } from './html-block.ts';
import { toInlines, type InlineScope } from './inlines.ts';
import { captionAt, toPicture } from './pictures.ts';
import { cut, textAt, toText } from './place-text.ts';
import { toTable } from './tables.ts';

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
    return toInlines(nodes, { context: this.context, ids: new Ordinals(parent), inLink: false, definition: this.definition });
  }

  blocks(nodes: readonly FlowNode[], parent: NodeId): Block[] {
    if (this.depth > MAX_BLOCKS) {
      const first = nodes[0];
      if (first) this.context.diagnostics.error('too-deep', spanOf(first, this.context), `Lists, quotes and directives are nested more than ${MAX_BLOCKS} deep; no page is wide enough for that.`);
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
      case 'heading': return this.heading(node, ids);
      case 'blockquote': {
        const id = ids.next('quote');
        const children = this.blocks(node.children, id);
        return children.length === 0 ? [] : [{ kind: 'quote', id, span, children }];
      }
      case 'list': return [this.list(node, ids.next('list'))];
      case 'code': return [{ kind: 'code', id: ids.next('code'), span, value: node.value, ...(node.lang ? { language: node.lang } : {}) }];
      case 'thematicBreak': return [{ kind: 'thematic-break', id: ids.next('break'), span }];
      case 'table': return [toTable(node, ids.next('table'), this)];
      case 'html': return this.html(node, ids);
      case 'containerDirective': case 'leafDirective': return toDirective(node, ids, this);
      case 'footnoteDefinition': return this.unusedNote(node, ids);
      case 'definition': case 'yaml': return [];
      default: {
        // Phrasing content at the top, as some extensions leave it.
        const id = ids.next('p');
        return [{ kind: 'paragraph', id, span, children: this.inlines([node as PhrasingContent], id) }];
      }
    }
  }

  private paragraph(node: MdastParagraph, ids: Ordinals): Block[] {
    const span = spanOf(node, this.context);
    const figure = this.figure(node, ids);
    if (figure) return figure;
    const id = ids.next('p');
    const children = this.inlines(node.children, id);
    // Comments, or what only failed to close something.
    if (children.length === 0 || findFailedDirectives(children, this.context) === 'nothing else') return [];
    return [{ kind: 'paragraph', id, span, children }];
  }

  /** A picture alone in its paragraph, its {width=…} with it. */
  private figure(node: MdastParagraph, ids: Ordinals): Block[] | undefined {
    const [image, rest, more] = node.children;
    if (!image || more || (image.type !== 'image' && image.type !== 'imageReference')) return undefined;
    if (rest !== undefined && !(rest.type === 'text' && /^\{[^{}]*\}\s*$/.test(rest.value))) return undefined;
    const found = image.type === 'image' ? image : this.definition(image.identifier);
    const span = spanOf(node, this.context), place = spanOf(image, this.context);
    const braces = rest && toText(rest, this.context);
    const picture = toPicture(found?.url ?? '', image.alt ?? '', place, braces && cut(braces, 0, braces.value.trimEnd().length), this.context);
    const id = ids.next('figure');
    if (picture) return [{ kind: 'figure', id, span, picture, ...(found?.title ? { caption: [captionAt(found.title, place, this.context)] } : {}) }];
    const words = [image.alt, found?.title].filter(Boolean).join(' ');
    return words === '' ? [] : [{ kind: 'paragraph', id, span, children: [textAt(words, place)] }];
  }

  private heading(node: MdastHeading, ids: Ordinals): Block[] {
    const span = spanOf(node, this.context);
    const id = ids.next(`h${node.depth}-`);
    const inlines = this.inlines(node.children, id);
    const explicit = this.takeId(inlines);
    if (inlines.length === 0) {
      this.context.diagnostics.warning('empty-heading', span, 'The heading has no text; it is left out.');
      return [];
    }
    const heading: Omit<Heading, 'anchor' | 'rank'> & { anchor: string; rank: Heading['rank'] } = { kind: 'heading', id, span, level: node.depth, rank: 1, anchor: '', children: inlines };
    this.context.headings.push({
      explicit, text: plainText(inlines), level: node.depth, span,
      settle: (anchor, rank) => Object.assign(heading, { anchor, rank }),
    });
    return [heading];
  }

  /** Takes `{#id}` off the end of a heading's text. */
  private takeId(inlines: Inline[]): string | undefined {
    const last = inlines.at(-1);
    const braces = last?.kind === 'text' ? /\s*\{\s*#([^{}]*)\}\s*$/.exec(last.value) : undefined;
    if (last?.kind !== 'text' || !braces) return undefined;
    if (braces.index === 0) inlines.pop();
    else inlines[inlines.length - 1] = cut(last, 0, braces.index);
    const name = (braces[1] ?? '').trim();
    if (name !== '' && !/\s/.test(name)) return name;
    const from = last.value.indexOf('{', braces.index);
    this.context.diagnostics.error('attribute-value', cut(last, from, braces.index + braces[0].trimEnd().length).span, 'A heading\'s id is one word without spaces.', 'Write {#name}.');
    return undefined;
  }

  /** Its text must not be lost, and no mark leads to it. */
  private unusedNote(node: FootnoteDefinition, ids: Ordinals): Block[] {
    if (!this.context.unused.has(node.identifier) || this.context.noteOf(node.identifier) !== node) return [];
    const id = ids.next('stray');
    return [{ kind: 'group', id, span: spanOf(node, this.context), children: this.blocks(node.children, id) }];
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

  private html(node: Html, ids: Ordinals): Block[] {
    const span = spanOf(node, this.context);
    return htmlBlock(node, this.context).map((children) => ({ kind: 'paragraph', id: ids.next('p'), span, children }));
  }
}
