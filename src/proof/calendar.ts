// A passage's text → the days, months and years that it names.
import type { Passage } from './passage.ts';

export const MONTHS: Readonly<Record<string, readonly string[]>> = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
};
export const WEEKDAYS: Readonly<Record<string, readonly string[]>> = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'], en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
};

export const daysIn = (month: number, year: number): number => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
/** Zeller's congruence in Sakamoto's form: 0 is Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ([0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0) + day) % 7;
}

export interface Dated {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  readonly weekday: string | undefined;
}

const patterns = new Map<string, RegExp>();
function patternOf(language: string): RegExp | undefined {
  const months = MONTHS[language], weekdays = WEEKDAYS[language];
  if (!months || !weekdays) return undefined;
  let pattern = patterns.get(language);
  if (!pattern) {
    const names = months.join('|'), days = weekdays.join('|');
    pattern = language === 'da'
      ? new RegExp(`(?:(${days})(?:,? den|,? d\\.)? )?(?<![\\d.,])(\\d{1,2})\\.? (${names})(?!\\p{L})(?: (\\d{4})(?!\\d))?`, 'giu')
      // "31 June 2025" and "June 31, 2025".
      : new RegExp(`(?:(${days}),? (?:the )?)?(?:(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${names})(?!\\p{L})|(?<!\\p{L}|\\d )(${names}) (\\d{1,2})(?:st|nd|rd|th)?(?![\\d.]))(?:,? (\\d{4})(?!\\d))?`, 'giu');
    patterns.set(language, pattern);
  }
  return pattern;
}

export function* datesOf(passage: Passage): Generator<Dated> {
  const pattern = patternOf(passage.language);
  if (!pattern) return;
  const months = MONTHS[passage.language] ?? [];
  for (const match of passage.text.matchAll(pattern)) {
    const english = passage.language !== 'da';
    const [day, month, year] = english ? [match[2] ?? match[5], match[3] ?? match[4], match[6]] : [match[2], match[3], match[4]];
    yield { from: match.index, to: match.index + match[0].length, weekday: match[1]?.toLowerCase(), day: Number(day), month: months.indexOf((month ?? '').toLowerCase()) + 1, year: year === undefined ? undefined : Number(year) };
  }
}

/** One number that grows with the days. */
export const dayNumber = (year: number, month: number, day: number): number => (year * 12 + month - 1) * 31 + day;
