// Every chapter of traps/ → its galleys in a template and measure, set in real fonts once; pages are made up from them again and again.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { flowDocument, footStyle, type Galley } from '../../src/flow/index.ts';
import { parseManuscript } from '../../src/markdown/index.ts';
import { fillPages, type MadeUp } from '../../src/pages/index.ts';
import { readPictures } from '../../src/pictures/index.ts';
import { readPublication } from '../../src/publication/index.ts';
import { createTypesetter } from '../../src/text/index.ts';
import { loadTheme, type Theme } from '../../src/theme/index.ts';

const FOLDER = join(import.meta.dirname, 'traps');
const DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect x="16" y="16" width="300" height="150" fill="#336699"/></svg>';

/** Other measures of the two templates: their page, narrower. */
const MEASURES = {
  plain: undefined,
  beretning: undefined,
  'plain-narrow': 'extends: plain\npage:\n  area: { x: 55mm, y: 25mm, width: 100mm, height: 247mm }\n  zones: { text: { x: 55mm, width: 100mm }, full: { x: 55mm, width: 100mm } }\n',
  'beretning-narrow': 'extends: beretning\npage:\n  area: { x: 22mm, y: 7L, width: 137.5mm, height: 47L }\n  zones:\n    side: { x: 22mm, width: 52mm }\n    text: { x: 79mm, width: 80.5mm }\n    full: { x: 22mm, width: 137.5mm }\n',
} as const;
export type Measure = keyof typeof MEASURES;

export interface TrapChapter { readonly name: string; readonly galleys: readonly Galley[] }
export interface Traps {
  readonly theme: Theme;
  readonly chapters: readonly TrapChapter[];
  /** A chapter on pages of this height. */
  makeUp(chapter: TrapChapter, height: number, diagnostics: Diagnostics): MadeUp;
}

/** `source`: the folder of chapters, without a publication.yaml that is asked. */
export async function setTraps(measure: Measure, source = FOLDER): Promise<Traps> {
  const names = readdirSync(source).filter((name) => name.endsWith('.md')).sort();
  const folder = join(mkdtempSync(join(tmpdir(), 'traps-')), 'manuscript');
  cpSync(source, folder, { recursive: true });
  writeFileSync(join(folder, 'prik.svg'), DOT);
  const template = MEASURES[measure];
  if (template !== undefined) {
    mkdirSync(join(folder, 'templates', measure), { recursive: true });
    writeFileSync(join(folder, 'templates', measure, 'template.yaml'), template);
  }
  writeFileSync(join(folder, 'publication.yaml'), `title: Fælder\nlanguage: da\ntoc: false\ncover: false\ntemplate: ${measure}\n`);
  const diagnostics = new Diagnostics();
  const publication = readPublication(folder, diagnostics);
  const theme = publication && loadTheme(publication.template, diagnostics);
  if (!publication || !theme) throw new Error(JSON.stringify(diagnostics.list()));
  const document = parseManuscript(publication, diagnostics);
  const pictures = await readPictures(document, (file) => publication.read(file), diagnostics);
  const typesetter = createTypesetter({ faces: theme.faces, fallback: theme.fallback, rules: theme.rules });
  const { galleys } = flowDocument(document, theme, typesetter, pictures, { pages: 0, pageOf: new Map() }, diagnostics);
  if (diagnostics.list().some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(diagnostics.list()));
  return {
    theme,
    chapters: names.map((name, index) => ({ name: name.replace('.md', ''), galleys: galleys.filter(({ chapter }) => chapter === index) })),
    makeUp: ({ galleys: own }, height, found) =>
      fillPages(own, { ...theme.master, area: { ...theme.master.area, height } }, theme.costs, { notes: footStyle(theme), leading: theme.styles.body.leading }, found),
  };
}
