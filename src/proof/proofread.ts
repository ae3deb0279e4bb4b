// Document + sources → Diagnostics: every rule over every passage, then severities, comments that turn rules off, and fixes checked.
import type { Diagnostic, Diagnostics, Severity } from '../diagnostics/index.ts';
import { spanAt, type Document, type Span } from '../document/index.ts';
import type { SourceFile } from '../publication/index.ts';
import { lineStarts } from './apply-fixes.ts';
import { readLintComments, type LintComments } from './lint-comments.ts';
import { readPassages } from './passage.ts';
import type { Finding, ProofContext, Rule } from './rule.ts';
import { ruleNames, rules } from './rules/index.ts';
import { nearestName } from './nearest.ts';
import { oldSpelling } from './old-spelling.ts';

export interface ProofOptions {
  /** `words:`, one an entry. */
  readonly words: readonly string[];
  readonly lint: ReadonlyMap<string, 'off' | Severity>;
  /** The publication.yaml that holds `lint`, for its unknown names. */
  readonly configFile?: SourceFile;
  /** How many pages it has, where that is known. */
  readonly pages?: number;
  /** BCP 47. */
  readonly language: string;
  /** Asked between rules; false: nobody waits for the findings any more. */
  goOn?(): Promise<boolean>;
}

export async function proofread(document: Document, sources: readonly SourceFile[], options: ProofOptions, diagnostics: Diagnostics): Promise<void> {
  const comments = new Map(sources.map((source) => [source.file, readLintComments(source)]));
  checkNames(sources, comments, options, diagnostics);
  const passages = readPassages(document, options.language);
  const danish = passages.some(({ language }) => language === 'da');
  const { openLexicon } = danish ? await import('./lexicon/index.ts') : { openLexicon: undefined };
  const lexicon = await openLexicon?.(options.words);
  const context: ProofContext = { document, passages, words: new Set(options.words), ...(lexicon ? { lexicon } : {}), ...(options.pages === undefined ? {} : { pages: options.pages }) };
  const texts = new Map(sources.map(({ file, text }) => [file, { text, starts: lineStarts(text) }]));
  const old = lexicon ? passages.flatMap((passage) => oldSpelling(passage, lexicon).map(({ from, to }) => passage.span(from, to))) : [];
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    const severity = options.lint.get(rule.id) ?? rule.severity;
    if (severity === 'off') continue;
    if (options.goOn && !(await options.goOn())) return;
    for (const finding of await rule.check(context)) {
      if (comments.get(finding.span.file)?.silences(rule.id, finding.span.line) || old.some((quoted) => within(finding.span, quoted))) continue;
      found.push(asDiagnostic(rule, severity, finding, texts));
    }
  }
  diagnostics.addAll(withoutOverlaps(found));
}

const within = (inner: Span, outer: Span): boolean => inner.file === outer.file
  && (inner.line > outer.line || inner.line === outer.line && inner.column >= outer.column) && (inner.endLine < outer.endLine || inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);

function asDiagnostic(rule: Rule, severity: Severity, { span, message, hint, fix, text, certain }: Finding, texts: ReadonlyMap<string, { text: string; starts: readonly number[] }>): Diagnostic {
  const source = texts.get(span.file);
  const from = (source?.starts[span.line - 1] ?? 0) + span.column - 1;
  const to = (source?.starts[span.endLine - 1] ?? 0) + span.endColumn - 1;
  // A fix is offered only where the source says exactly what the rule read: escapes and entities are the editor's.
  const safe = fix !== undefined && source !== undefined && source.text.slice(from, to) === text;
  return {
    severity: certain === false && severity === 'warning' ? 'info' : severity, rule: rule.id, span, message,
    ...(hint === undefined ? {} : { hint }), ...(safe ? { fix } : {}),
  };
}

/** Two rules that point at the same words say it once: the earlier rule in the list is the more exact. */
function withoutOverlaps(found: readonly Diagnostic[]): Diagnostic[] {
  const order = { error: 0, warning: 1, info: 2 };
  const kept: Diagnostic[] = [];
  const byLine = new Map<string, Diagnostic[]>();
  for (const diagnostic of [...found].sort((a, b) => order[a.severity] - order[b.severity])) {
    const { span } = diagnostic;
    const key = `${span.file}:${span.line}`;
    const others = byLine.get(key) ?? [];
    const covered = span.line === span.endLine && others.some((other) => other.span.line === other.span.endLine && other.rule !== diagnostic.rule
      && other.span.column < span.endColumn && span.column < other.span.endColumn);
    if (covered) continue;
    others.push(diagnostic);
    byLine.set(key, others);
    kept.push(diagnostic);
  }
  return kept.filter((diagnostic) => !isOfFalseAt(diagnostic, kept));
}

/** "antallet at timer": where another word is meant than "at", no infinitive is missed after it. */
const isOfFalseAt = ({ rule, span }: Diagnostic, found: readonly Diagnostic[]): boolean => rule === 'infinitive-after-at'
  && found.some((other) => /^(?:confusion|at-af)$/.test(other.rule) && other.span.file === span.file && other.span.endLine === span.line && other.span.endColumn === span.column - 1);

function checkNames(sources: readonly SourceFile[], comments: ReadonlyMap<string, LintComments>, options: ProofOptions, diagnostics: Diagnostics): void {
  const known = new Set(ruleNames);
  for (const { file } of sources) {
    for (const { rule, span } of comments.get(file)?.names ?? []) {
      if (!known.has(rule)) diagnostics.error('unknown-rule', span, `There is no rule "${rule}".`, nearestName(rule, ruleNames));
    }
  }
  for (const rule of options.lint.keys()) {
    if (!known.has(rule)) diagnostics.error('unknown-rule', placeOf(rule, options.configFile), `There is no rule "${rule}" (in "lint").`, nearestName(rule, ruleNames));
  }
}

/** Where `lint:` names the rule. */
function placeOf(rule: string, config: SourceFile | undefined): Span {
  if (!config) return spanAt('publication.yaml');
  const block = /^["']?lint["']?\s*:/m.exec(config.text);
  const from = block ? block.index + block[0].length : 0;
  const key = new RegExp(`(?<![\\w-])${rule.replace(/[^\w-]/g, '\\$&')}(?=["']?\\s*:)`).exec(config.text.slice(from));
  if (!key) return spanAt(config.file);
  const before = config.text.slice(0, from + key.index).split('\n');
  const line = before.length, column = (before.at(-1)?.length ?? 0) + 1;
  return { file: config.file, line, column, endLine: line, endColumn: column + rule.length };
}
