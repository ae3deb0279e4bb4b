// The words a template sets by itself, by language, and how the language writes dates, numbers and quotes.
import { anyText, list, object, text, type TypeOf } from './shape.ts';

export const labelsShape = object({
  page: text('Folio: {page} and {pages} are replaced.'),
  pages: text('Number of pages on the cover: {pages} is replaced.'),
  onePage: text('The same for a single page.'),
  pageReference: text('What a link without text becomes: {page} is replaced.'),
  contents: text('Heading of the contents.'),
  figure: text('Before a numbered caption: {number} is replaced.'),
  table: text('Before a numbered caption: {number} is replaced.'),
  continued: text('After the title of what goes on from the page before: {title} is replaced.'),
  continuedBare: text('The same where there is no title.'),
  continues: text('Below what goes on overleaf.'),
  video: text('Kind of a video.'),
  audio: text('Kind of an audio.'),
  readMore: text('Label of a link list without one.'),
  placeAndDate: text('Of a signature: {place} and {date} are replaced.'),
  note: text('What a screen reader says for a footnote\'s mark: {number} is replaced.'),
  boxChecked: text('What a screen reader says for a checked box.'),
  boxUnchecked: text('What a screen reader says for an empty box.'),
  months: list(text('A month.'), 'January to December, as in a date.', 12),
  date: text('A date: {day}, {month} and {year} are replaced.'),
  decimal: text('Decimal separator.'),
  thousands: anyText('Thousands separator.'),
  quotes: list(text('Opening or closing.'), 'Outer opening and closing, inner opening and closing quotation mark.', 4),
}, 'Labels of one language.');

export type Labels = TypeOf<typeof labelsShape>;
