import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Refused } from '../text/refusal.ts';
import { Database } from './database.ts';
import type { Tables } from './tables.ts';

const MOST_CONNECTIONS = 8;

/**
 * Opens a register kept in a PostgreSQL database (15 or later). Nothing is connected to before the first query.
 *
 * @param url `postgres://user:password@host:port/database`
 */
export function openPostgres(url: string): Database {
  const place = placeOf(url);
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, types: TYPES });
  // A connection that breaks fails the query under way, or is replaced at the next; without listeners it would end the
  // process as well.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      // A server may be set to acknowledge before the disk has the commit; a register may not.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(sql`set synchronous_commit to on`.compile(db));
      },
    }),
  });
  return new Database({ db, place, bytes: 'bytea', scrub: () => scrub(db), close: () => close(db, pool) });
}

/** The address of a database without name and password, for sentences. Throws `Refused` where it is no address. */
export function placeOf(url: string): string {
  const parts = URL.canParse(url) ? new URL(url) : null;
  if (!parts || !/^postgres(ql)?:$/.test(parts.protocol) || parts.pathname.length < 2) {
    throw new Refused('DATABASE_URL is no address of a database: write it as postgres://user:password@host:5432/name.');
  }
  return `postgres://${parts.host}${parts.pathname}`;
}

// The wire format is text, and what a value becomes is said here and nowhere else: pg's own choices differ by version.
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) => {
    if (format === 'binary') throw new RangeError('values are asked for as text');
    return PARSERS.get(oid) ?? ((value: string) => value);
  },
} as pg.CustomTypesConfig;

const PARSERS = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.BOOL, (value) => value === 't'],
  [pg.types.builtins.BYTEA, (value) => Buffer.from(value.slice(2), 'hex')],
  [pg.types.builtins.INT4, Number],
  [pg.types.builtins.INT8, safeNumber],
]);

/** A 64-bit number as JavaScript counts. Throws RangeError where it does not fit: never a nearby number instead. */
export function safeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be counted exactly`);
  return number;
}

// FULL writes the tables anew without the rows that were taken away. The server's own write-ahead log forgets them as
// it is recycled, which a checkpoint allows; a server that archives it must be told to drop the old segments.
async function scrub(db: Kysely<Tables>): Promise<boolean> {
  await sql`vacuum (full) disclosure, original, setting`.execute(db);
  return true;
}

async function close(db: Kysely<Tables>, pool: pg.Pool): Promise<void> {
  await db.destroy();
  if (!pool.ended) await pool.end();
}
