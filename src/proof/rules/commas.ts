// Commas at subordinate clauses, by the publication's own practice, and those that every practice asks for or forbids.
import { danishPassages, isFinite, isNoun, maskOf, onlyA, restOfClause } from '../danish/look.ts';
import { ADVERBS, FINITES, NEVER_NOUN, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

/** At least so many clauses before a practice can be told, and so large a part of them alike. */
const ENOUGH = 8;
const ALIKE = 0.8;
const MIXED = 0.6;

const isSubject = (token: Token | undefined, lexicon: Lexicon): boolean => token !== undefined && (/^(?:vi|de|man|han|hun|jeg|det|den|der|I|disse|dette|alle|mange|flere|nogle|kommuner|en|et)$/.test(token.low) || (isNoun(token, lexicon) & (is.DEFINITE | is.PLURAL)) !== 0 || /^\p{Lu}/u.test(token.text));

interface Clause { readonly passage: Passage; readonly before: Token; readonly word: Token; readonly comma: boolean }

/** Clauses whose conjunction stands inside a sentence, with or without a comma before. */
function* clauses(passage: Passage, lexicon: Lexicon): Generator<Clause> {
  const { tokens } = passage;
  for (let index = 1; index + 1 < tokens.length; index++) {
    const word = tokens[index];
    const before = tokens[index - 1];
    const next = tokens[index + 1];
    if (!word || !before || !next || word.first || word.kind !== 'word' || before.sentence !== word.sentence) continue;
    if (!begins(tokens, index, lexicon)) continue;
    if (before.text === ',') yield { passage, before, word, comma: true };
    else if (before.kind === 'word' && (before.first || /^\p{Ll}/u.test(before.text)) || before.kind === 'number' || before.text === ')') yield { passage, before, word, comma: false };
  }
}

function begins(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const word = tokens[index];
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const third = tokens[index + 2];
  if (!word || !before || !next) return false;
  switch (word.low) {
    case 'at':
      // "for at", "så at", "efter at" have their comma before the preposition; with an infinitive there is none.
      if (/^(?:dels|for|så|efter|end|som|selvom|og|eller|men|uden|til|fra|således|sådan|alene|dog|bortset|især|blot|kun|ikke|også|samt|både|fordi|trods|derved|herunder|mere|når|hvor|bare|uagtet|forudsat|givet|antaget|siden|før|inden|indtil|da|uanset|foruden|skønt|måske|mon|hvis|selv)$/.test(before.low)) return false;
      if (/^(?:viser|siger|mener|betyder|vurderer|oplyser|fortæller|fastslår|på|sikrer|viste|mente|sagde)$/.test(before.low) && onlyA(maskOf(next, lexicon), is.SINGULAR) && third !== undefined && (maskOf(third, lexicon) & is.FINITE) !== 0 && !NEVER_NOUN.has(third.low)) return true;
      if (before.low === 'dvs.') return false;
      // "konstatere at generalforsamling var": a bare noun and its verb.
      if (onlyA(maskOf(next, lexicon), is.SINGULAR) && third !== undefined && FINITES.has(third.low)) return true;
      return isSubject(next, lexicon) && (/^(?:vi|de|man|der|det)$/.test(next.low) || !(maskOf(next, lexicon) & is.INFINITIVE)) && hasFinite(tokens, index + 2, lexicon);
    case 'der':
      if (/^(?:noget|nogen|nogle|dem|ingen|intet|andre)$/.test(before.low) && isFinite(next, lexicon) && !questioned(tokens, index) && !/^(?:er|var|om|for|findes|har)$/.test(tokens[index - 2]?.low ?? '') || /^(?:noget|dem)$/.test(before.low) && isFinite(next, lexicon)) return true;
      return before.kind === 'word' && isNoun(before, lexicon) !== 0 && isFinite(next.low === 'ikke' || ADVERBS.has(next.low) ? third : next, lexicon) && !questioned(tokens, index) || before.text === ',' && isFinite(next, lexicon) && isNoun(tokens[index - 2], lexicon) !== 0;
    case 'som': return (before.text === ',' ? isNoun(tokens[index - 2], lexicon) !== 0 : (isNoun(before, lexicon) !== 0 || (maskOf(before, lexicon) & is.NOUN) !== 0 && onlyA(maskOf(tokens[index - 2], lexicon), is.ADJECTIVE)) && !tokens.slice(Math.max(0, index - 5), index).some(({ low }) => /^(?:samme|så|lige|sådan|sådanne|både|såvel)$/.test(low))) && (isFinite(next, lexicon) && (FINITES.has(next.low) || (maskOf(next, lexicon) & is.PRESENT) !== 0 && onlyA(maskOf(next, lexicon), is.PRESENT)) || (/^(?:vi|man|de)$/.test(next.low) || onlyA(maskOf(next, lexicon), is.DEFINITE)) && isFinite(third, lexicon) || /^(?:begge|alle|mange|flere|ingen|nogle)$/.test(next.low) && hasFinite(tokens, index + 2, lexicon) && isFinite(tokens[index + 3], lexicon));
    case 'hvordan': case 'hvorfor': case 'hvornår': case 'hvorvidt': case 'hvad': case 'inden': case 'før': case 'indtil': case 'eftersom':
      if (/^(?:inden|før|indtil|eftersom)$/.test(word.low) && /^(?:med|af|for|om|på|i|til|ved|fra|over)$/.test(before.low)) return false;
      if (/^(?:og|men|eller|især|kun|også|netop|både|ikke|blot|bare|hverken|samt|end|uanset|alt|efter|lige|kort|længe|allerede|først|hvornår|hvordan|hvad|som|at|selv)$/.test(before.low) || before.kind === 'number' || ADVERBS.has(before.low)) return false;
      return (/^(?:vi|man|han|hun|jeg|der)$/.test(next.low) || /^(?:hvordan|hvorfor|hvorvidt)$/.test(word.low) && (isNoun(next, lexicon) & is.DEFINITE) !== 0) && hasFinite(tokens, index + 2, lexicon);
    case 'hvor':
      // "for hvor vigtigt det er", "det sted hvor vi var": not "hvor som helst", nor a question that opens its sentence.
      if (/^(?:og|men|eller|især|kun|også|netop|både|ikke|blot|bare|hverken|samt|end|uanset|alt|efter|lige|at|så|dér|der|her)$/.test(before.low) || ADVERBS.has(before.low)) return false;
      return /^(?:vi|man|han|hun|jeg|der)$/.test(next.low) && hasFinite(tokens, index + 2, lexicon)
        || /^(?:mange|meget|få|ofte|længe|godt|langt|stor|stort|store)$/.test(next.low) && (onlyA(maskOf(before, lexicon), is.INFINITIVE | is.IMPERATIVE) || onlyA(maskOf(before, lexicon), is.FINITE)) && hasFinite(tokens, index + 2, lexicon)
        || onlyA(maskOf(next, lexicon), is.ADJ_T) && /^(?:vi|man|han|hun|jeg|der|det|de)$/.test(third?.low ?? '') && isFinite(tokens[index + 3], lexicon)
        || onlyA(maskOf(next, lexicon), is.DEFINITE) && isFinite(third, lexicon)
        // "møder hvor medarbejdere fra hele landet kan": a noun before it, a noun and its verb after.
        || isNoun(before, lexicon) !== 0 && (onlyA(maskOf(next, lexicon), is.PLURAL | is.DEFINITE) || /^(?:alle|mange|flere|nogle|begge|den|det|de|en|et)$/.test(next.low)) && hasFinite(tokens, index + 2, lexicon);
    case 'om':
      // "undersøge om de unge kommer": what is asked is a clause, where a subject and its verb follow.
      if (/^(?:undersøg\p{Ll}*|afklar\p{Ll}*|vurder\p{Ll}*|overvej\p{Ll}*|diskuter\p{Ll}*|drøft\p{Ll}*|afgør\p{Ll}*|spørge|spurgte?|spørger|vide|tvivl|afhænger|prøve)$/u.test(before.low) && isSubject(next, lexicon) && restOfClause(tokens, index + 2).some((token, at) => at < 6 && isFinite(token, lexicon) && !restOfClause(tokens, index + 2).slice(0, at).some(({ low }) => /^(?:der|som|at|hvis|når|og)$/.test(low)))) return true;
      // A preposition has no finite verb after its pronoun: "den enkelte kommune om den vil".
      return /^(?:vi|man|han|hun|jeg|der|den|det|de)$/.test(next.low) && third !== undefined && (/^(?:vil|kan|skal|bør|må|er|har|får|bliver)$/.test(third.low)) && !/^(?:og|eller|men|selv|som|end|hvad|er|både|at|ikke|uanset|alt|efter)$/.test(before.low) && !(/^(?:den|det|de)$/.test(next.low) && tokens[index + 3]?.text === ',' );
    case 'hvis': case 'fordi': case 'mens': case 'når': case 'medmindre': case 'selvom':
      if (/^(?:og|men|eller|især|kun|også|selv|netop|altså|mindst|mest|særligt|særlig|både|ikke|først|blot|bare|hverken|så|kun|samt|end|som|dels|primært|ofte|lige|simpelthen|uanset|alene|da|måske|blandt|for|om|fra|på|af|med|hver|at|undtagen|undtaget|specielt|dvs\.|f\.eks\.|fx|bl\.a\.|medmindre)$/.test(before.low) || ADVERBS.has(before.low) || /^\p{Lu}/u.test(word.text)) return false;
      // "hvis indhold": the genitive of "som".
      return (isSubject(next, lexicon) || onlyA(maskOf(next, lexicon), is.ADJ_E) && isNoun(third, lexicon) !== 0) && !(word.low === 'hvis' && maskOf(next, lexicon) & (is.SINGULAR | is.PLURAL) && isNoun(next, lexicon)) && hasFinite(tokens, index + 1, lexicon);
    case 'vi': case 'man': case 'jeg': case 'de':
      // "de udfordringer vi står med": after a noun a subject and its verb begin a clause; the main clause has the verb first.
      return before.text === before.low && isNoun(before, lexicon) !== 0 && (isFinite(next, lexicon) || next.low === 'ikke' && isFinite(third, lexicon)) && !opened(tokens, index) && (word.low !== 'de' || FINITES.has(next.low) || onlyA(maskOf(next, lexicon), is.PRESENT));
    case 'hvilket': return before.kind === 'word' && (isNoun(before, lexicon) !== 0 || before.text.endsWith('.') || ADVERBS.has(before.low) || onlyA(maskOf(before, lexicon), is.PARTICIPLE | is.INFINITIVE | is.ADJ | is.ADJ_T)) && isFinite(next, lexicon) && !opened(tokens, index) && !PREPOSITIONS.has(before.low);
    case 'herunder': case 'hvoraf': case 'heriblandt': case 'hvorefter': case 'hvorved': case 'hvormed': case 'hvorfra':
      return before.kind === 'word' && isNoun(before, lexicon) !== 0;
    default: return false;
  }
}

/** A conjunction in the same part of the sentence governs what follows: "hvis kommunerne vi …" is no Danish, but "når året de har …" may be. */
const opened = (tokens: readonly Token[], index: number): boolean => {
  for (let at = index - 1; at >= 0 && tokens[at]?.sentence === tokens[index]?.sentence && tokens[at]?.kind !== 'mark'; at--) if (/^(?:som|der|hvis|når|at|fordi|mens|da|hvad|hvor|hvordan|jo|end|inden|før|om)$/.test(tokens[at]?.low ?? '')) return true;
  return false;
};

/** "hvor meget sundhed der kan …": the clause began with its question word. */
const questioned = (tokens: readonly Token[], index: number): boolean => tokens.slice(Math.max(0, index - 5), index).some(({ low }) => /^(?:hvor|hvad|hvilken|hvilket|hvilke|hvem|jo|desto)$/.test(low));

function hasFinite(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  for (let at = index; at < index + 8; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== tokens[index]?.sentence || token.text === ':' ) return false;
    if (isFinite(token, lexicon) || (maskOf(token, lexicon) & (is.FINITE | is.PASSIVE)) !== 0 && !NEVER_NOUN.has(token.low) || /^(?:trives|findes|lykkes|synes|mødes|fremgår)$/.test(token.low)) return true;
  }
  return false;
}

const practice: Rule = {
  id: 'subordinate-comma', severity: 'warning',
  *check(context) {
    const all = [...danishPassages(context)].flatMap(([passage, lexicon]) => [...clauses(passage, lexicon)]);
    // Every comma before a conjunction tells of the habit; only where a clause surely begins is a missing one counted.
    const marked = [...danishPassages(context)].reduce((sum, [{ text }]) => sum + [...text.matchAll(/, (?:at|som|der|hvis|fordi|når|mens|hvor|hvordan|hvad|hvorfor|selv om)(?!\p{L})/gu)].length, 0);
    const bare = all.filter(({ comma }) => !comma).length;
    const share = marked + bare >= ENOUGH ? marked / (marked + bare) : 0.5;
    // Several hands, several habits: then it is taste.
    const certain = share >= ALIKE ? {} : { certain: false as const };
    if (share >= MIXED) {
      for (const { passage, before, word, comma } of all) {
        if (!comma) yield finding(passage, before.from, word.to, `A comma is missing before "${word.text}": the publication sets one elsewhere.`, { fix: `${passage.text.slice(before.from, before.to)}, ${word.text}`, hint: `Write "${before.text}, ${word.text}".`, ...certain });
      }
    }
    if (share > 1 - ALIKE || all.length < ENOUGH) return;
    for (const { passage, before, word, comma } of all) {
      if (!comma || word.low === 'der' || word.low === 'som' || !lonely(passage, before)) continue;
      yield finding(passage, before.from, before.to, `The publication sets no comma before "${word.text}" elsewhere.`, { certain: false });
    }
  },
};

const lonely = (passage: Passage, comma: Token): boolean => passage.tokens.filter(({ text, sentence }) => text === ',' && sentence === comma.sentence).length === 1;

/** "kort men godt". */
const isAdjectival = (token: Token, lexicon: Lexicon): boolean => ADVERBS.has(token.low) || onlyA(maskOf(token, lexicon), is.ADJECTIVE | is.PARTICIPLE | is.OTHER);

const beforeMen: Rule = {
  id: 'comma-before-men', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 2; index + 1 < tokens.length; index++) {
        const word = tokens[index];
        const before = tokens[index - 1];
        const next = tokens[index + 1];
        if (!word || !before || !next || word.low !== 'men' || word.first || before.kind === 'mark' || before.sentence !== word.sentence || !word.spaced) continue;
        const clause = !/^(?:og|eller)$/.test(before.low) && !(isAdjectival(before, lexicon) && isAdjectival(next, lexicon)) && hasFinite(tokens, index + 1, lexicon) || /^(?:vi|det|der|den|de|også|ikke|for|i|på|man|han|hun|kun|først|samtidig|når|hvis|at|som|her|kommunerne|alligevel|derimod)$/.test(next.low) || (isNoun(next, lexicon) & is.DEFINITE) !== 0;
        if (clause) yield finding(passage, before.from, word.to, 'A comma is missing before "men".', { fix: `${passage.text.slice(before.from, before.to)}, ${word.text}`, hint: `Write "${before.text}, men".` });
      }
    }
  },
};

/** "Kommunerne, har": one comma alone between a subject and its verb. */
const subjectVerb: Rule = {
  id: 'comma-subject-verb', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) yield* subjects(passage, lexicon);
  },
};

function* subjects(passage: Passage, lexicon: Lexicon): Generator<Finding> {
  const { tokens } = passage;
  for (let index = 1; index + 1 < tokens.length; index++) {
    const comma = tokens[index];
    const verb = tokens[index + 1];
    const before = tokens[index - 1];
    if (!comma || !verb || !before || comma.text !== ',' || !FINITES.has(verb.low) || verb.low === 'så' || before.kind !== 'word') continue;
    const start = tokens.findIndex(({ sentence }) => sentence === comma.sentence);
    const subject = tokens.slice(start, index);
    if (subject.length > 6 || subject.some((token) => token.kind !== 'word' || FINITES.has(token.low) || /^(?:der|som|hvis|når|at|da|hvor|fordi|mens|hvad|hvem|hvilke[nt]?|ja|nej|jo|tak|selvom|jo|desto|om|ikke)$/.test(token.low))) continue;
    // A verb among them makes a clause of it; a preposition first makes it no subject ("I 2025, var" is wrong too, but another matter).
    if (subject.some((token) => (maskOf(token, lexicon) & (is.PRESENT | is.PAST | is.PASSIVE)) !== 0 && !isNoun(token, lexicon) && !PREPOSITIONS.has(token.low) && !(maskOf(token, lexicon) & is.ADJECTIVE))) continue;
    const last = isNoun(before, lexicon) & (is.DEFINITE | is.PLURAL) || /^(?:vi|de|det|den|man)$/.test(before.low) || /^\p{Lu}/u.test(before.text)
      || /^(?:den|det|de|en|et|denne|dette|disse|vores|deres)$/.test(subject[0]?.low ?? '') && subject.length > 1 && (maskOf(before, lexicon) & is.NOUN) !== 0;
    const owned = subject.length > 1 && onlyA(maskOf(tokens[index - 2], lexicon), is.GENITIVE) && (maskOf(before, lexicon) & is.NOUN) !== 0;
    if (last || owned) yield finding(passage, comma.from, comma.to, 'A comma stands between the first part of the sentence and its verb.', { fix: '' });
  }
}

/** "Aftalen sikrer, bedre vilkår": one comma between a verb and what it governs. */
const verbObject: Rule = {
  id: 'comma-verb-object', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 1; index + 2 < tokens.length; index++) {
        const comma = tokens[index];
        const verb = tokens[index - 1];
        const next = tokens[index + 1];
        if (!comma || !verb || !next || comma.text !== ',' || next.kind !== 'word' || !(/^\p{Ll}+r$/u.test(verb.text) && isFinite(verb, lexicon) || /^(?:en|et)$/.test(next.low) && onlyA(maskOf(verb, lexicon), is.PARTICIPLE | is.ADJ | is.ADJ_T)) || /^(?:er|har|kommer|siger|mener|ser|hører|går|sker|virker|tror|fungerer|lykkes|svarer|spørger)$/.test(verb.low)) continue;
        const sentence = tokens.filter((token) => token.sentence === comma.sentence);
        const rest = sentence.filter(({ from }) => from > comma.from);
        if (sentence.filter(({ kind, text }) => kind === 'mark' && text !== '.').length > 1 || rest.some((token) => isFinite(token, lexicon) || (maskOf(token, lexicon) & is.FINITE) !== 0 && !NEVER_NOUN.has(token.low)) || NEVER_NOUN.has(next.low) && !/^(?:en|et|den|de|flere|mere|alle|andre|næsten|omkring|over|hele|mange)$/.test(next.low)) continue;
        if (sentence.some(({ low }) => /^(?:som|der|hvad|hvor|det|hvis|når|at)$/.test(low))) continue;
        const object = /^(?:en|et|den|de|flere|næsten|omkring|hele|mange|knap|godt|bedre|mere|nye|større|alle|vores|deres)$/.test(next.low) || onlyA(maskOf(next, lexicon), is.NOUN | is.ADJ_E | is.COMPARED);
        if (object) yield finding(passage, comma.from, comma.to, 'A comma stands between the verb and its object.', { fix: '' });
      }
    }
  },
};

/** "Vi ønsker at, alle": the comma on the wrong side of its conjunction. */
const afterAt: Rule = {
  id: 'comma-after-at', severity: 'warning',
  *check(context) {
    for (const [passage] of danishPassages(context)) {
      for (const match of passage.text.matchAll(/(?<=\p{L}) at,(?= (?:vi|de|det|der|man|alle|den|en|et|kommunerne|regeringen|flere|mange|borgerne|staten)(?!\p{L}))/gu)) {
        yield finding(passage, match.index, match.index + 4, 'A comma stands after "at": it belongs before it, if anywhere.', { fix: ', at' });
      }
    }
  },
};

/** "med, færre hænder", "var, ifølge formanden et": a comma that parts a preposition or a verb from what it governs. */
const afterSmall: Rule = {
  id: 'comma-after-preposition', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 1; index + 2 < tokens.length; index++) {
        const comma = tokens[index];
        const before = tokens[index - 1];
        const next = tokens[index + 1];
        if (comma?.text !== ',' || !before || next?.kind !== 'word' || before.sentence !== next.sentence) continue;
        const sentence = tokens.filter((token) => token.sentence === comma.sentence);
        // The only comma, and no clause whose preposition may stand at its end.
        if (sentence.filter(({ text }) => /^[,;:–()]$/.test(text)).length > 1 || sentence.some((token) => token.from < comma.from && /^(?:som|der|hvad|hvem|det|hvis|når|hvor|at|dem|den)$/.test(token.low))) continue;
        const preposition = /^(?:med|af|til|for|fra|ved|på|mod|uden|mellem|blandt|hos|i|om)$/.test(before.low) && (/^(?:en|et|den|det|de|vores|deres|flere|færre|alle|mange)$/.test(next.low) || onlyA(maskOf(next, lexicon), is.ADJ_E | is.DEFINITE));
        const verb = /^(?:er|var|har|havde|blev|bliver|skal|vil|kan)$/.test(before.low) && (/^(?:ifølge|trods|efter|i|med|uden|på|ved)$/.test(next.low) || !NEVER_NOUN.has(next.low) && /^\p{Ll}/u.test(next.text) && onlyA(maskOf(next, lexicon), is.SINGULAR | is.PARTICIPLE | is.ADJ | is.ADJ_T | is.INFINITIVE | is.IMPERATIVE));
        if (preposition && !sentence.some((token) => token.from > comma.from && isFinite(token, lexicon)) || verb) yield finding(passage, comma.from, comma.to, `A comma stands alone after "${before.text}".`, { fix: '' });
      }
    }
  },
};

/** "forfattere, bibliotekarer lærere og forskere": two plurals side by side, and "og" before the third. */
const inList: Rule = {
  id: 'list-comma', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      const manyOf = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Ll}/u.test(token.text) && onlyA(maskOf(token, lexicon), is.PLURAL) && !NEVER_NOUN.has(token.low);
      for (let index = 0; index + 3 < tokens.length; index++) {
        const [one, two, and, three] = tokens.slice(index, index + 4);
        if (!one || !two || !manyOf(one) || !manyOf(two) || !/^(?:og|eller|samt)$/.test(and?.low ?? '') || !manyOf(three) || one.sentence !== three?.sentence || passage.text.slice(one.to, two.from) !== ' ' || lexicon.direct(one.low + two.low) !== 0) continue;
        // "giver børn bøger og spil": two objects of a verb.
        if (!/^(?:,|[^,]*)$/.test(tokens[index - 1]?.text ?? '') || isFinite(tokens[index - 1], lexicon) || /^(?:at|der|som)$/.test(tokens[index - 2]?.low ?? '')) continue;
        yield finding(passage, one.from, two.to, 'A comma is missing in the list.', { hint: `Write "${one.text}, ${two.text}".`, fix: `${one.text}, ${two.text}` });
      }
    }
  },
};

export const commaRules: readonly Rule[] = [inList, afterSmall, afterAt, practice, beforeMen, subjectVerb, verbObject];

