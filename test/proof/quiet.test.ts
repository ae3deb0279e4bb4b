// What looks wrong and is right: the rules that hold a publication against itself say nothing loud of it.
import { describe, expect, it } from 'vitest';
import { AGAINST_ITSELF, proof, readCorpus, source } from './corpus.ts';

describe('hard cases that are right', () => {
  it('are let alone', async () => {
    const { diagnostics, parse } = await proof([source('01.md', readCorpus('right.md'))], { title: 'Årsberetning 2025', date: '2026-03-19' });
    expect(parse).toEqual([]);
    const loud = diagnostics.filter(({ rule, severity }) => AGAINST_ITSELF.has(rule) && severity !== 'info').map(({ rule, message, span }) => `${span.line}:${span.column} ${rule} ${message}`);
    expect(loud, loud.join('\n')).toEqual([]);
  });
});
