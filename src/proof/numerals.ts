// "fire", "4.200", "four" → numbers.
import { readNumber } from './grid.ts';
import type { Token } from './tokens.ts';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  da: ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv', 'tretten', 'fjorten', 'femten', 'seksten', 'sytten', 'atten', 'nitten', 'tyve'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
};

export function numeralOf(token: Token | undefined, language: string): number | undefined {
  if (!token) return undefined;
  if (token.kind === 'number') return readNumber(token.text, language)?.value;
  if (token.kind !== 'word') return undefined;
  if (language === 'da' && (token.low === 'ét' || token.low === 'én' || token.low === 'et')) return 1;
  const index = WORDS[language]?.indexOf(token.low) ?? -1;
  return index < 0 ? undefined : index;
}
