// The door of pictures/: picture bytes → Artwork, ready for the page and the PDF.
export type * from './artwork.ts';
export type { OutlineText, TextFace } from './svg/text.ts';
export { decodePicture, type DecodeOptions } from './decode.ts';
export { KeptPictures } from './kept-pictures.ts';
export { readPictures, type ReadBytes } from './read-pictures.ts';
export { codeKey } from './qr.ts';
