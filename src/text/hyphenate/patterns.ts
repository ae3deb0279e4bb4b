// A word + Liang's patterns → where it may be divided (Liang 1983, as TeX does it), on the pattern data of `hyphen`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Node = number | { readonly [letter: string]: Node } | readonly [{ readonly [letter: string]: Node }, number];
type PatternData = readonly [levels: readonly (readonly number[])[], tree: { readonly [letter: string]: Node }, exceptions?: Readonly<Record<string, readonly number[]>>];

/** A division's weight at each index of the word: odd allows it. Index n is before the word's n-th letter. */
export interface Patterns { levels(word: string): Uint8Array }

const load = createRequire(import.meta.url);

/** Loaded when the first word of a language has to be divided. */
export function loadPatterns(file: string): Patterns {
  const [values, tree, exceptions] = read(file);
  const known = new Map<string, readonly number[]>(Object.entries(exceptions ?? {}));
  return {
    levels(word) {
      const exception = known.get(word);
      if (exception) {
        const levels = new Uint8Array(word.length + 1);
        for (const at of exception) levels[at] = 1;
        return levels;
      }
      return match(`.${word}.`, values, tree);
    },
  };
}

/** As data where scripts/bundle.mjs has put it beside the program: as code it takes thirty times as long to read. */
function read(file: string): PatternData {
  for (const place of [`./data/patterns/${file}.json`, `../data/patterns/${file}.json`]) {
    const url = new URL(place, import.meta.url);
    if (existsSync(url)) return JSON.parse(readFileSync(url, 'utf8')) as PatternData;
  }
  return load(`hyphen/patterns/${file}.js`) as PatternData;
}

/** Numbers stand between letters; of all that patterns put in one place, the highest counts. */
function match(dotted: string, values: readonly (readonly number[])[], tree: { readonly [letter: string]: Node }): Uint8Array {
  const length = dotted.length - 2;
  const levels = new Uint8Array(length + 1);
  for (let start = 0; start < dotted.length - 1; start += 1) {
    let node: { readonly [letter: string]: Node } | undefined = tree;
    // A pattern's numbers begin before its first letter; the dot before the word is no letter.
    const shift = start === 0 ? 0 : start - 1;
    for (let at = start; node !== undefined && at < dotted.length; at += 1) {
      const found: Node | undefined = node[dotted.charAt(at)];
      if (found === undefined) break;
      node = undefined;
      let row = -1;
      if (typeof found === 'number') row = found;
      // Not taken apart as a pair: code that has just been started would make an iterator of it.
      else if (isPair(found)) { node = found[0]; row = found[1]; }
      else node = found;
      if (row < 0) continue;
      const marks = values[row] as readonly number[];
      for (let n = 0; n < marks.length; n += 1) {
        const place = shift + n;
        const level = marks[n] as number;
        if (level !== 0 && place <= length && level > (levels[place] as number)) levels[place] = level;
      }
    }
  }
  return levels;
}

const isPair = (node: Exclude<Node, number>): node is readonly [{ readonly [letter: string]: Node }, number] => Array.isArray(node);
