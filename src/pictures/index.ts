// The door of pictures/: picture bytes → Artwork.
export type * from './artwork.ts';
