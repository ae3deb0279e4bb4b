// A language → how it writes: its quotes, and the words that cling to a number or a name. Data, no rules.

export interface Conventions {
  /** Outer opening and closing, inner opening and closing. */
  readonly quotes: readonly [string, string, string, string];
  /** A percent sign stands off its number (Danish, German and French rules); else close to it. */
  readonly spacedPercent: boolean;
  /** What stands behind a number and belongs to it: units, currencies, months. Lower case, without a full stop. */
  readonly units: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** What stands before a number and belongs to it: "side", "nr.", "§". Lower case, without a full stop. */
  readonly labels: ReadonlySet<string>;
  /** What stands before a name: "dr.", "fru". */
  readonly titles: ReadonlySet<string>;
  /** Abbreviations written with spaces, without their full stops: "f eks". */
  readonly abbreviations: readonly (readonly string[])[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const pairs = (text: string): readonly (readonly string[])[] => text.split(', ').map((pair) => pair.split(' '));

const MEASURES = '% ‰ ° °c °f km m cm mm µm m² km² m³ km/t kg g mg t ton tons ha l dl cl ml kw mw gw tw kwh mwh gwh twh w v a hz khz mhz ghz kb mb gb tb pt px h min s ms co2 € $ £ kr eur usd gbp dkk sek nok chf';

const da: Conventions = {
  quotes: ['»', '«', '›', '‹'],
  spacedPercent: true,
  units: words(`${MEASURES} mia mio mill million millioner milliard milliarder tusind kroner krone øre pct procent procentpoint promille euro år årige årig dage dag timer time minutter måneder måned uger uge kommuner indbyggere personer borgere stk gange kvartal halvår f ff`),
  months: words('januar februar marts april maj juni juli august september oktober november december'),
  labels: words('§ §§ nr kap kapitel stk art artikel s side sider bilag figur fig tabel tab kl ca pr bd bind afsnit punkt pkt trin år uge lov ok kr cvr-nr tlf'),
  titles: words('dr prof hr fru frk borgmester minister formand direktør advokat cand lic'),
  abbreviations: pairs('f eks, bl a, m v, m fl, m m, d v s, dvs s, v s, o l, o lign, s k, p gr, i h t, h h v, d å, d s, p t, a m, pr år, t o m, f o m, m h t, i f t, m a o, i fm, jf nr'),
};
const no: Conventions = {
  quotes: ['«', '»', '‘', '’'],
  spacedPercent: true,
  units: words(`${MEASURES} mrd mill million millioner milliard milliarder tusen kroner krone øre prosent prosentpoeng promille euro år dager dag timer time måneder uker stk`),
  months: words('januar februar mars april mai juni juli august september oktober november desember'),
  labels: words('§ §§ nr kap kapittel art artikkel s side sider vedlegg figur fig tabell tab kl ca pr bind avsnitt punkt pkt tlf'),
  titles: words('dr prof hr fru frk'),
  abbreviations: pairs('f eks, bl a, m m, m fl, d v s, o l, s k, p g a, i h t, h h v, t o m, f o m, m a o'),
};
const sv: Conventions = {
  quotes: ['”', '”', '’', '’'],
  spacedPercent: true,
  units: words(`${MEASURES} mkr mdkr mdr mn miljon miljoner miljard miljarder tusen kronor krona öre procent procentenheter promille euro år dagar dag timmar timme månader veckor st kap § f ff`),
  months: words('januari februari mars april maj juni juli augusti september oktober november december'),
  labels: words('§ §§ nr kap kapitel art artikel s sid sida sidan sidor bilaga figur fig tabell tab kl ca avsnitt punkt tfn'),
  titles: words('dr prof hr fru'),
  abbreviations: pairs('t ex, bl a, m m, m fl, d v s, o d, s k, p g a, t o m, fr o m, m a o, e d'),
};
const en: Conventions = {
  quotes: ['“', '”', '‘', '’'],
  spacedPercent: false,
  units: words(`${MEASURES} million billion trillion thousand percent pounds pence dollars euros years year days day hours hour minutes months month weeks miles a.m p.m am pm f ff`),
  months: words('january february march april may june july august september october november december'),
  labels: words('§ §§ no nos ch chap chapter art article p pp page pages appendix figure fig figs table tab section sec vol para paragraph'),
  titles: words('mr mrs ms dr prof st rev sir'),
  abbreviations: pairs('e g, i e, et al, a m, p m, cf p'),
};
const de: Conventions = {
  quotes: ['„', '“', '‚', '‘'],
  spacedPercent: true,
  units: words(`${MEASURES} mrd mio million millionen milliarde milliarden tausend prozent prozentpunkte promille euro jahre jahr tage tag stunden stunde monate wochen uhr stück f ff`),
  months: words('januar februar märz april mai juni juli august september oktober november dezember'),
  labels: words('§ §§ nr kap kapitel abs absatz satz art artikel s seite seiten anlage anhang abb abbildung tab tabelle bd band ziff ziffer rn ca tel'),
  titles: words('dr prof hr herr frau fr dipl'),
  abbreviations: pairs('z b, d h, u a, u ä, o ä, i d r, z t, s o, s u, v a, u u, i a, b z w'),
};
const fr: Conventions = {
  quotes: ['«\u00A0', '\u00A0»', '“', '”'],
  spacedPercent: true,
  units: words(`${MEASURES} md mds million millions milliard milliards mille pourcent points euro euros ans an jours jour heures heure mois semaines siècle siècles`),
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  labels: words('§ §§ n° no nº chap chapitre art article p pp page pages annexe figure fig tableau tab section vol al alinéa'),
  titles: words('m mm mme mmes mlle dr pr me'),
  abbreviations: pairs('c à d, p ex, et al, av j-c, apr j-c'),
};
const nl: Conventions = {
  quotes: ['“', '”', '‘', '’'],
  spacedPercent: false,
  units: words(`${MEASURES} mln mld miljoen miljard duizend procent procentpunt promille euro jaar dagen dag uur maanden weken stuks`),
  months: words('januari februari maart april mei juni juli augustus september oktober november december'),
  labels: words('§ §§ nr hfst hoofdstuk art artikel p pag pagina blz bijlage figuur fig tabel tab deel lid ca tel'),
  titles: words('dr prof dhr mevr mr ir drs'),
  abbreviations: pairs('d w z, o a, m n, t m, i p v, b v, m b t, t o v, n a v'),
};
const fi: Conventions = {
  quotes: ['”', '”', '’', '’'],
  spacedPercent: true,
  units: words(`${MEASURES} milj miljoona miljoonaa miljardi miljardia mrd tuhat tuhatta prosenttia prosentti promillea euroa vuotta vuosi päivää päivä tuntia tunti kuukautta viikkoa kpl`),
  months: words('tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta'),
  labels: words('§ §§ nro luku art artikla s sivu sivut sivulla liite kuva kuvio taulukko klo n kohta puh'),
  titles: words('tri prof hra rva nti'),
  abbreviations: pairs('t s, m m, y m, e m, n s, o s'),
};
const pl: Conventions = {
  quotes: ['„', '”', '«', '»'],
  spacedPercent: false,
  units: words(`${MEASURES} mld mln tys milion miliony milionów miliard miliardy miliardów tysiąc tysięcy zł złotych gr procent procenta promila euro lat lata rok dni dzień godz godzin miesięcy tygodni szt`),
  months: words('stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'),
  labels: words('§ §§ nr rozdz rozdział art ust pkt s str strona strony zał załącznik rys rysunek tab tabela poz tel ok godz'),
  titles: words('dr prof mgr inż pan pani'),
  abbreviations: pairs('m in, m inn, t j, t zn, i t d, i t p, p n e, n e, r b'),
};
const es: Conventions = {
  quotes: ['«', '»', '“', '”'],
  spacedPercent: true,
  units: words(`${MEASURES} millón millones mil por ciento puntos euro euros años año días día horas hora meses mes semanas`),
  months: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  labels: words('§ §§ n.º núm cap capítulo art artículo p pp pág págs página páginas anexo figura fig tabla tab apartado apdo vol tel'),
  titles: words('sr sra srta dr dra prof d dña'),
  abbreviations: pairs('p ej, EE UU, a c, d c, et al'),
};

const BY_LANGUAGE: Readonly<Record<string, Conventions>> = { da, no, nb: no, nn: no, sv, en, de, fr, nl, fi, pl, es };

/** An unknown language writes as English does. */
export function conventionsOf(language: string): Conventions {
  return BY_LANGUAGE[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}

/** Whether a language's own rules are known: its hyphens, its quotes, what it keeps together. */
export function knowsLanguage(language: string): boolean {
  return Object.hasOwn(BY_LANGUAGE, language.toLowerCase().split('-')[0] ?? '');
}
