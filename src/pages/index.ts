// The door of pages/: galleys → finished pages and the facts about them.
export type * from './page.ts';
export { fillPages, type FillOptions, type MadeUp, type MadeUpPage } from './fill-pages.ts';
export { finishPages, type Furniture } from './finish-pages.ts';
export { segmentsOf } from './move.ts';
export { checkPages, type Violation } from './check-pages.ts';
export { lettersOf, type PreferredBreaks } from './kept-breaks.ts';
export type { NoteStyle } from './note-area.ts';
export { checkMadeUp } from './check-made-up.ts';
