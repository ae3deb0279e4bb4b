// One word written as two: "kommune kassen", "velfærds området", "EU budget".
import { danishPassages, isNoun, maskOf, onlyA } from '../danish/look.ts';
import { NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

/** Words of measure and kind stand before their noun. */
const MEASURES = /^(?:par|antal|slags|form|type|del|række|mængde|procent|gang|kilo|ton|liter|meter|hektar|million|milliard|tusind|hundrede|side|kapitel|figur|tabel|bilag|klasse|fase|trin|punkt|art|gruppe|grad|stk|kl|nr|borgmester|formand|direktør|minister|ordfører|professor|forsker|forfatter|status|kilde|foto|tema|titel|emne|eksempel|ca|andel|masse|mængde|smule)$/;

/** Hold others: "gruppe borgere". */
const PARTITIVE = /(?:gruppe|flok|bunke|stak|kasse|pose|liste|række|pakke|kreds|hær|klynge|kæde|hold|sæt|bundt|kreds|hold|kop|glas|flaske|tid|år|dag|uge|måned|aften|morgen|nat|sommer|vinter|forår|efterår|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)$/;
const AREA = /^(?:områder?|området|områdets?|pleje|plejen|politik|politikken|råd|rådet|lov|loven|reform|reformen|sektor|sektoren|budget|budgettet|udvalg|udvalget|forvaltning|forvaltningen|sagen|omsorg|omsorgen)$/;

const MONTH = /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)$/;
/** Open a noun phrase. */
const INSIDE = /^(?:en|et|den|det|denne|dette|min|mit|din|dit|sin|sit|vores|jeres|deres|hans|hendes|dens|dets|hver|hvert|ingen|nogen|noget|nogle|vor)$/;

/** After a preposition or "været" no finite verb stands: "om begynder vanskeligheder". */
const agentAfter = (before: { readonly low: string } | undefined): boolean => /^(?:af|for|med|til|fra|om|under|ved|hos|uden|været|mellem)$/.test(before?.low ?? '');

const isSentenceStart = (tokens: readonly Token[], index: number): boolean => tokens[index]?.first === true;

export const splitCompounds: Rule = {
  id: 'split-compound', severity: 'warning',
  *check(context) {
    const joined = new Set(context.passages.flatMap(({ tokens }) => tokens.map(({ low }) => low)));
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const first = tokens[index];
        const second = tokens[index + 1];
        if (!first || !second || first.kind !== 'word' || second.kind !== 'word' || passage.text.slice(first.to, second.from) !== ' ') continue;
        if (!/^\p{Ll}+$/u.test(second.text)) continue;
        const adverb = adverbInTwo(tokens, index, lexicon);
        if (adverb !== undefined) { yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is one word.`, { fix: adverb, hint: `Write "${adverb}".` }); continue; }
        const sure = isNoun(second, lexicon) || (onlyA(maskOf(second, lexicon), is.ADJ_E | is.PAST) && /(?:heds|ings|ions|skabs|elses|tets)$/.test(first.low) ? is.PLURAL : 0) || ((maskOf(second, lexicon) & is.PLURAL) !== 0 && (lexicon.direct(first.low + second.low) & is.PLURAL) !== 0 ? is.PLURAL : 0) || (first.low === 'folke' || /(?:heds|ings|ions|skabs|færds|elses|markeds|arbejds)$/.test(first.low) ? maskOf(second, lexicon) & is.NOUN : 0);
        // "vores hjemme side", "en takke tale": the noun may be a verb elsewhere.
        const held = maskOf(second, lexicon);
        const inPhrase = INSIDE.test(tokens[index - 1]?.low ?? '') && tokens[index - 1]?.sentence === first.sentence && (held & is.SINGULAR) !== 0 && !NEVER_NOUN.has(second.low) ? held & is.NOUN : 0;
        const noun = sure || inPhrase;
        if (!noun || second.text.length < 3) continue;
        const whole = first.text + second.text;
        const low = whole.toLowerCase();
        if (/^\p{Lu}[\p{Lu}\d]+$/u.test(first.text)) {
          // "EU budget", "AI løsninger"; a definite noun may be a name's own ("KL bestyrelsen" is none either).
          const hyphened = `${first.text}-${second.text}`;
          if (noun & is.SINGULAR && tokens[index - 1]?.kind === 'word' && /^(?:en|et|den|det)$/.test(tokens[index - 1]?.low ?? '') || joined.has(hyphened.toLowerCase()) || noun & (is.DEFINITE | is.PLURAL) && !/^(?:KL|FOA|FH|BL)$/.test(first.text) && /^(?:EU|AI|IT|CO2|CPR|CVR|NIS2|DK2020|PDF|QR|HR|GDPR|OK\d\d|BPA|SOSU)$/.test(first.text)) {
            yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is one word.`, { fix: hyphened, hint: `Write "${hyphened}".` });
          }
          continue;
        }
        // "en toværelses lejlighed", "et tredages kursus".
        if (/(?:værelses|mands|dages|ugers|timers|minutters|måneders|sengs|personers|kroners|meters|punkts|etagers|års|årigs|sporets|delt|trins)$/.test(first.low)) continue;
        if (/^(?:måned|måneder)$/.test(second.low) && MONTH.test(first.low)) continue;
        if (!/^\p{L}\p{Ll}+$/u.test(first.text) || MEASURES.test(first.low) || first.text.length < 3) continue;
        if (/^\p{Lu}/u.test(first.text) && !first.first || NEVER_NOUN.has(first.low)) continue;
        const head = maskOf(first, lexicon);
        // "Juster skyderen": a command and its object.
        if ((first.first || tokens[index - 1]?.kind === 'mark') && (lexicon.direct(`${first.low}e`) & is.INFINITIVE) !== 0) continue;
        const before = tokens[index - 1];
        // "sundheds", "velfærds", "arbejds": the joint of a compound and no word of its own, or a genitive that nobody writes.
        const onlyJoint = lexicon.opens(first.low, 1) && head === 0 || /(?:heds|ings|ions|skabs|færds|elses|domens|tets)$/.test(first.low) && onlyA(head, is.GENITIVE) && lexicon.read(low).mask !== 0 && (lexicon.direct(low) !== 0 || !/^(?:en|et|den|denne|dets|hver|enhver|ens|min|vores|deres|sin)$/.test(before?.low ?? ''));
        const twoNouns = onlyA(head, is.SINGULAR) && lexicon.direct(low) !== 0 && (lexicon.direct(low) & is.NOUN) !== 0 && first.low !== second.low && !/(?:else|hed)$/.test(first.low);
        // "drift midler": a bare singular before a plural or a definite noun, and the dictionary has the compound, with or without its -s.
        const linked = lexicon.direct(`${first.low}s${second.low}`) & is.NOUN ? `${first.text}s${second.text}` : undefined;
        const bare = onlyA(head, agentAfter(before) ? is.SINGULAR | is.PRESENT : is.SINGULAR) && (head & is.SINGULAR) !== 0 && onlyA(maskOf(second, lexicon), is.NOUN | is.PRESENT) && !PARTITIVE.test(first.low) && !(noun & is.SINGULAR) && before?.kind === 'word' && !/^(?:en|et|den|det|de|hver|ingen|i|ad|al|alt|på|til)$/.test(before.low) && !(maskOf(before, lexicon) & (is.ADJECTIVE | is.PARTICIPLE)) && (linked !== undefined || (lexicon.direct(low) & is.NOUN) !== 0);
        if (bare && linked !== undefined) {
          yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is one word.`, { fix: linked, hint: `Write "${linked}".` });
          continue;
        }
        // "nye læge huse": after an adjective or a numeral stands no verb, so the two are one noun.
        const placed = before !== undefined && (before.kind === 'number' || /^(?:de|disse|nye|flere|mange|vores|deres|to|tre|fire|fem|seks|syv|otte|ni|ti|et|en)$/.test(before.low) || onlyA(maskOf(before, lexicon), is.ADJ_E | is.GENITIVE) && before.kind === 'word' && before.text.length > 3) && (head & is.SINGULAR) !== 0 && !PARTITIVE.test(first.low) && lexicon.direct(low) !== 0 && (lexicon.direct(low) & is.NOUN) !== 0 && (noun & (is.PLURAL | is.SINGULAR) || maskOf(second, lexicon) & is.PLURAL) !== 0 && !(head & is.ADJECTIVE && (head & is.PARTICIPLE || !/^(?:de|disse|mange|flere)$/.test(before.low)));
        // "af udvalgs møder": a bare genitive after a preposition.
        const genitive = onlyA(head, is.GENITIVE) && /^(?:af|til|om|på|for|med|ved|fra)$/.test(before?.low ?? '') && !(before?.low === 'til' && /^(?:søs|lands|vands|fods|bords|livs|års)$/.test(first.low)) && (lexicon.read(first.low.slice(0, -1)).mask & is.SINGULAR) !== 0 && (lexicon.direct(low) & is.NOUN) !== 0;
        const area = AREA.test(second.low) && /^(?:ældre|børne|unge|handicap|social|fritids|skole|dagtilbuds?|daginstitutions?)$/.test(first.low) && lexicon.read(low).mask !== 0 && !(first.low === 'social' && /^(?:ansvar|indsats)/.test(second.low));
        const seen = onlyA(head, is.SINGULAR) && joined.has(low) && (lexicon.read(low).mask & is.NOUN) !== 0;
        // An adjective before a definite noun without an article is no Danish: "ældre plejen", "arbejdsløs heden".
        const headless = noun & is.DEFINITE && !(noun & is.SINGULAR) && (onlyA(head, is.ADJECTIVE) || first.low === 'ældre' || first.low === 'folke') && lexicon.direct(low) !== 0 || first.low === 'folke' && lexicon.direct(low) !== 0;
        // "sags behandlingen": a bare genitive and a definite noun; "teknologi forståelse": two bare nouns, the first of which opens compounds.
        const owned = onlyA(head, is.GENITIVE) && onlyA(maskOf(second, lexicon), is.DEFINITE) && lexicon.opens(first.low, 1) && (lexicon.read(first.low.slice(0, -1)).mask & is.SINGULAR) !== 0;
        const next = tokens[index + 2];
        const pair = onlyA(head, is.SINGULAR) && first.low.length > 4 && second.low.length > 4 && onlyA(maskOf(second, lexicon), is.SINGULAR) && !PARTITIVE.test(first.low) && !/(?:else|hed|ing)$/.test(first.low) && lexicon.opens(first.low, 1) && before?.kind === 'word' && (/^(?:i|af|for|med|til|om|en|et|ny|nyt|god|godt)$/.test(before.low) || onlyA(maskOf(before, lexicon), is.ADJECTIVE)) && !(next?.kind === 'word' && isNoun(next, lexicon)) && !/^(?:i|en|et)$/.test(tokens[index - 2]?.low ?? '') && lexicon.read(low).mask !== 0;
        // "på turisme området": no bare noun stands before a definite one.
        const bareBefore = onlyA(head, is.SINGULAR) && first.low.length > 3 && onlyA(maskOf(second, lexicon), is.DEFINITE) && !PARTITIVE.test(first.low) && !/(?:else|hed|ing)$/.test(first.low) && lexicon.opens(first.low, 1) && before?.kind === 'word' && /^(?:i|af|for|med|til|om|på|fra|ved|under|at|er|har)$/.test(before.low) && (!isSentenceStart(tokens, index - 1) || /^(?:i|på)$/.test(before.low) && next !== undefined && /^(?:er|har|skal|kan|vil|må|bliver|blev)$/.test(next.low)) && lexicon.read(low).mask !== 0;
        // "kriminalitets truede unge": a joint before a participle.
        const joint = onlyA(head, is.GENITIVE) && /(?:heds|ings|ions|skabs|elses|tets)$/.test(first.low) && onlyA(maskOf(second, lexicon), is.ADJ_E | is.PAST) && /[dt]e$/.test(second.low) && !/^(?:en|et|den|det|hver|min|vores|deres)$/.test(before?.low ?? '') && isNoun(tokens[index + 2], lexicon) !== 0;
        if (joint) { yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is one word.`, { fix: whole, hint: `Write "${whole}".` }); continue; }
        // "en medlems undersøgelse": the article is not the genitive's.
        const owner = onlyA(head, is.GENITIVE) && /s$/.test(first.low) ? lexicon.genders(first.low.slice(0, -1)) : 0;
        const foreignArticle = sure !== 0 && /^(?:en|et)$/.test(before?.low ?? '') && owner === (before?.low === 'en' ? is.NOUN_N : is.NOUN_C) && (lexicon.genders(second.low) & (before?.low === 'en' ? is.NOUN_C : is.NOUN_N)) !== 0 && lexicon.opens(first.low, 1) && lexicon.read(low).mask !== 0;
        // "og projekt ledelse", "vores sags behandler": no bare noun stands beside another one, but for measures and what a preposition makes an adverb of ("giver på sigt ro").
        const beside = onlyA(head, is.SINGULAR | is.IMPERATIVE) && (head & is.SINGULAR) !== 0 && first.low.length > 3 && second.low.length > 3 && onlyA(maskOf(second, lexicon), is.NOUN) && !PARTITIVE.test(first.low) && !/(?:else|hed)$/.test(first.low) && (lexicon.opens(first.low, 1) || lexicon.direct(low) !== 0) && before?.kind === 'word' && before.sentence === first.sentence && (INSIDE.test(before.low) || /^(?:og|eller|samt|af|med)$/.test(before.low) || onlyA(maskOf(before, lexicon), is.ADJECTIVE | is.GENITIVE)) && !(noun & is.DEFINITE && /^(?:og|eller|samt)$/.test(before.low) && lexicon.direct(low) === 0);
        // "vores hjemme side", "en takke tale": what is neither noun nor adjective stands in no noun phrase.
        const inner = (inPhrase !== 0 || sure !== 0) && before?.kind === 'word' && before.sentence === first.sentence && INSIDE.test(before.low) && head !== 0 && !(head & (is.NOUN | is.ADJECTIVE | is.PARTICIPLE | is.PRESENT_PARTICIPLE | is.GENITIVE | is.FINITE | is.NAME)) && first.low.length > 3 && ((lexicon.direct(low) & is.NOUN) !== 0 || onlyA(head, is.INFINITIVE | is.IMPERATIVE) && !/^(?:den|det|denne|dette|noget|nogen|nogle)$/.test(before.low) && (lexicon.read(low).mask & is.NOUN) !== 0);
        // "Syge fraværet har": a definite noun has its adjective behind an article, and the dictionary has the compound.
        const bareAdjective = noun & is.DEFINITE && !(noun & is.SINGULAR) && (head & (is.ADJ_E | is.ADJ)) !== 0 && first.low.length > 3 && (lexicon.direct(low) & is.NOUN) !== 0 && (before === undefined || first.first || before.kind === 'mark' || /^(?:og|eller|samt|at|er|har|med|for|af|i|på|til|om|hvis|når|fordi)$/.test(before.low)) && !/^(?:hele|selve|begge|samme)$/.test(first.low);
        // "som forsøgs biblioteker": a genitive of one thing has its article; "som", "og" and prepositions are none.
        const ownerless = onlyA(head, is.GENITIVE) && first.low.length > 4 && !/(?:ens|ets|nes|års|dages|ugers|timers|minutters|meters|kroners|slags|mands|lands|livs|verdens|guds|folks)$/.test(first.low) && (lexicon.read(first.low.slice(0, -1)).mask & is.SINGULAR) !== 0 && !(lexicon.read(first.low.slice(0, -1)).mask & (is.NAME | is.DEFINITE | is.ADJECTIVE)) && lexicon.opens(first.low, 1) && onlyA(maskOf(second, lexicon), is.NOUN) && before?.kind === 'word' && before.sentence === first.sentence && /^(?:som|og|eller|samt|af|med|til|for|om|på|i|ved|fra|vores|deres|har|er|får|de|flere|mange|nye)$/.test(before.low) && lexicon.read(low).mask !== 0;
        if (sure === 0 && !inner && !foreignArticle) continue;
        if (!beside && !inner && !foreignArticle && !bareAdjective && !ownerless && !owned && !pair && !bareBefore && !onlyJoint && !twoNouns && !seen && !headless && !bare && !area && !placed && !genitive) continue;
        // "giver en ny vejledning plads": two objects.
        if (beside && lexicon.direct(low) === 0 && tokens.slice(Math.max(0, index - 6), index).some((token) => token.sentence === first.sentence && /^(?:giver?|gav|givet|skaffe[rt]?|koste[rt]?|sikre[rt]?|tilbyde[rt]?|lover?|lovede|volder?)$/.test(token.low))) continue;
        if (beside && lexicon.direct(low) === 0 && (linked !== undefined || lexicon.opens(`${first.low}s`, 1) && !lexicon.opens(first.low, 0))) {
          const fix = linked ?? `${first.text}s${second.text}`;
          yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is one word.`, { fix, hint: `Write "${fix}".` });
          continue;
        }
        if (lexicon.read(low).mask === 0) continue;
        yield finding(passage, first.from, second.to, `"${first.text} ${second.text}" is one word.`, { fix: whole, hint: `Write "${whole}".` });
      }
    }
  },
};

/** "har der for udarbejdet", "har efter følgende meldt": an adverb where no preposition has anything to govern. */
function adverbInTwo(tokens: readonly Token[], index: number, lexicon: Lexicon): string | undefined {
  const [first, second, next] = tokens.slice(index, index + 3);
  const before = tokens[index - 1];
  if (!first || !second || !next || before?.kind !== 'word' || before.sentence !== first.sentence) return undefined;
  const joint = `${first.low} ${second.low}`;
  const verb = /^\p{Ll}+$/u.test(next.text) && onlyA(maskOf(next, lexicon), is.PARTICIPLE | is.INFINITIVE | is.ADJ | is.ADJ_T | is.IMPERATIVE) && (maskOf(next, lexicon) & (is.PARTICIPLE | is.INFINITIVE)) !== 0;
  const auxiliary = /^(?:har|havde|er|var|bliver|blev|vil|skal|kan|må|bør|kunne|skulle|ville|måtte)$/.test(before.low) || onlyA(maskOf(before, lexicon), is.DEFINITE) || /^(?:vi|man|de|han|hun|jeg)$/.test(before.low);
  if (!auxiliary || !verb) return undefined;
  return /^(?:der|her) (?:for|ved|med|af|efter|fra|imod|til|udover)$/.test(joint) || /^(?:efter følgende|for inden|sam tidig|der efter|frem over|til lige|lige som)$/.test(joint) ? first.text + second.text : undefined;
}
