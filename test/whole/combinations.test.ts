// Every block in every container → every word once and in its order, and nothing beside the page's area.
import { describe, expect, test } from 'vitest';
import { theme } from '../support/manuscript.ts';
import { bounds } from '../../src/snapshot/layout-json.ts';
import { editionOf, publicationOf } from './made.ts';

/** "NN" becomes the number of the case, so that every word is told from all others. */
const BLOCKS: Readonly<Record<string, string>> = {
  paragraph: 'Ord NNa med *NNb*, **NNc**, ~~NNd~~, `NNe`, H<sub>2</sub>O, note.[^NN] Se [](#maal) og [NNf](#maal).',
  list: '- NNa\n  - NNb[^NN]\n    - NNc\n      - NNd\n- NNe',
  numbered: '7. NNa\n8. NNb\n   1. NNc\n   2. NNd\n      1. NNe\n9. NNf',
  tasks: '- [x] NNa\n- [ ] NNb',
  quote: '> NNa i et afsnit.\n>\n> > NNb inderst.\n> >\n> > - NNc',
  code: '```js\nconst NNa = 42;\n\tindrykket(NNb);\n```',
  table: '| NNa | NNb |\n| --- | ---: |\n| NNc[^NN] | 12,5 |\n| NNd | 1.234,75 |',
  captioned: ':::table[NNa]\n| NNb | NNc |\n| :-: | --- |\n| *NNd* | `NNe` |\n:::',
  figure: '![En prik](prik.svg "NNa"){width=20%}',
  cards: ':::cards\n- **NNa** tekst[^NN]\n- ![prik](prik.svg) NNb\n- [NNc](https://example.org/kort)\n:::',
  links: ':::links[NNa]\n- [NNb](https://example.org/en)\n- [NNc](https://example.org/to)\n:::',
  box: ':::factbox[NNa]\nTekst NNb.[^NN]\n:::',
  columns: ':::columns{count=2}\nSpalte NNa et, som fylder hele sin linje og mere end den.\n\n- NNb to\n\nSpalte NNc tre.\n:::',
  language: ':::lang{code=en}\nPassage NNa.\n:::',
  lead: ':::lead\nManchet NNa.\n:::',
  medium: '::video[NNa]{url="https://example.org/film"}',
  chart: ':::chart{type="bar" title="NNa"}\n| År | Mio. |\n| --- | ---: |\n| 2024 | 22 |\n| 2025 | 25 |\n:::',
  chart2: ':::orgchart\n- NNa\n  - NNb\n    - NNc\n    - NNd\n:::',
  signatures: ':::signatures{place="Aarhus" date="2026-02-26"}\nFor bestyrelsen NNa.\n\n- NNb, Formand\n- NNc, revisor, mne21328\n:::',
  html: 'Linje NNa<br>brudt NNb. <!-- væk --> m<sup>2</sup>.',
  rule: '***',
  heading: '### NNa',
};
const indented = (text: string, by: string): string => text.split('\n').map((line) => by + line).join('\n');
const CONTAINERS: Readonly<Record<string, (block: string) => string>> = {
  box: (block) => `::::::factbox[Ydre]\n${block}\n::::::`,
  quote: (block) => indented(block, '> '),
  item: (block) => `- Før\n\n${indented(block, '  ')}\n\n- Efter`,
  columns: (block) => `::::::columns\nFørst et afsnit.\n\n${block}\n\nSidst et afsnit.\n::::::`,
  cards: (block) => `::::::cards\n- **Kort**\n\n${indented(block, '  ')}\n\n- Kort\n::::::`,
  language: (block) => `::::::lang{code=en}\n${block}\n::::::`,
  lead: (block) => `::::::lead\n${block}\n::::::`,
  note: (block) => `Med note.[^WW]\n\n[^WW]: Noten:\n\n${indented(block, '    ')}`,
};

let cases = 0;
const chapters = Object.fromEntries(Object.entries(CONTAINERS).map(([container, hold], chapter) => [`${chapter + 1}-${container}.md`, `# ${container}${chapter === 0 ? ' {#maal}' : ''}\n\n${Object.values(BLOCKS).map((block) => {
  cases += 1;
  const name = `q${cases}z`;
  return `## Sag ${cases}\n\n${hold(block.replaceAll('NN', name)).replaceAll('WW', `w${cases}`)}\n\n${block.includes('[^NN]') ? `[^${name}]: Noten ${name}n.\n\n` : ''}`;
}).join('')}`]));

const markers = (text: string): string[] => text.replace(/[\u00ad\u0002\u200b]/g, '').match(/q\d+z[a-z]/g) ?? [];
/** Two programs may part a row of cards or cells differently: within a case, what counts is that nothing is missing. */
const byCase = (found: readonly string[]): string[] => [...found].sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]) || (a < b ? -1 : 1));

describe.each(['plain', 'beretning'])('every block in every container, in %s', (template) => {
  test('keeps every word, once, in order, inside the page', async () => {
    const edition = await editionOf(publicationOf(chapters, `title: Alt i alt\nlanguage: da\ntoc: false\ntemplate: ${template}\n`));
    const body = Object.entries(chapters).map(([name, text]) => (name.includes('note') ? '' : text)).join('\n');
    const wanted = markers(body.replace(/\[\^q\d+z\]: .*$/gm, ''));
    // A table's head is seen again where the table goes on; it is read once.
    const ink = edition.laidOut.pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' && item.tag === undefined ? markers(item.line.text) : [])));
    const seen = new Set<string>();
    const found = edition.pages.flatMap(markers).filter((marker) => {
      const again = seen.has(marker) && ink.includes(marker);
      seen.add(marker);
      return !again;
    });
    expect(found.filter((marker) => wanted.includes(marker))).toEqual(wanted);
    const all = markers(Object.values(chapters).join('\n'));
    expect(byCase(found)).toEqual(byCase(all));

    // A stroke beside a quote or code runs through no words.
    for (const page of edition.laidOut.pages) {
      const boxes = page.items.flatMap((item) => (item.kind === 'line' ? [{ ...bounds(item), text: item.line.text }] : []));
      for (const item of page.items) {
        const stroke = bounds(item);
        if (item.kind !== 'path' || item.role !== 'bar' || stroke.width > 4 || stroke.height < 10) continue;
        const struck = boxes.filter(({ x, y, width, height }) => x + 1 < stroke.x && stroke.x < x + width - 1 && y < stroke.y + stroke.height && stroke.y < y + height);
        expect(struck.map(({ text }) => text), `page ${page.number}`).toEqual([]);
      }
    }

    // Nor is one struck by a bar or a rule that lies: a card's title over a quote, a note's number under a table.
    for (const page of edition.laidOut.pages) {
      const boxes = page.items.flatMap((item) => (item.kind === 'line' && !item.hidden && !item.turned ? [{ x: item.x + item.line.x, right: item.x + item.line.x + item.line.width, top: item.y - item.size * 0.55, y: item.y + item.size * 0.2, text: item.line.text }] : []));
      for (const item of page.items) {
        const stroke = bounds(item);
        if (item.kind !== 'path' || !['bar', 'rule'].includes(item.role) || item.tag !== undefined || stroke.height > 4 || stroke.width < 10) continue;
        const middle = stroke.y + stroke.height / 2;
        const struck = boxes.filter(({ x, right, top, y }) => x + 1 < stroke.x + stroke.width && stroke.x < right - 1 && top < middle && middle < y);
        expect(struck.map(({ text }) => text), `page ${page.number}`).toEqual([]);
      }
    }

    const { area, width } = theme(template).master;
    const right = Math.max(area.x + area.width, width - area.x);
    for (const page of edition.laidOut.pages) {
      for (const item of page.items) {
        if (item.kind === 'line' && item.artifact !== undefined) continue;
        const box = bounds(item);
        if (item.kind === 'path' && item.tag === undefined && page.chapter === undefined) continue;
        expect(box.x, `${item.kind} ${item.role} on page ${page.number}`).toBeGreaterThan(area.x - 12);
        expect(box.x + box.width, `${item.kind} ${item.role} on page ${page.number}`).toBeLessThan(right + 12);
      }
    }
  }, 60_000);
});
