import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventRegister } from '../bench/names-slices.ts';
import { buildNameIndex } from '../src/names/filed.ts';
import { namesScript } from '../src/names/script.ts';
import { type FoundName, searchNames } from '../src/names/search.ts';
import { openSlices, type SlicedNames } from '../src/names/sliced-search.ts';
import { sliceNames } from '../src/names/slices.ts';
import { launchBrowser } from './browser.ts';

const SRC = join(import.meta.dirname, '..', 'src');
const script = namesScript((path) => stripTypeScriptTypes(readFileSync(join(SRC, `${path}.ts`), 'utf8')));

const GIVEN = ['Марыя', 'Віктар', 'Алесь', 'Вольга', 'Сяргей', 'Яўген', 'Уладзімір', 'Кацярына', 'Ганна', 'Юрый'];
const SURNAMES = [
  'Пачобут',
  'Севярынец',
  'Статкевіч',
  'Дзядок',
  'Хмялеўскі',
  'Зянковіч',
  'Лыкшын',
  'Грынько',
  'Ганчар',
];
const PEOPLE = [
  { id: 'kalesnikava', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] },
  { id: 's-tsikhanouskaya', names: ['Sviatlana Tsikhanouskaya'] },
  { id: 'bialiatski', names: ['Ales Bialiatski'] },
  { id: 'liu', names: ['刘晓波'] },
  ...GIVEN.flatMap((given) =>
    SURNAMES.flatMap((surname, n) =>
      ['', 'ка', 'эй', 'ун'].map((end, m) => ({ id: `${given}-${n}-${m}`, names: [`${given} ${surname}${end}`] })),
    ),
  ),
];
const QUERIES = [
  'Мария Колесникова',
  'Калеснікавай',
  'Светлана Тихановская',
  'Алесь Беляцкий',
  'Bialiatski Ales',
  'Liu Xiaobo',
  'אלס ביאליאצקי',
  'Volha Dziadok',
  'Siarhiej Łykšyn',
  'Ганчару',
  'Сяргей Хмелевский',
  'Statkevič',
  'Xi Jinping',
  '',
  '\ud800 <script>',
];

// What a page of a site would hold: nothing but a loader, and the site forbids everything else.
const PAGE = `<!doctype html><html lang="en"><title>names</title><script type="module">
import { openNames } from './names.js';
const load = async (file) => new Uint8Array(await (await fetch('slices/' + file)).arrayBuffer());
window.names = openNames(load);
</script>`;
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'";

let browser: Browser;
let server: Server;
let files: ReadonlyMap<string, Uint8Array>;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    response.setHeader('content-security-policy', POLICY);
    const slice = files.get(url.replace('/slices/', ''));
    if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
    else if (url === '/names.js') response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
    else if (slice) response.setHeader('content-type', 'application/octet-stream').end(slice);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

/** Opens the page over these files, and gives back what it asked the server for since. */
async function open(slices: ReadonlyMap<string, Uint8Array>): Promise<{ page: Page; requests(): string[] }> {
  files = slices;
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate('names.then(() => undefined)');
  asked = [];
  return { page, requests: () => asked };
}

function answers(page: Page, query: string): Promise<FoundName[]> {
  return page.evaluate<FoundName[], string>(async (text) => {
    const names = await (globalThis as unknown as { names: Promise<SlicedNames> }).names;
    return [...(await names.search(text)).found].map(({ id, score, name, reasons }) => ({ id, score, name, reasons }));
  }, query);
}

const plain = (found: readonly FoundName[]) =>
  found.map(({ id, score, name, reasons }) => ({ id, score, name, reasons }));

describe('searching names in a browser, from files alone', () => {
  it('gives the answers of the server: the same people, order, scores and reasons', async () => {
    const { page, requests } = await open(sliceNames(PEOPLE));
    const index = buildNameIndex(PEOPLE);
    for (const query of QUERIES) expect(await answers(page, query)).toEqual(plain(searchNames(index, query)));
    expect(requests().sort()).toEqual(['/slices/names-0', '/slices/names-vocabulary-han']);
    await page.close();
  });

  it('asks for one slice a search, and the requests of a name are those of every spelling of it', async () => {
    const slices = sliceNames(PEOPLE, { whole: 0, least: 20 });
    const here = await openSlices(async (file) => slices.get(file) ?? new Uint8Array());
    const told = new Set<string>();
    for (const query of ['Марыя Калеснікава', 'Maria Kolesnikova', 'Maryja Kaleśnikava', 'Калеснікавай']) {
      const { page, requests } = await open(slices);
      const found = await answers(page, query);
      expect(found[0]?.id).toBe('kalesnikava');
      expect(found).toEqual(plain((await here.search(query)).found));
      expect(requests()).toHaveLength(1);
      told.add(requests().join());
      await page.close();
    }
    expect(told.size).toBe(1);
  });

  it('fits a slow line: the script and the vocabulary in 64 kB, as they go over it', async () => {
    const vocabulary = sliceNames(PEOPLE).get('names-vocabulary')?.length ?? 0;
    expect(gzipSync(script).length + vocabulary).toBeLessThan(64_000);
  });

  it('keeps 5,000 persons in one file of at most 150 kB', () => {
    const slices = [...sliceNames(inventRegister(5_000))].filter(([name]) => /\d$/u.test(name));
    expect(slices.map(([name]) => name)).toEqual(['names-0']);
    expect(slices[0]?.[1].length).toBeLessThan(150_000);
  });
});
