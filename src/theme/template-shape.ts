// All that may stand in a template.yaml.
import { componentsShape } from './components-shape.ts';
import { labelsShape } from './labels-shape.ts';
import { ROLES } from './roles.ts';
import {
  choice, colour, colourName, face, family, flag, keyed, length, list, number, object, optional, record, role, shift, text, typeSize, whole, type TypeOf,
} from './shape.ts';

const stretch = object({ x: length('Left edge, from the page\'s left edge.'), width: length('Width.') }, 'A stretch across the page.');

export const styleShape = object({
  like: optional(role('Takes from this style whatever isn\'t given here.')),
  family: optional(family('A family of `fonts.families`.')),
  size: optional(typeSize('Type size; at least 2pt.')),
  leading: optional(typeSize('Baseline to baseline; at least 2pt.')),
  colour: optional(colourName('A colour of `colours`; `ink` where nothing is said.')),
  tracking: optional(shift('Added after every letter.')),
  features: optional(list(choice(['onum', 'pnum', 'lnum', 'tnum', 'smcp', 'c2sc', 'ss01'], 'An OpenType feature.'), 'Over kern and liga; `tnum` goes to digits only.')),
  align: optional(choice(['left', 'right', 'center', 'justify'], 'How lines are aligned.')),
  hyphenate: optional(flag('Words may be divided.')),
  underlineLinks: optional(flag('Links have a rule under them; true where nothing is said.')),
  balanced: optional(flag('Lines of near-equal length.')),
  indent: optional(length('First line of a paragraph that follows another.')),
  protrude: optional(flag('Punctuation hangs into the margins.')),
  code: optional(object({ face: face('Its face.'), size: typeSize('Its size; at least 2pt.') }, 'Code among words.')),
  before: optional(length('Least space above (see `page.distances`).')),
  after: optional(length('Least space below.')),
}, 'How the text of one role is set.');

const COSTS = [
  'widow', 'orphan', 'heading', 'headingLines', 'tornList', 'tornBox', 'tornTable', 'tornRow', 'listIntro', 'loneItem', 'hyphenAtPageEnd', 'shortPage',
  'nearlyEmptyLastPage', 'lastPageLines', 'scrapLines', 'unevenSpread', 'footnoteSplit', 'movedPicture', 'changedParagraph', 'movedBreak', 'page',
] as const;

const PENALTIES = [
  'line', 'hyphen', 'compoundHyphen', 'offJoint', 'offJointRagged', 'offJointOfCompound', 'secondHyphen', 'slash', 'dash', 'addressSlash', 'address', 'name',
  'consecutiveHyphens', 'ladder', 'looseLine', 'fitnessChange', 'secondLastHyphen', 'runt', 'loosenessTolerance',
] as const;

export const settingShape = object({
  hyphenMinWord: whole('Words shorter than this are not divided.', 2),
  hyphenMinBefore: whole('Letters before a hyphen.', 1),
  hyphenMinAfter: whole('Letters after a hyphen.', 1),
  hyphenMinBeforeWide: whole('Letters before a hyphen in a wide measure.', 1),
  wideMeasure: length('What counts as wide.'),
  maxHyphenRun: whole('Divided lines that may follow each other.', 0, 9),
  maxHyphenRunNarrow: whole('The same in a measure narrower than wideMeasure.', 0, 9),
  expansion: number('Letters are widened or narrowed by at most this part.', 0, 0.02),
  spaceStretch: number('A space may grow by this part of its width.', 0, 3),
  spaceShrink: number('A space may shrink by this part of its width.', 0, 0.6),
  lightShrink: number('How many times as much it shrinks beside punctuation, whose own white adds to it.', 1, 2),
  ease: number('How much of what a line lacks spaces take before letters have given all they can: 0 is nothing.', 0, 1),
  loosest: number('The most that a space grows, as a multiple of spaceStretch; beyond it only where nothing else helps.', 0, 4),
  rag: number('In ragged text: a line this many em short costs as much as a justified one stretched by all its stretch.', 0.5, 40),
  leastJustified: number('Justified text whose measure is narrower than this many em is set ragged: so few words cannot be spread evenly.', 0, 60),
  tightest: number('The most that a space shrinks, as a multiple of that; beyond 1 at a price that grows with the cube.', 1, 2),
  cramped: number('The same where nothing else helps against hyphens under each other or a line full of holes.', 1, 2),
  protrusion: record(list(number('Thousandths of the character\'s width.', 0, 1000), 'Left, right.', 2), 'Characters that hang out.'),
  linkUnderline: object({ thickness: length('How thick.'), offset: number('How far below the baseline, in parts of the size.', 0, 1) }, 'The rule under links in text.'),
  minLastLine: whole('Letters that a paragraph\'s last line must hold.', 0, 40),
  typography: flag('Typed quotes, dashes, ellipses and spaces become the language\'s own.'),
  penalties: keyed(PENALTIES, number('In TeX\'s scale.'), 'What breaking a paragraph pays.'),
}, 'How paragraphs are broken.');

export const templateShape = object({
  extends: optional(text('Another template, of which this is a variation.')),
  page: object({
    width: length('Of the sheet.'), height: length('Of the sheet.'),
    line: optional(length('The grid\'s step, and the unit L.')),
    grid: flag('Baselines of running text stand at multiples of `line` from the page\'s top.'),
    mirrored: flag('Left and right change places on even pages.'),
    area: object({ x: length('Left.'), y: length('Top.'), width: length('Width.'), height: length('Height.') }, 'Where text stands on an odd page.'),
    zones: object({ side: optional(stretch), text: stretch, full: stretch }, 'Named stretches across the page.'),
    columns: whole('Columns of running text on a page; with several, zones are stretches of the first.', 1, 4), gutter: length('Between them.'),
    alignSpreads: flag('Facing pages end on the same line: space between blocks grows, on a grid by whole lines, as far as it looks well.'),
    distances: choice(['baselines', 'boxes'], 'What `before` and `after` of styles measure: baseline to baseline, or between line boxes.'),
    depth: number('Part of a line\'s leading below its baseline.', 0, 0.9),
  }, 'The sheet.'),
  cover: flag('A cover is made; else title and edition stand on the first page.'),
  colours: record(colour('As #rrggbb.'), 'Colours by name; `ink` and `paper` must be there.'),
  fonts: object({
    faces: record(text('A file in the template\'s fonts/ or the package\'s.'), 'Font files by name.'),
    families: record(object({
      regular: face('Plain.'), italic: face('Emphasis.'), strong: face('Strong.'), strongItalic: face('Both.'),
    }, 'Four faces.'), 'Families of faces.'),
    fallback: list(face('A face.'), 'Asked in turn for a character that its face lacks.'),
  }, 'Fonts.'),
  styles: keyed(ROLES, styleShape, 'A style for each role.'),
  setting: settingShape,
  costs: keyed(COSTS, number('A cost.'), 'What page make-up pays; see the comments in the template.'),
  components: componentsShape,
  labels: record(labelsShape, 'Labels by language.'),
}, 'A template of printvenlig: the whole look as data.');

export type Template = TypeOf<typeof templateShape>;
export type StyleData = TypeOf<typeof styleShape>;
