import { constants, inflateSync } from 'node:zlib';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';

const STREAM_MAX = 32_000_000;
const STREAMS_MAX = 20_000;
const DICTIONARY = 600;
const PICTURE = /\/Subtype\s*\/Image\b/;

/**
 * Unpacks every deflated stream of a PDF once, into nothing, before a parser that knows no bounds does: most files that
 * are made to do harm are told by that at once. The thread that reads the others (`pdf-thread.ts`) is watched. Pictures
 * are passed over: nobody unpacks them to read the text, and one colour packs better than any bomb.
 *
 * @throws Refused where a stream or all of them unpack to more than they may, or one is packed twice.
 */
export function checkStreams(bytes: Uint8Array, work: Work): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let streams = 0;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    if (++streams > STREAMS_MAX) throw tooMuch(work);
    let start = at + 6;
    while (buffer[start] === 0x0d || buffer[start] === 0x0a) start++;
    if (!isDeflated(buffer, start) || isPicture(buffer, at)) continue;
    const end = buffer.indexOf('endstream', start);
    const inside = inflated(buffer.subarray(start, end < 0 ? buffer.length : end), work);
    work.decompressed(inside.length);
    if (inside.length > 2 && isDeflated(inside, 0)) throw tooMuch(work);
  }
}

function isPicture(buffer: Buffer, at: number): boolean {
  const before = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at);
  return PICTURE.test(before.slice(before.lastIndexOf('obj') + 1));
}

function isDeflated(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  return (first & 0x0f) === 8 && first <= 0x78 && (first * 256 + second) % 31 === 0 && first === 0x78;
}

function inflated(packed: Uint8Array, work: Work): Uint8Array {
  try {
    const maxOutputLength = Math.min(STREAM_MAX, work.room);
    return inflateSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch(work);
    // Broken streams are the parser's to judge: it mends some.
    return new Uint8Array();
  }
}

function tooMuch(work: Work): Refused {
  return new Refused(
    `${work.address} unpacks to more than a document does: save its text as a .txt file and read that.`,
  );
}
