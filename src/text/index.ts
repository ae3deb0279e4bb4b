// The door of text/: inlines + style + measure → the ways to set a paragraph.
export type * from './setting.ts';
export type * from './typesetter.ts';
export { createTypesetter, type TypesetterOptions } from './create-typesetter.ts';
