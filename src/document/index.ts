// The manuscript as a tree: types, and what every room may ask of them.
export * from './span.ts';
export * from './inline.ts';
export * from './block.ts';
export * from './document.ts';
export * from './language.ts';
