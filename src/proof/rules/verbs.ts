// Verb forms that their neighbours forbid: the infinitive after "at" and modals, the present after a subject, participles after "har".
import { ADVERBS, MODALS, NEVER_NOUN, PREPOSITIONS, PRONOUNS } from '../danish/words.ts';
import { danishPassages, isFinite, isInfinitive, isNoun, isPresent, maskOf, onlyA, restOfClause } from '../danish/look.ts';
import * as is from '../lexicon/classes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { numeralOf } from '../numerals.ts';
import { finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

/** The first token from `index` that is no adverb. */
function pastAdverbs(tokens: readonly Token[], index: number, lexicon: Lexicon, most = 2): number {
  let at = index;
  while (at < index + most && tokens[at]?.kind === 'word' && (ADVERBS.has(tokens[at]?.low ?? '') || onlyA(maskOf(tokens[at], lexicon), is.ADJ_T) && !/^(?:måttet|kunnet|skullet|villet|burdet|turdet|ladet|gidet|måtte)$/.test(tokens[at]?.low ?? ''))) at++;
  return at;
}

const infinitiveOf = (token: Token, lexicon: Lexicon): string | undefined => {
  const candidate = token.text.slice(0, -1);
  return lexicon.direct(candidate) & is.INFINITIVE ? candidate : token.low === 'er' ? 'være' : token.low === 'har' ? 'have' : undefined;
};

const afterAt: Rule = {
  id: 'infinitive-after-at', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        if (tokens[index]?.low !== 'at') continue;
        const at = pastAdverbs(tokens, index + 1, lexicon);
        const verb = tokens[at];
        // "at når priserne stiger": the conjunction.
        if (!verb || verb.kind !== 'word' || verb.low === 'når') continue;
        const clear = isPresent(verb, lexicon);
        // A noun too ("støtter", "giver"): the verb where the clause has no other.
        const mixed = !clear && at === index + 1 && /^\p{Ll}+r$/u.test(verb.text) && (maskOf(verb, lexicon) & is.PRESENT) !== 0 && tokens[at + 1]?.kind === 'word'
          && !restOfClause(tokens, at + 1).some((token) => isFinite(token, lexicon) || /^(?:og|eller|samt)$/.test(token.low) || (maskOf(token, lexicon) & is.FINITE) !== 0 && !NEVER_NOUN.has(token.low));
        // "har valgt at deltager.": nothing else is left for "at".
        const last = !clear && at === index + 1 && /^\p{Ll}+r$/u.test(verb.text) && (maskOf(verb, lexicon) & is.PRESENT) !== 0 && (tokens[at + 1]?.text === '.' || /^[,;:]$/.test(tokens[at + 1]?.text ?? '') && !(maskOf(verb, lexicon) & is.PLURAL));
        const infinitive = clear || mixed || last ? infinitiveOf(verb, lexicon) : undefined;
        if (infinitive !== undefined) yield finding(passage, verb.from, verb.to, `After "at" stands the infinitive.`, { fix: infinitive, hint: `Write "${infinitive}".` });
      }
    }
  },
};

const afterModal: Rule = {
  id: 'infinitive-after-modal', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const modal = tokens[index];
        if (!modal || !MODALS.has(modal.low)) continue;
        let at = index + 1;
        // Inverted: "kan vi", "skal kommunerne".
        const subject = tokens[at];
        if (subject && (/^(?:vi|de|man|han|hun|jeg|den|det|der)$/.test(subject.low) || isNoun(subject, lexicon) & (is.DEF_C | is.DEF_N | is.PLURAL_DEF))) at++;
        at = pastAdverbs(tokens, at, lexicon);
        const verb = tokens[at];
        if (!verb || verb.spaced === false || verb.text.length < 3 || verb.low === 'når') continue;
        const before = tokens[index - 1];
        // A noun too ("styrker"): no object can stand there where the subject stands before the modal.
        const direct = at === index + 1 || /^(?:vi|man|jeg|han|hun)$/.test(tokens[index - 1]?.low ?? '') && modal.sentence === tokens[index - 1]?.sentence && tokens[index + 1] !== undefined && !/^(?:vi|de|man|han|hun|jeg|den|det|der)$/.test(tokens[index + 1]?.low ?? '');
        const mixed = direct && verb.low.endsWith('r') && (maskOf(verb, lexicon) & is.PRESENT) !== 0 && !(maskOf(verb, lexicon) & is.ADJECTIVE)
          && before !== undefined && (/^(?:vi|man|jeg|han|hun|det|den|de)$/.test(before.low) || isNoun(before, lexicon) !== 0 && before.low !== 'tiden') && before.sentence === modal.sentence;
        if (isPresent(verb, lexicon) || mixed || /^(?:er|har)$/.test(verb.low) && at === index + 1) {
          const infinitive = infinitiveOf(verb, lexicon);
          if (infinitive !== undefined) yield finding(passage, verb.from, verb.to, `After "${modal.text}" stands the infinitive.`, { fix: infinitive, hint: `Write "${infinitive}".` });
        }
      }
    }
  },
};

/** Words before a subject that take an infinitive after it: a modal, "lader", "at", or one in a list ("vil støtte og bidrage"). */
function governed(tokens: readonly Token[], index: number): boolean {
  const sentence = tokens[index]?.sentence;
  for (let at = index - 1; at >= 0 && at > index - 14; at--) {
    // "at vi …": the conjunction right before its subject, or the clause's own beginning.
    if (at === index - 1 && tokens[at]?.low === 'at') return false;
    if (/^(?:når|hvis|fordi|mens)$/.test(tokens[at]?.low ?? '')) return false;
    const token = tokens[at];
    if (!token || token.sentence !== sentence) return false;
    if (MODALS.has(token.low) || /^(?:at|lade|lader|lad|lod|gøre|gør|hvad|se|ser|hører|høre|så|få|bede|beder)$/.test(token.low)) return true;
  }
  return false;
}

const missingR: Rule = {
  id: 'missing-r', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const subject = tokens[index];
        if (!subject || subject.kind !== 'word') continue;
        const pronoun = /^(?:vi|jeg|han|hun|man|som|der)$/.test(subject.low);
        const noun = !pronoun && subject.first && (isNoun(subject, lexicon) & (is.DEF_C | is.DEF_N | is.PLURAL_DEF)) !== 0;
        // "Flere kommuner samarbejde om".
        const counted = !pronoun && !noun && tokens[index - 1]?.first === true && /^(?:flere|mange|alle|nogle|andre|disse|de)$/.test(tokens[index - 1]?.low ?? '') && (isNoun(subject, lexicon) & is.PLURAL) !== 0;
        const after = !pronoun && !noun && !counted && (isNoun(subject, lexicon) & is.PLURAL_DEF) !== 0 && /^(?:at|hvis|når|fordi|og)$/.test(tokens[index - 1]?.low ?? '');
        if (!pronoun && !noun && !counted && !(after && tokens[index - 1]?.low !== 'og')) continue;
        const at = subject.low === 'som' && !/^(?:herefter|derefter|derfor|dermed|fortsat|stadig|nu|altid|ofte|også)$/.test(tokens[index + 1]?.low ?? '') ? index + 1 : pastAdverbs(tokens, index + 1, lexicon, 1);
        const verb = tokens[at];
        const alone = (/^(?:vi|jeg|han|hun|man)$/.test(subject.low) || (noun || counted) && at === index + 1) && verb !== undefined && /^\p{Ll}/u.test(verb.text) && (onlyA(maskOf(verb, lexicon), is.INFINITIVE | is.IMPERATIVE | is.SINGULAR)
          // "Resultaterne vise, at": an adjective too, where the clause has no other verb.
          || noun && (maskOf(verb, lexicon) & is.INFINITIVE) !== 0 && (tokens[at + 1]?.text === ',' && tokens[at + 2]?.low === 'at' || /^(?:en|et|den|det|de|at|sig)$/.test(tokens[at + 1]?.low ?? '')) && !restOfClause(tokens, at + 1).some((token) => isFinite(token, lexicon)));
        if (!alone && !isInfinitive(verb, lexicon) || !verb || !(maskOf(verb, lexicon) & is.INFINITIVE) || !/e$|[åo]$/.test(verb.low) || verb.low.length < 4 && !/^(?:gå|få|stå|nå|slå|se)$/.test(verb.low)) continue;
        const present = `${verb.text}r`;
        if (!(lexicon.direct(present) & is.PRESENT)) continue;
        if ((pronoun || noun || counted) && governed(tokens, index)) continue;
        if (after && governed(tokens, index - 1)) continue;
        yield finding(passage, verb.from, verb.to, `The present tense lacks its -r.`, { fix: present, hint: `Write "${present}".` });
      }
    }
  },
};

const IRREGULAR: Readonly<Record<string, string>> = { finde: 'fundet', tage: 'taget', drage: 'draget', lægge: 'lagt', gøre: 'gjort', bringe: 'bragt', vælge: 'valgt', sætte: 'sat', fortsætte: 'fortsat', træffe: 'truffet', skrive: 'skrevet', bidrage: 'bidraget', hjælpe: 'hjulpet', give: 'givet', blive: 'blevet', holde: 'holdt', deltage: 'deltaget' };
const PERFECT = /^(?:har|havde)$/;
const afterHar: Rule = {
  id: 'participle-after-har', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 0; index + 1 < tokens.length; index++) {
        const verb = tokens[index];
        if (!verb || !(PERFECT.test(verb.low) || /^(?:er|bliver|blev|blevet)$/.test(verb.low))) continue;
        let at = index + 1;
        const perfect = PERFECT.test(verb.low);
        if (perfect && (/^(?:vi|de|man|han|hun|jeg)$/.test(tokens[at]?.low ?? '') || isNoun(tokens[at], lexicon) & is.DEFINITE)) at++;
        at = pastAdverbs(tokens, at, lexicon);
        const form = tokens[at];
        if (!form || form.kind !== 'word' || !/^\p{Ll}/u.test(form.text) || PRONOUNS.has(form.low) || /^(?:fremme|oppe|nede|inde|ude|hjemme|uden)$/.test(form.low)) continue;
        // An adjective too ("lave"): the verb where an object's article follows.
        const withObject = perfect && /^(?:en|et|den|det|de|sig|vores|deres|flere)$/.test(tokens[at + 1]?.low ?? '') && onlyA(maskOf(form, lexicon), is.INFINITIVE | is.ADJ_E | is.IMPERATIVE) && (maskOf(form, lexicon) & is.INFINITIVE) !== 0;
        const infinitive = isInfinitive(form, lexicon) && form.low.length > 4 || withObject;
        const present = perfect && isPresent(form, lexicon) && form.low !== 'er' && form.low.length > 4;
        if (!infinitive && !present) continue;
        const stem = form.text.replace(/r$/, '');
        const participle = [`${stem}t`, `${stem}et`, `${stem.slice(0, -1)}t`, `${stem.slice(0, -1)}et`, IRREGULAR[stem] ?? ''].find((candidate) => (lexicon.direct(candidate) & is.PARTICIPLE) !== 0);
        if (participle === undefined) continue;
        yield finding(passage, form.from, form.to, `After "${verb.text}" stands the past participle.`, { hint: `Write "${participle}".`, fix: participle });
      }
    }
  },
};

/** "kan kunne": the infinitive of the modal itself. */
const SAME = /^(?:kan kunne|vil ville|må måtte|bør burde|skal skulle|tør turde)$/;
const AUXILIARIES = /^(?:er|var|har|kan|skal|vil|må|bør|bliver|blev|får|fik|gør)$/;
const twoVerbs: Rule = {
  id: 'two-verbs', severity: 'warning',
  *check(context) {
    for (const [passage] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 1; index < tokens.length; index++) {
        const before = tokens[index - 1];
        const token = tokens[index];
        if (!before || !token || before.low === token.low || !SAME.test(`${before.low} ${token.low}`) && (!AUXILIARIES.test(before.low) || !AUXILIARIES.test(token.low)) || before.low === 'får' && token.low === 'må') continue;
        yield finding(passage, before.from, token.to, `"${before.text} ${token.text}": one finite verb too many, or a comma is missing.`);
      }
    }
  },
};

/** "for og sikre", "til og skabe": "og" where "at" is meant. */
const ogForAt: Rule = {
  id: 'og-for-at', severity: 'warning',
  *check(context) {
    for (const [passage, lexicon] of danishPassages(context)) {
      const { tokens } = passage;
      for (let index = 1; index + 1 < tokens.length; index++) {
        const token = tokens[index];
        const before = tokens[index - 1];
        const verb = tokens[index + 1];
        if (!token || !before || !verb || token.low !== 'og' && token.low !== 'af') continue;
        const infinitive = numeralOf(verb, 'da') === undefined && (maskOf(verb, lexicon) & is.INFINITIVE) !== 0 && /^\p{Ll}{2,}$/u.test(verb.text);
        if (!infinitive) continue;
        const clear = isInfinitive(verb, lexicon);
        const og = token.low === 'og' && /^(?:for|til|ved)$/.test(before.low) && !/^(?:med|fra|imod|mod)$/.test(verb.low) && !/^(?:i|på)$/.test(tokens[index - 2]?.low ?? '') || token.low === 'og' && (PREPOSITIONS.has(before.low) && !/^(?:om|over|under|siden|efter|før|i|igennem|gennem|mod|ad)$/.test(before.low) || /^(?:begynder|begyndte|kommer_til)$/.test(before.low)) && clear && !(before.low === 'til' && verb.low === 'med');
        const af = token.low === 'af' && (clear || /^(?:svært|vigtigt|muligt|nødvendigt|let|nemt|klar|klare|gode|god|lovet|besluttet|valgt|forsøgt|ønsket|forpligtet|begyndt|tid|ved|afgørende|sværere|lettere|nemmere|opfordret|bedt|brug)$/.test(before.low)) && /e$/.test(verb.low) && verb.low.length > 3;
        const forAf = token.low === 'af' && /^(?:for|ved|om|med)$/.test(before.low);
        if (og || af || forAf) yield finding(passage, token.from, token.to, `Before the infinitive "${verb.text}" stands "at".`, { fix: 'at', hint: 'Write "at".' });
      }
    }
  },
};

export const verbRules: readonly Rule[] = [afterAt, afterModal, missingR, afterHar, twoVerbs, ogForAt];
