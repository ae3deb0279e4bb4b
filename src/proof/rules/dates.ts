// Dates that no calendar has, that fall on another weekday, that are written wrongly; years that are stale beside the publication's.
import type { Passage } from '../passage.ts';
import { finding, type Rule } from '../rule.ts';

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  da: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  en: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
};
const WEEKDAYS: Readonly<Record<string, readonly string[]>> = {
  da: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'], en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
};

const daysIn = (month: number, year: number): number => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
/** Zeller's congruence in Sakamoto's form: 0 is Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ([0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0) + day) % 7;
}

function* dated(passage: Passage): Generator<{ from: number; to: number; day: number; month: number; year: number | undefined; weekday: string | undefined; weekdayAt: number }> {
  const months = MONTHS[passage.language];
  const weekdays = WEEKDAYS[passage.language];
  if (!months || !weekdays) return;
  const names = months.join('|');
  const pattern = passage.language === 'da'
    ? new RegExp(`(?:(${weekdays.join('|')})(?:,? den|,? d\\.)? )?(?<![\\d.,])(\\d{1,2})\\.? (${names})(?!\\p{L})(?: (\\d{4}))?`, 'giu')
    : new RegExp(`(?:(${weekdays.join('|')}),? (?:the )?)?(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${names})(?!\\p{L})(?: (\\d{4}))?`, 'giu');
  for (const match of passage.text.matchAll(pattern)) {
    yield { from: match.index, to: match.index + match[0].length, weekday: match[1]?.toLowerCase(), weekdayAt: match.index, day: Number(match[2]), month: months.indexOf((match[3] ?? '').toLowerCase()) + 1, year: match[4] === undefined ? undefined : Number(match[4]) };
  }
}

const invalid: Rule = {
  id: 'invalid-date', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const { from, to, day, month, year, weekday, weekdayAt } of dated(passage)) {
        const longest = daysIn(month, year ?? 2024);
        const name = MONTHS[passage.language]?.[month - 1] ?? '';
        if (day < 1 || day > longest) yield finding(passage, from, to, `There is no ${day} ${name}${year === undefined ? '' : ` ${year}`}: the month has ${longest} days.`);
        else if (weekday !== undefined && year !== undefined) {
          const right = WEEKDAYS[passage.language]?.[weekdayOf(year, month, day)];
          if (right !== undefined && right !== weekday) yield finding(passage, weekdayAt, weekdayAt + weekday.length, `${day} ${name} ${year} is a ${right}.`, { hint: `Write "${right}", or another date.` });
        }
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

const PAST = /sidste år|året før|forrige|sammenlign|i forhold til|end i|mod |tidligere|siden|allerede|dengang|fra (?:19|20)\d\d til|historisk|hidtil|blev|vedtog|var |indgik|last year|compared|earlier|since|previous|was |were |before/i;
const REPORTS = 'beretning(?:en|ens)?|årsrapport(?:en)?|årsregnskab(?:et)?|regnskab(?:et)?|årsberetning(?:en)?|ledelsesberetning(?:en)?|regnskabsår(?:et)?|resultatopgørelse(?:n)?|annual report|annual accounts|review';

/** The publication's year is the one in its title, else the year before a date in its first half, else the date's own. */
const stale: Rule = {
  id: 'stale-year', severity: 'warning',
  *check({ passages, document }) {
    const titled = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(`${document.title} ${document.edition ?? ''}`)?.[1];
    const dateYear = document.date === undefined ? undefined : Number(document.date.slice(0, 4));
    const year = titled !== undefined ? Number(titled) : dateYear;
    if (year === undefined) return;
    const newest = Math.max(year, dateYear ?? year);
    const all = passages.map(({ text }) => text).join('\n');
    for (const passage of passages) {
      const { text } = passage;
      const say = (at: number, wrong: number, certain?: false): ReturnType<typeof finding> => finding(passage, at, at + 4, `${wrong} is stale: the publication is about ${year}.`, { hint: `Is ${year} meant?`, ...(certain === false ? { certain } : {}) });
      const seen = new Set<number>();
      const once = function* (at: number, wrong: number): Generator<ReturnType<typeof finding>> { if (!seen.has(at)) { seen.add(at); yield say(at, wrong); } };
      const sentenceOf = (at: number): string => {
        const number = passage.tokens.find(({ from, to }) => from <= at && to > at)?.sentence;
        const tokens = passage.tokens.filter(({ sentence }) => sentence === number);
        return text.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? text.length);
      };
      if (titled !== undefined || /beretning|regnskab|rapport|report/i.test(document.title)) {
        for (const match of text.matchAll(new RegExp(`(?<!\\p{L})(?:${REPORTS})(?: for| i)? (?:regnskabsåret )?((?:19|20)\\d\\d)(?!\\d|[–-])`, 'giu'))) {
          const wrong = Number(match[1]);
          if (wrong < year && wrong >= year - 3 && !compares(sentenceOf(match.index), year)) yield* once(match.index + match[0].length - 4, wrong);
        }
      }
      // The year's own first and last day, or anything that this year's sentences say is to come.
      for (const match of text.matchAll(/(?<!\d)(?:31\. december|30\. juni|1\. januar|31 december|1 january) ((?:19|20)\d\d)(?!\d)/giu)) {
        const wrong = Number(match[1]);
        const phrase = match[0].slice(0, -4);
        if (wrong === year - 1 && phrase.startsWith('31') && (all.toLowerCase().includes(`${phrase.toLowerCase()}${year}`) || /regnskab|balance|egenkapital|stilling|resultat/i.test(sentenceOf(match.index))) && !compares(sentenceOf(match.index), year)) yield* once(match.index + match[0].length - 4, wrong);
      }
      for (const match of text.matchAll(/(?<!\p{L})(?:i år|indeværende år|det forgangne år|this year),? ((?:19|20)\d\d)(?!\d)/giu)) if (Number(match[1]) < year) yield* once(match.index + match[0].length - 4, Number(match[1]));
      for (const match of text.matchAll(/(?<![\p{L}\d])(?:I|i|Fra|fra|In|From)(?: starten af| slutningen af| foråret| efteråret| januar| løbet af)? ((?:19|20)\d\d) (?:vil|skal|kommer|bliver|træder|går|begynder|forventes|ventes|får|starter|overtager|will|begins)(?!\p{L})|(?<!\p{L})(?:vil|skal|kommer|forventes at|ventes at|bliver)(?: (?!end |siden |fra )\p{L}+){0,5} (?:i|fra|in) ((?:19|20)\d\d)(?!\d|[–-])|(?<!\p{L})(?:næste år|til næste år|det kommende år|kommende),? (?:i )?((?:19|20)\d\d)(?!\d)/gu)) {
        const wrong = Number(match[1] ?? match[2] ?? match[3]);
        const at = match.index + match[0].indexOf(String(wrong));
        if (wrong < year && wrong >= year - 4 && !/(?:blev|har|siden|aftale\w*|vedtag\w+|besluttet|fra|lov\w*) (?:i |fra )?$/.test(text.slice(0, at))) yield* once(at, wrong);
      }
      for (const match of text.matchAll(/(?<![\d\p{L}.])((?:19|20)\d\d)\s?[–-]\s?((?:19|20)\d\d)(?!\d)/gu)) if (Number(match[1]) > Number(match[2])) yield finding(passage, match.index, match.index + match[0].length, 'The years run backwards.');
      void newest;
    }
  },
};

const compares = (sentence: string, year: number): boolean => sentence.includes(String(year)) || PAST.test(sentence.replace(/regnskab\p{L}*|beretning\p{L}*/giu, ''));

export const dateRules: readonly Rule[] = [invalid, form, stale];
