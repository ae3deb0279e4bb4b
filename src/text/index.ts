// The door of text/: inlines + style + measure → the ways to set a paragraph.
export type * from './setting.ts';
export type * from './typesetter.ts';
export { createTypesetter, type TypesetterOptions } from './create-typesetter.ts';
export { openFace, openFont, type Face, type Font } from './fonts/face.ts';
export { findFontFault } from './fonts/probe.ts';
export { knowsLanguage } from './language/conventions.ts';
export { createOutliner } from './fonts/outline.ts';
