import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OriginalShelf } from '../archive/shelf.ts';
import type { EntryShelf, SealedEntry } from '../register/shelf.ts';
import { Outrun } from '../register/shelf.ts';
import type { Database } from './database.ts';
import { entryShelf } from './entries.ts';
import { formatOf, migrate } from './migrations.ts';
import { hashOf, originalShelf } from './originals.ts';

/** A store under test: opens the same database again each time, and a fresh one after `renew`. */
export interface StoreUnderTest {
  open(): Promise<Database>;
  /** How many may have it open in one process. */
  readonly together: number;
}

/** What every store does alike. Called by the tests of each. */
export function keepsTheShelves(name: string, fresh: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps entries`, () => {
    entriesAreKept(fresh);
    troubleIsTold(fresh);
  });
  describe(`${name} with many writers`, () => nothingIsLostBetweenWriters(fresh));
  describe(`${name} keeps originals`, () => originalsAreKept(fresh));
}

const line = (number: number): SealedEntry => ({
  number,
  line: `{"line":${number},"say":"ён сказаў «так»"}`,
  disclosures: [`${number}-first`, `${number}-second`],
});

function entriesAreKept(fresh: () => Promise<StoreUnderTest>): void {
  let database: Database;
  let shelf: EntryShelf;
  beforeAll(async () => {
    database = await (await fresh()).open();
    await migrate(database);
    shelf = entryShelf(database);
  });
  afterAll(() => database.close());

  it('begins with none', async () => {
    expect(await shelf.size()).toBe(0);
    expect(await shelf.read()).toEqual([]);
    await shelf.append([], 0);
    expect(await shelf.size()).toBe(0);
  });

  it('gives back what was appended, in order, disclosures too', async () => {
    await shelf.append([line(0), line(1)], 0);
    await shelf.append([{ ...line(2), disclosures: [] }], 2);
    expect(await shelf.size()).toBe(3);
    expect(await shelf.read()).toEqual([line(0), line(1), { ...line(2), disclosures: [] }]);
    expect(await shelf.read(2)).toEqual([{ ...line(2), disclosures: [] }]);
    expect(await shelf.read(9)).toEqual([]);
  });

  it('refuses an append that somebody else came before, and keeps nothing of it', async () => {
    for (const after of [0, 2, 4]) {
      const late = shelf.append([line(after), line(after + 1)], after);
      await expect(late).rejects.toThrow(Outrun);
    }
    await expect(shelf.append([line(0)], 0)).rejects.toThrow('has 3 entries where 0 were expected');
    expect(await shelf.size()).toBe(3);
  });

  it('appends all or nothing', async () => {
    const twice = { ...line(4), line: null as unknown as string };
    await expect(shelf.append([line(3), twice], 3)).rejects.toThrow();
    expect(await shelf.size()).toBe(3);
    expect((await shelf.read()).length).toBe(3);
  });

  it('takes entries in their place only', async () => {
    await expect(shelf.append([line(4)], 3)).rejects.toThrow('entry 4 does not follow entry 2');
    await expect(shelf.append([line(3), line(5)], 3)).rejects.toThrow('entry 5 does not follow entry 3');
  });

  it('shreds what opens an entry and leaves its line', async () => {
    await shelf.shred([1, 1, 77]);
    await shelf.shred([]);
    expect(await shelf.read()).toEqual([line(0), { ...line(1), disclosures: [] }, { ...line(2), disclosures: [] }]);
    expect(await shelf.size()).toBe(3);
  });

  it('takes more entries at once than fit into one statement', async () => {
    const many = Array.from({ length: 12_000 }, (_, i) => line(i + 3));
    await shelf.append(many, 3);
    expect(await shelf.size()).toBe(12_003);
    expect(await shelf.read(3)).toEqual(many);
  });
}

function troubleIsTold(fresh: () => Promise<StoreUnderTest>): void {
  it('says in one sentence when it is written by a newer version, and when lines are missing', async () => {
    const database = await (await fresh()).open();
    await migrate(database);
    const shelf = entryShelf(database);
    await shelf.append([line(0), line(1)], 0);
    await database.change(async (db) => {
      await db.deleteFrom('disclosure').execute();
      await db.deleteFrom('entry').where('number', '=', 1).execute();
      await db.insertInto('migration').values({ number: 99, name: 'wings' }).execute();
    });
    await expect(shelf.read()).rejects.toThrow(
      /^The register in .* lacks entries it once had: restore it from a backup\.$/,
    );
    await expect(formatOf(database)).rejects.toThrow(
      /^The register in .* was written by a newer version .*format 99.*\.$/,
    );
    await expect(migrate(database)).rejects.toThrow('newer version');
    await database.close();
  });
}

function nothingIsLostBetweenWriters(fresh: () => Promise<StoreUnderTest>): void {
  it('loses and doubles nothing when eight append at once', async () => {
    const store = await fresh();
    const first = await store.open();
    await migrate(first);
    const others = await Promise.all(Array.from({ length: store.together - 1 }, () => store.open()));
    const shelves = [first, ...others].map(entryShelf);
    let outruns = 0;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const shelf = shelves[writer % shelves.length] as EntryShelf;
      for (let turn = 0; turn < 25; ) {
        const size = await shelf.size();
        const mine = [0, 1].map((i) => ({
          number: size + i,
          line: `${writer}/${turn}/${i}`,
          disclosures: [`${writer}`],
        }));
        try {
          await shelf.append(mine, size);
          turn++;
        } catch (error) {
          if (!(error instanceof Outrun)) throw error;
          outruns++;
        }
      }
    });
    await Promise.all(writers);
    const read = await (shelves[0] as EntryShelf).read();
    expect(read.map(({ number }) => number)).toEqual(Array.from({ length: 400 }, (_, i) => i));
    const wanted = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((w) =>
      Array.from({ length: 25 }, (_, t) => [`${w}/${t}/0`, `${w}/${t}/1`]).flat(),
    );
    expect(read.map(({ line }) => line).sort()).toEqual(wanted.sort());
    for (let i = 0; i < 400; i += 2) expect(read[i + 1]?.line).toBe(read[i]?.line.replace(/0$/, '1'));
    expect(outruns).toBeGreaterThan(0);
    for (const database of [first, ...others]) await database.close();
  });
}

function originalsAreKept(fresh: () => Promise<StoreUnderTest>): void {
  let database: Database;
  let shelf: OriginalShelf;
  beforeAll(async () => {
    database = await (await fresh()).open();
    await migrate(database);
    shelf = originalShelf(database);
  });
  afterAll(() => database.close());

  const cases: [string, Uint8Array][] = [
    ['words', new TextEncoder().encode('Марыя Калеснікава')],
    ['every byte there is', Uint8Array.from({ length: 256 }, (_, i) => i)],
    ['nothing', new Uint8Array()],
    ['a part of a larger buffer', new Uint8Array(new ArrayBuffer(64), 16, 8).fill(7)],
    ['three million bytes', new Uint8Array(3_000_000).fill(92)],
  ];
  it.each(cases)('%s, under the hash of its bytes', async (_, bytes) => {
    const hash = await shelf.keep(bytes);
    expect(hash).toBe(hashOf(bytes));
    expect(Buffer.from((await shelf.get(hash)) ?? []).equals(bytes)).toBe(true);
    expect(await shelf.keep(bytes)).toBe(hash);
  });

  it('has nothing under a hash of nothing kept', async () => {
    expect(await shelf.get('0'.repeat(64))).toBeNull();
  });

  it('rejects bytes that are not as they were kept', async () => {
    const hash = await shelf.keep(Buffer.from('as it was'));
    await database.change(async (db) => {
      await db
        .updateTable('original')
        .set({ bytes: Buffer.from('as it is not') })
        .where('hash', '=', hash)
        .execute();
    });
    await expect(shelf.get(hash)).rejects.toThrow(/is not as it was kept \([0-9a-f]{64}\): restore the register/);
  });

  it('shreds for good', async () => {
    const hash = await shelf.keep(Buffer.from('to be forgotten'));
    await shelf.shred(hash);
    await shelf.shred(hash);
    expect(await shelf.get(hash)).toBeNull();
  });
}
