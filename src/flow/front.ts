// What stands before the chapters → galleys: the cover, or title and edition, and the contents that come by themselves.
import { spanAt, type Document, type Span } from '../document/index.ts';
import { coverSlab } from './cover.ts';
import type { BlockContext } from './builder.ts';
import type { FlowItem, Galley } from './item.ts';
import { moveAll } from './move.ts';
import type { TagNode } from './tag.ts';
import { setContents } from './toc.ts';

interface Front { readonly galleys: readonly Galley[]; readonly tags: readonly TagNode[] }

export function flowFront(document: Document, context: BlockContext, pages: number | undefined): Front {
  const span = document.chapters[0]?.span ?? spanAt('');
  const galleys: Galley[] = [];
  const tags: TagNode[] = [];
  const { theme } = context;
  const contents = document.toc && !document.tocByHand && context.contents.length > 0;
  const cover = theme.cover && document.cover !== undefined ? coverSlab(document, context, pages, span) : undefined;
  if (cover && !cover.fits) {
    context.diagnostics.warning('cover-too-full', span, 'The cover has no room for so long a title, edition or organisation; they stand on a page of their own without its design.', 'Shorten them in publication.yaml.');
  }
  if (cover?.fits) {
    galleys.push(galley([cover.slab], span, true, undefined));
    tags.push(cover.tag);
  }
  const items: FlowItem[] = [];
  if (!cover?.fits && (cover || !theme.cover)) {
    const title = titleBlock(document, context, span);
    items.push(...title.items);
    tags.push(title.tag);
  }
  if (contents) {
    const heading = contentsHeading(context, span, items.length > 0);
    const set = setContents(context, 'contents', span);
    items.push(...heading.items, ...set.items);
    tags.push(context.tag('contents', 'Sect', span, [heading.tag, set.tag]));
  }
  if (items.length > 0) galleys.push(galley(items, span, false, contents ? context.labels.contents : document.title));
  return { galleys, tags };
}

function galley(items: readonly FlowItem[], span: Span, bare: boolean, title: string | undefined): Galley {
  return { items, notes: new Map(), startOn: 'page', bare, span, ...(title === undefined ? {} : { title }) };
}

/** Title and edition above the contents, where the template makes no cover. */
function titleBlock(document: Document, context: BlockContext, span: Span): { items: readonly FlowItem[]; tag: TagNode } {
  const { full } = context.zone;
  const [titleStyle, editionStyle] = [context.style('title'), context.style('edition')];
  const title = context.text(document.title, titleStyle, full.x, full.width, span, { tag: 'title/title' });
  const items: FlowItem[] = [context.slab(title.height, title.content, { span, side: title.height })];
  if (document.edition !== undefined) {
    const edition = context.text(document.edition, editionStyle, full.x, full.width, span, { tag: 'title/edition' });
    items.push({ kind: 'penalty', rules: ['heading'], span }, { kind: 'space', height: Math.max(titleStyle.after, editionStyle.before) });
    items.push(context.slab(edition.height, edition.content, { span, side: edition.height }));
  }
  const tags = [context.tag('title/title', 'Title', span), context.tag('title/edition', 'P', span)];
  // Where the cover would have said it.
  if (context.theme.cover && document.organisation !== undefined) {
    const organisation = context.text(document.organisation, editionStyle, full.x, full.width, span, { tag: 'title/organisation' });
    items.push({ kind: 'space', height: editionStyle.before }, context.slab(organisation.height, organisation.content, { span, side: organisation.height }));
    tags.push(context.tag('title/organisation', 'P', span));
  }
  return { items, tag: context.tag('title', 'Sect', span, tags) };
}

/** "Indhold"; where the template says so, at its own place on the page. */
function contentsHeading(context: BlockContext, span: Span, below: boolean): { items: readonly FlowItem[]; tag: TagNode } {
  const { contents } = context.theme.components;
  const { area } = context.theme.master;
  const style = context.style('toc-title');
  const { full } = context.zone;
  const tag = context.tag('contents/title', 'H1', span);
  const text = context.text(context.labels.contents, style, full.x, full.width, span, { tag: 'contents/title' });
  if (!below && contents.title > 0) {
    const content = moveAll(text.content, 0, contents.title - area.y - text.baseline);
    const height = Math.max(contents.first - area.y, contents.title - area.y + text.height - style.leading);
    return { items: [context.slab(height, content, { span, side: height }), { kind: 'penalty', rules: ['heading'], span }, { kind: 'space', height: 0 }], tag };
  }
  return {
    items: [
      ...(below ? [{ kind: 'penalty', rules: ['heading'], span } as const, { kind: 'space', height: Math.max(context.theme.components.title.after, context.spacing(style).before) } as const] : []),
      context.slab(text.height, text.content, { span, side: text.height }), { kind: 'penalty', rules: ['heading'], span }, { kind: 'space', height: context.theme.distances === 'baselines' ? Math.max(0, style.after - context.body.leading) : style.after },
    ],
    tag,
  };
}
