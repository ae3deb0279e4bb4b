// The corpus of right and wrong Danish → a publication, where its errors stand, and how many of them are found.
import { readFileSync } from 'node:fs';
import { Diagnostics, type Diagnostic } from '../../src/diagnostics/index.ts';
import { parseManuscript } from '../../src/markdown/index.ts';
import { proofread, type ProofOptions } from '../../src/proof/index.ts';
import type { Publication, SourceFile } from '../../src/publication/index.ts';

export const source = (name: string, text: string): SourceFile => ({ file: `/made-up/${name}`, name, text });

export interface Proofed { readonly diagnostics: readonly Diagnostic[]; readonly parse: readonly Diagnostic[] }

/** A made-up publication of these chapters, proofread. */
export async function proof(chapters: readonly SourceFile[], options: Partial<ProofOptions> & { title?: string; date?: string } = {}): Promise<Proofed> {
  const language = options.language ?? 'da';
  const config = { title: options.title ?? 'Beretning 2025', language, date: options.date ?? '2026-02-26', template: 'plain', output: '/made-up/out.pdf', pdf: { standard: 'ua1+a2a', attachManuscript: false }, lint: new Map() };
  const publication = {
    folder: '/made-up', configFile: source('publication.yaml', ''), config, chapters, words: options.words ?? [],
    template: { name: 'plain', chain: [], places: [], font: () => undefined }, read: () => ({ reason: 'made up' }),
  } as unknown as Publication;
  const parse = new Diagnostics();
  const document = parseManuscript(publication, parse);
  const found = new Diagnostics();
  await proofread(document, chapters, { words: options.words ?? [], lint: options.lint ?? new Map(), language }, found);
  return { diagnostics: found.list(), parse: parse.list() };
}

export interface Mark { readonly line: number; readonly from: number; readonly to: number; readonly wrong: string; readonly right: string; readonly sentence: string }

/** `{wrong|right}` in a line of the corpus: the text as an editor wrote it, a paragraph a line, and the errors in it. */
export function readMarked(text: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const lines: string[] = ['# Øvrige sider', ''];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    let plain = '';
    let at = 0;
    for (const match of line.matchAll(/\{([^{|}]*)\|([^{|}]*)\}/g)) {
      plain += line.slice(at, match.index);
      const [, wrong = '', right = ''] = match;
      if (wrong !== right) marks.push({ line: lines.length + 1, from: plain.length + 1, to: plain.length + 1 + wrong.length, wrong, right, sentence: line });
      plain += wrong;
      at = match.index + match[0].length;
    }
    lines.push(plain + line.slice(at), '');
  }
  return { text: lines.join('\n'), marks };
}

export const readCorpus = (name: string): string => readFileSync(new URL(`corpus/${name}`, import.meta.url), 'utf8');

export interface Score { readonly found: readonly Mark[]; readonly missed: readonly Mark[]; readonly right: readonly Diagnostic[]; readonly wrong: readonly Diagnostic[] }

/** A finding is right where it touches an error; an error is found where a finding touches it. Warnings and errors only. */
export function score(file: string, marks: readonly Mark[], diagnostics: readonly Diagnostic[]): Score {
  const loud = diagnostics.filter(({ severity }) => severity !== 'info');
  const touches = (mark: Mark, { span }: Diagnostic): boolean => span.file === file && span.line === mark.line && span.column <= mark.to && mark.from <= span.endColumn;
  return {
    found: marks.filter((mark) => loud.some((finding) => touches(mark, finding))), missed: marks.filter((mark) => !loud.some((finding) => touches(mark, finding))),
    right: loud.filter((finding) => marks.some((mark) => touches(mark, finding))), wrong: loud.filter((finding) => !marks.some((mark) => touches(mark, finding))),
  };
}

/** The rules that hold a publication against itself. */
export const AGAINST_ITSELF = new Set(['stale-year', 'invalid-date', 'date-range', 'table-sum', 'key-figure', 'count-claim', 'parts-sum', 'change-claim', 'name-variant', 'hyphen-variant', 'joint-variant', 'mixed-form', 'missing-reference', 'link-text', 'duplicate-paragraph']);
