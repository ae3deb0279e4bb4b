// One small publication that uses every row of the contract, in several combinations.
export const EVERY_ROW: Readonly<Record<string, string>> = {
  '01-tekst.md': `---
title: Tekstens dele
---
# Tekst af enhver slags {#tekst}

## Overskrift i andet led

:::lead
En manchet om det, der kommer.
:::

### Tredje led

#### Fjerde led

##### Femte led

###### Sjette led

Et afsnit med *kursiv*, **fed**, ~~streget~~, \`kode\`, H<sub>2</sub>O, 30 m<sup>2</sup> og en note.[^a] Mødet er kl. 10:30, se [](#tal).
Linjen brydes<br>her.

[^a]: Noten står nederst.

1. Første
2. Anden
   - Under anden
     - Dybere endnu
       - Dybest
3. Tredje

- [x] Gjort færdig
- [ ] Mangler endnu

> Et citat i et afsnit.

---

\`\`\`
const svar = 42;
\`\`\`

:::factbox[Boksens titel]
Tekst i boksen med [henvisning](#tal).

- Punkt i boksen

| Post | Beløb |
| --- | ---: |
| Indtægt | 12,5 |
:::

::::columns{count=2}
Første spalte har dette afsnit, som fylder en del linjer i sin smalle spalte.

Anden spalte har dette afsnit, som også fylder lidt.

:::factbox[Boks i spalte]
Den er smal.
:::
::::

:::lang{code=en}
A passage in another language stands here.
:::
`,
  '02-tal.md': `# Tal og billeder {#tal}

:::table[Tabellens overskrift]
| Venstre | Midte | Højre |
| :--- | :---: | ---: |
| alfa | beta | 1.234,5 |
| gamma | delta | 22,3 |
:::

![En prik](prik.svg "Billedets tekst"){width=20%}

:::chart{type="bar" title="Søjler på tværs"}
| År | Mio. kr. |
| --- | ---: |
| 2024 | 22,3 |
| 2025 | 25,1 |
:::

:::chart{type="column" title="Søjler op"}
| År | Ude | Hjemme |
| --- | ---: | ---: |
| 2024 | 22,3 | 4 |
| 2025 | 25,1 | 7 |
:::

:::chart{type="stacked" title="Stabler"}
| År | Ude | Hjemme |
| --- | ---: | ---: |
| 2024 | 22,3 | 4 |
| 2025 | 25,1 | 7 |
:::

:::chart{type="line" title="Kurver"}
| År | Ude | Hjemme |
| --- | ---: | ---: |
| 2023 | 20 | 4 |
| 2024 | 22,3 | 5 |
| 2025 | 25,1 | 7 |
:::

:::orgchart
- Bestyrelse
  - Direktion
    - Afdeling Nord
    - Afdeling Syd
:::
`,
  '03-resten.md': `# Resten af reglerne

:::cards
- **Første kort** med tekst
- **Andet kort** med [henvisning](https://example.org/to)
- ![En prik](prik.svg) Tredje kort
:::

:::links[Læs mere]
- [Om projektet](https://example.org/projekt)
- [Om reglerne](https://example.org/regler)
:::

::video[Film om sagen]{url="https://example.org/film"}

::audio[Lyd om sagen]{url="https://example.org/lyd"}

::pagebreak

:::signatures{place="København" date="2026-02-26" columns=2}
De skriver under for bestyrelsen.

- Anna Andersen, Formand
- Bo Berg, statsautoriseret revisor, mne21328
:::
`,
};
