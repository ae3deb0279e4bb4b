// Objects → a classic PDF file: pdfkit numbers, keeps and writes them; nothing else of pdfkit is used.
import PDFDocument from 'pdfkit';
import type { Deflater } from './deflater.ts';

/** A string is a name (`/Page`); text is made by `text()`. */
export type PdfValue =
  | string | number | boolean | null | undefined | Text | Uint8Array | Ref | readonly PdfValue[] | { readonly [key: string]: PdfValue };
export type Dict = { [key: string]: PdfValue };

/** pdfkit tells text from names by the wrapper object. */
// eslint-disable-next-line @typescript-eslint/no-wrapper-object-types
export type Text = String;
export const text = (value: string): Text => new String(value);

export interface Ref {
  readonly id: number;
  readonly data: Dict;
  write(chunk: string | Uint8Array): void;
  end(): void;
  compress: boolean;
  /** What was written to it so far. */
  readonly buffer: Uint8Array[];
}

export interface SheetPage {
  readonly dictionary: Ref;
  readonly resources: Ref;
  readonly content: Ref;
}

/** What is used of pdfkit, some of it older than its typings. */
interface Kit {
  info: Record<string, unknown>;
  readonly page: SheetPage;
  readonly _root: Ref & { readonly data: Dict & { Names: Ref } };
  endMetadata: () => void;
  endMarkings: () => void;
  ref(data: Dict): Ref;
  addPage(options: { size: [number, number]; margin: number }): void;
  _offset: number;
  _write: (chunk: string | Uint8Array) => void;
  end(): void;
}

/** Replaced when the file is packed (compact.ts). */
const HEADER = '%PDF-1.7';

export class Objects {
  private readonly kit: Kit;
  private readonly chunks: (string | Uint8Array)[] = [];

  constructor(info: Readonly<Record<string, string | Date | undefined>>, private readonly deflater: Deflater) {
    // Pages are kept open until their annotations are known. `font: null`: else Helvetica is loaded. A date of our own: else pdfkit takes the clock's.
    const kit = new PDFDocument({ autoFirstPage: false, bufferPages: true, font: null, info: { CreationDate: new Date(0) } } as unknown as PDFKit.PDFDocumentOptions) as unknown as Kit;
    kit.info = Object.fromEntries(Object.entries(info).filter(([, value]) => value !== undefined));
    // pdfkit writes the title into its XMP without escaping it; ours is written by metadata.ts.
    kit.endMetadata = () => undefined;
    // It would end the structure tree a second time.
    kit.endMarkings = () => undefined;
    this.kit = kit;
    // Not through a stream: it would be handed some ten thousand small pieces.
    this.chunks.push(HEADER);
    kit._offset = HEADER.length + 1;
    kit._write = (chunk) => {
      this.chunks.push(chunk);
      kit._offset += typeof chunk === 'string' ? chunk.length + 1 : chunk.length;
    };
  }

  get catalog(): Dict { return this.kit._root.data; }
  /** The catalog's name trees. pdfkit's own sorts by the machine's language; ours are plain dictionaries. */
  get names(): Dict { return this.kit._root.data.Names.data; }

  /** An object to be filled in and ended by whoever asked for it. */
  ref(data: Dict = {}): Ref { return this.kit.ref(data); }

  /** A finished object. */
  add(data: Dict): Ref {
    const ref = this.kit.ref(data);
    ref.end();
    return ref;
  }

  /** A finished stream; deflated unless it has a filter already. */
  stream(data: Dict, bytes: string | Uint8Array): Ref {
    const ref = this.kit.ref(data);
    const plain = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    if (data.Filter === undefined) this.fill(ref, plain);
    else ref.write(plain);
    ref.end();
    return ref;
  }

  /** With deflated bytes, so that pdfkit does not deflate them. */
  private fill(ref: Ref, plain: Uint8Array): void {
    Object.assign(ref.data, { Filter: 'FlateDecode', Length: 0 });
    ref.compress = false;
    ref.write(this.deflater.deflate(plain));
  }

  /** A page whose y runs down from its top, as everything in `Page` does. */
  addPage(width: number, height: number, content: Uint8Array): SheetPage {
    this.kit.addPage({ size: [width, height], margin: 0 });
    const page = this.kit.page.content;
    // pdfkit has turned the page over already: that stands first.
    this.fill(page, Buffer.concat([...page.buffer.splice(0), content]));
    return this.kit.page;
  }

  finish(): Uint8Array {
    this.kit.end();
    const file = Buffer.allocUnsafe(this.kit._offset);
    let at = 0;
    for (const chunk of this.chunks) {
      if (typeof chunk === 'string') {
        at += file.write(chunk, at, 'latin1');
        file[at++] = 10;
      } else {
        file.set(chunk, at);
        at += chunk.length;
      }
    }
    // pdfkit waits without a word for an object that was asked for and never ended.
    if (this.chunks.at(-1) !== '%%EOF') throw new Error('An object of the PDF was never ended.');
    return file;
  }
}
