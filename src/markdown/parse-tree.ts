// One chapter's text → mdast, with GFM and directives; the inline form of directives is off, it would eat the ":30" of "kl. 10:30".
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

let parser: ((text: string) => Root) | undefined;

/** Front matter must already be blanked out, so that places in the tree are places in the file. */
export function parseTree(text: string): Root {
  parser ??= makeParser();
  return parser(text);
}

function makeParser(): (text: string) => Root {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(withoutInlineDirectives);
  return (text) => processor.parse(text) as Root;
}

/** A plugin after remark-directive: takes the inline construct (code 58, ":") out of the syntax that it registered. */
function withoutInlineDirectives(this: Processor): void {
  const { micromarkExtensions = [] } = this.data() as { micromarkExtensions?: { text?: Record<string, unknown>; flow?: Record<string, unknown> }[] };
  for (const extension of micromarkExtensions) if (extension.text?.['58'] && extension.flow?.['58']) delete extension.text['58'];
}
