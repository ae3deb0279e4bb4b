// A publication as read from disk: nothing after this room opens a file.
import type { Span } from '../document/index.ts';
import type { Severity } from '../diagnostics/index.ts';

export type PdfStandard = 'ua1+a2a' | 'ua1+a3a' | 'ua2+a4';

export interface SourceFile {
  /** Absolute path. */
  readonly file: string;
  /** Relative to the publication's folder, with `/`. */
  readonly name: string;
  /** Decoded, without BOM, line ends as LF. */
  readonly text: string;
}

export interface PublicationConfig {
  readonly title: string;
  readonly edition?: string;
  readonly organisation?: string;
  readonly language: string;
  /** ISO date, checked. */
  readonly date?: string;
  readonly template: string;
  readonly cover?: false | { readonly image?: string; readonly alt?: string; readonly span: Span };
  readonly toc?: false | { readonly depth: number };
  /** Absolute. */
  readonly output: string;
  readonly pdf: { readonly standard: PdfStandard; readonly attachManuscript: boolean };
  readonly lint: ReadonlyMap<string, 'off' | Severity>;
  /** Where each rule of `lint` is named. */
  readonly lintPlaces?: ReadonlyMap<string, Span>;
}

export interface Publication {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly configFile: SourceFile;
  readonly config: PublicationConfig;
  readonly chapters: readonly SourceFile[];
  /** `words:`, one a line. */
  readonly words: readonly string[];
  /** Absolute path of the file that `words:` names. */
  readonly wordsFile?: string;
  readonly template: TemplateSource;
  /** Text of `layout.snapshot`, where there is one. */
  readonly snapshot?: SourceFile;
  /** Bytes of a file inside the publication; a diagnostic-ready reason when it cannot be had. */
  read(path: string): { readonly bytes: Uint8Array } | { readonly reason: string };
}

/** template.yaml and those it extends, the nearest first, and the way to its fonts. */
export interface TemplateSource {
  readonly name: string;
  readonly chain: readonly SourceFile[];
  /** Where another template.yaml would be taken in place of one of these, if there were one. */
  readonly places: readonly string[];
  /** A font file by the name that a template gives it: its own `fonts/`, then the package's. */
  font(name: string): { readonly file: string; readonly bytes: Uint8Array; readonly own?: boolean } | undefined;
}
