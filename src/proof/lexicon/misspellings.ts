// Stems that Danish writers often misspell in a way that the rules for compounds let through → the stem as it is written.
const STEMS: readonly (readonly [string, string])[] = [
  ['væsenlig', 'væsentlig'], ['egenlig', 'egentlig'], ['offenlig', 'offentlig'], ['ordenlig', 'ordentlig'], ['forhåbenlig', 'forhåbentlig'], ['ugenlig', 'ugentlig'], ['overbevids', 'overbevis'],
  ['kontigent', 'kontingent'], ['kompentence', 'kompetence'], ['intelegen', 'intelligen'], ['inteligen', 'intelligen'], ['implimenter', 'implementer'], ['prioiter', 'prioriter'], ['rekrutering', 'rekruttering'], ['rehablit', 'rehabilit'],
  ['opmærsom', 'opmærksom'], ['tilsynelandende', 'tilsyneladende'], ['eftersprøg', 'efterspørg'], ['forrudsæt', 'forudsæt'], ['indflydese', 'indflydelse'], ['kommision', 'kommission'], ['paralel', 'parallel'], ['interesant', 'interessant'],
  ['hindanden', 'hinanden'], ['tilgængligt', 'tilgængeligt'], ['tilgænglig', 'tilgængelig'], ['nødvendighvis', 'nødvendigvis'], ['formodenlig', 'formodentlig'],
  ['bærdygtig', 'bæredygtig'], ['selstændig', 'selvstændig'], ['selvstændihed', 'selvstændighed'], ['selvføldig', 'selvfølgelig'], ['selvfølig', 'selvfølgelig'], ['umidelbar', 'umiddelbar'], ['samenhæng', 'sammenhæng'], ['afhængihed', 'afhængighed'], ['fællesskap', 'fællesskab'],
];

/** The word as it is written, where it has one of these stems. */
export function wellKnownSlip(word: string): string | undefined {
  for (const [wrong, right] of STEMS) if (word.includes(wrong)) return word.replace(wrong, right);
  return undefined;
}
