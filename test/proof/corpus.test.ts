// Precision and recall on the corpus: floors that a change may raise and never lower.
import { describe, expect, it } from 'vitest';
import { proof, readCorpus, readMarked, score, source } from './corpus.ts';

const clean = ['clean.md', 'prose.md', 'clean-2.md', 'clean-8.md', 'clean-9.md', 'clean-10.md'].map((name) => source(name, readCorpus(name)));

describe('the corpus', () => {
  it('says nothing loud about clean Danish', async () => {
    const { diagnostics, parse } = await proof(clean);
    expect(parse).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule, message, span }) => `${span.file}:${span.line}:${span.column} ${rule} ${message}`)).toEqual([]);
  });

  it.each([['wrong.md', 0.97], ['wrong-2.md', 0.94], ['wrong-3.md', 0.85], ['wrong-4.md', 0.92], ['wrong-5.md', 0.92], ['wrong-6.md', 0.87], ['wrong-7.md', 0.81], ['wrong-8.md', 0.72], ['wrong-9.md', 0.77], ['wrong-10.md', 0.64], ['wrong-11.md', 0.57]] as const)('finds the errors of %s', async (name, floor) => {
    const { text, marks } = readMarked(readCorpus(name));
    const { diagnostics } = await proof([...clean, source(name, text)]);
    const { found, missed, right, wrong } = score(`/made-up/${name}`, marks, diagnostics);
    const percent = (part: number, whole: number): string => `${(100 * part / whole).toFixed(1)} %`;
    console.log(`${name}: ${found.length} of ${marks.length} errors found (${percent(found.length, marks.length)}), ${right.length} of ${right.length + wrong.length} findings right (${percent(right.length, right.length + wrong.length)})`);
    expect(marks.length).toBeGreaterThan(50);
    expect(wrong.map(({ rule, message, span }) => `${span.line}:${span.column} ${rule} ${message}`)).toEqual([]);
    expect(right.length).toBeGreaterThanOrEqual(found.length);
    expect(found.length / marks.length, missed.map(({ sentence }) => sentence).join('\n')).toBeGreaterThanOrEqual(floor);
  });

  it('points at no more than what is wrong', async () => {
    const { text, marks } = readMarked(readCorpus('wrong.md'));
    const { diagnostics } = await proof([...clean, source('wrong.md', text)]);
    const { right } = score('/made-up/wrong.md', marks, diagnostics);
    const long = right.filter(({ span }) => span.endLine !== span.line || span.endColumn - span.column > 32);
    expect(long.map(({ message }) => message)).toEqual([]);
  });

  it('fixes nothing wrongly: a fix makes the sentence right, or is not offered', async () => {
    const { text, marks } = readMarked(readCorpus('wrong.md'));
    const { diagnostics } = await proof([...clean, source('wrong.md', text)]);
    const lines = text.split('\n');
    let fixed = 0;
    const bad: string[] = [];
    for (const { span, fix, rule } of diagnostics) {
      const on = marks.filter(({ line }) => line === span.line);
      if (fix === undefined || !span.file.endsWith('wrong.md') || on.length !== 1) continue;
      const [mark] = on;
      const line = lines[span.line - 1] ?? '';
      const made = line.slice(0, span.column - 1) + fix + line.slice(span.endColumn - 1);
      const right = mark?.sentence.replace(/\{[^{|}]*\|([^{|}]*)\}/g, '$1').replace(/ (?=,)/g, '');
      if (made === right) fixed++;
      else bad.push(`${rule}: ${made} | ${right ?? ''}`);
    }
    expect(fixed).toBeGreaterThan(120);
    expect(bad.length, bad.join('\n')).toBeLessThan(fixed * 0.08);
  });
});
