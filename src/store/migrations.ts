import { type Kysely, sql } from 'kysely';
import { Refused } from '../text/refusal.ts';
import type { Database, Engine } from './database.ts';
import type { Tables } from './tables.ts';

interface Migration {
  readonly name: string;
  up(db: Kysely<Tables>, bytes: Engine['bytes']): Promise<void>;
}

// Forward only, in order, and never changed once released: a register of any version is brought up to date by the
// ones it lacks.
const MIGRATIONS: readonly Migration[] = [{ name: 'entries, originals and settings', up: firstTables }];

async function firstTables(db: Kysely<Tables>, bytes: Engine['bytes']): Promise<void> {
  const statements = [
    'CREATE TABLE migration (number integer PRIMARY KEY, name text NOT NULL)',
    'CREATE TABLE entry (number integer PRIMARY KEY, line text NOT NULL)',
    `CREATE TABLE disclosure (
       number integer NOT NULL REFERENCES entry, place integer NOT NULL, text text NOT NULL, PRIMARY KEY (number, place))`,
    `CREATE TABLE original (hash text PRIMARY KEY, bytes ${bytes} NOT NULL)`,
    'CREATE TABLE setting (name text PRIMARY KEY, value text NOT NULL)',
    "INSERT INTO setting VALUES ('size', '0')",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Brings the tables up to date, or makes them; all or nothing. Refuses a register of a newer version. */
export async function migrate(database: Database): Promise<void> {
  const done = await formatOf(database);
  if (done === MIGRATIONS.length) return;
  await database.change(async (db) => {
    for (const [index, { name, up }] of MIGRATIONS.entries()) {
      if (index < done) continue;
      await up(db, database.bytes);
      await db
        .insertInto('migration')
        .values({ number: index + 1, name })
        .execute();
    }
  });
}

/**
 * How many migrations made the register: 0 where there is none yet. Refuses a register of a newer version.
 */
export async function formatOf(database: Database): Promise<number> {
  const format = await database.read(recordedFormat).catch((error: unknown) => {
    if (isMissingTable(error)) return 0;
    throw error;
  });
  if (format > MIGRATIONS.length) {
    throw new Refused(
      `The register in ${database.place} was written by a newer version of unforgotten (format ${format}, this one knows ${MIGRATIONS.length}): install that version.`,
    );
  }
  return format;
}

/** True for a register that this version reads as it is. */
export function isUpToDate(format: number): boolean {
  return format === MIGRATIONS.length;
}

async function recordedFormat(db: Kysely<Tables>): Promise<number> {
  const { format } = await db
    .selectFrom('migration')
    .select(({ fn }) => fn.max('number').as('format'))
    .executeTakeFirstOrThrow();
  return format ?? 0;
}

function isMissingTable(error: unknown): boolean {
  return (
    error instanceof Error && (/^no such table/.test(error.message) || ('code' in error && error.code === '42P01'))
  );
}
