// The small words of Danish, by what they do in a sentence: closed classes that the dictionary does not tell apart.
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const MODALS = set('kan kunne skal skulle vil ville må måtte bør burde tør turde');
export const SUBJECTS = set('jeg du han hun man vi I de det den der');
export const PRONOUNS = set('jeg du han hun man vi i de det den mig dig ham hende os jer dem sig hinanden ingen alle nogen noget nogle intet alt begge');
export const PREPOSITIONS = set('af ad bag blandt efter for foran fra før gennem hos i igennem inden inklusive med mellem mod om omkring over overfor på siden til trods uden under ved via indenfor udenfor');
export const DETERMINERS_C = set('en denne enhver ingen min din sin hver hvilken anden egen al nogen sådan');
export const DETERMINERS_N = set('et dette ethvert intet mit dit sit hvert hvilket andet eget alt noget sådant');
export const POSSESSIVES = set('mine dine sine vores jeres deres hans hendes dens dets min din sin mit dit sit');
/** May stand between a finite verb and its infinitive or participle, or between subject and verb in a clause. */
export const ADVERBS = set('ikke også altid aldrig nu da så derfor dermed dog fortsat stadig kun bare blot selv igen snart ofte sjældent straks samtidig sammen hurtigt gerne helst faktisk netop allerede endnu endelig desuden ligeledes både især alligevel bedre bedst mere mest fuldt altså jo nok vel vist måske muligvis forhåbentlig fremover herefter derefter således dertil efterhånden løbende aktivt direkte hele hver igennem alene udelukkende primært særligt fælles hverken først sidst nemt let lettere hellere umiddelbart fremadrettet i_stedet yderligere ligefrem endda næsten helt heller reelt konkret naturligvis selvfølgelig formentlig sandsynligvis');
export const CONJUNCTIONS = set('og eller men for så samt');
/** Begin a subordinate clause. */
export const SUBORDINATORS = set('at fordi hvis når mens da selvom medmindre eftersom hvorvidt hvordan hvorfor hvor hvad hvem hvilken hvilket hvilke hvornår som der om idet skønt ligesom');
/** Verb forms that are nothing else. */
export const FINITES = set('er var har havde kan skal vil må bør bliver blev får fik gør gjorde går gik kommer kom giver gav tager tog står stod ser så holder holdt betyder viser kræver sker skete');
export const NEVER_NOUN: ReadonlySet<string> = new Set([...PREPOSITIONS, ...POSSESSIVES, ...PRONOUNS, ...ADVERBS, ...CONJUNCTIONS, ...SUBORDINATORS, ...FINITES, ...set('et en ud ind op ned hen hjem frem tilbage bort væk ude inde oppe nede fremme mellem samt både enten hverken end ad per pr uanset ja nej tak mere mest flere fleste meget lidt andre andet anden samme selve enkelte første anden tredje fjerde femte sidste næste hele to tre fire fem seks syv otte ni ti tyve hundrede tusind længe længere længst måttet kunnet skullet villet få')]);
