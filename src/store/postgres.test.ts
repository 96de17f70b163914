import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../../tests/postgres-server.ts';
import type { Decision, Entry } from '../register/entry.ts';
import { seal } from '../register/sealed.ts';
import { plain } from '../register/state.fixture.ts';
import { startChild } from './child.fixture.ts';
import { keepsTheShelves } from './conformance.ts';
import { entryShelf } from './entries.ts';
import { ALES, fill, MARYIA, NAMES, release, remove, traces, VIKTAR, VOLHA } from './forget.fixture.ts';
import { lockDatabase } from './lock.ts';
import { formatOf, migrate } from './migrations.ts';
import { openRegister } from './open.ts';
import { openPostgres, placeOf, safeNumber } from './postgres.ts';
import { clock, effects, temporaryFolder, writer } from './register.fixture.ts';

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

  it('whose server lets go in the middle of a change is told in one sentence, and asked again later', async () => {
    const url = await server.database();
    const [broken, other] = [openPostgres(url), openPostgres(url)];
    await migrate(broken);
    const cut = broken.change(async (db) => {
      await db.insertInto('entry').values({ number: 0, line: 'half' }).execute();
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await other.change((admin) => sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(admin));
      await db.insertInto('entry').values({ number: 1, line: 'half' }).execute();
    });
    await expect(cut).rejects.toThrow(
      /^The database at postgres:.* does not answer \((ECONNRESET|57P01)\): see whether/,
    );
    expect(await entryShelf(broken).read()).toEqual([]);
    for (const database of [broken, other]) await database.close();
  });

  it('takes the right to write away when the connection breaks', async () => {
    const url = await server.database();
    const lock = await lockDatabase(url, 'the first');
    const database = openPostgres(url);
    await database.change((db) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'the first'`.execute(db),
    );
    const second = await lockDatabase(url, 'the second');
    expect(() => lock.check()).toThrow(/^The connection to .* broke, and with it the right to write/);
    await second.release();
    await database.close();
  });
});

describe('a register on PostgreSQL', () => {
  it('keeps its key in the folder and everything else in the database', async () => {
    const [folder, url] = [temporaryFolder(), await server.database()];
    await expect(openRegister({ folder, databaseUrl: url, mode: 'read' }, effects)).rejects.toThrow(
      /^There is no register in postgres:\/\/127\.0\.0\.1:\d+\/register_\d+: start one/,
    );
    const register = await writer(folder, url);
    await fill(register);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['keys', join('keys', 'signing-key')]);
    const elsewhere = await openRegister({ folder: temporaryFolder(), databaseUrl: url, mode: 'read' }, effects);
    expect(elsewhere.entries()).toEqual(register.entries());
    expect(plain(elsewhere.state())).toEqual(plain(register.state()));
    expect(elsewhere.root()).toBe(register.root());
    expect(elsewhere.verifierKey).toBe(register.verifierKey);
    expect(await elsewhere.report(0)).toEqual(release.report);
    expect(Buffer.from(await elsewhere.original(0)).equals(release.bytes)).toBe(true);
    expect(() => elsewhere.sign('text\n')).toThrow('signing key is not in');
    await elsewhere.close();
  });

  it('has one writer at a time', async () => {
    const [folder, url] = [temporaryFolder(), await server.database()];
    const register = await writer(folder, url);
    await expect(writer(temporaryFolder(), url)).rejects.toThrow(`(unforgotten test, process ${process.pid})`);
    await register.close();
    await (await writer(folder, url)).close();
  });

  it('decides again on what it finds where somebody came first', async () => {
    const [folder, url] = [temporaryFolder(), await server.database()];
    const register = await writer(folder, url);
    await fill(register);
    const { size } = register;
    // Somebody who has no right to, for a lock may be lost: the register must not lose anything by it.
    const intruder = openPostgres(url);
    const body: Decision = { decision: 'refuse', claim: 11, reason: 'a misprint' };
    const entry: Entry = { number: size, entered: clock.instant, author: 'Maryna', kind: 'decision', body };
    await entryShelf(intruder).append([seal(entry, { salt: () => 's'.repeat(43) })], size);
    await expect(register.decide('Alena', [body])).rejects.toThrow('Claim 11 has been refused already');
    expect(await register.decide('Alena', [{ ...body, claim: 1 }])).toEqual([size + 1]);
    expect(register.entries()[size]).toEqual(entry);
    await intruder.close();
  });

  it('forgets for good whom two people removed', async () => {
    const url = await server.database();
    const register = await writer(temporaryFolder(), url);
    await fill(register);
    const others = [VIKTAR, ALES, VOLHA].map((person) => register.state().persons.get(person));
    await remove(register, MARYIA);
    expect([VIKTAR, ALES, VOLHA].map((person) => register.state().persons.get(person))).toEqual(others);
    for (const number of [0, 7, 10]) await register.report(number);
    const client = new pg.Client(url);
    await client.connect();
    // The tables' own files, for a row that was deleted lies there until they are written anew.
    await client.query('checkpoint');
    const files = await client.query(
      `select pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
       where oid >= 16384 and relkind in ('r', 't', 'i') and pg_relation_size(oid) > 0`,
    );
    expect(files.rows.length).toBeGreaterThan(6);
    for (const { bytes } of files.rows) expect(traces(bytes, NAMES)).toEqual([]);
    const { rows } = await client.query("select * from setting where name = 'scrub'");
    expect(rows).toEqual([]);
    await client.end();
  });

  it('loses nothing that was acknowledged when its writer is killed', async () => {
    const [folder, url] = [temporaryFolder(), await server.database()];
    const child = startChild('commit', folder, url);
    await child.said('7 ');
    child.kill('SIGKILL');
    await child.ended;
    const acknowledged = child.lines.flatMap((line) => /^\d+ (\{.*\})$/.exec(line)?.[1] ?? []);
    const register = await openRegister({ folder, databaseUrl: url, mode: 'read' }, effects);
    expect(register.lines().slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(acknowledged.length).toBeGreaterThan(7);
    await register.close();
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
