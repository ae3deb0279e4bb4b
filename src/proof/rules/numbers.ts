// Numbers written in more than one way: decimal and thousands marks, per cent, units, the space before a unit.
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

const decimals: Rule = {
  id: 'decimal-mark', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      const danish = passage.language === 'da';
      const { text } = passage;
      // A section number, a date, a clock or a version has other parts beside it.
      if (danish) {
        for (const match of text.matchAll(/(?<![\d\p{L}.,:/-])\d{1,3}\.\d{1,2}(?= (?:mia|mio|mill|pct|procent|kr|million|milliard|gange|point|ton|meter|år)\b|\s?%)/gu)) {
          yield finding(passage, match.index, match.index + match[0].length, 'Danish decimals have a comma.', { fix: match[0].replace('.', ',') });
        }
        for (const match of text.matchAll(/(?<![\d\p{L}.,:/-])\d{1,3}(?:,\d{3})+(?= (?:kr|kommuner|borgere|ukrainere|personer|medarbejdere|ansatte|indbyggere|sager)\b)|(?<![\d\p{L}.,:/-])\d{1,3}(?:,\d{3}){2,}(?!\d)/gu)) {
          yield finding(passage, match.index, match.index + match[0].length, 'Danish thousands have a full stop.', { fix: match[0].replace(/,/g, '.') });
        }
      } else if (passage.language === 'en') {
        for (const match of text.matchAll(/(?<![\d\p{L}.,:/-])\d{1,3},\d{1,2}(?= (?:billion|million|per cent|percent)\b|\s?%)/gu)) {
          yield finding(passage, match.index, match.index + match[0].length, 'English decimals have a full stop.', { fix: match[0].replace(',', '.') });
        }
      }
    }
  },
};

/** 5000 beside 5.000: the way that the publication uses less. Years have no mark. */
const thousands: Rule = {
  id: 'thousands-mark', severity: 'warning',
  *check({ passages }) {
    const bare: [Passage, RegExpExecArray][] = [];
    let marked = 0;
    for (const passage of passages) {
      const mark = passage.language === 'da' ? '.' : ',';
      for (const match of passage.text.matchAll(/(?<![\d\p{L}.,:/#+-])\d{4,9}(?:,\d{1,2})?(?= (?:kr\b|mio|mia|kommuner|borgere|ukrainere|personer|medarbejdere|ansatte|indbyggere|sager|mennesker|børn|unge|ældre|elever|boliger|lærepladser|people|jobs))/gu)) if (!/^(?:19|20)\d\d$/.test(match[0])) bare.push([passage, match]);
      for (const match of passage.text.matchAll(/(?<![\d.,])\d{1,3}([.,])\d{3}(?![\d])/g)) if (match[1] === mark) marked++;
    }
    if (marked <= bare.length) return;
    // "4 500": a space for the mark.
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<![\d\p{L}.,:/#+-]|\d |(?:side|kapitel|figur|tabel|nr\.|tlf\.|den) )\d{1,3}(?:[ \u00A0]\d{3})+(?![\d.,]*\d|[ \u00A0]\d)(?=[ \u00A0]\p{Ll})/gu)) {
        const fixed = match[0].replace(/[ \u00A0]/g, passage.language === 'da' ? '.' : ',');
        yield finding(passage, match.index, match.index + match[0].length, `Thousands are marked elsewhere: "${fixed}".`, { fix: fixed });
      }
    }
    for (const [passage, match] of bare) {
      const [whole = '', rest] = match[0].split(',');
      const fixed = whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${passage.language === 'da' ? '.' : ','}`) + (rest === undefined ? '' : `,${rest}`);
      yield finding(passage, match.index, match.index + match[0].length, `Thousands are marked elsewhere: "${fixed}".`, { fix: fixed });
    }
  },
};

interface Way { readonly name: string; readonly pattern: RegExp }

const OFTEN = 8;

/** One meaning, several ways: those that the publication uses less are pointed at. */
function ways(id: string, languages: readonly string[], list: readonly Way[]): Rule {
  return {
    id, severity: 'warning',
    *check({ passages }) {
      const uses = list.map(({ pattern, name }) => ({ name, uses: passages.filter(({ language, kind }) => languages.includes(language) && kind !== 'cell').flatMap((passage) => [...passage.text.matchAll(pattern)].map((match) => ({ passage, match }))) }));
      const [best, ...others] = [...uses].sort((a, b) => b.uses.length - a.uses.length);
      if (!best) return;
      for (const other of others) {
        // As many of the one as of the other: nobody can say which is meant.
        if (other.uses.length === best.uses.length && other.uses.length > 0) { for (const use of other.uses) yield { ...say(use.passage, use.match, best.name) }; continue; }
        // Where the lesser way is a habit too, it is said once; the rest is told as info.
        for (const [index, use] of other.uses.entries()) yield { ...say(use.passage, use.match, best.name), ...(index > 0 && other.uses.length > OFTEN ? { certain: false as const } : {}) };
      }
    },
  };
}

function say(passage: Passage, match: RegExpExecArray, right: string): Finding {
  const fix = (match[0].startsWith(' ') || right === '%' ? ' ' : '') + right;
  return finding(passage, match.index, match.index + match[0].length, `"${match[0].trim()}" is written "${right}" elsewhere.`, { fix: match[0].startsWith(' ') ? fix : right, hint: `Write "${right}".` });
}

const percent = ways('mixed-percent', ['da'], [
  { name: 'pct.', pattern: /(?<=\d) ?pct\./g }, { name: '%', pattern: /(?<=\d)\s?%/g }, { name: 'procent', pattern: /(?<=\d )procent(?!\p{L})/gu },
]);
const crowns = ways('mixed-units', ['da'], [
  { name: 'mio. kr.', pattern: /(?<=\d )mio\. kr\./g }, { name: 'mio. kr.', pattern: /(?<=\d )mio\.kr\./g }, { name: 'mio. kroner', pattern: /(?<=\d )mio\. kroner/g }, { name: 'millioner kroner', pattern: /(?<=\d )millioner kr(?:oner|\.)/g }, { name: 'mill. kr.', pattern: /(?<=\d )mill\. kr\./g },
]);
const billions = ways('mixed-units', ['da'], [
  { name: 'mia. kr.', pattern: /(?<=\d )mia\. kr\./g }, { name: 'mia.kr.', pattern: /(?<=\d )mia\.kr\./g }, { name: 'mia. kroner', pattern: /(?<=\d )mia\. kroner/g }, { name: 'milliarder kroner', pattern: /(?<=\d )milliarder kr(?:oner|\.)/g },
]);

const unitSpace: Rule = {
  id: 'unit-space', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<=(?<![\p{L}\d.,-])\d[\d.,]*)(?=(?:mio|mia|pct|kr|procent|kommuner|km|kg|år)(?![\p{L}-]))/gu)) {
        const word = /^\p{L}+/u.exec(passage.text.slice(match.index))?.[0] ?? '';
        yield finding(passage, match.index, match.index + word.length, `A space is missing before "${word}".`, { fix: ` ${word}` });
      }
    }
  },
};

export const numberRules: readonly Rule[] = [decimals, thousands, percent, { id: 'mixed-units', severity: 'warning', *check(context) { yield* crowns.check(context) as Iterable<Finding>; yield* billions.check(context) as Iterable<Finding>; } }, unitSpace];
