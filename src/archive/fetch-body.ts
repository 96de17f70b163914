import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { Refused } from '../text/refusal.ts';

/**
 * How much of an answer is taken in.
 *
 * @example
 * const bounds: Bounds = { bytes: 20_000_000, inflated: 256_000_000, ratio: 100 };
 */
export interface Bounds {
  /** Bytes on the wire. */
  readonly bytes: number;
  /** Bytes once unpacked. */
  readonly inflated: number;
  /** Unpacked bytes for each byte on the wire. */
  readonly ratio: number;
}

// Small pages of repeated mark-up pack better than any ratio that stops a bomb; they are small all the same.
const RATIO_FREE = 1_000_000;
// What may hold a report; pictures, films and programs are refused before they are loaded.
const TYPES =
  /^(?:text\/[\w.+-]+|message\/rfc822|application\/(?:octet-stream|pdf|zip|gzip|x-gzip|warc|wacz|[\w.-]*json|(?:[\w.-]+\+)?(?:xml|json|zip)|x-ndjson|mbox))$/;

/** Collects an answer up to its bound. `declared` is what it says its length is; that is believed only where it is too long. */
export async function collected(
  parts: AsyncIterable<Uint8Array>,
  declared: string | undefined,
  bounds: Bounds,
  address: string,
): Promise<Uint8Array> {
  const tooLong = new Refused(
    `${address} is larger than ${inMegabytes(bounds.bytes)}: save the part of it that matters and name the file.`,
  );
  if (Number(declared) > bounds.bytes) throw tooLong;
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > bounds.bytes) throw tooLong;
    taken.push(part);
  }
  return Buffer.concat(taken);
}

/**
 * Undoes the compression an answer travelled in. No more is unpacked than the bounds allow, whatever the answer would
 * grow to.
 *
 * @throws Refused for a bomb, for damage, and for a compression that was not asked for.
 */
export function unpacked(bytes: Uint8Array, encoding: string | undefined, bounds: Bounds, address: string): Uint8Array {
  const name = (encoding ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity' || bytes.length === 0) return bytes;
  const maxOutputLength = Math.min(bounds.inflated, Math.max(RATIO_FREE, bytes.length * bounds.ratio));
  try {
    if (name === 'gzip' || name === 'x-gzip') return gunzipSync(bytes, { maxOutputLength });
    if (name === 'br') return brotliDecompressSync(bytes, { maxOutputLength });
    // What is called deflate is wrapped in zlib's header by the book, and bare from some servers.
    if (name === 'deflate' && isZlib(bytes)) return inflateSync(bytes, { maxOutputLength });
    if (name === 'deflate') return inflateRawSync(bytes, { maxOutputLength });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Refused(`${address} grows more than ${bounds.ratio} times when unpacked: it is made to do harm.`);
    }
    throw new Refused(`${address} arrived damaged, its compression cannot be undone: try again later.`);
  }
  throw new Refused(`${address} came in a compression that was not asked for (${name}): save it from a browser.`);
}

/** Refuses what cannot be a report by its media type, before it is loaded. What states no type is let through. */
export function refuseType(type: string | undefined, address: string): void {
  const name = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (name === '' || TYPES.test(name)) return;
  throw new Refused(
    `${address} is ${name.slice(0, 60)}, which is not read: give the address of the page it stands on.`,
  );
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function inMegabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes} bytes` : `${Math.floor(bytes / 1_000_000)} MB`;
}
