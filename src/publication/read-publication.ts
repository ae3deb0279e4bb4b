// A folder → Publication: its YAML checked, its chapters, words, template and snapshot read; every fault said at once.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Diagnostics } from '../diagnostics/index.ts';
import { spanAt, type Span } from '../document/index.ts';
import { readConfig, type RawConfig } from './config.ts';
import { decodeText } from './decode.ts';
import { MAX_PICTURE, MAX_TEXT, readInside } from './files.ts';
import type { Publication, PublicationConfig, SourceFile } from './publication.ts';
import { readTemplate } from './template.ts';

export function readPublication(path: string, diagnostics: Diagnostics): Publication | undefined {
  const folder = resolve(path);
  const configPath = join(folder, 'publication.yaml');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    diagnostics.error('missing-folder', spanAt(folder), `There is no folder "${path}".`, 'Make one with "printvenlig init FOLDER".');
    return undefined;
  }
  const configFile = readText(folder, configPath, spanAt(configPath), diagnostics, 'Make a publication with "printvenlig init FOLDER".');
  const raw = configFile && readConfig(configFile, diagnostics);
  if (!configFile || !raw) return undefined;
  const chapters = readChapters(folder, raw, configPath, diagnostics);
  const words = raw.words ? readText(folder, join(folder, raw.words.name), raw.words.span, diagnostics) : undefined;
  const cover = readCover(folder, raw, diagnostics);
  const template = readTemplate(raw.template, raw.templateSpan, folder, diagnostics);
  if (!template) return undefined;
  const snapshotPath = join(folder, 'layout.snapshot');
  const snapshot = existsSync(snapshotPath) ? readText(folder, snapshotPath, spanAt(snapshotPath), diagnostics) : undefined;
  return {
    folder, configFile, config: configOf(raw, cover), chapters, template,
    words: words ? words.text.split('\n').map((line) => line.replace(/#.*$/, '').trim()).filter((line) => line !== '') : [],
    ...(snapshot ? { snapshot } : {}),
    ...(raw.words ? { wordsFile: resolve(folder, raw.words.name) } : {}),
    read: (file) => readInside(folder, resolve(folder, file), MAX_PICTURE),
  };
}

function configOf(raw: RawConfig, cover: PublicationConfig['cover']): PublicationConfig {
  const { title, edition, organisation, language, date, template, toc, output, pdf, lint } = raw;
  return {
    title, language, template, output, pdf, lint,
    ...(edition === undefined ? {} : { edition }), ...(organisation === undefined ? {} : { organisation }),
    ...(date === undefined ? {} : { date }), ...(toc === undefined ? {} : { toc }), ...(cover === undefined ? {} : { cover }),
  };
}

function readText(folder: string, file: string, span: Span, diagnostics: Diagnostics, hint?: string): SourceFile | undefined {
  const name = relative(folder, file).split(sep).join('/');
  const read = readInside(folder, file, MAX_TEXT);
  if ('reason' in read) {
    diagnostics.error(read.reason.startsWith('There is no') ? 'missing-file' : 'unreadable-file', span, `"${name}" cannot be read.`, hint ? `${read.reason} ${hint}` : read.reason);
    return undefined;
  }
  return decodeText(read.bytes, file, name, diagnostics);
}

function readChapters(folder: string, raw: RawConfig, configPath: string, diagnostics: Diagnostics): SourceFile[] {
  const named = raw.chapters ?? listChapters(folder, configPath);
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
    const source = readText(folder, file, span, diagnostics);
    if (!source) continue;
    if (source.text.trim() === '') diagnostics.warning('empty-chapter', spanAt(file), 'The chapter is empty.');
    chapters.push(source);
  }
  return chapters;
}

/** Every *.md beside publication.yaml, in the order of code units: the same on every machine. */
function listChapters(folder: string, configPath: string): { name: string; span: Span }[] {
  return readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.md') && !name.startsWith('.'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((name) => ({ name, span: spanAt(configPath) }));
}

function readCover(folder: string, raw: RawConfig, diagnostics: Diagnostics): PublicationConfig['cover'] {
  if (raw.cover === undefined || raw.cover === false) return raw.cover;
  if (!raw.coverImage) return raw.cover;
  const { name, span } = raw.coverImage;
  const file = resolve(folder, name);
  const read = readInside(folder, file, MAX_PICTURE);
  if ('reason' in read) {
    diagnostics.error('missing-file', span, `"${name}" cannot be read.`, read.reason);
    return { span };
  }
  return { ...raw.cover, image: file };
}
