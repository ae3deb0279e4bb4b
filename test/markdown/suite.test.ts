// test/markdown/suite/*.md → a test each section: a manuscript, what it becomes, and the diagnostics at their places.
//
// A section is a `=== name` line, the chapter, then `--- becomes` with its outline and `--- says` with its diagnostics as
// `line:column severity rule: message hint` (either part may be missing: not compared / nothing said). `%%% 02.md` begins
// another chapter, and a diagnostic in it is prefixed with its file's name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outline, parse, sketch } from './made.ts';

const folder = join(import.meta.dirname, 'suite');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md')).sort()) {
  describe(file, () => {
    for (const section of readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1)) {
      const [name = '', ...lines] = section.split('\n');
      it(name, () => {
        const { manuscript, becomes, says } = readSection(lines);
        const { document, found } = parse(manuscript);
        const several = Object.keys(manuscript).length > 1;
        if (becomes !== undefined) {
          const made = document.chapters.flatMap((chapter) => [
            ...(several ? [`%%% ${chapter.id}`] : []), ...outline(chapter.blocks),
            ...chapter.notes.flatMap((note, i) => [`note ${i + 1} ${note.label}`, ...outline(note.children, 1)]),
            ...(chapter.startOn ? [`starts on ${chapter.startOn}`] : []), ...(chapter.inToc ? [] : ['not in toc']),
            ...(becomes.some((line) => line.startsWith('title ')) ? [`title ${sketch(chapter.title ?? [])}`] : []),
          ]);
          expect(made.map((line) => line.trimEnd())).toEqual(becomes);
        }
        expect(found.map(({ span, severity, rule, message, hint }) =>
          `${several ? `${span.file.split('/').at(-1)}:` : ''}${span.line}:${span.column}${span.endLine === span.line && span.endColumn > span.column ? `-${span.endColumn}` : ''} ${severity} ${rule}: ${message}${hint ? ` ${hint}` : ''}`)).toEqual(says);
      });
    }
  });
}

function readSection(lines: readonly string[]): { manuscript: Record<string, string>; becomes?: string[]; says: string[] } {
  const manuscript: Record<string, string> = {};
  let becomes: string[] | undefined, part = 'manuscript', file = '01.md';
  const says: string[] = [];
  const body: string[] = [];
  const keep = (): void => {
    if (body.length > 0) manuscript[file] = body.splice(0).join('\n').replaceAll('\\0', '\0');
  };
  for (const line of lines) {
    if (line === '--- becomes' || line === '--- says') {
      keep();
      part = line.slice(4);
      if (part === 'becomes') becomes = [];
    } else if (part === 'manuscript' && line.startsWith('%%% ')) {
      keep();
      file = line.slice(4);
    } else if (part === 'manuscript') body.push(line);
    else if (line.trim() !== '') (part === 'becomes' ? (becomes as string[]) : says).push(line.trimEnd());
  }
  keep();
  return { manuscript, says, ...(becomes ? { becomes } : {}) };
}
