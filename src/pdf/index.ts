// The door of pdf/: pages + structure → the bytes of a tagged, archivable PDF.
export type * from './input.ts';
