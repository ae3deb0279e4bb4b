// A seed → a publication: everything that a manuscript can say, nested at random, on a sheet and in a template of random sizes.
import { randomOf, type Random } from './random.ts';

export interface RandomPublication {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Points that the running text has across. */
  readonly column: number;
  /** Words that must stand in the PDF, each written once: "w00017q". */
  readonly words: readonly string[];
}

const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="16" fill="#336699"/></svg>';
const TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="1900"><rect width="60" height="1900" fill="#993333"/></svg>';
const FILLING = ['kommunerne', 'specialundervisning', 'og', 'i', 'økonomi', '2025', '22,3 %', 'velfærdsreformen', 'Ærø', '»citat«', 'e-mail', 'tværkommunalt', 'A/S', 'kl. 10:30', '§ 3, stk. 2',
  'סוד', '日本', '👩‍🔬', 'a\u0301', 'ﬁ', '\\*', '&amp;', 'x\u00adyz', '\u200bnul', '1.234.567,89', 'https://example.org/en/lang/adresse/med/mange/led?og=mere', 'Donaudampfschifffahrtsgesellschaftskapitän'] as const;

export function randomPublication(seed: number): RandomPublication {
  const writer = new Writer(randomOf(seed));
  const chapters = writer.large ? 1 + writer.random.below(3) : 1;
  const files: Record<string, string> = { 'prik.svg': DOT, 'høj.svg': TALL };
  for (let index = 1; index <= chapters; index += 1) files[`0${index}.md`] = writer.chapter();
  return { files: { ...files, ...writer.settings() }, words: writer.words, column: writer.column };
}

class Writer {
  readonly words: string[] = [];
  column = 400;
  private notes: string[] = [];
  private noteSerial = 0;

  /** Most are small: they say more a second. */
  readonly large: boolean;

  constructor(readonly random: Random) { this.large = random.chance(5); }

  settings(): Record<string, string> {
    const { random } = this;
    const own = random.chance(2);
    const name = random.pick<'plain' | 'beretning'>(['plain', 'beretning']);
    const long = random.chance(12) ? this.phrase(200, 200, false) : 'Møller & Søn';
    return {
      'publication.yaml': `title: ${JSON.stringify(long.replace(/\\/g, ''))}\nlanguage: ${random.pick(['da', 'da', 'en', 'de', 'tlh', 'fi'])}\ntemplate: ${own ? './skabelon' : name}\n`
        + `${random.chance(2) ? 'edition: Prøve\n' : ''}${random.chance(3) ? 'organisation: KL\ndate: 2026-02-26\n' : ''}${random.chance(2) ? `toc: { depth: ${1 + random.below(6)} }\n` : ''}${random.chance(3) ? 'cover: { image: prik.svg, alt: "" }\n' : ''}`,
      ...(own ? { 'skabelon/template.yaml': this.template(name) } : {}),
    };
  }

  private template(base: 'plain' | 'beretning'): string {
    const { random } = this;
    // From a leaflet to a poster; one in eight smaller than anything printed.
    const tiny = random.chance(8);
    const width = (tiny ? 120 : 280) + random.below(900), height = (tiny ? 140 : 300) + random.below(1200);
    const margin = 5 + random.below(Math.max(1, Math.floor(Math.min(width, height) / 5)));
    const [areaWidth, areaHeight] = [width - 2 * margin, height - 2 * margin];
    const columns = random.chance(4) ? 1 + random.below(3) : 1;
    const column = Math.floor((areaWidth - 12 * (columns - 1)) / columns);
    const side = base === 'beretning' ? `, side: { x: ${margin}pt, width: ${Math.floor(column * 0.3)}pt }` : '';
    const text = base === 'beretning' ? { x: margin + Math.floor(column * 0.35), width: Math.floor(column * 0.65) } : { x: margin, width: column };
    this.column = text.width;
    const lines = [
      `extends: ${base}`,
      `page: { width: ${width}pt, height: ${height}pt, mirrored: ${random.chance(2)}, area: { x: ${margin}pt, y: ${margin}pt, width: ${areaWidth}pt, height: ${areaHeight}pt }, `
      + `zones: { text: { x: ${text.x}pt, width: ${text.width}pt }, full: { x: ${margin}pt, width: ${column}pt }${side} }${columns > 1 ? `, columns: ${columns}, gutter: 12pt` : ''} }`,
    ];
    if (random.chance(3)) lines.push(`styles: { body: { size: ${5 + random.below(14)}pt, leading: ${6 + random.below(24)}pt, align: ${random.pick(['justify', 'left', 'right', 'center'])}, indent: ${random.below(40)}pt }, heading-1: { size: ${6 + random.below(40)}pt, leading: ${8 + random.below(50)}pt } }`);
    if (random.chance(4)) lines.push(`costs: { widow: ${random.below(1e6)}, orphan: ${random.below(1e6)}, shortPage: ${random.below(1e5)}, tornBox: ${random.below(1e5)} }`);
    lines.push(`cover: ${height > 700 && width > 480 && random.chance(2)}`,
      `components: { ${base === 'beretning' ? `cards: { ${['two', 'three', 'four'].map((name, at) => `${name}: [${margin}pt, ${Math.floor((column + 8) / (at + 2)) - 8}pt]`).join(', ')}, gutter: 8pt }, ` : ''}head: { lines: [{ y: ${Math.floor(margin * 0.8)}pt, what: title-and-edition, at: ${random.pick(['side', 'text', 'right'])}, role: head }] }, foot: { lines: [{ y: ${height - 2}pt, what: folio, at: right, role: folio }] }, opening: { title: 0pt }, contents: { title: 0pt, first: 0pt } }`);
    return `${lines.join('\n')}\n`;
  }

  chapter(): string {
    this.notes = [];
    const front = this.random.chance(4) ? `---\ntitle: ${this.random.chance(2) ? 'Titel' : '"Titel: to"'}\n${this.random.chance(3) ? 'toc: false\n' : ''}${this.random.chance(3) ? 'startOn: right\n' : ''}---\n` : '';
    const target = `mål${this.noteSerial++}`;
    const body = `${this.random.chance(8) ? '' : `# ${this.phrase(1, 6)} {#${target}}\n\n`}${this.blocks(0)}\n`;
    let notes = '';
    // A note may hold marks of further notes, which then join the row.
    for (let at = 0; at < this.notes.length; at += 1) {
      const deep = at < 40 && this.random.chance(5);
      notes += `\n[^${this.notes[at] ?? ''}]: ${deep ? `${this.text()}\n\n    ${indent(this.blocks(3), '    ').trimStart()}` : this.phrase(1, this.random.chance(10) ? 400 : 12)}\n`;
    }
    return `${front}${body}${notes}`;
  }

  private word(): string {
    const word = `w${String(this.words.length).padStart(5, '0')}q`;
    this.words.push(word);
    return word;
  }

  /** `kept`: its own words must be found again. */
  private phrase(least = 1, more = 8, kept = true): string {
    return Array.from({ length: least + this.random.below(more) }, () => (kept && this.random.chance(2) ? this.word() : this.random.pick(FILLING))).join(' ');
  }

  private inline(): string {
    const phrase = (): string => this.phrase(1, 5);
    return this.random.pick<() => string>([
      phrase, phrase, phrase, () => `**${phrase()}**`, () => `*${phrase()}*`, () => `~~${phrase()}~~`, () => `***${phrase()}***`, () => `\`${this.word()} x\``,
      () => `[${phrase().replace(/https?:\S+/g, 'her')}](https://eksempel.dk/${this.random.below(99)})`, () => `x<sub>${this.word()}</sub>`, () => `10<sup>${this.random.below(9)}</sup>`,
      () => '![](prik.svg)', () => `![en prik](prik.svg)`, () => `![høj](høj.svg)`, () => this.note(), () => '<https://www.kl.dk/en/lang/adresse/som/skal/brydes/over/linjer>', () => `${this.word()}<br>${this.word()}`,
    ])();
  }

  private note(): string {
    const id = `n${this.noteSerial++}`;
    this.notes.push(id);
    return `${this.word()}[^${id}]`;
  }

  private text(): string {
    return Array.from({ length: 1 + this.random.below(this.random.chance(12) ? 120 : 6) }, () => this.inline()).join(' ');
  }

  private blocks(depth: number): string {
    return Array.from({ length: 1 + this.random.below(depth === 0 ? (this.large ? 12 : 4) : depth > 2 ? 2 : 3) }, () => this.block(depth)).join('\n\n');
  }

  private container(head: string, content: string, depth: number): string {
    const fence = ':'.repeat(9 - depth);
    return `${fence}${head}\n${content}\n${fence}`;
  }

  private block(depth: number): string {
    const { random } = this;
    const label = (): string => this.phrase(1, 4).replace(/https?:\S+/g, 'her');
    const inner = (): string => (depth < 4 ? this.blocks(depth + 1) : this.text());
    return random.pick<() => string>([
      () => this.text(), () => this.text(), () => this.text(), () => `${'#'.repeat(1 + random.below(6))} ${this.phrase(1, random.chance(15) ? 300 : 8)}`,
      () => this.list(depth, '- '), () => this.list(depth, '1. '), () => this.list(depth, '- [x] '), () => indent(inner(), '> '), () => this.table(), () => this.container(`table[${label()}]`, this.table(), depth),
      () => `\`\`\`js\n${this.word()} = 1;\n  ${'y'.repeat(random.below(300))}(a);\n\`\`\``, () => '---', () => `![en prik](prik.svg "${this.phrase(1, 5).replace(/["\\]/g, '')}")`, () => '![](høj.svg)', () => '![en prik](prik.svg){width=100%}',
      () => this.container(`factbox[${label()}]`, inner(), depth), () => this.container(`columns{count=${2 + random.below(2)}}`, inner(), depth), () => this.container('lang{code=en}', inner(), depth),
      () => this.container('lead', this.text(), depth), () => this.container('cards', Array.from({ length: 1 + random.below(6) }, () => `- **${this.phrase(1, 3)}**\n\n  ${indent(random.chance(4) ? inner() : this.text(), '  ').trimStart()}`).join('\n'), depth),
      () => this.container('links[Læs mere]', `- [${label()}](https://www.kl.dk)\n- ${this.word()} [her](https://a.dk/lang/adresse)`, depth), () => this.chart(depth),
      () => this.container('orgchart', `- ${this.word()}\n${Array.from({ length: random.below(8) }, (_, n) => `${n % 3 === 2 ? '    ' : '  '}- ${this.word()}`).join('\n')}`, depth),
      () => this.container('signatures{place="Odense" date="2026-02-26"}', `${this.text()}\n\n- ${this.word()} Andersen, Formand\n- Bo ${this.word()}, direktør`, depth),
      () => `::video[${label()}]{url="https://www.kl.dk/video"}`, () => '::pagebreak', () => (depth === 0 ? '::toc' : this.text()),
    ])();
  }

  private list(depth: number, mark: string): string {
    return Array.from({ length: 1 + this.random.below(4) }, () =>
      `${mark}${indent(depth < 4 && this.random.chance(3) ? `${this.text()}\n\n${this.blocks(depth + 1)}` : this.text(), ' '.repeat(mark.startsWith('1') ? 3 : 2)).trimStart()}`).join('\n');
  }

  private table(): string {
    const columns = 1 + this.random.below(this.random.chance(10) ? 25 : 5);
    const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
    const cells: readonly [() => string, ...(() => string)[]] = [() => '', () => this.phrase(1, 3), () => String(this.random.below(999)), () => '1.234,5', () => this.phrase(1, this.random.chance(20) ? 300 : 9), () => '![](prik.svg)'];
    return [row(() => this.phrase(1, 2)), row(() => this.random.pick(['---', ':--', '--:', ':-:'])), ...Array.from({ length: 1 + this.random.below(this.random.chance(12) ? 60 : 6) }, () => row(() => this.random.pick(cells)()))].join('\n');
  }

  private chart(depth: number): string {
    const value = (): string => this.random.pick([`${this.random.below(90)},${this.random.below(9)}`, `-${this.random.below(90)}`, '0', '', 'ukendt', '999999999999']);
    return this.container(`chart{type="${this.random.pick(['bar', 'column', 'stacked', 'line'])}" title="Løft"}`,
      `| År | A | B |\n|---|--:|--:|\n${Array.from({ length: 1 + this.random.below(9) }, (_, n) => `| ${2020 + n} | ${value()} | ${value()} |`).join('\n')}`, depth);
  }
}

function indent(blocks: string, by: string): string {
  return blocks.split('\n').map((line) => (line === '' ? by.trimEnd() : by + line)).join('\n');
}
