// Diagnostics → text, annotations, JSON: pure functions, so compared as strings.
import { describe, expect, it } from 'vitest';
import { Diagnostics, toJson, writeGithub, writeText, type Diagnostic } from '../../src/diagnostics/index.ts';

const span = (line: number, column: number): Diagnostic['span'] => ({ file: '/w/m/01,a.md', line, column, endLine: line, endColumn: column + 2 });
const name = (file: string): string => file.slice(3);

describe('diagnostics', () => {
  const found = new Diagnostics();
  found.warning('unknown-directive', span(14, 1), 'Unknown directive "fatcbox".', 'Did you mean "factbox"?');
  found.error('picture', span(3, 5), '100 % wrong:\nsecond line\u001b[31m');
  found.warning('unknown-directive', span(14, 1), 'Unknown directive "fatcbox".', 'Did you mean "factbox"?');
  found.info('note', span(3, 1), 'Just so.');

  it('are said once, sorted by file, line and column', () => {
    expect(found.list().map(({ rule }) => rule)).toEqual(['note', 'picture', 'unknown-directive']);
    expect(found.hasErrors).toBe(true);
  });

  it('are a line each as text, and nothing that a terminal would obey', () => {
    expect(writeText(found.list(), name)).toBe([
      'm/01,a.md:3:1  info  Just so.  note',
      'm/01,a.md:3:5  error  100 % wrong: second line\uFFFD[31m  picture',
      'm/01,a.md:14:1  warning  Unknown directive "fatcbox". Did you mean "factbox"?  unknown-directive', ''].join('\n'));
  });

  it('as text show a warning at five places where it stands in a file at more than ten, and each error', () => {
    const many = new Diagnostics();
    for (let line = 1; line <= 30; line += 1) many.warning('missing-glyph', span(line, 1), 'No font has it.');
    for (let line = 1; line <= 10; line += 1) many.warning('picture', span(line, 9), 'Ten are ten.');
    for (let line = 1; line <= 20; line += 1) many.error('unknown-reference', span(line, 5), 'Nothing has it.');
    const written = writeText(many.list(), name).split('\n');
    expect(written.filter((line) => line.includes('No font'))).toHaveLength(5);
    expect(written.filter((line) => line.startsWith('    '))).toEqual(['    The same at 25 more places in this file, the last in line 30. They are all in --format json.']);
    expect(written.filter((line) => line.includes('Ten are ten'))).toHaveLength(10);
    expect(written.filter((line) => line.includes('Nothing has it'))).toHaveLength(20);
    expect(toJson(many.list(), name)).toHaveLength(60);
  });

  it('are annotations for GitHub', () => {
    expect(writeGithub(found.list(), name)).toBe([
      '::notice file=m/01%2Ca.md,line=3,endLine=3,col=1,endColumn=3,title=note::Just so.',
      '::error file=m/01%2Ca.md,line=3,endLine=3,col=5,endColumn=7,title=picture::100 %25 wrong:%0Asecond line\u001b[31m',
      '::warning file=m/01%2Ca.md,line=14,endLine=14,col=1,endColumn=3,title=unknown-directive::Unknown directive "fatcbox". Did you mean "factbox"?', ''].join('\n'));
  });

  it('are objects for JSON', () => {
    expect(toJson(found.list(), name)[2]).toEqual({ file: 'm/01,a.md', line: 14, column: 1, endLine: 14, endColumn: 3, severity: 'warning', rule: 'unknown-directive', message: 'Unknown directive "fatcbox".', hint: 'Did you mean "factbox"?' });
    expect(toJson([{ severity: 'info', span: span(1, 1), rule: 'a', message: 'b', fix: '' }], name)[0]).toMatchObject({ fix: '' });
  });
});
