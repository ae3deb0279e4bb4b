// The text of a .dic → a word's place in it: 170,000 words are found by number, and what follows one is read when it is asked for.

/** Numbers of a word's letters, to be gone on with where more letters come (FNV-1a, by UTF-16 units). */
export const NO_LETTER = 0x811c9dc5 | 0;
export const andLetter = (number: number, letter: number): number => Math.imul(number ^ letter, 0x01000193);

export function andLetters(number: number, letters: string): number {
  let value = number;
  for (let at = 0; at < letters.length; at++) value = andLetter(value, letters.charCodeAt(at));
  return value;
}

/** Places in the table, three times the words: a word that is not there mostly meets an empty place at once. */
const BITS = 19;

export class Entries {
  /** Open addressing with linear probing: no word is cut out of the text until somebody asks for it. Homographs lie in their order. */
  private readonly table: Int32Array;
  private readonly last: number;
  private readonly starts: number[] = [];
  private readonly cuts: number[] = [];
  private readonly numbers: number[] = [];

  constructor(private readonly dic: string) {
    let at = dic.indexOf('\n') + 1;
    while (at < dic.length) {
      let cut = at;
      let number = NO_LETTER;
      let code = dic.charCodeAt(cut);
      while (code !== 47 && code !== 32 && code !== 10 && code !== 9 && code !== 13 && cut < dic.length) {
        number = andLetter(number, code);
        code = dic.charCodeAt(++cut);
      }
      this.starts.push(at);
      this.cuts.push(cut);
      this.numbers.push(number);
      const end = code === 10 ? cut : dic.indexOf('\n', cut);
      at = end < 0 ? dic.length : end + 1;
    }
    let bits = BITS;
    while (2 ** bits < 2 * this.starts.length) bits++;
    this.table = new Int32Array(2 ** bits);
    this.last = 2 ** bits - 1;
    for (let entry = 0; entry < this.numbers.length; entry++) {
      let place = this.placeOf(this.numbers[entry] ?? 0);
      while (this.table[place] !== 0) place = (place + 1) & this.last;
      this.table[place] = entry + 1;
    }
  }

  /** Is there a word of this number? Then it is the one that is meant, but for a chance of one in 25,000: asked before a word is put together. */
  hasNumber(number: number): boolean {
    return this.seek(number, this.placeOf(number)) >= 0;
  }

  has(word: string): boolean {
    const number = andLetters(NO_LETTER, word);
    for (let place = this.seek(number, this.placeOf(number)); place >= 0; place = this.seek(number, place + 1)) if (this.isAt(place, word)) return true;
    return false;
  }

  /** What follows it (`/flags st:… al:…`), homographs on lines of their own. */
  get(word: string): string | undefined {
    const number = andLetters(NO_LETTER, word);
    let lines: string | undefined;
    for (let place = this.seek(number, this.placeOf(number)); place >= 0; place = this.seek(number, place + 1)) {
      if (!this.isAt(place, word)) continue;
      const cut = this.cuts[(this.table[place] ?? 0) - 1] ?? 0;
      const end = this.dic.indexOf('\n', cut);
      const line = this.dic.slice(cut, end < 0 ? this.dic.length : end);
      lines = lines === undefined ? line : `${lines}\n${line}`;
    }
    return lines;
  }

  /** The next place from here on with a word of this number; -1 behind the last. */
  private seek(number: number, from: number): number {
    for (let place = from & this.last; ; place = (place + 1) & this.last) {
      const entry = this.table[place] ?? 0;
      if (entry === 0) return -1;
      if (this.numbers[entry - 1] === number) return place;
    }
  }

  private isAt(place: number, word: string): boolean {
    const entry = (this.table[place] ?? 0) - 1;
    const start = this.starts[entry] ?? 0;
    return (this.cuts[entry] ?? 0) - start === word.length && this.dic.startsWith(word, start);
  }

  /** Low bits of such a number say little of its first letters: the high ones are folded in. */
  private placeOf(number: number): number {
    return (number ^ (number >>> 15)) & this.last;
  }
}
