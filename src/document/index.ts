// Types of the manuscript as a tree; open to every room.
export * from './span.ts';
export * from './inline.ts';
export * from './block.ts';
export * from './document.ts';
