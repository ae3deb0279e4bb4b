// The report → ready Typst source in the measures of `plain`, and the process that compiles it to PDF/UA.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const escape = (text) => text.replace(/[\\#$*_`<>@[\]~"'-]/g, '\\$&');

const inline = (part) => {
  if (typeof part === 'string') return escape(part);
  if (part.strong) return `#strong[${escape(part.strong)}]`;
  if (part.em) return `#emph[${escape(part.em)}]`;
  if (part.link) return `#link("${part.href}")[${escape(part.link)}]`;
  return `#footnote[${escape(part.note)}]`;
};

function blockText(block) {
  if (block.heading) return `${'='.repeat(block.level)} ${escape(block.heading)}`;
  if (block.paragraph) return block.paragraph.map(inline).join('');
  if (block.list) return block.list.map((item) => `${block.ordered ? '+' : '-'} ${escape(item)}`).join('\n');
  const cells = (row) => row.map((cell) => `[${escape(cell)}]`).join(', ');
  return `#figure(kind: table, caption: [${escape(block.caption)}], table(columns: (1fr, auto, auto, 1fr), align: (left, right, right, left), stroke: none,
  table.hline(stroke: 1pt), table.header(${block.head.map((cell) => `[*${escape(cell)}*]`).join(', ')}), table.hline(stroke: 0.75pt),
${block.table.map((row) => `  ${cells(row)},`).join('\n')}
  table.hline(stroke: 1pt)))`;
}

/** The measures of `plain` around what chapters hold. */
export function frame(title, body) {
  return `#set document(title: "${title}")
#set page(paper: "a4", margin: (x: 30mm, y: 25mm), header: text(8.5pt)[${title}], footer: context align(right, text(9pt)[Side #counter(page).display() af #counter(page).final().first()]))
#set text(font: "Lato", size: 11pt, lang: "da", hyphenate: true)
#set par(justify: true, leading: 7.8pt, spacing: 15.8pt)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => { pagebreak(weak: true); block(text(26pt, it.body), below: 20pt) }
#show heading.where(level: 2): it => block(text(17pt, it.body), above: 26pt, below: 12pt)
#show heading.where(level: 3): it => block(text(12.5pt, it.body), above: 20pt, below: 9pt)
#show link: underline
#block(text(30pt, weight: "bold")[${title}])
#outline(title: [Indhold], depth: 2)
${body}`;
}

export const typstSource = ({ title, chapters }) =>
  frame(title, chapters.map((chapter) => `= ${escape(chapter.title)}\n\n${chapter.blocks.map(blockText).join('\n\n')}\n`).join('\n'));

export async function compile(source, output) {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fonts = ['Regular', 'Italic', 'Bold', 'BoldItalic'].map((style) => readFileSync(fileURLToPath(new URL(`../../fonts/lato/Lato-${style}.ttf`, import.meta.url))));
  const compiler = NodeCompiler.create({ workspace: dirname(source), fontArgs: [{ fontBlobs: fonts }] });
  writeFileSync(output, compiler.pdf({ mainFilePath: source }, { pdfStandard: 'ua-1' }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile(...process.argv.slice(2));
