// Word classes as bits: what a Danish word form can be.
export const NOUN_C = 1 << 0;
export const NOUN_N = 1 << 1;
export const DEF_C = 1 << 2;
export const DEF_N = 1 << 3;
export const PLURAL = 1 << 4;
export const PLURAL_DEF = 1 << 5;
export const GENITIVE = 1 << 6;
export const INFINITIVE = 1 << 7;
export const PRESENT = 1 << 8;
export const PAST = 1 << 9;
export const PARTICIPLE = 1 << 10;
export const PRESENT_PARTICIPLE = 1 << 11;
export const IMPERATIVE = 1 << 12;
export const PASSIVE = 1 << 13;
/** Uninflected: "en stor". */
export const ADJ = 1 << 14;
/** "et stort". */
export const ADJ_T = 1 << 15;
/** "den store", "store". */
export const ADJ_E = 1 << 16;
export const COMPARED = 1 << 17;
export const NAME = 1 << 18;
/** Adverbs, pronouns, prepositions, and all else that the dictionary does not bend. */
export const OTHER = 1 << 19;

export const NOUN = NOUN_C | NOUN_N | DEF_C | DEF_N | PLURAL | PLURAL_DEF;
export const SINGULAR = NOUN_C | NOUN_N;
export const DEFINITE = DEF_C | DEF_N | PLURAL_DEF;
export const ADJECTIVE = ADJ | ADJ_T | ADJ_E | COMPARED;
export const FINITE = PRESENT | PAST;
