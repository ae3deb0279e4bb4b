// Bytes → deflated bytes, on zlib's own threads while the program goes on.
import { promisify } from 'node:util';
import { deflate as deflateCallback, type ZlibOptions } from 'node:zlib';

const onThread = promisify<Uint8Array, ZlibOptions, Buffer>(deflateCallback);

/** Level 6: 9 takes longer and saves nothing. */
export const deflate = (bytes: Uint8Array): Promise<Buffer> => onThread(bytes, { level: 6 });
