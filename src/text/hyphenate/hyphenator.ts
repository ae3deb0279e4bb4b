// A word → where it may be divided in its language, joints of compounds marked.
import { jointsOf } from './compounds.ts';
import { Recent } from '../recent.ts';
import { loadPatterns, type Patterns } from './patterns.ts';

export interface Division {
  /** The second part's first letter. */
  readonly at: number;
  /** Between two parts of a compound. */
  readonly joint: boolean;
  /** Within a part, so close to a joint that a hyphen there is read as if it stood at the joint: only where else a line had holes. */
  readonly close?: boolean;
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
        divisions = divideIn(file, word.toLowerCase(), patterns);
      }
      known.set(word, divisions);
      return divisions;
    },
  };
}

function divideIn(file: string, word: string, patterns: Patterns): readonly Division[] {
  if (file === 'da') return divideDanish(word, patterns);
  const found = divideByPatterns(word, patterns);
  if (SCANDINAVIAN.has(file)) return found.filter(({ at }) => !mayOpen(word, at));
  // Behind a joint a Finnish part may begin with a vowel that is a syllable: "oletusa-setukset" would mislead.
  return file === 'fi' ? found.filter(({ at }) => !(/[aeiouyäö]/.test(word.charAt(at - 1)) && found.some((other) => other.at === at - 1))) : found;
}

function divideByPatterns(word: string, patterns: Patterns): Division[] {
  const levels = patterns.levels(word);
  const found: Division[] = [];
  for (let at = 2; at <= word.length - 2; at += 1) if (((levels[at] as number) & 1) === 1) found.push({ at, joint: false });
  return found;
}

/** Spelt as English words are and Danish ones are not. Danish patterns know no such words: they gave "keybo-ard", "has-her", "avai-lable". */
const FOREIGN = /.w|[tps]h(?!ed)|ck|ght|tch|oo(?!r)|oa|ee(?!l)|ea[dms]|ai[ln](?!e)|[aoe]y|[^aeiouyæøå]y$|(?:able|ious|ness)$/;

/** Places that English patterns divide at too. */
function inEnglish(word: string): (at: number) => boolean {
  english ??= loadPatterns('en-gb');
  const levels = english.levels(word);
  return (at) => ((levels[at] ?? 0) & 1) === 1;
}

let english: Patterns | undefined;

const SCANDINAVIAN: ReadonlySet<string> = new Set(['sv', 'nb', 'nn']);

/** In a long Swedish or Norwegian word of unknown parts a vowel behind a linking s may be the next one's first: "hjälpmedelsi-konen" would mislead. */
const mayOpen = (word: string, at: number): boolean => at > 6 && word.length - at >= 3 && /[^aeiouyæøåäös]s[aeiouyæøåäö]$/.test(word.slice(0, at));

/** Letters that a part keeps together at a joint: "sundhedsre-form" would mislead; behind the joint of a word as short as "samtaler" nothing does. */
const FROM_JOINT = 3;
const FROM_JOINT_SHORT = 2;
const SHORT = 10;

/** Between the parts first; within them each part by the patterns as if it stood alone, so that no pattern reaches over a joint. */
function divideDanish(word: string, patterns: Patterns): Division[] {
  const { sure, doubtful: doubted, likely } = jointsOf(word);
  // Where the parts leave a doubt, the patterns may settle it; else nothing near it is divided.
  const levels = doubted.length > 0 || likely.length > 0 ? patterns.levels(word) : undefined;
  const allows = (at: number): boolean => ((levels?.[at] ?? 0) & 1) === 1;
  // Behind a long part an s may belong to either; patterns don't know.
  const settled = doubted.length === 0 ? doubted : doubted.filter((at) => !(at > 5 && word.charAt(at) === 's') && allows(at) && !allows(at - 1) && !allows(at + 1));
  const joints = levels ? [...sure, ...settled, ...likely.filter(allows)].sort((a, b) => a - b) : sure;
  const doubtful = doubted.length === 0 ? doubted : doubted.filter((at) => !settled.includes(at));
  const found: Division[] = [];
  const least = word.length < SHORT ? FROM_JOINT_SHORT : FROM_JOINT;
  for (let part = 0; part <= joints.length; part += 1) {
    const from = part === 0 ? 0 : joints[part - 1] as number;
    const to = part === joints.length ? word.length : joints[part] as number;
    if (from > 0) found.push({ at: from, joint: true });
    const letters = from === 0 && to === word.length ? word : word.slice(from, to);
    const inside = divideByPatterns(letters, patterns);
    if (inside.length === 0) continue;
    const agrees = FOREIGN.test(letters) ? inEnglish(letters) : undefined;
    for (const { at } of inside) {
      if (agrees?.(at) === false) continue;
      const close = (from > 0 && at < least) || (to < word.length && to - from - at < FROM_JOINT);
      // "sko-lemad" would not be understood at all.
      if (close && word.length < SHORT) continue;
      if (!doubtful.some((joint) => Math.abs(joint - from - at) <= 1) && !misleads(word, from + at) && !(joints.length === 0 && mayLink(word, from + at))) found.push(close ? { at: from + at, joint: false, close } : { at: from + at, joint: false });
    }
  }
  return found;
}

/** What the patterns get wrong within a part: a vowel alone, the ending -ial, -ion cut after its first vowel, and a lone consonant kept from -ing ("spo-ring"). */
function misleads(word: string, at: number): boolean {
  const before = word.slice(Math.max(0, at - 3), at), after = word.slice(at, at + 2);
  if (/[aeiouyæøå][bcdfghjklmnpqrstvz]$/.test(before) && /^ing(?:s|e[nr](?:s|nes?)?)?$/.test(word.slice(at))) return true;
  return /[aeiouyæøå][iu]$/.test(before) && /^[aeo][ln]?/.test(after) || /(?:^|[^aeiouyæøåé])i$/.test(before) && /^[aeou]/.test(after);
}

/** In a long word of unknown parts an s behind a consonant may be the one that links them: "trepart-saftale" would mislead. */
const mayLink = (word: string, at: number): boolean => at > 5 && word.length - at >= 6 && word.charAt(at) === 's' && /[^aeiouyæøåés]/.test(word.charAt(at - 1));
