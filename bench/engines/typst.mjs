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
  return `#figure(kind: table, caption: [${escape(block.caption)}], table(columns: (1fr, auto, auto, 1fr), align: (left, right, right, left), stroke: none, inset: (x: 6pt, y: 4pt),
  table.hline(stroke: 1pt), table.header(${block.head.map((cell) => `[*${escape(cell)}*]`).join(', ')}), table.hline(stroke: 0.75pt),
${block.table.map((row) => `  ${cells(row)},`).join('\n')}
  table.hline(stroke: 1pt)))`;
}

/** A line box as high as its leading, its baseline as high above its foot as in `plain`: distances are then those of the template. */
const lines = (size, leading) => `size: ${size}pt, top-edge: ${(leading * 0.766).toFixed(3)}pt, bottom-edge: -${(leading * 0.234).toFixed(3)}pt`;

/** The measures of `plain` around what chapters hold. */
export function frame(title, body) {
  const heading = (level, size, leading, before, after) => `#show heading.where(level: ${level}): it => ${level === 1 ? '{ pagebreak(weak: true); ' : ''}block(text(${lines(size, leading)}, it.body)${before ? `, above: ${before}pt` : ''}, below: ${after}pt)${level === 1 ? ' }' : ''}`;
  return `#set document(title: "${title}")
#set page(paper: "a4", margin: (x: 30mm, y: 25mm), header: text(${lines(8.5, 11)})[${title}], footer: context align(right, text(${lines(9, 11)})[Side #counter(page).display() af #counter(page).final().first()]))
#set text(font: "Lato", ${lines(11, 16)}, lang: "da", hyphenate: true)
#set par(justify: true, leading: 0pt, spacing: 8pt)
#set list(spacing: 8pt, marker: box(width: 13pt)[•], body-indent: 5pt)
#set enum(spacing: 8pt, numbering: number => box(width: 13pt)[#number.], body-indent: 5pt)
#set footnote.entry(clearance: 12pt, gap: 2pt, separator: line(length: 40mm, stroke: 0.5pt))
#show footnote.entry: set text(${lines(9, 12.5)})
#show footnote.entry: set par(justify: false)
#show figure: set block(above: 18pt, below: 18pt, breakable: true)
#set figure(gap: 6pt)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, text(${lines(9, 12.5)}, it.body)))
#show table: set text(${lines(10, 14)})
#show table: set par(justify: false)
#show heading: set text(hyphenate: false)
#show heading: set par(justify: false)
${[heading(1, 26, 31, 0, 20), heading(2, 17, 21, 26, 12), heading(3, 12.5, 16, 20, 9)].join('\n')}
#set outline.entry(fill: { set text(top-edge: 6pt, bottom-edge: 0pt); repeat(gap: 3pt)[.] })
#show outline.entry: set block(above: 2pt)
#show link: underline
#block(text(weight: "bold", ${lines(30, 36)})[${title}], below: 30pt)
#block(text(weight: "bold", ${lines(17, 21)})[Indhold], above: 26pt, below: 12pt)
#outline(title: none, depth: 2)
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
