// The door of pdf/: pages + structure → the bytes of a tagged, archivable PDF.
export type * from './input.ts';
export { KeptPdf } from './kept-pdf.ts';
export { writePdf } from './write-pdf.ts';
export { describeTags } from './describe-tags.ts';
