// Dates that no calendar has, that fall on another weekday, that are written wrongly; ranges that end before they begin.
import { datesOf, dayNumber, daysIn, MONTHS, WEEKDAYS, weekdayOf } from '../calendar.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

const written = (language: string, day: number, month: number, year: number | undefined): string => {
  const name = MONTHS[language]?.[month - 1] ?? '';
  return `${day}${language === 'da' ? '.' : ''} ${language === 'da' ? name : name.charAt(0).toUpperCase() + name.slice(1)}${year === undefined ? '' : ` ${year}`}`;
};

const invalid: Rule = {
  id: 'invalid-date', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const { from, to, day, month, year, weekday } of datesOf(passage)) {
        const longest = daysIn(month, year ?? 2024);
        const name = written(passage.language, day, month, year);
        if (day < 1 || day > longest) yield finding(passage, from + (weekday === undefined ? 0 : passage.text.slice(from).search(/\d/)), to, `There is no ${name}: the month has ${longest} days.`);
        else if (weekday !== undefined && year !== undefined) {
          const right = WEEKDAYS[passage.language]?.[weekdayOf(year, month, day)];
          const shown = passage.language === 'en' && right !== undefined ? right.charAt(0).toUpperCase() + right.slice(1) : right;
          if (right !== undefined && right !== weekday) yield finding(passage, from, from + weekday.length, `${name} is a ${shown ?? ''}.`, { hint: `Write "${shown ?? ''}", or another date.` });
        }
      }
      yield* numeric(passage);
      yield* isoDates(passage);
    }
  },
};

/** 31.11.2025 and 31/11/2025, day first where that can be; 2025-11-31. */
function* numeric(passage: Passage): Generator<Finding> {
  for (const match of passage.text.matchAll(/(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d./]?\d)/g)) {
    const [one, other, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const possible = (day: number, month: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
    if (!possible(one, other) && !(passage.language === 'en' && possible(other, one))) yield finding(passage, match.index, match.index + match[0].length, `There is no ${match[0]}.`);
  }
}
function* isoDates(passage: Passage): Generator<Finding> {
  for (const match of passage.text.matchAll(/(?<![\d/-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/g)) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) yield finding(passage, match.index, match.index + match[0].length, `There is no ${match[0]}.`);
  }
}

const TO = /^\s?(?:[–—-]|til(?: og med)?|to|until|through)\s?(?:den |d\. |the )?$/i;

/** Years, months, days and hours that run backwards. */
const ranges: Rule = {
  id: 'date-range', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      const { text, language } = passage;
      for (const match of text.matchAll(/(?<![\d\p{L}.,/])((?:19|20)\d\d)\s?[–-]\s?((?:19|20)\d\d)(?![\d-]|[.,]\d)/gu)) if (Number(match[1]) > Number(match[2])) yield finding(passage, match.index, match.index + match[0].length, 'The years run backwards.');
      for (const match of text.matchAll(/(?:fra|from|between|mellem) ((?:19|20)\d\d) (?:til|to|and|og) ((?:19|20)\d\d)(?![\d-])/gi)) if (Number(match[1]) > Number(match[2])) yield finding(passage, match.index + match[0].indexOf(' ') + 1, match.index + match[0].length, 'The years run backwards.');
      const days = [...datesOf(passage)];
      for (const [index, end] of days.entries()) {
        const start = days[index - 1];
        if (!start || end.year === undefined || !TO.test(text.slice(start.to, end.from))) continue;
        // "fra den 1. april til den 31. marts 2026": the year of the end is that of the beginning too.
        if (dayNumber(start.year ?? end.year, start.month, start.day) > dayNumber(end.year, end.month, end.day)) {
          yield finding(passage, start.from, end.to, start.year === undefined ? 'The range ends before it begins: it lacks the year that it begins in.' : 'The range ends before it begins.', start.year === undefined ? { certain: false } : {});
        }
      }
      const names = MONTHS[language]?.join('|');
      if (names === undefined) continue;
      for (const match of text.matchAll(new RegExp(`(?<!\\d\\.? )(?<!\\p{L})(${names}) ((?:19|20)\\d\\d)(?:\\s?[–—-]\\s?|\\s(?:til(?: og med)?|to|until)\\s)(${names}) ((?:19|20)\\d\\d)(?!\\d)`, 'giu'))) {
        const number = (month: string | undefined, year: string | undefined): number => Number(year) * 12 + (MONTHS[language] ?? []).indexOf((month ?? '').toLowerCase());
        if (number(match[1], match[2]) > number(match[3], match[4])) yield finding(passage, match.index, match.index + match[0].length, 'The range ends before it begins.');
      }
      // Evening and night run over midnight: from the afternoon on, and for hours on end.
      for (const match of text.matchAll(/(?<=(?<!\p{L})kl\. ?)(\d{1,2})(?:[.:]\d\d)?\s?[–-]\s?(\d{1,2})(?:[.:]\d\d)?(?![\d.:]\d|\d)/gu)) {
        const [from, to] = [Number(match[1]), Number(match[2])];
        if (from > to && (from < 15 || from - to < 6) && from <= 24) yield finding(passage, match.index, match.index + match[0].length, 'The hours run backwards.');
      }
    }
  },
};

const form: Rule = {
  id: 'date-form', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.language !== 'da') continue;
      const names = (MONTHS.da ?? []).join('|');
      for (const match of passage.text.matchAll(new RegExp(`(?<=(?<![\\d.,:–-])\\d{1,2})(?= (?:${names})(?!\\p{L}))`, 'gu'))) {
        const digits = /\d+$/.exec(passage.text.slice(0, match.index))?.[0] ?? '';
        yield finding(passage, match.index - digits.length, match.index, 'The day lacks its stop.', { fix: `${digits}.`, hint: `Write "${digits}.".` });
      }
      for (const match of passage.text.matchAll(new RegExp(`(?<=\\p{Ll},? |\\d\\. |\\d )(?:${[...(MONTHS.da ?? []), ...(WEEKDAYS.da ?? [])].map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('|')})(?![\\p{L}-])`, 'gu'))) {
        if (passage.kind === 'heading' || passage.kind === 'title') continue;
        const right = match[0].toLowerCase();
        yield finding(passage, match.index, match.index + match[0].length, 'Months and weekdays have small letters in Danish.', { fix: right, hint: `Write "${right}".` });
      }
    }
  },
};

export const dateRules: readonly Rule[] = [invalid, ranges, form];
