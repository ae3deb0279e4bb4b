// A word → every stretch of it that is a known part of Danish compounds, found in one walk a letter over a graph of words.
// The graph (scripts/compound-parts.mjs; Appel and Jacobson 1988) is read as it lies on the disk: nothing is parsed at start-up.
import { existsSync, readFileSync } from 'node:fs';

/** Which stretches of a word are known; letters from `start` up to `end`. */
export interface Parts {
  has(start: number, end: number): boolean;
  /** As it stands, or with an e behind it: "arbejd" of arbejde. */
  hasStem(start: number, end: number): boolean;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøåé';
/** A letter's number by its code; NONE for what is no letter of a part. */
const NONE = 255;
const NUMBERS = new Uint8Array(256).fill(NONE);
for (let n = 0; n < LETTERS.length; n += 1) NUMBERS[LETTERS.charCodeAt(n)] = n;
const E = 4;
const WORD = 32, LAST = 64;
const WHOLE = 1, WITH_E = 2;

let graph: Uint32Array | undefined;

export function findParts(word: string): Parts {
  graph ??= readGraph();
  const { length } = word;
  const size = length + 1;
  const found = new Uint8Array(size * size);
  for (let start = 0; start < length; start += 1) {
    let first = 1;
    for (let at = start; at < length && first !== 0; at += 1) {
      const code = word.charCodeAt(at);
      const edge = edgeOf(graph, first, code < 256 ? NUMBERS[code] as number : NONE);
      if (edge === 0) break;
      first = edge >>> 8;
      const withE = first !== 0 && (edgeOf(graph, first, E) & WORD) !== 0;
      found[start * size + at + 1] = ((edge & WORD) !== 0 ? WHOLE : 0) | (withE ? WITH_E : 0);
    }
  }
  return {
    has: (start, end) => ((found[start * size + end] ?? 0) & WHOLE) !== 0,
    hasStem: (start, end) => (found[start * size + end] ?? 0) !== 0,
  };
}

/** The edge of that letter among those of the node that begins at `first`; 0 if it has none. */
function edgeOf(edges: Uint32Array, first: number, letter: number): number {
  if (letter === NONE) return 0;
  for (let at = first; at < edges.length; at += 1) {
    const edge = edges[at] as number;
    if ((edge & 31) === letter) return edge;
    if ((edge & LAST) !== 0) return 0;
  }
  return 0;
}

/** Beside the rooms in src/, beside the code in dist/ and dist/chunks/. */
function readGraph(): Uint32Array {
  const here = new URL('./data/da-parts.graph', import.meta.url);
  const bytes = readFileSync(existsSync(here) ? here : new URL('../data/da-parts.graph', import.meta.url));
  // Little-endian on the disk, as nearly every machine is.
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 && bytes.byteOffset % 4 === 0) return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const numbers = new Uint32Array(bytes.length >> 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = view.getUint32(at * 4, true);
  return numbers;
}
