// The dictionary's listed forms (`al:` of a lemma, `st:` of a form) → what each form is, read from its place in the list.
import * as is from './classes.ts';

/** `entry` is what the dictionary has after `word`. */
export function irregular(word: string, entry: string, lookUp: (lemma: string) => string | undefined): number {
  let mask = 0;
  for (const line of entry.split('\n')) {
    if (line.includes(' al:')) mask |= classify(word, word, line);
    for (const match of line.matchAll(/ st:(\S+)/g)) {
      const lemma = match[1] ?? '';
      for (const candidate of (lookUp(lemma) ?? '').split('\n')) if (candidate.includes(' al:')) mask |= classify(word, lemma, candidate);
    }
  }
  return mask;
}

function classify(word: string, lemma: string, line: string): number {
  const forms = [...line.matchAll(/ al:(\S+)/g)].map((match) => match[1] ?? '');
  const present = forms.findIndex((form) => form.endsWith('ende') || form.endsWith('ånde') || form === 'seende' || /[åyæø]ende$|ående$/.test(form));
  if (present >= 0 && /[eåøæyio]$/.test(lemma)) return verb(word, lemma, forms, present);
  // Without a present participle in the list: få, må.
  if (lemma.length <= 4 && /[åøæeio]$/.test(lemma) && forms.includes(`${lemma}r`)) return word.endsWith('et') ? is.PARTICIPLE : verb(word, lemma, forms, forms.length);
  if (/^(?:måtte|burde|kunne|skulle|ville|turde)$/.test(lemma)) return word === lemma ? is.INFINITIVE | is.PAST : word.endsWith('et') ? is.PARTICIPLE : is.PRESENT;
  if (forms.includes(`${lemma}t`) && forms.includes(`${lemma}e`) || lemma === 'god' || lemma === 'lille') return adjective(word, lemma, forms);
  if (word !== lemma && word.endsWith('s') && forms.includes(word.slice(0, -1))) return is.GENITIVE;
  const definite = forms.find((form) => form.startsWith(lemma.slice(0, 2)) && /e[nt]$/.test(form));
  if (!definite && !forms.some((form) => /ne$/.test(form))) return 0;
  if (word === lemma) return definite === undefined ? 0 : definite.endsWith('t') ? is.NOUN_N : is.NOUN_C;
  if (word.endsWith('et')) return is.DEF_N;
  if (word.endsWith('en')) return is.DEF_C;
  return word.endsWith('ne') ? is.PLURAL_DEF : word.endsWith('s') ? is.GENITIVE : is.PLURAL;
}

const PRESENTS = new Set(['er', 'har', 'gør', 'kan', 'skal', 'vil', 'må', 'bør', 'tør', 'ved', 'dør', 'ler', 'ser', 'får', 'går', 'står', 'slår']);

function verb(word: string, lemma: string, forms: readonly string[], participle: number): number {
  const at = forms.indexOf(word);
  if (word === lemma) return is.INFINITIVE;
  // "muliggør" stands where others have their imperative; "forholdt" is the past too.
  if (word.endsWith('holdt')) return is.PARTICIPLE | is.ADJ | is.ADJ_T | is.PAST;
  if (word.endsWith('gør') || PRESENTS.has(word) || word === `${lemma}r`) return is.PRESENT;
  if (word.endsWith('s') && (word === `${lemma}s` || forms.includes(word.slice(0, -1)))) return is.PASSIVE;
  if (at < 0) return 0;
  if (at === participle) return is.PRESENT_PARTICIPLE;
  if (at < participle) return is.PAST;
  if (word.length < lemma.length && lemma.startsWith(word)) return is.IMPERATIVE;
  if (at === forms.length - 1 && !/[te]$/.test(word)) return is.IMPERATIVE;
  if (/(?:ning|else)$/.test(word)) return is.NOUN_C;
  // "fulgte", "valgte": the past and the participle's plural are one form.
  return word.endsWith('e') ? is.ADJ_E | (/[td]e$/.test(word) ? is.PAST : 0) : is.PARTICIPLE | is.ADJ | is.ADJ_T;
}

function adjective(word: string, lemma: string, forms: readonly string[]): number {
  if (word === lemma) return is.ADJ | (lemma === 'lille' ? is.ADJ_T | is.ADJ_E : 0);
  if (word.endsWith('s') && forms.includes(word.slice(0, -1))) return is.GENITIVE;
  if (word === `${lemma}t` || word === 'godt') return is.ADJ_T;
  if (word === `${lemma}e` || word === 'gode' || word === 'små') return is.ADJ_E;
  return is.COMPARED;
}
