// The pipeline → the builder that a watch keeps: one edition at every change, and the files that it was made from.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { layOut, makePdf, type LaidOut } from './build.ts';
import { Diagnostics } from './diagnostics/index.ts';
import { describeSheets, type Ink } from './preview/index.ts';
import { packageRoot } from './publication/index.ts';
import { Standing } from './standing.ts';
import type { Builder } from './watch.ts';

/** What changed is found by comparing, not by what the file system tells: nothing that was missed is missed for long. */
export function createBuilder(folder: string, tell?: (what: string) => void): Builder {
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

/** The package's own templates and fonts do not change under a running watch. */
function filesOf({ publication, theme, pictures }: LaidOut): string[] {
  const { configFile, chapters, template, config, snapshot, wordsFile } = publication;
  const cover = config.cover === false || config.cover?.image === undefined ? [] : [config.cover.image];
  return [
    configFile.file, ...chapters.map(({ file }) => file), ...cover, ...(snapshot ? [snapshot.file] : []), ...(wordsFile === undefined ? [] : [wordsFile]),
    ...template.chain.map(({ file }) => file), ...[...theme.faces.values()].map(({ file }) => file),
    // Keys of what is drawn from the text itself (QR codes) are no paths.
    ...[...pictures.keys()].map((key) => resolve(publication.folder, key)),
  ].filter((file) => !file.startsWith(join(packageRoot(), 'fonts')));
}
