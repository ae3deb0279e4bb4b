// Keys → what was last made of them: of a long book's words the most used are remembered, the others are made again.

/** Entries of a generation. A report has fewer words than this; a book of thousands of pages would keep all that it ever said. */
const GENERATION = 6000;

/** A full generation becomes the older one, and what the older one held is forgotten unless it was asked for since. */
export class Recent<V> {
  private now = new Map<string, V>();
  private before: ReadonlyMap<string, V> = new Map();

  get(key: string): V | undefined {
    const found = this.now.get(key);
    if (found !== undefined || this.before.size === 0) return found;
    const old = this.before.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: V): void {
    if (this.now.size >= GENERATION) {
      this.before = this.now;
      this.now = new Map();
    }
    this.now.set(key, value);
  }
}
