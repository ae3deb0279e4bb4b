// The door of publication/: folder → Publication.
export type * from './publication.ts';
