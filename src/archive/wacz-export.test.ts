import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CDXIndexer, WARCParser } from 'warcio';
import { readReports } from './reports.ts';
import type { FetchedOriginal } from './wacz-export.ts';
import { waczOf } from './wacz-export.ts';

const PAGE = `<!doctype html><html lang="be"><title>Дзевяць на волі</title><article><h1>Дзевяць на волі</h1>
<p>Дзевяць чалавек выйшлі з калоніі ў нядзелю, і ніхто не сказаў ім, куды іх вязуць у аўтобусе з завешанымі вокнамі.</p></article>`;
const ORIGINAL: FetchedOriginal = {
  bytes: new TextEncoder().encode(PAGE),
  address: 'https://www.news.example.org/be/1?id=7',
  title: 'Дзевяць на волі',
  fetched: '2025-12-15T09:30:00Z',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', etag: '"v1"', 'content-encoding': 'gzip' },
};
const sha256 = (bytes: Uint8Array | string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const unpacked = (original = ORIGINAL) => unzipSync(waczOf(original));
const warc = () => unpacked()['archive/data.warc.gz'] ?? new Uint8Array();

describe('the WACZ of an original', () => {
  it('is read back by our own reader, with its address and the day it was fetched', async () => {
    const [read, ...others] = await readReports(waczOf(ORIGINAL), { address: 'page.wacz' });
    expect(others).toEqual([]);
    expect(read).toMatchObject({ address: ORIGINAL.address, fetched: '2025-12-15' });
    const [page] = await readReports(ORIGINAL.bytes, { address: ORIGINAL.address });
    expect(read?.report).toEqual(page?.report);
  });

  it('is read back by warcio, byte for byte', async () => {
    const records: { type: string; address: string; http: string; body: string }[] = [];
    for await (const record of new WARCParser([warc()])) {
      const payload = await record.readFully(true);
      records.push({
        type: `${record.warcType} ${record.warcDate}`,
        address: record.warcTargetURI ?? '',
        http: record.httpHeaders ? `${record.httpHeaders.statusline} ${record.httpHeaders.headers.get('etag')}` : '',
        body: record.warcType === 'response' ? text(payload) : '',
      });
    }
    expect(records).toEqual([
      { type: 'warcinfo 2025-12-15T09:30:00Z', address: '', http: '', body: '' },
      { type: 'response 2025-12-15T09:30:00Z', address: ORIGINAL.address, http: 'HTTP/1.1 200 OK "v1"', body: PAGE },
    ]);
  });

  it('is indexed as warcio would index it', async () => {
    const line = /^(\S+) (\d{14}) (\{.*\})\n$/.exec(text(unpacked()['indexes/index.cdx']));
    expect(line?.slice(1, 3)).toEqual(['org,example,news)/be/1?id=7', '20251215093000']);
    const own = JSON.parse(line?.[3] ?? '');
    expect(own).toMatchObject({ url: ORIGINAL.address, mime: 'text/html', status: '200', digest: sha256(PAGE) });
    const indexer = new CDXIndexer({ format: 'cdxj' });
    const source = (async function* () {
      yield warc();
    })();
    const theirs = await Array.fromAsync(indexer.iterIndex([{ reader: source, filename: 'data.warc.gz' }]));
    expect(theirs).toHaveLength(1);
    expect(theirs[0]).toMatchObject({ url: own.url, mime: own.mime, filename: own.filename });
    expect([`${theirs[0]?.offset}`, `${theirs[0]?.length}`]).toEqual([own.offset, own.length]);
  });

  it('lists its page and the hash of each of its files', () => {
    const files = unpacked();
    const described = JSON.parse(text(files['datapackage.json']));
    expect(described).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', title: 'Дзевяць на волі' });
    const named = described.resources.map(({ path }: { path: string }) => path);
    expect([...named, 'datapackage.json', 'datapackage-digest.json'].sort()).toEqual(Object.keys(files).sort());
    for (const { path, hash, bytes } of described.resources) {
      expect({ path, hash, bytes }).toEqual({ path, hash: sha256(files[path] ?? ''), bytes: files[path]?.length });
    }
    expect(JSON.parse(text(files['datapackage-digest.json']))).toEqual({
      path: 'datapackage.json',
      hash: sha256(files['datapackage.json'] ?? ''),
    });
    const [head, page] = text(files['pages/pages.jsonl'])
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toMatchObject({ format: 'json-pages-1.0' });
    expect(page).toMatchObject({ url: ORIGINAL.address, ts: ORIGINAL.fetched, title: ORIGINAL.title });
  });

  it('does not say that its body is compressed, and gives no header a second line', () => {
    const sly = { ...ORIGINAL, headers: { etag: 'x\r\nset-cookie: visitor=1' } };
    const plain = text(gunzipSync(unpacked(sly)['archive/data.warc.gz'] ?? ''));
    expect(plain).not.toMatch(/content-encoding/i);
    expect(plain).not.toMatch(/^set-cookie/m);
  });

  it('is the same bytes whenever and wherever it is made', () => {
    const zone = process.env.TZ;
    const made = ['UTC', 'America/St_Johns', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return sha256(waczOf(ORIGINAL));
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(made).size).toBe(1);
    expect(sha256(waczOf({ ...ORIGINAL, fetched: '2025-12-15T09:30:01Z' }))).not.toBe(made[0]);
  });
});
