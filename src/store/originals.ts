import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { OriginalShelf } from '../archive/shelf.ts';
import { Refused } from '../text/refusal.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** The shelf of originals and readings in a database, whichever engine it is. */
export function originalShelf(database: Database): OriginalShelf {
  return {
    keep: (bytes) => database.change((db) => keepOriginal(db, bytes)),
    get: (hash) => database.read((db) => getOriginal(db, hash, database.place)),
    shred: (hash) => database.change((db) => shredOriginal(db, hash)),
  };
}

/** `OriginalShelf.keep` inside a transaction that does more. */
export async function keepOriginal(db: Kysely<Tables>, bytes: Uint8Array): Promise<string> {
  const hash = hashOf(bytes);
  await db
    .insertInto('original')
    .values({ hash, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  return hash;
}

/** `OriginalShelf.shred` inside a transaction that does more. */
export async function shredOriginal(db: Kysely<Tables>, hash: string): Promise<void> {
  await db.deleteFrom('original').where('hash', '=', hash).execute();
}

/** SHA-256 of bytes, in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function getOriginal(db: Kysely<Tables>, hash: string, place: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('original').select('bytes').where('hash', '=', hash).executeTakeFirst();
  if (!row) return null;
  if (hashOf(row.bytes) !== hash) {
    throw new Refused(`An original in ${place} is not as it was kept (${hash}): restore the register from a backup.`);
  }
  return row.bytes;
}
