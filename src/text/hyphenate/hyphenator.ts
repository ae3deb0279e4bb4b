// A word → where it may be divided in its language, joints of compounds marked.
import { jointsOf } from './compounds.ts';
import { Recent } from '../recent.ts';
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
  const known = new Recent<readonly Division[]>();
  let patterns: Patterns | undefined;
  return {
    divide(word) {
      let divisions = known.get(word);
      if (divisions) return divisions;
      // Acronyms and names in capitals are not divided.
      if (/\p{Lu}/u.test(word.slice(1))) divisions = [];
      else {
        patterns ??= loadPatterns(file);
        divisions = file === 'da' ? divideDanish(word.toLowerCase(), patterns) : divideByPatterns(word.toLowerCase(), patterns);
      }
      known.set(word, divisions);
      return divisions;
    },
  };
}

function divideByPatterns(word: string, patterns: Patterns): Division[] {
  const levels = patterns.levels(word);
  const found: Division[] = [];
  for (let at = 2; at <= word.length - 2; at += 1) if (((levels[at] ?? 0) & 1) === 1) found.push({ at, joint: false });
  return found;
}

/** Letters that a part keeps together at a joint: "sundhedsre-form" would mislead. */
const FROM_JOINT = 3;

/** Between the parts first; within them each part by the patterns as if it stood alone, so that no pattern reaches over a joint. */
function divideDanish(word: string, patterns: Patterns): Division[] {
  const { sure, doubtful: doubted } = jointsOf(word);
  // Where the parts leave a doubt, the patterns may settle it; else nothing near it is divided.
  const levels = doubted.length > 0 ? patterns.levels(word) : undefined;
  const allows = (at: number): boolean => ((levels?.[at] ?? 0) & 1) === 1;
  // Behind a long part an s may belong to either; patterns don't know.
  const settled = doubted.filter((at) => !(at > 5 && word.charAt(at) === 's') && allows(at) && !allows(at - 1) && !allows(at + 1));
  const joints = settled.length > 0 ? [...sure, ...settled].sort((a, b) => a - b) : sure;
  const doubtful = doubted.filter((at) => !settled.includes(at));
  const found: Division[] = [];
  const edges = [0, ...joints, word.length];
  for (let part = 0; part + 1 < edges.length; part += 1) {
    const [from, to] = [edges[part] ?? 0, edges[part + 1] ?? 0];
    if (from > 0) found.push({ at: from, joint: true });
    for (const { at } of divideByPatterns(word.slice(from, to), patterns)) {
      const farFromJoints = (from === 0 || at >= FROM_JOINT) && (to === word.length || to - from - at >= FROM_JOINT);
      if (farFromJoints && !doubtful.some((joint) => Math.abs(joint - from - at) <= 1) && !misleads(word, from + at) && !(joints.length === 0 && mayLink(word, from + at))) found.push({ at: from + at, joint: false });
    }
  }
  return found;
}

/** What the patterns get wrong within a part: a vowel alone, and the ending -ial, -ion cut after its first vowel. */
function misleads(word: string, at: number): boolean {
  const before = word.slice(Math.max(0, at - 3), at), after = word.slice(at, at + 2);
  return /[aeiouyæøå][iu]$/.test(before) && /^[aeo][ln]?/.test(after) || /(?:^|[^aeiouyæøåé])i$/.test(before) && /^[aeou]/.test(after);
}

/** In a long word of unknown parts an s behind a consonant may be the one that links them: "trepart-saftale" would mislead. */
const mayLink = (word: string, at: number): boolean => at > 5 && word.length - at >= 6 && word.charAt(at) === 's' && /[^aeiouyæøåés]/.test(word.charAt(at - 1));
