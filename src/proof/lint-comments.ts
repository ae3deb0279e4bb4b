// `<!-- lint-disable rule -->` in a chapter's text → the lines on which a rule is silent.
import type { Span } from '../document/index.ts';
import type { SourceFile } from '../publication/index.ts';

export interface LintComments {
  readonly names: readonly { readonly rule: string; readonly span: Span }[];
  silences(rule: string, line: number): boolean;
}

const COMMENT = /<!--\s*lint-disable((?:[\s,]+[\w-]+)*)\s*-->/g;

/** Alone on its line the comment holds for the block that follows; among words, for its line. Without names, for every rule. */
export function readLintComments({ file, text }: SourceFile): LintComments {
  const names: { rule: string; span: Span }[] = [];
  const ranges: { rules: readonly string[]; from: number; to: number }[] = [];
  if (text.includes('lint-disable')) {
    const lines = text.split('\n');
    let fence: string | undefined;
    lines.forEach((content, index) => {
      // In code a comment is code.
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
      if (fence === undefined && mark !== undefined) fence = mark;
      else if (fence !== undefined && mark?.startsWith(fence) === true && content.trim() === mark) { fence = undefined; return; }
      if (fence !== undefined) return;
      for (const match of content.matchAll(COMMENT)) {
        const rules = (match[1] ?? '').split(/[\s,]+/).filter(Boolean);
        if ((content.slice(0, match.index).match(/`/g)?.length ?? 0) % 2 === 1) continue;
        let at = match.index;
        for (const rule of rules) {
          at = content.indexOf(rule, at);
          names.push({ rule, span: { file, line: index + 1, column: at + 1, endLine: index + 1, endColumn: at + 1 + rule.length } });
          at += rule.length;
        }
        const alone = content.trim() === match[0].trim();
        ranges.push({ rules, from: index + 1, to: alone ? blockEnd(lines, index + 1) : index + 1 });
      }
    });
  }
  return {
    names,
    silences: (rule, line) => ranges.some(({ rules, from, to }) => line >= from && line <= to && (rules.length === 0 || rules.includes(rule))),
  };
}

/** The last line of the block after `index`: to the blank line, or to the closing colons of a directive that begins there. */
function blockEnd(lines: readonly string[], index: number): number {
  let at = index;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  const fence = /^\s*(:{3,})\S/.exec(lines[at] ?? '')?.[1];
  if (fence !== undefined) {
    for (let end = at + 1; end < lines.length; end++) if (lines[end]?.trim() === fence) return end + 1;
    return lines.length;
  }
  while (at < lines.length && lines[at]?.trim() !== '') at++;
  return at;
}
