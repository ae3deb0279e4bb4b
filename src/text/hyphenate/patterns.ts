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
  const walk = new Walk(values, tree);
  const known = new Map<string, readonly number[]>(Object.entries(exceptions ?? {}));
  return {
    levels(word) {
      const exception = known.get(word);
      if (exception) {
        const levels = new Uint8Array(word.length + 1);
        for (const at of exception) levels[at] = 1;
        return levels;
      }
      return walk.levels(word);
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

/** Letters of the languages that are divided, and the dot that stands at a word's ends. */
const CODES = 0x250;
const DOT = 0x2e;

/** What follows a letter: the levels of the patterns that end with it (-1: none does), and where the walk goes on, opened when it does. */
interface Step { readonly row: number; next: readonly (Step | undefined)[] | undefined; readonly tree: { readonly [letter: string]: Node } | undefined }

/** The tree as rows of steps by the letters' numbers: objects by letter are each of another shape, and slow to look into. */
class Walk {
  private readonly numbers = new Uint16Array(CODES);
  private count = 0;
  private readonly first: readonly (Step | undefined)[];

  constructor(private readonly values: readonly (readonly number[])[], tree: { readonly [letter: string]: Node }) {
    this.first = this.open(tree);
  }

  /** Numbers stand between letters; of all that patterns put in one place, the highest counts. */
  levels(word: string): Uint8Array {
    const { values, numbers } = this;
    const { length } = word;
    const levels = new Uint8Array(length + 1);
    const letters: number[] = [this.number(DOT)];
    for (let at = 0; at < length; at += 1) {
      const code = word.charCodeAt(at);
      // A letter may first be seen here: branches that have not been opened name it perhaps.
      letters.push(code < CODES ? numbers[code] || this.number(code) : 0);
    }
    letters.push(this.number(DOT));
    for (let start = 0; start <= length; start += 1) {
      let steps: readonly (Step | undefined)[] = this.first;
      // A pattern's numbers begin before its first letter; the dot before the word is no letter.
      const shift = start === 0 ? 0 : start - 1;
      for (let at = start; at < length + 2; at += 1) {
        const step: Step | undefined = steps[letters[at] as number];
        if (step === undefined) break;
        if (step.row >= 0) {
          const marks = values[step.row] as readonly number[];
          for (let n = 0; n < marks.length; n += 1) {
            const level = marks[n] as number;
            const place = shift + n;
            if (level !== 0 && place <= length && level > (levels[place] as number)) levels[place] = level;
          }
        }
        if (step.next === undefined) {
          if (step.tree === undefined) break;
          step.next = this.open(step.tree);
        }
        steps = step.next;
      }
    }
    return levels;
  }

  private number(code: number): number {
    return (this.numbers[code] ||= this.count += 1);
  }

  private open(tree: { readonly [letter: string]: Node }): readonly (Step | undefined)[] {
    const steps: (Step | undefined)[] = [undefined];
    for (const letter in tree) {
      const code = letter.charCodeAt(0);
      if (code >= CODES) continue;
      const number = this.number(code);
      while (steps.length <= number) steps.push(undefined);
      const node = tree[letter] as Node;
      steps[number] = typeof node === 'number' ? { row: node, next: undefined, tree: undefined }
        : isPair(node) ? { row: node[1], next: undefined, tree: node[0] } : { row: -1, next: undefined, tree: node };
    }
    return steps;
  }
}

const isPair = (node: Exclude<Node, number>): node is readonly [{ readonly [letter: string]: Node }, number] => Array.isArray(node);
