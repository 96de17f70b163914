import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { History } from '../register/history.fixture.ts';
import { ExampleSource } from './edition.fixture.ts';
import { previewFiles } from './publish.ts';

const PERSONS = 1200;
const MOST_BYTES = 14_000;
const GIVEN = ['Марыя', 'Віктар', 'Алесь', 'Андрэй', 'Ірына', 'Сяргей', 'Павел', 'Дзмітрый', 'Вольга'];

let files: ReadonlyMap<string, string>;

// A register as large as the lists of the field: everybody in one report, detained on one of a few days, none freed.
beforeAll(() => {
  const history = new History();
  const report = history.report({ language: 'be', title: 'Спіс', publisher: 'Узор-весткі' });
  for (let i = 0; i < PERSONS; i += 1) {
    const name = `${GIVEN[i % GIVEN.length]} ${letters(`name ${i}`, 5 + (i % 5))}`;
    const date = `202${1 + (i % 4)}-0${1 + (i % 9)}-1${i % 5}`;
    const text = `${name} за кратамі ад ${date}, паводле спісу.`;
    const passage = { start: i * 60, end: i * 60 + text.length, text };
    const claim = history.accepted(report, { kind: 'detained', persons: [name], date, passage });
    history.link(claim, [
      createHash('sha256')
        .update(`person ${i}`)
        .digest('base64url')
        .toLowerCase()
        .replaceAll(/[-_]/g, 'x')
        .slice(0, 16),
    ]);
  }
  const built = previewFiles(new ExampleSource(history.entries), '2025-12-20');
  files = new Map([...built].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
});

function letters(seed: string, length: number): string {
  const bytes = [...createHash('sha256').update(seed).digest()].slice(0, length);
  const text = bytes.map((byte) => String.fromCodePoint(0x430 + (byte % 32))).join('');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

describe(`an edition of ${PERSONS} persons`, () => {
  test('has no page over 14,000 bytes on the wire', () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    const heavy = [...files]
      .filter(([path]) => path.startsWith('en/') && !path.startsWith('en/person/'))
      .map(([path, page]) => [path, brotliCompressSync(page, { params }).length] as const)
      .filter(([, bytes]) => bytes > MOST_BYTES);
    expect(heavy).toEqual([]);
  });

  test('has a way from the first page to every other, and no way that leads nowhere', () => {
    const reached = new Set<string>();
    const next = ['index.html'];
    for (let path = next.pop(); path !== undefined; path = next.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      const page = files.get(path);
      expect(page, path).toBeDefined();
      for (const [, href = ''] of (page ?? '').matchAll(/href="([^"#]+)/g)) {
        next.push(new URL(href, `http://x/${path}`).pathname.slice(1));
      }
    }
    expect([...files.keys()].filter((path) => path.endsWith('.html') && !reached.has(path))).toEqual([]);
  });

  test('names everybody in the order of the language, in lists of two hundred', () => {
    const lists = [...files.keys()].filter((path) => path.startsWith('be/names/'));
    expect(lists).toHaveLength(PERSONS / 200);
    const names = lists.flatMap((path) =>
      [...(files.get(path) ?? '').matchAll(/<li><a [^>]*><span[^>]*>([^<]+)</g)].map(([, name]) => name ?? ''),
    );
    expect(names).toHaveLength(PERSONS);
    expect(names).toEqual(names.toSorted(new Intl.Collator('be').compare));
  });

  test('says on a full day how many more the receipt lists, and the receipt lists them all', () => {
    expect(files.get('en/day/2025-12-20/index.html')).toContain(
      `and ${(PERSONS - 200).toLocaleString('en')} more people, whom the receipt lists`,
    );
    const receipt = JSON.parse(files.get('receipts/2025-12-20.json') ?? '') as { certain: { persons: string[] } };
    expect(receipt.certain.persons).toHaveLength(PERSONS);
  });
});
