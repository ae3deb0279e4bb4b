// A word → the forms that a slip of the ending, or of the ear, puts in its place, and the classes that each can be.
import type { Lexicon } from '../lexicon/lexicon.ts';
import { hash, isClosed, lettersOf } from './context.ts';
import { FINITES } from './words.ts';

export interface Form {
  readonly word: string;
  /** Letters of context.ts; '' for a small word, which is a class of its own. */
  readonly letters: string;
  /** A number for each of them. */
  readonly classes: readonly number[];
}

const ENDINGS = ['', 'e', 'r', 'er', 't', 'et', 'n', 'en', 'ne', 'ene', 'erne', 'ede', 'te', 'de'];
/** Small words that are written one for another. Those of one key do not stand against each other: which tense is meant, no neighbour tells. */
const ALIKE = ['det der de den dem', 'af ad at og', 'en et end', 'nogen nogle noget', 'sin sit', 'har have haft', 'havde have haft', 'er være været', 'var være været', 'blev blevet blive', 'bliver blevet blive', 'denne dette disse', 'hver hvert', 'ingen intet', 'anden andet andre', 'egen eget egne', 'min mit', 'hvilken hvilket hvilke', 'sådan sådant sådanne', 'mere flere', 'får få', 'får for', 'få fået', 'som der', 'med men', 'som om', 'end ind', 'kan kun', 'er et', 'er en', 'på få', 'ved hvad', 'hver vær', 'før for', 'han har', 'os og', 'vil vi'].map((words) => words.split(' '));

const read = new WeakMap<Lexicon, Map<string, readonly Form[]>>();

/** The word itself first. Empty: it has no other form that could be meant. */
export function formsOf(word: string, lexicon: Lexicon): readonly Form[] {
  let known = read.get(lexicon);
  if (!known) read.set(lexicon, known = new Map());
  let forms = known.get(word);
  if (!forms) known.set(word, forms = find(word, lexicon));
  return forms;
}

function find(word: string, lexicon: Lexicon): readonly Form[] {
  const small = new Set(ALIKE.filter((words) => words.includes(word)).flat());
  if (small.size > 0) return [word, ...[...small].filter((other) => other !== word)].map((other) => ({ word: other, letters: '', classes: [hash(other)] }));
  if (isClosed(word) || FINITES.has(word) || word.length < 3 || !/^\p{Ll}+$/u.test(word)) return [];
  const own = lexicon.read(word);
  const letters = lettersOf(own.mask);
  if (letters === '') return [];
  const stems = own.compound ? undefined : lexicon.stems(word);
  /** "bøger" is no form of "bøge": what belongs to no word of the same name is not what a slip of the ending makes. */
  const akin = (form: string): boolean => stems === undefined || letters === 'm' || lexicon.isOf(form, stems);
  const maskOf = own.compound ? maskOfAlike(word, lexicon) : (form: string): number => lexicon.direct(form);
  const seen = new Set([word]);
  const forms: Form[] = [asForm(word, letters)];
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const stem = word.slice(0, word.length - ending.length);
    for (const other of ENDINGS) {
      const form = stem + other;
      if (seen.has(form) || form.length < 3 || ending.length + other.length > 3 || isClosed(form)) continue;
      seen.add(form);
      // Most are no words at all: what has no stem in common is not looked up further.
      if (!akin(form)) continue;
      const can = lettersOf(maskOf(form));
      if (can !== '' && can !== letters) forms.push(asForm(form, can));
    }
  }
  // "barnet alder", "bussens kører".
  if (/[dunDcp]/.test(letters) || letters === 'g') {
    const form = letters === 'g' ? (word.endsWith('s') ? word.slice(0, -1) : '') : `${word}s`;
    const mask = form.length < 4 || seen.has(form) ? 0 : maskOf(form);
    const can = lettersOf(mask);
    if (letters === 'g' ? /[dunDcp]/.test(can) : can === 'g') forms.push(asForm(form, can));
  }
  for (const form of lexicon.siblings(word)) {
    const can = lettersOf(lexicon.direct(form));
    // Another tense is another meaning.
    if (can !== '' && can !== 'g' && !/f/.test(can) === /f/.test(letters) && !/[cndupD]/.test(can) && !seen.has(form) && !isClosed(form)) { seen.add(form); forms.push(asForm(form, can)); }
  }
  return forms.length > 1 ? forms : [];
}

/** What forms of one compound can be: they begin alike, so whether a beginning opens a compound is asked once. */
function maskOfAlike(word: string, lexicon: Lexicon): (form: string) => number {
  const opened: boolean[] = [];
  const opens = (head: string): boolean => word.startsWith(head) ? opened[head.length] ??= lexicon.opens(head, 2) : lexicon.opens(head, 2);
  return (form) => lexicon.read(form, opens).mask;
}

const asForm = (word: string, letters: string): Form => ({ word, letters, classes: [...letters].map(hash) });
