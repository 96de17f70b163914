import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { listBomb, packedBombs } from './pdf-bombs.ts';

const ROOT = join(import.meta.dirname, '..');
const BIG = 50_000_000;

type Random = () => number;

/** A kind of file and how one of it is damaged. */
export interface Seed {
  readonly name: string;
  make(random: Random): Uint8Array;
}

/** Files of every format, whole and to be damaged, and files that are made to do harm. */
export async function seeds(): Promise<Seed[]> {
  const pages = casePages();
  const html = readFileSync(join(ROOT, 'samples', '1-release.html'));
  const crawl = warcOf([html, pages.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? html]);
  const whole: { name: string; bytes: Uint8Array }[] = [
    ...pages,
    { name: 'crawl.warc', bytes: crawl },
    { name: 'crawl.warc.gz', bytes: gzipSync(crawl) },
    { name: 'crawl.wacz', bytes: waczOf(gzipSync(crawl)) },
    { name: 'result.json', bytes: strToU8(CHANNEL) },
  ];
  const damaged = whole.map(({ name, bytes }): Seed => ({ name, make: (random) => mutated(bytes, random) }));
  // Damage is the rule; each way to do harm comes up often enough in ten thousand runs.
  return [...damaged, ...damaged, ...damaged, ...harmful()];
}

function casePages(): { name: string; bytes: Uint8Array }[] {
  const folder = join(ROOT, 'cases', 'reports');
  return readdirSync(folder).flatMap((slug) => {
    const page = readdirSync(join(folder, slug)).find((name) => name.startsWith('page.'));
    const path = join(folder, slug, page ?? '');
    return page && existsSync(path) ? [{ name: `${slug}-${page}`, bytes: readFileSync(path) }] : [];
  });
}

const CHANNEL = JSON.stringify({
  name: 'Sample Channel',
  type: 'public_channel',
  messages: Array.from({ length: 20 }, (_, id) => ({
    id,
    type: 'message',
    date: '2025-12-13T10:00:00',
    text: ['A court has ', { type: 'bold', text: 'sentenced' }, ' a teacher to four years in prison.'],
  })),
});

const ODD = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0000',
  '\ufffd',
  'Ж',
  '漢',
  'ع',
  '<',
  '>',
  '&#x202e;',
  ']]>',
  '%%EOF',
  '\r\n\r\n',
];

/** Cut off, bytes changed, pieces doubled, moved or taken out, another encoding claimed, odd characters put in. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let out = Buffer.from(bytes);
  const place = () => Math.floor(random() * out.length);
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const at = place();
    const way = Math.floor(random() * 8);
    if (way === 0) out = out.subarray(0, at);
    else if (way === 1) for (let n = 0; n < 20; n++) out[place()] = Math.floor(random() * 256);
    else if (way === 2)
      out = Buffer.concat([out.subarray(0, at), out.subarray(Math.max(0, at - 500)), out.subarray(at)]);
    else if (way === 3) out = Buffer.concat([out.subarray(0, at), out.subarray(at + Math.floor(random() * 300))]);
    else if (way === 4) out = inserted(out, at, ODD[Math.floor(random() * ODD.length)] ?? '');
    else if (way === 5) out = inserted(out, at, (ODD[Math.floor(random() * ODD.length)] ?? '').repeat(2000));
    else if (way === 6) out = Buffer.from(out.toString('latin1').replace(/utf-8|windows-1251/i, 'utf-16le'), 'latin1');
    else out = Buffer.from(new TextDecoder('windows-1251').decode(out));
  }
  return out;
}

function inserted(bytes: Buffer, at: number, text: string): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
}

function harmful(): Seed[] {
  const text = (name: string, make: () => string): Seed => {
    const bytes = Buffer.from(make());
    return { name, make: () => bytes };
  };
  const sentence = 'A court has sentenced a teacher to four years in prison. ';
  return [
    text('deep.html', () => `<html><body>${'<div>'.repeat(10_000)}${sentence}`),
    text('deep-inline.html', () => `<html><body><p>${'<b>'.repeat(10_000)}${sentence}`),
    text('deep-list.html', () => `<html><body>${'<ul><li>'.repeat(10_000)}${sentence}`),
    text('wide.html', () => `<html><body>${`<p>${sentence}</p>`.repeat(9_000)}`),
    text('crowded.html', () => `<html><body>${'<br>'.repeat(500_000)}${sentence}`),
    text('attributes.html', () => `<html><body><p ${'a="b" '.repeat(100_000)}>${sentence}</p>`),
    text('unclosed.html', () => `<html><body>${'<'.repeat(500_000)}${sentence}`),
    text('deep.xml', () => `<rss version="2.0"><channel>${'<item>'.repeat(10_000)}<description>${sentence}`),
    text(
      'laughs.xml',
      () =>
        `<!DOCTYPE x [<!ENTITY a "${sentence}"><!ENTITY b "${'&a;'.repeat(100)}">]><rss version="2.0"><channel><item><description>${'&b;'.repeat(100)}</description></item></channel></rss>`,
    ),
    text(
      'many.xml',
      () => `<rss version="2.0"><channel>${'<item><title>x</title></item>'.repeat(12_000)}</channel></rss>`,
    ),
    text('deep.json', () => `{"messages":${'['.repeat(10_000)}`),
    text(
      'deep.eml',
      () =>
        `From: a@example.org\r\nDate: x\r\nMIME-Version: 1.0\r\n${'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(10_000)}`,
    ),
    text(
      'headers.eml',
      () => `From: a@example.org\r\nDate: x\r\nMIME-Version: 1.0\r\n${'X-A: b\r\n'.repeat(200_000)}\r\n${sentence}`,
    ),
    text('long-line.txt', () => sentence.repeat(30_000)),
    text('long-word.txt', () => `${sentence}${'a'.repeat(1_900_000)}`),
    text('many-lines.txt', () => `${sentence}\n`.repeat(30_000)),
    text('bidi.txt', () => `${'\u202e\u2066\u2069\u200f'.repeat(50_000)}${sentence}`),
    text('mixed.txt', () => 'Maрыя كalеsнikaва 漢字. '.repeat(40_000)),
    text('mojibake.txt', () => 'РЎСѓРґ РІ '.repeat(100_000)),
    text('deep.md', () => `${'>'.repeat(100_000)} ${sentence}\n${'#'.repeat(100_000)}`),
    { name: 'large.html', make: () => large('', `<p>${sentence}</p>`) },
    { name: 'large.bin', make: (random) => large('', String.fromCharCode(Math.floor(random() * 128))) },
    { name: 'large.eml', make: () => large('From: a@b.c\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\n', sentence) },
    { name: 'large.pdf', make: () => large('%PDF-1.4\n', 'stream\n') },
    { name: 'bomb.warc.gz', make: () => BOMB },
    { name: 'bomb.html.gz', make: () => PAGE_BOMB },
    { name: 'twice.gz', make: () => gzipSync(PAGE_BOMB) },
    { name: 'bomb.wacz', make: () => waczOf(BOMB) },
    { name: 'entries.zip', make: () => MANY_ENTRIES },
    { name: 'coded.warc', make: () => warcOf([PAGE_BOMB], 'Content-Encoding: gzip\r\n') },
    { name: 'many.warc', make: () => MANY_RECORDS },
    { name: 'liar.warc', make: (random) => lying(random) },
    ...[...packedBombs(), listBomb(3_000_000)].map(({ name, bytes }) => ({ name, make: () => bytes })),
  ];
}

// Made once: what the reader uses is measured, not what these would.
const BOMB = gzipSync(warcOf([Buffer.alloc(BIG / 2, 65)]));
const PAGE_BOMB = gzipSync(Buffer.alloc(BIG, 32));
const MANY_RECORDS = Buffer.alloc(warcOf([]).length * 10_100, warcOf([]));
const MANY_ENTRIES = zipSync(
  Object.fromEntries(Array.from({ length: 10_100 }, (_, n) => [`a/${n}`, new Uint8Array()])),
);

/** A WARC of three records, one of which says to be of another length than it is. */
function lying(random: Random): Buffer {
  const records = ['first', 'second', 'third'].map((word) =>
    warcOf([Buffer.from(`<p>The ${word} court has sentenced a teacher to four years in prison.</p>`)]),
  );
  const liar = records[Math.floor(random() * 3)]?.toString('latin1') ?? '';
  const length = Math.floor(random() * 10 ** Math.floor(random() * 12));
  return Buffer.concat([
    ...records.slice(0, 1),
    Buffer.from(liar.replace(/Content-Length: \d+/, `Content-Length: ${length}`), 'latin1'),
    ...records.slice(1),
  ]);
}

// One buffer for all of them.
const LARGE = Buffer.alloc(BIG);

function large(beginning: string, filling: string): Uint8Array {
  LARGE.fill(filling);
  LARGE.write(beginning, 'latin1');
  return LARGE;
}

/** A WARC with an answer for each body; an empty list gives a record that is none. */
export function warcOf(bodies: readonly Uint8Array[], headers = ''): Buffer {
  const record = (kind: string, extra: string, block: Uint8Array) =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.1\r\nWARC-Type: ${kind}\r\nWARC-Date: 2025-12-15T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n${extra}Content-Length: ${block.length}\r\n\r\n`,
      ),
      block,
      Buffer.from('\r\n\r\n'),
    ]);
  if (bodies.length === 0)
    return record('warcinfo', 'Content-Type: application/warc-fields\r\n', Buffer.from('a: b\r\n'));
  const answers = bodies.map((body, at) => {
    const type =
      Buffer.from(body.subarray(0, 5)).toString('latin1') === '%PDF-' ? 'application/pdf' : 'text/html; charset=utf-8';
    const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${headers}\r\n`), body]);
    return record(
      'response',
      `WARC-Target-URI: https://example.org/${at}\r\nContent-Type: application/http; msgtype=response\r\n`,
      block,
    );
  });
  return Buffer.concat(answers);
}

/** A WACZ with one WARC in it. */
export function waczOf(warcGz: Uint8Array): Uint8Array {
  return zipSync({ 'archive/data.warc.gz': [warcGz, { level: 0 }], 'datapackage.json': strToU8('{}') });
}
