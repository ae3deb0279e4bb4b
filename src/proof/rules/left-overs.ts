// What a rewritten sentence leaves behind: a subject or a verb said twice, a small word lost from its expression, a hyphen without its space.
import { danishPassages, isFinite, maskOf, onlyA } from '../danish/look.ts';
import { MODALS, NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

const SUBJECTS = /^(?:vi|jeg|han|hun|man)$/;
const AUXILIARY = (token: Token): boolean => /^(?:har|havde|er|var|bliver|blev|får)$/.test(token.low) || MODALS.has(token.low);
const JOINS = /^(?:og|eller|men|som|der|at|hvis|når|fordi|mens|end|så|for|hvad|hvor|hvordan|da|både|om|samt|jo|desto|hvem|hvilke[nt]?|inden|før)$/;
const ONCE = /^(?:ikke|også|altså|dog|derfor|allerede|fortsat|stadig|alle)$/;

/** "har vi i 2025 vi taget", "har KL har", "er ikke er": one of the two is left from before. */
const twice: Rule = {
  id: 'said-twice', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 2 < tokens.length; index++) {
        const token = tokens[index];
        if (!token || token.kind !== 'word') continue;
        const subject = SUBJECTS.test(token.low);
        const verb = !subject && AUXILIARY(token);
        if (!subject && !verb && !ONCE.test(token.low)) continue;
        const second = again(tokens, index, subject ? 5 : 3, subject, lexicon);
        if (!second) continue;
        // "indsættes ikke i ikke betroede dokumenter".
        const after = maskOf(tokens[tokens.indexOf(second) + 1], lexicon);
        if (second.low === 'ikke' && (after & is.ADJ_E || after & is.ADJECTIVE && !(after & is.PARTICIPLE))) continue;
        // "er det, der er": only where what stands between is a subject.
        if (verb && !isSubject(tokens.slice(index + 1, tokens.indexOf(second)), lexicon)) continue;
        yield finding(passage, second.from, second.to, `"${second.text}" stands twice in its clause.`, { hint: 'Take one out.' });
      }
      yield* pairTwice(passage);
    }
  },
};

/** "i marts måned i marts": a preposition and its word, and again within four words. */
function* pairTwice(passage: Passage): Generator<Finding> {
  const { tokens } = passage;
  for (let index = 0; index + 3 < tokens.length; index++) {
    const one = tokens[index];
    const two = tokens[index + 1];
    if (!one || two?.kind !== 'word' || !/^(?:i|på|for|af|til|med|om|fra|ved|at|som|der|det|har|vil|kan|skal|er)$/.test(one.low) || two.low.length < 4 || NEVER_NOUN.has(two.low)) continue;
    for (let at = index + 2; at <= index + 4; at++) {
      const between = tokens.slice(index, at);
      const last = tokens[at + 1];
      if (!last || last.sentence !== one.sentence || between.some(({ kind, low }) => kind === 'mark' || /^(?:og|eller|men)$/.test(low))) break;
      if (tokens[at]?.low !== one.low || last.low !== two.low) continue;
      yield finding(passage, tokens[at]?.from ?? one.from, last.to, `"${one.text} ${two.text}" stands twice.`, { hint: 'Take one out.' });
      break;
    }
  }
}

function again(tokens: readonly Token[], index: number, reach: number, subject: boolean, lexicon: Lexicon): Token | undefined {
  const token = tokens[index];
  for (let at = index + 1; at <= index + reach; at++) {
    const other = tokens[at];
    if (!other || !token || other.sentence !== token.sentence || other.kind === 'mark' || JOINS.test(other.low)) return undefined;
    if (other.low === token.low) return at > index + 1 ? other : undefined;
    if (subject && (isFinite(other, lexicon) || (maskOf(other, lexicon) & (is.FINITE | is.INFINITIVE)) !== 0 && !/^(?:i|på|for|af|fra|ved|med|til|under|over)$/.test(other.low))) return undefined;
  }
  return undefined;
}

const isSubject = (tokens: readonly Token[], lexicon: Lexicon): boolean => tokens.length > 0 && tokens.every((token) => /^(?:vi|de|man|han|hun|jeg)$/.test(token.low) || onlyA(maskOf(token, lexicon), is.DEFINITE) || /^\p{Lu}{2,}$/u.test(token.text));

/** Expressions that lack their first word, and those that have another's: over lower-case text. */
const LOST: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?<!\p{L})(?:er|var|kommet|kom|gået|går|gik|sat|nu|godt|også|allerede|stadig|fortsat|komme|gå|for) )gang(?= med(?!\p{L}))/gu, 'i gang'],
  [/(?<=(?<!\p{L})(?:er|var|være|bliver|ikke|blive|blev|også|bedre) )stand(?= til(?!\p{L}))/gu, 'i stand'],
  [/(?<=(?<!\p{L})(?:er|var|være|nu|godt|ved) )færd(?= med(?!\p{L}))/gu, 'i færd'],
  [/(?<=(?<!\p{L})(?:kommuner|borgere|medarbejdere|arbejdet|arbejder|lavet|udviklet|løses|udarbejdet|udgivet|sker|foregår|skal|og) )samarbejde(?= med (?:kommuner|regioner|staten|kl|de|den|en|andre))/gu, 'i samarbejde'],
  [/(?<!(?<!\p{L})(?:på|den|samme|god|en|hvilken|anden|første|ingen) )(?<!\p{L})grund(?= af (?:den|det|de|en|et|manglende|mangel|stigende|nye)(?!\p{L}))/gu, 'på grund'],
  [/(?<!(?<!\p{L})(?:i|på|årets|dagens|et|det) )(?<!\p{L})løbet(?= af (?:\d|året|de|det|den|ugen|måneden|foråret|efteråret|sommeren|perioden)(?!\p{L}))/gu, 'i løbet'],
  [/(?<=(?<!\p{L})(?:indtil|inden|ved|frem til) )udgang(?= af (?:\d|året|de|det|den|ugen|måneden))/gu, 'udgangen'],
  [/(?<=(?<!\p{L})(?:fra|ved|siden) )begyndelse(?= af (?:\d|året|de|det|den)|[,.])/gu, 'begyndelsen'],
  [/(?<=(?<!\p{L})til )og(?= (?:20\d\d|\d+\. \p{L}|udgangen|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?![\p{L}\d]))/gu, 'og med'],
  [/(?<!\p{L})der i ?blandt(?!\p{L})/gu, 'deriblandt'], [/(?<!\p{L})her i ?blandt(?!\p{L})/gu, 'heriblandt'], [/(?<!\p{L})ind imellem (?=de |den )/gu, 'imellem '],
  [/(?<=, )der som(?= (?:alle|vi|de|har|er|kan|skal|vil|man|mange|kommunerne|regeringen)(?!\p{L}))/gu, 'som'],
  [/(?<=(?<!\p{L})(?:muligheder|mulighed|muligheden|mulighederne|risiko|risikoen|behov|behovet) )(?:til|om)(?= at(?!\p{L}))/gu, 'for'],
  [/(?<=(?<!\p{L})(?:mulighed|muligheder|muligheden|behov|behovet|risiko|risikoen|ansvaret) )at(?= \p{L}+(?:e|å)(?!\p{L}))/gu, 'for at'],
  [/(?<=(?<!\p{L})(?:evne|evnen|vilje|viljen|pligt|pligten|adgang|adgangen) )(?:for|om|af)(?= at(?!\p{L}))/gu, 'til'],
  [/(?<=(?<!\p{L})i samarbejde )(?:og|til|af)(?= (?:kl|en|de|den|\p{L}+(?:en|et|erne|ene|iet|rådet))(?!\p{L}))/gu, 'med'],
  [/(?<=(?<!\p{L})i forbindelse )(?:af|til|for|og|ved)(?= (?:den|det|de|en|et|\p{L}+(?:en|et|erne|ene))(?!\p{L}))/gu, 'med'],
  [/(?<=(?<!\p{L})forskel )(?:af|mellem på|i på)(?=(?!\p{L}))/gu, 'på'],
  [/(?<=(?<!\p{L})(?:bidrager|bidrage|bidraget|bidrog) )(?:for|på|om)(?= (?:at|en|et|den|det|de)(?!\p{L}))/gu, 'til'],
  [/(?<=(?<!\p{L})(?:har|haft|sat|fortsat|særligt|stort|stor|øget) fokus )(?:for|om|til|af)(?= (?:at|en|et|den|det|de)(?!\p{L}))/gu, 'på'],
  [/(?<=(?<!\p{L})(?:har|haft|have|havde) (?:\p{L}+ )?)(?<!været )svært(?= at(?!\p{L}))/gu, 'svært ved'], [/(?<=(?<!\p{L})(?:har|haft|have|havde) )sværere(?= at(?!\p{L}))/gu, 'sværere ved'],
  [/(?<!\p{L})højest(?= (?:\d|to|tre|fire|fem|seks|syv|otte|ni|ti|tyve|en|et|én|ét)(?!\p{L}))(?! (?:en|et) )/gu, 'højst'],
  [/(?<!\p{L})først og frem for(?= alt)/gu, 'først og fremmest'],
];

const lost: Rule = {
  id: 'lost-word', severity: 'warning',
  *check(context) {
    for (const [passage] of danishPassages(context)) {
      const low = passage.text.toLowerCase();
      for (const [pattern, right] of LOST) {
        for (const match of low.matchAll(pattern)) {
          const to = match.index + match[0].length;
          yield finding(passage, match.index, to, `"${passage.text.slice(match.index, to)}" is written "${right.trim()}" here.`, { fix: right, hint: `Write "${right.trim()}".` });
        }
      }
    }
  },
};

/** "sundheds-og ældreområdet", "børne - og ungeområdet", "Social og Boligministeriet". */
const FIRSTS = 'social|kultur|miljø|klima|teknik|skole|natur|børne|fritids|kommunal|handicap|psykiatri|by|økonomi|erhverv|trafik|ældre|plan|energi|idræts?|forsvars|justits|indenrigs|finans|transport';
const TAILS = '(?:ministeriet|ministeren?|styrelsen|udvalget|udvalg|forvaltningen?|området|områder|område|politikken|politik|sektoren|chef|chefer|direktør|direktører)';
const PAIR = new RegExp(`(?<![\\p{L}-])(?:${FIRSTS})(?= (?:og|eller) \\p{L}{2,}${TAILS}(?!\\p{L}))`, 'giu');

export function* looseHyphens(passage: Passage, lexicon: Lexicon): Generator<Finding> {
  for (const match of passage.text.matchAll(/(?<!\p{L})(\p{L}{2,})-(og|eller)(?= \p{Ll}{4,})/gu)) {
    const [whole, first = '', and = ''] = match;
    yield finding(passage, match.index, match.index + whole.length, `A space is missing after "${first}-".`, { fix: `${first}- ${and}`, hint: `Write "${first}- ${and}".` });
  }
  for (const match of passage.text.matchAll(/(?<![\p{L}-])(\p{L}{2,}) [-–] (?:og|eller) (\p{Ll}{5,})/gu)) {
    const [, first = ''] = match;
    const low = first.toLowerCase();
    if (!(lexicon.opens(low, 1) && (lexicon.read(low).mask === 0 || /(?:heds|ings|ions|skabs|elses)$/.test(low)) || new RegExp(`^(?:${FIRSTS})$`).test(low))) continue;
    yield finding(passage, match.index, match.index + first.length + 2, 'There is a space before the hyphen.', { fix: `${first}-`, hint: `Write "${first}-".` });
  }
  for (const match of passage.text.matchAll(PAIR)) {
    const [first] = match;
    // "ældre og ungeområdet" may mean old people; "by og land" is no pair of parts.
    if (/^(?:ældre|by|plan)$/i.test(first) && !/^\p{Lu}/u.test(first)) continue;
    yield finding(passage, match.index, match.index + first.length, `"${first}" waits for the end of the next word: it has a hyphen.`, { fix: `${first}-`, hint: `Write "${first}-".` });
  }
}

export const leftOverRules: readonly Rule[] = [twice, lost];
