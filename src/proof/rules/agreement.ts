// Articles, adjectives and nouns that do not go together in gender, number or definiteness.
import { danishPassages, isNoun, maskOf, nounAfterArticle, onlyA } from '../danish/look.ts';
import { DETERMINERS_C, DETERMINERS_N, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';
import { pluralOf } from './noun-phrases.ts';

const TO_NEUTER: Readonly<Record<string, string>> = { en: 'et', den: 'det', denne: 'dette', enhver: 'ethvert', ingen: 'intet', min: 'mit', din: 'dit', sin: 'sit', hver: 'hvert', hvilken: 'hvilket', anden: 'andet', egen: 'eget', al: 'alt', nogen: 'noget', sådan: 'sådant' };
const TO_COMMON: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(TO_NEUTER).map(([common, neuter]) => [neuter, common]));
/** Stand in both genders' place, or before words that only look like nouns. */
const NOT_NOUNS = new Set(['par', 'antal', 'slags', 'lidt', 'mia.', 'mio.', 'procent', 'pct.', 'hundrede', 'tusind', 'tusinde', 'øvrigt', 'alt', 'fælles', 'lys', 'mål', 'fyld', 'øre', 'bord', 'hop', 'frø', 'virke', 'søgen', 'led', 'leje', 'fond', 'snit', 'vælde', 'kilometer', 'hold', 'mor', 'få', 'egen', 'eget', 'fremme', 'øget', 'fast', 'bedre', 'skifte', 'ende', 'sådan', 'særlig', 'ret', 'nok', 'ene', 'rest', 'blik', 'ask', 'søm', 'nøgle', 'værd', 'tal', 'meget', 'folk', 'ting', 'spil', 'sats', 'net', 'kort', 'skade', 'bud', 'kar', 'bal', 'top', 'finale', 'minut', 'job', 'gang', 'hjemme', 'team', 'klik', 'test', 'sind', 'sted', 'steder', 'slut', 'kræs', 'synes', 'syn', 'gods', 'værk'].filter((word) => !['tal', 'job', 'sted', 'gang', 'ting', 'net', 'spil', 'bud', 'minut', 'syn', 'værk'].includes(word)));
/** Adjectives whose forms do not say gender, or that stand as adverbs before another adjective. */
const ADVERBIAL = new Set(['meget', 'helt', 'stadig', 'relativt', 'særligt', 'så', 'mere', 'mest', 'endnu', 'ganske', 'ret', 'lige', 'nærmest', 'næsten', 'historisk', 'fælles', 'ikke', 'ca.', 'langt', 'endog', 'også']);

export const agreement: Rule = {
  id: 'agreement', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const token = tokens[index];
        if (!token || token.kind !== 'word' && token.kind !== 'number') continue;
        const found = bareSingular(passage, index, token, lexicon) ?? bareNeuter(passage, index, token, lexicon) ?? plural(passage, index, token, lexicon) ?? phrase(passage, index, token, lexicon) ?? predicate(passage, index, token, lexicon) ?? number(passage, index, token, lexicon);
        if (found) yield found;
      }
    }
  },
};

const isAdjective = (token: Token | undefined, lexicon: Lexicon): boolean => token !== undefined && token.kind === 'word' && token.spaced && onlyA(maskOf(token, lexicon), is.ADJECTIVE | is.PARTICIPLE);

/** Adjectives from `index`, and where they end. */
function adjectives(tokens: readonly Token[], index: number, lexicon: Lexicon): { readonly list: readonly Token[]; readonly end: number } {
  const list: Token[] = [];
  let at = index;
  for (; at < index + 6; at++) {
    const token = tokens[at];
    if (!token || token.kind !== 'word' || !/^\p{Ll}/u.test(token.text) || token.text.endsWith('-')) break;
    // "et større og mere tydeligt ansvar".
    if (list.length > 0 && /^(?:og|eller|men)$/.test(token.low) && isAdjective(tokens[at + 1], lexicon) || /^(?:mere|mest|meget|mindre|særlig|særligt)$/.test(token.low) && isAdjective(tokens[at + 1], lexicon) || list.length > 0 && /^(?:og|eller)$/.test(token.low) && /^(?:mere|mest|meget|mindre)$/.test(tokens[at + 1]?.low ?? '')) continue;
    const mask = maskOf(token, lexicon);
    // "et kæmpe stykke arbejde": a noun that bends as no adjective does.
    if (token.low === 'kæmpe' && isNoun(tokens[at + 1], lexicon)) continue;
    if (!(mask & is.ADJECTIVE || mask & is.PRESENT_PARTICIPLE || token.low === 'ældre') || mask & is.NOUN && isNoun(tokens[at + 1], lexicon) === 0) break;
    list.push(token);
  }
  return { list, end: at };
}

/** As adjectives(); "et stort hul:" ends with an adjective that is its noun. */
function nominal(tokens: readonly Token[], index: number, lexicon: Lexicon): { readonly list: readonly Token[]; readonly end: number } {
  const { list, end } = adjectives(tokens, index, lexicon);
  return list.length > 1 && list.at(-1)?.low === 'hul' ? { list: list.slice(0, -1), end: end - 1 } : { list, end };
}

function phrase(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  const common = DETERMINERS_C.has(token.low) || token.low === 'den' || token.low === 'én';
  const neuter = DETERMINERS_N.has(token.low) || token.low === 'det' || token.low === 'ét';
  if (!common && !neuter || passage.text.charAt(token.to) !== ' ') return undefined;
  const { list, end } = nominal(tokens, index + 1, lexicon);
  const noun = tokens[end];
  if (!noun || !/^\p{Ll}/u.test(noun.text) || noun.text.endsWith('-') || NOT_NOUNS.has(noun.low) || passage.text.slice(token.to, noun.from).includes('\n')) return undefined;
  for (let at = index + 1; at <= end; at++) if (tokens[at]?.spaced === false) return undefined;
  const mask = nounAfterArticle(noun, lexicon) || (list.length > 0 && noun.low === 'hul' ? is.NOUN_N : 0);
  const article = token.low === 'en' || token.low === 'et' || token.low === 'én' || token.low === 'ét';
  const demonstrative = token.low === 'den' || token.low === 'det';
  // "Dette svarer til", "det udskrevne svarer": a pronoun and a verb that could be a noun.
  if (!article && mask & is.PRESENT || !article && maskOf(noun, lexicon) & is.FINITE) return undefined;
  // "få det rigtigt første gang": no phrase of one noun.
  const whole = !demonstrative || list.every((adjective) => (maskOf(adjective, lexicon) & (is.ADJ_E | is.COMPARED | is.PRESENT_PARTICIPLE)) !== 0);
  // "det kommunale ansvar", but "det kommuner gør": alone before a noun it may be a pronoun.
  if (demonstrative && list.length === 0) return undefined;
  // "alt arbejde", "anden" as "second", "noget velfærd": mass words take either.
  if (/^(?:alt|noget|andet|intet|al|nogen|ingen|anden|egen|eget)$/.test(token.low) && list.length > 0) return undefined;
  if (article && mask & (is.DEF_C | is.DEF_N) && !(mask & ~is.DEFINITE) && list.length > 0 === false) {
    const bare = [noun.text.slice(0, -2), noun.text.slice(0, -1), noun.text.replace(/(.)\1e[nt]$/, '$1')].find((candidate) => (lexicon.read(candidate).mask & is.SINGULAR) !== 0);
    if (bare !== undefined) return finding(passage, noun.from, noun.to, `After "${token.text}" the noun is indefinite.`, { hint: `Write "${bare}".`, fix: bare });
  }
  // "en ny ordningen", "den nye aftalen".
  if (list.length > 0 && (article || demonstrative) && mask & (is.DEF_C | is.DEF_N) && !(mask & (is.SINGULAR | is.PLURAL)) && onlyA(maskOf(noun, lexicon), is.NOUN) && !list.some(({ low }) => /^(?:ene|samme|hele|halve|sidste|første)$/.test(low)) && list.every((adjective) => !(maskOf(adjective, lexicon) & (is.INFINITIVE | is.PRESENT_PARTICIPLE)) && /e$|^(?:ny|stor|god|lille)$/.test(adjective.low) === (demonstrative || /e$|^(?:ny|stor|god|lille)$/.test(adjective.low)))) {
    const bare = [noun.text.slice(0, -2), noun.text.slice(0, -1)].find((candidate) => (lexicon.read(candidate).mask & is.SINGULAR) !== 0);
    if (bare !== undefined && !(demonstrative && token.low === 'det' && !PREPOSITIONS.has(tokens[index - 1]?.low ?? ''))) return finding(passage, noun.from, noun.to, `After "${token.text} ${list.map(({ text }) => text).join(' ')}" the noun is indefinite.`, { hint: `Write "${bare}".`, fix: bare });
  }
  if (!(mask & is.SINGULAR) || mask & (is.DEFINITE)) return undefined;
  const genders = lexicon.genders(noun.text);
  const isCommon = (genders & is.NOUN_C) !== 0;
  const isNeuter = (genders & is.NOUN_N) !== 0;
  const both = isCommon && isNeuter;
  if (both && !article) return undefined;
  const wrong = !both && (common && isNeuter || neuter && isCommon);
  // "et pilot projekt": the noun is half a word, which split-compounds.ts says.
  const next = tokens[end + 1];
  if (wrong && next?.spaced && (isNoun(next, lexicon) & is.SINGULAR) !== 0 && lexicon.read(noun.low + next.low).mask & is.NOUN) return undefined;
  if (wrong && whole) {
    if (token.low === 'noget' || token.low === 'alt' || token.low === 'al' || token.low === 'andet') return undefined;
    if (mask & is.PLURAL && /^(?:ingen|nogen|egen|hvilken|sådan)$/.test(token.low)) return undefined;
    const right = (common ? TO_NEUTER : TO_COMMON)[token.low];
    if (right === undefined) return undefined;
    // An adjective that agrees with the article makes the noun's own gender doubtful only for en/et; both may then be wrong.
    return finding(passage, token.from, token.to, `"${noun.text}" is ${isCommon ? 'common gender' : 'neuter'}: "${token.text}" does not go with it.`, { hint: `Write "${right}".`, fix: cased(right, token.text) });
  }
  for (const [position, adjective] of list.entries()) {
    // "hver halve time".
    if (/^hver/.test(token.low) && /^(?:halve|anden|andet)$/.test(adjective.low)) continue;
    const own = maskOf(adjective, lexicon);
    const fits = demonstrative || /^(?:denne|dette|min|din|sin|mit|dit|sit)$/.test(token.low) ? is.ADJ_E | is.COMPARED : (both ? neuter : isNeuter) ? is.ADJ_T | is.COMPARED : is.ADJ | is.COMPARED;
    if (own & (fits | is.PRESENT_PARTICIPLE | is.INFINITIVE) || !(own & is.ADJECTIVE) || own & is.PARTICIPLE || ADVERBIAL.has(adjective.low) || adjective.low === 'ældre') continue;
    // "en særligt udsat gruppe", "den først oprettede bruger": an adverb before the next adjective.
    const following = list[position + 1];
    if (following && (own & is.ADJ_T || maskOf(following, lexicon) & is.PARTICIPLE || /(?:ede|[^s]te|ne)$/.test(following.low))) continue;
    // "et let arbejde": what ends in -t takes no other.
    if (own & is.ADJ && fits & is.ADJ_T && adjective.low.endsWith('t')) continue;
    // "er det primært udtryk for": a subject and an adverb, unless a preposition governs the phrase.
    if ((own & is.ADJ_T || isCommon) && token.low === 'det' && !PREPOSITIONS.has(tokens[index - 1]?.low ?? '')) continue;
    if (/(?:ig|sk|ende|s|o|u|å|e[rlt]?)$/.test(adjective.low) && own & is.ADJ && own & is.ADJ_T && fits !== (is.ADJ_E | is.COMPARED)) continue;
    const right = bend(adjective, fits, lexicon);
    if (right === undefined) continue;
    return finding(passage, adjective.from, adjective.to, `"${adjective.text}" does not go with "${token.text} … ${noun.text}".`, { hint: `Write "${right}".`, fix: right });
  }
  return undefined;
}

/** "opnået gode resultat": an adjective in -e before a singular that nothing makes definite. */
function bareSingular(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const noun = passage.tokens[index + 1];
  const before = passage.tokens[index - 1];
  if (!noun?.spaced || token.first || !token.spaced || !/^\p{Ll}+e$/u.test(token.text) || !/^\p{Ll}+$/u.test(noun.text) || !onlyA(maskOf(token, lexicon), is.ADJ_E) || !onlyA(maskOf(noun, lexicon), is.NOUN)) return undefined;
  if (/^(?:samme|hele|halve|næste|sidste|første|eneste|rette|højre|venstre|forrige|nederste|øverste|forreste|bageste|kære|stille|lige|ene|selve|egne|bare|ægte|fælles|gamle|lille|små|(?:før|oven|neden)?nævnte|indre|ydre|øvre|nedre|.*(?:[dt]je|ende|este))$/.test(token.low)) return undefined;
  const mask = isNoun(noun, lexicon);
  if (!(mask & is.SINGULAR) || mask & (is.PLURAL | is.PLURAL_DEF | is.DEF_C | is.DEF_N) || NOT_NOUNS.has(noun.low)) return undefined;
  if (before?.kind !== 'word' || !/^\p{Ll}+$/u.test(before.text) || !(PREPOSITIONS.has(before.low) || onlyA(maskOf(before, lexicon), is.PRESENT | is.PAST | is.INFINITIVE | is.PARTICIPLE | is.ADJ | is.ADJ_T) && (maskOf(before, lexicon) & (is.FINITE | is.PARTICIPLE | is.INFINITIVE)) !== 0)) return undefined;
  // "fra det regionale til kommunale niveau": the article stands further back.
  if (passage.tokens.slice(Math.max(0, index - 5), index).some(({ low }) => /^(?:den|det|de|vores|deres|denne|dette)$/.test(low))) return undefined;
  const plural = ['r', 'er', 'e'].map((ending) => noun.text + ending).find((candidate) => (lexicon.read(candidate).mask & is.PLURAL) !== 0);
  if (plural === undefined) return undefined;
  return finding(passage, noun.from, noun.to, `"${token.text}" is plural or definite, "${noun.text}" neither.`, { hint: `Write "${plural}"?` });
}

/** "skaber unødvendig bureaukrati": an adjective without -t right before a neuter noun. */
function bareNeuter(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const noun = passage.tokens[index + 1];
  const before = passage.tokens[index - 1];
  if (!noun?.spaced || token.first || !/^\p{Ll}+$/u.test(token.text) || !/^\p{Ll}+$/u.test(noun.text) || !onlyA(maskOf(token, lexicon), is.ADJ) || ADVERBIAL.has(token.low) || /^(?:egen|hel|fri|tro|anden|særlig|ny|al|mangen|ægte|parat|værd|klar|svær|fuld|første|kaldt)$/.test(token.low)) return undefined;
  if (before?.kind !== 'word' || DETERMINERS_C.has(before.low) || DETERMINERS_N.has(before.low) || /^(?:den|det|de|er|var|bliver|blev|være|og|eller|vores|deres)$/.test(before.low) || maskOf(before, lexicon) & is.ADJECTIVE) return undefined;
  if (!(isNoun(noun, lexicon) & is.NOUN_N) || lexicon.genders(noun.text) !== is.NOUN_N || NOT_NOUNS.has(noun.low) || isNoun(passage.tokens[index + 2], lexicon)) return undefined;
  const right = bend(token, is.ADJ_T, lexicon);
  return right === undefined ? undefined : finding(passage, token.from, token.to, `"${noun.text}" is neuter: the adjective has -t.`, { hint: `Write "${right}".`, fix: right });
}

/** "de kommunal budgetter": after de, disse and possessives the adjective has -e. */
function plural(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (!/^(?:de|disse|vores|deres|jeres|hans|hendes|mine|dine|sine|den|dette|denne|alle|mange|flere|nogle|begge)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  const adjective = tokens[index + 1];
  const noun = tokens[index + 2];
  if (!adjective || !noun || !adjective.spaced || !noun.spaced || adjective.kind !== 'word' || !/^\p{Ll}/u.test(adjective.text) || !/^\p{Ll}/u.test(noun.text) || noun.text.endsWith('-')) return undefined;
  const mask = maskOf(adjective, lexicon);
  if (!onlyA(mask, is.ADJ) || ADVERBIAL.has(adjective.low) || /^(?:egen|ny|.*fri|tro|små|anden|vor)$/.test(adjective.low)) return undefined;
  if (!(isNoun(noun, lexicon) & (is.PLURAL | is.SINGULAR))) return undefined;
  const right = bend(adjective, is.ADJ_E, lexicon);
  return right === undefined ? undefined : finding(passage, adjective.from, adjective.to, `After "${token.text}" the adjective has -e.`, { hint: `Write "${right}".`, fix: right });
}

const cased = (word: string, like: string): string => (/^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word);

/** The form of an adjective that has one of `wanted`. */
function bend({ text }: Token, wanted: number, lexicon: Lexicon): string | undefined {
  const last = text.at(-1) ?? '';
  const stems = [text, text.replace(/t$/, ''), text.replace(/e$/, ''), text.replace(/(.)\1e$/, '$1'), text.replace(/te?$/, 'd'), text.replace(/l([et])$/, 'el')];
  const candidates = stems.flatMap((stem) => [stem, `${stem}t`, `${stem}e`, `${stem}${stem.at(-1) ?? last}e`]);
  return candidates.find((candidate) => candidate !== text && (lexicon.direct(candidate) & wanted) !== 0);
}

const COUNTS = new Set(['mange', 'flere', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv', 'færre', 'begge', 'adskillige', 'forskellige']);
export const UNITS = /^(?:pixel|bit|byte|procent|procentpoint|meter|kilometer|euro|dollar|kilo|gram|ton|liter|watt|gange?|mand|mio|mia|kr|pct|hektar|time|grader|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|hundrede|tusind|tusinde|fods?|kwh|stk|plads|styk|klasse|øre|dags|års|timers|måneders)\.?$/;

/** "mange kommune", "42 kommune". */
function number(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  const figure = token.kind === 'number' && !/^(?:1|0|(?:19|20)\d\d)$|,\d*1$/.test(token.text) && !/[.,]/.test(token.text.replace(/\.\d{3}/g, ''));
  if (!figure && !COUNTS.has(token.low)) return undefined;
  // "i §2 kommune", "nr. 5": numbers that name.
  if (figure && (/^(?:nr|nr\.|kapitel|side|figur|tabel|stk\.|artikel|fase|trin|klasse|år|§|version|punkt|bilag|afsnit|januar|mål)$/.test(tokens[index - 1]?.low ?? '') || tokens[index + 1]?.spaced !== true || tokens[index - 1]?.text === '/')) return undefined;
  const { list, end } = adjectives(tokens, index + 1, lexicon);
  const noun = tokens[end];
  if (!noun || noun.spaced !== true || !/^\p{Ll}/u.test(noun.text) || UNITS.test(noun.low) || noun.text.endsWith('-') || list.some(({ low }) => /^(?:gange|så|mere)$/.test(low))) return undefined;
  const mask = nounAfterArticle(noun, lexicon);
  if (figure && /^\p{Lu}{2,}$/u.test(tokens[index - 1]?.text ?? '') || maskOf(noun, lexicon) & is.FINITE && /^(?:til|at|en|et|den|det|de|ikke|om|på)$/.test(tokens[end + 1]?.low ?? '')) return undefined;
  if (!(mask & is.SINGULAR) || mask & (is.PLURAL | is.PLURAL_DEF | is.DEF_C | is.DEF_N)) return undefined;
  // "Mange svarer, at", "at færre køber bøger": the verb of those that are counted.
  if (!figure && list.length === 0 && maskOf(noun, lexicon) & is.FINITE) return undefined;
  const plural = pluralOf(noun.text, lexicon);
  if (plural === undefined) return undefined;
  return finding(passage, noun.from, noun.to, `After "${token.text}" the noun is in the plural.`, { hint: `Write "${plural}".`, fix: plural });
}

const COPULA = /^(?:er|var|bliver|blev|være|blive|været|blevet)$/;
/** "Det er vigtig, at", "Kommunerne er enig om". */
function predicate(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  const { tokens } = passage;
  if (!COPULA.test(token.low)) return undefined;
  let at = index + 1;
  while (/^(?:også|derfor|ikke|helt|meget|så|nu|fortsat|stadig|dog|netop|især|lige|endnu|særlig|særligt|mere)$/.test(tokens[at]?.low ?? '')) at++;
  const adjective = tokens[at];
  const before = tokens[index - 1];
  const after = tokens[at + 1];
  if (!adjective || !before || before.kind !== 'word') return undefined;
  const mask = maskOf(adjective, lexicon);
  if (before.first && /^(?:er|var)$/.test(token.low) && at === index + 1 && /(?:ligt|igt|somt|bart)$/.test(adjective.low) && onlyA(mask, is.ADJ_T) && onlyA(maskOf(before, lexicon), is.DEF_C) && /^[.]$|^for$/.test(after?.text ?? '')) {
    const right = adjective.text.slice(0, -1);
    return lexicon.direct(right) & is.ADJ ? finding(passage, adjective.from, adjective.to, `"${before.text}" is common gender: the adjective has no -t.`, { hint: `Write "${right}".`, fix: right }) : undefined;
  }
  // "blev enstemmig vedtaget": an adverb of manner has -t.
  if (/^(?:er|var|blev|bliver|blevet)$/.test(token.low) && /[^s]ig$/.test(adjective.low) && onlyA(mask, is.ADJ) && after !== undefined && onlyA(maskOf(after, lexicon), is.PARTICIPLE | is.ADJ | is.ADJ_T) && (maskOf(after, lexicon) & is.PARTICIPLE) !== 0 && !/^(?:endelig|særlig|rigtig|daglig|årlig|ugentlig|månedlig|personlig|virkelig|tidlig|navnlig|egentlig|temmelig|utrolig|aldrig|stadig|villig|forholdsvis|nogenlunde|foreløbig)$/.test(adjective.low)) {
    const right = bend(adjective, is.ADJ_T, lexicon);
    if (right !== undefined) return finding(passage, adjective.from, adjective.to, 'The adverb has -t.', { hint: `Write "${right}".`, fix: right });
  }
  if (!/(?:ig|som|bar|^stor|^god|^svær|^klar|^tilfreds|^glad|^stolt|^opmærksom)$/.test(adjective.low) || !(mask & is.ADJ) || mask & is.ADJ_T && !/bar$/.test(adjective.low) || mask & is.NOUN) return undefined;
  const ends = !after || /^(?:[.,;:!?]|at|for|om|og|i|på|med|til|når|hvis|som|der|af|over|ved|hos|mod|blandt)$/.test(after.low);
  if (!ends) return undefined;
  // "Det vil være nødvendig at", "det har været vigtig, at".
  const auxiliary = /^(?:være|blive|været|blevet)$/.test(token.low);
  if (auxiliary) {
    let back = index - 1;
    while (/^(?:vil|kan|skal|må|bør|har|havde|kunne|ville|skulle|også|derfor|ikke|fortsat|stadig|nok|altid|dog)$/.test(tokens[back]?.low ?? '')) back--;
    const subject = tokens[back];
    if (back === index - 1 || subject?.low !== 'det' || !(subject.first || /^(?:at|,|og|men|fordi|hvis|når)$/.test(tokens[back - 1]?.low ?? ''))) return undefined;
    const right = bend(adjective, is.ADJ_T, lexicon);
    return right === undefined || !/^(?:at|,|for|om|når|hvis)$/.test(after?.low ?? '') ? undefined : finding(passage, adjective.from, adjective.to, `After "det … ${token.text}" the adjective has -t.`, { hint: `Write "${right}".`, fix: right });
  }
  // "Arbejdet er vigtig for", "Ordningen er frivilligt.": the subject's gender.
  if (before.first && /^(?:er|var)$/.test(token.low) && at === index + 1 && /^[.,]$|^for$/.test(after?.text ?? '') && onlyA(maskOf(before, lexicon), is.DEF_N) && onlyA(mask, is.ADJ) && !(after?.text === ',' && /^(?:at|som)$/.test(tokens[at + 2]?.low ?? ''))) {
    const right = bend(adjective, is.ADJ_T, lexicon);
    if (right !== undefined) return finding(passage, adjective.from, adjective.to, `"${before.text}" is neuter: the adjective has -t.`, { hint: `Write "${right}".`, fix: right });
  }
  if (before.low === 'det' && before.first || before.low === 'det' && /^(?:at|,|og|men|fordi|hvis|når)$/.test(tokens[index - 2]?.low ?? '')) {
    const right = bend(adjective, is.ADJ_T, lexicon);
    if (right !== undefined) return finding(passage, adjective.from, adjective.to, `After "det ${token.text}" the adjective has -t.`, { hint: `Write "${right}".`, fix: right });
  }
  if ((isNoun(before, lexicon) & is.PLURAL_DEF && before.first || /^(?:vi|de)$/.test(before.low) && (before.first || tokens[index - 2]?.low === 'at')) && !/^klar$/.test(adjective.low)) {
    const right = bend(adjective, is.ADJ_E, lexicon);
    if (right !== undefined) return finding(passage, adjective.from, adjective.to, `The subject is plural: the adjective has -e.`, { hint: `Write "${right}".`, fix: right });
  }
  return undefined;
}

