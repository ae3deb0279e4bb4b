// Bytes and a seed → the same, damaged in a few places: bits, runs, lengths, cuts, pieces doubled.
import { randomOf } from './random.ts';

const ODD = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x22, 0x3c, 0x7b, 0x5b] as const;

export function mutate(source: Uint8Array, seed: number): Uint8Array {
  const random = randomOf(seed);
  let bytes = Uint8Array.from(source);
  for (let count = random.chance(2) ? 1 : 1 + random.below(5); count > 0 && bytes.length > 0; count -= 1) {
    const at = random.below(bytes.length), length = 1 + random.below(Math.min(64, bytes.length - at));
    switch (random.below(random.chance(3) ? 7 : 3)) {
      case 0: bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8)); break;
      case 1: bytes.fill(ODD[random.below(ODD.length)] ?? 0, at, at + length); break;
      case 2: for (let n = at; n < at + length; n += 1) bytes[n] = random.below(256); break;
      case 3: bytes = bytes.slice(0, at); break;
      case 4: bytes = join(bytes.subarray(0, at), bytes.subarray(at + length)); break;
      case 5: bytes = join(bytes.subarray(0, at + length), bytes.subarray(at, at + length), bytes.subarray(at + length)); break;
      // Most formats keep their lengths and counts near the beginning.
      default: bytes[random.below(Math.min(bytes.length, 400))] = random.below(256);
    }
  }
  return bytes;
}

const PIECES = ['*', '**', '_', '`', '[', ']', '](', '(#', '![', '{', '}', ':::', '::', ':::factbox', ':::columns', '::::', '> ', '- ', '1. ', '# ', '|', '| ', '---', '[^1]', '[^1]: ', '<br>', '<div>', '</div>', '<!--', '&', '&#0;', '\\', '\t', '    ', '\n', '\n\n', '\u00a0', '\u202e', '\u0301', '\ufeff', '👍', '\0', '"', '{#a}'] as const;

/** A text damaged as text: it stays UTF-8, so that more than its encoding is found fault with. */
export function mutateText(source: string, seed: number, pieces: readonly [string, ...string[]] = PIECES): string {
  const random = randomOf(seed);
  let text = source;
  for (let count = 1 + random.below(random.chance(4) ? 40 : 6); count > 0; count -= 1) {
    const at = random.below(text.length + 1), to = Math.min(text.length, at + random.below(random.chance(4) ? 400 : 12));
    switch (random.below(4)) {
      case 0: text = text.slice(0, at) + text.slice(to); break;
      case 1: text = text.slice(0, to) + text.slice(at, to) + text.slice(to); break;
      default: text = text.slice(0, at) + random.pick(pieces) + text.slice(at);
    }
  }
  return text;
}

const ODD_NUMBERS = ['0', '-1', '0.001', '1', '7', '1000', '99999', '1e9', '-1e9', '1e999', '100%', '-0', '.5', '5.', '1.2.3', '', 'x'] as const;

/** Only values are changed, so that the file is read to its end: a number in three becomes an odd one or another's, and words change places. */
export function mutateValues(source: string, seed: number): string {
  const random = randomOf(seed);
  const values = source.match(/-?\d+(?:\.\d+)?|\b[a-z][\w-]{2,}\b/gi) ?? [];
  const numbers = values.filter((value) => /\d/.test(value[0] ?? '') || value.startsWith('-')), words = values.filter((value) => /^[a-z]/i.test(value));
  const changed = new Set(Array.from({ length: 1 + random.below(random.chance(3) ? 12 : 3) }, () => random.below(values.length)));
  let at = -1;
  return source.replace(/-?\d+(?:\.\d+)?|\b[a-z][\w-]{2,}\b/gi, (value) => {
    at += 1;
    if (!changed.has(at)) return value;
    if (/^[a-z]/i.test(value)) return random.chance(6) ? words[random.below(words.length)] ?? '' : value;
    return random.chance(2) ? random.pick(ODD_NUMBERS) : numbers[random.below(numbers.length)] ?? '0';
  });
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}
