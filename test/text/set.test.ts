// Small paragraphs → their lines: what stays together, where words and addresses break, what typed input becomes.
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/document/index.ts';
import { code, context, lines, link, mark, random, set, strong, style, text, typesetter } from './support.ts';

const ragged = { align: 'left', hyphenate: false } as const;
/** As typed → as set on one line. */
const one = (value: string | readonly Inline[], language = 'da'): string => set(value, 5000, ragged, language)[0] ?? '';

describe('typed input becomes typography', () => {
  it.each([
    ['da', 'Han sagde "ja" og gik.', 'Han sagde »ja« og gik.'],
    ['da', '"Det er \'nyt\'", sagde hun', '»Det er ›nyt‹«, sagde hun'],
    ['da', 'KL\'s og Lars\' forslag fra \'68', 'KL’s og Lars’ forslag fra ’68'],
    ['da', '("Mindre bøvl")', '(»Mindre bøvl«)'],
    ['en', '"Don\'t say \'no\'," she said.', '“Don’t say ‘no’,” she said.'],
    ['de', '"Ja", sagte er.', '„Ja“, sagte er.'],
    ['sv', '"Ja", sade han.', '”Ja”, sade han.'],
    ['fr', '"Oui" : vraiment ?', '«\u00A0Oui\u00A0»\u00A0: vraiment\u202F?'],
    ['da', 'Kommunen -- den nye -- er 2022--2026 ...', 'Kommunen – den nye – er 2022–2026 …'],
    ['da', 'Kør printvenlig --strict nu', 'Kør printvenlig --strict nu'],
    ['da', 'Ko\u0308ln', 'Köln'],
    ['da', 'Kun 40% (3,5‰) af dem', 'Kun 40\u00A0% (3,5\u00A0‰) af dem'], ['de', 'Nur 40% davon', 'Nur 40\u00A0% davon'], ['en', 'Only 40% of them', 'Only 40% of them'],
  ])('%s: %s', (language, typed, set) => { expect(one(typed, language)).toBe(set); });
  it('keeps the indentation of code, and each of several spaces', () => {
    const width = (value: string): number => lines([code(value)], 400)[0]?.width ?? 0;
    const letter = width('abc') / 3;
    for (const value of ['    abc', '  a  c', 'a   b']) {
      expect(one([code(value)])).toBe(value);
      expect(width(value) / letter).toBeCloseTo(value.length, 1);
    }
  });
  it('never in code', () => { expect(one([text('Skriv '), code('"a" -- ...')])).toBe('Skriv "a" -- ...'); });
  it('never in addresses', () => { expect(one('Se https://kl.dk/a--b?x=\'1\'&y nu')).toBe('Se https://kl.dk/a--b?x=\'1\'&y nu'); });
  it('quotes close over a change of style', () => { expect(one([text('"'), strong('Fælles'), text('" er nyt')])).toBe('»Fælles« er nyt'); });
  it('not where the template says no', () => {
    const { typesetter: plain } = typesetter({ typography: false });
    expect(plain.set({ inlines: [text('"a" -- b')], style, measure: 500, context })[0].lines[0]?.text).toBe('"a" -- b');
  });
});

/** Pairs of which no line may end in the first and begin with the second, in a measure that invites it. */
const PAIRS: readonly (readonly [language: string, text: string])[] = [
  ['da', '18,8 mio.'], ['da', 'mio. kr.'], ['da', '40 %'], ['da', '§ 12'], ['da', 'kl. 10:30'], ['da', 's. 4'], ['da', 'nr. 7'], ['da', '26. februar'],
  ['da', 'side 4'], ['da', 'tabel 3'], ['da', 'bilag 2'], ['da', 'f. eks.'], ['da', 'bl. a.'], ['da', 'm. fl.'], ['da', 'i morgen'], ['da', 'å løb'], ['da', 'dr. Hansen'],
  ['da', 'H.C. Andersen'], ['da', '12 345'], ['da', 'kommunen –'], ['da', '2.500 kroner'], ['da', '4 uger'],
  ['nb', '26. mars'], ['nb', '40 prosent'], ['sv', '26 februari'], ['sv', 't. ex.'], ['en', 'Mr. Brown'], ['en', '5 May'], ['en', 'p. 12'], ['en', '40 percent'],
  ['de', 'z. B.'], ['de', '26. Februar'], ['de', 'Abs. 2'], ['fr', '26 février'], ['fr', 'n° 7'], ['fr', 'M. Dupont'], ['nl', '26 februari'], ['nl', 'art. 5'],
  ['fi', '26. helmikuuta'], ['pl', '26 lutego'], ['pl', 'w domu'], ['pl', '40 zł'], ['es', 'Sr. García'],
  ['da', 'uge 42'], ['da', '1. kvartal'], ['da', 'Henrik VIII'], ['da', 'Frederik 10.'], ['en', 'May 5'], ['en', '10 a.m.'], ['en', 'War II'], ['de', 'Herr Müller'], ['de', 'Satz 1'], ['de', '12 ff.'],
  ['fr', 'Mme Dupont'], ['fr', 'XXe siècle'], ['sv', '3 kap.'], ['sv', '5 §'],
];

describe('what belongs together stays together', () => {
  it.each(PAIRS)('%s: %s', (language, pair) => {
    const [first, second] = pair.split(' ') as [string, string];
    for (let before = 3; before < 16; before += 1) {
      const words = `${Array.from({ length: before }, (_, n) => ['kommune', 'plan', 'og', 'arbejde', 'nye'][n % 5]).join(' ')} ${pair === 'mio. kr.' ? '18 mio. kr.' : pair} og en del mere som kan stå her`;
      const found = set(words, 160, { hyphenate: false }, language);
      found.forEach((line, index) => {
        const next = found[index + 1];
        if (line.split(' ').at(-1) === first) expect(next?.split(' ')[0], found.join(' / ')).not.toBe(second);
      });
    }
  });
  it('a Spanish date is one', () => {
    for (let width = 60; width < 160; width += 7) expect(set('La reunión es el 26 de mayo en Madrid y otras ciudades', width, ragged, 'es').join('|')).not.toMatch(/26\||de\|mayo/);
  });
  it('a unit of one letter is no lone letter', () => {
    const seen = Array.from({ length: 40 }, (_, n) => set('kanden rummer 7 l vandværksvand', 60 + 3 * n, { ...ragged, hyphenate: false }).join(' / '));
    expect(seen).toContain('kanden rummer 7 l / vandværksvand');
  });
  it('but not at the price of an overfull line', () => {
    const found = set('4.500.000.000 milliarder', 60, { hyphenate: false });
    expect(found.length).toBeGreaterThan(1);
  });
});

describe('addresses', () => {
  it('break after a slash, before a dot or question mark, never in the host, without a hyphen', () => {
    const address = 'https://www.kl.dk/forsidenyheder/2025/september/historisk-stor-donation-skal-goere-hverdagen?side=2&vis=alle';
    const found = set([link(address, true)], 130, ragged);
    expect(found.join('')).toBe(address);
    expect(found[0]?.startsWith('https://www.kl.dk/')).toBe(true);
    for (const [index, line] of found.entries()) if (index + 1 < found.length) expect(/[/-]$/.test(line) || /^[?&=.#]/.test(found[index + 1] ?? ''), line).toBe(true);
  });
  it('are recognised in plain text', () => {
    expect(set('https://eur-lex.europa.eu/legal-content/DA/ALL/?uri=celex:32014L0024', 130).join('')).toBe('https://eur-lex.europa.eu/legal-content/DA/ALL/?uri=celex:32014L0024');
  });
  it('break before a dot of the host rather than between its letters', () => {
    const found = set([link('https://www.havnensvenner.example/fyret', true)], 88, ragged);
    expect(found.join('')).toBe('https://www.havnensvenner.example/fyret');
    for (const line of found.slice(1)) expect(line).toMatch(/^\.|^fyret/);
  });
  it('a line beside a long address is short rather than a hole', () => {
    const [first] = lines('Se https://averyveryverylonghostnamewithoutanyplacetobreak.dk', 300, { hyphenate: false });
    expect(first?.text).toBe('Se');
    const [short] = lines('Læs mere https://averyveryverylonghostnamewithoutanyplacetobreak.dk', 300, { hyphenate: false });
    expect(short?.text).toBe('Læs mere');
    expect(short?.width).toBeLessThan(60);
  });
  it('rather break in the host than beside a hole', () => {
    expect(set('Find den nu på adressen www.foreningenforbevarelse.havnensvenner.example lige nu', 200, { hyphenate: false })[0]).toBe('Find den nu på adressen www');
  });
  it('break between letters only when nothing else helps', () => {
    const found = set([link('https://averyveryverylonghostnamewithoutanyplacetobreak.dk/', true)], 90, ragged);
    for (const line of lines([link('https://averyveryverylonghostnamewithoutanyplacetobreak.dk/', true)], 90, ragged)) expect(line.width).toBeLessThanOrEqual(90.01);
    expect(found.join('')).toBe('https://averyveryverylonghostnamewithoutanyplacetobreak.dk/');
  });
});

describe('marks and faces', () => {
  it('runs part where tag and face change, and keep their text', () => {
    const [line] = lines([text('Se '), link('her'), text(' og '), strong('der'), text('.'), mark('1')], 500, ragged);
    expect(line?.text).toBe('Se her og der.1');
    expect(line?.runs.map((run) => run.text)).toEqual(['Se ', 'her', ' og ', 'der', '.', '1']);
    expect(line?.runs.map((run) => run.tag)).toEqual([undefined, 'l1', undefined, undefined, undefined, 'm1']);
    expect(line?.runs[1]?.underline?.thickness).toBe(0.3);
    expect(line?.runs[5]?.rise).toBeGreaterThan(0);
    expect(line?.notes).toEqual(['n1']);
  });
  it('runs stand one after the other', () => {
    for (const line of lines([text('Alle '), strong('kommuner'), text(' i landet skal nu have en plan for '), link('omstillingen'), text(' af energien i de kommende år.')], 200)) {
      let x = 0;
      for (const run of line.runs) { expect(run.x).toBeCloseTo(x, 4); x += run.width; }
      expect(line.width).toBeCloseTo(x, 4);
      for (const run of line.runs) expect(run.advances.reduce((sum, advance) => sum + advance, 0) * run.size * run.scale / 1000).toBeCloseTo(run.width, 2);
    }
  });
  it('a character that no face has stands in a box, real in the text, named with its line', () => {
    const { typesetter: own, diagnostics } = typesetter();
    const [line] = own.set({ inlines: [text('Tak 😀 for')], style: { ...style, ...ragged }, measure: 500, context })[0].lines;
    expect(line?.runs.map((run) => run.text).join('')).toBe('Tak 😀 for');
    expect(diagnostics.list().map(({ rule, span }) => [rule, span.line, span.column])).toEqual([['missing-glyph', 3, 5]]);
    for (const run of line?.runs ?? []) expect([...run.glyphs]).not.toContain(0);
  });
  it('an emoji of several characters is one box, named once; signs that only say how others behave are none', () => {
    const { typesetter: own, diagnostics } = typesetter();
    const family = '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}';
    const [line] = own.set({ inlines: [text(`Tak ${family} for\u200E den \u202A12.\u202C maj \u2066x\u2069\u061C 1\uFE0F \uFE0F og a\u2061b`)], style: { ...style, ...ragged }, measure: 500, context })[0].lines;
    expect(diagnostics.list().map(({ message }) => message.slice(-10, -1))).toEqual(['(U+1F469)']);
    expect(line?.runs.map((run) => run.text).join('')).toContain(family);
    expect(line?.text.replace(/[\u2061-\u2069\u202A-\u202E\u200E\u061C\uFE0F]/g, '')).toBe(`Tak ${family} for den 12. maj x 1 og ab`.replace('1 og', '1  og'));
    for (const run of line?.runs ?? []) expect([...run.glyphs]).not.toContain(0);
  });
  it('a fallback face steps in', () => {
    const [line] = lines('a ← b', 500, ragged);
    for (const run of line?.runs ?? []) expect([...run.glyphs]).not.toContain(0);
  });
  it('soft hyphens are places to break and nothing else', () => {
    expect(one('special\u00ADundervisning')).toBe('specialundervisning');
    const found = set('en special\u00ADundervisning', 70, { ...ragged, hyphenate: true });
    expect(found).toContain('undervisning');
  });
  it('a line names its place in the manuscript', () => {
    const value = 'Den første linje i kilden og den anden linje i kilden.';
    const inline: Inline = { kind: 'text', value, span: { file: 'a.md', line: 3, column: 1, endLine: 4, endColumn: 1 }, lines: [{ index: 0, line: 3, column: 1 }, { index: 26, line: 4, column: 3 }] };
    const found = lines([inline], 140, ragged);
    const second = found.find((line) => line.span.line === 4);
    expect(second).toBeDefined();
    const index = value.indexOf(second?.text ?? '?');
    expect(second?.span.column).toBe(3 + index - 26);
  });
});

describe('headings', () => {
  it('words stay whole, however long, while the measure holds them', () => {
    for (const value of ['A.2. Opstart af installationsprogrammet', 'B.3. Oprettelse af en forhåndskonfigurationsfil', 'Social- og sundhedsvæsenet i kommunalbestyrelsen']) {
      for (const measure of [240, 260, 300]) {
        const found = lines(value, measure, { ...ragged, balanced: true, size: 17 });
        expect(found.map((line) => line.text).join(' ')).toBe(value);
      }
    }
  });
  it('a word wider than the measure is divided as a reader would', () => {
    expect(lines('Arbejdsmarkedspolitikkens hovedlinjer', 150, { ...ragged, balanced: true, size: 17 })[0]?.text).toBe('Arbejdsmarkeds-');
  });
  it('have lines of near-equal length', () => {
    const found = lines('Kommunerne tager ansvar for den grønne omstilling i hele landet', 240, { ...ragged, balanced: true, size: 17 });
    expect(found.length).toBeGreaterThan(1);
    const widths = found.map((line) => line.width);
    expect(Math.min(...widths)).toBeGreaterThan(0.7 * Math.max(...widths));
  });
  it('take no more lines than they need', () => {
    const value = 'Store ændringer på vej for børn og unge';
    expect(lines(value, 240, { ...ragged, balanced: true, size: 17 }).length).toBe(lines(value, 240, { ...ragged, size: 17 }).length);
  });
});

describe('alternatives', () => {
  it('differ in their number of lines and hold the same words', () => {
    const value = Array.from({ length: 12 }, () => 'Kommunerne har i årets løb arbejdet med en plan for de kommende år og').join(' ');
    const found = typesetter().typesetter.set({ inlines: [text(value)], style, measure: 300, context, alternatives: true });
    expect(new Set(found.map((setting) => setting.lines.length)).size).toBe(found.length);
    for (const setting of found) expect(setting.lines.map((line) => line.text.replace(/-$/, line.hyphenated ? '' : '-') + (line.hyphenated || line.tight ? '' : ' ')).join('').trim()).toBe(value);
  });
});

describe('random paragraphs', () => {
  const SEED = 77;
  const stock = 'kommunernes i og beskæftigelsesindsatsen 18,8 mio. kr. å – »ja« (nej) børne- og ungepolitik f. eks. 26. februar https://www.kl.dk/a/b-c?d=1 KL’s e-mail § 12 sundhedsreformen ældrepleje officielt 100 % den'.split(' ');
  it(`lose no word, leave no measure, end on the edge (seed ${String(SEED)})`, () => {
    const next = random(SEED);
    for (let round = 0; round < 150; round += 1) {
      const value = Array.from({ length: 1 + Math.floor(next() * 60) }, () => stock[Math.floor(next() * stock.length)]).join(' ');
      const measure = 60 + Math.floor(next() * 400);
      const align = (['justify', 'left', 'right', 'center'] as const)[Math.floor(next() * 4)] ?? 'left';
      const found = lines(value, measure, { align });
      expect(found.map((line) => (line.hyphenated ? line.text.slice(0, -1) : line.text) + (line.hyphenated || line.tight ? '' : ' ')).join('').trim()).toBe(value);
      for (const [index, line] of found.entries()) {
        const right = line.x + line.width;
        expect(right, `${String(measure)} ${align}: ${line.text}`).toBeLessThanOrEqual(measure + 8);
        expect(line.x).toBeGreaterThanOrEqual(-6);
        if (/[\p{L}\d]$/u.test(line.text) && !line.hyphenated) expect(right).toBeLessThanOrEqual(measure + 0.01);
        if (align === 'justify' && index < found.length - 1 && /[\p{L}\d]$/u.test(line.text) && line.text.includes(' ')) {
          // Short of the edge only where spaces would be four times their width to reach it (the face's is 2.1 points; letters may give two per cent).
          const spaces = line.text.split(' ').length - 1;
          if (right < measure - 0.005) expect(measure - right, line.text).toBeGreaterThan(spaces * 2.12 * 2);
          else expect(right).toBeCloseTo(measure, 2);
        }
      }
    }
  });
});

describe('extent and metrics', () => {
  it('widest piece and whole width', () => {
    const { typesetter: own } = typesetter();
    const { min, max } = own.extent([text('en kommune 18 %')], style, context);
    expect(max).toBeCloseTo(lines('en kommune 18 %', 5000, ragged)[0]?.width ?? 0, 3);
    expect(min).toBeCloseTo(lines('kommune', 5000, ragged)[0]?.width ?? 0, 3);
  });
  it('the face says how high its letters are', () => {
    const { capHeight, xHeight, ascender, descender } = typesetter().typesetter.metrics(style);
    expect(xHeight).toBeGreaterThan(4);
    expect(capHeight).toBeGreaterThan(xHeight);
    expect(ascender).toBeGreaterThan(capHeight);
    expect(descender).toBeLessThan(0);
  });
});

describe('a tight line', () => {
  it('gives more beside punctuation than between words, and a loose one everywhere alike', () => {
    const { typesetter: made } = typesetter({ lightShrink: 1.6, expansion: 0 });
    const words = 'Kommunen, som har en plan, skal nu i gang med den hele vejen';
    const natural = made.set({ inlines: [text(words)], style: { ...style, align: 'left' }, measure: 1000, context })[0].lines[0]?.width ?? 0;
    const spaces = (width: number): readonly (readonly [before: string, width: number])[] =>
      (made.set({ inlines: [text(`${words} xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`)], style: { ...style, hyphenate: false, protrude: false }, measure: width, context })[0].lines[0]?.runs ?? [])
        .flatMap((run) => [...run.text].flatMap((character, at) => character === ' ' ? [[run.text.charAt(at - 1), run.advances[at] ?? 0] as const] : []));
    const mean = (list: readonly (readonly [string, number])[]): number => list.reduce((sum, [, width]) => sum + width, 0) / list.length;
    const shrunk = (width: number): { light: number; dark: number } => {
      const [tight, own] = [spaces(width), spaces(natural + 0.001)];
      const part = (light: boolean): number => mean(own.filter(([before]) => (before === ',') === light)) - mean(tight.filter(([before]) => (before === ',') === light));
      return { light: part(true), dark: part(false) };
    };
    const tight = shrunk(natural - 6);
    expect(tight.dark).toBeGreaterThan(20);
    expect(tight.light / tight.dark).toBeCloseTo(1.6, 2);
    const loose = shrunk(natural + 6);
    expect(loose.dark).toBeLessThan(-20);
    expect(loose.light / loose.dark).toBeCloseTo(1, 2);
  });
});

describe('a word with several hyphens', () => {
  it('parts at its first one, however short the word behind it', () => {
    expect(set('Klik-og-træk kan ikke flytte dem nu', 50)[0]).toBe('Klik-');
    expect(set('til-og-fra', 30).some((line) => line.endsWith('og-'))).toBe(false);
  });
});

describe('names of files and variables', () => {
  it.each([
    ['preseed_configuration.txt', 90, /^preseed_$/], ['debian.installer.configuration', 100, /^debian\.installer$/],
  ])('%s parts after its underscore or before its dot, without a hyphen', (name, width, first) => {
    const found = set(name, width);
    expect(found[0]).toMatch(first);
    expect(found.join('')).toBe(name);
  });
  it('between letters without a hyphen, where nothing else will do', () => {
    const name = 'etmegetlangtvariabelnavn_etmegetlangtvariabelnavn.txt';
    expect(set(`Filen ${name} er her`, 90).join('').replaceAll(' ', '')).toBe(`Filen${name}erher`);
  });
  it('in a host after a hyphen rather than between letters', () => {
    expect(set('Skriv til medarbejder@forvaltningen-for-teknik.dk nu', 110).slice(1)).toEqual(['@forvaltningen-for-', 'teknik.dk nu']);
  });
});
