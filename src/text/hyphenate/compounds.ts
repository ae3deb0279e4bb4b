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
const SHORT_FIRST = new Set(['til', 'fra', 'ind', 'ned', 'mod', 'med', 'ved', 'for', 'før', 'top', 'bil', 'bog', 'dag', 'hus', 'jul', 'løn', 'lov', 'mad', 'nat', 'nød', 'råd', 'tid', 'tre', 'tog', 'ung', 'vej', 'vin', 'ord', 'byg', 'fag', 'fri', 'kul', 'liv', 'mål', 'rum', 'sol', 'tal', 'tov', 'gas', 'hav', 'sms', 'net', 'olie', 'syn', 'køn', 'død', 'arv', 'eje', 'lån', 'køb', 'bus', 'syv', 'bro', 'sne', 'kyst', 'sag', 'jord', 'vand', 'hver', 'mel', 'per', 'uge', 'øko', 'bio', 'geo', 'sam', 'mis', 'ude', 'inde', 'bag', 'gen', 'hel', 'del', 'nær', 'små', 'stor', 'høj', 'lav', 'lang', 'kort', 'pro', 'sub', 'tvær', 'over', 'under', 'efter', 'mellem', 'hoved', 'nabo', 'yder', 'lyd', 'fore', 'op', 'ud', 'af', 'på', 'an', 'om', 'by', 'it', 'eu', 'ø']);

/** What the dictionary lacks as stems of their own, or has only whole. */
const MORE = new Set(['ældre', 'forhånd', 'dagpenge', 'trepart', 'folke', 'syge', 'sygedagpenge', 'multi', 'kommunal', 'regional', 'arbejdsmarked', 'velfærd', 'beskæftigelse', 'selv', 'fælles', 'nøgle']);
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

/** Stems that are no compounds though their letters could be two words: no joint stands inside them. */
const WHOLE = ['beskriv', 'model', 'konstant', 'fore', 'foretag', 'forårsag', 'langsom', 'tjenest', 'eksempl', 'eksempel', 'netop', 'billed', 'sammenhæng', 'familie', 'forbruger', 'bruger', 'knap', 'kode', 'koden', 'serie', 'model', 'token', 'enhed', 'regning', 'stilling', 'stillet', 'skole'];

/** A joint is sure when no way without it is nearly as likely, and when it could not as well stand a letter further on. */
const DOUBT = 0.3;
const DOUBT_BESIDE = 0.6;

/** Indices of the letters that begin a further part; `doubtful` those that might as well stand elsewhere. Empty for a word that is no compound, or none that is known. */
export function jointsOf(word: string): { readonly sure: readonly number[]; readonly doubtful: readonly number[] } {
  if (word.length < 6) return NONE;
  const exception = EXCEPTIONS[word];
  if (exception) return { sure: exception, doubtful: [] };
  const simple = isSimple(word);
  if (simple && word.length < 10) return NONE;
  const { length } = word;
  const prices = new Float64Array((length + 1) * (length + 1)).fill(Infinity);
  const before = new Float64Array(length + 1).fill(Infinity);
  const from = new Int32Array(length + 1).fill(-1);
  before[0] = 0;
  for (let end = 2; end <= length; end += 1) {
    for (let start = 0; start <= end - 2; start += 1) {
      const way = before[start] ?? Infinity;
      if (way === Infinity) continue;
      const price = pricePart(word, start, end);
      if (price === undefined) continue;
      prices[start * (length + 1) + end] = price;
      if (way + price < (before[end] ?? Infinity)) { before[end] = way + price; from[end] = start; }
    }
  }
  const best = before[length] ?? Infinity;
  if (best === Infinity) return NONE;
  const joints: number[] = [];
  for (let at = from[length] ?? 0; at > 0; at = from[at] ?? 0) joints.unshift(at);
  // A word that the dictionary has whole needs parts that leave no doubt.
  if (simple && (joints[0] ?? 4) < 4 && !PREFIXES.has(word.slice(0, joints[0]))) return NONE;
  const after = new Float64Array(length + 1).fill(Infinity);
  after[length] = 0;
  for (let start = length - 2; start >= 0; start -= 1) {
    for (let end = start + 2; end <= length; end += 1) {
      const sum = (prices[start * (length + 1) + end] ?? Infinity) + (after[end] ?? Infinity);
      if (sum < (after[start] ?? Infinity)) after[start] = sum;
    }
  }
  const through = (at: number): number => (before[at] ?? Infinity) + (after[at] ?? Infinity);
  const priceOfPart = (start: number, end: number): number => prices[start * (length + 1) + end] ?? Infinity;
  const around = (joint: number): number => {
    let least = Infinity;
    for (let start = 0; start < joint; start += 1) {
      for (let end = joint + 1; end <= length; end += 1) {
        // "folke-skolelærer" has a joint in "skole-lærer" too: that way speaks for it.
        if (priceOfPart(start, joint) + priceOfPart(joint, end) < Infinity) continue;
        least = Math.min(least, (before[start] ?? Infinity) + priceOfPart(start, end) + (after[end] ?? Infinity));
      }
    }
    return least;
  };
  const candidates = joints.filter((joint) => !insideWhole(word, joint));
  const sure = candidates.filter((joint) => around(joint) > best + DOUBT && through(joint - 1) > best + DOUBT_BESIDE && through(joint + 1) > best + DOUBT_BESIDE);
  return { sure, doubtful: candidates.filter((joint) => !sure.includes(joint)) };
}

const NONE = { sure: [], doubtful: [] } as const;

function insideWhole(word: string, joint: number): boolean {
  return WHOLE.some((stem) => { const at = word.lastIndexOf(stem, joint - 1); return at >= 0 && joint < at + stem.length; });
}

/** After these a compound always has its s: "adgangs-koden", never "adgang-skoden". */
const TAKES_S = /(?:else|hed|ing|ion|dom|skab|tet|gang|værk)$/;

function pricePart(word: string, start: number, end: number): number | undefined {
  const part = word.slice(start, end);
  if (end < word.length) {
    const price = innerPart(part, start);
    return price !== undefined && part.length > 4 && word.charAt(end) === 's' && TAKES_S.test(part) ? price + 2 : price;
  }
  // Beside a joint no consonant is doubled by an ending: "brik-kerne" is brikk-erne.
  if (start > 0 && part.charAt(0) === word.charAt(start - 1) && /^(.)(?:e|en|er|et|ene|ens|ers|ets|erne|ernes|ende|ede|ere|est|este)$/.test(part)) return undefined;
  return lastPart(part, start);
}

/** A word that stands in the dictionary as no compound, with an ending or without. */
function isSimple(word: string): boolean {
  if (known.has(word)) return true;
  return ENDINGS.some((ending) => word.endsWith(ending) && word.length - ending.length >= 4 && isStem(word.slice(0, -ending.length)));
}

/** With its ending's e, or with the consonant that an ending doubles: "langsomm-e". */
const isStem = (stem: string): boolean => known.has(stem) || known.has(`${stem}e`) || (stem.at(-1) === stem.at(-2) && known.has(stem.slice(0, -1)));

/** Fewer and longer parts are likelier: each costs one, short ones more. */
const priceOf = (letters: number): number => 1 + (letters < 4 ? 0.6 : letters < 5 ? 0.2 : 0);

function innerPart(part: string, start: number): number | undefined {
  if (start > 0 && NO_LAST.has(part)) return undefined;
  if (part.length < LEAST_PART) return SHORT_FIRST.has(part) && start === 0 ? 1.7 : undefined;
  if (part.length === LEAST_PART && !SHORT_FIRST.has(part)) return undefined;
  if (known.has(part) || (part.length <= 6 && SHORT_FIRST.has(part))) return priceOf(part.length);
  const stem = part.slice(0, -1);
  // The linking s and e: "sundheds-", "børne-", "arbejds-" (of arbejde).
  if (part.endsWith('s') && stem.length >= 3 && (known.has(stem) || known.has(`${stem}e`))) return priceOf(stem.length) + 0.1;
  if (part.endsWith('e') && stem.length >= 4 && known.has(stem)) return priceOf(stem.length) + (stem.length < 6 ? 0.4 : 0.9);
  if (part.endsWith('er') && part.length >= 6 && known.has(part.slice(0, -2))) return priceOf(part.length) + 0.3;
  return undefined;
}

/** Endings that are words too: "digitalise-ring", "korrekt-uren", "politi-kerne" are none. */
const NO_LAST = new Set(['ring', 'ringen', 'ringer', 'ringers', 'ringens', 'ringerne', 'ure', 'uren', 'urer', 'kerne', 'kernes', 'tere', 'tering', 'seret', 'sere', 'ende', 'eller', 'ellers', 'ene', 'erne']);

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
