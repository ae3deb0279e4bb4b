// A picture file's bytes → its Artwork, decoded once as long as the bytes are the same.
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { Span } from '../document/index.ts';
import type { Artwork } from './artwork.ts';
import { decodePicture, type DecodeOptions } from './decode.ts';
import { drawCode } from './qr.ts';

interface Kept { readonly bytes: Uint8Array; readonly span: Span; readonly outline: DecodeOptions['outline']; readonly artwork: Artwork | undefined; readonly found: readonly Diagnostic[] }

/** What one edition does not show is forgotten by the next. */
export class KeptPictures {
  private files: Map<string, Kept> = new Map();
  private codes: Map<string, Artwork | undefined> = new Map();
  private before: { readonly files: ReadonlyMap<string, Kept>; readonly codes: ReadonlyMap<string, Artwork | undefined> } = { files: new Map(), codes: new Map() };

  beginEdition(): void {
    this.before = { files: this.files, codes: this.codes };
    this.files = new Map();
    this.codes = new Map();
  }

  async decode(bytes: Uint8Array, file: string, span: Span, diagnostics: Diagnostics, { outline }: DecodeOptions): Promise<Artwork | undefined> {
    let kept = this.before.files.get(file);
    const same = kept?.outline === outline && kept && Buffer.compare(kept.bytes, bytes) === 0 && (kept.found.length === 0 || isSamePlace(kept.span, span));
    if (!kept || !same) {
      const found = new Diagnostics();
      const artwork = await decodePicture(bytes, file, span, found, outline ? { outline } : {});
      kept = { bytes, span, outline, artwork, found: found.list() };
    }
    this.files.set(file, kept);
    diagnostics.addAll(kept.found);
    return kept.artwork;
  }

  /** The QR code of an address. */
  async code(url: string): Promise<Artwork | undefined> {
    const code = this.before.codes.has(url) ? this.before.codes.get(url) : await drawCode(url);
    this.codes.set(url, code);
    return code;
  }
}

const isSamePlace = (a: Span, b: Span): boolean => a.line === b.line && a.column === b.column && a.file === b.file;
