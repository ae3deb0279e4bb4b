// YAML text → a tree in which every key and value knows its place; and one tree laid over another.
import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import { parseYaml, yamlBeyondUse, type SourceFile } from '../publication/index.ts';
import { readPlainYaml } from './plain-yaml.ts';

export type Tree = TreeMap | TreeList | TreeScalar;
export interface TreeMap { readonly kind: 'map'; readonly entries: ReadonlyMap<string, TreeEntry>; readonly span: Span }
export interface TreeEntry { readonly key: Span; readonly value: Tree }
export interface TreeList { readonly kind: 'list'; readonly items: readonly Tree[]; readonly span: Span }
export interface TreeScalar { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly span: Span }

/** Undefined where the file is no YAML: of what it lacks, nothing is known. */
export function readTree(source: SourceFile, diagnostics: Diagnostics): Tree | undefined {
  const refuse = (why: string): undefined => {
    diagnostics.error('template-yaml', { file: source.file, line: 1, column: 1, endLine: 1, endColumn: 1 }, why);
    return undefined;
  };
  const beyond = yamlBeyondUse(source.text);
  if (beyond !== undefined) return refuse(beyond);
  try {
    return readPlainYaml(source) ?? readAnyYaml(source, diagnostics);
  } catch (fault) {
    if (fault instanceof RangeError) return refuse('The file is nested too deep to be read.');
    throw fault;
  }
}

/** By the yaml package: all of YAML, and its faults. */
export function readAnyYaml(source: SourceFile, diagnostics: Diagnostics): Tree | undefined {
  const { document, lines, faults } = parseYaml(source.text);
  const span = (from: number, to: number): Span => {
    const a = lines.linePos(from);
    const b = lines.linePos(to);
    return { file: source.file, line: a.line, column: a.col, endLine: b.line, endColumn: b.col };
  };
  for (const { from, to, message } of faults) diagnostics.error('template-yaml', span(from, to), `This is not valid YAML: ${message}`);
  return faults.length > 0 ? undefined : new Converter(document, span).convert(document.contents);
}

/** An anchor is converted once however many aliases name it: aliases of aliases of aliases cannot explode. */
class Converter {
  private readonly anchored = new Map<Node, Tree | undefined>();

  constructor(private readonly document: Document, private readonly span: (from: number, to: number) => Span) {}

  convert(node: Node | null | undefined): Tree {
    if (!isAlias(node)) return this.convertPlain(node);
    const target = node.resolve(this.document);
    if (!target) return this.convertPlain(undefined);
    if (!this.anchored.has(target)) {
      // What names itself is nothing, until it is known what it is.
      this.anchored.set(target, undefined);
      this.anchored.set(target, this.convertPlain(target));
    }
    return this.anchored.get(target) ?? this.convertPlain(undefined);
  }

  private convertPlain(node: Node | null | undefined): Tree {
    const range = node?.range ?? [0, 0, 0];
    const place = this.span(range[0], range[1]);
    if (isMap(node)) {
      const entries = new Map<string, TreeEntry>();
      for (const { key, value } of node.items) {
        const keyNode = key as Node | null;
        const keyRange = keyNode?.range ?? range;
        const name = isScalar(keyNode) ? String(keyNode.value) : '';
        entries.set(name, { key: this.span(keyRange[0], keyRange[1]), value: value === null ? { kind: 'scalar', value: null, span: this.span(keyRange[0], keyRange[1]) } : this.convert(value as Node) });
      }
      return { kind: 'map', entries, span: place };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.convert(item as Node)), span: place };
    const value: unknown = isScalar(node) ? node.value : null;
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', value: plain, span: place };
  }
}

/** `over` laid over `under`: maps key by key, anything else replaces; `~` takes away. */
export function layOver(over: Tree, under: Tree): Tree {
  if (over.kind !== 'map' || under.kind !== 'map') return over;
  const entries = new Map(under.entries);
  for (const [name, entry] of over.entries) {
    const below = under.entries.get(name);
    if (entry.value.kind === 'scalar' && entry.value.value === null) entries.delete(name);
    else entries.set(name, below ? { key: entry.key, value: layOver(entry.value, below.value) } : entry);
  }
  return { kind: 'map', entries, span: over.span };
}
