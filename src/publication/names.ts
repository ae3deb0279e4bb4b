// A title → a file name that every system takes.

const SPELLED: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ł: 'l', đ: 'd', þ: 'th', ð: 'd', œ: 'oe' };

/** "Økonomi & drift 2025" → "oekonomi-drift-2025". */
export function fileSlug(text: string): string {
  const plain = text.toLowerCase().replace(/[æøåäöüßłđþðœ]/g, (letter) => SPELLED[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'publication';
}
