// YAML text → its document, and what is wrong with it in an editor's words; of faults that follow from another, none.
import { isAlias, isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';

export interface YamlFault { readonly from: number; readonly to: number; readonly message: string }
export interface ParsedYaml { readonly document: Document; readonly lines: LineCounter; readonly faults: readonly YamlFault[] }

/** After these the parser reads on as if nothing were the matter; after any other it may take all that follows for something else. */
const ALONE: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED', 'BAD_SCALAR_START', 'BLOCK_AS_IMPLICIT_KEY', 'TAB_AS_INDENT']);

/** Throws a RangeError where the nesting ends the parser's stack. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const found = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const last = found.findIndex(({ code }) => !ALONE.has(code));
  const faults: YamlFault[] = [];
  let line = 0;
  for (const fault of last < 0 ? found : found.slice(0, last + 1)) {
    const [from, to] = /Missing closing ["']quote/.test(fault.message) ? openingMark(document, fault.pos) : fault.pos;
    const at = lines.linePos(from).line;
    if (at !== line || fault.code === 'DUPLICATE_KEY') faults.push({ from, to, message: sentence(fault, text.slice(from)) });
    line = at;
  }
  if (faults.length === 0) faults.push(...namesOfNothing(document));
  return { document, lines, faults };
}

/** The parser finds a mark that is not closed where the text ends: it is sought where it begins. */
function openingMark(document: Document, place: readonly [number, number]): readonly [number, number] {
  let found = place;
  visit(document, { Scalar: (_, { type, range }) => {
    if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range[1] >= place[0]) found = [range[0], range[0] + 1];
  } });
  return found;
}

/** `title: *new*` names an anchor "new*" that nobody gave. */
function namesOfNothing(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  const known = new Set<string>();
  visit(document, (_, node) => {
    if (isScalar(node) && node.anchor !== undefined) known.add(node.anchor);
    else if (isAlias(node) && !known.has(node.source)) {
      const [from, to] = node.range ?? [0, 0];
      faults.push({ from, to, message: `a text that begins with an asterisk must stand in quotation marks (no anchor "${node.source.slice(0, 40)}" comes before it).` });
    } else if (node !== null && typeof node === 'object' && 'anchor' in node && typeof node.anchor === 'string') known.add(node.anchor);
  });
  return faults;
}

/** `rest`: the text from the fault on. */
function sentence({ code, message }: YAMLError | Document['warnings'][number], rest: string): string {
  const line = /^[^\r\n]*/.exec(rest)?.[0] ?? '';
  const sign = rest.charAt(0);
  if (/Missing closing ["']quote/.test(message)) return 'a quotation mark is opened and not closed.';
  switch (code) {
    case 'DUPLICATE_KEY': return 'the key is given twice.';
    case 'MULTIPLE_DOCS': return 'a line of --- begins a second document.';
    case 'TAB_AS_INDENT': return 'lines are indented by spaces, not by tabs.';
    case 'BAD_SCALAR_START': return `a value that begins with "${sign}" must stand in quotation marks.`;
    case 'TAG_RESOLVE_FAILED': return 'a value that begins with an exclamation mark must stand in quotation marks.';
    case 'BAD_ALIAS': return 'a value that begins with "&" or "*" must stand in quotation marks.';
    case 'BAD_DQ_ESCAPE': return 'a backslash within double quotation marks must be written twice.';
    case 'BLOCK_AS_IMPLICIT_KEY': return /:\s/.test(`${line} `) ? 'a value with a colon and a space in it must stand in quotation marks.' : 'the next line is indented as if it went on with this value.';
    case 'BAD_INDENT': {
      if (message.startsWith('Flow sequence')) return 'a square bracket is opened before this place and not closed.';
      if (message.startsWith('Flow map')) return 'a brace is opened before this place and not closed.';
      return 'the line is indented otherwise than those that it belongs to.';
    }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR': return 'here should stand a key, a colon, a space and a value.';
    case 'BLOCK_IN_FLOW': return 'a bracket or a brace is opened before this place and not closed.';
    case 'UNEXPECTED_TOKEN': {
      if (message.endsWith('at node end')) return 'the value ended before this place, at a quotation mark or a bracket.';
      return `"${line.slice(0, 20).trim()}" stands where nothing of the kind can.`;
    }
    default: return message.split('\n')[0]?.replace(/[.:]?$/, '.') ?? '';
  }
}
