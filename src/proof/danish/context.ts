// Danish words → keys of what they do in a sentence, and from the keys around a place its features: what choose-form.ts weighs.
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../tokens.ts';
import { ADVERBS, FINITES, NEVER_NOUN } from './words.ts';

const GROUPS: readonly (readonly [string, string])[] = [
  ['BE', 'er var'], ['GET', 'får fik'], ['COULD', 'kunnet skullet villet måttet burdet turdet'], ['BECOME', 'bliver blev'], ['HAVE', 'har havde'], ['MODAL', 'kan kunne skal skulle vil ville må måtte bør burde tør turde'],
  ['WE', 'vi man jeg han hun du'], ['US', 'mig dig ham hende os jer'], ['OUR', 'min din vores jeres deres hans hendes dens dets mine dine sine'], ['MY-T', 'mit dit sit'], ['HIS', 'sin'],
  ['WHEN', 'hvis når fordi mens da selvom medmindre eftersom idet skønt hvorvidt hvorfor hvordan hvornår'],
  ['UNDER', 'bag blandt efter foran fra før gennem hos igennem inden inklusive mod mellem omkring over overfor under uden ved via indenfor udenfor siden ifølge trods vedrørende angående'],
  ['TWO', 'to tre fire fem seks syv otte ni ti elleve tolv tyve hundrede tusind'], ['MANY', 'alle mange flere nogle begge disse få samtlige visse'], ['EACH', 'hver enhver denne'], ['EACH-T', 'hvert ethvert dette'],
  ['UP', 'ud ind op ned hen hjem frem tilbage bort væk ude inde oppe nede fremme'], ['WHICH', 'hvilken hvilket hvilke'],
];
const ALONE = 'at af ad og eller men for i med på til om som der det den de dem en et noget nogen intet ingen andet anden andre hvor hvad hvem end så samt både ikke være været have haft blive blevet få fået lade lader sig selv selve egen eget egne sådan sådant sådanne al alt hele lille små samme mere mest meget mindre første sidste næste lige godt ny nyt par antal kun ca. bl.a. f.eks. dvs. osv. mv. kr. pct. mia. mio.';
/** A key of their own, though they bend: "gør noget klart". */
const BENT = new Map('gør gøre gjort gjorde'.split(' ').map((word) => [word, 'MAKE']));
/** Adverbs that are adjectives as often: their ending is looked at. */
const ADJECTIVAL = new Set('konkret særligt primært aktivt reelt let hurtigt umiddelbart alene'.split(' '));
const CLOSED = new Map<string, string>();
for (const [key, words] of GROUPS) for (const word of words.split(' ')) CLOSED.set(word, key);
for (const word of ALONE.split(' ')) CLOSED.set(word, word);
for (const word of ADVERBS) if (!CLOSED.has(word) && !ADJECTIVAL.has(word)) CLOSED.set(word, 'NOW');
for (const word of NEVER_NOUN) if (!CLOSED.has(word) && !FINITES.has(word) && !ADJECTIVAL.has(word)) CLOSED.set(word, 'SMALL');

export const isClosed = (word: string): boolean => CLOSED.has(word);

const LETTERS: readonly (readonly [number, string])[] = [
  [is.NOUN_C, 'c'], [is.NOUN_N, 'n'], [is.DEF_C, 'd'], [is.DEF_N, 'u'], [is.PLURAL, 'p'], [is.PLURAL_DEF, 'D'], [is.INFINITIVE, 'i'], [is.FINITE, 'f'], [is.PARTICIPLE, 'x'], [is.PRESENT_PARTICIPLE, 'y'], [is.ADJ_E, 'e'], [is.COMPARED, 'k'], [is.GENITIVE, 'g'],
];

/** What a word can be, a letter a class; '' for one that bends in no way. */
export function lettersOf(mask: number): string {
  let letters = '';
  for (const [bits, letter] of LETTERS) if (mask & bits) letters += letter;
  if (!(mask & is.PARTICIPLE)) letters += (mask & is.ADJ ? 'a' : '') + (mask & is.ADJ_T ? 't' : '');
  return letters === '' && mask & is.IMPERATIVE ? 'm' : letters;
}

export function keyOf(token: Token, lexicon: Lexicon): string {
  if (token.kind === 'number') return /^(?:1[5-9]|20)\d\d$/.test(token.text) ? 'YEAR' : token.text === '1' ? 'ONE' : token.text.includes(',') ? 'PART' : 'TWO';
  if (token.kind === 'mark') return /^[.,;:!?()–»«-]$/.test(token.text) ? token.text : 'X';
  const closed = CLOSED.get(token.low);
  if (closed !== undefined) return closed;
  const bent = BENT.get(token.low);
  if (bent !== undefined) return bent;
  if (FINITES.has(token.low) && token.low !== 'holdt') return '#f';
  if (/^\p{Lu}/u.test(token.text) && !token.first) return 'N';
  const { mask } = lexicon.read(token.text);
  const letters = lettersOf(mask);
  if (letters !== '') return `#${letters}`;
  return mask === 0 ? '?' : mask & is.PASSIVE ? '#s' : mask & is.OTHER ? 'o' : 'N';
}

/** The keys of a sentence. "en række" counts what follows it. */
export function keysOf(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const keys = tokens.map((token) => keyOf(token, lexicon));
  tokens.forEach(({ low }, at) => {
    if (/^(?:række|stribe|snes|håndfuld)$/.test(low) && /^(?:en|lang|hel|halv)$/.test(tokens[at - 1]?.low ?? '') || low === 'af' && /^(?:hundredvis|tusindvis|masser|dusinvis|snesevis)$/.test(tokens[at - 1]?.low ?? '')) keys[at] = 'MANY';
  });
  return keys;
}

/** What a key mostly is: one class for the many ways of being ambiguous, so that few sentences teach more. */
function broadly(key: string): string {
  if (!key.startsWith('#')) return key === 'WE' || key === 'N' ? 'WHO' : key;
  if (/^#[d]*u*d*$/.test(key)) return '#du';
  if (/^#f[xe]*$|^#cf$/.test(key)) return '#f';
  const noun = /[cn]/.test(key) ? 'S' : /[du]/.test(key) ? 'E' : /p/.test(key) ? 'P' : /D/.test(key) ? 'Q' : '';
  return `=${noun}${/[if]/.test(key) ? 'V' : ''}${/x/.test(key) ? 'X' : ''}${/[aetky]/.test(key) ? 'A' : ''}${noun === '' && key.includes('g') ? 'G' : ''}`;
}

export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** One number of several, well mixed (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let value = Math.imul(a, 0x9e3779b1) ^ b;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** What a key is, worked out once. */
interface Sort { readonly key: string; readonly hash: number; readonly broad: number; readonly verb: boolean; readonly finite: boolean; readonly breaks: boolean; readonly determiner: boolean; readonly adjective: boolean; readonly noun: boolean; readonly opener: boolean; readonly copula: boolean; readonly subject: boolean }
const sorts = new Map<string, Sort>();
function sortOf(key: string): Sort {
  let sort = sorts.get(key);
  if (!sort) {
    const noun = /^#\S*[cndupD]/.test(key);
    sorts.set(key, sort = {
      key, hash: hash(key), broad: hash(broadly(key)), noun,
      verb: /^(?:BE|BECOME|HAVE|GET|MODAL|COULD|MAKE|være|været|blevet|blive|have|få|lader?|#\S*[if].*)$/.test(key), finite: /^(?:BE|BECOME|HAVE|GET|MODAL|#f)$/.test(key), breaks: /^[.,;:!?()–$]$/.test(key),
      determiner: /^(?:en|et|den|det|de|OUR|MY-T|HIS|MANY|TWO|ONE|PART|EACH|EACH-T|#g|ingen|intet|noget|nogen|WHICH|al|alt|andre|anden|andet)$/.test(key),
      adjective: /^(?:#\S*[aetkxy].*|mere|mest|meget|NOW|hele|lille|små|samme|første|sidste|næste|egen|eget|egne|ny|nyt)$/.test(key),
      opener: /^(?:at|WHEN|som|der|hvor)$/.test(key), copula: /^(?:BE|BECOME|være|blive|været|blevet)$/.test(key), subject: noun || /^(?:WE|det|den|de|der|som|EACH-T|N)$/.test(key),
    });
  }
  return sort;
}
const END = sortOf('$');
const NONE = hash('-');
const LAST = 'FINITE';
const AFTER: Readonly<Record<string, number>> = { '': 1, v: 2, [LAST]: 3 };

/** A sentence ready for questions about its places. */
export class Context {
  private readonly sorts: readonly Sort[];
  private readonly words: readonly number[];

  constructor(readonly keys: readonly string[], words: readonly string[]) {
    this.sorts = keys.map(sortOf);
    this.words = words.map(hash);
  }

  private at(index: number): Sort {
    return this.sorts[index] ?? END;
  }

  /** The features of the place `at`: numbers that stand for what is around it. */
  features(at: number): number[] {
    const [l1, l2, l3, r1, r2, r3] = [this.at(at - 1).hash, this.at(at - 2).hash, this.at(at - 3).hash, this.at(at + 1).hash, this.at(at + 2).hash, this.at(at + 3).hash];
    // The clause: between two breaks, and the verbs in it before and after the place.
    let start = at;
    while (start > 0 && !this.at(start - 1).breaks) start--;
    let before = NONE;
    let governor: Sort | undefined;
    let governed = at;
    for (let index = at - 1; index >= start; index--) {
      const sort = this.at(index);
      if (!governor && (sort.verb || sort.opener)) { governor = sort; governed = index; }
      if (sort.finite) { before = sort.hash; break; }
    }
    let after = '';
    for (let index = at + 1; index < this.sorts.length && !this.at(index).breaks; index++) {
      const sort = this.at(index);
      if (sort.opener && sort.key !== 'der') break;
      if (sort.finite) { after = LAST; break; }
      if (after === '' && sort.verb) after = 'v';
    }
    let determiner = NONE;
    for (let index = at - 1; index >= at - 4; index--) {
      const sort = this.at(index);
      if (sort.determiner) { determiner = sort.hash; break; }
      if (!sort.adjective && sort.key !== 'og') break;
    }
    let head = NONE;
    for (let index = at + 1; index <= at + 3; index++) {
      const sort = this.at(index);
      if (sort.noun) { head = sort.hash; break; }
      if (!sort.adjective && sort.key !== 'og') break;
    }
    // Of a predicate: what stands before its verb.
    let subject = NONE;
    if (governor?.copula) {
      for (let index = governed - 1; index >= start; index--) if (this.at(index).subject) { subject = this.at(index).hash; break; }
    }
    // Of what is made something: the object behind its verb.
    let object = NONE;
    for (let index = at - 1; index > governed && index >= at - 4; index--) if (this.at(index).subject) { object = this.at(index).broad; break; }
    const verb = governor?.hash ?? NONE;
    const [b1, b2, b3, c1, c2] = [this.at(at - 1).broad, this.at(at - 2).broad, this.at(at - 3).broad, this.at(at + 1).broad, this.at(at + 2).broad];
    const left = mix(l2, l1);
    const right = mix(r1, r2);
    const clause = mix(mix(start === at ? NONE : this.at(start).hash, before), AFTER[after] ?? 0);
    return [
      l1, r1, left, right, mix(l1, r1), mix(left, r1), mix(l1, right), l2, r2, mix(l3, left), mix(right, r3), mix(verb, Math.min(at - governed, 4)), clause, mix(clause, l1), mix(mix(before, AFTER[after] ?? 0), verb),
      determiner, mix(determiner, r1), head, mix(determiner, head), mix(subject, verb), mix(l1, head), this.words[at - 1] ?? NONE, this.words[at + 1] ?? NONE, mix(left, right),
      mix(b1, c1), mix(b2, b1), mix(c1, c2), mix(mix(b2, b1), c1), mix(b1, mix(c1, c2)), mix(b3, mix(b2, b1)), mix(mix(b2, b1), mix(c1, c2)), mix(object, verb),
    ].map((value, template) => mix(template + 1, value));
  }
}
