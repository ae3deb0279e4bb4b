// The pipeline → the builder that a watch keeps: one edition at every change, and the files that it was made from.
import { createHash } from 'node:crypto';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { layOut, makePdf, type LaidOut } from './build.ts';
import { Diagnostics } from './diagnostics/index.ts';
import { describeSheets, type Ink } from './preview/index.ts';
import type { ProofDesk } from './proof-desk.ts';
import { Standing } from './standing.ts';
import type { Builder } from './watch.ts';

/** What changed is found by comparing, not by what the file system tells: nothing that was missed is missed for long. */
export function createBuilder(folder: string, tell?: (what: string) => void, desk?: ProofDesk): Builder {
  const standing = new Standing();
  const fonts = new WeakMap<Uint8Array, string>();
  return {
    async build() {
      const diagnostics = new Diagnostics();
      const laidOut = await layOut(folder, diagnostics, { tell, standing });
      if (!laidOut) return { diagnostics: diagnostics.list(), title: '', language: 'en', sheets: () => [], texts: new Map() };
      const pdf = await makePdf(laidOut, tell, standing);
      const { publication } = laidOut;
      return {
        diagnostics: diagnostics.list(), pdf, output: publication.config.output, title: publication.config.title, language: publication.config.language,
        files: filesOf(laidOut), texts: new Map(publication.chapters.map(({ file, text }) => [file, text])),
        sheets: () => describeSheets(laidOut.pages, inkOf(laidOut, fonts)),
        ...(desk ? { proofread: () => desk.read(folder) } : {}),
      };
    },
  };
}

function inkOf({ theme, pictures }: LaidOut, fonts: WeakMap<Uint8Array, string>): Ink {
  const faces = new Map<string, string>();
  return {
    face(key) {
      let digest = faces.get(key);
      if (digest === undefined) {
        const bytes = theme.faces.get(key)?.bytes;
        digest = (bytes && fonts.get(bytes)) ?? createHash('sha1').update(bytes ?? key).digest('base64url').slice(0, 8);
        if (bytes) fonts.set(bytes, digest);
        faces.set(key, digest);
      }
      return digest;
    },
    picture: (key) => pictures.get(key)?.hash ?? key,
  };
}

/** Not layout.snapshot: it is what an edition is compared with, not what it is made from. */
function filesOf({ publication, theme, pictures }: LaidOut): string[] {
  const { configFile, chapters, template, config, wordsFile } = publication;
  const cover = config.cover === false || config.cover?.image === undefined ? [] : [config.cover.image];
  const faces = [...theme.faces.values()].map(({ file }) => file);
  // A font put into a template's own fonts/ is taken before the one that is used now.
  const names = faces.flatMap((face) => [basename(face), face.split(`${sep}fonts${sep}`).at(-1) ?? face]);
  const fonts = template.chain.flatMap(({ file }) => names.map((name) => join(dirname(file), 'fonts', name)));
  return [
    configFile.file, ...chapters.map(({ file }) => file), ...cover, ...(wordsFile === undefined ? [] : [wordsFile]),
    ...template.chain.map(({ file }) => file), ...template.places, ...faces, ...fonts,
    // Keys of what is drawn from the text itself (QR codes) are no paths.
    ...[...pictures.keys()].filter((key) => isAbsolute(key)),
  ];
}
