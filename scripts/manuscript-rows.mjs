// What a manuscript can say, row by row: how it is written and what it makes. scripts/docs.mjs sets each as a page.
export const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160" viewBox="0 0 480 160"><path d="M0 150h480" fill="none" stroke="#000" stroke-width="2"/><path d="M40 150V90h60v60zM140 150V60h60v90zM240 150V100h60v50zM340 150V30h60v120z" fill="#336699"/></svg>';

export const INTRODUCTION = `# The manuscript

A publication is a folder: \`publication.yaml\`, a Markdown file a chapter, and the pictures they name by relative path.

\`\`\`yaml
title: Beretning 2025             # required
language: da                      # required, BCP 47: hyphenation, quotes, dates, and labels such as "Side 3 af 40"
edition: Printvenlig version      # second line of the running head
organisation: KL                  # author of the PDF
date: 2026-02-26
template: beretning               # a name or a path; plain by default
chapters:                         # by default every *.md beside this file, in name order
  - 01-velkommen.md
cover: { image: images/forside.svg, alt: "" }   # false for none; the template decides what a cover shows
toc: { depth: 2 }                 # false for none; depth counts from #
output: ../output/beretning.pdf   # by default output/ beside the folder, named after title and edition
pdf: { standard: ua1+a2a }        # or ua1+a3a, ua2+a4; with those two, attach: manuscript embeds the sources
words: ordliste.txt               # the publication's own words and names, one a line, for the proofreader
lint: { stale-year: warning }     # rule: off | info | warning | error
\`\`\`

A chapter is CommonMark with GFM's tables, footnotes, task lists, strikethrough and autolinks. It may begin with front matter:
\`title\` stands for the text of \`#\` in contents, bookmarks and head; \`toc: false\` keeps it out of the contents; \`startOn: right\`
starts it on a right-hand page. What Markdown cannot say is a directive: \`:::name[Title]{attribute=value}\`, closed by \`:::\`, or
\`::name\` on a line of its own. A directive around another has one colon more. An unknown one is a warning at its line and
column, and what it holds is set.

Of raw HTML, comments, \`<br>\`, \`<sub>\` and \`<sup>\` are understood; of any other tag what it holds is set, with a warning. A
picture whose alternative text is empty is decoration; every other needs one.
`;

export const ROWS = [
  { id: 'text', title: 'Text, emphasis and notes', text: 'Paragraphs have an empty line between them. A footnote stands anywhere in its chapter and is set at the foot of the page that refers to it.', source: `Kommunerne fik *mere* frihed, og **rammen** voksede.[^1] Mødet er kl. 10:30, og H<sub>2</sub>O er vand.

[^1]: Aftalen blev indgået i juni.` },
  { id: 'headings', title: 'Headings', text: '`#` is the chapter and starts a page, `##` a headline, `###` a section; six levels are set. `{#id}` after the text is its id; without one it is a slug of the text.', source: `# Kapitlets titel

## Overskriften {#overskrift}

Tekst under den.

### Et afsnit

Mere tekst.

#### Et underafsnit

Endnu mere.` },
  { id: 'lists', title: 'Lists', text: 'Bullets, numbers and tasks, to any depth.', source: `1. Først
2. Så
   - et punkt under
   - og et til

- [x] Gjort
- [ ] Ikke gjort` },
  { id: 'lead', title: ':::lead', text: 'The introductory paragraph under a headline.', source: `# Et løft til velfærden

:::lead
Aftalen giver kommunerne ro til at planlægge.
:::

Her begynder teksten.` },
  { id: 'factbox', title: ':::factbox[Title]', text: 'A boxed aside. It may hold any block and may break over pages.', source: `:::factbox[Kort om aftalen]
Aftalen gælder i to år.

- Mere frihed
- Færre regler
:::` },
  { id: 'cards', title: ':::cards', text: 'A card a list item, side by side. A row holds as many as there are, up to four; `columns=3` says otherwise. An item may hold a picture, text and a link.', source: `:::cards
- **98 kommuner**

  er medlem.
- **5 regioner**

  ligger omkring dem.
- **Én aftale**

  gælder for alle.
:::` },
  { id: 'links', title: ':::links[Title]', text: 'A list of links whose addresses can be read on paper. A long address is shortened as people do; the link keeps the whole.', source: `:::links[Læs mere]
- [Aftalen i sin helhed](https://example.org/aftalen)
- [Tallene bag](https://example.org/tal)
:::` },
  { id: 'signatures', title: ':::signatures', text: 'Place and date, the paragraphs that sign, and a line a person: a name and, after commas, what stands under it. `columns=2` sets them side by side.', source: `:::signatures{place="Odense" date="2026-02-26" columns=2}
Bestyrelsen har godkendt regnskabet.

- Anna Andersen, Formand
- Bo Berg, statsautoriseret revisor
:::` },
  { id: 'orgchart', title: ':::orgchart', text: 'An organisation chart, drawn from the nesting of a list. What is too broad or tall is stacked, folded, set smaller (never under 7 pt) and turned on its side; what no page holds becomes an indented list, and a warning.', source: `:::orgchart
- Bestyrelse
  - Direktion
    - Økonomi
    - Skole
    - Social
:::` },
  { id: 'chart-bar', title: ':::chart{type="bar"}', text: 'A chart from a table: the first column holds the categories, each further column is a series. Numbers are written as the language writes them. The table is the chart\'s alternative text.', source: `:::chart{type="bar" title="Løft, mia. kr."}
| Område | Løft |
| --- | ---: |
| Service | 3,5 |
| Anlæg | 2,0 |
| Tilskud | 1,8 |
:::` },
  { id: 'chart-column', title: ':::chart{type="column"}', text: 'Upright columns; one group a category.', source: `:::chart{type="column" title="Elever, tusinder"}
| År | Skole | Fritid |
| --- | ---: | ---: |
| 2023 | 22 | 8 |
| 2024 | 25 | 9 |
| 2025 | 24 | 11 |
:::` },
  { id: 'chart-stacked', title: ':::chart{type="stacked"}', text: 'Series end to end, where their sum matters; each part has its number where it fits.', source: `:::chart{type="stacked" title="Udgifter, mio. kr."}
| År | Løn | Drift |
| --- | ---: | ---: |
| 2024 | 22 | 8 |
| 2025 | 25 | 9 |
:::` },
  { id: 'chart-line', title: ':::chart{type="line"}', text: 'Lines over time.', source: `:::chart{type="line" title="Medlemmer, tusinder"}
| År | Nord | Syd |
| --- | ---: | ---: |
| 2022 | 12 | 8 |
| 2023 | 14 | 9 |
| 2024 | 13 | 11 |
| 2025 | 17 | 12 |
:::` },
  { id: 'table', title: ':::table[Caption]', text: 'A table with a caption; a bare Markdown table is one without. Colons in the second line align its columns.', source: `:::table[Regnskabet i tal]
| Post | 2024 | 2025 |
| --- | ---: | ---: |
| Indtægter | 1.204,5 | 1.250,0 |
| Udgifter | 1.190,2 | 1.238,4 |
:::` },
  { id: 'columns', title: ':::columns{count=2}', text: 'Balanced columns, two by default; fewer where they would be too narrow to read.', source: `:::columns{count=2}
Den første spalte fyldes så langt, at begge bliver lige høje.

Den anden spalte tager resten af teksten, som her.
:::` },
  { id: 'lang', title: ':::lang{code=en}', text: 'A passage in another language: hyphenated, quoted and tagged as such.', source: `:::lang{code=en}
The agreement "gives municipalities room to plan", said the chair.
:::` },
  { id: 'media', title: '::video and ::audio', text: 'What paper can show of a medium: title, kind, address and a QR code.', source: `::video[Formanden om året]{url="https://example.org/film"}

::audio[Samtale om skolen]{url="https://example.org/lyd"}` },
  { id: 'picture', title: 'Pictures', text: 'Alone in its paragraph a picture is a figure, and its title the caption; among words the caption follows it in parentheses. `width` in %, mm or pt may be left out. PNG, JPEG and SVG are read.', source: `![Fire søjler](tegning.svg "Fire år i søjler."){width=60%}` },
  { id: 'reference', title: 'References to pages', text: 'A link without text is set as the page it leads to.', source: `# Tallene {#tallene}

Se [](#tallene), eller læs [om tallene](#tallene).` },
  { id: 'toc', title: '::toc and ::pagebreak', text: '`::toc` sets the contents where it stands, in place of those that come by themselves. `::pagebreak` begins a new page.', source: `::toc

::pagebreak

# Første kapitel

## En overskrift

Tekst.` },
  { id: 'quote', title: 'Quotes, code and rules', text: 'Code keeps every character; a line that is too long is wrapped with a mark.', source: `> Vi skal se på helheden.

\`\`\`
npx printvenlig build
\`\`\`

---

Efter stregen.` },
];
