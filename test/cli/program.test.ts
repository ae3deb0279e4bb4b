// The program as a process: exit codes, what goes to which stream, and a PDF that is whole or not there.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram, type Program, type Run } from '../support/program.ts';

let program: Program;
let folder = '';
beforeAll(async () => {
  program = await bundleProgram('cli');
  folder = mkdtempSync(join(tmpdir(), 'printvenlig-test-'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const run = (...args: string[]): Run => program.run(args, folder);
const isWhole = (file: string): boolean => {
  const text = readFileSync(join(folder, file), 'latin1');
  return text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF');
};

describe('the command line', () => {
  it('has help and a version', () => {
    expect(run('--help')).toMatchObject({ status: 0, err: '' });
    expect(run('--help').out).toMatch(/build {3}\[FOLDER\]/);
    expect(run('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('ends with 2 when it is wrong itself', () => {
    expect(run()).toMatchObject({ status: 2, out: '' });
    expect(run('biuld')).toEqual({ status: 2, out: '', err: 'printvenlig: There is no command "biuld". Did you mean "build"?\n' });
    expect(run('build', '--stabel').status).toBe(2);
  });
});

describe.each(['da', 'en'])('init --language %s', (language) => {
  const name = `ny-${language}`;

  it('makes a publication that builds at once without a diagnostic', () => {
    expect(run('init', name, '--language', language)).toMatchObject({ status: 0, err: '' });
    const built = run('build', name, '-o', `${name}.pdf`);
    expect(built).toMatchObject({ status: 0, err: '' });
    expect(built.out).toMatch(new RegExp(`^${name}\\.pdf: \\d+ pages?, \\d+\\.\\d s, no warnings\\n$`));
    expect(isWhole(`${name}.pdf`)).toBe(true);
  });

  it('never overwrites', () => {
    const before = readFileSync(join(folder, name, 'publication.yaml'));
    expect(run('init', name, '--language', language)).toMatchObject({ status: 1, out: '' });
    expect(readFileSync(join(folder, name, 'publication.yaml'))).toEqual(before);
  });
});

describe('build', () => {
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  it('says every fault at its place, writes nothing and keeps the last PDF', () => {
    run('init', 'fejl');
    expect(run('build', 'fejl', '-o', 'fejl.pdf').status).toBe(0);
    const before = readFileSync(join(folder, 'fejl.pdf'));
    write('fejl/02.md', '# To\n\nSe [](#intet) og ![x](mangler.png).\n\n:::fatcbox\nx\n:::\n');
    const { status, out, err } = run('build', 'fejl', '-o', 'fejl.pdf');
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err.split('\n')).toEqual(expect.arrayContaining([
      'fejl/02.md:3:4  error  Nothing has the id "intet".  unknown-reference',
      'fejl/02.md:5:1  warning  Unknown directive "fatcbox". Did you mean "factbox"?  unknown-directive']));
    expect(err).toMatch(/^fejl\/02\.md:3:18 {2}error {2}.*mangler\.png/m);
    expect(readFileSync(join(folder, 'fejl.pdf'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is one document with --format json, annotations with --format github, and nothing on standard error', () => {
    const json = run('build', 'fejl', '--format', 'json');
    expect(json).toMatchObject({ status: 1, err: '' });
    const document = JSON.parse(json.out) as { diagnostics: { file: string; line: number; rule: string }[]; output: unknown; pages: number };
    expect(document.pages).toBe(0);
    expect(document.diagnostics[0]).toMatchObject({ file: 'fejl/02.md', line: 3, column: 4, severity: 'error', rule: 'unknown-reference' });
    const github = run('build', 'fejl', '--format', 'github');
    expect(github).toMatchObject({ status: 1, err: '' });
    expect(github.out).toMatch(/^::error file=fejl\/02\.md,line=3,endLine=3,col=4,/m);
  });

  it('counts warnings as faults with --strict only', () => {
    write('fejl/02.md', '# To\n\n:::fatcbox\nx\n:::\n');
    const plain = run('build', 'fejl', '-o', 'fejl.pdf', '--format', 'json');
    expect(plain.status).toBe(0);
    expect(JSON.parse(plain.out)).toMatchObject({ diagnostics: [{ rule: 'unknown-directive' }], output: 'fejl.pdf' });
    expect(run('build', 'fejl', '-o', 'fejl.pdf', '--strict').status).toBe(1);
  });

  it('ends with 1 for errors that nobody reads to their end', () => {
    write('fejl/02.md', `# To\n\n${Array.from({ length: 3000 }, (_, n) => `[x](#intet-${n})\n\n`).join('')}`);
    const reads = program.piped(['build', 'fejl', '-o', 'fejl.pdf'], 'head -1', folder);
    expect(reads).toMatchObject({ status: 1, out: 'fejl/02.md:3:1  error  Nothing has the id "intet-0".  unknown-reference\n' });
    write('fejl/02.md', '# To\n');
    expect(program.piped(['layout', 'fejl', '--json'], 'head -1', folder)).toMatchObject({ status: 0, out: '{\n' });
  });

  it('replaces no chapter after a slip in -o', () => {
    const { status, err } = run('build', 'ny-da', '-o', 'ny-da/publication.yaml');
    expect(status).toBe(1);
    expect(err).toMatch(/error {2}The PDF ".*publication\.yaml" is there already and is no PDF\. Move it away, or give another name\. {2}output/);
    expect(readFileSync(join(folder, 'ny-da/publication.yaml'), 'utf8')).toMatch(/^title:/m);
  });

  it('says what a folder is that is none', () => {
    expect(run('build', 'findes-ikke')).toMatchObject({ status: 1, out: '' });
    expect(run('build', 'findes-ikke').err).toMatch(/^findes-ikke:1:1 {2}error {2}There is no folder "findes-ikke"\./);
  });

  it('ends with 1 and a sentence where the PDF cannot be written', () => {
    const { status, out, err } = run('build', 'ny-da', '-o', 'ny-da');
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/error {2}.*is a folder; a file cannot take its place\./);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('leaves a whole PDF or none, whenever it is killed, and clears away what a kill left', async () => {
    for (let i = 0; i < 5; i++) {
      const child = program.start(['build', 'ny-da', '-o', 'draebt.pdf'], folder);
      await new Promise((done) => setTimeout(done, 150 + i * 200));
      child.kill(i % 2 === 0 ? 'SIGKILL' : 'SIGINT');
      await new Promise((done) => { if (child.exitCode !== null || child.signalCode !== null) done(undefined); else child.once('exit', done); });
      if (existsSync(join(folder, 'draebt.pdf'))) expect(isWhole('draebt.pdf')).toBe(true);
    }
    expect(run('build', 'ny-da', '-o', 'draebt.pdf').status).toBe(0);
    expect(isWhole('draebt.pdf')).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('may run several times at once onto one file', async () => {
    const children = [1, 2, 3].map(() => program.start(['build', 'ny-da', '-o', 'samme.pdf'], folder));
    const codes = await Promise.all(children.map((child) => new Promise((done) => { child.once('exit', done); })));
    expect(codes).toEqual([0, 0, 0]);
    expect(isWhole('samme.pdf')).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('layout --json', () => {
  it('is one document on standard output', () => {
    const { status, out, err } = run('layout', 'ny-da', '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { pages } = JSON.parse(out) as { pages: { number: number; label: string; lines: { text: string; role: string }[] }[] };
    expect(pages[0]).toMatchObject({ number: 1, label: expect.stringContaining('Side 1 af') as string });
    expect(pages.flatMap(({ lines }) => lines).some(({ role, text }) => role === 'heading-1' && text === 'Indledning')).toBe(true);
  });
});
