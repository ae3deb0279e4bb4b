// A Danish word → the joints between the parts of a compound: "ældrepleje" → ældre-pleje, "samfundsøkonomisk" → samfunds-økonomisk.
// The parts come from the stems of Stavekontrolden's dictionary (scripts/compound-parts.mjs; licence in docs/hyphenation.md).
import { findParts, type Parts } from './parts.ts';

/** Endings that a compound's last part may have behind its stem. */
const ENDINGS = ['ernes', 'ene', 'enes', 'erne', 'ens', 'ets', 'ers', 'ende', 'ede', 'edes', 'else', 'elsen', 'elser', 'en', 'et', 'er', 'es', 'nes', 'ne', 'te', 'e', 'n', 't', 'r', 's', 'rne', 'rnes', 'ns', 'ts', 'rs', 'ere', 'est', 'este'];
/** Inside these a joint never stands: what looks like a short word is the rest of a longer one. */
const LEAST_PART = 3;
const LEAST_LAST = 4;
/** Short words that do close compounds; others of three letters at a word's end are mostly endings. */
const SHORT_LAST = new Set(['råd', 'mål', 'pct', 'tal', 'kår', 'nød', 'lov', 'rum', 'vej', 'tid', 'syn', 'del', 'mad', 'liv', 'bil', 'ord', 'bog', 'dag', 'løn', 'år', 'uge', 'led', 'bud', 'tab', 'hal', 'hus', 'eje', 'leg', 'kort', 'gård']);
/** Short words that do open compounds or are prefixes. */
const SHORT_FIRST = new Set(['til', 'fra', 'ind', 'ned', 'mod', 'med', 'ved', 'for', 'før', 'top', 'bil', 'bog', 'dag', 'hus', 'jul', 'løn', 'lov', 'mad', 'nat', 'nød', 'råd', 'tid', 'tre', 'tog', 'ung', 'vej', 'vin', 'ord', 'byg', 'fag', 'fri', 'fil', 'web', 'app', 'fly', 'dyr', 'tøj', 'kor', 'kul', 'liv', 'mål', 'rum', 'sol', 'tal', 'tov', 'gas', 'hav', 'sms', 'net', 'olie', 'syn', 'køn', 'død', 'arv', 'eje', 'lån', 'køb', 'bus', 'syv', 'bro', 'sne', 'kyst', 'sag', 'jord', 'vand', 'hver', 'mel', 'per', 'uge', 'øko', 'bio', 'geo', 'sam', 'mis', 'ude', 'inde', 'bag', 'gen', 'hel', 'del', 'nær', 'små', 'stor', 'høj', 'lav', 'lang', 'kort', 'pro', 'sub', 'tvær', 'over', 'under', 'efter', 'mellem', 'hoved', 'nabo', 'yder', 'lyd', 'fore', 'gennem', 'imøde', 'igang', 'iværk', 'ibrug', 'job', 'op', 'ud', 'af', 'på', 'an', 'om', 'by', 'it', 'eu', 'ø']);

/** Of the short openers, those that a short word likelier begins with by chance: "person", "profil", "melding", "kultur". */
const BY_CHANCE = new Set(['per', 'pro', 'mel', 'kul', 'sub']);

/** Words that only look like compounds of known parts. */
const EXCEPTIONS: Readonly<Record<string, readonly number[]>> = { overenskomst: [4, 7], overenskomsten: [4, 7], overenskomster: [4, 7], overenskomsterne: [4, 7], forrest: [], lodsejer: [4], lodsejere: [4], lodsejerne: [4], allerede: [4], sygedagpenge: [4], brugere: [], borgere: [] };

/** Of the short openers, those that stand before verbs and their nouns. */
const PREFIXES = new Set(['til', 'fra', 'ind', 'ned', 'med', 'ved', 'for', 'før', 'gen', 'ud', 'op', 'af', 'på', 'an', 'om', 'tre', 'bag', 'sam', 'mis']);

/** Stems that are no compounds though their letters could be two words: no joint stands inside them. */
const WHOLE = ['beskriv', 'model', 'konstant', 'fore', 'foretag', 'forårsag', 'langsom', 'tjenest', 'eksempl', 'eksempel', 'netop', 'billed', 'sammenhæng', 'familie', 'forbruger', 'bruger', 'knap', 'kode', 'koden', 'serie', 'token', 'enhed', 'regning', 'stilling', 'stillet', 'skole', 'konstat', 'forstør', 'opmærksom', 'etiket', 'statistik', 'ejer', 'beskrev', 'fordrev', 'fortrolig', 'definer', 'alternativ', 'generation', 'marketing', 'markering', 'temperatur', 'minimal', 'minimer', 'kvadrat', 'håndter', 'kontroller', 'nyttesløs', 'kvantiser'];

/** No Danish compound has more letters; to look for joints in what has would cost the cube of them. */
const LONGEST = 80;
/** A joint is sure when no way without it is nearly as likely, and when it could not as well stand a letter further on. */
const DOUBT = 0.3;
const DOUBT_BESIDE = 0.6;

/**
 * Indices of the letters that begin a further part. `doubtful` ones might as well stand elsewhere; `likely` ones are joints if the
 * patterns divide there too, and else nothing.
 */
export interface Joints { readonly sure: readonly number[]; readonly doubtful: readonly number[]; readonly likely: readonly number[] }

/** All empty for a word that is no compound, or none that is known. */
export function jointsOf(word: string): Joints {
  if (word.length < 6 || word.length > LONGEST) return NONE;
  const exception = EXCEPTIONS[word];
  if (exception) return { ...NONE, sure: exception };
  const seen = see(word);
  const simple = isSimple(seen);
  const short = simple && word.length < 10;
  const { length } = word;
  /** What may be parts, with their prices: few, in a word that is no compound one or none. */
  const stretches: Stretch[] = [];
  const before = new Array<number>(length + 1).fill(Infinity);
  const from = new Array<number>(length + 1).fill(-1);
  before[0] = 0;
  /** Letters that a way of parts leads to, in order. */
  const reached = [0];
  for (let end = 2; end <= length; end += 1) {
    for (let n = 0; n < reached.length; n += 1) {
      const start = reached[n] as number;
      if (start > end - 2) break;
      const price = pricePart(seen, start, end);
      if (price === undefined) continue;
      stretches.push({ start, end, price });
      const sum = (before[start] as number) + price;
      if (sum < (before[end] as number)) {
        if (before[end] === Infinity) reached.push(end);
        before[end] = sum;
        from[end] = start;
      }
    }
  }
  const best = before[length] as number;
  if (best === Infinity) return NONE;
  const joints: number[] = [];
  for (let at = from[length] ?? 0; at > 0; at = from[at] ?? 0) joints.unshift(at);
  // A word that the dictionary has whole needs parts that leave no doubt.
  if (simple && !short && (joints[0] ?? 4) < 4 && !PREFIXES.has(word.slice(0, joints[0]))) return NONE;
  const after = new Array<number>(length + 1).fill(Infinity);
  after[length] = 0;
  for (const { start, end, price } of [...stretches].sort((a, b) => b.start - a.start)) {
    const sum = price + (after[end] as number);
    if (sum < (after[start] as number)) after[start] = sum;
  }
  const through = (at: number): number => (before[at] ?? Infinity) + (after[at] ?? Infinity);
  const isPart = (from: number, to: number): boolean => stretches.some(({ start, end }) => start === from && end === to);
  const around = (joint: number): number => {
    let least = Infinity;
    for (const { start, end, price } of stretches) {
      // "folke-skolelærer" has a joint in "skole-lærer" too: that way speaks for it.
      if (start < joint && joint < end && !(isPart(start, joint) && isPart(joint, end))) least = Math.min(least, (before[start] as number) + price + (after[end] as number));
    }
    return least;
  };
  const candidates = joints.filter((joint) => !insideWhole(word, joint) && !(joint === LEAST_PART && !SHORT_FIRST.has(word.slice(0, joint))));
  const sure = candidates.filter((joint) => around(joint) > best + DOUBT && through(joint - 1) > best + DOUBT_BESIDE && through(joint + 1) > best + DOUBT_BESIDE);
  if (short) {
    // "skole-mad", but not "form-anden": what stands whole in the dictionary is a compound if no letter could change sides.
    const inside = sure.filter((joint) => joint >= LEAST_PART && !BY_CHANCE.has(word.slice(0, joint)) && length - joint >= LEAST_PART);
    const clear = inside.filter((joint) => joint >= LEAST_LAST && !/[aeiouyæøåé]/.test(word.charAt(joint)));
    return { sure: clear, doubtful: [], likely: inside.filter((joint) => !clear.includes(joint)) };
  }
  return { sure, doubtful: candidates.filter((joint) => !sure.includes(joint)), likely: [] };
}

const NONE: Joints = { sure: [], doubtful: [], likely: [] };

interface Stretch { readonly start: number; readonly end: number; readonly price: number }

function insideWhole(word: string, joint: number): boolean {
  return WHOLE.some((stem) => { const at = word.lastIndexOf(stem, joint - 1); return at >= 0 && joint < at + stem.length; });
}

/** After these a compound always has its s: "adgangs-koden", never "adgang-skoden". */
const TAKES_S = /(?:else|hed|ing|ion|dom|skab|tet|gang|værk)$/;

/** A word with what is known of it. */
interface Seen { readonly word: string; readonly parts: Parts; readonly endings: readonly number[] }

const see = (word: string): Seen => ({ word, parts: findParts(word), endings: endingsOf(word) });

const ORDER: ReadonlyMap<string, number> = new Map(ENDINGS.map((ending, n) => [ending, n]));
const LONGEST_ENDING = 5;

/** Lengths of the endings that the word has, in their order. */
function endingsOf(word: string): number[] {
  const found: number[] = [];
  for (let letters = 1; letters <= LONGEST_ENDING && letters <= word.length; letters += 1) {
    const order = ORDER.get(word.slice(word.length - letters));
    if (order === undefined) continue;
    let at = found.length;
    while (at > 0 && (ORDER.get(word.slice(word.length - (found[at - 1] as number))) as number) > order) { found[at] = found[at - 1] as number; at -= 1; }
    found[at] = letters;
  }
  return found;
}

function pricePart(seen: Seen, start: number, end: number): number | undefined {
  const { word } = seen;
  if (end < word.length) {
    const price = innerPart(seen, start, end);
    return price !== undefined && end - start > 4 && word.charAt(end) === 's' && TAKES_S.test(word.slice(start, end)) ? price + 2 : price;
  }
  return lastPart(seen, start);
}

/** A word that stands in the dictionary as no compound, with an ending or without. */
function isSimple({ word, parts, endings }: Seen): boolean {
  return parts.has(0, word.length) || endings.some((ending) => word.length - ending >= 4 && isStem(word, parts, 0, word.length - ending));
}

/** With its ending's e, or with the consonant that an ending doubles: "langsomm-e". */
const isStem = (word: string, parts: Parts, start: number, end: number): boolean =>
  parts.hasStem(start, end) || (word.charAt(end - 1) === word.charAt(end - 2) && parts.has(start, end - 1));

/** Of a short word that opens no compounds: more than two parts cost. */
const WEAK = 1.7;

/** Fewer and longer parts are likelier: each costs one, short ones more. */
const priceOf = (letters: number): number => 1 + (letters < 4 ? 0.6 : letters < 5 ? 0.2 : 0);

function innerPart({ word, parts }: Seen, start: number, end: number): number | undefined {
  const letters = end - start;
  if (letters < LEAST_PART) return start === 0 && SHORT_FIRST.has(word.slice(start, end)) ? 1.7 : undefined;
  const price = priceInside(word, parts, start, end, letters);
  // Most stretches are nothing; only what would be a part is looked up as text.
  return price !== undefined && start > 0 && letters <= 8 && NO_LAST.has(word.slice(start, end)) ? undefined : price;
}

function priceInside(word: string, parts: Parts, start: number, end: number, letters: number): number | undefined {
  // A short word that opens no compound may show that another way is none: "nul-stille" and not "nuls-tille".
  if (letters === LEAST_PART) return SHORT_FIRST.has(word.slice(start, end)) ? priceOf(letters) : start === 0 && parts.has(start, end) ? WEAK : undefined;
  if (parts.has(start, end) || (letters <= 6 && SHORT_FIRST.has(word.slice(start, end)))) return priceOf(letters);
  const last = word.charCodeAt(end - 1);
  // The linking s and e: "sundheds-", "børne-", "arbejds-" (of arbejde).
  if (last === S) return parts.hasStem(start, end - 1) ? priceOf(letters - 1) + 0.1 : priceOfErings(word, parts, start, end);
  if (last === E) return letters >= 5 && parts.has(start, end - 1) ? priceOf(letters - 1) + (letters < 7 ? 0.4 : 0.9) : undefined;
  if (last === R && letters >= 6 && word.charCodeAt(end - 2) === E && parts.has(start, end - 2)) return priceOf(letters) + 0.3;
  return undefined;
}

const E = 0x65, R = 0x72, S = 0x73;

/** What verbs in -ere make: "markerings-menu". No other words end so: at a word's beginning whatever stands before it is a stem. */
function priceOfErings(word: string, parts: Parts, start: number, end: number): number | undefined {
  if (end - start < 9 || !word.startsWith('erings', end - 6)) return undefined;
  return parts.hasStem(start, end - 6) ? priceOf(end - start - 6) : start === 0 ? priceOf(end - start - 6) + 2 : undefined;
}

/** Endings that are words too: "digitalise-ring", "omhygge-lighed", "korrekt-uren", "politi-kerne" are none. */
const NO_LAST = new Set(['ring', 'ringen', 'ringer', 'ringers', 'ringens', 'ringerne', 'ure', 'uren', 'urer', 'kerne', 'kernes', 'tere', 'tering', 'seret', 'sere', 'ende', 'eller', 'ellers', 'lig', 'lige', 'ligt', 'ligere', 'ligst', 'ligste', 'lighed', 'ligheden', 'ligheder', 'slig', 'slige', 'sligt', 'ene', 'erne', 'ikken', 'ikkens', 'terne', 'kere', 'gerne', 'rede', 'rende', 'rens', 'rings', 'nede', 'teres', 'jerne', 'esse', 'esser', 'lingen', 'linger', 'lingerne', 'anden', 'andens']);

/** Beside a joint no consonant is doubled by an ending: "brik-kerne" is brikk-erne. */
const DOUBLED = /^.(?:e|en|er|et|ene|ens|ers|ets|erne|ernes|ende|ede|ere|est|este)$/;

function lastPart({ word, parts, endings }: Seen, start: number): number | undefined {
  const { length } = word;
  const letters = length - start;
  if (start === 0) return undefined;
  const text = letters <= 8 ? word.slice(start) : '';
  if (NO_LAST.has(text) || (word.charAt(start) === word.charAt(start - 1) && DOUBLED.test(text))) return undefined;
  if (parts.has(start, length) && (letters >= LEAST_LAST || SHORT_LAST.has(text))) return priceOf(letters);
  for (const ending of endings) {
    const end = length - ending;
    const stem = end - start;
    if (stem < 3) continue;
    const known = parts.hasStem(start, end) || (stem > 3 && isStem(word, parts, start, end));
    if (known && (stem >= LEAST_LAST || SHORT_LAST.has(word.slice(start, end)))) return priceOf(stem) + 0.15;
  }
  return undefined;
}
