// A classic PDF file → the same objects in object streams with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
import { createHash } from 'node:crypto';
import type { Deflater } from './deflater.ts';

/** Readers unpack a whole object stream for one object of it: large enough to compress, small enough to unpack. */
const STREAM_BYTES = 48_000;

export interface Trailer {
  /** "1.7", "2.0". */
  readonly version: string;
  /** PDF 2.0 does without the information dictionary. */
  readonly info: boolean;
}

interface Kept { readonly id: number; readonly bytes: Buffer }
/** Where an object stands: at an offset, or in an object stream at an index. */
type Entry = { readonly offset: number } | { readonly stream: number; readonly index: number };

export function compact(file: Uint8Array, { version, info }: Trailer, deflater: Deflater): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const { offsets, xref, root, infoId } = readTrailer(bytes);
  const plain: Kept[] = [];
  const streams: Kept[] = [];
  const dropped = info ? new Set<number>() : infoObjects(bytes, offsets, xref, infoId);
  const ordered = offsets.map((offset, id) => ({ offset, id })).filter(({ id }) => id > 0).sort((a, b) => a.offset - b.offset);
  ordered.forEach(({ offset, id }, n) => {
    if (dropped.has(id)) return;
    const end = ordered[n + 1]?.offset ?? xref;
    const start = bytes.indexOf('\n', offset) + 1;
    const body = bytes.subarray(start, bytes.lastIndexOf('endobj', end) - 1);
    // pdfkit escapes line ends in strings, so these bytes only stand where a stream begins.
    if (body.includes('\nstream\n')) streams.push({ id, bytes: bytes.subarray(offset, end) });
    else plain.push({ id, bytes: body });
  });

  const out: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  let position = out[0]?.length ?? 0;
  const entries = new Map<number, Entry>();
  let next = offsets.length;
  const put = (id: number, chunk: Buffer): void => {
    entries.set(id, { offset: position });
    out.push(chunk);
    position += chunk.length;
  };
  for (const { id, bytes: chunk } of streams) put(id, chunk);

  plain.sort((a, b) => a.id - b.id);
  for (let from = 0; from < plain.length;) {
    let to = from;
    for (let size = 0; to < plain.length && size < STREAM_BYTES; to++) size += plain[to]?.bytes.length ?? 0;
    const id = next++;
    put(id, objectStream(id, plain.slice(from, to), deflater));
    for (let n = from; n < to; n++) entries.set(plain[n]?.id ?? 0, { stream: id, index: n - from });
    from = to;
  }

  const id = next++;
  const start = position;
  entries.set(id, { offset: start });
  const hash = createHash('sha256');
  for (const chunk of out) hash.update(chunk);
  const fileId = hash.digest('hex').slice(0, 32).toUpperCase();
  const table = crossReferences(next, entries);
  put(id, stream(id, `/Type/XRef/Size ${next}/W[1 4 2]/Root ${root} 0 R${info ? `/Info ${infoId} 0 R` : ''}/ID[<${fileId}><${fileId}>]` +
    '/DecodeParms<</Predictor 12/Columns 7>>', table, deflater));
  out.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(out);
}

function readTrailer(bytes: Buffer): { offsets: number[]; xref: number; root: number; infoId: number } {
  const tail = bytes.subarray(-1024).toString('latin1');
  const number = (pattern: RegExp): number => {
    const found = pattern.exec(tail)?.[1];
    if (found === undefined) throw new Error(`pdfkit's file has no ${pattern.source}`);
    return Number(found);
  };
  const xref = number(/startxref\s+(\d+)/);
  const size = number(/\/Size (\d+)/);
  const table = bytes.indexOf('\n', bytes.indexOf('\n', xref) + 1) + 1;
  const offsets: number[] = [];
  for (let id = 0; id < size; id++) offsets.push(Number(bytes.toString('latin1', table + id * 20, table + id * 20 + 10)));
  return { offsets, xref, root: number(/\/Root (\d+) 0 R/), infoId: number(/\/Info (\d+) 0 R/) };
}

/** The information dictionary and the values that pdfkit writes as objects of their own. */
function infoObjects(bytes: Buffer, offsets: readonly number[], xref: number, infoId: number): Set<number> {
  const start = offsets[infoId] ?? xref;
  const body = bytes.toString('latin1', start, bytes.indexOf('endobj', start));
  return new Set([infoId, ...[...body.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]))]);
}

function objectStream(id: number, objects: readonly Kept[], deflater: Deflater): Buffer {
  let offset = 0;
  const index = objects.map((object) => {
    const entry = `${object.id} ${offset}`;
    offset += object.bytes.length + 1;
    return entry;
  }).join(' ') + '\n';
  const newline = Buffer.from('\n');
  const body = Buffer.concat([Buffer.from(index, 'latin1'), ...objects.flatMap((object) => [object.bytes, newline])]);
  return stream(id, `/Type/ObjStm/N ${objects.length}/First ${index.length}`, body, deflater);
}

function stream(id: number, entries: string, body: Uint8Array, deflater: Deflater): Buffer {
  const packed = deflater.deflate(body);
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/** Rows of type, offset or stream, generation or index; each after the PNG predictor "up". */
function crossReferences(size: number, entries: ReadonlyMap<number, Entry>): Buffer {
  const table = Buffer.alloc(size * 8);
  let above = Buffer.alloc(7);
  for (let id = 0; id < size; id++) {
    const row = Buffer.alloc(7);
    const entry = entries.get(id);
    if (entry === undefined) {
      if (id === 0) row.writeUInt16BE(65535, 5);
    } else if ('offset' in entry) {
      row[0] = 1;
      row.writeUInt32BE(entry.offset, 1);
    } else {
      row[0] = 2;
      row.writeUInt32BE(entry.stream, 1);
      row.writeUInt16BE(entry.index, 5);
    }
    table[id * 8] = 2;
    for (let n = 0; n < 7; n++) table[id * 8 + 1 + n] = ((row[n] ?? 0) - (above[n] ?? 0)) & 255;
    above = row;
  }
  return table;
}
