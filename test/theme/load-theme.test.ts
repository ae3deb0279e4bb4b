// What loadTheme makes of the package's templates, and of faulty ones.
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { contrast } from '../../src/theme/contrast.ts';
import { labelsOf, loadTheme } from '../../src/theme/index.ts';
import { templateSource } from '../support/template-source.ts';

const load = (name: string, text?: string) => {
  const diagnostics = new Diagnostics();
  const theme = loadTheme(templateSource(name, text), diagnostics);
  return { theme, found: diagnostics.list().map(({ span, message, hint }) => `${span.file.split('/').at(-2)} ${span.line}:${span.column} ${message}${hint ? ` ${hint}` : ''}`) };
};

describe('the package\'s templates', () => {
  it.each(['plain', 'beretning'])('%s is sound', (name) => {
    const { theme, found } = load(name);
    expect(found).toEqual([]);
    expect([...(theme?.labels.keys() ?? [])].sort()).toEqual(['da', 'de', 'en', 'es', 'fi', 'fr', 'nb', 'nl', 'pl', 'sv']);
  });

  it('beretning stands on its grid and its columns', () => {
    const { theme } = load('beretning');
    expect(theme?.master.grid?.step).toBe(14);
    expect(theme?.master.area.y).toBe(98);
    expect(theme?.styles.body.leading).toBe(14);
    expect(theme?.master.zones.text.x).toBeCloseTo(223.94, 2);
    expect(theme?.styles['list-number'].colour).toEqual({ rgb: [0x98 / 255, 0x3a / 255, 0x1a / 255] });
    expect(theme?.styles.body.colour).toEqual({ gray: 0 });
    expect(theme?.components.quote.side).toBeUndefined();
  });

  it('plain keeps the numbers that it is compared by', () => {
    const styles = load('plain').theme?.styles;
    const numbers = (role: 'body' | 'heading-1' | 'heading-2' | 'heading-3' | 'heading-4' | 'lead'): unknown[] => {
      const style = styles?.[role];
      return [style?.size, style?.leading, style?.before, style?.after, style?.align];
    };
    expect(numbers('body')).toEqual([11, 16, 8, 8, 'justify']);
    expect(numbers('heading-1')).toEqual([26, 31, 0, 20, 'left']);
    expect(numbers('heading-2')).toEqual([17, 21, 26, 12, 'left']);
    expect(numbers('heading-3')).toEqual([12.5, 16, 20, 9, 'left']);
    expect(numbers('heading-4')).toEqual([11, 16, 16, 8, 'left']);
    expect(numbers('lead').slice(0, 2)).toEqual([13, 19]);
  });
});

describe('a variation', () => {
  it('changes what it names and nothing else', () => {
    const { theme, found } = load('beretning', 'extends: beretning\nstyles: { body: { size: 11pt } }\ncolours: { accent: "#004488" }\n');
    expect(found).toEqual([]);
    expect(theme?.styles.body).toMatchObject({ size: 11, leading: 14, hyphenate: true });
    expect(theme?.components.factbox.opening.colour).toEqual({ rgb: [0, 0x44 / 255, 0x88 / 255] });
  });

  it('of another size is told what it inherits for the old one, at the size that it gives', () => {
    const page = 'extends: plain\npage:\n  width: 148mm\n  height: 210mm\n  area: { x: 16mm, y: 18mm, width: 116mm, height: 172mm }\n  zones: { text: { x: 16mm, width: 116mm }, full: { x: 16mm, width: 116mm } }\n';
    expect(load('plain', page).found.map((fault) => fault.replace(/ What stands at .*/, ''))).toEqual([
      expect.stringMatching(/ 3:3 components\.cards\.two reaches beyond the sheet\./), expect.stringMatching(/ 3:3 components\.cards\.three /), expect.stringMatching(/ 3:3 components\.cards\.four /),
      expect.stringMatching(/ 4:3 components\.foot\.lines stands 805 pt from the top, below the sheet's edge at 595 pt\./)]);
    const whole = `${page}components:\n  cards: { two: [16mm, 55mm], three: [16mm, 35mm], four: [16mm, 25mm] }\n  foot: { lines: [{ y: 200mm, what: folio, at: right, role: folio }] }\n`;
    expect(load('plain', whole).found).toEqual([]);
  });

  it('refuses type that nobody could read, or that is none', () => {
    expect(load('plain', 'extends: plain\nstyles:\n  body: { size: 0pt, leading: 1pt, code: { face: code, size: 0.1mm } }\n').found.filter((line) => line.includes('at least'))).toEqual([
      'made-up 3:17 styles.body.size must be at least 2pt, and is "0pt".', 'made-up 3:31 styles.body.leading must be at least 2pt, and is "1pt".', expect.stringMatching(/styles\.body\.code\.size must be at least 2pt, and is "0\.1mm"\./)]);
  });

  it('reports all its faults at once, each at its place', () => {
    const { theme, found } = load('plain', [
      'extends: plain', 'page: { widht: 200mm }', 'styles:', '  body: { size: 11px, colour: inc, align: justified }', '  bdy: { size: 3 }',
      'setting: { maxHyphenRun: 1.5 }', 'components: { list: { hang: -3pt, before: 2L } }', 'cover: perhaps', 'colours: { accent: red }',
    ].join('\n'));
    expect(theme).toBeUndefined();
    expect(found).toMatchInlineSnapshot(`
      [
        "made-up 2:9 "widht" is not known in page. Did you mean "width"?",
        "made-up 4:17 styles.body.size must be a measure such as 14pt, 22mm or 1.5L, and is "11px".",
        "made-up 4:31 styles.body.colour must name a colour of \`colours\`, and is "inc". Did you mean "ink"?",
        "made-up 4:43 styles.body.align must be one of left, right, center, justify, and is "justified". Did you mean "justify"?",
        "made-up 5:3 "bdy" is not known in styles. Did you mean "body"?",
        "made-up 6:26 setting.maxHyphenRun must be a whole number from 0 to 9, and is 1.5.",
        "made-up 7:29 components.list.hang must not be negative.",
        "made-up 7:43 components.list.before is given in L, and page.line does not say what a line is.",
        "made-up 8:8 cover must be true or false, and is "perhaps".",
        "made-up 9:20 colours.accent must be a colour such as "#983A1A", and is "red".",
      ]
    `);
  });

  it('must be valid YAML', () => {
    expect(load('plain', 'page: [\ncover: true\n').found).toMatchInlineSnapshot(`
      [
        "made-up 2:1 This is not valid YAML: a square bracket is opened before this place and not closed.",
      ]
    `);
  });

  it('whose one slip makes nonsense of all that follows is told of the slip alone, be it in the template or in the one below it', () => {
    const broken = 'styles:\n  body: { size: 11pt\ncolours: { accent: red }\nlabels: { da: { page: } }\n}}\n  x\n';
    expect(load('plain', broken).found).toEqual(['made-up 3:1 This is not valid YAML: a brace is opened before this place and not closed.']);
  });

  it('has no measure and no number without end', () => {
    expect(load('plain', `extends: plain\nstyles: { body: { size: .inf, leading: ${'9'.repeat(400)}pt } }\nsetting: { penalties: { loosenessTolerance: 1e999 }, maxHyphenRun: .nan }\n`).found).toEqual([
      expect.stringMatching(/^made-up 2:25 styles\.body\.size must be a measure .* and is no number that can be reckoned with\.$/),
      expect.stringMatching(/^made-up 2:40 styles\.body\.leading must be a measure .* and is "9{80}…"\.$/),
      'made-up 3:45 setting.penalties.loosenessTolerance must be a number of at least 0, and is no number that can be reckoned with.',
      'made-up 3:68 setting.maxHyphenRun must be a whole number from 0 to 9, and is no number that can be reckoned with.',
    ]);
  });

  it('may not be paler than can be read', () => {
    const { found } = load('plain', 'extends: plain\ncolours: { pale: "#999999" }\nstyles:\n  foot:\n    colour: pale\ncomponents: { code: { bar: { colour: paler } } }\n');
    expect(found).toMatchInlineSnapshot(`
      [
        "made-up 6:38 components.code.bar.colour must name a colour of \`colours\`, and is "paler". Did you mean "paper"?",
      ]
    `);
    expect(load('plain', 'extends: plain\ncolours: { pale: "#999999" }\nstyles:\n  foot:\n    colour: pale\n  heading-1: { colour: pale }').found).toMatchInlineSnapshot(`
      [
        "made-up 5:5 The style foot has a contrast of 2.8:1 against its background; 4.5:1 is the least. Choose a darker colour (or a lighter one on a dark ground).",
        "made-up 6:16 The style heading-1 has a contrast of 2.8:1 against its background; 3:1 is the least. Choose a darker colour (or a lighter one on a dark ground).",
      ]
    `);
  });

  it.each([
    ['a mark in the paper\'s own colour', 'components: { code: { bar: { colour: paper } } }', 'components.code.bar.colour has a contrast of 1.0:1'],
    ['ink that is only seen on paper that nobody paints', 'colours: { ink: "#ffffff", paper: "#202020" }', 'The style body has a contrast of 1.0:1'],
    ['code in a large heading', 'colours: { mid: "#888888" }\nstyles: { heading-1: { colour: mid, code: { face: mono, size: 14pt } } }', 'The style heading-1 has a contrast of 3.5:1'],
    ['a title that is set smaller', 'colours: { mid: "#888888" }\nstyles: { cover-title: { colour: mid } }\ncomponents: { cover: { titleSmallest: 14pt } }', 'The style cover-title has a contrast of 3.5:1'],
    ['words below the topmost name', 'components: { orgchart: { topFill: ink } }\nstyles: { orgchart-top: { colour: paper } }', 'The style orgchart has a contrast of 1.0:1'],
    ['a bar without an outline', 'colours: { pale: "#dddddd" }\ncomponents: { chart: { series: [{ fill: pale, point: disc }] } }', 'components.chart.series.1.fill has a contrast of 1.4:1'],
    ['the outline of a bar', 'colours: { pale: "#dddddd" }\ncomponents: { chart: { series: [{ fill: paper, stroke: { width: 1pt, colour: pale }, point: disc }] } }', 'components.chart.series.1.stroke.colour has a contrast of 1.4:1'],
    ['a gridline', 'colours: { pale: "#dddddd" }\ncomponents: { chart: { gridline: { width: 1pt, colour: pale } } }', 'components.chart.gridline.colour has a contrast of 1.4:1'],
    ['a rule of a table', 'colours: { pale: "#dddddd" }\ncomponents: { table: { row: { width: 1pt, colour: pale } } }', 'components.table.row.colour has a contrast of 1.4:1'],
  ])('finds %s', (_, template, fault) => {
    expect(load('plain', `extends: plain\n${template}\n`).found.join('\n')).toContain(fault);
  });

  it('lets pale bars be that have an outline', () => {
    expect(load('plain', 'extends: plain\ncolours: { pale: "#dddddd" }\ncomponents: { chart: { series: [{ fill: pale, stroke: { width: 1pt, colour: ink }, point: disc }] } }\n').found).toEqual([]);
  });

  it('finds its fonts or says which it lacks', () => {
    expect(load('plain', 'extends: plain\nfonts: { faces: { lato: lato/Latto.ttf } }\n').found).toMatchInlineSnapshot(`
      [
        "made-up 2:19 The font file "lato/Latto.ttf" is neither in the template's fonts/ nor in the package's.",
      ]
    `);
    expect(load('plain', 'extends: plain\nstyles: { body: { family: txt }, foot: { like: head }, head: { like: foot } }\n').found).toMatchInlineSnapshot(`
      [
        "made-up 2:27 styles.body.family must name a family of \`fonts.families\`, and is "txt". Did you mean "text"?",
      ]
    `);
  });
});

describe('labels and contrast', () => {
  it('finds the nearest language', () => {
    const { theme } = load('plain');
    if (!theme) throw new Error('plain does not load');
    expect(labelsOf(theme, 'da-DK').labels.contents).toBe('Indhold');
    expect(labelsOf(theme, 'no').labels.contents).toBe('Innhold');
    expect(labelsOf(theme, 'xx')).toMatchObject({ exact: false, language: 'en' });
  });
  it('measures as WCAG does', () => {
    expect(contrast({ gray: 0 }, { gray: 1 })).toBeCloseTo(21, 5);
    expect(contrast({ rgb: [0x98 / 255, 0x3a / 255, 0x1a / 255] }, { gray: 1 })).toBeCloseTo(7.1, 1);
  });
});
