// Single rules on small chapters: what is found, where, and what is let alone.
import { describe, expect, it } from 'vitest';
import { applyFixes, ruleNames } from '../../src/proof/index.ts';
import { proof, source } from './corpus.ts';

const found = async (text: string, options: Parameters<typeof proof>[1] = {}): Promise<string[]> =>
  (await proof([source('01.md', `# Prøve\n\n${text}\n`)], options)).diagnostics.map(({ rule, span, fix }) => `${rule} ${span.line - 2}:${span.column}-${span.endColumn}${fix === undefined ? '' : ` → ${JSON.stringify(fix)}`}`);
const rules = async (text: string, options: Parameters<typeof proof>[1] = {}): Promise<string[]> => (await found(text, options)).map((line) => line.split(' ')[0] ?? '');

describe('positions', () => {
  it('reads emphasis, links and cells as one sentence, and finds its place in the source', async () => {
    expect(await found('Vi står **sammen** *om om* opgaven.')).toEqual(['double-word 1:23-26 → ""']);
    expect(await found('Vi står sammen [om om](https://example.org) opgaven.')).toEqual(['double-word 1:19-22 → ""']);
    expect(await found('Vi står sammen\nom om opgaven, alle.')).toEqual(['double-word 2:3-6 → ""']);
    expect(await rules('| A | B |\n| --- | --- |\n| Komunen | 1 |')).toEqual(['spelling']);
  });

  it('sees a word doubled over a line break or a mark', async () => {
    expect(await rules('Vi står sammen om\nom opgaven i dag.')).toEqual(['double-word']);
    expect(await rules('Vi står sammen om **om** opgaven i dag.')).toEqual(['double-word']);
  });

  it('lets code and addresses alone', async () => {
    expect(await found('Skriv `komunne  ,` eller se https://example.org/komunne,udvikligen og post@komunne.dk for svar.')).toEqual([]);
    expect(await found('```\nkomunne  er er\n```')).toEqual([]);
  });
});

describe('forms weighed against each other', () => {
  const forms = async (text: string): Promise<string[]> => (await proof([source('01.md', `# Prøve\n\n${text}\n`)])).diagnostics.filter(({ rule }) => rule === 'word-form').map(({ span, hint }) => `${span.column} ${hint ?? ''}`);

  it('says which form of the word fits', async () => {
    expect(await forms('Indsatsen blevet evalueret af ministeriet i foråret.')).toEqual(['11 Is "blev" meant?']);
    expect(await forms('Kommunerne skal havde reel indflydelse på beslutningerne.')).toEqual(['17 Is "have" meant?']);
  });

  it('says nothing of right sentences, with or without the comma before a clause', async () => {
    expect(await forms('Indsatsen blev evalueret af ministeriet i foråret. Vi mener at kommunerne skal have ro. Det er klart, at vi skal hjælpe.')).toEqual([]);
    expect(await forms('Sagen kom ind ad bagdøren i to omgange.')).toEqual([]);
    expect(await forms('Hver for sig ændrer de hverdagen for mange mennesker.')).toEqual([]);
    expect(await forms('I 2025 blev tagene på to fløje skiftet. Omkring 85 procent har svaret. Det muliggør en hurtig løsning. Udspillet indeholdt 32 forslag.')).toEqual([]);
    expect(await forms('De er under pres, og dem, der har bøger i hjemmet, klarer sig. Undersøgelser viser det samme.')).toEqual([]);
  });
});

describe('what is written as it should be', () => {
  it('is left alone: titles and months with their stops, two hyphens for a dash', async () => {
    expect(await rules('Formanden, cand.jur. Peter Holm, talte i 12 minutter -- det er rekord. Hun er cand.scient.pol. og ph.d. fra 2011.')).toEqual([]);
    expect(await rules('| Måned | Ture |\n| --- | --: |\n| Jan. | 2 |\n| Apr. | 4 |\n| Okt. | 1 |')).toEqual([]);
    expect(await rules('Vi talte i 12 minutter - det er rekord.')).toEqual(['hyphen-for-dash']);
    // "fire" is a number and a verb.
    expect(await rules('Målingen viste fremgang på tre af fire områder.')).toEqual([]);
  });
});

describe('quotations in an old spelling', () => {
  it('are let alone, within quotation marks and as a block; the rest is read', async () => {
    expect(await rules('I protokollen står der: »Vi maa have en Harmonica til Ballet, og Formanden skal see til, at den ogsaa bliver betalt.« Det blev vedtaget.')).toEqual([]);
    expect(await rules('> Generalforsamlingen vedtog, at der skulde anskaffes nye Bænke, og at Kassereren maatte bruge 40 Kr. dertil.')).toEqual([]);
    expect(await rules('I protokollen står der: »Vi maa have en Harmonica til Ballet.« Det blev blev vedtaget.')).toEqual(['double-word']);
    expect(await rules('»Vi må have en Harmonica til bal, og det skal alle komunerne vide,« siger han.')).not.toEqual([]);
  });
});

describe('what few words need a measure', () => {
  it('lets roundings be as large as their number makes likely, and no larger', async () => {
    const table = (total: string): string => `| Udlån, mio. | 2024 | 2025 |\n| --- | ---: | ---: |\n| Voksne | 9,8 | 10,1 |\n| Børn | 13,4 | 14,2 |\n| Lyd | 8,3 | 9,6 |\n| Film | 2,1 | 1,7 |\n| I alt | 33,6 | ${total} |`;
    expect(await rules(table('35,7'))).toEqual([]);
    expect(await rules(table('35,8'))).toEqual(['table-sum']);
  });

  it('reads a change over two sentences', async () => {
    expect(await rules('Indtægterne var på 31,4 mio. kr. Det er en stigning på 1,2 mio. kr. i forhold til 2024, hvor de var på 29,8 mio. kr.')).toEqual(['change-claim']);
    expect(await rules('Indtægterne var på 31,4 mio. kr. Det er en stigning på 1,6 mio. kr. i forhold til 2024, hvor de var på 29,8 mio. kr.')).toEqual([]);
    expect(await rules('Før svarede 49 % ja. Nu er tallet steget til 55 %, altså en stigning på fem procentpoint.')).toEqual(['change-claim']);
    expect(await rules('Før svarede 49 % ja. Nu er tallet steget til 55 %, altså en stigning på seks procentpoint.')).toEqual([]);
  });

  it('parts no two objects, and joins what is no phrase', async () => {
    expect(await rules('Det giver en ny vejledning plads. Hun bor i en toværelses lejlighed, og mødet er i marts måned.')).toEqual([]);
    expect(await rules('Det står på vores hjemme side.')).toEqual(['split-compound']);
  });

  it('counts what is a part and what follows', async () => {
    expect(await rules('Loven indeholder tre af de fire ting, som vi bad om:\n\n- en plan\n- en hjemmel\n- en pligt')).toEqual([]);
  });
});

describe('a word that is meant to be another', () => {
  it('is said once: nothing is missed after it', async () => {
    expect(await rules('Vi er opmærksomme på, at antallet at timer, hvor hallen benyttes, øges.')).toEqual(['confusion']);
  });
});

describe('subjects and what is said of them', () => {
  it('agree', async () => {
    expect(await found('Tilbagemeldingerne har været positiv.')).toEqual(['predicate 1:30-37 → "positive"']);
    expect(await found('Kommunen er ikke forpligtede til at svare.')).toEqual(['verb-form 1:18-29 → "forpligtet"']);
    expect(await found('Antallet af borgere har været stabilt. Kommunen er forpligtet. Reglerne er ændret, og tallene er gode.')).toEqual([]);
  });

  it('keep their verbs over what stands between', async () => {
    expect(await found('Kommunalbestyrelsen kan efter ansøgning giver dispensation.')).toEqual(['verb-form 1:41-46 → "give"']);
    expect(await found('Vi arbejder på at nedbring ventetiden.')).toEqual(['verb-form 1:19-27 → "nedbringe"']);
    expect(await found('Mange har måttet lukkede skoler.')).toEqual(['verb-form 1:18-25 → "lukke"']);
    expect(await found('I år har vi også måtte udskyde mødet.')).toEqual(['verb-form 1:18-23 → "måttet"']);
    expect(await found('Vi har bl.a. har fået et nyt hus.')).toEqual(['verb-form 1:14-17']);
    expect(await found('Hvis man kan, så kan man. Det kan så kan det.')).not.toContain('verb-form');
    expect(await found('Vi håber i vil komme igen.')).toEqual(['verb-form 1:10-11 → "I"']);
    expect(await found('Vi har besøg tolv skoler.')).toEqual(['verb-form 1:8-13 → "besøgt"']);
  });
});

describe('clauses without their comma', () => {
  it('are told by what they are made of', async () => {
    expect(await found('Kommer man i bil er der plads ved hallen.')).toEqual(['clause-end-comma 1:18-20']);
    expect(await found('Det er nødvendigt, at tage fat nu.')).toEqual(['comma-before-infinitive 1:18-19 → ""']);
    expect(await found('Vi mødes den 12.marts kl.18.30 i hallen.')).toEqual(['missing-space 1:16-17 → ". "', 'missing-space 1:25-26 → ". "']);
  });
});

describe('other languages and unknown words', () => {
  it('says once that a paragraph is not Danish', async () => {
    expect(await rules('Municipalities have fewer resources and their citizens expect better services every year.')).toEqual(['spelling']);
  });

  it('lets commands alone', async () => {
    expect(await rules('Vend bladet om, og godkend aftalen.')).toEqual([]);
  });

  it('looks at so many different unknown words and no more, and says so', async () => {
    const letters = 'bdfgklmnprst';
    const word = (n: number): string => `zq${letters.charAt(n % 12)}o${letters.charAt(Math.floor(n / 12) % 12)}u${letters.charAt(Math.floor(n / 144))}xa`;
    const text = Array.from({ length: 410 }, (_, n) => `Kommunerne har i år en ny ${word(n)} for alle.`).join('\n\n');
    const { diagnostics } = await proof([source('01.md', `# Prøve\n\n${text}\n`)]);
    expect(diagnostics.filter(({ rule, severity }) => rule === 'spelling' && severity === 'warning')).toHaveLength(400);
    expect(diagnostics.filter(({ rule, severity }) => rule === 'spelling' && severity === 'info').map(({ span }) => span.line)).toEqual([803]);
  });
});

describe('control', () => {
  it('takes severities, words and comments', async () => {
    const text = 'Vi bruger en dimsebumse i arbejdet.';
    expect(await rules(text)).toEqual(['spelling']);
    expect(await rules(text, { words: ['dimsebumse'] })).toEqual([]);
    expect(await rules(text, { lint: new Map([['spelling', 'off']]) })).toEqual([]);
    expect((await proof([source('01.md', `${text}\n`)], { lint: new Map([['spelling', 'error']]) })).diagnostics[0]?.severity).toBe('error');
    expect(await rules(`<!-- lint-disable spelling -->\n${text}`)).toEqual([]);
    expect(await rules(`<!-- lint-disable spelling -->\n\n${text}\n\nVi bruger en dimsebumsen i dag.`)).toEqual(['spelling']);
    expect(await rules(`${text} <!-- lint-disable spelling -->`)).toEqual([]);
    expect(await rules(`<!-- lint-disable double-word -->\n${text}`)).toEqual(['spelling']);
  });

  it('says that a rule is unknown, and which was meant', async () => {
    const { diagnostics } = await proof([source('01.md', '<!-- lint-disable speling -->\nKort.\n')], { lint: new Map([['stale-years', 'off']]) });
    expect(diagnostics.map(({ severity, rule, hint }) => `${severity} ${rule} ${hint ?? ''}`)).toEqual(['error unknown-rule Did you mean "spelling"?', 'error unknown-rule Did you mean "stale-year"?']);
  });

  it('has a page for every rule', async () => {
    const { readFileSync } = await import('node:fs');
    const index = readFileSync(new URL('../../docs/proofreader/README.md', import.meta.url), 'utf8');
    for (const name of ruleNames) {
      const page = readFileSync(new URL(`../../docs/proofreader/${name}.md`, import.meta.url), 'utf8');
      expect(page, name).toMatch(/Wrong[\s\S]*Right/);
      expect(index).toContain(`(${name}.md)`);
    }
    expect(new Set(ruleNames).size).toBe(ruleNames.length);
  });
});

describe('fixes', () => {
  it('touches nothing else in the file', async () => {
    const text = '# Prøve\n\nVi står  sammen om om opgaven , og vi skal sikrer roen.\n\n| A   | B |\n|-----|---|\n|  1  | 2 |\n';
    const { diagnostics } = await proof([source('01.md', text)]);
    const { text: made, applied } = applyFixes(text, diagnostics);
    expect(made).toBe('# Prøve\n\nVi står sammen om opgaven, og vi skal sikre roen.\n\n| A   | B |\n|-----|---|\n|  1  | 2 |\n');
    expect(applied.map(({ rule }) => rule)).toEqual(['double-space', 'double-word', 'space-before-punctuation', 'infinitive-after-modal']);
    expect((await proof([source('01.md', made)])).diagnostics).toEqual([]);
  });

  it('offers none where the source is not what was read', async () => {
    const { diagnostics } = await proof([source('01.md', '# P\n\nVi st&aring;r om &#111;m opgaven i dag.\n')]);
    expect(diagnostics.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  it('makes the first of two that overlap', () => {
    const span = { file: 'a', line: 1, column: 1, endLine: 1, endColumn: 3 };
    const at = (column: number, endColumn: number, fix: string) => ({ severity: 'warning' as const, rule: 'x', message: fix, span: { ...span, column, endColumn }, fix });
    expect(applyFixes('abcd', [at(2, 4, 'Y'), at(1, 3, 'X')])).toMatchObject({ text: 'Xcd' });
  });
});

describe('the publication agrees with itself', () => {
  it('sees a stale year, and allows comparison and history', async () => {
    expect(await rules('Årsrapporten for 2024 er godkendt.')).toEqual(['stale-year']);
    expect(await rules('Årsrapporten for 2025 er bedre end årsrapporten for 2024.')).toEqual([]);
    expect(await rules('I 2024 vedtog Folketinget en lov.')).toEqual([]);
    expect(await rules('I 2024 går reformen i drift.')).toEqual(['stale-year']);
    expect(await rules('Siden 2018 har vi arbejdet med sagen.')).toEqual([]);
  });

  it('counts days, and knows the weekday', async () => {
    expect(await rules('Mødet blev holdt den 29. februar 2025.')).toEqual(['invalid-date']);
    expect(await rules('Mødet blev holdt den 29. februar 2024.')).toEqual([]);
    expect(await rules('Mødet blev holdt torsdag den 26. februar 2026.')).toEqual([]);
    expect(await rules('Mødet blev holdt fredag den 26. februar 2026.')).toEqual(['invalid-date']);
  });

  it('adds up a table', async () => {
    const table = (total: string): string => `| Post | Mio. kr. |\n| --- | ---: |\n| Løn | 1.200,5 |\n| Drift | 300,2 |\n| I alt | ${total} |`;
    expect(await rules(table('1.500,7'))).toEqual([]);
    expect(await rules(table('1.500,8'))).toEqual([]);
    expect(await rules(table('1.600,7'))).toEqual(['table-sum']);
  });

  it('takes a change of costs with either sign, but not another number', async () => {
    const table = (costs: string): string => `| Post | Regnskab | Budget | Afvigelse i pct. |\n| --- | --: | --: | --: |\n| Kontingent | 352.250 | 340.000 | 3,6 |\n| Lotteri | 63.900 | 50.000 | 27,8 |\n| Tilskud | 99.000 | 90.000 | 10,0 |\n| Sejl | −38.250 | −40.000 | ${costs} |`;
    expect(await rules(table('−4,4'))).toEqual([]);
    expect(await rules(table('4,4'))).toEqual([]);
    expect(await rules(table('−5,4'))).toEqual(['table-sum']);
  });

  it('compares key figures', async () => {
    expect(await rules('Overskuddet er på 247.620 kr. i år.\n\nÅrets overskuddet blev opgjort til 247.260 kr. i alt.')).toContain('key-figure');
    expect(await rules('Overskuddet er på 247.620 kr. i år.\n\nUnderskuddet var på 198.400 kr. sidste år.')).toEqual([]);
  });

  it('looks for figures, chapters and the text of links', async () => {
    expect(await rules('Se figur 3 for en oversigt over tallene.')).toEqual(['missing-reference']);
    expect(await rules('Se kapitel 1 for en oversigt over tallene.')).toEqual([]);
    expect(await rules('[Klik her](https://example.org) for at læse aftalen.')).toEqual(['link-text']);
    expect(await rules('Læs [aftalen om reformen](https://example.org) i sin helhed.')).toEqual([]);
  });

  it('keeps names in one spelling', async () => {
    expect(await rules('Vi takker Anders Winnerskjold. Anders Winnerskjold er ny.\n\nOgså Anders Winerskjold deltog i mødet.')).toEqual(['name-variant']);
    expect(await rules('Klimaalliancen virker. Vi bruger it-drift og it-drift.\n\nSenere kom itdrift til i byen.')).toContain('hyphen-variant');
  });

  it('sees a paragraph that stands twice', async () => {
    const text = 'Kommunerne har i år løst en lang række opgaver, som ingen havde forudset for blot få år siden.';
    expect(await rules(`${text}\n\n${text}`)).toEqual(['duplicate-paragraph']);
  });
});

describe('no start comma', () => {
  const sentences = ['Vi mener at kommunerne skal have ro.', 'Det er klart at vi skal hjælpe.', 'Vi tror at det kan lade sig gøre.', 'Vi ser at der er brug for os.', 'De siger at de er klar.', 'Vi håber at regeringen lytter.', 'Det betyder at flere får hjælp.', 'Vi ved at der mangler hænder.', 'Vi oplever at borgerne er glade.'];
  it('follows the publication', async () => {
    expect(await rules(sentences.join(' '))).toEqual([]);
  });
  it('still asks for the comma at the end of a clause', async () => {
    expect(await rules(`${sentences.join(' ')} Når vi ser tilbage er der meget at glædes over.`)).toEqual(['clause-end-comma']);
  });
});

describe('English', () => {
  it('gets the rules that are not about Danish', async () => {
    const english = (text: string): Promise<string[]> => rules(text, { language: 'en', title: 'Annual report 2025' });
    expect(await english('The the report is is ready , and it was good.')).toEqual(['double-word', 'double-word', 'space-before-punctuation']);
    expect(await english('The committee met on 31 June 2025 in Copenhagen.')).toEqual(['invalid-date']);
    expect(await english('The municipalities kan skal sikrer velfærden.')).toEqual([]);
    expect(await english('[Click here](https://example.org) for the whole report.')).toEqual(['link-text']);
  });
  it('leaves a passage in another language to its own rules', async () => {
    expect(await rules(':::lang{code=en}\nThe municipalities have had a good yeer.\n:::')).toEqual([]);
  });
});
