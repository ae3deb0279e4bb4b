// The report → LaTeX for LuaLaTeX, in the measures of `plain`; tagged, as the LaTeX kernel does it.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const escape = (text) => text.replace(/[&%$#_{}]/g, '\\$&');

function inline(part) {
  if (typeof part === 'string') return escape(part);
  if (part.strong) return `\\textbf{${escape(part.strong)}}`;
  if (part.em) return `\\emph{${escape(part.em)}}`;
  if (part.link) return `\\href{${part.href}}{${escape(part.link)}}`;
  return `\\footnote{${escape(part.note)}}`;
}

function blockText(block) {
  if (block.heading) return `\\${block.level === 2 ? 'section' : 'subsection'}{${escape(block.heading)}}`;
  if (block.paragraph) return block.paragraph.map(inline).join('');
  const name = block.ordered ? 'enumerate' : 'itemize';
  if (block.list) return `\\begin{${name}}\n${block.list.map((item) => `\\item ${escape(item)}`).join('\n')}\n\\end{${name}}`;
  const row = (cells) => `${cells.map(escape).join(' & ')} \\\\`;
  return `\\begin{table}[h]\\caption{${escape(block.caption)}}\\begin{tabular}{lrrl}\n${[block.head, ...block.table].map(row).join('\n')}\n\\end{tabular}\\end{table}`;
}

export function latexSource(report) {
  const fonts = `${dirname(fileURLToPath(new URL('../../fonts/lato/Lato-Regular.ttf', import.meta.url)))}/`;
  return `\\DocumentMetadata{lang=da, pdfstandard=ua-1, testphase={phase-III}}
\\documentclass[11pt,a4paper]{report}
\\usepackage[margin=25mm,left=30mm,right=30mm]{geometry}
\\usepackage[danish]{babel}
\\usepackage{fontspec,microtype,hyperref}
\\setmainfont{Lato}[Path=${fonts}, Extension=.ttf, UprightFont=*-Regular, ItalicFont=*-Italic, BoldFont=*-Bold, BoldItalicFont=*-BoldItalic]
\\title{${escape(report.title)}}
\\begin{document}
\\tableofcontents
${report.chapters.map(({ title, blocks }) => `\\chapter{${escape(title)}}\n\n${blocks.map(blockText).join('\n\n')}`).join('\n\n')}
\\end{document}
`;
}
