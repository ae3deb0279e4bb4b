// Small pictures of every kind that the fuzzer damages; PNGs may have their checksums put right again, to reach what lies behind them.
import { crc32 } from 'node:zlib';
import { makeJpeg, makePng, type Quarters } from '../support/made-pictures.ts';

const QUARTERS: Quarters = [[200, 30, 30], [30, 200, 30], [30, 30, 200], [220, 220, 40]];

export const PNG_SEEDS: readonly [Uint8Array, ...Uint8Array[]] = [
  makePng(QUARTERS, { type: 2, depth: 8 }), makePng(QUARTERS, { type: 3, depth: 2 }), makePng(QUARTERS, { type: 3, depth: 8, alpha: [0, 99, 255, 255] }),
  makePng(QUARTERS, { type: 6, depth: 8, alpha: [9, 99, 200, 255] }), makePng(QUARTERS, { type: 6, depth: 16, interlaced: true }), makePng(QUARTERS, { type: 0, depth: 1 }), makePng(QUARTERS, { type: 4, depth: 8, interlaced: true }),
];

export const JPEG_SEEDS: readonly [Uint8Array, ...Uint8Array[]] = [
  makeJpeg(QUARTERS, { colours: 'ycc' }), makeJpeg(QUARTERS, { colours: 'grey' }), makeJpeg(QUARTERS, { colours: 'ycc', orientation: 6 }),
  makeJpeg(QUARTERS, { colours: 'cmyk' }), makeJpeg(QUARTERS, { colours: 'ycck', adobe: 2 }), makeJpeg(QUARTERS, { colours: 'rgb', adobe: 0, orientation: 3 }),
];

export const SVG_SEED = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="90" viewBox="0 0 120 90">
  <style>.a { fill: #336699; stroke: url(#g) } #b { opacity: .5 }</style>
  <defs>
    <linearGradient id="g" x1="0" y1="0" x2="1" y2="1" gradientTransform="rotate(30)"><stop offset="0" stop-color="red"/><stop offset="100%" stop-color="#00f" stop-opacity="0.5"/></linearGradient>
    <clipPath id="c"><circle cx="60" cy="45" r="30"/></clipPath>
    <symbol id="s" viewBox="0 0 10 10"><path d="M0 0 L10 0 10 10Z"/></symbol>
    <marker id="m" markerWidth="4" markerHeight="4"><rect width="4" height="4"/></marker>
  </defs>
  <g transform="translate(3,4) scale(1.1) rotate(5 60 45)" clip-path="url(#c)"><rect class="a" x="10" y="10" width="50%" height="40" rx="5"/></g>
  <path id="b" d="M10,80 C 40 10, 65 10, 95 80 S 150 150, 180 80 A 30 50 0 0 1 162 162 q 3 4 5 6 t 2 2 h 3 v -4 z" fill="none" stroke="black" stroke-width="2" stroke-dasharray="4 2" marker-end="url(#m)"/>
  <use xlink:href="#s" x="70" y="50" width="20" height="20"/><polygon points="1,2 3,4 5,1"/><ellipse cx="9" cy="9" rx="4" ry="2"/><line x1="0" y1="0" x2="9" y2="9" stroke="green"/>
  <text x="10" y="85" font-size="8">Tekst <tspan font-weight="bold">fed</tspan> &amp; mere</text>
</svg>`;

/** Every chunk's checksum as its bytes ask for. */
export function repairPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) break;
    view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
  return bytes;
}
