// A template as checked data: what the look is, in points, resolved from template.yaml. Nobody writes to it.
import type { Span } from '../document/index.ts';
import type { Components } from './components-shape.ts';
import type { Labels } from './labels-shape.ts';
import type { Role } from './roles.ts';

/** Names one font file of the theme: "serif-400", "sans-700-italic". */
export type FaceKey = string;

/** Grey (0 black – 1 white) is painted in DeviceGray; colour in DeviceRGB, each component 0–1. */
export type Colour = { readonly gray: number } | { readonly rgb: readonly [number, number, number] };

export interface FaceSource {
  readonly key: FaceKey;
  /** Absolute path. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Where a template of the publication's own names it; undefined for the package's fonts, which are sound. */
  readonly named?: Span;
}

/** The faces that strong and emphasis choose from. */
export interface FaceSet {
  readonly regular: FaceKey;
  readonly italic: FaceKey;
  readonly strong: FaceKey;
  readonly strongItalic: FaceKey;
}

/** How the text of one role is set. Sizes in points. */
export interface TextStyle {
  /** The role's name in layout JSON, snapshot and diagnostics: "body", "heading-1", "lead", "footer". */
  readonly role: string;
  readonly faces: FaceSet;
  readonly size: number;
  /** Baseline to baseline. */
  readonly leading: number;
  readonly colour: Colour;
  /** Added after every letter; never used to justify. */
  readonly tracking: number;
  /** OpenType features over the default kern and liga: "onum", "pnum", "lnum", "tnum". `tnum` is applied to digits only. */
  readonly features: readonly string[];
  readonly align: 'left' | 'right' | 'center' | 'justify';
  readonly hyphenate: boolean;
  /** Lines of near-equal length (headings). */
  readonly balanced: boolean;
  /** Links are underlined here; default true. */
  readonly underlineLinks?: boolean;
  /** First-line indent of a paragraph that follows another. */
  readonly indent: number;
  /** Code spans inside this style. */
  readonly code: { readonly face: FaceKey; readonly size: number };
  /** Protrude characters at the margins and hang opening quotes (the amounts are in `Setting rules`). */
  readonly protrude: boolean;
}

/** How paragraphs are broken and microtypography applied. */
export interface SettingRules {
  /** Words shorter than this are not hyphenated. */
  readonly hyphenMinWord: number;
  readonly hyphenMinBefore: number;
  readonly hyphenMinAfter: number;
  /** hyphenMinBefore in a measure of `wideMeasure` or more. */
  readonly hyphenMinBeforeWide: number;
  /** Points. */
  readonly wideMeasure: number;
  /** Hyphenated lines that may follow each other. */
  readonly maxHyphenRun: number;
  /** The same in a measure narrower than `wideMeasure`. */
  readonly maxHyphenRunNarrow: number;
  /** Font expansion either way as a fraction, at most 0.02; 0 for none. */
  readonly expansion: number;
  /** Stretch and shrink of an interword space as fractions of its width. */
  readonly spaceStretch: number;
  readonly spaceShrink: number;
  /** How many times as much a space shrinks beside punctuation, whose own white adds to it. */
  readonly lightShrink: number;
  /** How late spaces give where letters can: 0 not before letters have given all. */
  readonly ease: number;
  /** The most that a space grows before it is a hole, as a multiple of its stretch. */
  readonly loosest: number;
  /** Ragged: a line this many em short is as bad as one stretched by all its stretch. */
  readonly rag: number;
  /** Ems: justified text in a narrower measure is set ragged. */
  readonly leastJustified: number;
  /** The most that a space shrinks, as a multiple of its shrink; beyond 1 the price is high. */
  readonly tightest: number;
  /** The same where a paragraph has no other way without a ladder of hyphens or a line full of holes. */
  readonly cramped: number;
  /** Characters and how far they hang out, in thousandths of their own width: left, right. */
  readonly protrusion: Readonly<Record<string, readonly [left: number, right: number]>>;
  /** Letters that a paragraph's last line must hold. */
  readonly minLastLine: number;
  /** Typed input becomes typography: quotes, dashes, ellipses, spaces before units. */
  readonly typography: boolean;
  /** The rule under links: points thick, its place below the baseline in parts of the size. */
  readonly linkUnderline: { readonly thickness: number; readonly offset: number };
  /** Demerits and penalties in TeX's scale. */
  readonly penalties: {
    readonly line: number;
    readonly hyphen: number;
    readonly compoundHyphen: number;
    /** Times `hyphen` off a compound's joints: in justified and in ragged text of three fifths of a wide measure or less, and everywhere where the word has a joint. */
    readonly offJoint: number;
    readonly offJointRagged: number;
    readonly offJointOfCompound: number;
    /** More in a word that has a hyphen of its own. */
    readonly secondHyphen: number;
    /** Breaks without a hyphen: after a slash or a dash in a word, after a slash and elsewhere in an address, inside a name such as a file's. */
    readonly slash: number;
    readonly dash: number;
    readonly addressSlash: number;
    readonly address: number;
    readonly name: number;
    readonly consecutiveHyphens: number;
    /** Where a paragraph cannot do without: more hyphens under each other than may be, and a line looser than `loosest`. */
    readonly ladder: number;
    readonly looseLine: number;
    readonly fitnessChange: number;
    readonly secondLastHyphen: number;
    readonly runt: number;
    /** A line more or fewer than the cheapest setting: how much costlier in demerits a line it may be. */
    readonly loosenessTolerance: number;
  };
}

/** The sheet and where text may stand on it. Points from the page's top left. */
export interface PageMaster {
  readonly width: number;
  readonly height: number;
  /** Left and right change places on even pages. */
  readonly mirrored: boolean;
  /** The page's text area on an odd page. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Named horizontal stretches, absolute x on an odd page: side, text, full. A template without a side column gives all the same. */
  readonly zones: Readonly<Record<'side' | 'text' | 'full', { readonly x: number; readonly width: number }>>;
  /** Columns of running text on a page (not `:::columns`). */
  readonly columns: number;
  readonly gutter: number;
  /** Baselines stand at multiples of `step` from the page's top; undefined: no grid. */
  readonly grid?: { readonly step: number };
  /** Facing pages end on the same line. */
  readonly alignSpreads: boolean;
}

/** What page make-up pays for what it would rather not do; in the open, in the template. */
export interface MakeUpCosts {
  readonly widow: number;
  readonly orphan: number;
  readonly heading: number;
  /** Fewer than two lines after a heading. */
  readonly headingLines: number;
  readonly tornList: number;
  readonly tornBox: number;
  readonly tornTable: number;
  readonly tornRow: number;
  readonly listIntro: number;
  /** Scraps: an item, a part of a box or of columns with fewer lines than `scrapLines`, or a row, alone on a page. */
  readonly loneItem: number;
  readonly hyphenAtPageEnd: number;
  /** Per squared fraction of the page left empty, times this. */
  readonly shortPage: number;
  readonly nearlyEmptyLastPage: number;
  /** A chapter's last page should hold this many lines. */
  readonly lastPageLines: number;
  /** A part of a box, of columns or of a list with fewer lines is a scrap: it costs `loneItem`. */
  readonly scrapLines: number;
  readonly unevenSpread: number;
  readonly footnoteSplit: number;
  /** A picture that goes to the head of the next page while text goes on. */
  readonly movedPicture: number;
  /** A paragraph set a line longer or shorter than its best. */
  readonly changedParagraph: number;
  /** A page break that the last snapshot had and this make-up does not (`--stable`). */
  readonly movedBreak: number;
  /** A page more. */
  readonly page: number;
}

/** A text style with the space it asks for: `before` and `after` measured as `Theme.distances` says. */
export interface RoleStyle extends TextStyle {
  readonly before: number;
  readonly after: number;
}

/** The whole look. */
export interface Theme {
  readonly name: string;
  readonly master: PageMaster;
  /** `baselines`: before and after are baseline to baseline; `boxes`: between line boxes, as in CSS. */
  readonly distances: 'baselines' | 'boxes';
  /** The part of a line's leading that lies below its baseline. */
  readonly depth: number;
  readonly faces: ReadonlyMap<FaceKey, FaceSource>;
  /** Faces that are asked, in this order, for a character that its own face lacks. */
  readonly fallback: readonly FaceKey[];
  readonly colours: Readonly<Record<string, Colour>>;
  readonly styles: Readonly<Record<Role, RoleStyle>>;
  readonly rules: SettingRules;
  readonly costs: MakeUpCosts;
  readonly components: Components;
  /** Whether a cover is made: else title and edition stand above the contents. */
  readonly cover: boolean;
  /** By language; `labelsOf` finds the nearest. */
  readonly labels: ReadonlyMap<string, Labels>;
}
