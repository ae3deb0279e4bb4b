// A kind of case and a seed → the files to build: what CI, `npm run fuzz` and a find's own test share.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOut } from '../../src/build.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { takeSnapshot, writeSnapshot } from '../../src/snapshot/index.ts';
import { randomPublication } from './grammar.ts';
import { mutate, mutateText, mutateValues } from './mutate.ts';
import { randomOf, type Random } from './random.ts';
import { JPEG_SEEDS, PNG_SEEDS, repairPng, SVG_SEED } from './picture-seeds.ts';

export const KINDS = ['manuscript', 'markdown', 'publication', 'template', 'png', 'jpeg', 'svg', 'font', 'snapshot'] as const;
export type Kind = (typeof KINDS)[number];

export interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Must stand in the PDF. */
  readonly words?: readonly string[];
  /** Also read by `check`. */
  readonly compared?: boolean;
  readonly picture?: 'jpeg';
  /** Its sheet has room for everything. */
  readonly wide?: boolean;
}

const YAML = 'title: Lille rapport\nlanguage: da\ntemplate: plain\ndate: 2026-02-26\nedition: Prøve\ntoc: { depth: 2 }\nlint: { stale-year: warning }\nchapters: [01.md]\npdf: { standard: ua1+a2a }\ncover: { image: a.svg, alt: "" }\nwords: ord.txt\n';
const PLAIN = 'title: Lille rapport\nlanguage: da\ntemplate: plain\n';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const PICTURES = readdirSync('manuscript/images');

const kept = new Map<string, Uint8Array>();
function keptFile(path: string): Uint8Array {
  let bytes = kept.get(path);
  if (!bytes) kept.set(path, (bytes = readFileSync(path)));
  return bytes;
}

/** Some lines of a chapter, since a whole one costs more than it finds. */
function cutOut(text: string, random: Random): string {
  const lines = text.split('\n'), from = random.below(lines.length);
  return lines.slice(from, from + 10 + random.below(40)).join('\n');
}

const SAMPLES = ['01-velkommen', '02-okonomi', '04-arbejdsgiver', '13-kl', '14-regnskab'] as const;

const SMALL_TEMPLATE = 'extends: beretning\npage: { width: 200mm, height: 280mm, area: { x: 15mm, y: 20mm, width: 170mm, height: 230mm } }\nstyles:\n  body: { size: 10pt, leading: 14pt, align: left }\ncolours: { ink: "#111111" }\n';

const YAML_PIECES = [': ', '- ', '{', '}', '[', ']', '"', "'", '&a ', '*a', '!!int ', '|', '>', '~', '0', '9', '1e9', '-1', '.', 'pt', 'mm', 'L', '#', '\n', '  ', '<<: ', 'true', 'null', '? '] as const;

/** A short publication and its snapshot, as `check --update` writes it. */
const SNAPPED = { 'publication.yaml': PLAIN, '01.md': `# Et\n\n${'Tekst om kommunernes økonomi og specialundervisning. '.repeat(80)}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![Et](a.svg)\n\n## To\n\n- x\n- y\n`, 'a.svg': SVG_SEED };
let snapshot: Promise<string> | undefined;

async function takeOne(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    for (const [path, content] of Object.entries(SNAPPED)) writeFileSync(join(folder, path), content);
    const laidOut = await layOut(folder, new Diagnostics());
    if (!laidOut) throw new Error('The publication whose snapshot is taken has errors.');
    return writeSnapshot(takeSnapshot(laidOut.pages, laidOut.pictures));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SNAPSHOT_PIECES = ['page ', '+', '-', '. ', '| ', 'x', 'w', '#', 'fill ', '\n', '\n\n', '1e99', 'NaN', '-0', ' ', '0', '\u0000', 'printvenlig layout 1'] as const;

export async function makeCase(kind: Kind, seed: number): Promise<Case> {
  const random = randomOf(seed ^ 0x5f3759df);
  const picture = (name: string, damaged: Uint8Array): Case => ({ files: { 'publication.yaml': PLAIN, '01.md': `# Et\n\nFør ![Et](${name}) efter.\n\n![To](${name})\n`, [name]: damaged } });
  switch (kind) {
    case 'manuscript': { const made = randomPublication(seed); return { ...made, wide: made.column > 200 }; }
    case 'markdown': {
      const source = random.chance(2) ? encode(cutOut(decode(keptFile(`manuscript/${random.pick(SAMPLES)}.md`)), random)) : encode(String(randomPublication(seed).files['01.md']));
      // One in four is damaged as bytes; the others stay text.
      return { files: { 'publication.yaml': PLAIN, '01.md': random.chance(4) ? mutate(source, seed) : mutateText(decode(source), seed), 'prik.svg': SVG_SEED, 'høj.svg': SVG_SEED, ...Object.fromEntries(PICTURES.map((name) => [`images/${name}`, SVG_SEED])) } };
    }
    case 'publication': return { files: { 'publication.yaml': random.chance(4) ? mutate(encode(YAML), seed) : random.chance(2) ? mutateValues(YAML, seed) : mutateText(YAML, seed, YAML_PIECES), '01.md': '# Et\n\nTekst.\n', 'a.svg': SVG_SEED, 'ord.txt': 'ord\n' } };
    case 'template': {
      const source = random.chance(2) ? decode(keptFile('templates/plain/template.yaml')) : SMALL_TEMPLATE;
      return { files: {
        'publication.yaml': 'title: T\nlanguage: da\ntemplate: ./t\ntoc: { depth: 2 }\ndate: 2026-02-26\n', 'a.svg': SVG_SEED,
        '01.md': '# Et\n\nTekst.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n:::factbox[B]\n- x\n:::\n\n:::cards\n- **a**\n- **b**\n:::\n\n:::chart{type="column" title="L"}\n| År | A |\n|---|--:|\n| 2020 | 2 |\n:::\n\n![en](a.svg "To")\n\n::video[V]{url="https://www.kl.dk/video"}\n\n[^1]: Note.\n',
        't/template.yaml': random.chance(3) ? mutateText(source, seed, YAML_PIECES) : mutateValues(source, seed),
      } };
    }
    case 'png': {
      const damaged = mutate(random.pick(PNG_SEEDS), seed);
      return picture('a.png', random.chance(3) ? damaged : repairPng(damaged));
    }
    case 'jpeg': return { ...picture('a.jpg', mutate(random.pick(JPEG_SEEDS), seed)), picture: 'jpeg' };
    case 'svg': return picture('a.svg', random.chance(3) ? mutate(encode(SVG_SEED), seed) : encode(mutateValues(SVG_SEED, seed)));
    case 'snapshot': {
      const sound = await (snapshot ??= takeOne());
      return { files: { ...SNAPPED, 'layout.snapshot': random.chance(3) ? mutate(encode(sound), seed) : random.chance(2) ? mutateValues(sound, seed) : mutateText(sound, seed, SNAPSHOT_PIECES) }, compared: true };
    }
    case 'font': return { files: {
      'publication.yaml': 'title: T\nlanguage: da\ntemplate: ./t\n', '01.md': '# Et\n\nTekst med *kursiv*, fi og æøå.[^1]\n\n![x](a.svg)\n\n[^1]: Note.\n', 'a.svg': SVG_SEED,
      't/template.yaml': `extends: plain\nfonts: { faces: { lato: fuzz.ttf } }\n`, 't/fonts/fuzz.ttf': mutate(keptFile('fonts/schibsted-grotesk/SchibstedGrotesk_400Regular.ttf'), seed),
    } };
  }
}
