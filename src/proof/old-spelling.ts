// A passage → the quotations in it that keep a spelling from before 1948 ("Vi maa have en Harmonica"): nothing in them is a slip.
import * as is from './lexicon/classes.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Passage } from './passage.ts';
import type { Token } from './tokens.ts';

const QUOTED = /[»“„"”][^»«“”„"]{3,}[«“”"]/g;
/** Forms that the reform of 1948 or usage did away with. */
const OLD = /^(?:skulde|vilde|kunde|bleve|vare|thi|eders|hvorledes|saaledes|gjøre?|gjør|kjøbe?|kjøbte|kjære|efterat|forat|ligesaa|altsaa|medens)$/;

/** Offsets [from, to) of what is quoted in old spelling; a quotation set as a block is all of its passage. */
export function oldSpelling(passage: Passage, lexicon: Lexicon): readonly { readonly from: number; readonly to: number }[] {
  if (passage.language !== 'da' || !/aa|\p{Ll} \p{Lu}/u.test(passage.text)) return [];
  const inQuotes = [...passage.text.matchAll(QUOTED)].map(({ 0: text, index }) => ({ from: index, to: index + text.length }));
  const quoted = inQuotes.filter(({ from, to }) => isOld(passage.tokens.filter((token) => token.from > from && token.to < to), lexicon, 2));
  if (quoted.length > 0) return quoted;
  return isOld(passage.tokens, lexicon, 4) ? [{ from: 0, to: passage.text.length }] : [];
}

/** Some word is surely old, and with nouns that have a capital there are `enough` of them: one in ten words. */
function isOld(tokens: readonly Token[], lexicon: Lexicon, enough: number): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const sure = words.filter(({ text, low }) => /^\p{Ll}*aa\p{Ll}*$/u.test(text) || OLD.test(low)).length;
  const nouns = words.filter(({ text, low, first }) => !first && /^\p{Lu}\p{Ll}+$/u.test(text) && ((lexicon.direct(low) & is.NOUN) !== 0 || low.includes('aa') || /c[ao]/.test(low))).length;
  return sure > 0 && sure + nouns >= enough && (sure + nouns) * 10 >= words.length;
}
