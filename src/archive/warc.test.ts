import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { waczOf, warcOf } from '../../bench/fuzz-seeds.ts';
import { readReports } from './reports.ts';

const PAGE = '<html><body><h1>Court Extends A Term</h1><p>A court has added two years to his term.</p></body></html>';
const OTHER = '<html><body><h1>Court Ends A Term</h1><p>A court has set two teachers free.</p></body></html>';
const BREAK = '\r\n\r\n';

/** An answer as a crawler keeps it, that says to be so many bytes longer than it is. */
const record = (
  body: string | Buffer,
  { more = 0, headers = '', address = 'https://example.org/1', end = BREAK } = {},
) => {
  const block = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`),
    Buffer.from(body),
  ]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nContent-Length: ${block.length + more}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from(end)]);
};
const titles = async (bytes: Uint8Array) =>
  (await readReports(bytes, { address: 'crawl.warc' })).map(({ report }) => report.title);

describe('the pages of a web archive are read', () => {
  test.each([
    ['records apart by two line ends, as the standard has it', BREAK],
    ['by one', '\r\n'],
    ['by none', ''],
    ['by four', BREAK + BREAK],
  ])('%s', async (_, end) => {
    const archive = Buffer.concat([record(PAGE, { end }), record(OTHER, { end, address: 'https://example.org/2' })]);
    expect(await titles(archive)).toEqual(['Court Extends A Term', 'Court Ends A Term']);
  });

  test.each([
    ['chunked', Buffer.from(`${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`), 'Transfer-Encoding: chunked\r\n'],
    ['compressed', gzipSync(PAGE), 'Content-Encoding: gzip\r\n'],
    ['said to be compressed', Buffer.from(PAGE), 'Content-Encoding: gzip\r\n'],
    ['said to be chunked', Buffer.from(PAGE), 'Transfer-Encoding: chunked\r\n'],
  ])('%s', async (_, body, headers) => {
    expect(await titles(record(body, { headers }))).toEqual(['Court Extends A Term']);
  });

  test('one that unpacks to more than a page is passed over, and is not unpacked', async () => {
    const bomb = record(gzipSync(Buffer.alloc(50_000_000, 32)), { headers: 'Content-Encoding: gzip\r\n' });
    expect(await titles(Buffer.concat([bomb, record(PAGE)]))).toEqual(['Court Extends A Term']);
  });
});

describe('what is damaged is refused, and nothing is printed', () => {
  test.each([
    ['a record longer than it says', Buffer.concat([record(PAGE, { more: -9 }), record(OTHER)])],
    ['a record shorter than it says', Buffer.concat([record(PAGE, { more: 9 }), record(OTHER)])],
    ['words between two records', Buffer.concat([record(PAGE), Buffer.from('Dear all,\r\n'), record(OTHER)])],
    ['words without an end', Buffer.concat([record(PAGE), Buffer.alloc(1_000_000, 'a')])],
  ])('%s', async (_, archive) => {
    const printed = vi.spyOn(console, 'warn');
    const sentence = 'crawl.warc is cut off or damaged (WARC) behind https://example.org/1: get it once more.';
    await expect(titles(archive)).rejects.toThrow(sentence);
    await expect(titles(gzipSync(archive))).rejects.toThrow(sentence);
    await expect(titles(waczOf(gzipSync(archive)))).rejects.toThrow(sentence);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test.each([
    ['within a page', record(PAGE).subarray(0, -40)],
    ['within the head of a record', Buffer.concat([record(PAGE), record(OTHER).subarray(0, 5)])],
    ['within a record that nobody reads', Buffer.concat([warcOf([]).subarray(0, -8)])],
  ])('an archive that ends %s', async (_, archive) => {
    await expect(titles(archive)).rejects.toThrow(/^crawl\.warc [^\n]+\.$/);
  });
});
