// A number of chapters → a report as plain data: seeded, the same words for every engine that sets it.
import { readFileSync } from 'node:fs';

/** Small numbers from a seed: mulberry32, by Tommy Ettinger, in the public domain. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SMALL = 'og i at det er en til på som de med for der af ikke den har et vi kan skal men om fra så var hun han eller ved efter også når ud over mere under hvor hvis blev nu kun mellem alle deres have sin bliver op andre første mange år denne uden meget samme hver dag flere store siden'.split(' ');
const ENDINGS = ['', '', '', 'en', 'et', 'er', 'erne', 's', 'e'];

/** A vocabulary of which few words are said often and most are said once; lengths and repetitions are those of a Danish report. */
function vocabulary(random) {
  const parts = readFileSync(new URL('../src/text/data/da-parts.txt', import.meta.url), 'utf8').split('\n').filter((word) => word.length > 3 && word.length < 10);
  const part = () => parts[Math.floor(random() * parts.length)];
  const word = () => (random() < 0.16 ? part() : '') + part() + ENDINGS[Math.floor(random() * ENDINGS.length)];
  const words = Array.from({ length: 16_000 }, word);
  return () => (random() < 0.56 ? SMALL[Math.floor(random() ** 2 * SMALL.length)] : words[Math.floor(random() ** 2.5 * words.length)]);
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** About four and a half pages of the template `plain` a chapter. */
export function makeReport(chapters, seed = 20) {
  const random = randomFrom(seed);
  const word = vocabulary(random);
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  const words = (count) => Array.from({ length: count }, word).join(' ');
  const sentence = () => {
    const count = between(7, 24), comma = count > 10 ? between(4, count - 4) : 0;
    return `${capital(comma ? `${words(comma)}, ${words(count - comma)}` : words(count))}.`;
  };
  const sentences = (count) => Array.from({ length: count }, sentence).join(' ');
  const paragraph = () => {
    const inlines = [sentences(between(1, 3))];
    const kind = random();
    if (kind < 0.12) inlines.push(' ', { strong: capital(words(2)) }, ` ${words(6)}.`);
    else if (kind < 0.24) inlines.push(` ${capital(words(4))} `, { em: words(2) }, ` ${words(4)}.`);
    else if (kind < 0.32) inlines.push(` ${capital(words(3))} `, { link: words(3), href: `https://www.example.dk/${between(100, 999)}` }, '.');
    else if (kind < 0.38) inlines.push({ note: sentence() });
    inlines.push(` ${sentences(between(1, 3))}`);
    return { paragraph: inlines };
  };
  const list = () => ({ list: Array.from({ length: between(3, 6) }, () => sentence()), ordered: random() < 0.3 });
  const table = () => ({
    table: Array.from({ length: between(5, 10) }, () => [capital(words(2)), `${between(1, 99)},${between(0, 9)}`, `${between(100, 999)}`, capital(words(1))]),
    head: ['Område', 'Andel', 'Antal', 'Enhed'], caption: capital(words(4)),
  });
  const chapter = () => {
    const blocks = [];
    for (let section = 0; section < 4; section++) {
      blocks.push({ heading: capital(words(3)), level: 2 });
      for (let part = 0; part < 2; part++) {
        if (part > 0) blocks.push({ heading: capital(words(3)), level: 3 });
        for (let count = between(2, 4); count > 0; count--) blocks.push(paragraph());
        if (random() < 0.35) blocks.push(list());
        if (random() < 0.15) blocks.push(table());
      }
    }
    return { title: capital(words(2)), blocks };
  };
  return { title: 'Beretning om ingenting', language: 'da', chapters: Array.from({ length: chapters }, chapter) };
}
