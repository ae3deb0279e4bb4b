// A folder of Markdown → a finished edition: the whole pipeline, top to bottom, on one screen.
import { basename } from 'node:path';
import { Diagnostics } from './diagnostics/index.ts';
import { spanAt, type Document } from './document/index.ts';
import { flowDocument, footStyle, type Flowed, type FlowMemory, type PageFacts } from './flow/index.ts';
import { parseManuscript } from './markdown/index.ts';
import { checkMadeUp, checkPages, fillPages, finishPages, type MadeUp, type Page, type PreferredBreaks } from './pages/index.ts';
import { writePdf } from './pdf/index.ts';
import { readPictures, type Artwork } from './pictures/index.ts';
import { readPublication, type Publication } from './publication/index.ts';
import { changedPages, compareBreaks, lastEdition, takeSnapshot, type LastEdition, type Snapshot } from './snapshot/index.ts';
import { Standing } from './standing.ts';
import { findFontFault, openFace, type Typesetter } from './text/index.ts';
import type { Theme } from './theme/index.ts';

/** Rounds after which a page count that will not settle is reported instead of tried again. */
const MAX_ROUNDS = 5;

/** What is flowed but for the galleys: they are let go as their pages are finished. */
type Furnished = Omit<Flowed, 'galleys'>;

/** A publication laid out: all that PDF, snapshot and preview are made from. */
export interface LaidOut {
  readonly publication: Publication;
  readonly document: Document;
  readonly theme: Theme;
  readonly pictures: ReadonlyMap<string, Artwork>;
  readonly flowed: Furnished;
  readonly pages: readonly Page[];
  /** What `stable` kept and what moved, in a sentence. */
  readonly kept?: string;
  /** A face's PostScript name. */
  fontName(face: string): string;
}

/** What of it a PDF is made from: a long book's manuscript and galleys, two fifths of its memory, are let go before. */
export type Printable = Pick<LaidOut, 'publication' | 'theme' | 'pictures' | 'pages' | 'kept'> & {
  readonly flowed: Pick<Flowed, 'tags' | 'outline'>;
  /** Takes from a page what stands on it: it is painted. */
  readonly letGo?: (page: number) => void;
};

export function printable({ publication, theme, pictures, pages, kept, flowed: { tags, outline } }: LaidOut): Printable {
  const own = [...pages];
  const letGo = (index: number): void => {
    const page = own[index];
    if (page) own[index] = { ...page, items: [] };
  };
  return { publication, theme, pictures, pages: own, letGo, flowed: { tags, outline }, ...(kept === undefined ? {} : { kept }) };
}

export interface LayoutOptions {
  /** Keep the snapshot's page breaks where they are still good. */
  readonly stable?: boolean;
  /** Hears what is done from now on. */
  readonly tell?: ((what: string) => void) | undefined;
  /** Gets the parsed manuscript, also where errors then stop its layout. */
  readonly onRead?: (publication: Publication, document: Document) => void;
  /** What the last edition left; an edition made with it is the same, byte for byte. */
  readonly standing?: Standing;
}

/** Undefined where errors stopped it; every one of them is in `diagnostics`. */
export async function layOut(folder: string, diagnostics: Diagnostics, options: LayoutOptions = {}): Promise<LaidOut | undefined> {
  options.tell?.('Reading the manuscript');
  const publication = readPublication(folder, diagnostics);
  if (!publication) return undefined;
  const standing = options.standing ?? new Standing();
  const document = parseManuscript(publication, diagnostics, standing.chapters);
  options.onRead?.(publication, document);
  const theme = standing.theme.load(publication.template, diagnostics);
  const tools = theme && standing.toolsFor(theme);
  if (theme) checkFonts(theme, diagnostics);
  if (diagnostics.hasErrors && theme && [...theme.faces.values()].some(({ named }) => named)) return undefined;
  options.tell?.('Reading pictures');
  const pictures = await readPictures(document, (file) => publication.read(file), diagnostics, tools ? { outline: tools.outline } : {}, standing.pictures);
  if (!theme || !tools || diagnostics.hasErrors) return undefined;
  const last = options.stable && publication.snapshot ? lastEdition(publication.snapshot.text) : undefined;
  if (options.stable && !last) diagnostics.warning('no-snapshot', spanAt(publication.configFile.file), 'There is no layout.snapshot whose page breaks could be kept.', 'Make one with "printvenlig check --update".');
  // With --stable they are settled twice.
  const composing: Composing = { document, theme, typesetter: tools.typesetter, pictures, memory: standing.flow, lasting: options.standing !== undefined || last !== undefined, tell: options.tell };
  const free = (found: Diagnostics): Settled => settle(composing, found);
  const settled = last ? settleLike(last, pictures, diagnostics, free, (found) => settle(composing, found, last.breaks)) : free(diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const fontName = (face: string): string => {
    const source = theme.faces.get(face);
    return source ? openFace(source).postScriptName : face;
  };
  return { publication, document, theme, pictures, ...settled, fontName };
}

/** The package's own fonts are sound. */
function checkFonts(theme: Theme, diagnostics: Diagnostics): void {
  for (const source of theme.faces.values()) {
    const fault = source.named && findFontFault(source);
    if (source.named && fault) diagnostics.error('font', source.named, `The font file "${basename(source.file)}" cannot be used: ${fault}.`);
  }
}

export async function makePdf({ publication, flowed, pages, theme, pictures, letGo }: Printable, tell?: (what: string) => void, standing?: Standing): Promise<Uint8Array> {
  tell?.(`Writing ${pages.length} pages`);
  const { config } = publication;
  return writePdf({
    pages, ...(letGo ? { letGo } : {}), tags: flowed.tags, outline: flowed.outline, faces: theme.faces, pictures, standard: config.pdf.standard,
    meta: {
      title: config.title, language: config.language,
      ...(config.organisation === undefined ? {} : { author: config.organisation }), ...(config.date === undefined ? {} : { date: config.date }),
      ...(config.edition === undefined ? {} : { subject: config.edition }),
    },
    attachments: config.pdf.attachManuscript ? attachmentsOf(publication) : [],
  }, standing?.pdf);
}

function attachmentsOf({ configFile, chapters }: Publication): Parameters<typeof writePdf>[0]['attachments'] {
  const encoder = new TextEncoder();
  return [configFile, ...chapters].map(({ name, text }) => ({
    name, mime: name.endsWith('.md') ? 'text/markdown' : 'application/yaml', bytes: encoder.encode(text), description: 'Source of this publication',
  }));
}

interface Settled { readonly flowed: Furnished; readonly pages: readonly Page[]; readonly kept?: string }

/** Of the pages made up with and without the last edition's breaks, those of which fewer must be looked at again. */
function settleLike(
  last: LastEdition, pictures: ReadonlyMap<string, Artwork>, diagnostics: Diagnostics, free: (found: Diagnostics) => Settled, stable: (found: Diagnostics) => Settled,
): Settled {
  const tries = [free, stable].map((settling) => {
    const found = new Diagnostics();
    const settled = settling(found);
    const now: Snapshot = takeSnapshot(settled.pages, pictures);
    return { found, settled, now, changed: changedPages(last.snapshot, now).length };
  });
  const best = tries.reduce((a, b) => (b.changed < a.changed ? b : a));
  diagnostics.addAll(best.found.list());
  return { ...best.settled, kept: compareBreaks(last.snapshot, best.now) };
}

/** What rounds are made of; `memory` is forgotten once no other round can come, `lasting` where there will be other editions. */
interface Composing {
  readonly document: Document;
  readonly theme: Theme;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Artwork>;
  readonly memory: FlowMemory;
  readonly lasting: boolean;
  readonly tell: LayoutOptions['tell'];
}

/** Contents and page references are set from the pages that setting them makes: round and round until nothing moves. */
function settle(composing: Composing, diagnostics: Diagnostics, preferred?: PreferredBreaks): Settled {
  let facts: PageFacts = { pages: 0, pageOf: new Map() };
  for (let round = 1; ; round++) {
    // Only the last round's faults are faults: the first sets page references that nobody will see.
    const found = new Diagnostics();
    const { flowed, madeUp } = compose(composing, facts, round, found, preferred);
    const flips = differences(facts, madeUp.facts);
    if (flips.length > 0 && round < MAX_ROUNDS) {
      facts = madeUp.facts;
      continue;
    }
    if (!composing.lasting) composing.memory.forget();
    const lost = found.hasErrors || diagnostics.hasErrors ? [] : checkMadeUp(madeUp);
    const pages = finishPages(madeUp, flowed);
    diagnostics.addAll(found.list());
    if (flips.length > 0) {
      diagnostics.warning('unsettled', composing.document.chapters[0]?.span ?? spanAt(''), `The page numbers do not settle: ${flips.slice(0, 3).join(', ')} change with every round.`, 'A page break before the place will stop it.');
    }
    if (!diagnostics.hasErrors) for (const { span, message, outside } of [...lost, ...checkPages(pages)]) {
      if (!outside) throw Object.assign(new Error(message), { span });
      diagnostics.error('off-page', span, message, 'Nest it less deep, write it shorter, or give the template a wider sheet or fewer columns.');
    }
    return { flowed, pages };
  }
}

/** In a function of its own: galleys that stood in a frame would be kept while their pages are finished. */
function compose(
  { document, theme, typesetter, pictures, memory, tell }: Composing, facts: PageFacts, round: number, found: Diagnostics, preferred: PreferredBreaks | undefined,
): { readonly flowed: Furnished; readonly madeUp: MadeUp } {
  tell?.(round === 1 ? 'Setting the text' : `Setting the text, round ${round}`);
  const { galleys, ...flowed } = flowDocument(document, theme, typesetter, pictures, facts, found, memory);
  tell?.('Making up pages');
  const madeUp = fillPages(galleys, theme.master, theme.costs, { notes: footStyle(theme), leading: theme.styles.body.leading, ...(preferred ? { preferred } : {}) }, found);
  return { flowed, madeUp };
}

/** What two rounds do not agree on, as words for a diagnostic. */
function differences(before: PageFacts, after: PageFacts): string[] {
  const flips: string[] = before.pages === after.pages ? [] : ['the number of pages'];
  for (const [anchor, page] of after.pageOf) if (before.pageOf.get(anchor) !== page) flips.push(`the page of "${anchor}"`);
  return flips;
}
