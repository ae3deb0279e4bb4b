// The door of markdown/: Publication → Document.
export { parseManuscript } from './parse-manuscript.ts';
