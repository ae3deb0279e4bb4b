// A word → where it may be divided in its language, joints of compounds marked.
import { loadPatterns, type Patterns } from './patterns.ts';

export interface Division {
  /** The second part's first letter. */
  readonly at: number;
  /** Between two parts of a compound. */
  readonly joint: boolean;
}

export interface Hyphenator { divide(word: string): readonly Division[] }

const FILES: Readonly<Record<string, string>> = {
  da: 'da', nb: 'nb', nn: 'nn', no: 'nb', sv: 'sv', en: 'en-gb', 'en-us': 'en-us', de: 'de-1996', fr: 'fr', nl: 'nl', fi: 'fi', pl: 'pl', es: 'es',
};

const made = new Map<string, Hyphenator>();

/** Undefined for a language whose rules are not known. */
export function hyphenatorFor(language: string): Hyphenator | undefined {
  const tag = language.toLowerCase();
  const primary = tag.split('-')[0] ?? tag;
  const file = FILES[tag] ?? FILES[primary];
  if (file === undefined) return undefined;
  let hyphenator = made.get(file);
  if (!hyphenator) made.set(file, (hyphenator = createHyphenator(file)));
  return hyphenator;
}

function createHyphenator(file: string): Hyphenator {
  const known = new Map<string, readonly Division[]>();
  let patterns: Patterns | undefined;
  return {
    divide(word) {
      let divisions = known.get(word);
      if (divisions) return divisions;
      // Acronyms and names in capitals are not divided.
      if (/\p{Lu}/u.test(word.slice(1))) divisions = [];
      else {
        const levels = (patterns ??= loadPatterns(file)).levels(word.toLowerCase());
        const found: Division[] = [];
        for (let at = 2; at <= word.length - 2; at += 1) if (((levels[at] ?? 0) & 1) === 1) found.push({ at, joint: false });
        divisions = found;
      }
      known.set(word, divisions);
      return divisions;
    },
  };
}
