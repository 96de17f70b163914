import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { waczOf, warcOf } from '../../bench/fuzz-seeds.ts';
import { pdfOf } from '../../bench/pdf.ts';
import { readReports } from './reports.ts';
import { containerOf, severalIn } from './sniff.ts';

const page = readFileSync(join('samples', '1-release.html'));
const TITLE = 'Minsk Frees 123 Prisoners After Washington Moves On Fertilizer Sanctions';
const statement = readFileSync(join('cases', 'reports', 'pdf-statement', 'page.pdf'));
const read = (bytes: Uint8Array, timer?: () => number) => readReports(bytes, { address: 'file' }, timer);
const refusal = (bytes: Uint8Array, timer?: () => number) =>
  read(bytes, timer).then(
    (reports) => `read: ${reports.length}`,
    (error: Error) => `${error.name}: ${error.message}`,
  );
const bytesOf = (text: string) => new TextEncoder().encode(text);
const channel = (over: object) => bytesOf(JSON.stringify({ name: 'C', type: 'public_channel', messages: [], ...over }));
const MESSAGE = { id: 7, type: 'message', date: '2025-12-13T10:00:00', text: 'Яна на волі.' };
const ZIPPED = gzipSync(page);

describe('one page however it is wrapped is the same report', () => {
  test.each([
    ['as it is', page, { address: 'file', part: false }],
    ['compressed', ZIPPED, { address: 'file', part: false }],
    ['in a WARC', warcOf([page]), { address: 'https://example.org/0', part: true, fetched: '2025-12-15' }],
    ['in a compressed WARC', gzipSync(warcOf([page])), { address: 'https://example.org/0', fetched: '2025-12-15' }],
    ['in a WARC of two members', Buffer.concat([gzipSync(warcOf([])), gzipSync(warcOf([page]))]), { part: true }],
    ['in a WARC, compressed on the way', warcOf([ZIPPED], 'Content-Encoding: gzip\r\n'), { part: true }],
    ['in a WACZ', waczOf(gzipSync(warcOf([page]))), { address: 'https://example.org/0', fetched: '2025-12-15' }],
  ])('%s', async (_, bytes, says) => {
    const reports = await read(bytes);
    expect(reports).toMatchObject([{ ...says, report: { title: TITLE, published: '2025-12-14' } }]);
  });
});

describe('what is in an archive', () => {
  test('pages and PDFs are read, what servers tell machines is not, the same page twice is one', async () => {
    const reports = await read(Buffer.concat([warcOf([page, statement]), warcOf([page])]));
    expect(reports.map(({ report }) => report.language)).toEqual(['en', 'be']);
  });
});

describe('a channel', () => {
  test('gives a report for each post with text, and what stands on the picture’s place', async () => {
    const posts = [
      MESSAGE,
      { ...MESSAGE, id: 8, text: '', photo: 'p.jpg' },
      { ...MESSAGE, id: 9, photo: '(not included)' },
    ];
    const reports = await read(channel({ messages: [...posts, { id: 1, type: 'service' }] }));
    expect(reports.map(({ address }) => address)).toEqual(['file#7', 'file#9']);
    expect(reports[1]?.report).toMatchObject({ publisher: 'C', media: [{ kind: 'picture', missing: true }] });
  });
});

describe('a message', () => {
  test('never names who received it, whatever repeats the address', async () => {
    const mail =
      'From: S <s@example.org>\r\nList-Id: <s.example.org>\r\nTo: Jo Ann <jo@example.net>\r\nCc: k@example.net\r\nDate: Sun, 14 Dec 2025 01:00:00 +0300\r\nMIME-Version: 1.0\r\n\r\nDear Jo Ann,\n\nA court has sentenced a teacher. Write to s@example.org.\n\nSent to JO@example.net and k@example.net.\n';
    const [only] = await read(bytesOf(mail));
    expect(JSON.stringify(only?.report)).not.toMatch(/example\.net|Jo Ann/i);
    expect(only?.report).toMatchObject({ published: '2025-12-14', publisher: 'S' });
    expect(only?.report.text).toContain('Write to s@example.org.');
  });
});

describe('a PDF', () => {
  test('has words divided at the end of a line joined', async () => {
    const line = (text: string, y: number) => ({ text, x: 72, y, size: 11 });
    const pdf = pdfOf([[line('The court has sentenced a teach-', 700), line('er from Hrodna to four years.', 686)]]);
    const [only] = await read(pdf);
    expect(only?.report.text).toBe('The court has sentenced a teacher from Hrodna to four years.');
  });
});

describe('refused in one sentence', () => {
  let now = 0;
  test.each([
    ['a PDF of pictures', pdfOf([[]]), /is a scan without text/],
    ['half a PDF', bytesOf('%PDF-1.7 …'), /cut off or damaged \(PDF\)/],
    ['half a WARC', gzipSync(warcOf([page])).subarray(0, 900), /cut off or damaged \(gzip\)/],
    ['half a WACZ', waczOf(gzipSync(warcOf([page]))).subarray(0, 900), /cut off or damaged \(zip\)/],
    ['an office document', zipSync({ 'word/document.xml': strToU8('<w/>') }), /without a web archive in it/],
    ['an archive in an archive', gzipSync(gzipSync(page)), /is an archive in an archive/],
    ['a WARC without a page', warcOf([]), /holds no page with a story/],
    ['a bomb', gzipSync(warcOf([page, Buffer.alloc(30_000_000)])), /a hundred times its size/],
    ['too many entries', channel({ messages: Array(10_001).fill(1) }), /more than 10,000 entries/],
    [
      'a feed of links',
      bytesOf('<rss version="2.0"><channel><item><title>x</title></item></channel></rss>'),
      /no entry with text/,
    ],
    [
      'a feed with entities',
      bytesOf('<?xml version="1.0"?><rss version="2.0"><!ENTITY a "b"></rss>'),
      /declares entities/,
    ],
    ['a conversation', channel({ type: 'personal_chat', messages: [MESSAGE] }), /conversation \(personal_chat\)/],
    ['an account', bytesOf('{"chats":{"list":[]}}'), /whole account, with private messages/],
    ['another JSON', bytesOf('{"messages": 3}'), /no export of a Telegram channel/],
    ['a message without text', bytesOf('From: a@b.c\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\n'), /message without text/],
  ])('%s', async (_, bytes, sentence) => {
    const said = await refusal(bytes);
    expect(said).toMatch(/^Refused: file [^\n]+\.$/);
    expect(said).toMatch(sentence);
  });

  test('what takes too long', async () => {
    expect(await refusal(warcOf([page]), () => (now += 6000))).toMatch(/takes longer than 10 s/);
  });
});

describe('what a file is, its bytes tell', () => {
  test.each([
    ['Subject: a\nDear all', 'text'],
    ['From: here on nothing is certain.\n\nDate: none', 'text'],
    ['From: a@b.c\nSubject: x\nDate: y\n\nz', 'mail'],
    ['WARC/1.0\r\n', 'warc'],
    ['WARC/1.0 is a format', 'text'],
    ['\n%PDF-1.4', 'pdf'],
  ])('%j', (text, container) => {
    expect(containerOf(bytesOf(text))).toBe(container);
  });

  test.each([
    ['<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['<html><body><rss></body></html>', null],
    ['{"messages":[]}', 'telegram-json'],
    ['{ curly } braces begin this text', null],
    ['<p class="tgme_widget_message">', 'telegram-html'],
    ['A text about class="tgme_widget_message"', null],
  ])('%j', (text, several) => {
    expect(severalIn(text)).toBe(several);
  });
});

test('an archive that ends within a record nobody reads is refused, and read without end no more', async () => {
  const record = ['WARC/1.1', 'WARC-Type: metadata', 'Content-Length: 999', '', 'short'].join('\r\n');
  await expect(readReports(Buffer.from(record), { address: 'crawl.warc' })).rejects.toThrow(
    'crawl.warc is cut off or damaged (WARC): get it once more.',
  );
});
