// The same publication in each of the ten languages → its labels, dates, numbers and quotes, as that language writes them.
import { expect, test } from 'vitest';
import { editionOf, publicationOf } from './made.ts';

/** Folio, contents, figure, table, table gone on, film, page reference, date, axis, quotes. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  da: ['Side 1 af 3', 'Indhold', 'Figur 1', 'Tabel 1', 'Tabel 1 (fortsat)', 'Se video', 'side 2', 'By, 5. maj 2026', '2.000', '»ord«'],
  nb: ['Side 1 av 3', 'Innhold', 'Figur 1', 'Tabell 1', 'Tabell 1 (fortsatt)', 'Se video', 'side 2', 'By, 5. mai 2026', '2 000', '«ord»'],
  sv: ['Sida 1 av 3', 'Innehåll', 'Figur 1', 'Tabell 1', 'Tabell 1 (forts.)', 'Se video', 'sidan 2', 'By den 5 maj 2026', '2 000', '”ord”'],
  en: ['Page 1 of 3', 'Contents', 'Figure 1', 'Table 1', 'Table 1 (continued)', 'Watch video', 'page 2', 'By, 5 May 2026', '2,000', '“ord”'],
  de: ['Seite 1 von 3', 'Inhalt', 'Abbildung 1', 'Tabelle 1', 'Tabelle 1 (Fortsetzung)', 'Video ansehen', 'Seite 2', 'By, 5. Mai 2026', '2.000', '„ord“'],
  fr: ['Page 1 sur 3', 'Sommaire', 'Figure 1', 'Tableau 1', 'Tableau 1 (suite)', 'Voir la vidéo', 'page 2', 'By, le 5 mai 2026', '2 000', '« ord »'],
  nl: ['Pagina 1 van 3', 'Inhoud', 'Figuur 1', 'Tabel 1', 'Tabel 1 (vervolg)', 'Bekijk video', 'pagina 2', 'By, 5 mei 2026', '2.000', '“ord”'],
  fi: ['Sivu 1/3', 'Sisällys', 'Kuva 1', 'Taulukko 1', 'Taulukko 1 (jatkuu)', 'Katso video', 'sivu 2', 'By 5. toukokuuta 2026', '2 000', '”ord”'],
  pl: ['Strona 1 z 3', 'Spis treści', 'Rysunek 1', 'Tabela 1', 'Tabela 1 (cd.)', 'Obejrzyj film', 'strona 2', 'By, 5 maja 2026', '2 000', '„ord”'],
  es: ['Página 1 de 3', 'Índice', 'Figura 1', 'Tabla 1', 'Tabla 1 (continuación)', 'Ver vídeo', 'página 2', 'By, 5 de mayo de 2026', '2.000', '«ord»'],
};

const SOURCE = `# Alfa {#alfa}

"ord" [](#alfa)

:::chart{type="column" title="Tal"}
| X | Y |
| --- | ---: |
| a | 1000 |
| b | 2000 |
:::

::video[Film]{url="https://example.org/film"}

:::signatures{place="By" date="2026-05-05"}
- Bo
:::

:::table[Tabel]
| n | m |
| --- | --- |
${Array.from({ length: 30 }, (_, n) => `| ${n} | x |`).join('\n')}
:::
`;
const TEMPLATE = 'extends: plain\ncomponents: { chart: { numbered: true }, table: { numbered: true } }\n';

test.each(Object.entries(SAID))('%s', async (language, said) => {
  const edition = await editionOf(publicationOf({ '01.md': SOURCE, 'templates/own/template.yaml': TEMPLATE }, `title: T\nlanguage: ${language}\ntemplate: own\n`));
  expect(edition.found).toEqual([]);
  const text = edition.pages.join('\n').replace(/\u00ad\s*|\u0002/g, '').replace(/[\s\u00a0\u202f]+/g, ' ');
  expect(said.filter((words) => !text.includes(words))).toEqual([]);
});
