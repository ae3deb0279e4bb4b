// The report → HTML in the measures of `plain`, for the browsers and for WeasyPrint.
import { fileURLToPath } from 'node:url';

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const font = (style) => fileURLToPath(new URL(`../../fonts/lato/Lato-${style}.ttf`, import.meta.url));

function inline(part) {
  if (typeof part === 'string') return escape(part);
  if (part.strong) return `<strong>${escape(part.strong)}</strong>`;
  if (part.em) return `<em>${escape(part.em)}</em>`;
  if (part.link) return `<a href="${part.href}">${escape(part.link)}</a>`;
  return ` <small>(${escape(part.note)})</small>`;
}

function blockText(block) {
  if (block.heading) return `<h${block.level}>${escape(block.heading)}</h${block.level}>`;
  if (block.paragraph) return `<p>${block.paragraph.map(inline).join('')}</p>`;
  if (block.list) return `<${block.ordered ? 'ol' : 'ul'}>${block.list.map((item) => `<li>${escape(item)}</li>`).join('')}</${block.ordered ? 'ol' : 'ul'}>`;
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><caption>${escape(block.caption)}</caption><thead>${row(block.head, 'th')}</thead><tbody>${block.table.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

export function htmlSource(report) {
  return `<!doctype html><html lang="${report.language}"><meta charset="utf-8"><title>${escape(report.title)}</title><style>
${[['Regular', 400, 'normal'], ['Italic', 400, 'italic'], ['Bold', 700, 'normal']].map(([style, weight, slant]) => `@font-face { font-family: Lato; font-weight: ${weight}; font-style: ${slant}; src: url("file://${font(style)}") }`).join('\n')}
@page { size: A4; margin: 25mm 30mm; @bottom-right { content: "Side " counter(page) " af " counter(pages); font: 9pt Lato } }
body { margin: 0; font: 11pt/16pt Lato; text-align: justify; hyphens: auto }
h1 { break-before: page; font-size: 26pt; line-height: 31pt } h2 { font-size: 17pt; line-height: 21pt } h3 { font-size: 12.5pt; line-height: 16pt }
h1, h2, h3 { break-after: avoid; hyphens: none; text-align: left } table { width: 100%; border-collapse: collapse; font-size: 10pt } td, th { text-align: left }
</style><h1>${escape(report.title)}</h1><ol>${report.chapters.map(({ title }, at) => `<li><a href="#c${at}">${escape(title)}</a></li>`).join('')}</ol>
${report.chapters.map(({ title, blocks }, at) => `<h1 id="c${at}">${escape(title)}</h1>\n${blocks.map(blockText).join('\n')}`).join('\n')}
</html>
`;
}
