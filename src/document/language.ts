// A language code → whether it names a language, and what was meant where it does not.

/** ISO 639-1, as in the registry that BCP 47 refers to. */
const LANGUAGES = new Set(('aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff '
  + 'fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo '
  + 'lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq '
  + 'sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu').split(' '));

/** Countries that are written for the language spoken in them. */
const MEANT: Readonly<Record<string, string>> = { dk: 'da', gb: 'en', us: 'en', at: 'de-AT', cz: 'cs', gr: 'el', jp: 'ja', cn: 'zh', gl: 'kl', dan: 'da', eng: 'en', swe: 'sv', nor: 'no', deu: 'de', ger: 'de', fra: 'fr', fre: 'fr' };

/** BCP 47's form: a language, then script, region and the like. */
export function isLanguageCode(code: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code);
}

/** Undefined for a language that exists; else a hint, which may be empty. */
export function unknownLanguage(code: string): string | undefined {
  const primary = code.split('-')[0]?.toLowerCase() ?? '';
  // Codes of three letters are many thousand; those that have a shorter one are known as such.
  const meant = MEANT[primary];
  if (LANGUAGES.has(primary) || (primary.length === 3 && meant === undefined)) return undefined;
  return meant === undefined ? '' : `Did you mean "${meant}"?`;
}
