// A seed → a chapter of Markdown with everything that a manuscript can say, nested at random.

export function randomManuscript(seed: number): string {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const pick = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
  const WORDS = ['kommunerne', 'specialundervisning', 'og', 'i', 'økonomi', '2025', '22,3 %', 'velfærdsreformen', 'fint', 'Ærø', '»citat«', 'e-mail', 'må', 'tværkommunalt', 'effektiv', 'A/S', 'Møller & Søn'] as const;
  const phrase = (least = 1, more = 8): string => Array.from({ length: least + below(more) }, () => pick(WORDS)).join(' ');
  let notes = 0;
  const inline = (): string => pick<() => string>([
    () => phrase(), () => `**${phrase()}**`, () => `*${phrase()}*`, () => `~~${phrase()}~~`, () => '`kode`', () => `[${phrase()}](https://eksempel.dk/${below(99)})`,
    () => `[${phrase()}](#mål)`, () => '[](#mål)', () => '<https://www.kl.dk/en/lang/adresse/som/skal/brydes/over/linjer>', () => 'CO<sub>2</sub>', () => `![](prik.svg)`,
    () => `![en prik](prik.svg)`, () => `[^n${(notes += 1)}]`, () => `***${phrase()}***`, () => `**[${phrase()}](https://a.dk)**`,
  ])();
  const text = (): string => Array.from({ length: 1 + below(6) }, inline).join(' ');
  const indent = (blocks: string, by: string): string => blocks.split('\n').map((line) => (line === '' ? line : by + line)).join('\n');
  const fence = (depth: number): string => ':'.repeat(8 - depth);
  const container = (name: string, content: string, depth: number): string => `${fence(depth)}${name}\n${content}\n${fence(depth)}`;
  const list = (depth: number, mark: string): string => Array.from({ length: 1 + below(4) }, () => `${mark}${indent(depth < 2 && below(3) === 0 ? blocks(depth + 1) : text(), ' '.repeat(mark.length)).trimStart()}`).join('\n');
  const table = (): string => {
    const columns = 1 + below(4);
    const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
    return [row(() => phrase(1, 2)), row(() => pick(['---', ':--', '--:', ':-:'] as const)), ...Array.from({ length: 1 + below(5) }, () => row(() => pick<() => string>([() => '', () => phrase(1, 2), () => inline(), () => String(below(999))])()))].join('\n');
  };
  const chart = (): string => container(`chart{type="${pick(['bar', 'column', 'stacked', 'line'])}" title="${phrase(1, 3)}"}`,
    `| År | A | B |\n|---|--:|--:|\n${Array.from({ length: 2 + below(4) }, (_, n) => `| ${2020 + n} | ${below(90)},${below(9)} | ${below(90)} |`).join('\n')}`, 0);
  const block = (depth: number): string => pick<() => string>([
    text, text, text, () => `${'#'.repeat(1 + below(6))} ${phrase()}`, () => list(depth, '- '), () => list(depth, '1. '), () => list(depth, '- [x] '),
    () => indent(depth < 2 ? blocks(depth + 1) : text(), '> '), table, () => container(`table[${phrase(1, 4)}]`, table(), depth), () => '```js\nconst a = 1;\n  b(a);\n```',
    () => '---', () => `![en prik](prik.svg "${phrase()}")`, () => '![](prik.svg)', () => (depth < 2 ? container(`factbox[${phrase(1, 4)}]`, blocks(depth + 1), depth) : text()),
    () => (depth < 2 ? container('columns{count=2}', blocks(depth + 1), depth) : text()), () => (depth < 2 ? container('lang{code=en}', blocks(depth + 1), depth) : text()),
    () => container('lead', text(), depth), () => container('cards', Array.from({ length: 1 + below(4) }, () => `- **${phrase(1, 3)}**\n  [${phrase(1, 2)}](https://a.dk)`).join('\n'), depth),
    () => container('links[Læs mere]', '- [KL](https://www.kl.dk)\n- [Videre](#mål)', depth), chart,
    () => container('orgchart', '- Top\n  - A\n    - B\n  - C', depth), () => container('signatures{place="København" date="2026-02-26"}', '- Martin Damm, Formand\n- Jesper Møller, direktør', depth),
    () => `::video[${phrase(1, 3)}]{url="https://www.kl.dk/video"}`,
  ])();
  const blocks = (depth: number): string => Array.from({ length: 1 + below(depth === 0 ? 14 : 3) }, () => block(depth)).join('\n\n');
  const body = `# ${phrase()}\n\n## Mål {#mål}\n\n${blocks(0)}\n`;
  return `${body}\n${Array.from({ length: notes }, (_, n) => `[^n${n + 1}]: ${pick([phrase(2), `Se [${phrase()}](https://a.dk).`])}\n`).join('\n')}`;
}
