import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { newKey, signNote } from '../register/note.ts';
import { ExampleSource } from './edition.fixture.ts';
import type { EditionFiles, EditionReader, SiteEffects, Verification } from './edition.ts';
import { OPENED, readSums, SUMS, sha256, sumsOf } from './manifest.ts';
import { publish } from './publish.ts';
import { verifyEdition } from './verify.ts';

type Folder = Map<string, Uint8Array>;

let source: ExampleSource;
let folder: Folder;

beforeAll(async () => {
  source = new ExampleSource();
  folder = await published(source, '2025-12-20');
});

async function published(from: ExampleSource, on: string): Promise<Folder> {
  const memory = new MemoryEffects();
  await publish(from, { on, out: 'public' }, memory);
  return memory.folder;
}

// The disk's door with a folder in memory behind it.
class MemoryEffects implements SiteEffects {
  folder: Folder = new Map();
  async stage() {
    const fresh: Folder = new Map();
    return {
      write: async (files: EditionFiles) => {
        for (const [path, bytes] of files) fresh.set(path, bytes);
      },
      commit: async () => {
        this.folder = fresh;
      },
      discard: async () => fresh.clear(),
    };
  }
}

function readerOf(files: Folder): EditionReader {
  return { read: async (path) => files.get(path) ?? null, list: async () => [...files.keys()] };
}

async function wrongIn(files: Folder, trust?: Parameters<typeof verifyEdition>[1]): Promise<string[]> {
  const { ok, checks } = await verifyEdition(readerOf(files), trust);
  const wrong = checks.filter((check) => !check.ok).map(({ says }) => says);
  expect(ok).toBe(wrong.length === 0);
  return wrong;
}

function changed(path: string, change: (bytes: Uint8Array) => Uint8Array | null): Folder {
  const copy = new Map(folder);
  const bytes = change(folder.get(path) ?? new Uint8Array());
  if (bytes === null) copy.delete(path);
  else copy.set(path, bytes);
  return copy;
}

function text(files: Folder, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString();
}

describe('an edition as it was published', () => {
  test('passes every check, each in a sentence', async () => {
    const { ok, checks } = await verifyEdition(readerOf(folder), { key: source.verifierKey });
    expect(ok).toBe(true);
    expect(checks.map(({ says }) => says)).toEqual([
      'The log is signed by the key you trust, unforgotten.example/register.',
      `All ${source.lines().length} entries of the log lead to its signed root.`,
      'The tiles of the log are those of its entries.',
      `The edition of 2025-12-20 is in the log, made from its first ${source.lines().length - 1} entries.`,
      expect.stringMatching(/^All \d+ pages are the ones that were published\.$/),
      expect.stringMatching(/^All \d+ receipts speak of this register\.$/),
    ]);
  });

  test('says so where nobody gave a key to trust', async () => {
    const { ok, checks } = await verifyEdition(readerOf(folder));
    expect(ok).toBe(true);
    expect(checks[0]?.says).toContain('the key that the edition itself brings');
  });

  test('says so where files cannot be listed, as over the web', async () => {
    const web: EditionReader = { read: async (path) => folder.get(path) ?? null, list: async () => null };
    const { ok, checks } = await verifyEdition(web);
    expect(ok).toBe(true);
    expect(checks.map(({ says }) => says).join(' ')).toContain('Whether there are others cannot be told over the web.');
  });

  test('discloses its own entry and no other', () => {
    const opened = JSON.parse(text(folder, OPENED)) as { disclosures: string[] };
    const names = opened.disclosures.map((one) => JSON.parse(Buffer.from(one, 'base64url').toString())[1] as string);
    expect(names.sort()).toEqual(['author', 'entered', 'on', 'pages', 'pagesRoot', 'root', 'size'].sort());
    const bundle = text(folder, [...folder.keys()].find((path) => path.startsWith('tile/entries/')) ?? '');
    for (const name of ['Kolesnikova', 'Калеснікава', 'Незнаны', 'Alena']) expect(bundle).not.toContain(name);
  });
});

describe('a change is named', () => {
  const page = 'en/index.html';
  test.each([
    [
      'a byte of a page',
      page,
      (bytes: Uint8Array) => flip(bytes, 900),
      /^en\/index\.html is not the file that was published\.$/,
    ],
    ['a page cut off', page, (bytes: Uint8Array) => bytes.subarray(0, 100), /^en\/index\.html is not the file/],
    ['a page taken away', page, () => null, /^en\/index\.html is missing\.$/],
    ['a file put in', 'en/extra.html', () => Buffer.from('x'), /^en\/extra\.html is no part of the edition\.$/],
    [
      'a receipt',
      'receipts/2025-12-20.json',
      (bytes: Uint8Array) => flip(bytes, 20),
      /^receipts\/2025-12-20\.json is not the file/,
    ],
    ['the signature', 'checkpoint', (bytes: Uint8Array) => flip(bytes, bytes.length - 20), /./],
    ['the key', 'key', (bytes: Uint8Array) => flip(bytes, bytes.length - 9), /./],
    ['the checkpoint taken away', 'checkpoint', () => null, /^checkpoint is missing: this is no edition/],
    ['the list of files', SUMS, (bytes: Uint8Array) => flip(bytes, 3), /./],
    ['the list taken away', SUMS, () => null, /^SHA256SUMS is missing/],
    [
      'a way out of the folder in the list',
      SUMS,
      () => Buffer.from(`${'0'.repeat(64)}  ../../etc/passwd\n`),
      /is no list of files/,
    ],
    ['what opens the edition', OPENED, (bytes: Uint8Array) => flip(bytes, bytes.length - 20), /^edition\.json/],
  ])('%s', async (_, path, change, expected) => {
    const wrong = await wrongIn(changed(path, change));
    expect(wrong.join('\n')).toMatch(expected);
  });

  test('a page with the list changed to fit', async () => {
    const forged = changed(page, (bytes) => flip(bytes, 900));
    const hashes = new Map(readSums(text(folder, SUMS)));
    hashes.set(page, sha256(forged.get(page) ?? new Uint8Array()));
    forged.set(SUMS, Buffer.from(sumsOf(hashes)));
    expect(await wrongIn(forged)).toEqual([
      expect.stringMatching(/^The files that SHA256SUMS lists are not the \d+ pages/),
    ]);
  });

  test('a page dropped with the list changed to fit', async () => {
    const forged = changed(page, () => null);
    const hashes = new Map(readSums(text(folder, SUMS)));
    hashes.delete(page);
    forged.set(SUMS, Buffer.from(sumsOf(hashes)));
    expect(await wrongIn(forged)).toEqual([expect.stringMatching(/are not the \d+ pages of the edition/)]);
  });

  test('an entry of the log changed', async () => {
    const path = [...folder.keys()].find((one) => one.startsWith('tile/entries/')) ?? '';
    expect(await wrongIn(changed(path, (bytes) => flip(bytes, 40)))).toEqual([
      'The entries of the log are not the ones its signed head speaks of.',
    ]);
  });

  test('a tile changed, or one too many', async () => {
    const path = [...folder.keys()].find((one) => one.startsWith('tile/0/')) ?? '';
    expect((await wrongIn(changed(path, (bytes) => flip(bytes, 4))))[0]).toBe(
      `${path} is not the tile of these entries.`,
    );
    expect((await wrongIn(changed('tile/0/001', () => Buffer.from('x'))))[0]).toBe(
      'tile/0/001 is no part of the edition.',
    );
  });

  test('a whole edition signed by somebody else', async () => {
    const other = newKey(source.origin, Buffer.alloc(32, 9));
    const note = text(folder, 'checkpoint');
    const forged = new Map(folder);
    forged.set('checkpoint', Buffer.from(signNote(note.slice(0, note.indexOf('\n\n') + 1), other)));
    forged.set('key', Buffer.from(`${other.verifierKey}\n`));
    expect(await wrongIn(forged, { key: source.verifierKey })).not.toEqual([]);
  });

  test('an older edition, by whoever has seen a later checkpoint', async () => {
    const later = new ExampleSource();
    const old = await published(later, '2025-12-20');
    later.append({
      entered: '2026-02-01T00:00:00Z',
      author: 'Alena',
      kind: 'decision',
      body: { decision: 'accept', claim: 1, reason: 'x' },
    });
    const fresh = await published(later, '2025-12-20');
    const seen = text(fresh, 'checkpoint');
    expect(await wrongIn(old)).toEqual([]);
    expect(await wrongIn(old, { seen })).toEqual([expect.stringMatching(/fewer than the \d+ it was seen to have/)]);
    expect(await wrongIn(fresh, { seen: text(old, 'checkpoint') })).toEqual([]);
  });

  test('a log that was forked after it was seen', async () => {
    const entries = new ExampleSource().entries;
    const fork = new ExampleSource([
      ...entries.slice(0, -1),
      { ...(entries.at(-1) as (typeof entries)[0]), author: 'Mallory' },
    ]);
    const forked = await published(fork, '2025-12-20');
    expect(await wrongIn(forked, { seen: text(folder, 'checkpoint') })).toEqual([
      expect.stringMatching(/is not the one seen earlier/),
    ]);
  });

  test('pages of one edition with the log of another', async () => {
    const later = new ExampleSource();
    const one = await published(later, '2025-12-20');
    const two = await published(later, '2025-12-31');
    const mixed = new Map([...two, ...[...one].filter(([path]) => path.endsWith('.html'))]);
    expect((await wrongIn(mixed)).join('\n')).toMatch(/en\/index\.html is not the file that was published/);
  });
});

test('any one change anywhere is found', async () => {
  const paths = [...folder.keys()].sort();
  const change = fc.record({
    path: fc.constantFrom(...paths),
    how: fc.constantFrom('flip', 'cut', 'grow', 'drop', 'empty', 'add', 'swap'),
    at: fc.nat(),
    other: fc.constantFrom(...paths),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ path, how, at, other }) => {
      const files = mutated(path, how, at, other);
      fc.pre(
        [...files].some(([one, bytes]) => Buffer.compare(bytes, folder.get(one) ?? new Uint8Array()) !== 0) ||
          files.size !== folder.size,
      );
      expect(await wrongIn(files), `${how} ${path}`).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

function mutated(path: string, how: string, at: number, other: string): Folder {
  switch (how) {
    case 'flip':
      return changed(path, (bytes) => flip(bytes, at % bytes.length));
    case 'cut':
      return changed(path, (bytes) => bytes.subarray(0, at % bytes.length));
    case 'grow':
      return changed(path, (bytes) => Buffer.concat([bytes, Buffer.from('\n')]));
    case 'drop':
      return changed(path, () => null);
    case 'empty':
      return changed(path, () => new Uint8Array());
    case 'add':
      return changed(`${path}.copy`, () => Buffer.from('x'));
    default:
      return changed(path, () => folder.get(other) ?? new Uint8Array());
  }
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}

test('the verification is a list, also of nothing', async () => {
  const found: Verification = await verifyEdition(readerOf(new Map()));
  expect(found).toEqual({
    ok: false,
    checks: [{ ok: false, says: 'checkpoint is missing: this is no edition, or not all of one.' }],
  });
});
