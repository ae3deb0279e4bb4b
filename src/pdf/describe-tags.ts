// The structure tree with its text, as a person reads it: for snapshots of tests.
import { findDecorations } from './decorations.ts';
import { arrangeElements, groupText, isElement, type Element } from './elements.ts';
import type { PdfInput } from './input.ts';
import { groupPages } from './marked.ts';

/** An element a line, indented; text in quotation marks; `p2` where content stands on another page than what was before. */
export function describeTags({ pages, tags }: Pick<PdfInput, 'pages' | 'tags'>): string {
  const groups = groupPages(pages, findDecorations(tags, pages));
  const { root } = arrangeElements(tags, groups);
  const lines: string[] = [];
  let page = -1;
  const describe = (element: Element, depth: number): void => {
    lines.push('  '.repeat(depth) + [element.node.role, ...saidOf(element)].join(' '));
    let said = '';
    const flush = (): void => {
      if (said !== '') lines.push('  '.repeat(depth + 1) + said);
      said = '';
    };
    let text = '';
    const quote = (): void => {
      if (text !== '') said += (said === '' || said.endsWith(' ') ? '' : ' ') + JSON.stringify(text);
      text = '';
    };
    for (const kid of element.kids) {
      if (isElement(kid)) {
        quote();
        flush();
        describe(kid, depth + 1);
        continue;
      }
      if (kid.page !== page && kid.actualText !== '') {
        quote();
        flush();
        said = `p${pages[kid.page]?.number ?? kid.page + 1} `;
        page = kid.page;
      }
      text += groupText(kid);
      const drawn = kid.parts.flatMap((part) => (part.kind === 'picture' ? [`[${part.picture}]`] : part.kind === 'path' ? ['[paths]'] : []));
      if (drawn.length === 0) continue;
      quote();
      said += (said === '' || said.endsWith(' ') ? '' : ' ') + [...new Set(drawn)].join(' ');
    }
    quote();
    flush();
  };
  describe(root, 0);
  return lines.join('\n') + '\n';
}

function saidOf({ node }: Element): string[] {
  const said: string[] = [];
  const say = (name: string, value: string | number | undefined): void => { if (value !== undefined) said.push(`${name}=${value}`); };
  say('lang', node.language);
  say('alt', node.alt === undefined ? undefined : JSON.stringify(node.alt));
  say('actual', node.actualText === undefined ? undefined : JSON.stringify(node.actualText));
  say('scope', node.role === 'TH' ? node.scope ?? 'Column' : undefined);
  say('columns', node.colSpan);
  say('numbering', node.role === 'L' ? node.listNumbering ?? 'None' : undefined);
  say('to', node.link && ('url' in node.link ? node.link.url : `#${node.link.anchor}`));
  say('ref', node.ref);
  return said;
}
