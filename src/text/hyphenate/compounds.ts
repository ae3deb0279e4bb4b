// A Danish word → the joints between the parts of a compound: "ældrepleje" → ældre-pleje, "samfundsøkonomisk" → samfunds-økonomisk.
// The parts come from the stems of Stavekontrolden's dictionary (scripts/compound-parts.mjs; licence in docs/hyphenation.md).
import { existsSync, readFileSync } from 'node:fs';

/** Endings that a compound's last part may have behind its stem. */
const ENDINGS = ['ernes', 'ene', 'enes', 'erne', 'ens', 'ets', 'ers', 'ende', 'ede', 'edes', 'else', 'elsen', 'elser', 'en', 'et', 'er', 'es', 'nes', 'ne', 'te', 'e', 'n', 't', 'r', 's', 'rne', 'rnes', 'ns', 'ts', 'rs', 'ere', 'est', 'este'];
/** Inside these a joint never stands: what looks like a short word is the rest of a longer one. */
const LEAST_PART = 3;
const LEAST_LAST = 4;
/** Short words that do close compounds; others of three letters at a word's end are mostly endings. */
const SHORT_LAST = new Set(['råd', 'mål', 'pct', 'tal', 'kår', 'nød', 'lov', 'rum', 'vej', 'tid', 'syn', 'del', 'mad', 'liv', 'bil', 'ord', 'bog', 'dag', 'løn', 'år', 'uge', 'led', 'bud', 'hus', 'eje', 'leg', 'kort', 'gård']);
/** Short words that do open compounds or are prefixes. */
const SHORT_FIRST = new Set(['til', 'fra', 'ind', 'ned', 'mod', 'med', 'ved', 'for', 'før', 'top', 'bil', 'bog', 'dag', 'hus', 'jul', 'løn', 'lov', 'mad', 'nat', 'nød', 'råd', 'tid', 'tre', 'tog', 'ung', 'vej', 'vin', 'ord', 'byg', 'fag', 'fri', 'kul', 'liv', 'mål', 'rum', 'sol', 'tal', 'tov', 'gas', 'hav', 'sms', 'net', 'olie', 'syn', 'køn', 'død', 'arv', 'eje', 'lån', 'køb', 'bus', 'syv', 'bro', 'sne', 'kyst', 'sag', 'jord', 'vand', 'hver', 'mel', 'per', 'uge', 'øko', 'bio', 'geo', 'sam', 'mis', 'ude', 'inde', 'bag', 'gen', 'hel', 'del', 'nær', 'små', 'stor', 'høj', 'lav', 'lang', 'kort', 'pro', 'sub', 'tvær', 'over', 'under', 'efter', 'mellem', 'hoved', 'nabo', 'yder', 'op', 'ud', 'af', 'på', 'an', 'om', 'by', 'it', 'eu', 'ø']);

/** What the dictionary lacks as stems of their own, or has only whole. */
const MORE = new Set(['ældre', 'dagpenge', 'trepart', 'folke', 'syge', 'sygedagpenge', 'multi', 'kommunal', 'regional', 'arbejdsmarked', 'velfærd', 'beskæftigelse', 'selv', 'fælles', 'nøgle']);
/** Words that only look like compounds of known parts. */
const EXCEPTIONS: Readonly<Record<string, readonly number[]>> = { overenskomst: [4, 7], overenskomsten: [4, 7], overenskomster: [4, 7], overenskomsterne: [4, 7], forrest: [], lodsejer: [4], lodsejere: [4], lodsejerne: [4], allerede: [4], sygedagpenge: [4], brugere: [], borgere: [] };

let text: string | undefined;
const buckets = new Map<string, ReadonlySet<string>>();

/** The sorted list is never read whole: only the words that begin with the same two letters, when they are asked for. */
const known = {
  has(word: string): boolean {
    if (MORE.has(word)) return true;
    const head = word.slice(0, 2);
    let bucket = buckets.get(head);
    if (!bucket) buckets.set(head, (bucket = readBucket(head)));
    return bucket.has(word);
  },
};

function readBucket(head: string): ReadonlySet<string> {
  text ??= readFileSync(dataFile(), 'utf8');
  const from = firstLine(text, head);
  let to = from;
  while (text.startsWith(head, to)) {
    const end = text.indexOf('\n', to);
    if (end < 0) return new Set(text.slice(from).split('\n'));
    to = end + 1;
  }
  return new Set(text.slice(from, to).split('\n'));
}

/** Where the first line begins that is not before `head`: halving over lines. */
function firstLine(list: string, head: string): number {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = list.lastIndexOf('\n', middle - 1) + 1;
    if (list.slice(line, line + head.length) < head) {
      const end = list.indexOf('\n', middle);
      low = end < 0 ? list.length : end + 1;
    } else high = line;
  }
  return low;
}

/** Beside the code in src/, in dist/ and in dist/chunks/. */
function dataFile(): URL {
  const here = new URL('./data/da-parts.txt', import.meta.url);
  return existsSync(here) ? here : new URL('../data/da-parts.txt', import.meta.url);
}

/** Of the short openers, those that stand before verbs and their nouns. */
const PREFIXES = new Set(['til', 'fra', 'ind', 'ned', 'med', 'ved', 'for', 'før', 'gen', 'ud', 'op', 'af', 'på', 'an', 'om', 'tre', 'bag', 'sam', 'mis']);

interface Way { readonly score: number; readonly joints: readonly number[] }

/** Indices of the letters that begin a further part; empty for a word that is none, or none that is known. */
export function findJoints(word: string): readonly number[] {
  if (word.length < 6) return [];
  const exception = EXCEPTIONS[word];
  if (exception) return exception;
  const simple = isSimple(word);
  if (simple && word.length < 10) return [];
  const ways: (Way | undefined)[] = new Array<Way | undefined>(word.length + 1);
  ways[0] = { score: 0, joints: [] };
  for (let end = 2; end <= word.length; end += 1) {
    for (let start = 0; start <= end - 2; start += 1) {
      const way = ways[start];
      if (!way) continue;
      const last = end === word.length;
      const price = last ? lastPart(word.slice(start), start) : innerPart(word.slice(start, end), start);
      if (price === undefined) continue;
      const score = way.score + price;
      // Beside a joint no consonant is doubled by an ending: "brik-kerne" is brikk-erne.
      if (last && start > 0 && word.charAt(start) === word.charAt(start - 1) && /^(.)(?:e|en|er|et|ene|ens|ers|ets|erne|ernes|ende|ede|ere|est|este)$/.test(word.slice(start))) continue;
      const best = ways[end];
      if (!best || score < best.score) ways[end] = { score, joints: start === 0 ? [] : [...way.joints, start] };
    }
  }
  const found = ways[word.length];
  if (!found) return [];
  // A word that the dictionary has whole needs parts that leave no doubt.
  if (simple && found.joints.some((joint, index) => joint < 4 && index === 0 && !PREFIXES.has(word.slice(0, joint)))) return [];
  return found.joints;
}

/** A word that stands in the dictionary as no compound, with an ending or without. */
function isSimple(word: string): boolean {
  if (known.has(word)) return true;
  return ENDINGS.some((ending) => word.endsWith(ending) && word.length - ending.length >= 4 && (known.has(word.slice(0, -ending.length)) || known.has(`${word.slice(0, -ending.length)}e`)));
}

/** Fewer and longer parts are likelier: each costs one, short ones more. */
const priceOf = (letters: number): number => 1 + (letters < 4 ? 0.6 : letters < 5 ? 0.2 : 0);

function innerPart(part: string, start: number): number | undefined {
  if (part.length < LEAST_PART) return SHORT_FIRST.has(part) && start === 0 ? 1.7 : undefined;
  if (part.length === LEAST_PART && !SHORT_FIRST.has(part)) return undefined;
  if (known.has(part) || (part.length <= 6 && SHORT_FIRST.has(part))) return priceOf(part.length);
  const stem = part.slice(0, -1);
  // The linking s and e: "sundheds-", "børne-", "arbejds-" (of arbejde).
  if (part.endsWith('s') && stem.length >= 3 && (known.has(stem) || known.has(`${stem}e`))) return priceOf(stem.length) + 0.1;
  if (part.endsWith('e') && stem.length >= 4 && known.has(stem)) return priceOf(stem.length) + 0.2;
  if (part.endsWith('er') && part.length >= 6 && known.has(part.slice(0, -2))) return priceOf(part.length) + 0.3;
  return undefined;
}

/** Endings that are words too: "digitalise-ring", "korrekt-uren", "politi-kerne" are none. */
const NO_LAST = new Set(['ring', 'ringen', 'ringer', 'ringers', 'ringens', 'ringerne', 'ure', 'uren', 'urer', 'kerne', 'kernes', 'tere', 'tering', 'seret', 'sere']);

function lastPart(part: string, start: number): number | undefined {
  if (start === 0 || NO_LAST.has(part)) return undefined;
  if (known.has(part) && (part.length >= LEAST_LAST || SHORT_LAST.has(part))) return priceOf(part.length);
  for (const ending of ENDINGS) {
    if (!part.endsWith(ending)) continue;
    const stem = part.slice(0, -ending.length);
    const whole = known.has(stem) ? stem : known.has(`${stem}e`) ? `${stem}e` : stem.length > 3 && stem.at(-1) === stem.at(-2) && known.has(stem.slice(0, -1)) ? stem : undefined;
    if (whole !== undefined && (stem.length >= LEAST_LAST || (stem.length === 3 && SHORT_LAST.has(stem)))) return priceOf(stem.length) + 0.15;
  }
  return undefined;
}
