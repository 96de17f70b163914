import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';

const CHUNK = 262_144;
// Gzip packs a thousand to one at most, so this gives 2 MB at most.
const BEGINNING = 2048;

/**
 * What bytes compressed by gzip hold, piece by piece; several members one behind the other, as in a WARC, are one.
 *
 * @throws Refused, naming the file, where it is cut off or damaged, or holds more than it may.
 */
export async function* gunzipped(source: AsyncIterable<Uint8Array>, work: Work): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const fed = feed(source, gunzip);
  // What goes wrong at the source is told by the loop; a rejection nobody has asked for yet would end the process.
  fed.catch((error) => gunzip.destroy(error));
  try {
    for await (const chunk of gunzip) {
      work.decompressed(chunk.length);
      yield chunk;
    }
    await fed;
  } catch (error) {
    if (error instanceof Refused || !isOfZlib(error)) throw error;
    throw new Refused(`${work.address} is cut off or damaged (gzip): get it once more.`);
  } finally {
    gunzip.destroy();
  }
}

async function feed(source: AsyncIterable<Uint8Array>, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  for await (const chunk of source) {
    if (gunzip.destroyed) return;
    if (!gunzip.write(chunk)) {
      await new Promise<void>((resolve) => {
        gunzip.once('drain', resolve);
        gunzip.once('close', resolve);
      });
    }
  }
  gunzip.end();
}

/** The first bytes of what bytes compressed by gzip hold: enough to tell what it is. */
export function beginningOf(bytes: Uint8Array, address: string): Uint8Array {
  try {
    return gunzipSync(bytes.subarray(0, BEGINNING), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    throw new Refused(`${address} is cut off or damaged (gzip): get it once more.`);
  }
}

/** Bytes in pieces, so that a decompressor that reads them can be stopped. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** All of it in one, where it is no more than a page may be. Throws `Refused` where it is more. */
export async function whole(source: AsyncIterable<Uint8Array>, max: number, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > max)
      throw new Refused(`${address} is larger than ${max / 1_000_000} MB: save its text and read that.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** True for what Node's zlib throws where bytes are at fault. */
export function isOfZlib(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?:Z_|ERR_|ERR__ERROR|ERR_BROTLI)/.test(code);
}
