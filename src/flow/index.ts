// The door of flow/: Document + Theme + PageFacts → galleys of FlowItems, the structure tree and the outline.
export type * from './item.ts';
export type * from './placed.ts';
export type * from './tag.ts';
export type * from './facts.ts';
export type { Flowed } from './flow-document.ts';
export type { PageToDecorate } from './furniture.ts';
export { flowDocument } from './flow-document.ts';
export { FlowMemory } from './memo.ts';
export { footStyle } from './note-style.ts';
