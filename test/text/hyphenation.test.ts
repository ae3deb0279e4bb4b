// Words → where they may be divided: compounds at their joints, nothing that misleads, ten languages by their own patterns.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hyphenatorFor } from '../../src/text/hyphenate/hyphenator.ts';
import { findParts } from '../../src/text/hyphenate/parts.ts';
import { loadPatterns } from '../../src/text/hyphenate/patterns.ts';

/** "=" is a joint, "-" any other place. */
function divided(language: string, word: string): string {
  const points = new Map(hyphenatorFor(language)?.divide(word).map(({ at, joint }) => [at, joint ? '=' : '-']));
  return [...word].map((letter, at) => (points.get(at) ?? '') + letter).join('');
}

describe('Danish compounds', () => {
  it.each([
    'ældre=pleje', 'special=undervisning', 'reform=indsats', 'treparts=aftale', 'samfunds=økonomisk', 'kommunal=bestyrelse', 'arbejds=område',
    'folke=skolelærer', 'syge=plejerske', 'budget=forhandlinger', 'adgangs=koden', 'netværks=til=slutning', 'social=område', 'medarbejder=inddragelse',
    'klima=tilpasning', 'fritids=hjem', 'muse=knap', 'gen=oprette', 'bruger=oplevelse', 'lærer=værelse', 'brev=sprække', 'brand=sikring', 'skole=mad', 'lege=plads', 'for=mand', 'web=sted', 'fil=system', 'over=gang',
    'markerings=værktøj', 'partitionerings=skema', 'jobcenter=indeks', 'kvalitets=tab', 'grund=ejerne', 'imøde=kommet', 'gennem=føre', 'job=centre',
  ])('%s', (word) => {
    const joints = word.split('=').slice(0, -1).reduce<number[]>((all, part) => [...all, (all.at(-1) ?? 0) + part.length], []);
    const found = hyphenatorFor('da')?.divide(word.replaceAll('=', '')) ?? [];
    for (const joint of joints) expect(found, divided('da', word.replaceAll('=', ''))).toContainEqual({ at: joint, joint: true });
  });

  // The right division of the word, and the wrong place that patterns or a hasty dictionary would take.
  it.each([
    ['reformindsats', 'refor-mindsats'], ['trepartsaftale', 'trepart-saftale'], ['samfundsøkonomisk', 'samfundsø-konomisk'], ['ældrepleje', 'ældrep-leje'],
    ['langsomme', 'langs-omme'], ['foretage', 'for-etage'], ['adgangskoden', 'adgang-skoden'], ['netværkstilslutning', 'netværk-stilslutning'],
    ['beskrive', 'besk-rive'], ['modeller', 'mod-eller'], ['sammenhængende', 'sammenhæng-ende'],
    ['parringstilstand', 'parring-stilstand'], ['lydstikket', 'lyds-tikket'], ['musikskolen', 'musiks-kolen'], ['digitaliseringen', 'digitalise-ringen'],
    ['specialet', 'speci-alet'], ['forbrugerenhed', 'forbrug-erenhed'], ['filforhåndskonfiguration', 'filforhånd-skonfiguration'],
    ['skolemad', 'sko-lemad'], ['formanden', 'form-anden'], ['deltager', 'delt-ager'], ['statslig', 'stat-slig'], ['trådløse', 'trå-dløse'],
    ['keyboardet', 'keybo-ardet'], ['hasher', 'has-her'], ['available', 'avai-lable'], ['bluetooth', 'bluet-ooth'], ['mailingliste', 'mai-lingliste'], ['tilgængelige', 'tilgænge=lige'],
    ['konstateret', 'kons-tateret'], ['sporing', 'spor-ing'], ['boringer', 'bor-inger'], ['nulstille', 'nuls-tille'], ['særskilt', 'særs-kilt'], ['forstørre', 'fors-tørre'], ['opmærksomme', 'opmærks-omme'], ['beskrevne', 'besk-revne'],
    ['formandens', 'form-andens'], ['statistikken', 'statist-ikken'], ['indtægtstab', 'indtægt-stab'], ['grundejerne', 'grunde-jerne'], ['aktiverede', 'aktive=rede'],
  ])('%s is never %s', (word, wrong) => {
    const at = wrong.indexOf('-');
    // "digitalise-ring" is right as a division, only no joint.
    if (wrong.includes('=')) expect(hyphenatorFor('da')?.divide(word)).not.toContainEqual({ at: wrong.indexOf('='), joint: true });
    else if (word === 'digitaliseringen') expect(hyphenatorFor('da')?.divide(word)).not.toContainEqual({ at, joint: true });
    else expect(hyphenatorFor('da')?.divide(word).map((point) => point.at), divided('da', word)).not.toContain(at);
  });
});

describe('other languages, by the patterns that TeX has for them', () => {
  it.each([
    ['nb', 'ord-de-ling'], ['nn', 'kom-mune-sty-ret'], ['sv', 'av-stav-ning'], ['en', 'hy-phen-a-tion'], ['en-US', 'hy-phen-ation'], ['de', 'Sil-ben-tren-nung'],
    ['fr', 'ty-po-gra-phie'], ['nl', 'let-ter-greep'], ['fi', 'ta-vu-tus'], ['pl', 'prze-no-sze-nie'], ['es', 'mu-ni-ci-pa-li-dad'],
  ])('%s: %s', (language, word) => {
    expect(divided(language, word.replaceAll('-', ''))).toBe(word);
  });

  it('a Finnish part is not parted from the vowel that it begins with', () => {
    expect(divided('fi', 'oletusasetuksia')).toBe('ole-tus-ase-tuk-sia');
  });
  it('an unknown language has none', () => {
    expect(hyphenatorFor('tlh')).toBeUndefined();
  });

  it('capitals inside a word are a name or an abbreviation', () => {
    expect(divided('da', 'GNOMEs')).toBe('GNOMEs');
  });
});

it('the graph that builds read knows the words of the list, and no others like them', () => {
  const list = readFileSync(new URL('../../src/text/data/da-parts.txt', import.meta.url), 'utf8').trim().split('\n');
  const words = new Set(list);
  for (let at = 0; at < list.length; at += 7) {
    const word = list[at] ?? '';
    const parts = findParts(word);
    for (let end = 1; end <= word.length; end += 1) expect(parts.has(0, end), `${word.slice(0, end)} of ${word}`).toBe(words.has(word.slice(0, end)));
  }
});

it('words with -hed are Danish, whatever consonant stands before', () => {
  for (const word of ['tæthed', 'løshed', 'skarphed']) expect(hyphenatorFor('da')?.divide(word), word).toContainEqual({ at: word.length - 3, joint: false });
});
it('a vowel behind a linking s is not left alone in a long Swedish word', () => {
  expect(divided('sv', 'hjälpmedelsikonen')).not.toContain('si-ko');
  expect(hyphenatorFor('sv')?.divide('säkerhetskopiering').length).toBeGreaterThan(2);
});
it('a short word keeps its breaks near a joint, a long one does not mislead', () => {
  expect(hyphenatorFor('da')?.divide('samtaler')).toContainEqual({ at: 5, joint: false });
  expect(hyphenatorFor('da')?.divide('sundhedsreform').filter(({ close }) => close !== true).map(({ at }) => at)).toEqual([4, 8]);
  // Only where else a line had holes.
  expect(hyphenatorFor('da')?.divide('sundhedsreform')).toContainEqual({ at: 10, joint: false, close: true });
});

it('divides a word alike whatever words came before it', () => {
  const words = {
    fr: ['établissement', 'cœliaque', 'préhistoire', 'naïveté', 'août', 'extrême', 'circonflexe', 'hypoténuse', 'bioélectrique', 'antiâge'],
    pl: ['najżyczliwszy', 'podźwignąć', 'odśrodkowy', 'nadążyć', 'żółciowy', 'przedłużyć', 'bezokolicznik', 'źdźbło', 'rozśpiewać', 'podróżować'],
    sv: ['förändring', 'översättning', 'idéer', 'armé', 'kafé', 'återvändsgränd', 'självständighet', 'äktenskap', 'Müller', 'mångårig'],
  };
  for (const [file, list] of Object.entries(words)) {
    const shared = loadPatterns(file);
    for (const word of [...list].reverse()) shared.levels(word.toLowerCase());
    for (const word of list) expect(shared.levels(word.toLowerCase()), word).toEqual(loadPatterns(file).levels(word.toLowerCase()));
  }
});
