// Sources of the publication → embedded files, named as what the document was made from.
import { createHash } from 'node:crypto';
import type { PdfInput } from './input.ts';
import { dateOf } from './metadata.ts';
import { nameTree } from './name-tree.ts';
import { text, type Objects, type PdfValue, type Ref } from './objects.ts';

/** Gives the file specifications, for the catalog's AF. */
export function writeAttachments({ attachments, meta }: PdfInput, objects: Objects): Ref[] {
  const date = dateOf(meta);
  const specifications = attachments.map(({ name, mime, bytes, description }) => {
    const embedded = objects.stream({
      Type: 'EmbeddedFile',
      // A name: pdfkit leaves the slash of "text/markdown" as it is.
      Subtype: mime.replace(/[^A-Za-z0-9.+-]/g, (character) => `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
      Params: {
        Size: bytes.length,
        CheckSum: new Uint8Array(createHash('md5').update(bytes).digest()),
        ...(date ? { ModDate: date as unknown as PdfValue } : {}),
      },
    }, bytes);
    return objects.add({
      Type: 'Filespec', F: text(name), UF: text(name), Desc: text(description), AFRelationship: 'Source',
      EF: { F: embedded, UF: embedded },
    });
  });
  if (specifications.length > 0) {
    objects.names.EmbeddedFiles = objects.add(nameTree(attachments.map(({ name }, n) => ({ name, value: specifications[n] }))));
  }
  return specifications;
}
