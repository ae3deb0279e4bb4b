// One chapter's text → mdast, with GFM and directives; the inline form of directives is off, it would eat the ":30" of "kl. 10:30".
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { shorten } from './shorten.ts';

let parser: ((text: string) => Root) | undefined;

/** Front matter must already be blanked out, so that places in the tree are places in the file. */
export function parseTree(text: string): Root {
  parser ??= makeParser();
  const { text: short, restore } = shorten(text);
  return restore(parser(short));
}

export function makeParser(): (text: string) => Root {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(trimSyntax);
  return (text) => processor.parse(text) as Root;
}

interface Construct { readonly name?: string }
interface SyntaxExtension { text?: Record<string, Construct | Construct[]>; flow?: Record<string, unknown> }
interface TreeExtension { transforms?: unknown[] }

/**
 * A plugin after the others, which takes out of what they registered:
 * - the inline form of directives (code 58, ":");
 * - addresses of e-mail written bare: their construct is tried at every word and leaves the paragraph in so many pieces
 *   that joining them costs the square of its lines (40,000 lines: 10.8 s with it, 0.9 s without);
 * - the transform that looks for what that construct has missed: its links have no place in the file.
 * `emails.ts` finds the addresses instead, with their places.
 */
function trimSyntax(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data() as {
    micromarkExtensions?: SyntaxExtension[]; fromMarkdownExtensions?: (TreeExtension | TreeExtension[])[];
  };
  for (const { text, flow } of micromarkExtensions) {
    if (!text) continue;
    if (text['58'] && flow?.['58']) delete text['58'];
    for (const [code, constructs] of Object.entries(text)) {
      const kept = [constructs].flat().filter(({ name }) => name !== 'emailAutolink');
      if (kept.length > 0) text[code] = kept;
      else delete text[code];
    }
  }
  for (const extension of fromMarkdownExtensions.flat()) if (extension.transforms) extension.transforms = [];
}
