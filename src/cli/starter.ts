// What `init` writes: a small publication that builds without a diagnostic, with comments in place of a manual.

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160" viewBox="0 0 480 160">
  <path d="M0 150h480" fill="none" stroke="#000000" stroke-width="2"/>
  <path d="M40 150V90h60v60zM140 150V60h60v90zM240 150V100h60v50zM340 150V30h60v120z" fill="#000000"/>
</svg>
`;

const DA_YAML = `# Publikationen. Kun title og language er nødvendige.
title: Min rapport
edition: Printvenlig version   # anden linje i sidehovedet
organisation: Min organisation # forfatteren i PDF-filen
language: da                   # styrer orddeling, citationstegn og ord som "Side 3 af 12"
date: 2026-01-15               # år-måned-dag
template: plain                # eller beretning, eller en mappe med din egen skabelon
toc: { depth: 2 }              # indholdsfortegnelse: false for ingen; depth tæller fra #
# chapters:                    # uden denne liste: alle .md-filer ved siden af, i navneorden
#   - 01-indledning.md
# output: ../output/min-rapport.pdf
# words: ordliste.txt          # egne ord og navne til korrekturen, ét pr. linje
`;

const DA_CHAPTER = `# Indledning

<!-- En kommentar som denne kommer ikke med i PDF-filen. Hvert kapitel er én fil, og # er kapitlets titel. -->

## Overskrift på et afsnit

:::lead
En manchet er det korte afsnit, der fører læseren ind i teksten.
:::

Skriv almindelig tekst i afsnit med en tom linje imellem. Ord kan være *kursive* eller **fede**, og en henvisning til et
andet sted står med sidetal: se [](#tal).

- Et punkt i en liste begynder med en bindestreg.
- Det næste punkt står på sin egen linje.

En fodnote skrives sådan.[^note]

[^note]: Teksten står et vilkårligt sted i kapitlet og sættes nederst på siden.

:::factbox[Faktaboks]
En boks kan rumme tekst, lister, tabeller og billeder, og den må gerne gå over to sider.
:::

## Tal og billeder {#tal}

:::table[En tabel har en overskrift]
| Post | Beløb | Enhed |
| --- | ---: | --- |
| Indtægter | 12,5 | mio. kr. |
| Udgifter | 11,8 | mio. kr. |
:::

![Fire søjler af forskellig højde](images/tegning.svg "Et billede alene i sit afsnit får en billedtekst."){width=60%}

:::links[Læs mere]
- [Formatet på ti minutter](https://commonmark.org/help/)
:::
`;

const EN_YAML = `# The publication. Only title and language are required.
title: My report
edition: Print version         # second line of the running head
organisation: My organisation  # the PDF's author
language: en                   # drives hyphenation, quotes and words such as "Page 3 of 12"
date: 2026-01-15               # year-month-day
template: plain                # or beretning, or a folder with a template of your own
toc: { depth: 2 }              # contents: false for none; depth counts from #
# chapters:                    # without this list: every .md file beside this one, in name order
#   - 01-introduction.md
# output: ../output/my-report.pdf
# words: words.txt             # your own words and names for the proofreader, one a line
`;

const EN_CHAPTER = `# Introduction

<!-- A comment like this one does not reach the PDF. A chapter is one file, and # is its title. -->

## A headline

:::lead
The lead is the short paragraph that brings the reader into the text.
:::

Write plain text in paragraphs with an empty line between them. Words can be *italic* or **bold**, and a reference to
another place gives its page: see [](#figures).

- An item of a list begins with a hyphen.
- The next item stands on a line of its own.

A footnote is written like this.[^note]

[^note]: Its text stands anywhere in the chapter and is set at the foot of the page.

:::factbox[Fact box]
A box can hold text, lists, tables and pictures, and it may go on over two pages.
:::

## Figures and pictures {#figures}

:::table[A table has a caption]
| Item | Amount | Unit |
| --- | ---: | --- |
| Income | 12.5 | million |
| Expenses | 11.8 | million |
:::

![Four columns of different heights](images/drawing.svg "A picture alone in its paragraph gets a caption."){width=60%}

:::links[Read more]
- [Markdown in ten minutes](https://commonmark.org/help/)
:::
`;

/** File name → text, by language. */
export const STARTERS: Readonly<Record<'da' | 'en', Readonly<Record<string, string>>>> = {
  da: { 'publication.yaml': DA_YAML, '01-indledning.md': DA_CHAPTER, 'images/tegning.svg': DRAWING },
  en: { 'publication.yaml': EN_YAML, '01-introduction.md': EN_CHAPTER, 'images/drawing.svg': DRAWING },
};
