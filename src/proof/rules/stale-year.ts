// Years before the publication's own that must mean the publication's own, or one to come. Comparisons, history, plans and quotations are let alone.
import { datesOf, type Dated } from '../calendar.ts';
import { readGrids } from '../grid.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import * as is from '../lexicon/classes.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type ProofContext, type Rule } from '../rule.ts';
import { ownYear as yearOf } from '../years.ts';

const PAST = /sidste år|året før|forrige|sammenlign|i forhold til|end i|mod |afvig|tidligere|siden|allerede|dengang|fra (?:19|20)\d\d til|historisk|hidtil|blev|vedtog|var |indgik|udgjorde|last year|compared|earlier|since|previous|was |were |before|differ|\bthan in/i;
const REPORTS = 'beretning(?:en|ens)?|årsrapport(?:en|ens)?|halvårsrapport(?:en)?|årsskrift(?:et)?|rapport(?:en|ens)?|statusrapport(?:en)?|årsregnskab(?:et)?|regnskab(?:et)?|årsberetning(?:en)?|ledelsesberetning(?:en)?|regnskabsår(?:et)?|resultatopgørelse(?:n)?|annual report|annual accounts|financial statements|review';
const PERIOD = '(?:regnskabsåret |kalenderåret |året |(?:(?:første|andet|andet|1\\.|2\\.) halvår |(?:første|andet|tredje|fjerde|[1-4]\\.) kvartal |the year |the first half of |the second half of ))?';
const YEAR = '((?:19|20)\\d\\d)';
const COMING = 'vil|skal|kommer|bliver|træder|går|begynder|forventes|ventes|får|starter|overtager|åbner|indvies|holdes|afholdes|udkommer|fortsætter|lancerer|planlægger|forventer|venter|will|begins|shall';

interface Years { readonly year: number; readonly newest: number; readonly date: string | undefined }

function yearsOf({ document }: ProofContext): Years | undefined {
  const year = yearOf(document);
  return year === undefined ? undefined : { year, newest: Math.max(year, Number(document.date?.slice(0, 4) ?? year)), date: document.date };
}

const stale: Rule = {
  id: 'stale-year', severity: 'warning',
  *check(context) {
    const years = yearsOf(context);
    if (!years) return;
    const { document, passages, lexicon } = context;
    const { year } = years;
    const reports = /\d{4}/.test(document.title) || /beretning|regnskab|rapport|report|årsskrift|status/i.test(document.title);
    const lone = lonelyDates(context, years);
    const compared = comparedCells(context, year);
    const all = passages.map(({ text }) => text).join('\n').toLowerCase();
    for (const passage of passages) {
      const seen = new Set<number>();
      const say = function* (at: number, wrong: number): Generator<Finding> {
        if (seen.has(at) || quoted(passage, at)) return;
        seen.add(at);
        yield wrong < year ? finding(passage, at, at + 4, `${wrong} is stale: the publication is about ${year}.`, { hint: `Is ${year} meant?` }) : finding(passage, at, at + 4, wrong > years.newest ? `${wrong} is far off.` : `${wrong} is over when this is printed.`, { hint: `Is ${wrong > years.newest ? year : wrong + 1} meant?` });
      };
      for (const { at, from } of [...twice(passage)]) if (from < years.newest) yield* sayTwice(passage, at, from, seen);
      for (const at of lone.get(passage) ?? []) yield* sayComing(passage, at, seen);
      if (compared.has(passage.id)) continue;
      for (const { at, wrong } of [...(reports ? ownReport(passage, year) : []), ...lastDay(passage, year, all), ...ownYear(passage, year), ...coming(passage, years), ...present(passage, year, lexicon), ...headed(context, passage, year), ...swapped(passage, years)]) yield* say(at, wrong);
    }
  },
};

interface Stale { readonly at: number; readonly wrong: number }

/** What is said inside quotation marks was said then. */
function quoted({ text }: Passage, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('»') > before.lastIndexOf('«') && text.indexOf('«', at) >= 0 || before.lastIndexOf('“') > before.lastIndexOf('”') && text.indexOf('”', at) >= 0 || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

function sentenceOf(passage: Passage, at: number): string {
  const number = passage.tokens.find(({ from, to }) => from <= at && to > at)?.sentence;
  const tokens = passage.tokens.filter(({ sentence }) => sentence === number);
  return passage.text.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? passage.text.length);
}

const compares = (sentence: string, year: number): boolean => sentence.includes(String(year)) || PAST.test(sentence.replace(/regnskab\p{L}*|beretning\p{L}*/giu, ''));

/** "Årsrapporten for 2024", "rapporten for andet halvår 2024". */
function* ownReport(passage: Passage, year: number): Generator<Stale> {
  for (const match of passage.text.matchAll(new RegExp(`(?<!\\p{L})(?:${REPORTS})(?: for| i)? ${PERIOD}${YEAR}(?!\\d|[–-])`, 'giu'))) {
    const wrong = Number(match[1]);
    if (wrong < year && wrong >= year - 3 && (!compares(withoutDays(sentenceOf(passage, match.index)), year) || lateDay(passage, sentenceOf(passage, match.index), wrong))) yield { at: match.index + match[0].length - 4, wrong };
  }
}

/** "Årsrapporten for 2024 blev godkendt den 5. marts 2026": a report is signed in the year after its own. */
function lateDay(passage: Passage, sentence: string, wrong: number): boolean {
  const start = passage.text.indexOf(sentence);
  const signed = /godkendt|vedtaget|underskrevet|behandlet|aflagt|approved|signed|adopted/i.test(sentence);
  return signed && [...datesOf(passage)].some(({ from, year: written }) => from >= start && from < start + sentence.length && written === wrong + 2);
}

/** The day on which something is signed compares nothing. */
const withoutDays = (sentence: string): string => sentence.replace(/\d{1,2}\.? \p{L}+ \d{4}/gu, '');

/** The last day of the year, in the present tense or where the right one stands elsewhere. */
function* lastDay(passage: Passage, year: number, all: string): Generator<Stale> {
  for (const match of passage.text.matchAll(/(?<!\d)(?:31\. december|31 december|december 31,) ((?:19|20)\d\d)(?!\d)/giu)) {
    const wrong = Number(match[1]);
    const sentence = sentenceOf(passage, match.index);
    if (wrong === year - 1 && (all.includes(`${match[0].slice(0, -4).toLowerCase()}${year}`) || /regnskab|balance|egenkapital|stilling|resultat|udgør/i.test(sentence)) && !compares(sentence, year) && !(passage.kind === 'cell')) yield { at: match.index + match[0].length - 4, wrong };
  }
}

/** "i år (2024)", "året 2024", "i det forløbne år 2024", "tak for indsatsen i 2024". */
function* ownYear(passage: Passage, year: number): Generator<Stale> {
  const { text } = passage;
  for (const match of text.matchAll(new RegExp(`(?<!\\p{L})(?:i år|indeværende år|det forgangne år|det forløbne år|året, der gik|this year|the past year),?[ (]{1,2}(?:i )?${YEAR}(?!\\d)`, 'giu'))) if (Number(match[1]) < year) yield { at: match.index + match[0].length - 4, wrong: Number(match[1]) };
  for (const match of text.matchAll(new RegExp(`(?<!\\p{L})(?:året ${YEAR}(?![\\d–/-])|(?:tak(?:ker?)? (?:\\p{L}+ ){1,8}?|(?:efforts?|work|support) )(?:i|in) ${YEAR}(?![\\d–/-]))`, 'giu'))) {
    const wrong = Number(match[1] ?? match[2]);
    const sentence = sentenceOf(passage, match.index);
    const plain = match[1] === undefined ? '' : 'året';
    if (wrong === year - 1 && !sentence.includes(String(year)) && !/sammenlign|i forhold til|end i|mod |siden|tidligere|compared|\bthan\b/i.test(sentence) && (plain === '' || !/(?:regnskab\p{L}*|fra|til|og|for|skole|siden|efter|før|indtil) $/iu.test(text.slice(0, match.index)))) yield { at: match.index + match[0].length - 4, wrong };
  }
}

/** What this year's sentences say is to come. */
function* coming(passage: Passage, { year, newest, date }: Years): Generator<Stale> {
  const { text } = passage;
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:I|i|Fra|fra|In|in|From)(?: starten af| slutningen af| foråret| efteråret| sommeren| januar| løbet af)? ${YEAR} (?:${COMING})(?!\\p{L})|(?<!\\p{L})(?:vil|skal|kommer|forventes at|ventes at|bliver)(?: (?!end |siden |fra )\\p{L}+){0,5} (?:i|fra|in) ${YEAR}(?!\\d|[–-])|(?<!\\p{L})(?:næste år|til næste år|det kommende år|kommende),? (?:i )?${YEAR}(?!\\d)`, 'gu'))) {
    const wrong = Number(match[1] ?? match[2] ?? match[3]);
    const at = match.index + match[0].indexOf(String(wrong));
    if (wrong < year && wrong >= year - 4 && !/(?:blev|har|siden|aftale\w*|vedtag\w+|besluttet|fra|lov\w*) (?:i |fra )?$/.test(text.slice(0, at))) yield { at, wrong };
  }
  // "ventes færdig i foråret 2025" in what is printed in 2026.
  if (year < newest) for (const match of text.matchAll(new RegExp(`(?<!\\p{L})(?:ventes|forventes)(?: (?!end |siden |fra )\\p{L}+){0,5} i (?:\\p{L}+ )?${YEAR}(?!\\d|[–-])`, 'gu'))) if (Number(match[1]) === year) yield { at: match.index + match[0].length - 4, wrong: year };
  // "I 2025 vil vi …" in a report of 2025 that is dated 2026.
  if (year < newest) for (const match of text.matchAll(new RegExp(`(?<=^|[.!?:] )(?:I|In) ${YEAR},? (?:vil|(?:we|the \\p{L}+|\\p{Lu}\\p{L}+) (?:will|shall|plan to|intend to|aim to))(?!\\p{L})`, 'gu'))) if (Number(match[1]) === year) yield { at: match.index + match[0].indexOf(String(year)), wrong: year };
  // A whole date before the publication's year, in a sentence that looks ahead.
  for (const found of datesOf(passage)) {
    if (found.year === undefined || found.year > newest || found.year < year - 2 || date === undefined || isoOf(found, found.year) >= date) continue;
    const sentence = sentenceOf(passage, found.from);
    const soon = found.year < year ? '|bliver|afholdes|holdes|finder sted|indvies|udkommer|takes place' : '';
    if (new RegExp(`(?<!\\p{L})(?:indbyder|inviterer|glæder os til|ser frem til|næste|kommende|vil blive|will be|next${soon})(?!\\p{L})`, 'iu').test(sentence) && !/(?<!\p{L})(?:blev|var|havde|siden|blevet|fra|was|were|had|since|hvert|altid|årligt)(?!\p{L})/iu.test(sentence)) yield { at: found.to - 4, wrong: found.year };
  }
}

/** "I 2024 har bestyrelsen holdt …": the perfect and the present do not go with a year that is over. */
function* present(passage: Passage, year: number, lexicon: Lexicon | undefined): Generator<Stale> {
  if (passage.language !== 'da' || passage.kind !== 'paragraph' && passage.kind !== 'item') return;
  for (const match of passage.text.matchAll(/(?<=^|[.!?:] )I ((?:19|20)\d\d) (har|er|kan|\p{Ll}+r)(?!\p{L})/gu)) {
    const wrong = Number(match[1]);
    const sentence = sentenceOf(passage, match.index);
    if (wrong !== year - 1 || sentence.includes(String(year)) || /(?<!\p{L})(?:siden|mens|hvor|både)(?!\p{L})/iu.test(sentence)) continue;
    const verb = match[2] ?? '';
    if (!/^(?:har|er|kan)$/.test(verb) && !((lexicon?.read(verb).mask ?? 0) & is.PRESENT)) continue;
    yield { at: match.index + 2, wrong };
  }
}

/** A heading "… 2024" over a text that speaks of 2025 and not of 2024. */
function* headed({ passages }: ProofContext, passage: Passage, year: number): Generator<Stale> {
  if (passage.kind !== 'heading' && passage.kind !== 'caption') return;
  const match = new RegExp(`(?:^|\\s)${YEAR}$`).exec(passage.text);
  if (!match || Number(match[1]) !== year - 1 || /(?:fra|siden|vedtaget|af|mod|til|og|from|since|valg\p{L}*|aftale\p{L}*|lov\p{L}*) (?:19|20)\d\d$|\d{4}.*\d{4}|\d\. \p{L}+ \d{4}$/iu.test(passage.text)) return;
  const start = passages.indexOf(passage) + 1;
  let own = 0, last = 0;
  for (let index = start; index < passages.length; index++) {
    const next = passages[index];
    if (!next || next.kind === 'heading' && next.level <= passage.level || next.chapter !== passage.chapter || passage.kind === 'caption' && index - start > 60) break;
    own += next.text.split(String(year)).length - 1;
    last += next.text.split(String(year - 1)).length - 1;
    if (passage.kind === 'caption' && next.kind !== 'cell') break;
  }
  if (own >= 2 && last === 0) yield { at: passage.text.length - 4, wrong: year - 1 };
}

/** 2052 for 2025: a year that is far off, by two digits in the wrong order. */
function* swapped({ text }: Passage, { year, newest }: Years): Generator<Stale> {
  for (const match of text.matchAll(/(?<![\d.,–-])20\d\d(?![\d–-]|[.,]\d)/g)) {
    const turned = Number(`20${match[0].charAt(3)}${match[0].charAt(2)}`);
    if (Number(match[0]) > newest + 25 && (turned === year || turned === newest)) yield { at: match.index, wrong: Number(match[0]) };
  }
}

/** "seks flere i 2024 end i 2024", "i 2024, og året før, i 2024". */
function* twice(passage: Passage): Generator<{ at: number; from: number }> {
  for (const match of passage.text.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)) {
    const year = match[1] ?? '';
    const sentence = sentenceOf(passage, match.index);
    const rest = passage.text.slice(match.index + 4, passage.text.indexOf(sentence) + sentence.length);
    const second = new RegExp(`(?<!\\p{L})(?:end(?: det var)?|mod|året før,|sammenlignet med|i forhold til|than|compared with|the year before,)(?: [\\d.,]+(?: \\p{L}+\\.?){0,3})? (?:i |in )?${year}(?!\\d)`, 'iu').exec(rest);
    if (second && !/(?:19|20)\d\d/.test(rest.slice(0, second.index)) && !/(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|january|february|march|may|june|july|october|Q\d) $/i.test(passage.text.slice(0, match.index)) && !/(?:halvår|kvartal|måned|spring|autumn|half|quarter)/i.test(sentence)) yield { at: match.index, from: Number(year) };
  }
}
function* sayTwice(passage: Passage, at: number, year: number, seen: Set<number>): Generator<Finding> {
  if (seen.has(at)) return;
  seen.add(at);
  yield finding(passage, at, at + 4, `${year} is compared with itself.`, { hint: `Is ${year + 1} meant?` });
}

const isoOf = ({ month, day }: Dated, year: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Dates in a list or a column that all are to come but for one, which would be with another year. */
function lonelyDates({ passages, document }: ProofContext, { date }: Years): Map<Passage, number[]> {
  const found = new Map<Passage, number[]>();
  if (date === undefined) return found;
  const groups = new Map<string, { passage: Passage; at: number; iso: string; later: string }[]>();
  const columns = new Map<string, string>();
  for (const { table } of readGrids(document, passages)) for (const row of table.rows.slice(1)) row.cells.forEach((cell, column) => columns.set(cell.id, `${table.id}:${column}`));
  for (const passage of passages) {
    const group = columns.get(passage.id) ?? passage.list?.id;
    const [first] = datesOf(passage);
    if (group === undefined || first?.year === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), { passage, at: first.to - 4, iso: isoOf(first, first.year), later: isoOf(first, first.year + 1) }]);
  }
  for (const list of groups.values()) {
    const gone = list.filter(({ iso }) => iso < date);
    const [only] = gone;
    if (list.length >= 3 && gone.length === 1 && only && only.later >= date) found.set(only.passage, [...(found.get(only.passage) ?? []), only.at]);
  }
  return found;
}
function* sayComing(passage: Passage, at: number, seen: Set<number>): Generator<Finding> {
  seen.add(at);
  yield finding(passage, at, at + 4, `${passage.text.slice(at, at + 4)} is over; the other dates here are to come.`);
}

/** Cells of rows in which the publication's own year stands beside others. */
function comparedCells({ document, passages }: ProofContext, year: number): Set<string> {
  const ids = new Set<string>();
  const named = new Set(passages.flatMap(({ id, text }) => (text.includes(String(year)) ? [id] : [])));
  for (const { table } of readGrids(document, passages)) {
    for (const row of table.rows) {
      const cells = row.cells.map(({ id }) => id);
      if (cells.some((id) => named.has(id))) for (const id of cells) ids.add(id);
    }
  }
  return ids;
}

export const staleYearRules: readonly Rule[] = [stale];
