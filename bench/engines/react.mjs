// The report as JSON → react-pdf's components → PDF, in a process of its own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Document, Font, Link, Page, Text, View, renderToFile } from '@react-pdf/renderer';
import { createElement as h } from 'react';

const [source, output] = process.argv.slice(2);
const report = JSON.parse(readFileSync(source, 'utf8'));
const font = (style) => fileURLToPath(new URL(`../../fonts/lato/Lato-${style}.ttf`, import.meta.url));
Font.register({ family: 'Lato', fonts: [{ src: font('Regular') }, { src: font('Italic'), fontStyle: 'italic' }, { src: font('Bold'), fontWeight: 'bold' }] });

function inline(part, key) {
  if (typeof part === 'string') return part;
  if (part.strong) return h(Text, { key, style: { fontWeight: 'bold' } }, part.strong);
  if (part.em) return h(Text, { key, style: { fontStyle: 'italic' } }, part.em);
  if (part.link) return h(Link, { key, src: part.href }, part.link);
  return h(Text, { key, style: { fontSize: 9 } }, ` (${part.note})`);
}

const row = (cells, key) => h(View, { key, style: { flexDirection: 'row' } }, cells.map((cell, at) => h(Text, { key: at, style: { width: '25%', fontSize: 10 } }, cell)));
function blockOf(block, key) {
  if (block.heading) return h(Text, { key, style: { fontSize: block.level === 2 ? 17 : 12.5, fontWeight: 'bold', marginVertical: 14 } }, block.heading);
  if (block.paragraph) return h(Text, { key, style: { textAlign: 'justify', marginBottom: 8 } }, block.paragraph.map(inline));
  if (block.list) return h(View, { key }, block.list.map((item, at) => h(Text, { key: at }, `${block.ordered ? `${at + 1}.` : '•'} ${item}`)));
  return h(View, { key, style: { marginVertical: 18 } }, [block.head, ...block.table].map(row));
}

await renderToFile(h(Document, { title: report.title, language: report.language },
  h(Page, { size: 'A4', style: { paddingVertical: 71, paddingHorizontal: 85, fontFamily: 'Lato', fontSize: 11, lineHeight: 1.45 } },
    report.chapters.map(({ title, blocks }, chapter) => [h(Text, { key: chapter, break: chapter > 0, style: { fontSize: 26, fontWeight: 'bold' } }, title), ...blocks.map((block, at) => blockOf(block, `${chapter}.${at}`))]),
    h(Text, { fixed: true, style: { textAlign: 'right', fontSize: 9 }, render: ({ pageNumber, totalPages }) => `Side ${pageNumber} af ${totalPages}` }))), output);
