// Every picture of a Document, and the code of every video and audio → Artwork by key: a file's path, or `codeKey` of an address.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { Block, Document, Inline, ListItem, OrgUnit, Span } from '../document/index.ts';
import type { Artwork } from './artwork.ts';
import type { DecodeOptions } from './decode.ts';
import { KeptPictures } from './kept-pictures.ts';
import { codeKey } from './qr.ts';

export type ReadBytes = (file: string) => { readonly bytes: Uint8Array } | { readonly reason: string };

interface Wanted { readonly files: Map<string, { source: string; span: Span }>; readonly codes: Map<string, Span> }

/** Each file is read and decoded once; decoders are loaded only if there is something to decode. With `kept`, what was decoded for the last edition is not decoded again. */
export async function readPictures(document: Document, read: ReadBytes, diagnostics: Diagnostics, options: DecodeOptions = {}, kept = new KeptPictures()): Promise<ReadonlyMap<string, Artwork>> {
  const wanted: Wanted = { files: new Map(), codes: new Map() };
  const image = document.cover?.image;
  if (image) wanted.files.set(image.file, { source: image.file, span: image.span });
  for (const chapter of document.chapters) {
    if (chapter.title) visitInlines(chapter.title, wanted);
    for (const block of chapter.blocks) visit(block, wanted);
    for (const note of chapter.notes) for (const block of note.children) visit(block, wanted);
  }
  const pictures = new Map<string, Artwork>();
  kept.beginEdition();
  for (const [file, { source, span }] of wanted.files) {
    const found = read(file);
    if ('reason' in found) {
      diagnostics.error('picture-missing', span, `The picture "${source}" cannot be read.`, found.reason);
      continue;
    }
    const artwork = await kept.decode(found.bytes, file, span, diagnostics, options);
    if (artwork) pictures.set(file, artwork);
  }
  for (const [url, span] of wanted.codes) {
    const code = await kept.code(url);
    if (code) pictures.set(codeKey(url), code);
    else diagnostics.warning('qr-too-long', span, 'The address is too long for a QR code; it is set as text only.');
  }
  return pictures;
}

function visit(block: Block, wanted: Wanted): void {
  switch (block.kind) {
    case 'heading': case 'paragraph': visitInlines(block.children, wanted); break;
    case 'figure':
      if (!wanted.files.has(block.picture.file)) wanted.files.set(block.picture.file, { source: block.picture.source, span: block.picture.span });
      visitInlines(block.caption ?? [], wanted);
      break;
    case 'list': visitItems(block.items, wanted); break;
    case 'table':
      visitInlines(block.caption ?? [], wanted);
      for (const row of block.rows) for (const cell of row.cells) visitInlines(cell.children, wanted);
      break;
    case 'chart': visit(block.table, wanted); break;
    case 'cards': case 'links':
      for (const inner of block.before) visit(inner, wanted);
      visitItems(block.items, wanted);
      break;
    case 'signatures':
      for (const inner of block.body) visit(inner, wanted);
      for (const { name, roles } of block.people) for (const line of [name, ...roles]) visitInlines(line, wanted);
      break;
    case 'orgchart':
      for (const inner of block.before) visit(inner, wanted);
      visitUnits(block.roots, wanted);
      break;
    case 'media':
      visitInlines(block.title ?? [], wanted);
      if (!wanted.codes.has(block.url)) wanted.codes.set(block.url, block.span);
      break;
    case 'code': case 'thematic-break': case 'pagebreak': case 'toc': break;
    case 'factbox':
      visitInlines(block.title ?? [], wanted);
      for (const inner of block.children) visit(inner, wanted);
      break;
    default: for (const inner of block.children) visit(inner, wanted);
  }
}

function visitItems(items: readonly ListItem[], wanted: Wanted): void {
  for (const item of items) for (const block of item.children) visit(block, wanted);
}

function visitUnits(units: readonly OrgUnit[], wanted: Wanted): void {
  for (const { name, notes, children } of units) {
    for (const line of [name, ...notes]) visitInlines(line, wanted);
    visitUnits(children, wanted);
  }
}

function visitInlines(inlines: readonly Inline[], wanted: Wanted): void {
  for (const inline of inlines) {
    if (inline.kind === 'image') {
      if (!wanted.files.has(inline.picture.file)) wanted.files.set(inline.picture.file, { source: inline.picture.source, span: inline.picture.span });
    } else if ('children' in inline) visitInlines(inline.children, wanted);
  }
}
