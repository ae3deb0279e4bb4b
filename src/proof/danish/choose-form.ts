// A place in a sentence and the forms that could stand there → how likely each is, by weights learnt from right Danish (scripts/form-weights.mjs).
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { mix } from './context.ts';
import type { Form } from './forms.ts';

/** Weights lie in a table of 2^BITS by the number of their feature and class. */
export const BITS = 19;

export const slot = (feature: number, letter: number): number => mix(feature, letter) >>> (32 - BITS);

/** Logarithms of the forms' probabilities, up to one number that all share. */
export function scores(forms: readonly Form[], features: readonly number[], weights: Int8Array): number[] {
  const known = new Map<number, number>();
  return forms.map(({ classes }) => {
    let sum = -Infinity;
    for (const letter of classes) {
      let score = known.get(letter);
      if (score === undefined) {
        let whole = 0;
        for (const feature of features) whole += weights[slot(feature, letter)] ?? 0;
        score = whole / SCALE;
        known.set(letter, score);
      }
      sum = sum === -Infinity ? score : Math.max(sum, score) + Math.log1p(Math.exp(-Math.abs(sum - score)));
    }
    return sum;
  });
}

/** A weight of 1 in the file. */
export const SCALE = 24;
let table: Promise<Int8Array> | undefined;

/** The learnt weights, read once a process. Beside the rooms in src/, beside the code in dist/ and dist/chunks/. */
export function readWeights(): Promise<Int8Array> {
  return (table ??= (async () => {
    const here = ['../data/', './data/'].map((folder) => new URL(`${folder}da-forms.bin`, import.meta.url)).find((url) => existsSync(url));
    if (!here) throw new Error('da-forms.bin is missing');
    return new Int8Array(await readFile(here));
  })());
}
