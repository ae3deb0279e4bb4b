// Nodes of a YAML file → checked values, each fault said at its line and column with what was expected.
import { closest, distance } from 'fastest-levenshtein';
import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import type { SourceFile } from './publication.ts';
import { parseYaml, type ParsedYaml } from './yaml-faults.ts';
import { yamlBeyondUse } from './yaml-guard.ts';

export interface Entry { readonly name: string; readonly key: Span; readonly value: Node | null; readonly place: Span }
export interface Named { readonly name: string; readonly span: Span }

/** 'Did you mean "title"?', else what there is. */
export function suggest(word: string, known: readonly string[], otherwise: string): string {
  if (known.length === 0 || word.length > 100) return otherwise;
  const near = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), near) <= Math.max(1, Math.min(3, Math.floor(near.length / 2.5))) ? `Did you mean "${near}"?` : otherwise;
}

/** Undefined where the file is no YAML; its faults are then said. */
export function openYaml(source: SourceFile, diagnostics: Diagnostics): YamlReader | undefined {
  const refused = yamlBeyondUse(source.text);
  if (refused !== undefined) {
    diagnostics.error('yaml', { file: source.file, line: 1, column: 1, endLine: 1, endColumn: 1 }, refused);
    return undefined;
  }
  let yaml: ParsedYaml;
  try {
    yaml = parseYaml(source.text);
  } catch {
    // What is nested in ways that the guard does not see may overflow the parser's stack.
    diagnostics.error('yaml', { file: source.file, line: 1, column: 1, endLine: 1, endColumn: 1 }, 'The file is nested too deep to be read.');
    return undefined;
  }
  const { document, lines, faults } = yaml;
  const span = (from: number, to: number): Span => {
    const a = lines.linePos(from), b = lines.linePos(to);
    return { file: source.file, line: a.line || 1, column: a.col || 1, endLine: b.line || 1, endColumn: b.col || 1 };
  };
  for (const { from, to, message } of faults) diagnostics.error('yaml', span(from, to), `This is not valid YAML: ${message}`);
  return faults.length > 0 ? undefined : new YamlReader(document, span, diagnostics);
}

export class YamlReader {
  readonly diagnostics: Diagnostics;
  /** The file's beginning, for what is missing. */
  readonly start: Span;
  private readonly yaml: Document;
  private readonly span: (from: number, to: number) => Span;

  constructor(yaml: Document, span: (from: number, to: number) => Span, diagnostics: Diagnostics) {
    this.yaml = yaml;
    this.span = span;
    this.diagnostics = diagnostics;
    this.start = span(0, 0);
  }

  get root(): Node | null {
    return this.resolve(this.yaml.contents);
  }

  /** Aliases are followed one at a time and only where a value is asked for, so none can explode. */
  resolve(node: unknown): Node | null {
    return (isAlias(node) ? node.resolve(this.yaml) : (node as Node | null)) ?? null;
  }

  entries(map: Node | null, known: readonly string[] | undefined, where: string): Map<string, Entry> {
    const found = new Map<string, Entry>();
    if (!isMap(map)) return found;
    for (const pair of map.items) {
      const keyNode = pair.key as Node | null;
      const name = isScalar(keyNode) ? String(keyNode.value) : '';
      const key = this.placeOf(keyNode);
      if (known && !known.includes(name)) {
        this.diagnostics.error('unknown-key', key, `Unknown key "${name.slice(0, 80)}" in ${where}.`, suggest(name, known, `It takes ${known.join(', ')}.`));
        continue;
      }
      found.set(name, { name, key, value: this.resolve(pair.value), place: pair.value === null ? key : this.placeOf(pair.value as Node) });
    }
    return found;
  }

  placeOf(node: Node | null | undefined): Span {
    const range = node?.range ?? [0, 0, 0];
    return this.span(range[0], range[1]);
  }

  /** `given`: the value, for the message. */
  wrong(place: Span, name: string, expected: string, given?: Node | null): undefined {
    this.diagnostics.error('wrong-type', place, `"${name}" should be ${expected}${given === undefined ? '' : `, not ${describe(given)}`}.`);
    return undefined;
  }

  text(entry: Entry | undefined, empty = false): string | undefined {
    if (!entry) return undefined;
    const value = isScalar(entry.value) ? entry.value.value : undefined;
    const text = typeof value === 'string' ? value : typeof value === 'number' ? ((entry.value as { source?: string }).source ?? String(value)) : undefined;
    if (text === undefined || (!empty && text.trim() === '')) return this.wrong(entry.place, entry.name, 'text', entry.value);
    // Escapes in quotes can write what no text holds.
    return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD').trim();
  }

  named(entry: Entry | undefined): Named | undefined {
    const name = this.text(entry);
    return entry && name !== undefined ? { name, span: entry.place } : undefined;
  }

  texts(entry: Entry | undefined): Named[] | undefined {
    if (!entry) return undefined;
    const node = entry.value;
    if (!isSeq(node)) return this.wrong(entry.place, entry.name, 'a list of files, each on a line after "- "', node);
    const out: Named[] = [];
    for (const item of node.items) {
      const scalar = this.resolve(item);
      const span = this.placeOf((item as Node | null) ?? node);
      if (isScalar(scalar) && (typeof scalar.value === 'string' || typeof scalar.value === 'number') && scalar.value !== '') out.push({ name: String(scalar.value), span });
      else this.diagnostics.error('wrong-type', span, `Each line of "${entry.name}" should be the name of a file, not ${describe(scalar)}.`);
    }
    return out;
  }

  choice<T extends string>(entry: Entry | undefined, name: string, choices: readonly T[]): T | undefined {
    if (!entry) return undefined;
    const value = isScalar(entry.value) ? String(entry.value.value) : '';
    if ((choices as readonly string[]).includes(value)) return value as T;
    this.diagnostics.error('wrong-type', entry.place, `"${name}" should be ${choices.map((choice) => `"${choice}"`).join(' or ')}, not ${describe(entry.value)}.`, suggest(value, choices, '') || undefined);
    return undefined;
  }

  /** YAML 1.2 leaves a date as text; only days that exist pass. */
  date(entry: Entry | undefined): string | undefined {
    const text = this.text(entry);
    if (!entry || text === undefined) return undefined;
    const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    const [year = 0, month = 0, day = 0] = parts ? parts.slice(1).map(Number) : [];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (parts && year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return text;
    this.diagnostics.error('wrong-type', entry.place, `"${text.slice(0, 80)}" is no date${parts ? ': there is no such day' : ''}.`, 'Write year-month-day: 2026-02-26.');
    return undefined;
  }
}

function describe(node: Node | null): string {
  if (node === null) return 'nothing';
  if (isMap(node)) return 'keys and values';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node)) return 'that';
  const { value } = node;
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return typeof value === 'number' && !Number.isFinite(value) ? 'a number that cannot be reckoned with' : String(value);
}
