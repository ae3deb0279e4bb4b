// The text of a .dic → a word's place in it: 170,000 words are found by name, and what follows one is read when it is asked for.
export class Entries {
  private readonly places = new Map<string, number>();
  /** Homographs: the further lines of a word. */
  private readonly more = new Map<string, number[]>();

  constructor(private readonly dic: string) {
    let at = dic.indexOf('\n') + 1;
    while (at < dic.length) {
      let cut = at;
      let code = dic.charCodeAt(cut);
      while (code !== 47 && code !== 32 && code !== 10 && code !== 9 && code !== 13 && cut < dic.length) code = dic.charCodeAt(++cut);
      const word = dic.slice(at, cut);
      if (this.places.has(word)) this.more.set(word, [...(this.more.get(word) ?? []), cut]);
      else this.places.set(word, cut);
      const end = code === 10 ? cut : dic.indexOf('\n', cut);
      at = end < 0 ? dic.length : end + 1;
    }
  }

  has(word: string): boolean {
    return this.places.has(word);
  }

  /** What follows it (`/flags st:… al:…`), homographs on lines of their own. */
  get(word: string): string | undefined {
    const place = this.places.get(word);
    if (place === undefined) return undefined;
    return [place, ...(this.more.get(word) ?? [])].map((at) => {
      const end = this.dic.indexOf('\n', at);
      return this.dic.slice(at, end < 0 ? this.dic.length : end);
    }).join('\n');
  }
}
