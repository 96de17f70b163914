import { existsSync, readFileSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { plain } from './trouble.ts';

const PATIENCE_MS = 5000;

/**
 * Opens a register kept in one SQLite file: write-ahead log, every commit synced to the disk.
 *
 * @param mode `write` creates the file where there is none; `read` works beside a writer in another process.
 * @throws Refused where the file is no database or may not be opened.
 */
export function openSqlite(file: string, mode: 'read' | 'write', place: string): Database {
  try {
    const sqlite = mode === 'write' ? connect(file, mode) : connectToRead(file);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(sqlite) }) });
    return new Database({
      db,
      place,
      bytes: 'blob',
      // Holding the connection, so that no transaction is under way on it.
      scrub: () => db.connection().execute(async () => scrub(sqlite)),
      close: async () => {
        await db.destroy();
        sqlite.close();
      },
    });
  } catch (error) {
    throw plain(place, error);
  }
}

function connect(file: string | Buffer, mode: 'read' | 'write'): SQLite.Database {
  const sqlite = new SQLite(file, { readonly: mode === 'read', timeout: PATIENCE_MS });
  try {
    configure(sqlite, mode);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

// Beside a file with a write-ahead log SQLite must be able to make files even to read it. On a disk that is read-only
// it cannot; where the log is empty nobody writes, so the file can be read as it lies there.
function connectToRead(file: string): SQLite.Database {
  try {
    return connect(file, 'read');
  } catch (error) {
    const isReadOnly = error instanceof SQLite.SqliteError && error.code === 'SQLITE_READONLY_DIRECTORY';
    if (!isReadOnly || existsSync(`${file}-wal`)) throw error;
    const bytes = readFileSync(file);
    // Format versions of the header: 2 is the write-ahead log, 1 the mode that needs no other file.
    bytes.fill(1, 18, 20);
    return connect(bytes, 'read');
  }
}

function configure(sqlite: SQLite.Database, mode: 'read' | 'write'): void {
  if (mode === 'write') sqlite.pragma('journal_mode = WAL');
  // FULL syncs the write-ahead log at every commit: what was acknowledged outlives a power cut.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  // What is taken away is overwritten with zeros.
  sqlite.pragma('secure_delete = ON');
  // The first read of the file, so that one that is no database is found here and not later.
  sqlite.pragma('schema_version');
}

// Where SQLite has rolled back by itself, as it does on a full disk, Kysely's own `rollback` would fail and hide why.
function forKysely(sqlite: SQLite.Database): SqliteDatabase {
  const nothing = {
    reader: false,
    all: () => [],
    run: () => ({ changes: 0, lastInsertRowid: 0 }),
    iterate: () => [].values(),
  };
  return {
    close: () => void sqlite.close(),
    prepare: (sql) => (sql === 'rollback' && !sqlite.inTransaction ? nothing : sqlite.prepare(sql)),
  };
}

// Rewrites the file without free pages and empties the write-ahead log, which still holds pages as they were.
function scrub(sqlite: SQLite.Database): boolean {
  // A reader may take its time, and the process must not stand still for it.
  sqlite.pragma('busy_timeout = 0');
  try {
    sqlite.exec('VACUUM');
    const [result] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  } finally {
    sqlite.pragma(`busy_timeout = ${PATIENCE_MS}`);
  }
}
