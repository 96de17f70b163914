import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import pg from 'pg';
import { Refused } from '../text/refusal.ts';
import { placeOf } from './postgres.ts';
import { plain, toldPlainly } from './trouble.ts';

/** The right to write to a register, which one process has at a time. It ends with the process, however that ends. */
export interface WriterLock {
  /** Throws `Refused` where the right was lost, as when the database server was restarted. */
  check(): void;
  release(): Promise<void>;
}

/**
 * Takes the lock of a register in a folder: an exclusive lock of the operating system on the file `writer.lock`. A
 * lock of this sort goes with its process, so none is ever left behind, and none is ever broken on a guess.
 *
 * @param who is told to a second writer: `unforgotten serve, process 1234`.
 * @throws Refused where another process has it.
 */
export function lockFolder(folder: string, who: string): WriterLock {
  // Opening the file in any other way would let go of the lock: POSIX drops a process's locks on a file when it closes
  // any handle to that file. So who holds it is told in a second file.
  const note = join(folder, 'writer.txt');
  const sqlite = lockFile(join(folder, 'writer.lock'), folder, note);
  try {
    writeFileSync(note, `${who}\n`);
  } catch (error) {
    sqlite.close();
    throw plain(folder, error);
  }
  return {
    check: () => undefined,
    release: async () => {
      rmSync(note, { force: true });
      sqlite.close();
    },
  };
}

function lockFile(file: string, folder: string, note: string): SQLite.Database {
  try {
    const sqlite = new SQLite(file, { timeout: 0 });
    try {
      sqlite.exec('BEGIN EXCLUSIVE');
      return sqlite;
    } catch (error) {
      sqlite.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw held(folder, nameIn(note));
    throw plain(folder, error);
  }
}

function nameIn(note: string): string {
  try {
    return readFileSync(note, 'utf8').trim();
  } catch {
    // Its holder has only just taken it, or is about to let go.
    return '';
  }
}

// Any two numbers that nothing else in the database is likely to lock: "unfo", "rgot" in ASCII.
const KEY = [0x756e666f, 0x72676f74] as const;

/**
 * Takes the lock of a register in a PostgreSQL database: an advisory lock of a session of its own, which the server
 * lets go of when the session ends.
 */
export async function lockDatabase(url: string, who: string): Promise<WriterLock> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, application_name: who, keepAlive: true });
  let lost = false;
  // The end follows; without a listener an error would end the process.
  client.on('error', () => undefined);
  client.on('end', () => {
    lost = true;
  });
  await toldPlainly(place, async () => {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as taken', [...KEY]);
    if (rows[0]?.taken === true) return;
    const holder = await holderOf(client);
    await client.end();
    throw held(place, holder);
  });
  return {
    check: () => {
      if (lost) {
        throw new Refused(
          `The connection to ${place} broke, and with it the right to write: start the command again; what it acknowledged is kept.`,
        );
      }
    },
    release: () => client.end(),
  };
}

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select application_name as who from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and classid = $1 and objid = $2
       and pg_locks.database = (select oid from pg_database where datname = current_database())`,
    [...KEY],
  );
  return rows[0]?.who ?? '';
}

function held(place: string, who: string): Refused {
  const holder = who === '' ? '' : ` (${who})`;
  return new Refused(
    `The register in ${place} is open for writing in another process${holder}: decide there, or end it and try again.`,
  );
}
