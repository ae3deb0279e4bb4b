// The door of flow/: Document + Theme + PageFacts → galleys of FlowItems, the structure tree and the outline.
export type * from './item.ts';
export type * from './placed.ts';
export type * from './tag.ts';
export type * from './facts.ts';
