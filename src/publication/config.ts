// publication.yaml → PublicationConfig: every key checked, every fault said at its line and column, all at once.
import { isMap, isScalar } from 'yaml';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Diagnostics, Severity } from '../diagnostics/index.ts';
import { isLanguageCode, unknownLanguage, type Span } from '../document/index.ts';
import { fileSlug } from './names.ts';
import type { PublicationConfig, SourceFile } from './publication.ts';
import { openYaml, type Entry, type Named, type YamlReader } from './yaml-reader.ts';

/** What the file says, before anything it names is looked for. */
export interface RawConfig extends PublicationConfig {
  readonly chapters?: readonly Named[];
  readonly words?: Named;
  readonly templateSpan: Span;
  readonly outputSpan?: Span;
  readonly coverImage?: Named;
}

const STANDARDS = ['ua1+a2a', 'ua1+a3a', 'ua2+a4'] as const;
const KEYS = ['title', 'edition', 'organisation', 'language', 'date', 'template', 'chapters', 'cover', 'toc', 'output', 'pdf', 'words', 'lint'];

export function readConfig(source: SourceFile, diagnostics: Diagnostics): RawConfig | undefined {
  const reader = openYaml(source, diagnostics);
  if (!reader) return undefined;
  const { root } = reader;
  if (!isMap(root)) {
    diagnostics.error('wrong-type', reader.start, 'publication.yaml should hold keys and values.', 'At least: title: …, and language: da.');
    return undefined;
  }
  const at = reader.entries(root, KEYS, 'publication.yaml');
  const title = required(reader, at, 'title', 'Write title: and the publication\'s name.');
  const language = required(reader, at, 'language', 'Write language: da, or another code as in BCP 47.');
  checkLanguage(language, at.get('language'), diagnostics);
  const edition = reader.text(at.get('edition'));
  const output = at.get('output');
  return {
    title: title ?? '', language: language ?? 'en', template: reader.text(at.get('template')) ?? 'plain', templateSpan: at.get('template')?.place ?? reader.start,
    output: readOutput(reader, output) ?? defaultOutput(source.file, title ?? '', edition), ...(output ? { outputSpan: output.place } : {}),
    pdf: readPdf(reader, at.get('pdf')), ...readLint(reader, at.get('lint')),
    ...optional('edition', edition), ...optional('organisation', reader.text(at.get('organisation'))), ...optional('date', reader.date(at.get('date'))),
    ...optional('toc', readToc(reader, at.get('toc'))), ...readCover(reader, at.get('cover')),
    ...optional('chapters', reader.texts(at.get('chapters'))), ...optional('words', reader.named(at.get('words'))),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function required(reader: YamlReader, at: ReadonlyMap<string, Entry>, name: string, hint: string): string | undefined {
  if (!at.has(name)) reader.diagnostics.error('missing-key', reader.start, `"${name}" is missing.`, hint);
  return reader.text(at.get(name));
}

function checkLanguage(language: string | undefined, entry: Entry | undefined, diagnostics: Diagnostics): void {
  if (language === undefined || !entry) return;
  if (!isLanguageCode(language)) {
    diagnostics.error('wrong-type', entry.place, `"${language.slice(0, 80)}" is no language code.`, 'Write da, en or de-AT.');
    return;
  }
  const hint = unknownLanguage(language);
  if (hint !== undefined) diagnostics.warning('unknown-language', entry.place, `The language "${language}" is not known; words are not divided.`, hint === '' ? 'Write a code as in BCP 47: da, en or de-AT.' : hint);
}

function readOutput(reader: YamlReader, entry: Entry | undefined): string | undefined {
  const name = reader.text(entry);
  if (!entry || name === undefined) return undefined;
  // Nothing else may be overwritten by a slip in this line.
  if (!/\.pdf$/i.test(name)) return reader.wrong(entry.place, 'output', 'the name of a file that ends in .pdf', entry.value);
  return isAbsolute(name) ? name : resolve(dirname(entry.place.file), name);
}

function defaultOutput(configFile: string, title: string, edition: string | undefined): string {
  return resolve(dirname(configFile), '..', 'output', `${fileSlug(edition === undefined ? title : `${title} ${edition}`)}.pdf`);
}

function readToc(reader: YamlReader, entry: Entry | undefined): PublicationConfig['toc'] {
  if (!entry) return undefined;
  const node = entry.value;
  if (isScalar(node) && node.value === false) return false;
  if (!isMap(node)) return reader.wrong(entry.place, 'toc', 'false, or { depth: 2 }', node);
  const depth = reader.entries(node, ['depth'], 'toc').get('depth');
  const value = depth && isScalar(depth.value) ? depth.value.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6) return { depth: value };
  return depth ? reader.wrong(depth.place, 'toc.depth', 'a whole number from 1 to 6', depth.value) : undefined;
}

function readCover(reader: YamlReader, entry: Entry | undefined): Pick<RawConfig, 'cover' | 'coverImage'> {
  if (!entry) return {};
  const node = entry.value;
  if (isScalar(node) && node.value === false) return { cover: false };
  if (!isMap(node)) {
    reader.wrong(entry.place, 'cover', 'false, or { image: file, alt: "…" }', node);
    return {};
  }
  const at = reader.entries(node, ['image', 'alt'], 'cover');
  const image = reader.named(at.get('image'));
  const alt = at.has('alt') ? reader.text(at.get('alt'), true) : undefined;
  return { cover: { span: image?.span ?? entry.place, ...optional('alt', alt) }, ...optional('coverImage', image) };
}

function readPdf(reader: YamlReader, entry: Entry | undefined): PublicationConfig['pdf'] {
  const plain = { standard: 'ua1+a2a', attachManuscript: false } as const;
  if (!entry) return plain;
  if (!isMap(entry.value)) {
    reader.wrong(entry.place, 'pdf', '{ standard: ua1+a2a }', entry.value);
    return plain;
  }
  const at = reader.entries(entry.value, ['standard', 'attach'], 'pdf');
  const standard = reader.choice(at.get('standard'), 'pdf.standard', STANDARDS) ?? 'ua1+a2a';
  const attach = at.get('attach');
  const attachManuscript = reader.choice(attach, 'pdf.attach', ['manuscript']) !== undefined;
  if (attach && attachManuscript && standard === 'ua1+a2a') reader.diagnostics.error('attach-standard', attach.place, 'PDF/A-2 allows no attached sources.', 'Write standard: ua1+a3a, or ua2+a4.');
  return { standard, attachManuscript };
}

function readLint(reader: YamlReader, entry: Entry | undefined): Pick<PublicationConfig, 'lint' | 'lintPlaces'> {
  const lint = new Map<string, 'off' | Severity>(), lintPlaces = new Map<string, Span>();
  if (entry && !isMap(entry.value)) reader.wrong(entry.place, 'lint', 'rules and severities: { stale-year: warning }', entry.value);
  if (!entry) return { lint, lintPlaces };
  for (const [name, rule] of reader.entries(entry.value, undefined, 'lint')) {
    // Some write off without knowing that older YAML read it as false.
    const off = isScalar(rule.value) && rule.value.value === false;
    const severity = off ? 'off' : reader.choice(rule, `lint.${name}`, ['off', 'info', 'warning', 'error'] as const);
    if (severity) lint.set(name, severity);
    lintPlaces.set(name, rule.key);
  }
  return { lint, lintPlaces };
}
