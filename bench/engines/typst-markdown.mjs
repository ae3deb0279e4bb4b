// The manuscript's Markdown → Typst source, by remark → PDF/UA, in one process: what it costs to go by Typst from Markdown.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { compile, escape, frame } from './typst.mjs';

const [folder, output] = process.argv.slice(2);
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

function chapterText(text) {
  const tree = parser.parse(text);
  const notes = new Map(tree.children.filter(({ type }) => type === 'footnoteDefinition').map((note) => [note.identifier, note.children]));
  const all = (nodes) => nodes.map(write).join('');
  const write = (node) => {
    switch (node.type) {
      case 'text': return escape(node.value);
      case 'strong': return `#strong[${all(node.children)}]`;
      case 'emphasis': return `#emph[${all(node.children)}]`;
      case 'link': return `#link("${node.url}")[${all(node.children)}]`;
      case 'footnoteReference': return `#footnote[${all(notes.get(node.identifier)[0].children)}]`;
      case 'heading': return `${'='.repeat(node.depth)} ${all(node.children)}\n\n`;
      case 'paragraph': return `${all(node.children)}\n\n`;
      case 'list': return `${node.children.map((item) => `${node.ordered ? '+' : '-'} ${all(item.children).trim()}`).join('\n')}\n\n`;
      case 'table': return `#table(columns: ${node.children[0].children.length}, stroke: none,\n${node.children.map((row) => row.children.map((cell) => `[${all(cell.children)}], `).join('')).join('\n')})\n\n`;
      case 'containerDirective': return all(node.children.filter(({ data }) => !data?.directiveLabel));
      default: return '';
    }
  };
  return all(tree.children);
}

const chapters = readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => chapterText(readFileSync(join(folder, name), 'utf8')));
const source = join(dirname(output), 'from-markdown.typ');
writeFileSync(source, frame('Beretning om ingenting', chapters.join('')));
await compile(source, output);
