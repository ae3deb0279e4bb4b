// publication.yaml → PublicationConfig: every key checked, every fault said at its line and column, all at once.
import { closest, distance } from 'fastest-levenshtein';
import { dirname, isAbsolute, resolve } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Diagnostics, Severity } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import { fileSlug } from './names.ts';
import type { PublicationConfig, SourceFile } from './publication.ts';

/** What the file says, before anything it names is looked for. */
export interface RawConfig extends Omit<PublicationConfig, 'output' | 'cover'> {
  readonly output: string;
  readonly cover?: PublicationConfig['cover'];
  readonly chapters?: readonly { readonly name: string; readonly span: Span }[];
  readonly words?: { readonly name: string; readonly span: Span };
  readonly templateSpan: Span;
  readonly coverImage?: { readonly name: string; readonly span: Span };
}

const STANDARDS = ['ua1+a2a', 'ua1+a3a', 'ua2+a4'] as const;
const KEYS = ['title', 'edition', 'organisation', 'language', 'date', 'template', 'chapters', 'cover', 'toc', 'output', 'pdf', 'words', 'lint'];

interface Entry { readonly name: string; readonly key: Span; readonly value: Node | null; readonly place: Span }

export function readConfig(source: SourceFile, diagnostics: Diagnostics): RawConfig | undefined {
  const lines = new LineCounter();
  const yaml = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const span = (from: number, to: number): Span => {
    const a = lines.linePos(from), b = lines.linePos(to);
    return { file: source.file, line: a.line || 1, column: a.col || 1, endLine: b.line || 1, endColumn: b.col || 1 };
  };
  for (const fault of yaml.errors) diagnostics.error('yaml', span(fault.pos[0], fault.pos[1]), `This is not valid YAML: ${(fault.message.split('\n')[0] ?? '').replace(/\.?$/, '.')}`);
  if (yaml.errors.length > 0) return undefined;
  const reader = new Reader(yaml, span, diagnostics);
  const whole = reader.resolve(yaml.contents);
  if (!isMap(whole)) {
    diagnostics.error('wrong-type', span(0, 0), 'publication.yaml should hold keys and values.', 'At least: title: …, and language: da.');
    return undefined;
  }
  const at = reader.entries(whole, KEYS, 'publication.yaml');
  const before = diagnostics.list().length;
  const title = reader.text(at.get('title'));
  const language = reader.text(at.get('language'));
  for (const name of ['title', 'language'] as const) {
    if (!at.has(name)) diagnostics.error('missing-key', span(0, 0), `"${name}" is missing.`, name === 'title' ? 'Write title: and the publication\'s name.' : 'Write language: da, or another code as in BCP 47.');
  }
  const code = at.get('language');
  if (code && language !== undefined && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) diagnostics.error('wrong-type', code.place, `"${language}" is no language code.`, 'Write da, en, de-AT …');
  const edition = reader.text(at.get('edition'));
  const organisation = reader.text(at.get('organisation'));
  const date = reader.date(at.get('date'));
  const template = reader.text(at.get('template')) ?? 'plain';
  const outputName = reader.text(at.get('output'));
  const config: RawConfig = {
    title: title ?? '', language: language ?? 'da', template, templateSpan: at.get('template')?.place ?? span(0, 0),
    output: outputName === undefined ? defaultOutput(source.file, title ?? '', edition) : isAbsolute(outputName) ? outputName : resolve(dirname(source.file), outputName),
    pdf: readPdf(reader, at.get('pdf')), lint: readLint(reader, at.get('lint')),
    ...optional('edition', edition), ...optional('organisation', organisation), ...optional('date', date),
    ...optional('toc', readToc(reader, at.get('toc'))), ...readCover(reader, at.get('cover')),
    ...optional('chapters', reader.texts(at.get('chapters'))), ...optional('words', reader.named(at.get('words'))),
  };
  return diagnostics.list().slice(before).some(({ severity }) => severity === 'error') && (title === undefined || language === undefined) ? undefined : config;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function defaultOutput(configFile: string, title: string, edition: string | undefined): string {
  return resolve(dirname(configFile), '..', 'output', `${fileSlug(edition === undefined ? title : `${title} ${edition}`)}.pdf`);
}

function readToc(reader: Reader, entry: Entry | undefined): PublicationConfig['toc'] {
  if (!entry) return undefined;
  const node = reader.resolve(entry.value);
  if (isScalar(node) && node.value === false) return false;
  if (!isMap(node)) return reader.wrong(entry.place, 'toc', 'false, or { depth: 2 }');
  const depth = reader.entries(node, ['depth'], 'toc').get('depth');
  const value = depth && isScalar(depth.value) ? depth.value.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6) return { depth: value };
  return depth ? reader.wrong(depth.place, 'toc.depth', 'a whole number from 1 to 6') : undefined;
}

function readCover(reader: Reader, entry: Entry | undefined): Pick<RawConfig, 'cover' | 'coverImage'> {
  if (!entry) return {};
  const node = reader.resolve(entry.value);
  if (isScalar(node) && node.value === false) return { cover: false };
  if (!isMap(node)) {
    reader.wrong(entry.place, 'cover', 'false, or { image: file, alt: "…" }');
    return {};
  }
  const at = reader.entries(node, ['image', 'alt'], 'cover');
  const image = reader.named(at.get('image'));
  const alt = at.has('alt') ? reader.text(at.get('alt'), true) : undefined;
  return { cover: { span: image?.span ?? entry.place, ...optional('alt', alt) }, ...optional('coverImage', image) };
}

function readPdf(reader: Reader, entry: Entry | undefined): PublicationConfig['pdf'] {
  const plain = { standard: 'ua1+a2a', attachManuscript: false } as const;
  if (!entry) return plain;
  const node = reader.resolve(entry.value);
  if (!isMap(node)) {
    reader.wrong(entry.place, 'pdf', '{ standard: ua1+a2a }');
    return plain;
  }
  const at = reader.entries(node, ['standard', 'attach'], 'pdf');
  const standard = reader.choice(at.get('standard'), 'pdf.standard', STANDARDS) ?? 'ua1+a2a';
  const attach = at.get('attach');
  const attachManuscript = reader.choice(attach, 'pdf.attach', ['manuscript']) !== undefined;
  if (attach && attachManuscript && standard === 'ua1+a2a') reader.diagnostics.error('attach-standard', attach.place, 'PDF/A-2 allows no attached sources.', 'Write standard: ua1+a3a, or ua2+a4.');
  return { standard, attachManuscript };
}

function readLint(reader: Reader, entry: Entry | undefined): PublicationConfig['lint'] {
  const lint = new Map<string, 'off' | Severity>();
  if (!entry) return lint;
  const node = reader.resolve(entry.value);
  if (!isMap(node)) {
    reader.wrong(entry.place, 'lint', 'rules and severities: { stale-year: warning }');
    return lint;
  }
  for (const [name, rule] of reader.entries(node, undefined, 'lint')) {
    // YAML reads a bare off as false.
    const off = isScalar(rule.value) && rule.value.value === false;
    const severity = off ? 'off' : reader.choice(rule, `lint.${name}`, ['off', 'info', 'warning', 'error'] as const);
    if (severity) lint.set(name, severity);
  }
  return lint;
}

class Reader {
  readonly diagnostics: Diagnostics;
  private readonly yaml: Document;
  private readonly span: (from: number, to: number) => Span;

  constructor(yaml: Document, span: (from: number, to: number) => Span, diagnostics: Diagnostics) {
    this.yaml = yaml;
    this.span = span;
    this.diagnostics = diagnostics;
  }

  resolve(node: unknown): Node | null {
    return (isAlias(node) ? node.resolve(this.yaml) : (node as Node | null)) ?? null;
  }

  entries(map: Node, known: readonly string[] | undefined, where: string): Map<string, Entry> {
    const found = new Map<string, Entry>();
    if (!isMap(map)) return found;
    for (const pair of map.items) {
      const keyNode = pair.key as Node | null;
      const name = isScalar(keyNode) ? String(keyNode.value) : '';
      const key = this.placeOf(keyNode);
      if (known && !known.includes(name)) {
        const near = closest(name, [...known]);
        this.diagnostics.error('unknown-key', key, `Unknown key "${name}" in ${where}.`, distance(name, near) <= Math.max(2, near.length / 3) ? `Did you mean "${near}"?` : `It takes ${known.join(', ')}.`);
        continue;
      }
      const value = this.resolve(pair.value);
      found.set(name, { name, key, value, place: pair.value === null ? key : this.placeOf(pair.value as Node) });
    }
    return found;
  }

  placeOf(node: Node | null | undefined): Span {
    const range = node?.range ?? [0, 0, 0];
    return this.span(range[0], range[1]);
  }

  wrong(place: Span, name: string, expected: string): undefined {
    this.diagnostics.error('wrong-type', place, `"${name}" should be ${expected}.`);
    return undefined;
  }

  text(entry: Entry | undefined, empty = false): string | undefined {
    if (!entry) return undefined;
    const value = isScalar(entry.value) ? entry.value.value : undefined;
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String((entry.value as { source?: string }).source ?? value) : undefined;
    if (text === undefined || (!empty && text.trim() === '')) return this.wrong(entry.place, entry.name, 'text');
    return text.replace(/\s+/g, ' ').trim();
  }

  named(entry: Entry | undefined): { name: string; span: Span } | undefined {
    const name = this.text(entry);
    return entry && name !== undefined ? { name, span: entry.place } : undefined;
  }

  texts(entry: Entry | undefined): { name: string; span: Span }[] | undefined {
    if (!entry) return undefined;
    const node = entry.value;
    if (!isSeq(node)) return this.wrong(entry.place, entry.name, 'a list of files');
    const out: { name: string; span: Span }[] = [];
    for (const item of node.items) {
      const scalar = this.resolve(item);
      const span = this.placeOf(scalar);
      if (isScalar(scalar) && (typeof scalar.value === 'string' || typeof scalar.value === 'number')) out.push({ name: String(scalar.value), span });
      else this.wrong(span, entry.name, 'a list of file names');
    }
    return out;
  }

  choice<T extends string>(entry: Entry | undefined, name: string, choices: readonly T[]): T | undefined {
    if (!entry) return undefined;
    const value = isScalar(entry.value) ? String(entry.value.value) : '';
    if ((choices as readonly string[]).includes(value)) return value as T;
    const near = closest(value, [...choices]);
    this.diagnostics.error('wrong-type', entry.place, `"${name}" should be ${choices.map((choice) => `"${choice}"`).join(' or ')}, not "${value}".`, distance(value, near) <= 3 ? `Did you mean "${near}"?` : undefined);
    return undefined;
  }

  /** YAML 1.2 core leaves a date as text; only days that exist pass. */
  date(entry: Entry | undefined): string | undefined {
    const text = this.text(entry);
    if (!entry || text === undefined) return undefined;
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    const [year = 0, month = 0, day = 0] = parts ? parts.slice(1).map(Number) : [];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (parts && date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return text;
    this.diagnostics.error('wrong-type', entry.place, `"${text}" is no date${parts ? ': there is no such day' : ''}.`, 'Write year-month-day: 2026-02-26.');
    return undefined;
  }
}
