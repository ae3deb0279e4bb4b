// A folder → Publication: its YAML checked, its chapters, words, template and snapshot read; every fault said at once.
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { Diagnostics } from '../diagnostics/index.ts';
import { spanAt, type Span } from '../document/index.ts';
import { readConfig, type RawConfig } from './config.ts';
import { decodeText } from './decode.ts';
import { MAX_PICTURE, MAX_TEXT, MAX_YAML, readInside, reasonOf } from './files.ts';
import type { Publication, PublicationConfig, SourceFile } from './publication.ts';
import { readTemplate } from './template.ts';
import { suggest } from './yaml-reader.ts';

export function readPublication(path: string, diagnostics: Diagnostics): Publication | undefined {
  const folder = resolve(path);
  const configPath = join(folder, 'publication.yaml');
  if (!isFolder(folder)) {
    const isFile = existsSync(folder);
    diagnostics.error('missing-folder', spanAt(folder), isFile ? `"${path}" is a file; a publication is a folder.` : `There is no folder "${path}".`,
      isFile ? 'Name the folder that publication.yaml stands in.' : 'Make one with "printvenlig init FOLDER".');
    return undefined;
  }
  const other = ['publication.yml', 'Publication.yaml'].find((name) => !existsSync(configPath) && existsSync(join(folder, name)));
  const configFile = readText(folder, configPath, spanAt(configPath), MAX_YAML, diagnostics,
    other ? `Rename "${other}" to "publication.yaml".` : 'Make a publication with "printvenlig init FOLDER".');
  const raw = configFile && readConfig(configFile, diagnostics);
  if (!configFile || !raw) return undefined;
  const chapters = readChapters(folder, raw, configPath, diagnostics);
  const words = raw.words ? readText(folder, resolve(folder, raw.words.name), raw.words.span, MAX_TEXT, diagnostics) : undefined;
  const cover = readCover(folder, raw, diagnostics);
  // With a template that is missing, faults of the chapters are still worth saying: another stands in.
  const template = readTemplate(raw.template, raw.templateSpan, folder, diagnostics) ?? readTemplate('plain', raw.templateSpan, folder, new Diagnostics());
  if (!template) return undefined;
  checkOutput(raw, [configFile, ...chapters, ...template.chain], diagnostics);
  const snapshotPath = join(folder, 'layout.snapshot');
  // A link that leads nowhere is no missing snapshot: `check --update` would write to where it leads.
  const snapshot = lstatSync(snapshotPath, { throwIfNoEntry: false }) ? readText(folder, snapshotPath, spanAt(snapshotPath), MAX_TEXT, diagnostics) : undefined;
  return {
    folder, configFile, config: configOf(raw, cover), chapters, template,
    words: words ? words.text.split('\n').map((line) => line.replace(/(?:^|\s)#.*$/, '').trim()).filter((line) => line !== '') : [],
    ...(snapshot ? { snapshot } : {}),
    ...(raw.words ? { wordsFile: resolve(folder, raw.words.name) } : {}),
    read: (file) => readInside(folder, resolve(folder, file), MAX_PICTURE),
  };
}

function configOf(raw: RawConfig, cover: PublicationConfig['cover']): PublicationConfig {
  const { title, edition, organisation, language, date, template, toc, output, pdf, lint, lintPlaces } = raw;
  return {
    title, language, template, output, pdf, lint, ...(lintPlaces ? { lintPlaces } : {}),
    ...(edition === undefined ? {} : { edition }), ...(organisation === undefined ? {} : { organisation }),
    ...(date === undefined ? {} : { date }), ...(toc === undefined ? {} : { toc }), ...(cover === undefined ? {} : { cover }),
  };
}

const shortened = (name: string): string => (name.length > 120 ? `${name.slice(0, 120)}…` : name);

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readText(folder: string, file: string, span: Span, most: number, diagnostics: Diagnostics, hint?: string): SourceFile | undefined {
  const name = relative(folder, file).split(sep).join('/');
  const read = readInside(folder, file, most);
  if ('reason' in read) {
    const missing = read.reason.startsWith('There is no');
    diagnostics.error(missing ? 'missing-file' : 'unreadable-file', span, `"${shortened(name.startsWith('../../') ? file : name === '' ? '.' : name)}" cannot be read.`, missing && hint ? `${read.reason} ${hint}` : read.reason);
    return undefined;
  }
  return decodeText(read.bytes, file, name, diagnostics);
}

function readChapters(folder: string, raw: RawConfig, configPath: string, diagnostics: Diagnostics): SourceFile[] {
  const there = listChapters(folder, configPath, diagnostics);
  const named = raw.chapters ?? there.map((name) => ({ name, span: spanAt(configPath) }));
  if (named.length === 0) diagnostics.error('no-chapters', spanAt(configPath), 'The publication has no chapters.', 'Write a Markdown file beside publication.yaml, or name them under chapters:.');
  const seen = new Set<string>();
  const chapters: SourceFile[] = [];
  for (const { name, span } of named) {
    const file = resolve(folder, name);
    if (seen.has(file)) {
      diagnostics.error('duplicate-chapter', span, `The chapter "${name}" is named twice.`);
      continue;
    }
    seen.add(file);
    const source = readText(folder, file, span, MAX_TEXT, diagnostics, suggest(basename(name), there, ''));
    if (!source) continue;
    if (source.text.trim() === '') diagnostics.warning('empty-chapter', spanAt(file), 'The chapter is empty.');
    chapters.push(source);
  }
  return chapters;
}

/** Every *.md beside publication.yaml, in the order of code units: the same on every machine. */
function listChapters(folder: string, configPath: string, diagnostics: Diagnostics): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.name.toLowerCase().endsWith('.md') && !entry.name.startsWith('.') && !entry.isDirectory())
      .map(({ name }) => name).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  } catch (error) {
    diagnostics.error('unreadable-file', spanAt(configPath), 'The publication\'s folder cannot be listed.', reasonOf(error));
    return [];
  }
}

function readCover(folder: string, raw: RawConfig, diagnostics: Diagnostics): PublicationConfig['cover'] {
  if (raw.cover === undefined || raw.cover === false || !raw.coverImage) return raw.cover;
  const { name, span } = raw.coverImage;
  const file = resolve(folder, name);
  const read = readInside(folder, file, MAX_PICTURE);
  if ('reason' in read) {
    diagnostics.error(read.reason.startsWith('There is no') ? 'missing-file' : 'unreadable-file', span, `"${name}" cannot be read.`, read.reason);
    return { span };
  }
  return { ...raw.cover, image: file };
}

/** A slip in `output:` must not cost a source. */
function checkOutput(raw: RawConfig, sources: readonly SourceFile[], diagnostics: Diagnostics): void {
  if (sources.some(({ file }) => file === raw.output)) diagnostics.error('output', raw.outputSpan ?? raw.templateSpan, 'The PDF would overwrite one of its sources.');
}
