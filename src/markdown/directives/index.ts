// A directive's name → the file that understands it; an unknown one is said and its content set as it stands.
import type { Block } from '../../document/index.ts';
import { Attributes, openingOf, type Directive } from '../attributes.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { spanOf, type ChapterContext, type Ordinals } from '../context.ts';
import { didYouMean } from '../did-you-mean.ts';
import { cards } from './cards.ts';
import { chart } from './chart.ts';
import { columns } from './columns.ts';
import { factbox } from './factbox.ts';
import { lang } from './lang.ts';
import { lead } from './lead.ts';
import { links } from './links.ts';
import { audio, video } from './media.ts';
import { orgchart } from './orgchart.ts';
import { pagebreak, toc } from './page.ts';
import { splitLabel } from './shared.ts';
import { signatures } from './signatures.ts';
import { table } from './table.ts';

/** One directive: its form, the attributes it takes, and how it becomes blocks. */
export interface DirectiveRule {
  readonly form: 'container' | 'leaf';
  readonly attributes: readonly string[];
  read(node: Directive, attributes: Attributes, ids: Ordinals, convert: BlockConverter): Block[];
}

const rules: ReadonlyMap<string, DirectiveRule> = new Map(Object.entries({ lead, factbox, cards, links, signatures, orgchart, chart, table, columns, lang, video, audio, pagebreak, toc }));

export function toDirective(node: Directive, ids: Ordinals, convert: BlockConverter): Block[] {
  const { context } = convert;
  const rule = rules.get(node.name);
  const opening = openingOf(node, context);
  if (node.type === 'containerDirective' && rule?.form !== 'leaf') checkClosed(node, context);
  if (!rule) {
    context.diagnostics.warning('unknown-directive', opening, `Unknown directive "${node.name}".`, didYouMean(node.name, [...rules.keys()]) ?? 'What it holds is set as it stands.');
    return asGroup(node, ids, convert);
  }
  const form = node.type === 'containerDirective' ? 'container' : 'leaf';
  if (form !== rule.form) {
    context.diagnostics.warning('directive-form', opening, `"${node.name}" is written ${rule.form === 'container' ? `:::${node.name} … :::` : `::${node.name}, with two colons and nothing to close it`}.`);
    if (form === 'leaf') return asGroup(node, ids, convert);
  }
  return rule.read(node, new Attributes(node, rule.attributes, context), ids, convert);
}

/** A line of colons closes the outermost directive that it is long enough for; one inside it may so be left open. */
function checkClosed(node: Directive, context: ChapterContext): void {
  const end = node.position?.end.line ?? 0;
  const { line, column } = spanOf(node, context);
  const colons = /^:*/.exec((context.lines[line - 1] ?? '').slice(column - 1))?.[0].length ?? 3;
  const closing = /^[ \t>]*(:{3,})[ \t]*$/.exec(context.lines[end - 1] ?? '')?.[1]?.length ?? 0;
  if (closing >= colons && !context.closingLines.has(end)) {
    context.closingLines.add(end);
    return;
  }
  context.diagnostics.warning('unclosed-directive', openingOf(node, context), `"${node.name}" has no closing line of its own; it holds all that follows.`, 'Close it with ::: on a line of its own. What holds another directive needs more colons than it: ::::columns around :::factbox.');
}

function asGroup(node: Directive, ids: Ordinals, convert: BlockConverter): Block[] {
  const { label, content } = splitLabel(node);
  const span = spanOf(node, convert.context);
  if (node.type === 'leafDirective') return convert.blocks(label ? [label] : [], ids.next('group'));
  const id = ids.next('group');
  return [{ kind: 'group', id, span, children: convert.blocks([...(label ? [label] : []), ...content] as FlowNode[], id) }];
}
