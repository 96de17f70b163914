import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../../tests/postgres-server.ts';
import { keepsTheShelves } from './conformance.ts';
import { entryShelf } from './entries.ts';
import { lockDatabase } from './lock.ts';
import { formatOf, migrate } from './migrations.ts';
import { openPostgres, placeOf, safeNumber } from './postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

keepsTheShelves('PostgreSQL', async () => {
  const url = await server.database();
  return { open: async () => openPostgres(url), together: 8 };
});

describe('a PostgreSQL database', () => {
  it('is read while it is written, as it was at the last commit', async () => {
    const database = openPostgres(await server.database());
    await migrate(database);
    await database.change(async (db) => {
      await db.insertInto('entry').values({ number: 0, line: 'not yet' }).execute();
      expect(await entryShelf(database).read()).toEqual([]);
      await db.updateTable('setting').set({ value: '1' }).where('name', '=', 'size').execute();
    });
    expect(await entryShelf(database).read()).toEqual([{ number: 0, line: 'not yet', disclosures: [] }]);
    await database.close();
  });

  it('that holds something else is left alone', async () => {
    const url = await server.database();
    const database = openPostgres(url);
    expect(await formatOf(database)).toBe(0);
    await database.change((db) => db.schema.createTable('entry').addColumn('guest', 'text').execute());
    await expect(migrate(database)).rejects.toThrow(/holds tables of something else: give the register a database/);
    expect(await formatOf(database)).toBe(0);
    await database.close();
  });

  it.each([
    ['that is not there', () => server.nowhere, /^There is no database at postgres:\/\/127\.0\.0\.1:\d+\/nowhere/],
    ['on a server that is not there', () => 'postgres://me:secret@127.0.0.1:1/x', /does not answer \(ECONNREFUSED\)/],
  ])('%s is told in one sentence, without the password', async (_, url, sentence) => {
    const database = openPostgres(url());
    const told = await formatOf(database).catch((error: Error) => error.message);
    expect(told).toMatch(sentence);
    expect(told).not.toContain('secret');
    await expect(lockDatabase(url(), 'me')).rejects.toThrow(sentence);
    await database.close();
  });

  it('has one writer, whose name the second is told', async () => {
    const url = await server.database();
    const lock = await lockDatabase(url, 'unforgotten serve, process 1234');
    await expect(lockDatabase(url, 'unforgotten add, process 77')).rejects.toThrow(
      `The register in ${placeOf(url)} is open for writing in another process (unforgotten serve, process 1234): decide there, or end it and try again.`,
    );
    const elsewhere = await lockDatabase(await server.database(), 'unforgotten add, process 77');
    lock.check();
    await lock.release();
    await elsewhere.release();
    await (await lockDatabase(url, 'unforgotten add, process 77')).release();
  });

  it('takes the right to write away when the connection breaks', async () => {
    const url = await server.database();
    const lock = await lockDatabase(url, 'the first');
    const database = openPostgres(url);
    const { sql } = await import('kysely');
    await database.change((db) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'the first'`.execute(db),
    );
    const second = await lockDatabase(url, 'the second');
    expect(() => lock.check()).toThrow(/^The connection to .* broke, and with it the right to write/);
    await second.release();
    await database.close();
  });
});

test.each([
  ['postgres://me:secret@db.example:5433/register', 'postgres://db.example:5433/register'],
  ['postgresql://db.example/register?sslmode=require', 'postgres://db.example/register'],
])('%s is called %s', (url, place) => {
  expect(placeOf(url)).toBe(place);
});

test.each(['', 'register', 'mysql://db.example/register', 'postgres://db.example', 'postgres://db.example/'])(
  '"%s" is no address of a database',
  (url) => {
    expect(() => placeOf(url)).toThrow(/^DATABASE_URL is no address of a database: write it as .*\.$/);
  },
);

test('a number too large to be counted exactly is never rounded', () => {
  expect(safeNumber('9007199254740991')).toBe(9007199254740991);
  expect(() => safeNumber('9007199254740993')).toThrow('too large');
});
