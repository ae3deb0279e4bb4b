// Pages and structure tree → PDF bytes, from top to bottom.
import { Pictures } from './artwork.ts';
import { writeAttachments } from './attachments.ts';
import { compact } from './compact.ts';
import { findDecorations } from './decorations.ts';
import { arrangeElements, lastingMarks, type ElementTree } from './elements.ts';
import { Face } from './face.ts';
import type { PdfInput } from './input.ts';
import type { Page } from '../pages/index.ts';
import { KeptPdf } from './kept-pdf.ts';
import type { Group } from './marked.ts';
import { claims, informationDictionary, xmp } from './metadata.ts';
import { Destinations, pageLabels, writeOutline, type Destination } from './navigation.ts';
import { Objects, text, type Ref } from './objects.ts';
import { paintPage, wouldPaint, type Inks, type Painted } from './paint-page.ts';
import { elementAt, type Faces } from './rectangles.ts';
import { structureType } from './roles.ts';
import { srgbProfile } from './srgb-profile.ts';
import { referElements, writeStructure, type StructurePage } from './structure.ts';

/** With `kept`, what the last edition shares with this one is not made again. */
export async function writePdf(input: PdfInput, kept = new KeptPdf({ once: true })): Promise<Uint8Array> {
  kept.deflater.beginEdition();
  const claim = claims(input.standard, input.attachments.length > 0);
  const pdf20 = claim.version === '2.0';
  const groups = kept.group(input.pages, findDecorations(input.tags, input.pages));
  const tree = arrangeElements(input.tags, groups);

  const objects = new Objects(informationDictionary(input.meta), kept.deflater);
  const { faceOf, faces } = openFaces(input, objects);
  const inks: Inks = {
    face: faceOf,
    pictures: new Pictures(objects, input.pictures),
    role: (tag) => structureType(tree.byId.get(tag)?.node.role ?? 'Span', pdf20, []).name,
  };
  // Destinations of PDF 2.0 are elements, found among all marks.
  const lasting = kept.once && !pdf20 ? lastingMarks(tree) : undefined;
  const pages = input.pages.map((page, n): StructurePage => {
    const marks = groups[n] ?? [];
    const { content, used } = paintOnce(page, marks, inks, kept);
    if (lasting) for (const mark of marks) if (!lasting.has(mark)) mark.parts.length = 0;
    input.letGo?.(n);
    const sheet = objects.addPage(page.width, page.height, content);
    const fonts = used.flatMap((ink) => (ink.kind === 'face' ? [[ink.name, faceOf(ink.key).ref] as const] : []));
    const pictures = used.flatMap((ink) => (ink.kind === 'picture' ? [[ink.name, inks.pictures.write(ink.artwork).ref] as const] : []));
    if (fonts.length > 0) sheet.resources.data.Font = Object.fromEntries(fonts);
    if (pictures.length > 0) sheet.resources.data.XObject = Object.fromEntries(pictures);
    return { dictionary: sheet.dictionary, height: page.height };
  });

  // Every glyph is painted: the subsets are known.
  for (const face of faces()) face.write(objects, kept.subsets);

  const refs = referElements(tree, objects);
  const destinations = new Destinations(findDestinations(input, pages, groups, tree, pdf20 ? refs : undefined, faceOf));
  const structure = writeStructure(tree, refs, { objects, pages, groups, faces: faceOf, pdf20, goTo: (anchor) => destinations.goTo(anchor) });

  const outline = writeOutline(input.outline, destinations, objects);
  const sources = writeAttachments(input, objects);
  objects.names.Dests = objects.add(destinations.nameTree());
  const metadata = objects.ref({ Type: 'Metadata', Subtype: 'XML' });
  // Read by tools that do not unpack: metadata stands in the open.
  (metadata as Ref & { compress: boolean }).compress = false;
  metadata.write(new TextEncoder().encode(xmp(input.meta, claim)));
  metadata.end();
  Object.assign(objects.catalog, {
    MarkInfo: { Marked: true },
    StructTreeRoot: structure,
    Lang: text(input.meta.language),
    ViewerPreferences: objects.ref({ DisplayDocTitle: true }),
    PageLabels: pageLabels(input.pages),
    ...(outline ? { Outlines: outline, PageMode: 'UseOutlines' } : {}),
    Metadata: metadata,
    OutputIntents: [{
      Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: text('sRGB IEC61966-2.1'), Info: text('sRGB IEC61966-2.1'),
      RegistryName: text('http://www.color.org'),
      DestOutputProfile: objects.stream({ N: 3 }, srgbProfile()),
    }],
    ...(sources.length > 0 ? { AF: sources } : {}),
  });
  return compact(objects.finish(), { version: claim.version, info: !pdf20 }, kept.deflater);
}

/** A page that is the very same, its marks and inks too, stands as it was painted. */
function paintOnce(page: Page, groups: readonly Group[], inks: Inks, kept: KeptPdf): Painted {
  const known = kept.page(page);
  if (known?.groups === groups && wouldPaint(known.painted, inks)) return known.painted;
  const painted = paintPage(groups, inks);
  kept.keep(page, { groups, painted });
  return painted;
}

/** Faces are opened when a page first uses them. */
function openFaces(input: PdfInput, objects: Objects): { faceOf: Faces; faces: () => Iterable<Face> } {
  const open = new Map<string, Face>();
  const faceOf: Faces = (key) => {
    let face = open.get(key);
    if (face === undefined) {
      const source = input.faces.get(key);
      if (source === undefined) throw new Error(`No face "${key}".`);
      open.set(key, (face = new Face(`F${open.size + 1}`, source, objects.ref())));
    }
    return face;
  };
  return { faceOf, faces: () => open.values() };
}

/** `refs`: structure destinations are wanted (PDF 2.0). */
function findDestinations(
  input: PdfInput, pages: readonly StructurePage[], groups: readonly (readonly Group[])[], tree: ElementTree,
  refs: ReadonlyMap<string, Ref> | undefined, faces: Faces,
): Map<string, Destination> {
  const found = new Map<string, Destination>();
  input.pages.forEach((page, n) => {
    for (const { name, x, y } of page.anchors) {
      const id = refs && (elementAt(groups[n] ?? [], y, faces) ?? tree.root.node.id);
      const element = id === undefined ? undefined : refs?.get(id);
      const target = pages[n];
      if (target === undefined || found.has(name)) continue;
      found.set(name, {
        page: target.dictionary, x: Math.round(x * 100) / 100, y: Math.round((page.height - y) * 100) / 100,
        ...(element ? { element } : {}),
      });
    }
  });
  return found;
}

