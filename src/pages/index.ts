// The door of pages/: galleys → finished pages and the facts about them.
export type * from './page.ts';
