// The report as JSON → pdfmake's document definition → PDF, in a process of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [source, output] = process.argv.slice(2);
const report = JSON.parse(readFileSync(source, 'utf8'));
const font = (style) => fileURLToPath(new URL(`../../fonts/lato/Lato-${style}.ttf`, import.meta.url));

function inline(part) {
  if (typeof part === 'string') return part;
  if (part.strong) return { text: part.strong, bold: true };
  if (part.em) return { text: part.em, italics: true };
  if (part.link) return { text: part.link, link: part.href };
  return { text: ` (${part.note})`, fontSize: 9 };
}

function blockOf(block) {
  if (block.heading) return { text: block.heading, fontSize: block.level === 2 ? 17 : 12.5, bold: true, margin: [0, 20, 0, 10], tocItem: block.level === 2 };
  if (block.paragraph) return { text: block.paragraph.map(inline), alignment: 'justify', margin: [0, 0, 0, 8] };
  if (block.list) return block.ordered ? { ol: block.list } : { ul: block.list };
  return { table: { headerRows: 1, widths: ['*', 'auto', 'auto', '*'], body: [block.head, ...block.table] }, margin: [0, 18, 0, 18] };
}

const pdfmake = createRequire(import.meta.url)('pdfmake');
pdfmake.setFonts({ Lato: { normal: font('Regular'), bold: font('Bold'), italics: font('Italic'), bolditalics: font('BoldItalic') } });
const made = pdfmake.createPdf({
  pageSize: 'A4', pageMargins: [85, 71, 85, 71], defaultStyle: { font: 'Lato', fontSize: 11, lineHeight: 1.2 }, tagged: true, lang: report.language, displayTitle: true,
  info: { title: report.title }, footer: (page, pages) => ({ text: `Side ${page} af ${pages}`, alignment: 'right', margin: [0, 0, 85, 0] }),
  content: [{ toc: { title: { text: 'Indhold', fontSize: 17 } } }, ...report.chapters.flatMap(({ title, blocks }) => [{ text: title, fontSize: 26, bold: true, pageBreak: 'before', tocItem: true }, ...blocks.map(blockOf)])],
});
writeFileSync(output, await made.getBuffer());
