// What a template says about each component: rules, gaps, places and sizes. The checked values are `Components`.
import {
  anyText, choice, colourName, flag, length, list, number, object, optional, shift, stroke, text, whole, type TypeOf,
} from './shape.ts';

const before = length('Least space above it, from the end of what stands before.');
const after = length('Least distance below it to the next baseline (or box, where `page.distances` is boxes).');
const place = choice(['side', 'above', 'below'], 'Where its caption or title stands: in the side column, above or below.');
const zone = choice(['text', 'full'], 'The stretch it takes.');

export const componentsShape = object({
  cover: object({
    organisation: length('Baseline of the organisation, from the page\'s top.'),
    title: length('First baseline of the title, from the page\'s top.'),
    titleStep: length('The title is set this much smaller until its words fit.'),
    titleSmallest: length('But never smaller than this.'),
    picture: length('Top of the cover picture, from the page\'s top.'),
    pictureHeight: length('Most height of the cover picture.'),
    rule: object({ y: length('From the page\'s top.'), stroke: stroke('The rule above the facts.') }, 'Rule above the facts.'),
    facts: length('Baseline of edition, date and pages, from the page\'s top.'),
    factXs: list(length('From the page\'s left edge.'), 'Left edges of edition, date and pages.', 3),
    discs: optional(object({
      columns: whole('How many across.', 1, 100), rows: whole('How many down.', 1, 100),
      across: number('Weight of the way across in t = across·c/(columns−1) + down·(rows−1−r)/(rows−1).', 0, 1),
      down: number('Weight of the way up.', 0, 1),
      least: length('Diameter at t = 0.'), growth: length('Added at t = 1.'), power: number('Exponent of t.', 0.1, 9),
      x: length('Centre of the first column.'), y: length('Centre of the first row.'),
      step: length('Centre to centre.'), pull: shift('Columns are drawn left by pull·(1 − c/(columns−1)).'),
      colour: colourName('Of the discs.'),
    }, 'A decoration of discs that grow; centre x = x + step·c − pull·(1−c/(columns−1)), y = y + step·r, diameter least + growth·t^power.')),
  }, 'The cover.'),
  title: object({ after: length('Space below title and edition.') }, 'Title on the first page, where there is no cover.'),
  contents: object({
    title: length('Baseline of the heading, from the page\'s top, where contents start a page; 0 for where it falls.'),
    first: length('First rule (or line), from the page\'s top; 0 for where it falls.'),
    rule: optional(stroke('Between chapters.')),
    padding: length('Above and below a chapter\'s lines, between rules.'),
    entry: length('Space between entries of a chapter.'),
    chapters: choice(['side', 'above'], 'Chapter titles in the side column, level with the first headline, or above.'),
    indent: length('Of each level under the chapter.'),
    dotted: flag('Dots from title to page number.'),
    dot: object({ step: length('Dot to dot.'), size: length('Diameter.'), gap: length('Clear of words and numbers.') }, 'The dots.'),
    numbers: length('Width kept free for page numbers.'),
  }, 'The contents.'),
  opening: object({
    discs: optional(object({
      y: length('Centre, from the page\'s top.'), size: length('Diameter.'), current: length('Diameter of the current chapter\'s.'),
      colour: colourName('Of the discs.'),
    }, 'One disc a chapter, margin to margin.')),
    title: length('First baseline of the chapter\'s title, from the page\'s top; 0 for the top of the text.'),
    zone: zone,
  }, 'Where a chapter opens.'),
  headings: object({
    side: list(whole('Level.', 1, 6), 'Levels whose headings stand in the side column, level with their text.'),
    wideBeforeColumns: list(whole('Level.', 1, 6), 'Levels that stand at the left margin when columns follow.'),
    gap: length('From a side heading that is longer than its text to the next one: least space.'),
  }, 'Headings.'),
  list: object({
    before, after, hang: length('Text is hung this far from the mark\'s left edge.'),
    item: length('Space between items.'), looseItem: length('Space between items that the manuscript parts by blank lines.'),
    marks: list(object({
      mark: choice(['disc', 'ring', 'square', 'dash'], 'What is drawn.'),
      size: length('Diameter or length.'), raise: length('Centre above the baseline.'), colour: colourName('Colour.'),
    }, 'A mark.'), 'Marks of nested levels, the outermost first; the last serves all deeper ones.'),
    box: object({ size: length('Side.'), stroke: stroke('Outline and tick.') }, 'Box of a task.'),
    numberSuffix: anyText('After the number.'), numberGap: length('From number to text at least.'),
  }, 'Lists.'),
  quote: object({
    before, after,
    bar: object({ width: length('Along the text.'), height: length('Thickness.'), colour: colourName('Colour.'), toText: length('From the bar to the first baseline.') }, 'Bar above.'),
    side: optional(stroke('Bar at the left edge of every part.')),
    inset: length('Of the text from the left.'),
  }, 'Quotes.'),
  code: object({
    before, after, bar: stroke('At the left edge.'), inset: length('Of the text.'),
    above: length('The bar begins this far above the first baseline.'), below: length('The bar ends this far below the last baseline.'),
    wrap: text('Set at the end of a line that goes on below.'),
    tab: whole('Columns of a tab.', 1, 16),
  }, 'Code.'),
  break: object({ before, after, width: length('Of the rule; 0 for the whole measure.'), stroke: stroke('The rule.') }, 'Thematic break.'),
  factbox: object({
    before, after, zone,
    opening: stroke('Rule above.'), closing: stroke('Rule below.'), title: choice(['side', 'above'], 'Where the title stands.'),
    toText: length('From the opening rule to the first baseline (or line box).'), toClosing: length('From the last baseline (or line box) to the closing rule.'),
    inset: length('Of the content from both sides.'), titleGap: length('Between title and content, where the title stands above.'),
    frame: optional(stroke('Along both sides.')),
  }, 'Fact boxes.'),
  columns: object({ before, after, gutter: length('Between columns.'), zone }, 'Balanced columns.'),
  footnotes: object({
    before: length('Least space above the rule.'), rule: object({ width: length('How long.'), stroke: stroke('How thick.') }, 'The rule above.'),
    toText: length('From the rule to the first baseline (or line box).'), hang: length('Text is hung this far from the number.'),
    between: length('Between notes.'), most: number('Part of the page\'s height that notes take at most; longer ones go on overleaf.', 0.1, 0.9),
  }, 'Footnotes.'),
  figure: object({
    before, after, caption: place, captionGap: length('Between picture and caption.'), numbered: flag('"Figur 3" before the caption.'),
    rule: optional(stroke('Above a figure whose caption stands in the side column.')),
    toCaption: length('From the figure\'s top to the caption\'s first baseline, in the side column.'),
    mayFloat: flag('A picture or a chart may move to the head of the next page.'), largest: number('Part of the page\'s height that a picture takes at most.', 0, 1),
    defaultDpi: number('Resolution of a picture that does not say.', 1),
  }, 'Pictures with their captions.'),
  table: object({
    before, after, caption: place, captionGap: length('Between table and caption, where it stands above or below.'), numbered: flag('"Tabel 1" before the caption.'),
    toCaption: length('From the opening rule to the caption\'s first baseline, in the side column.'),
    opening: stroke('Rule above.'), head: stroke('Rule below the head.'), row: stroke('Rule between rows.'), closing: stroke('Rule below.'),
    padding: length('Above and below each row\'s lines.'), columnGap: length('Between columns.'),
    smallest: number('A table too wide is set smaller, down to this part of its size.', 0, 1),
    turn: flag('A table wider still is turned to lie on its side.'),
  }, 'Tables.'),
  chart: object({
    before, after, caption: place, captionGap: length('Between chart and caption.'), numbered: flag('"Figur 3" before the title.'),
    toCaption: length('From the opening rule to the caption\'s first baseline, in the side column.'),
    opening: stroke('Rule above.'), closing: stroke('Rule below.'), padding: length('Between rules and drawing.'),
    bar: length('Thickness of a bar.'), row: length('Bar to bar.'), group: length('Between bars of one category.'),
    labels: length('Most width of category labels.'), labelGap: length('From label to axis.'), axis: stroke('The axis.'),
    gridline: optional(stroke('Gridlines.')), valueGap: length('From bar to its number.'), height: length('Of columns and lines.'),
    line: length('Thickness of a line.'), dot: length('Diameter of a point.'),
    series: list(object({
      fill: optional(colourName('Paint.')), stroke: optional(stroke('Outline.')),
      hatch: optional(object({ angle: choice(['45', '135', '0', '90'], 'Degrees.'), step: length('Line to line.'), stroke: stroke('The lines.') }, 'Hatching.')),
      dash: optional(list(length('On, off.'), 'Dashes of a line chart.')),
      point: choice(['disc', 'ring', 'square', 'box', 'diamond', 'triangle'], 'Point of a line chart.'),
    }, 'A series.'), 'How series differ, in order; told apart without colour.'),
    legend: object({ swatch: length('Size.'), gap: length('To its words.'), between: length('Between entries.') }, 'Legend, where direct labels do not fit.'),
  }, 'Charts.'),
  orgchart: object({
    before, after, zone, box: length('Width of a box.'), stroke: stroke('Outline and connections.'), top: optional(stroke('Along the upper edge of the topmost box.')),
    topFill: optional(colourName('Paint of the topmost box.')), inset: length('Text in a box, all four sides.'), levels: length('Between levels.'),
    siblings: length('Between boxes side by side.'), stacked: length('Between stacked boxes.'), indent: length('Of stacked boxes from their spine.'),
    stackFrom: whole('Level that is stacked on a spine instead of set side by side.', 2, 9), smallest: length('Narrowest legible box.'),
  }, 'Organisation charts.'),
  address: object({ scheme: flag('Addresses keep "https://", so that they are known for what they are; else they are written as people write them.') }, 'Addresses that a reader types.'),
  media: object({
    before, after, zone, opening: stroke('Rule above.'), closing: stroke('Rule below.'), height: length('Rule to rule, at least.'),
    qr: object({ size: length('Side, without quiet zone; at least 18 mm.'), quiet: whole('Modules kept free around.', 0, 8), down: length('From the opening rule.'), place: choice(['side', 'right'], 'In the side column, or at the right edge.') }, 'The code.'),
    toText: length('From the opening rule to the kind\'s baseline (or line box).'), titleGap: shift('Between kind and title lines.'), addressGap: shift('Between title and address lines.'),
    below: length('From the last baseline or the code to the closing rule, at least.'),
  }, 'Video and audio.'),
  cards: object({
    before, after, one: zone, two: list(length('Left edge and width.'), 'Two cards: left edge of the first, width.', 2),
    three: list(length('Left edge and width.'), 'Three cards: left edge of the first, width.', 2),
    four: list(length('Left edge and width.'), 'Four cards: left edge of the first, width.', 2),
    gutter: length('Between cards.'), rows: length('Between rows of cards.'), rule: stroke('Above each card.'), frame: optional(stroke('Around each card.')),
    inset: length('Of the content from both sides.'), toContent: length('From the rule to picture or first line\'s box.'), picture: length('Height of a picture.'),
    pictureGap: length('From picture to text.'), addressGap: length('From text to address.'), paragraph: length('Between paragraphs.'), below: length('Below the content, inside.'),
  }, 'Cards.'),
  links: object({
    before, after, label: choice(['side', 'above'], 'Where the label stands.'), opening: stroke('Rule above.'), row: stroke('Rule below each link.'),
    padding: length('From a rule to the title\'s line box, and from the last line to the rule.'), toText: length('From a rule to the title\'s baseline (or line box).'),
    toRule: length('From the last baseline (or line box) to the rule.'), labelGap: length('Between label and list, where it stands above.'), addressGap: shift('Between title and address lines.'),
  }, 'Link lists.'),
  signatures: object({
    before, after, place: choice(['side', 'above'], 'Where place, date and body stand.'), rule: stroke('Above each group.'), toText: length('From the rule to the first baseline (or line box).'),
    line: object({ width: length('How long.'), stroke: stroke('How thick.'), free: length('Room to write above it.') }, 'A signing line.'),
    gutter: length('Between two across.'), toName: length('From the line to the name\'s baseline (or line box).'), rows: length('Between rows of people.'), bodyGap: length('Between place and body.'),
  }, 'Signatures.'),
  head: object({
    lines: list(object({ y: length('Baseline, from the page\'s top.'), what: choice(['title', 'edition', 'chapter', 'title-and-edition'], 'What it says.'), at: choice(['side', 'text', 'right'], 'Where it stands.'), role: choice(['head', 'head-title'], 'Its style.') }, 'A line.'), 'Lines of the running head.'),
    separator: anyText('Between title and edition on one line.'),
  }, 'Running head.'),
  foot: object({
    lines: list(object({ y: length('Baseline, from the page\'s top.'), what: choice(['folio', 'chapter', 'title', 'edition'], 'What it says.'), at: choice(['side', 'text', 'right'], 'Where it stands.'), role: choice(['foot', 'folio'], 'Its style.') }, 'A line.'), 'Lines of the foot.'),
  }, 'Foot.'),
}, 'Every component.');

export type Components = TypeOf<typeof componentsShape>;
