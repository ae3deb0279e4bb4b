// Bytes → the same deflated; what the last edition held is not deflated again.
import { deflateSync } from 'node:zlib';

interface Packed { readonly plain: Uint8Array; readonly packed: Uint8Array }

/** What one edition does not hold is forgotten by the next. */
export class Deflater {
  /** `keeps`: there will be another edition. */
  constructor(private readonly keeps: boolean) {}

  private now = new Map<string, Packed[]>();
  private before: ReadonlyMap<string, readonly Packed[]> = new Map();

  beginEdition(): void {
    this.before = this.now;
    this.now = new Map();
  }

  /** At once: zlib's threads cost more than they gain at these sizes. */
  deflate(plain: Uint8Array): Uint8Array {
    if (!this.keeps) return deflateSync(plain, { level: 6 });
    const key = digest(plain);
    const same = (entry: Packed): boolean => Buffer.compare(entry.plain, plain) === 0;
    let entry = this.now.get(key)?.find(same);
    if (entry) return entry.packed;
    entry = this.before.get(key)?.find(same) ?? { plain, packed: deflateSync(plain, { level: 6 }) };
    const others = this.now.get(key);
    if (others) others.push(entry);
    else this.now.set(key, [entry]);
    return entry.packed;
  }
}

/** Tells most contents apart by a few of their bytes; equality is told by all of them. */
function digest(bytes: Uint8Array): string {
  let sum = 0;
  const step = Math.max(1, Math.floor(bytes.length / 64));
  for (let at = 0; at < bytes.length; at += step) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0;
  return `${bytes.length} ${sum}`;
}
