// JPEG bytes → what its markers say: size, colours, resolution and EXIF's orientation.
import { unreadable } from './fault.ts';

export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** What an Adobe marker says: 0 the colours themselves, 1 YCbCr, 2 YCCK. With it, four colours are CMYK, inverted. */
  readonly adobe?: number;
  /** Where the frame's marker stands. */
  readonly frame: number;
  /** Three colours that are red, green and blue themselves and no marker says so: PDF would take them for YCbCr. */
  readonly bareRgb: boolean;
  /** EXIF: 1 as stored … 8. */
  readonly orientation: number;
  readonly dpi?: number;
}

const CENTIMETRES_AN_INCH = 2.54;

export function readJpegFacts(bytes: Uint8Array): JpegFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frame: Pick<JpegFacts, 'width' | 'height' | 'components'> & { letters: boolean } | undefined;
  let adobe: number | undefined;
  let frameAt = 0;
  let jfif = false;
  let density: number | undefined;
  let exif: { orientation: number; dpi?: number } = { orientation: 1 };
  let scan = false;
  for (let at = 2; at + 4 <= bytes.length && !scan;) {
    if (bytes[at] !== 0xff) throw unreadable('its markers are damaged.', 'Save it again.');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) { at += 1; continue; }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { at += 2; continue; }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) break;
    const body = at + 4;
    const ascii = (text: string): boolean => [...text].every((character, index) => bytes[body + index] === character.charCodeAt(0));
    if (marker === 0xda) {
      scan = true;
      if (frame && endsWell(bytes) && !scansWell(bytes, at, bytes.subarray(frameAt + 9, frameAt + 10 + frame.components * 3), bytes[frameAt + 1] === 0xc2)) throw unreadable('its markers are damaged.', 'Save it again.');
    } else if (marker === 0xc4 && !readsTables(bytes.subarray(body, at + 2 + length))) throw unreadable('its markers are damaged.', 'Save it again.');
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      frame = readFrame(view, body, marker);
      frameAt = at;
    }
    else if (marker === 0xe0 && ascii('JFIF\0') && length >= 14) {
      jfif = true;
      const units = bytes[body + 7];
      const value = view.getUint16(body + 8);
      if (value > 1 && units === 1) density = value;
      else if (value > 1 && units === 2) density = value * CENTIMETRES_AN_INCH;
    } else if (marker === 0xe1 && ascii('Exif\0\0')) exif = readExif(bytes.subarray(body + 6, at + 2 + length));
    else if (marker === 0xee && ascii('Adobe')) adobe = length >= 14 ? bytes[body + 11] ?? 0 : 0;
    at += 2 + length;
  }
  if (!frame || !scan || !endsWell(bytes)) throw unreadable('it ends too early.', 'Save it again.');
  if (frame.width === 0 || frame.height === 0) throw unreadable('its header makes no sense.');
  if (frame.components !== 1 && frame.components !== 3 && frame.components !== 4) throw unreadable(`it has ${frame.components} colours a pixel.`, 'Save it as RGB.');
  const dpi = exif.dpi ?? density;
  return {
    width: frame.width, height: frame.height, components: frame.components, frame: frameAt, ...(adobe === undefined ? {} : { adobe }), orientation: exif.orientation,
    bareRgb: frame.components === 3 && frame.letters && adobe === undefined && !jfif, ...(dpi === undefined ? {} : { dpi: Math.round(dpi * 100) / 100 }),
  };
}

/** Baseline, extended and progressive frames are what PDF's DCTDecode reads (ISO 32000-1, 7.4.8). */
function readFrame(view: DataView, body: number, marker: number): { width: number; height: number; components: number; letters: boolean } {
  if (marker > 0xc2) throw unreadable('it is packed in a rare way (lossless or arithmetic JPEG).', 'Save it as plain JPEG.');
  if (body + 6 > view.byteLength) throw unreadable('it ends too early.', 'Save it again.');
  if (view.getUint8(body) !== 8) throw unreadable(`it has ${view.getUint8(body)} bits a colour.`, 'Save it with 8.');
  const components = view.getUint8(body + 5);
  const letters = 'RGB'.split('').every((letter, index) => body + 6 + index * 3 < view.byteLength && view.getUint8(body + 6 + index * 3) === letter.charCodeAt(0));
  return { height: view.getUint16(body + 1), width: view.getUint16(body + 3), components, letters };
}

/** Huffman tables whose codes are no more than their lengths allow, one after the other to the segment's end (ITU T.81, B.2.4.2 and C.2). */
function readsTables(segment: Uint8Array): boolean {
  let at = 0;
  while (at + 17 <= segment.length) {
    const kind = segment[at] ?? 0;
    let codes = 0, room = 1;
    for (let length = 1; length <= 16; length += 1) {
      const count = segment[at + length] ?? 0;
      codes += count;
      room = room * 2 - count;
      if (room < 0) return false;
    }
    if (kind >> 4 > 1 || (kind & 15) > 3 || codes > 256) return false;
    at += 17 + codes;
  }
  return at === segment.length;
}

/** From the first scan to the end: each names components of its frame, none twice, and what stands between them has its length (ITU T.81, B.2.3). */
function scansWell(bytes: Uint8Array, from: number, frame: Uint8Array, progressive: boolean): boolean {
  const known = Array.from({ length: frame[0] ?? 0 }, (_, index) => frame[1 + index * 3]);
  const left = new Set(known);
  for (let at = from; at !== -1; at = nextMarker(bytes, at)) {
    const marker = bytes[at + 1];
    if (marker === 0xd9) return true;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || segment.length !== length - 2) return false;
    if (marker === 0xc4 && !readsTables(segment)) return false;
    if (marker === 0xda) {
      const count = segment[0] ?? 0;
      const named = Array.from({ length: count }, (_, index) => segment[1 + index * 2]);
      if (count < 1 || count > 4 || segment.length !== 4 + 2 * count || new Set(named).size !== count || !named.every((id) => known.includes(id))) return false;
      // Only a progressive frame comes to a component again.
      for (const id of named) if (!left.delete(id) && !progressive) return false;
    }
    at += length;
  }
  return false;
}

/** The next marker that is neither part of the data nor a restart within it. */
function nextMarker(bytes: Uint8Array, after: number): number {
  for (let at = bytes.indexOf(0xff, after + 2); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

/** An end marker somewhere in the last part: cameras put other things after it. */
function endsWell(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 1; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** Orientation (274), XResolution (282) and ResolutionUnit (296) in the first directory of EXIF's TIFF. */
function readExif(tiff: Uint8Array): { orientation: number; dpi?: number } {
  if (tiff.length < 8) return { orientation: 1 };
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const short = (at: number): number => (at + 2 <= tiff.length ? view.getUint16(at, little) : 0);
  const long = (at: number): number => (at + 4 <= tiff.length ? view.getUint32(at, little) : 0);
  const directory = long(4);
  let orientation = 1;
  let resolution = 0;
  let unit = 2;
  for (let entry = 0; entry < Math.min(short(directory), 200); entry += 1) {
    const at = directory + 2 + entry * 12;
    const tag = short(at);
    if (tag === 274) orientation = short(at + 8);
    else if (tag === 296) unit = short(at + 8);
    else if (tag === 282) resolution = long(long(at + 8)) / Math.max(1, long(long(at + 8) + 4));
  }
  const dpi = unit === 3 ? resolution * CENTIMETRES_AN_INCH : unit === 2 ? resolution : 0;
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, ...(dpi > 1 ? { dpi } : {}) };
}
