// A directive's name → the file that understands it; an unknown one is said and its content set as it stands.
import type { Block } from '../../document/index.ts';
import { Attributes, didYouMean, type Directive } from '../attributes.ts';
import type { BlockConverter, FlowNode } from '../blocks.ts';
import { Ordinals, spanOf } from '../context.ts';
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

const rules: Readonly<Record<string, DirectiveRule>> = { lead, factbox, cards, links, signatures, orgchart, chart, table, columns, lang, video, audio, pagebreak, toc };

export function toDirective(node: Directive, ids: Ordinals, convert: BlockConverter): Block[] {
  const { context } = convert;
  const rule = Object.hasOwn(rules, node.name) ? rules[node.name] : undefined;
  const span = spanOf(node, context);
  const opening = { ...span, endLine: span.line, endColumn: (context.lines[span.line - 1] ?? '').length + 1 };
  if (!rule) {
    context.diagnostics.warning('unknown-directive', opening, `Unknown directive "${node.name}".`, didYouMean(node.name, Object.keys(rules)) ?? 'Its content is set as plain text.');
    return asGroup(node, ids, convert);
  }
  const form = node.type === 'containerDirective' ? 'container' : 'leaf';
  if (form !== rule.form) {
    const should = rule.form === 'container' ? `:::${node.name} … :::` : `::${node.name}`;
    context.diagnostics.warning('directive-form', opening, `"${node.name}" is written ${should}.`);
    if (form === 'leaf') return asGroup(node, ids, convert);
  }
  return rule.read(node, new Attributes(node, rule.attributes, context), ids, convert);
}

function asGroup(node: Directive, ids: Ordinals, convert: BlockConverter): Block[] {
  const id = ids.next('group');
  const span = spanOf(node, convert.context);
  if (node.type === 'leafDirective') {
    return node.children.length === 0 ? [] : [{ kind: 'paragraph', id, span, children: convert.inlines(node.children, id) }];
  }
  const { label, content } = splitLabel(node);
  const title: Block[] = label ? [{ kind: 'paragraph', id: `${id}/label`, span, children: convert.inlines(label.children, `${id}/label`) }] : [];
  return [{ kind: 'group', id, span, children: [...title, ...convert.blocks(content as FlowNode[], id)] }];
}
