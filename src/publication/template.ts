// A template's name → its template.yaml and those it extends, and the way to its fonts.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import { decodeText } from './decode.ts';
import { MAX_PICTURE, MAX_YAML, readInside } from './files.ts';
import type { SourceFile, TemplateSource } from './publication.ts';
import { suggest } from './yaml-reader.ts';

/** The package's own folder, from src/ and from the bundle alike. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'templates'))) {
    const up = dirname(folder);
    if (up === folder) throw new Error('The package\'s templates/ are missing.');
    folder = up;
  }
  return folder;
}

export function readTemplate(name: string, span: Span, folder: string, diagnostics: Diagnostics): TemplateSource | undefined {
  const chain: SourceFile[] = [];
  const folders: string[] = [];
  const places: string[] = [];
  let next: { name: string; span: Span; base: string } | undefined = { name, span, base: folder };
  while (next) {
    const found: string | undefined = findTemplate(next.name, next.base, folder);
    const nearer = templatePlaces(next.name, next.base, folder);
    places.push(...(found === undefined ? nearer : nearer.slice(0, nearer.indexOf(found))).map((place) => join(place, 'template.yaml')));
    if (found === undefined) {
      const known = templateNames(folder);
      diagnostics.error('missing-template', next.span, `There is no template "${next.name}".`, suggest(next.name, known, `There are: ${known.join(', ')}.`));
      return undefined;
    }
    if (folders.includes(found)) {
      diagnostics.error('template-circle', next.span, `The template "${next.name}" extends itself by way of others.`);
      return undefined;
    }
    const read = readInside(found, join(found, 'template.yaml'), MAX_YAML);
    if ('reason' in read) {
      diagnostics.error('missing-template', next.span, `The template "${next.name}" has no template.yaml that can be read.`, read.reason);
      return undefined;
    }
    const source = decodeText(read.bytes, join(found, 'template.yaml'), 'template.yaml', diagnostics);
    if (!source) return undefined;
    chain.push(source);
    folders.push(found);
    next = extendsOf(source, found);
  }
  return { name: basename(folders[0] ?? name), chain, places, font: fontFinder(folders) };
}

/** `extends:` is read by a line's pattern: the whole is parsed once, by theme/. */
function extendsOf(source: SourceFile, base: string): { name: string; span: Span; base: string } | undefined {
  const found = /^extends:[ \t]*["']?([^"'#\n]+?)["']?[ \t]*(?:#.*)?$/m.exec(source.text);
  if (!found?.[1]) return undefined;
  const line = source.text.slice(0, found.index).split('\n').length;
  const column = (found[0].indexOf(found[1]) || 0) + 1;
  return { name: found[1], base, span: { file: source.file, line, column, endLine: line, endColumn: column + found[1].length } };
}

/** A path, or a name: beside the publication or the template that extends it, the publication's templates/, the package's. */
function templatePlaces(name: string, base: string, folder: string): string[] {
  const places = [resolve(base, name)];
  if (!name.includes('/') && !name.includes('\\') && !isAbsolute(name)) places.push(join(dirname(base), name), join(folder, 'templates', name), join(packageRoot(), 'templates', name));
  return places;
}

function findTemplate(name: string, base: string, folder: string): string | undefined {
  const places = templatePlaces(name, base, folder);
  // A variation may have the name of what it varies.
  return places.find((place) => place !== base && isFile(join(place, 'template.yaml'))) ?? places.find((place) => isFile(join(place, 'template.yaml')));
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function templateNames(folder: string): string[] {
  return [join(folder, 'templates'), join(packageRoot(), 'templates')].flatMap((place) => {
    try {
      return readdirSync(place).filter((name) => isFile(join(place, name, 'template.yaml')));
    } catch {
      return [];
    }
  }).sort();
}

function fontFinder(folders: readonly string[]): TemplateSource['font'] {
  const shared = join(packageRoot(), 'fonts');
  let families: readonly string[] | undefined;
  return (name) => {
    // A name, no path that leads elsewhere.
    if (isAbsolute(name) || relative('.', name).startsWith(`..${sep}`)) return undefined;
    families ??= readdirSync(shared).filter((entry) => !entry.startsWith('.')).sort();
    const places = [...folders.map((folder) => join(folder, 'fonts', name)), join(shared, name), ...families.map((family) => join(shared, family, name))];
    const file = places.find(isFile);
    if (file === undefined) return undefined;
    const own = folders.map((folder) => join(folder, 'fonts')).find((place) => file.startsWith(place + sep));
    // A link in a template's fonts/ leads nowhere else.
    const read = readInside(own ?? shared, file, MAX_PICTURE);
    return 'bytes' in read ? { file, bytes: read.bytes, own: own !== undefined } : undefined;
  };
}
