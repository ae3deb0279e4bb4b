// Folders good and bad → what is read of them, and that nothing outside them is.
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, read, readFiles } from './made.ts';

const YAML = 'title: Økonomi & drift\nedition: Til tryk\nlanguage: da\n';
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a publication', () => {
  it('has its chapters in the order of code units, by default every .md beside it', () => {
    const { publication, says } = readFiles({ 'publication.yaml': YAML, 'b.md': 'b', 'B.md': 'B', 'a10.md': '', 'a9.md': 'x', 'å.md': 'å', '.skjult.md': 'nej', 'under/c.md': 'nej', 'x.MD': 'x' });
    expect(publication?.chapters.map(({ name }) => name)).toEqual(['B.md', 'a10.md', 'a9.md', 'b.md', 'x.MD', 'å.md']);
    expect(says).toEqual(['a10.md:1:1 warning empty-chapter: The chapter is empty.']);
  });

  it('is written beside its folder, named after title and edition', () => {
    inFolder({ 'publication.yaml': YAML, 'a.md': 'a' }, (folder) => {
      expect(read(folder).publication?.config.output).toBe(join(dirname(folder), 'output', 'oekonomi-drift-til-tryk.pdf'));
    });
  });

  it('has its words without comments', () => {
    const { publication } = readFiles({ 'publication.yaml': `${YAML}words: ord.txt\n`, 'a.md': 'a', 'ord.txt': '# navne\nKrzyrosiak\n\nC# # et sprog\n' });
    expect(publication?.words).toEqual(['Krzyrosiak', 'C#']);
  });

  it('reads pictures inside it only', () => {
    inFolder({ 'publication.yaml': YAML, 'a.md': 'a', 'a.png': 'PNG' }, (folder) => {
      writeFileSync(join(dirname(folder), 'udenfor.png'), 'x');
      symlinkSync('../udenfor.png', join(folder, 'link.png'));
      symlinkSync('a.png', join(folder, 'inde.png'));
      symlinkSync('/', join(folder, 'rod'));
      symlinkSync('ring.png', join(folder, 'ring.png'));
      mkdirSync(join(folder, 'mappe.png'));
      execFileSync('mkfifo', [join(folder, 'roer.png')]);
      const { publication } = read(folder);
      const reason = (name: string): string => {
        const found = publication?.read(name);
        return found === undefined ? '' : 'reason' in found ? found.reason : Buffer.from(found.bytes).toString();
      };
      expect(reason('a.png')).toBe('PNG');
      expect(reason(join(folder, 'inde.png'))).toBe('PNG');
      expect(reason('../udenfor.png')).toBe('It lies outside the publication\'s folder.');
      expect(reason('link.png')).toBe('It lies outside the publication\'s folder.');
      expect(reason('rod/etc/passwd')).toBe('It lies outside the publication\'s folder.');
      expect(reason('ring.png')).toBe('Its links lead in a circle.');
      expect(reason('mappe.png')).toBe('It is a folder, not a file.');
      expect(reason('roer.png')).toBe('It is no ordinary file.');
      expect(reason('mangler.png')).toBe('There is no such file.');
      expect(reason('a\0b.png')).toBe('Its name holds a character that no name can hold.');
    });
  });
});

describe('a folder', () => {
  it('that is not there, or is a file, or holds no publication.yaml', () => {
    inFolder({ 'fil.md': 'x', 'publication.yml': YAML }, (folder) => {
      expect(read(join(folder, 'nej')).says[0]).toMatch(/error missing-folder: There is no folder/);
      expect(read(join(folder, 'fil.md')).says[0]).toMatch(/is a file; a publication is a folder\./);
      expect(read(folder).says).toEqual(['publication.yaml:1:1 error missing-file: "publication.yaml" cannot be read. There is no such file. Rename "publication.yml" to "publication.yaml".']);
    });
  });

  it('without chapters', () => {
    expect(readFiles({ 'publication.yaml': YAML }).says[0]).toMatch(/error no-chapters/);
  });

  it('with a chapter that a link leads outside for', () => {
    inFolder({ 'publication.yaml': YAML }, (folder) => {
      symlinkSync('/etc/hosts', join(folder, 'a.md'));
      expect(read(folder).says).toEqual(['publication.yaml:1:1 error unreadable-file: "a.md" cannot be read. It lies outside the publication\'s folder.']);
    });
  });
});

describe('a text', () => {
  const chapter = (content: Uint8Array | string): readonly string[] => readFiles({ 'publication.yaml': YAML, 'a.md': content }).says;

  it('with BOM and CRLF is read as one without', () => {
    expect(readFiles({ 'publication.yaml': `\uFEFF${YAML.replaceAll('\n', '\r\n')}`, 'a.md': '\uFEFF# En\r\n\r\nto\rtre' }).publication?.chapters[0]?.text).toBe('# En\n\nto\ntre');
  });

  it.each<[string, Uint8Array, string]>([
    ['Latin-1', Buffer.from('# En\n\nSmør og brød', 'latin1'), 'a.md:3:3 error encoding: The file is not in UTF-8: byte 0xF8 stands here; it may be Windows-1252 or Latin-1. Save it as UTF-8.'],
    ['Latin-1 at the end', Buffer.from('ab\né', 'latin1'), 'a.md:2:1 error encoding: The file is not in UTF-8: byte 0xE9 stands here; it may be Windows-1252 or Latin-1. Save it as UTF-8.'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFSmør', 'utf16le'), 'a.md:1:1 error encoding: The file is in UTF-16 (little-endian), not in UTF-8. Save it as UTF-8.'],
    ['UTF-16 without one', Buffer.from('Smør og brød', 'utf16le'), 'a.md:1:1 error encoding: The file is in UTF-16 (little-endian), not in UTF-8. Save it as UTF-8.'],
    ['UTF-16, the other way', Buffer.from('Smør og brød', 'utf16le').swap16(), 'a.md:1:1 error encoding: The file is in UTF-16 (big-endian), not in UTF-8. Save it as UTF-8.'],
    ['surrogates written as UTF-8', bytes(97, 10, 98, 0xed, 0xa0, 0x80), 'a.md:2:2 error encoding: The file is not in UTF-8: byte 0xED stands here; it may be Windows-1252 or Latin-1. Save it as UTF-8.'],
  ])('in %s is an error at its line', (_, content, expected) => {
    expect(chapter(content)).toEqual([expected]);
  });

  it('keeps words apart at the line breaks of word processors', () => {
    const { publication, says } = readFiles({ 'publication.yaml': YAML, 'a.md': 'en\u2028to\u2029tre\u000bfire\u000cfem\u0085seks' });
    expect(publication?.chapters[0]?.text).toBe('en to tre fire fem seks');
    expect(says).toHaveLength(5);
    expect(says[0]).toBe('a.md:1:3 warning control-character: A line break that is not shown (U+2028) stands in the text; it is read as a space.');
  });

  it('with control characters loses them, and says so', () => {
    const { publication, says } = readFiles({ 'publication.yaml': YAML, 'a.md': 'En\n\nto\u0007 tre\u0000\u001b[31m\n\tfire\u007f' });
    expect(publication?.chapters[0]?.text).toBe('En\n\nto tre[31m\n\tfire');
    expect(says.map((line) => line.split(':').slice(1, 3).join(':'))).toEqual(['3:3 warning control-character', '3:8 warning control-character', '3:9 warning control-character', '4:6 warning control-character']);
  });
});

describe('a template', () => {
  const template = (name: string, files: Readonly<Record<string, string>> = {}): ReturnType<typeof readFiles> =>
    readFiles({ 'publication.yaml': `${YAML}template: ${name}\n`, 'a.md': 'a', ...files });

  it('is the package\'s, or the publication\'s own', () => {
    expect(template('beretning').publication?.template.chain[0]?.file).toMatch(/templates\/beretning\/template\.yaml$/);
    const own = template('min', { 'templates/min/template.yaml': 'extends: plain # den neutrale\n' }).publication?.template;
    expect(own?.name).toBe('min');
    expect(own?.chain.map(({ file }) => file.split('/').slice(-3).join('/'))).toEqual(['templates/min/template.yaml', 'templates/plain/template.yaml']);
  });

  it('may have the name of what it varies', () => {
    expect(template('plain', { 'templates/plain/template.yaml': 'extends: "plain"\n' }).publication?.template.chain.length).toBe(2);
  });

  it('may not extend itself by way of others', () => {
    const { says } = template('a', { 'templates/a/template.yaml': 'extends: b\n', 'templates/b/template.yaml': 'page: x\nextends: a\n' });
    expect(says).toEqual(['templates/b/template.yaml:2:10-11 error template-circle: The template "a" extends itself by way of others.']);
  });

  it('that is missing is an error at its name, and the chapters are still read', () => {
    const { says, publication } = template('beretnin');
    expect(says).toEqual(['publication.yaml:4:11-19 error missing-template: There is no template "beretnin". Did you mean "beretning"?']);
    expect(publication?.chapters.length).toBe(1);
  });

  it('finds fonts by name in its own fonts/ first, then in the package\'s, and nowhere else', () => {
    inFolder({ 'publication.yaml': `${YAML}template: ./skabelon\n`, 'a.md': 'a', 'skabelon/template.yaml': 'extends: plain\n', 'skabelon/fonts/Egen.ttf': 'egen' }, (folder) => {
      symlinkSync('/etc/hosts', join(folder, 'skabelon/fonts/Link.ttf'));
      const font = read(folder).publication?.template.font;
      expect(Buffer.from(font?.('Egen.ttf')?.bytes ?? []).toString()).toBe('egen');
      expect(font?.('Lato-Regular.ttf')?.file).toMatch(/fonts\/lato\/Lato-Regular\.ttf$/);
      expect(font?.('lato/Lato-Regular.ttf')?.file).toMatch(/fonts\/lato\/Lato-Regular\.ttf$/);
      for (const name of ['Link.ttf', '../template.yaml', '/etc/hosts', '../../../etc/hosts', 'mangler.ttf', '']) expect(font?.(name), name).toBeUndefined();
    });
  });
});

const SEED = 20260226;

describe(`random publication.yaml, seed ${SEED}`, () => {
  it('never throws', () => {
    const pieces = fc.constantFrom('title', 'language', ': ', 'da', '\n', '  ', '- ', '{', '}', '[', ']', '&a ', '*a', '"', '\'', '|', '>', '#', '!!str ', '---', '?', ',', '<<', '\t', '%YAML 1.1', 'chapters', 'cover', 'toc', 'depth', '1e999', 'null', '~', '\0', '\u{1F600}');
    inFolder({ 'a.md': 'a' }, (folder) => {
      fc.assert(fc.property(fc.oneof(fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')), fc.uint8Array({ maxLength: 100 })), (content) => {
        writeFileSync(join(folder, 'publication.yaml'), content);
        read(folder);
      }), { seed: SEED, numRuns: 1000 });
    });
  });

  it.each(['[', '{a: ', '- ', '? ', '&a [', '!!seq [', '"'])('nor does %j without end', (piece) => {
    expect(readFiles({ 'publication.yaml': piece.repeat(20_000), 'a.md': 'a' }).says.length).toBeGreaterThan(0);
  }, 60_000);

  it('mutations of the sample never throw', () => {
    const sample = readFileSync(join(import.meta.dirname, '../../manuscript/publication.yaml'));
    inFolder({ 'a.md': 'a' }, (folder) => {
      fc.assert(fc.property(fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), (changes) => {
        const mutated = Uint8Array.from(sample);
        for (const [at, value] of changes) mutated[at] = value;
        writeFileSync(join(folder, 'publication.yaml'), mutated);
        read(folder);
      }), { seed: SEED, numRuns: 500 });
    });
  });
});
