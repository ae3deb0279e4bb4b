// What stands before a noun and the noun itself, where number or definiteness cannot be right: "en stor opgaver", "regeringens planen".
import { danishPassages, lookAtWords, isNoun, maskOf, onlyA, type Look } from '../danish/look.ts';
import { ADVERBS, PREPOSITIONS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

export const nounPhrases: Rule = {
  id: 'noun-phrase', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) yield* lookAtWords(passage, lexicon, LOOKS);
  },
};

const isPlain = (token: Token | undefined): token is Token => token?.kind === 'word' && token.spaced && /^\p{Ll}+$/u.test(token.text);
const DEFINITE_NOUN = is.DEF_C | is.DEF_N | is.PLURAL_DEF;

/** The noun of a phrase from `index`: past adjectives in the form that `wanted` says, all of them adjectives and nothing else. */
function nounAfter(tokens: readonly Token[], index: number, wanted: number, lexicon: Lexicon): number | undefined {
  let at = index;
  while (at < index + 3 && isPlain(tokens[at]) && (tokens[at]?.low === 'ny' && (wanted & is.ADJ) !== 0 || onlyA(maskOf(tokens[at], lexicon), is.ADJECTIVE | is.PARTICIPLE | is.PRESENT_PARTICIPLE) && (maskOf(tokens[at], lexicon) & (wanted | is.COMPARED)) !== 0)) at++;
  return isPlain(tokens[at]) ? at : undefined;
}

const singularOf = (word: string, lexicon: Lexicon): string | undefined => [word.slice(0, -1), word.slice(0, -2)].find((candidate) => (lexicon.read(candidate).mask & is.SINGULAR) !== 0);
export const pluralOf = (word: string, lexicon: Lexicon): string | undefined => [...['r', 'er', 'e'].map((ending) => word + ending), ...['er', 'e'].map((ending) => word + word.slice(-1) + ending), word.replace(/e([lnr])$/, '$1er'), word.replace(/um$/, 'er')].filter((candidate) => candidate !== word).find((candidate) => (lexicon.read(candidate).mask & is.PLURAL) !== 0);
const indefiniteOf = (word: string, lexicon: Lexicon): string | undefined => {
  const doubled = /(.)\1e[nt]$/.test(word) ? [word.slice(0, -3)] : [];
  const tails = word.endsWith('erne') ? [word.slice(0, -2)] : word.endsWith('ene') ? [word.slice(0, -3), word.slice(0, -2)] : [word.slice(0, -2), word.slice(0, -1), ...doubled];
  return tails.find((candidate) => (lexicon.read(candidate).mask & (is.SINGULAR | is.PLURAL)) !== 0);
};

/** "en stor opgaver". */
const pluralAfterOne: Look = (passage, index, token, lexicon) => {
  if (!/^(?:en|et|én|ét|denne|dette|hver|hvert|enhver|ethvert)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  const at = nounAfter(tokens, index + 1, is.ADJ | is.ADJ_T, lexicon);
  const noun = at === undefined ? undefined : tokens[at];
  if (!noun || at === undefined || at === index + 1 && !/^(?:en|et|hver|hvert)$/.test(token.low) || /^(?:briller|bukser|penge|midler|masser|løjer|spørgsmål|steder|gange)$/.test(noun.low)) return undefined;
  if (at === index + 1 && (tokens[index - 1]?.kind === 'number' || /^(?:der|som|med|end|alle|mod|af|for|på)$/.test(tokens[index - 1]?.low ?? '') && token.low.startsWith('hver'))) return undefined;
  const mask = maskOf(noun, lexicon);
  if (!onlyA(mask, at > index + 1 ? is.PLURAL | is.PRESENT : is.PLURAL) || !(mask & is.PLURAL) || isPlain(tokens[at + 1]) && isNoun(tokens[at + 1], lexicon)) return undefined;
  const singular = singularOf(noun.text, lexicon);
  return singular === undefined ? undefined : finding(passage, noun.from, noun.to, `After "${token.text}" the noun is singular.`, { hint: `Write "${singular}"?` });
};

/** "de nye aftale". */
const singularAfterMany: Look = (passage, index, token, lexicon) => {
  if (!/^(?:de|disse|begge|nogle|mange|flere|alle|visse|samtlige)$/.test(token.low)) return undefined;
  const { tokens } = passage;
  const at = nounAfter(tokens, index + 1, is.ADJ_E, lexicon);
  const noun = at === undefined ? undefined : tokens[at];
  if (!noun || at === undefined || at === index + 1) return undefined;
  const next = tokens[at + 1];
  if (!onlyA(maskOf(noun, lexicon), is.SINGULAR) || isPlain(next) && isNoun(next, lexicon) || next?.kind === 'mark' && next.text === '-') return undefined;
  // "de ansatte glæde over": an adjective that is a noun already, and a finite verb must not be mistaken for the noun.
  const plural = pluralOf(noun.text, lexicon);
  return plural === undefined || /(?:mand|barn)$/.test(noun.low) ? undefined : finding(passage, noun.from, noun.to, `After "${token.text}" the noun is in the plural.`, { hint: `Write "${plural}"?` });
};

/** "regeringens planen", "vores aftalen", "denne aftalen". */
const doubleDefinite: Look = (passage, index, token, lexicon) => {
  const owner = /^(?:vores|jeres|deres|hans|hendes|dens|dets|denne|dette|disse)$/.test(token.low);
  if (!owner && !(onlyA(maskOf(token, lexicon), is.GENITIVE) && token.text.length > 4 && /(?:ens|ets|nes)$/.test(token.low))) return undefined;
  const { tokens } = passage;
  if (/^(?:en|et|til|hver)$/.test(tokens[index - 1]?.low ?? '')) return undefined;
  const at = nounAfter(tokens, index + 1, is.ADJ_E, lexicon);
  const noun = at === undefined ? undefined : tokens[at];
  if (!noun || !onlyA(maskOf(noun, lexicon), DEFINITE_NOUN)) return undefined;
  const right = indefiniteOf(noun.text, lexicon);
  return right === undefined ? undefined : finding(passage, noun.from, noun.to, `After "${token.text}" the noun is indefinite.`, { hint: `Write "${right}".`, fix: right });
};

/** "af det nye samarbejdet": the article says once what the ending says again. */
const twiceDefinite: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  if (!/^(?:den|det|de)$/.test(token.low) || !/^(?:af|for|i|på|med|til|fra|om|under|ved|mod|hos|efter|uden|over|mellem|blandt|gennem)$/.test(tokens[index - 1]?.low ?? '')) return undefined;
  const at = nounAfter(tokens, index + 1, is.ADJ_E, lexicon);
  // A neuter noun in -et may look like a participle, and then stand among the adjectives.
  const last = at === undefined ? undefined : [tokens[at - 1], tokens[at]].find((word) => word !== undefined && word !== token && (maskOf(word, lexicon) & DEFINITE_NOUN) !== 0 && onlyA(maskOf(word, lexicon), DEFINITE_NOUN | is.PARTICIPLE | is.ADJ | is.ADJ_T));
  if (!last || at === undefined || last === tokens[index + 1] || isPlain(tokens[at]) && last !== tokens[at] && maskOf(tokens[at], lexicon) & is.NOUN) return undefined;
  const next = tokens[tokens.indexOf(last) + 1];
  if (isPlain(next) && (maskOf(next, lexicon) & (is.NOUN | is.ADJECTIVE)) !== 0 && !/^(?:for|i|på|med|til|fra|om|af|ved|og|vil|kan)$/.test(next.low) || /(?:ste|første|næste|hele|samme)$/.test(tokens[index + 1]?.low ?? '') || (token.low === 'de') !== ((maskOf(last, lexicon) & is.PLURAL_DEF) !== 0)) return undefined;
  const right = indefiniteOf(last.text, lexicon);
  return right === undefined ? undefined : finding(passage, last.from, last.to, `After "${token.text} ${tokens[index + 1]?.text ?? ''}" the noun is indefinite.`, { hint: `Write "${right}".`, fix: right });
};

const WITHOUT_ARTICLE = /^(?:samme|hele|halve|næste|sidste|forrige|første|eneste|rette|højre|venstre|ene|selve|egne|bare|fælles|gamle|lille|små|begge|alle|øvrige|lige|midterste|øverste|nederste|inderste|yderste|.*(?:ste|erste))$/;

/** "for nye aftalen": an adjective and a definite noun without their article. */
const missingArticle: Look = (passage, index, token, lexicon) => {
  if (!/^(?:af|for|i|på|med|til|fra|om|under|ved|mod|hos|efter|uden|over|mellem|blandt)$/.test(token.low)) return undefined;
  const adjective = passage.tokens[index + 1];
  const noun = passage.tokens[index + 2];
  if (!isPlain(adjective) || !isPlain(noun) || !adjective.low.endsWith('e') || WITHOUT_ARTICLE.test(adjective.low) || !onlyA(maskOf(adjective, lexicon), is.ADJ_E)) return undefined;
  const mask = maskOf(noun, lexicon);
  if (!onlyA(mask, is.DEF_C | is.DEF_N) || lexicon.read(adjective.low + noun.low).mask !== 0) return undefined;
  const article = mask & is.DEF_C ? 'den' : 'det';
  const right = indefiniteOf(noun.text, lexicon);
  if (right === undefined || lexicon.read(adjective.low.replace(/e$/, '')).mask & is.NOUN) return undefined;
  return finding(passage, adjective.from, noun.to, `"${adjective.text} ${noun.text}" lacks its article.`, { hint: `Write "${article} ${adjective.text} ${right}".` });
};

const THE = /^(?:den|de|denne|dette|disse|vores|deres)$/;

/** "den øget indsats", "de planlagt møder": after the article a participle has -e too. */
const bareParticiple: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  const before = tokens[index - 1];
  if (!THE.test(token.low) && !(token.low === 'det' && PREPOSITIONS.has(before?.low ?? ''))) return undefined;
  const form = tokens[index + 1];
  const noun = tokens[index + 2];
  if (!isPlain(form) || !isPlain(noun) || !/[^t]t$/.test(form.low) || before !== undefined && (/^(?:har|havde|er|var|bliver|blev|have|få|får|fik|er|været|ikke|som|der|når|hvis|at|og|vil|kan|skal|end)$/.test(before.low) && /^(?:den|de)$/.test(token.low) || /^(?:har|havde|have)$/.test(before.low))) return undefined;
  const mask = maskOf(form, lexicon);
  if (!(mask & is.PARTICIPLE) || mask & (is.ADJ_E | is.FINITE) || /^(?:samlet|andet|meget|fremtidigt)$/.test(form.low)) return undefined;
  if (!onlyA(maskOf(noun, lexicon), is.SINGULAR | is.PLURAL)) return undefined;
  const right = [`${form.text.replace(/et$/, 'ede')}`, `${form.text}te`, `${form.text}e`].find((candidate) => (lexicon.direct(candidate) & is.ADJ_E) !== 0);
  return right === undefined ? undefined : finding(passage, form.from, form.to, `After "${token.text}" the participle has -e.`, { hint: `Write "${right}".`, fix: right });
};

/** "giver klar rammer", "med øget udgifter": an adjective without -e right before a plural. */
const barePlural: Look = (passage, index, token, lexicon) => {
  const adjective = passage.tokens[index + 1];
  const noun = passage.tokens[index + 2];
  if (!isPlain(adjective) || !isPlain(noun)) return undefined;
  const mask = maskOf(adjective, lexicon);
  const participle = (mask & is.PARTICIPLE) !== 0;
  const before = maskOf(token, lexicon);
  const preposition = /^(?:af|for|på|med|til|fra|om|under|ved|hos|uden|over|mellem|blandt|både)$/.test(token.low);
  const verb = /^\p{Ll}+$/u.test(token.text) && (before & (is.FINITE | is.INFINITIVE)) !== 0 && onlyA(before, is.FINITE | is.INFINITIVE) || /^(?:giver|skaber|har|får|med)$/.test(token.low);
  if (!preposition && !(verb && !participle)) return undefined;
  if (!onlyA(mask, participle ? is.ADJ | is.ADJ_T | is.PARTICIPLE | is.DEF_N : is.ADJ) || ADVERBS.has(adjective.low) || /^(?:egen|ny|fri|tro|hel|fuld|kort|små|lidt|godt|første|par|særlig|ægte|parat|nok|anden|bestemt|samlet|målrettet|øvrig|aldrig|fast|direkte)$/.test(adjective.low) || participle && !adjective.low.endsWith('et')) return undefined;
  if (!onlyA(maskOf(noun, lexicon), is.PLURAL | is.PRESENT) || !(maskOf(noun, lexicon) & is.PLURAL) || participle && (/^(?:har|få)$/.test(token.low) || (mask & is.DEF_N) !== 0 && (maskOf(noun, lexicon) & is.PRESENT) !== 0)) return undefined;
  // "for politisk kontorer" may be half a compound; both are wrong.
  const right = [`${adjective.text}e`, `${adjective.text}${adjective.text.at(-1) ?? ''}e`, adjective.text.replace(/et$/, 'ede'), adjective.text.replace(/e([lr])$/, '$1e')].find((candidate) => (lexicon.direct(candidate) & is.ADJ_E) !== 0 && candidate !== adjective.text);
  return right === undefined ? undefined : finding(passage, adjective.from, adjective.to, `"${noun.text}" is plural: the adjective has -e.`, { hint: `Write "${right}".`, fix: right });
};

/** "på den måden": nothing but a noun, and its ending is the article. */
const thatThe: Look = (passage, index, token, lexicon) => {
  if (token.low !== 'den' || !/^(?:på|i|af|til|med|for|fra|om|ved|under)$/.test(passage.tokens[index - 1]?.low ?? '')) return undefined;
  const noun = passage.tokens[index + 1];
  if (!isPlain(noun) || !onlyA(maskOf(noun, lexicon), is.DEF_C)) return undefined;
  const right = indefiniteOf(noun.text, lexicon);
  return right === undefined ? undefined : finding(passage, noun.from, noun.to, 'After "den" the noun is indefinite.', { hint: `Write "${right}".`, fix: right });
};

/** "Det fleste borgere", "i den nye regler": a singular article before a plural. */
const theMany: Look = (passage, index, token, lexicon) => {
  if (!/^(?:den|det)$/.test(token.low) || !(token.first || /^(?:af|for|til|fra|om|hos|blandt|mellem)$/.test(passage.tokens[index - 1]?.low ?? ''))) return undefined;
  const { tokens } = passage;
  const at = nounAfter(tokens, index + 1, is.ADJ_E, lexicon);
  const noun = at === undefined ? undefined : tokens[at];
  if (!noun || at === undefined || at === index + 1 || !onlyA(maskOf(noun, lexicon), is.PLURAL) || isPlain(tokens[at + 1]) && isNoun(tokens[at + 1], lexicon)) return undefined;
  const right = token.first ? 'De' : 'de';
  return finding(passage, token.from, token.to, `"${noun.text}" is plural: "${token.text}" does not go with it.`, { hint: `Write "${right}".`, fix: right });
};

/** "med dem tankegang": "dem" stands alone. */
const themNoun: Look = (passage, index, token, lexicon) => {
  if (token.low !== 'dem' || !/^(?:med|af|for|om|i|på|til|fra)$/.test(passage.tokens[index - 1]?.low ?? '')) return undefined;
  const at = nounAfter(passage.tokens, index + 1, is.ADJ_E, lexicon);
  const noun = at === undefined ? undefined : passage.tokens[at];
  return noun && isNoun(noun, lexicon) && onlyA(maskOf(noun, lexicon), is.SINGULAR | is.PLURAL) ? finding(passage, token.from, token.to, `"dem" does not stand before a noun.`, { hint: 'Write "den", "det" or "de".' }) : undefined;
};

/** "får frier rammer": a verb or a suitor where the comparative is meant. */
const lostComparative: Look = (passage, index, token, lexicon) => {
  const form = passage.tokens[index + 1];
  const noun = passage.tokens[index + 2];
  if (!isPlain(form) || !/[^e]er$/.test(form.low) || !(lexicon.direct(`${form.low}e`) & is.COMPARED) || lexicon.direct(form.low) & (is.PLURAL | is.COMPARED)) return undefined;
  const governed = /^(?:af|for|med|til|om|mod|får|giver|skaber|sikrer|kræver|endnu|langt|meget|bliver|blive|er|det)$/.test(token.low);
  if (token.low === 'det' && !/^(?:gør|gøre|gjorde|gjort)$/.test(passage.tokens[index - 1]?.low ?? '')) return undefined;
  const nominal = isPlain(noun) && onlyA(maskOf(noun, lexicon), is.PLURAL | is.SINGULAR);
  const predicate = /^(?:bliver|blive|er|det)$/.test(token.low) && /^(?:at|end|for|[.,])$/.test(noun?.low ?? '');
  return governed && (nominal || predicate) ? finding(passage, form.from, form.to, `"${form.text}" is a verb: the comparative has -e.`, { hint: `Write "${form.text}e".`, fix: `${form.text}e` }) : undefined;
};

/** "et tætter samarbejde": no finite verb stands between an article and its noun. */
const verbForComparative: Look = (passage, index, token, lexicon) => {
  if (!/^(?:en|et|endnu|langt)$/.test(token.low)) return undefined;
  const form = passage.tokens[index + 1];
  const noun = passage.tokens[index + 2];
  if (!isPlain(form) || !isPlain(noun) || !/er$/.test(form.low) || (maskOf(form, lexicon) & ~is.IMPERATIVE) !== is.PRESENT && maskOf(form, lexicon) !== 0 || !(maskOf(noun, lexicon) & is.NOUN)) return undefined;
  const right = [`${form.text}e`, form.text.replace(/er$/, 'ere')].find((candidate) => (lexicon.direct(candidate) & is.COMPARED) !== 0);
  return right === undefined ? undefined : finding(passage, form.from, form.to, `"${form.text}" is a verb: the comparative has -e.`, { hint: `Write "${right}".`, fix: right });
};

/** "samme principperne", "hvilke reglerne". */
const sameThe: Look = (passage, index, token, lexicon) => {
  if (!/^(?:samme|hvilken|hvilket|hvilke|sådan|sådanne|visse|samtlige|enhver|ethvert)$/.test(token.low)) return undefined;
  const noun = passage.tokens[index + 1];
  if (!isPlain(noun) || !onlyA(maskOf(noun, lexicon), DEFINITE_NOUN)) return undefined;
  const right = indefiniteOf(noun.text, lexicon);
  return right === undefined ? undefined : finding(passage, noun.from, noun.to, `After "${token.text}" the noun is indefinite.`, { hint: `Write "${right}".` });
};

/** "et af de største opgaver": the gender is that of the noun's singular. */
const oneOfMany: Look = (passage, index, token, lexicon) => {
  const { tokens } = passage;
  if (!/^(?:en|et|én|ét)$/.test(token.low) || tokens[index + 1]?.low !== 'af' || !/^(?:de|vores|deres|disse|sine|mine)$/.test(tokens[index + 2]?.low ?? '')) return undefined;
  const at = nounAfter(tokens, index + 3, is.ADJ_E, lexicon);
  const noun = at === undefined ? undefined : tokens[at];
  if (!noun || !(maskOf(noun, lexicon) & is.PLURAL) || !onlyA(maskOf(noun, lexicon), is.PLURAL | is.PRESENT)) return undefined;
  const singular = singularOf(noun.text, lexicon);
  const genders = singular === undefined ? 0 : lexicon.genders(singular);
  const neuter = token.low.endsWith('t');
  if (genders !== (neuter ? is.NOUN_C : is.NOUN_N)) return undefined;
  const right = neuter ? token.text.slice(0, -1) + 'n' : token.text.slice(0, -1) + 't';
  return finding(passage, token.from, token.to, `"${singular ?? ''}" is ${neuter ? 'common gender' : 'neuter'}: "${token.text}" does not go with it.`, { hint: `Write "${right}".`, fix: right });
};

/** "den mindst kommune", "vores vigtigst opgave": before its noun the superlative has -e. */
const bareSuperlative: Look = (passage, index, token, lexicon) => {
  if (!/^(?:den|det|de|vores|min|mit|din|dit|sin|sit|deres|hans|hendes|dens|dets|kommunens|landets)$/.test(token.low)) return undefined;
  const form = passage.tokens[index + 1];
  const noun = passage.tokens[index + 2];
  const counted = token.low === 'de' && noun?.kind === 'number';
  if (!isPlain(form) || !noun || !isPlain(noun) && !counted || !/st$/.test(form.low) || /^(?:mest|bedst|først|sidst|næst|helst)$/.test(form.low) || !(maskOf(form, lexicon) & is.COMPARED) || !(lexicon.direct(`${form.low}e`) & is.COMPARED) || !counted && !onlyA(maskOf(noun, lexicon), is.SINGULAR | is.PLURAL)) return undefined;
  return finding(passage, form.from, form.to, `Before "${noun.text}" the superlative has -e.`, { hint: `Write "${form.text}e".`, fix: `${form.text}e` });
};

const COLLECTIVE = /(?:slagsen|familien|flokken|gruppen|holdet|byen|personalet|bestyrelsen|regeringen|udvalget|kredsen|rækken|klassen|teamet|følget|landet|ledelsen|partiet|staben|puljen|slags)$/;

/** "et af hovedformålet". */
const oneOfThe: Look = (passage, index, token, lexicon) => {
  if (!/^(?:en|et|én|ét)$/.test(token.low) || passage.tokens[index + 1]?.low !== 'af') return undefined;
  const noun = passage.tokens[index + 2];
  const gender = token.low === 'et' || token.low === 'ét' ? is.DEF_N : is.DEF_C;
  if (!isPlain(noun) || !onlyA(maskOf(noun, lexicon), gender) || COLLECTIVE.test(noun.low) || isPlain(passage.tokens[index + 3]) && isNoun(passage.tokens[index + 3], lexicon)) return undefined;
  return finding(passage, noun.from, noun.to, `After "${token.text} af" the noun is in the plural.`, {});
};

/** "er faldene", "de stigene priser": the participle has -ende. */
const lostD: Look = (passage, index, token, lexicon) => {
  const form = passage.tokens[index + 1];
  const next = passage.tokens[index + 2];
  if (!isPlain(form) || !/[^e]ene$/.test(form.low) || !/^(?:er|var|være|bliver|blive|så|meget|mere|stærkt|de|den|det|en|et|stadigt|fortsat)$/.test(token.low)) return undefined;
  const right = form.text.replace(/ene$/, 'ende');
  if (!onlyA(maskOf(form, lexicon), is.PLURAL_DEF | is.NOUN) || !(lexicon.direct(right.toLowerCase()) & (is.PRESENT_PARTICIPLE | is.ADJECTIVE))) return undefined;
  // "Normalt er lagene i gruppen": the subject behind its verb.
  if (/^(?:er|var|bliver)$/.test(token.low) && !(isNoun(passage.tokens[index - 1], lexicon) || /^(?:det|den|de|vi|der|som|man)$/.test(passage.tokens[index - 1]?.low ?? ''))) return undefined;
  const predicate = /^(?:er|var|være|bliver|blive|så|meget|mere|stærkt|stadigt|fortsat)$/.test(token.low) && (next === undefined || /^(?:[.,;]|og|i|på|for|med)$/.test(next.text));
  const attribute = !predicate && isPlain(next) && isNoun(next, lexicon) !== 0;
  return predicate || attribute ? finding(passage, form.from, form.to, `"${form.text}" is a noun: the participle is "${right}".`, { fix: right, hint: `Write "${right}".` }) : undefined;
};

/** "en tre nye konsulenter": an article and a numeral. */
const articleAndNumeral: Look = (passage, index, token, lexicon) => {
  const [numeral, adjective, noun] = passage.tokens.slice(index + 1, index + 4);
  if (!/^(?:en|et)$/.test(token.low) || !/^(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)$/.test(numeral?.low ?? '') || !isPlain(adjective)) return undefined;
  const plural = onlyA(maskOf(adjective, lexicon), is.ADJ_E) && isPlain(noun) && onlyA(maskOf(noun, lexicon), is.PLURAL);
  return plural ? finding(passage, token.from, token.to, `"${token.text}" and "${numeral?.text ?? ''}" do not go together.`, { hint: 'Take one out.' }) : undefined;
};

/** "følge sin sags på": a genitive that owns nothing. */
const ownsNothing: Look = (passage, index, token, lexicon) => {
  if (!/^(?:min|din|sin|mit|dit|sit|vores|deres|en|et)$/.test(token.low)) return undefined;
  const noun = passage.tokens[index + 1];
  const next = passage.tokens[index + 2];
  const base = noun?.text.slice(0, -1) ?? '';
  if (!isPlain(noun) || !/s$/.test(noun.low) || !onlyA(maskOf(noun, lexicon), is.GENITIVE) || !(lexicon.read(base).mask & is.SINGULAR) || !/^(?:på|for|af|til|om|med|\.)$/.test(next?.low ?? '')) return undefined;
  return finding(passage, noun.from, noun.to, 'The genitive has nothing that it owns.', { fix: base, hint: `Write "${base}".` });
};

/** "hver andet barn", "hvert anden år": both bend alike. */
const everySecond: Look = (passage, index, token) => {
  const next = passage.tokens[index + 1];
  if (!(token.low === 'hver' && next?.low === 'andet') && !(token.low === 'hvert' && next?.low === 'anden')) return undefined;
  const right = next.low === 'andet' ? `${token.text}t` : token.text.slice(0, -1);
  return finding(passage, token.from, token.to, `"${token.text}" does not go with "${next.text}".`, { hint: `Write "${right} ${next.text}"?` });
};

const LOOKS: readonly Look[] = [everySecond, sameThe, oneOfMany, bareSuperlative, lostD, articleAndNumeral, ownsNothing, pluralAfterOne, singularAfterMany, doubleDefinite, twiceDefinite, missingArticle, bareParticiple, barePlural, verbForComparative, oneOfThe, thatThe, theMany, themNoun, lostComparative];
