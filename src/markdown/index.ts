// The door of markdown/: Publication → Document.
export { parseManuscript } from './parse-manuscript.ts';
export { KeptChapters } from './kept-chapters.ts';
