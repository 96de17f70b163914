import type { Kysely } from 'kysely';
import { type EntryShelf, Outrun, type SealedEntry } from '../register/shelf.ts';
import { Refused } from '../text/refusal.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

// Rows of one INSERT, and entries read at once: SQLite takes 32,766 parameters, PostgreSQL 65,535.
const ROWS_AT_ONCE = 5000;

/** The shelf of entries in a database, whichever engine it is. */
export function entryShelf(database: Database): EntryShelf {
  return {
    size: () => database.read(sizeOf),
    append: (entries, after) => database.change((db) => appendEntries(db, entries, after)),
    read: (from = 0) => database.read((db) => readEntries(db, from, database.place)),
    shred: (numbers) => database.change((db) => shredEntries(db, numbers)),
  };
}

/** `EntryShelf.append` inside a transaction that does more. Rejects with `Outrun` where the register has grown. */
export async function appendEntries(db: Kysely<Tables>, entries: readonly SealedEntry[], after: number): Promise<void> {
  entries.forEach(({ number }, index) => {
    if (number !== after + index) throw new RangeError(`entry ${number} does not follow entry ${after + index - 1}`);
  });
  // One statement compares and sets, and comes first: it takes the row in PostgreSQL and the write lock in SQLite, so
  // whoever comes second finds the new size there and has changed nothing.
  const { numUpdatedRows } = await db
    .updateTable('setting')
    .set({ value: String(after + entries.length) })
    .where('name', '=', 'size')
    .where('value', '=', String(after))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Outrun(after, await sizeOf(db));
  const lines = entries.map(({ number, line }) => ({ number, line }));
  const opened = entries.flatMap(({ number, disclosures }) =>
    disclosures.map((text, place) => ({ number, place, text })),
  );
  for (const rows of inParts(lines)) await db.insertInto('entry').values(rows).execute();
  for (const rows of inParts(opened)) await db.insertInto('disclosure').values(rows).execute();
}

/** `EntryShelf.shred` inside a transaction that does more. */
export async function shredEntries(db: Kysely<Tables>, numbers: readonly number[]): Promise<void> {
  for (const part of inParts(numbers)) await db.deleteFrom('disclosure').where('number', 'in', part).execute();
}

async function sizeOf(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'size').executeTakeFirstOrThrow();
  return Number(row.value);
}

async function readEntries(db: Kysely<Tables>, from: number, place: string): Promise<SealedEntry[]> {
  const size = await sizeOf(db);
  const entries: SealedEntry[] = [];
  for (let start = from; start < size; start += ROWS_AT_ONCE) {
    const end = Math.min(start + ROWS_AT_ONCE, size);
    const lines = await db
      .selectFrom('entry')
      .selectAll()
      .where('number', '>=', start)
      .where('number', '<', end)
      .orderBy('number')
      .execute();
    if (lines.length !== end - start) {
      throw new Refused(`The register in ${place} lacks entries it once had: restore it from a backup.`);
    }
    const disclosures = Map.groupBy(
      await db
        .selectFrom('disclosure')
        .selectAll()
        .where('number', '>=', start)
        .where('number', '<', end)
        .orderBy('number')
        .orderBy('place')
        .execute(),
      ({ number }) => number,
    );
    for (const { number, line } of lines) {
      entries.push({ number, line, disclosures: (disclosures.get(number) ?? []).map(({ text }) => text) });
    }
  }
  return entries;
}

function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE);
}
