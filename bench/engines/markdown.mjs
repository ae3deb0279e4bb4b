// The report → a folder that printvenlig builds: publication.yaml and a Markdown file a chapter.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const inline = (part) => {
  if (typeof part === 'string') return part;
  if (part.strong) return `**${part.strong}**`;
  if (part.em) return `*${part.em}*`;
  if (part.link) return `[${part.link}](${part.href})`;
  return '';
};

function chapterText({ title, blocks }) {
  const out = [`# ${title}`];
  let note = 0;
  for (const block of blocks) {
    if (block.heading) out.push(`${'#'.repeat(block.level)} ${block.heading}`);
    else if (block.paragraph) {
      const notes = [];
      out.push(block.paragraph.map((part) => {
        if (!part.note) return inline(part);
        notes.push(`[^${++note}]: ${part.note}`);
        return `[^${note}]`;
      }).join(''), ...notes);
    } else if (block.list) out.push(block.list.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${item}`).join('\n'));
    else if (block.table) {
      const row = (cells) => `| ${cells.join(' | ')} |`;
      out.push(`:::table[${block.caption}]\n${[row(block.head), '| :--- | ---: | ---: | :--- |', ...block.table.map(row)].join('\n')}\n:::`);
    }
  }
  return `${out.join('\n\n')}\n`;
}

export function writeMarkdown(report, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'publication.yaml'), `title: ${report.title}\nlanguage: ${report.language}\ntemplate: plain\ncover: false\ntoc: { depth: 2 }\noutput: report.pdf\n`);
  report.chapters.forEach((chapter, at) => writeFileSync(join(folder, `${String(at + 1).padStart(4, '0')}.md`), chapterText(chapter)));
}
