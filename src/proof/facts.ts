// Sentences → what they say a thing measures: "Ledningstabet faldt fra 9,4 procent i 2024 til 8,1 procent i 2025" are two facts.
import { readNumber } from './grid.ts';
import type { Passage } from './passage.ts';

export interface Fact {
  readonly passage: Passage;
  /** Of the digits. */
  readonly from: number;
  readonly to: number;
  readonly digits: string;
  readonly value: number;
  readonly decimals: number;
  /** '%', 'kr', 'mio', 'mia' or nothing. */
  readonly unit: string;
  /** The noun, small, without its article. */
  readonly subject: string;
  /** The sentence's; undefined: the publication's own. */
  readonly year: number | undefined;
}

export const MEASURES: Readonly<Record<string, string>> = {
  'mia. kr': 'mia', 'mia.kr': 'mia', 'mia. kroner': 'mia', 'milliarder': 'mia', 'mio. kr': 'mio', 'mio.kr': 'mio', 'mill. kr': 'mio', 'mio. kroner': 'mio', 'millioner': 'mio', 'kr': 'kr', 'kroner': 'kr', 'pct': '%', 'procent': '%', '%': '%', 'per cent': '%', 'percent': '%', 'billion': 'mia', 'million': 'mio',
};
/** Factor of a unit, for tables that count in thousands. */
export const FACTOR: Readonly<Record<string, number>> = { mia: 1e9, mio: 1e6, kr: 1 };

/** Without its ending, so that "overskud" and "overskuddet" are one. */
export const stem = (word: string): string => word.toLowerCase().replace(/(?:erne|ene|ernes|enes|(?<=.{5})(?:ets|ens|er|en|et)|ne|s|e)$/u, '').replace(/([bdfgklmnprst])\1$/u, '$1');

const NUMBER = '\\d[\\d.,]*(?<=\\d)(?![-–:/]\\d)';
const UNIT = '(?:[ \\u00A0]?(mia\\. ?kr|mia\\. kroner|milliarder|mio\\. ?kr|mio\\. kroner|mill\\. kr|millioner|kr|kroner|pct|procent(?!point)|%|billion|million|per cent|percent)(?!\\p{L})\\.?)?';
const YEAR = '(?: (?:i|in|for) ((?:19|20)\\d\\d))?';
const SUBJECT: Readonly<Record<string, string>> = { da: '(\\p{L}[\\p{L}-]{4,}(?:en|et|erne|ene))', en: '(?:the )?(\\p{L}[\\p{L}-]{5,})' };
const IS: Readonly<Record<string, string>> = {
  da: '(?:er(?: (?:opgjort|steget|faldet|vokset|øget|beregnet|nået op))?(?: til| på)?|var|blev|udgør|udgjorde|lå|ligger|landede|endte|nåede|bliver|beløber sig|beløb sig)(?: (?:på|til|op på))?(?: (?:nu|således|dermed|i alt|samlet|igen|ca\\.|godt|knap))?|på',
  en: '(?:is|was|were|are|came to|amounted to|reached|stood at|totalled|of)(?: now)?',
};
const MOVES: Readonly<Record<string, string>> = { da: '(?:faldt|steg|voksede|er faldet|er steget|er vokset|gik|er gået)(?: \\p{Ll}+)?', en: '(?:fell|rose|grew|dropped|increased|decreased|went)' };
/** What follows must not narrow it down: "… for private", "… i Egebæk". */
const END = '(?=[.,;:!?)]|$| og | and | (?:er|svarer|udgør|dækker|blev|var|bliver|is|was|will|covers) | mod | compared| i forhold| i år|, | sammenlignet)';

export function readFacts(passages: readonly Passage[]): Fact[] {
  const facts: Fact[] = [];
  for (const passage of passages) {
    const subject = SUBJECT[passage.language], is = IS[passage.language], moves = MOVES[passage.language];
    if (passage.kind === 'cell' || subject === undefined || is === undefined || moves === undefined) continue;
    // Only at the start of a sentence or a clause: before it nothing narrows it down but a year.
    const start = `(?<=^|[.!?] |[.!?]\\n|, og |, and |: |, mens |, while )(?:(?:I|i|In|in) ((?:19|20)\\d\\d),? (?:var|er|blev|udgjorde|lå|was|were) )?(?:[Åå]rets |[Dd]en samlede |[Tt]he )?`;
    const add = (word: string | undefined, digits: string | undefined, unit: string | undefined, year: string | undefined, at: number): void => {
      const number = digits === undefined ? undefined : readNumber(digits, passage.language);
      if (!word || !number || digits === undefined) return;
      facts.push({ passage, from: at, to: at + digits.length, digits, ...number, unit: unit === undefined ? '' : MEASURES[unit] ?? unit, subject: word.toLowerCase(), year: year === undefined ? undefined : Number(year) });
    };
    for (const match of passage.text.matchAll(new RegExp(`${start}${subject}(?: (?:${is}))? [£$€]?(${NUMBER})${UNIT}${YEAR}${END}`, 'dgu'))) {
      if (match[1] === undefined && !new RegExp(`${subject} (?:${is}) [£$€]?\\d`, 'u').test(match[0])) continue;
      add(match[2], match[3], match[4], match[5] ?? match[1], match.indices?.[3]?.[0] ?? 0);
    }
    for (const match of passage.text.matchAll(new RegExp(`${start}${subject} ${moves} (?:(?:fra|from) [£$€]?(${NUMBER})${UNIT}${YEAR} )?(?:til|to) [£$€]?(${NUMBER})${UNIT}${YEAR}${END}`, 'dgu'))) {
      if (match[3] !== undefined && match[5] !== undefined) add(match[2], match[3], match[4] ?? match[7], match[5], match.indices?.[3]?.[0] ?? 0);
      add(match[2], match[6], match[7], match[8] ?? match[1], match.indices?.[6]?.[0] ?? 0);
    }
  }
  return facts;
}
