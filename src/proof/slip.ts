// Two ways of writing a figure → the slip of the hand that parts them, if it is one.

/** The digits alone. */
export const bare = (digits: string): string => digits.replace(/[.,]/g, '');

/** Two neighbouring digits swapped, or in long figures one digit that differs. */
export function slip(one: string, other: string): 'swapped' | 'digit' | 'mark' | undefined {
  const a = bare(one), b = bare(other);
  if (a.length < 2 || a.length !== b.length) return undefined;
  if (a === b) return a.length >= 4 && one.includes(',') !== other.includes(',') ? 'mark' : undefined;
  if (one.replace(/\d/g, '') !== other.replace(/\d/g, '')) return undefined;
  const apart = [...a].flatMap((digit, index) => (digit === b.charAt(index) ? [] : [index]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 2 && second === first + 1 && a.charAt(first) === b.charAt(second) && a.charAt(second) === b.charAt(first)) return 'swapped';
  return apart.length === 1 ? 'digit' : undefined;
}
