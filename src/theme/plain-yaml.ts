// YAML as templates are written → the same tree that the yaml package gives, some ten times sooner (templates are read at
// every build). Maps and lists, block and flow, quoted and plain scalars on one line; at anything else (anchors, tags, folded
// text, a fault) it gives up and returns undefined, and the package reads or refuses the whole.
import type { Span } from '../document/index.ts';
import type { SourceFile } from '../publication/index.ts';
import type { Tree, TreeEntry } from './yaml-tree.ts';

class GiveUp extends Error {}

export function readPlainYaml(source: SourceFile): Tree | undefined {
  try {
    return new PlainYaml(source).read();
  } catch (fault) {
    if (fault instanceof GiveUp) return undefined;
    throw fault;
  }
}

interface SourceLine { readonly text: string; readonly number: number; readonly indent: number }

const NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** What YAML's core schema reads as more than a string, and this reader does not. */
const SPECIAL = /^(?:[-+]?(?:\.\d|\d+\.$|\d.*e|0[xo]|0\d|\.inf|\.nan)|[&*!|>%@`"'{}[\],#]|[?:-](?:\s|$)|---|\.\.\.)/i;

class PlainYaml {
  private readonly file: string;
  private readonly lines: SourceLine[] = [];
  private at = 0;

  constructor({ file, text }: SourceFile) {
    this.file = file;
    text.split('\n').forEach((line, index) => {
      const indent = line.search(/[^ ]/);
      const first = line.charAt(indent);
      if (indent < 0 || first === '#') return;
      if (line.includes('\t') || line.includes('\r')) throw new GiveUp();
      this.lines.push({ text: line, number: index + 1, indent });
    });
  }

  read(): Tree {
    const first = this.lines[0];
    if (!first || first.indent !== 0) throw new GiveUp();
    const tree = this.readBlock(0);
    if (this.at < this.lines.length) throw new GiveUp();
    return tree;
  }

  private span(line: number, from: number, toLine: number, to: number): Span {
    return { file: this.file, line, column: from + 1, endLine: toLine, endColumn: to + 1 };
  }

  /** A map or list whose lines begin at `indent`. */
  private readBlock(indent: number): Tree {
    const line = this.lines[this.at];
    if (!line) throw new GiveUp();
    return line.text.startsWith('- ', indent) ? this.readList(indent) : this.readMap(indent, indent);
  }

  private readList(indent: number): Tree {
    const items: Tree[] = [];
    const start = this.lines[this.at];
    let last = start;
    for (let line = start; line && line.indent === indent && line.text.startsWith('- ', indent); line = this.lines[this.at]) {
      const from = skipSpaces(line.text, indent + 1);
      const content = line.text.charAt(from);
      if (content === '' || content === '#' || content === '-') throw new GiveUp();
      if (content !== '{' && content !== '[' && keyEnd(line.text, from) >= 0) items.push(this.readMap(from, from));
      else { items.push(this.readValue(line, from)); this.at += 1; }
      last = this.lines[this.at - 1];
    }
    if (!start || !last) throw new GiveUp();
    return { kind: 'list', items, span: this.span(start.number, indent, last.number, last.text.length) };
  }

  /** A map whose keys stand in column `column`; the first line may begin with a list's dash. */
  private readMap(column: number, from: number): Tree {
    const entries = new Map<string, TreeEntry>();
    const start = this.lines[this.at];
    let last = start;
    for (let line = start; line && (line === start || line.indent === column); line = this.lines[this.at]) {
      const end = keyEnd(line.text, from);
      if (end < 0) throw new GiveUp();
      const raw = line.text.slice(from, end).trimEnd();
      const key = this.keyText(raw);
      if (entries.has(key)) throw new GiveUp();
      const place = this.span(line.number, from, line.number, from + raw.length);
      const value = skipSpaces(line.text, end + 1);
      const first = line.text.charAt(value);
      if (first === '' || first === '#') {
        this.at += 1;
        const next = this.lines[this.at];
        const deeper = next !== undefined && (next.indent > column || (next.indent === column && next.text.startsWith('- ', column)));
        entries.set(key, { key: place, value: deeper && next ? this.readBlock(next.indent) : { kind: 'scalar', value: null, span: place } });
      } else {
        entries.set(key, { key: place, value: this.readValue(line, value) });
        this.at += 1;
        const next = this.lines[this.at];
        // A deeper line after a value goes on with it: folded text.
        if (next && next.indent > column) throw new GiveUp();
      }
      last = this.lines[this.at - 1];
      const next = this.lines[this.at];
      if (next && next.indent > column) throw new GiveUp();
    }
    if (!start || !last) throw new GiveUp();
    return { kind: 'map', entries, span: this.span(start.number, column, last.number, last.text.length) };
  }

  private keyText(raw: string): string {
    if (raw.startsWith('"') || raw.startsWith("'")) return unquote(raw);
    if (raw === '' || SPECIAL.test(raw) || raw === '<<') throw new GiveUp();
    return raw;
  }

  /** A value that ends on its line (a flow collection on one line too). */
  private readValue(line: SourceLine, from: number): Tree {
    const [tree, end] = this.readFlow(line, from, false);
    const rest = line.text.slice(end);
    if (rest !== '' && !/^\s*(?:\s#.*)?$/.test(rest)) throw new GiveUp();
    return tree;
  }

  /** A flow value from `from`; also where it ends. */
  private readFlow(line: SourceLine, from: number, nested: boolean): [Tree, number] {
    const { text, number } = line;
    const first = text.charAt(from);
    if (first === '{') return this.readFlowMap(line, from);
    if (first === '[') return this.readFlowList(line, from);
    if (first === '"' || first === "'") {
      const end = quoteEnd(text, from);
      return [{ kind: 'scalar', value: unquote(text.slice(from, end)), span: this.span(number, from, number, end) }, end];
    }
    const pattern = nested ? /(?:\s#|[,\]}]|:\s|\s*$)/g : /(?:\s#|\s*$)/g;
    pattern.lastIndex = from;
    let end = pattern.exec(text)?.index ?? text.length;
    while (end > from && text.charAt(end - 1) === ' ') end -= 1;
    const raw = text.slice(from, end);
    if (SPECIAL.test(raw) || (nested && /[{[]/.test(raw)) || (!nested && /:(?:\s|$)/.test(raw))) throw new GiveUp();
    return [{ kind: 'scalar', value: plainValue(raw), span: this.span(number, from, number, end) }, end];
  }

  private readFlowMap(line: SourceLine, from: number): [Tree, number] {
    const entries = new Map<string, TreeEntry>();
    const { text, number } = line;
    let at = skipSpaces(text, from + 1);
    while (text.charAt(at) !== '}') {
      const end = keyEnd(text, at);
      if (end < 0) throw new GiveUp();
      const raw = text.slice(at, end).trimEnd();
      if (/[,{}[\]]/.test(raw) && !/^["']/.test(raw)) throw new GiveUp();
      const key = this.keyText(raw);
      if (entries.has(key)) throw new GiveUp();
      const [value, after] = this.readFlow(line, skipSpaces(text, end + 1), true);
      entries.set(key, { key: this.span(number, at, number, at + raw.length), value });
      at = next(text, after, '}');
    }
    return [{ kind: 'map', entries, span: this.span(number, from, number, at + 1) }, at + 1];
  }

  private readFlowList(line: SourceLine, from: number): [Tree, number] {
    const items: Tree[] = [];
    const { text, number } = line;
    let at = skipSpaces(text, from + 1);
    while (text.charAt(at) !== ']') {
      const [value, after] = this.readFlow(line, at, true);
      if (text.startsWith(':', after)) throw new GiveUp();
      items.push(value);
      at = next(text, after, ']');
    }
    return [{ kind: 'list', items, span: this.span(number, from, number, at + 1) }, at + 1];
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') at += 1;
  return at;
}

/** After a value in a flow collection: at the next one or at the closing bracket. */
function next(text: string, from: number, close: string): number {
  const at = skipSpaces(text, from);
  if (text.charAt(at) === close) return at;
  if (text.charAt(at) !== ',') throw new GiveUp();
  return skipSpaces(text, at + 1);
}

/** The colon that ends the key at `from`, or -1. */
function keyEnd(text: string, from: number): number {
  const first = text.charAt(from);
  const start = first === '"' || first === "'" ? quoteEnd(text, from) : from;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === ':' && (at + 1 === text.length || text.charAt(at + 1) === ' ')) return at;
    if (character === '#' && text.charAt(at - 1) === ' ') return -1;
  }
  return -1;
}

/** Just after the closing quotation mark. */
function quoteEnd(text: string, from: number): number {
  const mark = text.charAt(from);
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && mark === '"') at += 1;
    else if (character === mark) {
      if (mark === "'" && text.charAt(at + 1) === "'") at += 1;
      else return at + 1;
    }
  }
  throw new GiveUp();
}

function unquote(raw: string): string {
  const inner = raw.slice(1, -1);
  if (raw.startsWith("'")) return inner.replace(/''/g, "'");
  return inner.replace(/\\(u[0-9A-Fa-f]{4}|.)/g, (_, escape: string) => {
    if (escape.startsWith('u') && escape.length === 5) return String.fromCharCode(parseInt(escape.slice(1), 16));
    if (escape === '"' || escape === '\\' || escape === '/') return escape;
    if (escape === 'n') return '\n';
    throw new GiveUp();
  });
}

function plainValue(raw: string): string | number | boolean | null {
  if (raw === '~' || raw === 'null' || raw === 'Null' || raw === 'NULL' || raw === '') return null;
  if (/^(?:true|True|TRUE)$/.test(raw)) return true;
  if (/^(?:false|False|FALSE)$/.test(raw)) return false;
  return NUMBER.test(raw) ? Number(raw) : raw;
}
