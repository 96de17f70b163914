import { createHash } from 'node:crypto';
import { gzipSync, zipSync } from 'fflate';
import type { Instant } from '../time/clock.ts';

/**
 * A page that was fetched, as it is exported.
 *
 * @example
 * { bytes, address: 'https://example.org/news/1', title: 'Nine freed', fetched: '2025-12-15T09:30:00Z', status: 200,
 *   headers: { 'content-type': 'text/html' } }
 */
export interface FetchedOriginal {
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly title: string;
  readonly fetched: Instant;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const WARC = 'archive/data.warc.gz';
// A zip keeps local time; this one is the same everywhere, and no clock was ever set forward at that hour.
const NO_TIME = '1980-01-01T12:00:00';

/**
 * An original as a WACZ (Web Archive Collection Zipped 1.1.1) that ReplayWeb.page and other programs open: a WARC 1.1
 * (ISO 28500) with the answer of the site, its CDXJ index, the list of pages, and the hash of each. The same original gives
 * the same bytes, on every machine and day.
 *
 * The answer is as this program keeps it: the body with its compression undone, and those headers that tell of the page.
 * The WARC says so about itself.
 */
export function waczOf(original: FetchedOriginal): Uint8Array {
  const about = gzipped(warcInfo(original));
  const response = gzipped(responseRecord(original));
  const index = `${cdxjLine(original, about.length, response.length)}\n`;
  const page = {
    id: hashOf(original.bytes).slice(0, 32),
    url: original.address,
    ts: original.fetched,
    title: original.title,
  };
  const pages = [{ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }, page];
  const files: Record<string, Uint8Array> = {
    [WARC]: joined(about, response),
    'indexes/index.cdx': utf8(index),
    'pages/pages.jsonl': utf8(pages.map((line) => `${JSON.stringify(line)}\n`).join('')),
  };
  const description = utf8(`${JSON.stringify(dataPackage(original, files), null, 2)}\n`);
  const digest = { path: 'datapackage.json', hash: `sha256:${hashOf(description)}` };
  return zipSync(
    {
      ...files,
      'datapackage.json': description,
      'datapackage-digest.json': utf8(`${JSON.stringify(digest, null, 2)}\n`),
    },
    // Players read single files out of the archive: they lie in it as they are.
    { level: 0, mtime: NO_TIME, os: 3 },
  );
}

function dataPackage({ address, title, fetched }: FetchedOriginal, files: Readonly<Record<string, Uint8Array>>) {
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    software: 'Unforgotten',
    created: fetched,
    title,
    mainPageUrl: address,
    mainPageDate: fetched,
    resources: Object.entries(files).map(([path, bytes]) => ({
      name: path.split('/').at(-1),
      path,
      hash: `sha256:${hashOf(bytes)}`,
      bytes: bytes.length,
    })),
  };
}

function warcInfo({ bytes, fetched }: FetchedOriginal): Uint8Array {
  const fields = [
    'software: Unforgotten',
    'format: WARC File Format 1.1',
    'description: the body with its compression undone, and of the headers those that tell of the page',
  ];
  const body = utf8(fields.map((line) => `${line}\r\n`).join(''));
  return record(
    { type: 'warcinfo', date: fetched, mime: 'application/warc-fields', id: hashOf(utf8('info'), bytes) },
    body,
  );
}

function responseRecord({ bytes, address, fetched, status, headers }: FetchedOriginal): Uint8Array {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(?:content-length|content-encoding|transfer-encoding)$/i.test(name),
  );
  const lines = [...kept, ['content-length', `${bytes.length}`]].map(
    ([name, value]) => `${name}: ${oneLine(value ?? '')}\r\n`,
  );
  // Headers are bytes: what a site sent came as Latin-1 and goes out as it came.
  const head = Buffer.from(`HTTP/1.1 ${status} ${status === 200 ? 'OK' : ''}\r\n${lines.join('')}\r\n`, 'latin1');
  const id = hashOf(utf8(`${address} ${fetched}`), bytes);
  const type = { type: 'response', date: fetched, mime: 'application/http; msgtype=response', id };
  return record({ ...type, address, payload: hashOf(bytes) }, joined(head, bytes));
}

/** What the header of a record of a WARC says. */
interface RecordHead {
  readonly type: string;
  readonly date: Instant;
  readonly mime: string;
  /** A hash, from which the record's id is made. */
  readonly id: string;
  readonly address?: string;
  /** SHA-256 of the body without the headers. */
  readonly payload?: string;
}

function record({ type, date, mime, id, address, payload }: RecordHead, block: Uint8Array): Uint8Array {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${uuidOf(id)}>`,
    `WARC-Date: ${date}`,
    ...(address === undefined ? [] : [`WARC-Target-URI: ${oneLine(address)}`]),
    ...(payload === undefined ? [] : [`WARC-Payload-Digest: sha256:${payload}`]),
    `WARC-Block-Digest: sha256:${hashOf(block)}`,
    `Content-Type: ${mime}`,
    `Content-Length: ${block.length}`,
  ];
  return joined(utf8(`${lines.join('\r\n')}\r\n\r\n`), block, utf8('\r\n\r\n'));
}

function cdxjLine(original: FetchedOriginal, offset: number, length: number): string {
  const { address, bytes, fetched, status, headers } = original;
  const fields = {
    url: address,
    mime: (headers['content-type'] ?? 'application/octet-stream').split(';')[0]?.trim(),
    status: `${status}`,
    digest: `sha256:${hashOf(bytes)}`,
    length: `${length}`,
    offset: `${offset}`,
    filename: WARC.split('/').at(-1),
  };
  return `${surtOf(address)} ${fetched.replace(/\D/g, '')} ${JSON.stringify(fields)}`;
}

/** The address by which an index is sorted: the host back to front, lower case, without www (SURT). */
function surtOf(address: string): string {
  const { hostname, port, pathname, search } = new URL(address);
  const host = /^[\d.]+$|^\[/.test(hostname)
    ? hostname
    : hostname
        .replace(/^www\d*\./, '')
        .split('.')
        .reverse()
        .join(',');
  return `${host}${port && `:${port}`})${pathname}${search}`.toLowerCase();
}

/** An id that a hash makes (RFC 9562, version 8): the same record has the same one everywhere. */
function uuidOf(hash: string): string {
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}${variant}${hash.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function gzipped(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { mtime: 0, level: 9 });
}

function hashOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}
