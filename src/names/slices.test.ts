import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../text/refusal.ts';
import { buildNameIndex } from './filed.ts';
import { searchNames } from './search.ts';
import { readSliceFile, type SliceRecords } from './slice-file.ts';
import { openSlices } from './sliced-search.ts';
import { type NamedPerson, type Slicing, sliceNames } from './slices.ts';
import { NAME_WORDS } from './vocabulary.ts';

const PEOPLE: readonly NamedPerson[] = [
  { id: 'kalesnikava', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] },
  { id: 'khomich', names: ['Tatsiana Khomich'] },
  { id: 's-tsikhanouski', names: ['Siarhei Tsikhanouski'] },
  { id: 's-tsikhanouskaya', names: ['Sviatlana Tsikhanouskaya'] },
  { id: 'bialiatski', names: ['Ales Bialiatski'] },
  { id: 'pachobut', names: ['Andrzej Poczobut'] },
  { id: 'v-babaryka', names: ['Віктар Бабарыка'] },
  { id: 'liu', names: ['刘晓波'] },
  { id: 'arnon', names: ['อานนท์ นำภา'] },
  { id: 'nobody', names: ['', '—'] },
  ...crowd(900),
];
const whole = buildNameIndex(PEOPLE);
const SLICED: Slicing = { whole: 0, least: 50 };

/** Opens an index over what was made, and writes down which files were fetched. */
async function opened(files: ReadonlyMap<string, Uint8Array>) {
  const fetched: string[] = [];
  const names = await openSlices(async (file) => {
    fetched.push(file);
    return files.get(file) ?? new Uint8Array();
  });
  return { names, fetched };
}

const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('sliceNames and openSlices', () => {
  it.each([
    ['Марыя Калеснікава', 'kalesnikava'],
    ['Мария Колесникова', 'kalesnikava'],
    ['Maryja Kaleśnikava', 'kalesnikava'],
    ['Калеснікавай', 'kalesnikava'],
    ['Светлана Тихановская', 's-tsikhanouskaya'],
    ['Siarhiej Cichanoŭski', 's-tsikhanouski'],
    ['Ales Bjaljacki', 'bialiatski'],
    ['Андрэя Пачобута', 'pachobut'],
    ['Viktor Babariko', 'v-babaryka'],
    ['Liu Xiaobo', 'liu'],
    ['อานนท์ นำภา', 'arnon'],
  ])('%s leads to one file, in which %s is found first', async (query, id) => {
    const { names, fetched } = await opened(sliceNames(PEOPLE, SLICED));
    expect(names.files).toBeGreaterThan(8);
    expect(idsOf((await names.search(query)).found)[0]).toBe(id);
    expect(fetched).toHaveLength(2);
  });

  it.each(['Xi Jinping', 'Zhang Wei', 'Кім'])('%s finds nobody', async (query) => {
    const { names } = await opened(sliceNames(PEOPLE, SLICED));
    expect((await names.search(query)).found).toEqual([]);
  });

  it.each(['', '12345', '…'])('%j is no name: no file is fetched', async (query) => {
    const { names, fetched } = await opened(sliceNames(PEOPLE, SLICED));
    expect(await names.search(query)).toEqual({ found: [], further: 0 });
    expect(fetched).toEqual(['names']);
  });

  it('answers among the people of the files it fetched as searchNames does among the same people', async () => {
    const files = sliceNames(PEOPLE, SLICED);
    for (const [at, { names: forms }] of PEOPLE.entries()) {
      if (at % 9 !== 0 || forms[0] === '') continue;
      const { names, fetched } = await opened(files);
      const { found } = await names.search(forms[0] ?? '');
      const file = await readSliceFile(files.get(fetched[1] ?? '') ?? new Uint8Array());
      const { ids } = JSON.parse(file.text) as SliceRecords;
      const among = buildNameIndex(PEOPLE.filter(({ id }) => ids.includes(id)));
      expect(found).toEqual(searchNames(among, forms[0] ?? ''));
    }
  });

  it('answers as the whole index once everything was fetched, and asks nobody any more', async () => {
    const { names, fetched } = await opened(sliceNames(PEOPLE, SLICED));
    await names.fetchAll();
    const before = fetched.length;
    expect(before).toBe(names.files + 1);
    for (const query of ['Калеснікавай', 'Bialiatski Ales', 'Іван', 'Петров', 'Liu', 'Sergei Tikhanovsky', 'Vubrok']) {
      expect(await names.search(query)).toEqual({ found: searchNames(whole, query), further: 0 });
    }
    expect(fetched).toHaveLength(before);
  });

  it('keeps a small list in one file, so that no request tells anything', async () => {
    const { names, fetched } = await opened(sliceNames(PEOPLE));
    for (const query of ['Калеснікавай', 'Пачобут']) {
      expect((await names.search(query)).found).toEqual(searchNames(whole, query));
    }
    expect(fetched).toEqual(['names', 'names-0']);
  });

  it('hides whoever is sought among at least as many people as asked for, in files of few lengths', async () => {
    const files = sliceNames(PEOPLE, SLICED);
    const slices = [...files].filter(([name]) => /\d$/u.test(name)).map(([, bytes]) => bytes);
    for (const bytes of slices) {
      const { ids } = JSON.parse((await readSliceFile(bytes)).text) as SliceRecords;
      expect(ids.length).toBeGreaterThanOrEqual(50);
    }
    const lengths = slices.map(({ length }) => length);
    const least = Math.min(...lengths);
    expect(lengths.filter((length) => length % least !== 0)).toEqual([]);
  });

  it('fetches a second file only where it may, and says that there is one', async () => {
    const { names, fetched } = await opened(sliceNames(PEOPLE, SLICED));
    expect((await names.search('Tatsianka Khomich')).further).toBe(1);
    expect((await names.search('Tatsianka Khomich', { files: 2 })).further).toBe(0);
    expect(fetched).toHaveLength(3);
  });

  it('gives the same bytes for the same people, and other bytes for others', () => {
    const [one, same, other] = [PEOPLE, [...PEOPLE], PEOPLE.slice(1)].map((people) => sliceNames(people, SLICED));
    expect(same).toEqual(one);
    expect(other?.get('names')).not.toEqual(one?.get('names'));
  });

  it('brings back any ids and names', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const people = fc.array(fc.record({ id: text, names: fc.array(text, { maxLength: 3 }) }), { maxLength: 8 });
    const law = fc.asyncProperty(people, fc.integer({ min: 1, max: 3 }), async (some, least) => {
      const { names } = await opened(sliceNames(some, { whole: 0, least }));
      await names.fetchAll();
      for (const query of some.flatMap((person) => person.names)) {
        expect((await names.search(query)).found).toEqual(searchNames(buildNameIndex(some), query));
      }
    });
    await fc.assert(law, { numRuns: 150 });
  });

  it('carries every vocabulary there is', () => {
    const there = readdirSync(join(import.meta.dirname, '..', '..', 'words', 'names'));
    const carried = Object.values(NAME_WORDS).flat();
    expect(there.map((file) => `names/${file.replace('.yml', '')}`).sort()).toEqual(carried.toSorted());
  });
});

describe('files of a sliced index that are not what they should be', () => {
  const files = sliceNames(PEOPLE, SLICED);
  const spoilt = (spoil: (bytes: Uint8Array) => Uint8Array) =>
    new Map([...files].map(([name, bytes]) => [name, name === 'names' ? bytes : spoil(bytes.slice())]));

  it.each([
    ['no bytes', () => new Uint8Array()],
    ['a page that says that there is none', () => new TextEncoder().encode('<!doctype html><p>404 not found')],
    ['cut', (bytes: Uint8Array) => bytes.slice(0, 200)],
    ['a byte changed', (bytes: Uint8Array) => bytes.with(60, (bytes[60] ?? 0) ^ 255)],
    ['of another edition', (bytes: Uint8Array) => bytes.with(4, (bytes[4] ?? 0) ^ 1)],
  ])('are refused: %s', async (_, spoil) => {
    const { names } = await opened(spoilt(spoil));
    await expect(names.search('Калеснікава')).rejects.toThrow(Refused);
  });

  it('are asked for again after a failure', async () => {
    let online = false;
    const names = await openSlices(async (file) => {
      if (file !== 'names' && !online) throw new Error('no network');
      return files.get(file) ?? new Uint8Array();
    });
    await expect(names.search('Калеснікава')).rejects.toThrow('no network');
    online = true;
    expect(idsOf((await names.search('Калеснікава')).found)).toEqual(['kalesnikava']);
  });
});

// Real names, which are no part of the project and stand beside it where it is developed.
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'names');
const rowsOf = (file: string) => readFileSync(join(shared, file), 'utf8').trim().split('\n').slice(1);

describe.skipIf(!existsSync(join(shared, 'queries.dev.tsv')))('600 searches among 24,822 people', () => {
  const people = () =>
    rowsOf('registers.dev.tsv').map((row) => {
      const [id = '', name = '', others = ''] = row.split('\t');
      return { id, names: [name, ...others.split('|').filter(Boolean)] };
    });
  const queries = () => rowsOf('queries.dev.tsv').map((row) => row.split('\t')[0] ?? '');

  it('answer alike in the whole index and in all its slices', async () => {
    const index = buildNameIndex(people());
    const { names } = await opened(sliceNames(people()));
    expect(names.files).toBeGreaterThan(10);
    await names.fetchAll();
    const differing: string[] = [];
    for (const query of queries()) {
      const { found } = await names.search(query);
      if (idsOf(found).join() !== idsOf(searchNames(index, query)).join()) differing.push(query);
    }
    expect(differing).toEqual([]);
  }, 60_000);
});

function crowd(count: number): NamedPerson[] {
  const given = ['Іван', 'Пётр', 'Віктар', 'Яўген', 'Алег', 'Мікіта', 'Раман', 'Дзяніс', 'Ягор', 'Фёдар'];
  const starts = ['Ба', 'Ву', 'Гра', 'Дро', 'Жу', 'За', 'Кра', 'Лу', 'Мя', 'Ні', 'Пра', 'Ру', 'Ста', 'Трэ', 'Шча'];
  const ends = ['бар', 'дуб', 'лас', 'кан', 'пат', 'мір'].flatMap((middle) =>
    ['овіч', 'енка', 'чык', 'ук', 'ін', 'оў', 'эй', 'ец', 'скі', 'ля'].map((end) => middle + end),
  );
  return Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    names: [`${given[n % 10]} ${starts[n % 15]}${ends[Math.floor(n / 15) % 60]}`],
  }));
}
