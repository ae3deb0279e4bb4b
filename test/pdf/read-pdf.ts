// A PDF's bytes → its objects, read through the cross-reference stream alone: the oracle of what was written.
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  readonly version: string;
  readonly trailer: string;
  /** Source of each object's dictionary or value. */
  readonly objects: ReadonlyMap<number, string>;
  /** Unpacked streams. */
  readonly streams: ReadonlyMap<number, Buffer>;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file.subarray(-64).toString('latin1'))?.[1]);
  const table = readObject(file, start);
  const rows = unpredict(inflateSync(table.stream ?? Buffer.alloc(0)), 7);
  const objects = new Map<number, string>();
  const streams = new Map<number, Buffer>();
  const packed = new Map<number, { readonly index: number; readonly stream: number }>();
  for (let id = 0; id * 7 < rows.length; id++) {
    const [type, where, index] = [rows[id * 7], rows.readUInt32BE(id * 7 + 1), rows.readUInt16BE(id * 7 + 5)];
    if (type === 1) {
      const object = readObject(file, where);
      if (object.id !== id) throw new Error(`Object ${id} is not at ${where}.`);
      objects.set(id, object.source);
      if (object.stream) streams.set(id, /FlateDecode/.test(object.source) && !/\/Subtype\s*\/Image/.test(object.source) ? inflateSync(object.stream) : object.stream);
    } else if (type === 2) packed.set(id, { stream: where, index });
  }
  for (const [id, { stream, index }] of packed) {
    const body = streams.get(stream) ?? Buffer.alloc(0);
    const first = Number(/\/First (\d+)/.exec(objects.get(stream) ?? '')?.[1]);
    const numbers = body.toString('latin1', 0, first).trim().split(' ').map(Number);
    if (numbers[index * 2] !== id) throw new Error(`Object ${id} is not number ${index} of stream ${stream}.`);
    objects.set(id, body.toString('latin1', first + (numbers[index * 2 + 1] ?? 0), first + (numbers[index * 2 + 3] ?? body.length - first)).trim());
  }
  return { version: file.toString('latin1', 5, 8), trailer: table.source, objects, streams };
}

function readObject(file: Buffer, at: number): { readonly id: number; readonly source: string; readonly stream?: Buffer } {
  const end = file.indexOf('\nendobj', at);
  const marker = file.indexOf('\nstream\n', at);
  const id = Number(/^(\d+) 0 obj/.exec(file.toString('latin1', at, at + 16))?.[1]);
  const begin = file.indexOf('obj', at) + 3;
  if (marker === -1 || (end !== -1 && end < marker)) return { id, source: file.toString('latin1', begin, end).trim() };
  const source = file.toString('latin1', begin, marker).trim();
  const length = Number(/\/Length (\d+)/.exec(source)?.[1]);
  const after = file.toString('latin1', marker + 8 + length, marker + 8 + length + 10);
  if (after !== '\nendstream') throw new Error(`Object ${id} does not end where its length says.`);
  return { id, source, stream: file.subarray(marker + 8, marker + 8 + length) };
}

function unpredict(data: Buffer, columns: number): Buffer {
  const rows = data.length / (columns + 1);
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let n = 0; n < columns; n++) plain[row * columns + n] = ((data[row * (columns + 1) + 1 + n] ?? 0) + (row > 0 ? plain[(row - 1) * columns + n] ?? 0 : 0)) & 255;
  }
  return plain;
}

/** The object of this type, as source; the only one. */
export function only(pdf: ReadPdf, pattern: RegExp): string {
  const found = [...pdf.objects.values()].filter((source) => pattern.test(source));
  if (found.length !== 1) throw new Error(`${found.length} objects match ${pattern.source}.`);
  return found[0] ?? '';
}

/** The text of a PDF string, literal or hexadecimal. */
export function decode(literal: string): string {
  const raw = literal.startsWith('<')
    ? Buffer.from(literal.slice(1, -1), 'hex').toString('latin1')
    : literal.slice(1, -1).replace(/\\([nrtbf()\\])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[c] ?? c);
  return raw.startsWith('\xfe\xff') ? Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le') : raw;
}

export const entry = (source: string, key: string): string => decode(new RegExp(`/${key} (\\((?:[^\\\\)]|\\\\.)*\\)|<[0-9A-F]*>)`, 's').exec(source)?.[1] ?? '()');
