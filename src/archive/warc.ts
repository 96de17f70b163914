import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { WARCRecord } from 'warcio';
import type { Day } from '../time/day.ts';
import { isDay } from '../time/day.ts';
import type { Work } from './bounds.ts';
import { PAGE_MAX } from './bounds.ts';
import { isOfZlib } from './gunzip.ts';
import { recordsIn } from './warc-records.ts';

/**
 * A page as a crawler kept it.
 *
 * @example
 * { address: 'https://example.org/1.html', type: 'text/html; charset=utf-8', fetched: '2025-12-14', bytes }
 */
export interface KeptPage {
  readonly address: string;
  /** Media type that the server gave. */
  readonly type: string;
  /** The day in UTC on which it was fetched. */
  readonly fetched?: Day;
  readonly bytes: Uint8Array;
}

const PAGE = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)\b/i;
// Files that servers give to machines.
const FOR_MACHINES = /\/(?:robots|ads|humans|security)\.txt$/i;

/**
 * The pages in a WARC (ISO 28500): every answer of status 200 that is HTML, text or PDF, as it was sent, without its
 * transfer and content coding. Answers too large for a page and those that are damaged are passed over.
 *
 * @throws Refused, naming the file, where it is no WARC, is cut off, or asks for too much work.
 */
export async function* pagesInWarc(source: AsyncIterable<Uint8Array>, work: Work): AsyncGenerator<KeptPage> {
  for await (const record of recordsIn(source, work)) {
    const page = await pageIn(record, work);
    if (page) yield page;
  }
}

async function pageIn(record: WARCRecord, work: Work): Promise<KeptPage | null> {
  const address = record.warcTargetURI ?? '';
  const http = record.httpHeaders;
  const header = (name: string) => http?.headers.get(name) ?? '';
  const type = header('content-type');
  const wanted =
    record.warcType === 'response' &&
    Number(http?.statusCode) === 200 &&
    /^https?:\/\//i.test(address) &&
    PAGE.test(type) &&
    !FOR_MACHINES.test(address);
  // What is not read is skipped by the parser; what is too large is read to its end and let go.
  if (!wanted) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // As it was sent: the record itself would undo the coding without a bound.
  for await (const chunk of record.reader) {
    work.goOn();
    length += chunk.length;
    if (length <= PAGE_MAX) chunks.push(chunk);
  }
  if (length > PAGE_MAX) return null;
  const sent = /\bchunked\b/i.test(header('transfer-encoding'))
    ? dechunked(Buffer.concat(chunks))
    : Buffer.concat(chunks);
  const bytes = uncoded(sent, header('content-encoding'), work);
  const day = (record.warcDate ?? '').slice(0, 10);
  return bytes && { address, type, bytes, ...(isDay(day) && { fetched: day }) };
}

/** Takes the lengths out of a chunked body (RFC 9112, 7.1); a body that many crawlers have freed of them stays. */
function dechunked(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const line = /^([0-9a-f]{1,8})[^\r\n]{0,200}\r\n/i.exec(
      Buffer.from(body.subarray(at, at + 220)).toString('latin1'),
    );
    if (!line) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(line[1] ?? '0', 16);
    at += line[0].length;
    if (length === 0) break;
    parts.push(body.subarray(at, at + length));
    at += length + 2;
  }
  return Buffer.concat(parts);
}

/** Null where the body is no such coding or too large for a page. */
function uncoded(body: Uint8Array, coding: string, work: Work): Uint8Array | null {
  const name = coding.trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  const decode = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[name];
  if (!decode) return null;
  try {
    const bytes = decode(body, { maxOutputLength: PAGE_MAX });
    work.decompressed(bytes.length);
    return bytes;
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    // Some crawlers keep the header and undo the coding.
    return /^\s*</.test(Buffer.from(body.subarray(0, 100)).toString('latin1')) ? body : null;
  }
}
