// Words that sound alike, told apart by the words beside them: af/at, ad/af, nogen/nogle, ligge/lægge, der/det, end/en, de/dem.
import { danishPassages, isNoun, maskOf, onlyA } from '../danish/look.ts';
import { ADVERBS } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

/** The literal letters that the wrong words begin with: where a passage lacks them, the pattern is not tried. */
const wrongWord = (pattern: string): string => /^\p{L}+/u.exec(pattern.replace(/^(?:\(\?<[=!](?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\))+/u, ''))?.[0] ?? '';

/** Patterns over lower-case text: group 1 is what is wrong, `right` what belongs there. */
const PHRASES: readonly { readonly pattern: RegExp; readonly right: string; readonly word: string }[] = [
  ['(?<=(?<!\\p{L})(?:en del|på grund|i løbet|ved hjælp|i form|en række|på baggrund|som følge|halvdelen|flertallet|resten|størstedelen|hovedparten|på bekostning|en fjerdedel|en tredjedel|i kraft|på trods|på vegne|omfanget|antallet|i spidsen for en del) )(?:at|ad)(?= (?!være|blive|få|have)\\p{L})', 'af'],
  ['(?<=(?<!\\p{L})(?:nogle|mange|flere|ingen|én|alle|to|tre|fire|begge|hver|nogen) )at(?= (?:de|dem|os|jer|vores|deres|disse)(?!\\p{L}))', 'af'],
  ['(?<=(?<!\\p{L})(?:én|en|to|få) )af(?= gangen(?!\\p{L}))', 'ad'], ['(?<=(?<!\\p{L})hen )af(?= (?:vejen|tid|mod|åre))', 'ad'], ['(?<=(?<!\\p{L})ind )af(?= (?:døren|bagdøren|vinduet))', 'ad'],
  ['(?<=(?<!\\p{L})(?:forud|brug|behov|ansvar|grundlag) )at(?= for(?!\\p{L}))', 'for'],
  ['(?<!\\p{L})ligger(?= (?:(?:stor|stærk|særlig|afgørende|fortsat|også|derfor|meget|megen) )*(?:vægt på|op til|pres på|skjul på|afstand til|låg på|stor vægt))', 'lægger'],
  ['(?<!\\p{L})ligge(?= (?:(?:stor|stærk|særlig|afgørende|fortsat|også|derfor|meget|megen) )*(?:vægt på|op til|pres på|skjul på|afstand til|låg på|planer))', 'lægge'],
  ['(?<!\\p{L})lå(?= (?:vægt på|op til|pres på|skjul på))', 'lagde'], ['(?<=(?<!\\p{L})har )ligget(?= (?:(?:stor|særlig) )?(?:vægt på|op til|pres på|skjul på|planer))', 'lagt'],
  ['(?<=(?<!\\p{L})(?:der|som) )lægger(?= (?:til grund|bag|foran os|forude|under|klar|i (?:den|det|at)|på niveau|tæt på|højt|lavt|langt))', 'ligger'],
  ['(?<=(?<!\\p{L})(?:ansvaret|opgaven|udfordringen|løsningen|udgifterne|niveauet|potentialet|arbejdet|beløbet|målet) )lægger(?= (?:hos|i|på|over|under|tæt|højt|lavt|fast|inden))', 'ligger'],
  ['(?<=(?<!\\p{L})(?:er|var|har|havde) )lykkes(?= (?:at|med|for|os|dem)(?!\\p{L})|[.,])', 'lykkedes'], ['(?<!\\p{L})lægger(?= hos )', 'ligger'], ['(?<!\\p{L})lægge(?= hos )', 'ligge'], ['(?<!\\p{L})forbygge(?!\\p{L})', 'forebygge'], ['(?<!\\p{L})forbygger(?!\\p{L})', 'forebygger'], ['(?<!\\p{L})forbyggende(?!\\p{L})', 'forebyggende'], ['(?<!\\p{L})forbyggelse(?!\\p{L})', 'forebyggelse'],
  ['(?<=(?<!\\p{L})der )forelægger(?!\\p{L})', 'foreligger'], ['(?<=(?<!\\p{L})til )lægge(?= grund(?!\\p{L}))', 'ligge'],
  ['(?<=(?:^|[.!?:] ))der(?= (?:handler om|drejer sig om|gælder om|betyder, at|betyder at|er (?:vigtigt|nødvendigt|afgørende|klart|positivt|glædeligt|vores|derfor vigtigt|helt afgørende|tydeligt)(?:,|\\.| at)))', 'det'],
  ['(?<=(?<!\\p{L})at )der(?= er (?:vigtigt|nødvendigt|afgørende|klart|vores)(?:,| at))', 'det'],
  ['(?<!\\p{L})det(?= (?:er|var|bliver|vil være|har været) (?:fortsat |stadig |stort |et stort |også |derfor |ikke |nu |et )*(?:brug for|behov for|tale om|mangel på|risiko for|udsigt til|tradition for|mulighed for))', 'der'],
  ['(?<=(?<!\\p{L})(?:er|var|bliver) )det(?= (?:fortsat |stadig |stort |et stort |også |derfor |ikke |nu |et )*(?:brug for|behov for|tale om|mangel på))', 'der'],
  ['(?<=(?<!\\p{L})(?:mere|flere|større|mindre|bedre|højere|lavere|færre|længere|hurtigere|tættere|stærkere|oftere|billigere|dyrere|andet|ældre|yngre|sværere|lettere) )en(?= (?:\\d|i \\d|i dag|i fjor|før|nogensinde|tidligere|de |den |det |andre|forventet|sidste|året|vi |man |hidtil|nødvendigt|ventet|blot))', 'end'],
  ['(?<=(?<!\\p{L})(?:flere|færre|mere|mindre|større|bedre|højere|lavere) \\p{L}+(?: \\p{L}+)? )en(?= (?:i \\d{4}|i dag(?!\\p{L})|sidste år|tidligere|før(?!\\p{L})|året før|for (?:et|to|fem|ti) år siden|nogensinde))', 'end'],
  ['(?<=(?<!\\p{L})(?:for|til|af|med|hos|blandt|fra|mellem|om|på|mod) )de(?=,? (?:der|som) (?:har|er|skal|kan|vil|får|bliver|ikke|har|arbejder|bor|står|mangler|allerede))', 'dem'],
  ['(?<=(?<!\\p{L})i )af(?= (?:dag|går|år)(?!\\p{L}))', ''], ['(?<=(?<!\\p{L})såvel )og(?!\\p{L})', 'som'], ['(?<!\\p{L})ligeså(?= (?:snart|godt|meget|stor|store|stort|vigtigt|høj|højt|mange) )', 'lige så'],
  ['(?<!\\p{L})vær(?= (?:dag|år|måned|uge|enkelt|eneste|kommune|især|gang|for sig))', 'hver'], ['(?<!\\p{L})hver(?= med til)', 'vær'],
  ['(?<!(?<!\\p{L})(?:at|på|og) )(?<!\\p{L})vis(?= (?:vi|man|der|det|de|kommunerne|ikke)(?!\\p{L}))', 'hvis'], ['(?<!\\p{L})får(?= at (?=\\p{L}))', 'for'], ['(?<=(?<!\\p{L})i )from(?= af)', 'form'],
  ['(?<=(?<!\\p{L})(?:på|den) )sammen(?= (?:måde|tid|dag|linje|niveau|sag|retning|vilkår|regler|kommune|opgave|udfordring|plads)(?!\\p{L}))', 'samme'], ['(?<!\\p{L})i følge(?! med| af)(?!\\p{L})', 'ifølge'], ['(?<!\\p{L})efter hånden(?!\\p{L})', 'efterhånden'], ['(?<!\\p{L})hvor vidt(?= (?:det|der|vi|man|kommunerne|de|en|et|den)(?!\\p{L}))', 'hvorvidt'], ['(?<!\\p{L})over alt(?= (?:i|på|hvor|er|har)(?!\\p{L}))', 'overalt'], ['(?<=(?<!\\p{L})mere )ind(?= (?:\\d|i |før|nogensinde|de |det |den |vi ))', 'end'], ['(?<=(?<!\\p{L})(?:højere|større|mindre|lavere|bedre|flere|færre) )ind(?= (?:\\d|i |før|nogensinde|de |det |den |vi ))', 'end'],
  ['(?<!\\p{L})længer(?= (?:på|i|end|tid|væk|ned|ud|frem|sigt)(?!\\p{L}))', 'længere'], ['(?<!\\p{L})overbevidst(?!\\p{L})', 'overbevist'], ['(?<!\\p{L})overbevidste(?!\\p{L})', 'overbeviste'], ['(?<!\\p{L})ubevist(?!\\p{L})', 'ubevidst'],
  ['(?<=(?<!\\p{L})(?:det|der|som|aftalen|opgaven|ansvaret|planen|beslutningen|den) )lægger(?= (?:fast|klar|stille|til grund|på hånden|i kortene|lige for)(?!\\p{L}))', 'ligger'],
  ['(?<=(?<!\\p{L})(?:vi|man|de|regeringen|kommunerne|kl|staten) )ligger(?= (?:en plan|en linje|en strategi|et budget|budget|sidste hånd|grunden|bånd|hovedet|kræfter|arm|stor|til rette)(?!\\p{L}))', 'lægger'],
  ['(?<!\\p{L})det(?= (?:findes|eksisterer|mangler|opstår|foregår) (?:ikke |også |fortsat |stadig )*(?:mange|flere|en|et|nogle|ingen|stor|store|gode|fortsat)(?!\\p{L}))', 'der'],
  ['(?<=(?<!\\p{L})(?:i|af|fra|til|for|som) )folketinget(?!\\p{L})', 'Folketinget'], ['(?<!\\p{L})det(?= fleste \\p{L}+)', 'de'],
  ['(?<!\\p{L})idag(?!\\p{L})', 'i dag'], ['(?<!\\p{L})igår(?!\\p{L})', 'i går'], ['(?<!\\p{L})igang(?!\\p{L})', 'i gang'], ['(?<!\\p{L})istedet(?!\\p{L})', 'i stedet'], ['(?<!\\p{L})ikraft(?!\\p{L})', 'i kraft'],
  ['(?<!\\p{L})ialt(?!\\p{L})', 'i alt'], ['(?<!\\p{L})iår(?!\\p{L})', 'i år'], ['(?<!\\p{L})istand(?!\\p{L})', 'i stand'], ['(?<!\\p{L})tilstede(?!\\p{L})', 'til stede'], ['(?<!\\p{L})forat(?!\\p{L})', 'for at'], ['(?<!\\p{L})ihvertfald(?!\\p{L})', 'i hvert fald'],
  ['(?<!\\p{L})idet hele taget(?!\\p{L})', 'i det hele taget'], ['(?<!\\p{L})påtværs(?!\\p{L})', 'på tværs'], ['(?<!\\p{L})iforhold(?!\\p{L})', 'i forhold'], ['(?<!\\p{L})iforbindelse(?!\\p{L})', 'i forbindelse'], ['(?<!\\p{L})tilgavn(?!\\p{L})', 'til gavn'], ['(?<!\\p{L})imens(?= at)', 'mens'],
  ['(?<!\\p{L})desværre mindre(?!\\p{L})', 'desto mindre'], ['(?<!\\p{L})er ved og(?= \\p{L}+e )', 'er ved at'], ['(?<=(?<!\\p{L})(?:ved|kommer til|har svært ved|skal til|går ud på|kan nå) )og(?= (?:blive|være|få|have|gøre|skabe|sikre|finde|se|tage|give)(?!\\p{L}))', 'at'],
  ['(?<!\\p{L})fordi at(?!\\p{L})', 'fordi'], ['(?<=(?<!\\p{L})så \\p{L}+(?: \\p{L}+)? som )mulig(?!\\p{L})', 'muligt'], ['(?<=(?<!\\p{L})til )førend(?!\\p{L})', 'før'], ['(?<!\\p{L})så vidt muligt muligt(?!\\p{L})', 'så vidt muligt'],
].map(([pattern = '', right = '']) => ({ pattern: new RegExp(pattern, 'gu'), right, word: wrongWord(pattern) }));

export const confusions: Rule = {
  id: 'confusion', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const low = passage.text.toLowerCase();
      for (const { pattern, right, word } of PHRASES) {
        if (!low.includes(word)) continue;
        for (const match of low.matchAll(pattern)) {
          if (passage.text.slice(match.index, match.index + match[0].length) === right) continue;
          const text = passage.text.slice(match.index, match.index + match[0].length);
          const fix = /^\p{Lu}/u.test(text) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
          yield finding(passage, match.index, match.index + match[0].length, `"${text}" is confused with "${right}".`, { fix, hint: `Write "${fix}".` });
        }
      }
      for (let index = 0; index < passage.tokens.length; index++) {
        const token = passage.tokens[index];
        if (!token) continue;
        const found = some(passage, index, token, lexicon) ?? thereForIt(passage, index, token, lexicon);
        if (found) yield found;
      }
    }
  },
};

/** "nogen kommuner" in a plain statement, "nogle kommune". */
function some(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (token.low !== 'nogen' && token.low !== 'nogle') return undefined;
  const { tokens } = passage;
  let at = index + 1;
  while (maskOf(tokens[at], lexicon) & is.ADJ_E && !isNoun(tokens[at], lexicon)) at++;
  const noun = isNoun(tokens[at], lexicon);
  const sentence = tokens.filter((other) => other.sentence === token.sentence);
  const doubtful = sentence.some(({ low }) => /^(?:ikke|aldrig|uden|hvis|om|næppe|hverken|ingen|sjældent|\?|hvorvidt|heller|før)$/.test(low));
  if (token.low === 'nogen' && noun & is.PLURAL && !(noun & is.SINGULAR) && !doubtful) {
    return finding(passage, token.from, token.to, '"nogen" before a plural in a plain statement.', { fix: /^N/.test(token.text) ? 'Nogle' : 'nogle', hint: 'Write "nogle".' });
  }
  if (token.low === 'nogle' && at === index + 1 && noun & is.SINGULAR && !(noun & (is.PLURAL | is.PLURAL_DEF | is.DEF_C | is.DEF_N))) {
    const right = noun & is.NOUN_N ? 'noget' : 'nogen';
    return finding(passage, token.from, token.to, `"nogle" before the singular "${tokens[at]?.text ?? ''}".`, { hint: `Write "${right}", or the plural.` });
  }
  return undefined;
}

/** "Der er dejligt, at": before "at" the subject is "det". */
function thereForIt(passage: Passage, index: number, token: Token, lexicon: Lexicon): Finding | undefined {
  if (token.low !== 'der' || !token.first || !/^(?:er|var|bliver|blev)$/.test(passage.tokens[index + 1]?.low ?? '')) return undefined;
  let at = index + 2;
  while (ADVERBS.has(passage.tokens[at]?.low ?? '')) at++;
  const adjective = passage.tokens[at];
  const [next, third] = passage.tokens.slice(at + 1, at + 3);
  if (!adjective || !onlyA(maskOf(adjective, lexicon), is.ADJ_T | is.PRESENT_PARTICIPLE) || !(next?.low === 'at' || next?.text === ',' && third?.low === 'at')) return undefined;
  return finding(passage, token.from, token.to, '"der" is confused with "det".', { fix: 'Det', hint: 'Write "Det".' });
}
